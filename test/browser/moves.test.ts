import { describe, expect, it } from "vitest";
import { announcement } from "../../src/browser/announcement.ts";
import { changedDecision } from "../../src/browser/changed-decision.ts";
import { withMoves } from "../../src/browser/moves.ts";
import { NOTHING_TRIED, type Trial } from "../../src/browser/trial.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Block } from "../../src/render/page.ts";
import { liveSections } from "../../src/render/pages/report/live.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";

/** Apart by weights: first is best in fit, second in time; the others change lists as answers turn out. */
const decision = decisionOn(
  packOf([question("fit", { importance: 3, minimum: 2 }), question("time", { importance: 2 })], { coverageFloor: 0.5 }),
  {
    first: [score(5), score(2)],
    second: [score(2), score(5)],
    out: [range(1, 3), score(1)],
    vague: [UNKNOWN, score(3)],
  },
);
const tried = (trial: Partial<Trial>): Decision => changedDecision(decision, { ...NOTHING_TRIED, ...trial });
const timeFirst = tried({ importance: { time: 9 } });
const others = tried({
  answers: [
    { candidate: "out", criterion: "fit", score: 1 },
    { candidate: "vague", criterion: "fit", score: 5 },
  ],
});

describe("the marks of who stands otherwise", () => {
  it("each row of the ranking says how far it moved", () => {
    const ranking = blocksOf(timeFirst, "ranking").find((block) => block.kind === "table");
    expect(ranking?.columns.slice(0, 3).map(({ title }) => title)).toEqual(["Rank", "Moved", "Candidate"]);
    expect(Array.from(ranking?.rows ?? [], (row) => row.slice(0, 3).map(({ text }) => text))).toEqual([
      ["1", "▲ 1 up", "second"],
      ["2", "was too little known", "vague"],
      ["3", "▼ 2 down", "first"],
      ["4", "▼ 1 down", "out"],
    ]);
  });

  it("who is not ranked any more has the rank it had", () => {
    const list = blocksOf(others, "set-aside").find((block) => block.kind === "list");
    const [item] = Array.from(list?.items ?? []);
    expect(item.mark).toBe("✗");
    expect(item.text).toEqual([
      expect.objectContaining({ text: expect.stringContaining("out (would score") }),
      { text: " Agreed: rank 3.", tone: "strong" },
    ]);
  });

  it("who stands in a list as agreed has no mark", () => {
    const list = blocksOf(tried({ unknown: "worst" }), "too-little-known").find((block) => block.kind === "list");
    expect(Array.from(list?.items ?? [], ({ text }) => text)).toEqual([expect.not.stringContaining("Agreed")]);
  });
});

describe("what is said aloud", () => {
  const said = (now: Decision) => announcement(decision, evaluate(decision), evaluate(now));

  it("who leads now, and who else has another place", () => {
    expect(said(timeFirst)).toBe("second now leads. vague: now rank 2. first: now rank 3. out: now rank 4.");
  });

  it("who comes into the ranking and who leaves it", () => {
    expect(said(others)).toBe("vague now leads. first: now rank 2. second: now rank 3. out: now set aside.");
  });

  it("no more names than one can listen to", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const [up, down] = [ids, ids.toReversed()].map((order) =>
      decisionOn(packOf([question("fit")]), Object.fromEntries(order.map((id, at) => [id, [score(1 + at / 2)]]))),
    );
    expect(announcement(up, evaluate(up), evaluate(down))).toBe(
      "a now leads. b: now rank 2. c: now rank 3. d: now rank 4. 2 more change place.",
    );
  });

  it("that several lead, or nobody", () => {
    const tie = tried({ importance: { fit: 1, time: 1 } });
    expect(said(tie)).toMatch(/^first and second now share first place\. /);
    const nobody = { ...decision, pack: { ...decision.pack, coverageFloor: 1.1 } };
    expect(said(nobody)).toContain("Nobody is ranked now.");
  });

  it("that nothing changes", () => {
    expect(said(tried({ unknown: "worst" }))).toBe("No candidate changes place.");
  });
});

function blocksOf(now: Decision, section: string): readonly Block[] {
  const evaluation = evaluate(now);
  const sections = withMoves(liveSections(now, evaluation), evaluate(decision), evaluation);
  return sections.find(({ id }) => id === section)?.blocks ?? [];
}
