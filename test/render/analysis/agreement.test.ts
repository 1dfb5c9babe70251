import { describe, expect, it } from "vitest";
import type { Answer, Decision, Id } from "../../../src/engine/decision.ts";
import { ABSTAIN, decisionOn, packOf, question, score } from "../../engine/small.ts";
import { lead, section } from "./sections.ts";

const FIT = packOf([question("fit", { label: "Fit" })], { coverageFloor: 0.6 });

/** What each rater says, in the order of Zoo, Park and Farm. */
function committee(raters: Readonly<Record<string, readonly Answer[]>>, names: readonly Id[] = NAMES): Decision {
  const rows = (answers: readonly Answer[]) => Object.fromEntries(names.map((name, place) => [name, [answers[place]]]));
  const ballots = Object.entries(raters).map(([rater, answers]) => ({
    ...decisionOn(FIT, rows(answers)).ballots[0],
    rater,
  }));
  return { ...decisionOn(FIT, rows(Object.values(raters)[0])), ballots };
}

const NAMES = ["Zoo", "Park", "Farm"];
const [HIGH, MIDDLE, LOW] = [score(5), score(3), score(1)];

describe("how far the raters rank alike", () => {
  it("is Kendall’s W in words, each one’s ranking, and who would lead without each", () => {
    const divided = committee({ Ann: [HIGH, MIDDLE, LOW], Bo: [HIGH, MIDDLE, LOW], Cy: [LOW, MIDDLE, score(4)] });
    expect(section(divided, "agreement")).toMatchInlineSnapshot(`
      "
      How far the raters rank alike
      The raters rank the 3 candidates that every rater knows enough about hardly
      alike: Kendall’s W is 0.11, where 1 is one ranking by all and 0 no agreement.
      First place changes without Ann or Bo.

      Rater  Ranks alone            Without this rater leads
      Ann    1 Zoo, 2 Park, 3 Farm  Park and Zoo
      Bo     1 Zoo, 2 Park, 3 Farm  Park and Zoo
      Cy     1 Farm, 2 Park, 3 Zoo  Zoo
      "
    `);
  });

  it.each([
    [{ Ann: [HIGH, MIDDLE, LOW], Bo: [score(4), score(3), score(2)] }, "the same way: Kendall’s W is 1,"],
    [{ Ann: [HIGH, MIDDLE, LOW], Bo: [HIGH, LOW, MIDDLE] }, "much alike: Kendall’s W is 0.75,"],
    [{ Ann: [HIGH, MIDDLE, LOW], Bo: [MIDDLE, LOW, HIGH] }, "hardly alike: Kendall’s W is 0.25,"],
    [{ Ann: [HIGH, MIDDLE, LOW], Bo: [LOW, MIDDLE, HIGH] }, "hardly alike: Kendall’s W is 0,"],
    [{ Ann: [HIGH, MIDDLE, LOW], Bo: [MIDDLE, MIDDLE, MIDDLE] }, "somewhat alike: Kendall’s W is 0.5,"],
  ] as const)("of %j it says %s", (raters, words) => {
    expect(lead(committee(raters), "agreement")).toContain(`that every rater knows enough about ${words}`);
  });

  it("says where there is no ranking to compare", () => {
    const level = { Ann: [MIDDLE, MIDDLE, MIDDLE], Bo: [HIGH, HIGH, HIGH] };
    expect(lead(committee(level), "agreement")).toMatch(/^The 2 raters hold all 3 candidates .* to be level/);
    const apart = { Ann: [HIGH, ABSTAIN, ABSTAIN], Bo: [ABSTAIN, HIGH, ABSTAIN], Cy: [HIGH, LOW, MIDDLE] };
    expect(lead(committee(apart), "agreement")).toMatch(/^The raters’ rankings cannot be compared/);
  });

  it("names every rater on whom the leader rests, and nobody where none is", () => {
    const close = { Ann: [HIGH, LOW, LOW], Bo: [LOW, HIGH, LOW], Cy: [MIDDLE, MIDDLE, LOW] };
    expect(lead(committee(close), "agreement")).toContain("First place changes without Ann or Bo.");
    const firm = { Ann: [HIGH, LOW, LOW], Bo: [HIGH, LOW, LOW] };
    expect(lead(committee(firm), "agreement")).toContain("Whichever rater is left out, the leader stays.");
  });

  it("says nobody where one rater alone ranks nobody, and counts what a long ranking leaves out", () => {
    const names = Array.from({ length: 12 }, (_, place) => `P${String(place).padStart(2, "0")}`);
    const raters = {
      Ann: names.map((_, place) => score(5 - place / 4)),
      Bo: names.map((_, place) => (place === 0 ? HIGH : ABSTAIN)),
      Cy: names.map(() => ABSTAIN),
    };
    const text = section(committee(raters, names), "agreement").replace(/\s+/g, " ");
    expect(text).toContain("10 P09 and 2 more");
    expect(text).toContain("Cy nobody P00");
  });

  it("is no section with one rater", () => {
    expect(section(committee({ Ann: [HIGH, MIDDLE, LOW] }), "agreement")).not.toContain("raters");
  });
});
