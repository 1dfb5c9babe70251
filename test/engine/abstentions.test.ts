import { describe, expect, it } from "vitest";
import { abstentions } from "../../src/engine/abstentions.ts";
import type { Answer, Decision, Id } from "../../src/engine/decision.ts";
import { ABSTAIN, decisionOn, packOf, question, score, UNKNOWN } from "./small.ts";

type Rows = Readonly<Record<Id, readonly Answer[]>>;

const PACK = packOf([question("fit"), question("constructor")]);

function committee(...raters: readonly Rows[]): Decision {
  const ballots = raters.map((rows, rater) => ({
    ...decisionOn(PACK, rows).ballots[0],
    rater: `Rater ${rater + 1}`,
  }));
  const ids = [...new Set(raters.flatMap((rows) => Object.keys(rows)))];
  return { ...decisionOn(PACK, {}), candidates: ids.map((id) => ({ id, name: id })), ballots };
}

describe("abstentions", () => {
  it("are counted for each rater over all candidates, and nobody without one is named", () => {
    const zealous: Rows = { zoo: [score(5), score(5)], park: [score(3), UNKNOWN] };
    const shy: Rows = { zoo: [score(5), ABSTAIN], park: [ABSTAIN, UNKNOWN] };
    expect(abstentions(committee(zealous, shy))).toEqual([{ rater: "Rater 2", count: 2, candidates: [] }]);
  });

  it("name a candidate only where the rater says nothing else about it", () => {
    const first: Rows = { zoo: [score(5), score(5)], toString: [ABSTAIN, ABSTAIN], park: [ABSTAIN, UNKNOWN] };
    const second: Rows = { zoo: [ABSTAIN, ABSTAIN], toString: [score(1), score(1)] };
    expect(abstentions(committee(first, second))).toEqual([
      { rater: "Rater 1", count: 3, candidates: ["toString"] },
      { rater: "Rater 2", count: 2, candidates: ["zoo"] },
    ]);
  });

  it("are none where nobody wrote about a candidate, and none of a single rater", () => {
    expect(abstentions(committee({ zoo: [score(1)] }, {}))).toEqual([]);
    expect(abstentions(committee({ zoo: [ABSTAIN, ABSTAIN] }))).toEqual([]);
  });
});
