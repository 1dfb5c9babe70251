import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupScores } from "../../src/analysis/group-scores.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";

/** The decision with every question in one of two groups, the first in the first. */
function inTwoGroups(decision: Decision): Decision {
  const criteria = decision.pack.criteria.map((criterion, at) => ({
    ...criterion,
    group: at % 2 === 0 ? "worth" : "workable",
  }));
  return { ...decision, pack: { ...decision.pack, criteria } };
}

describe("the scores of two groups", () => {
  it("by the weight of each group add up to the score without priority", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyDecision.map(inTwoGroups), (decision) => {
        const evaluation = evaluate(decision);
        const scores = groupScores(decision, evaluation);
        if (scores === undefined || scores.some((ofOne) => ofOne.length < 2)) return;
        const weightOf = (group: string) =>
          evaluation.criteria.reduce(
            (sum, { weight }, at) => sum + (decision.pack.criteria[at].group === group ? weight : 0),
            0,
          );
        for (const [at, { base }] of evaluation.ranking.entries()) {
          const [worth, workable] = scores[at];
          expect(weightOf("worth") * worth + weightOf("workable") * workable).toBeCloseTo(base, 9);
          compared += 1;
        }
      }),
    );
    expect(compared).toBeGreaterThan(0);
  });

  it("of one group with all questions is that score itself", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const criteria = decision.pack.criteria.map((criterion) => ({ ...criterion, group: "all" }));
        const grouped = { ...decision, pack: { ...decision.pack, criteria } };
        const evaluation = evaluate(grouped);
        const scores = groupScores(grouped, evaluation) ?? [];
        expect(scores.map(([score]) => score)).toEqual(evaluation.ranking.map(({ base }) => expect.closeTo(base, 9)));
      }),
    );
  });
});
