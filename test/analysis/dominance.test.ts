import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dominance, dominance } from "../../src/analysis/dominance.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { anySmallDecision, extremeOutcomes } from "./outcomes.ts";

function pairsOf(decision: Decision): readonly Dominance[] {
  return dominance(decision, evaluate(decision));
}

const TWO = packOf([question("fit"), question("time")]);

describe("dominance", () => {
  it("is necessary exactly where it holds in every outcome of the open answers", () => {
    fc.assert(
      fc.property(anySmallDecision(6), (decision) => {
        // A minimum takes candidates out of an outcome, and dominance does not look at minimums.
        const criteria = decision.pack.criteria.map(({ minimum: _, ...criterion }) => criterion);
        const without = { ...decision, pack: { ...decision.pack, criteria } };
        const held = new Map<string, number>();
        let outcomes = 0;
        for (const outcome of extremeOutcomes(without)) {
          outcomes += 1;
          for (const { dominates, dominated } of dominance(without, outcome)) {
            const pair = JSON.stringify([dominates, dominated]);
            held.set(pair, (held.get(pair) ?? 0) + 1);
          }
        }
        const always = [...held].filter(([, times]) => times === outcomes).map(([pair]) => pair);
        const necessary = pairsOf(without).filter((pair) => pair.necessary);
        const found = new Set(necessary.map(({ dominates, dominated }) => JSON.stringify([dominates, dominated])));
        expect(found).toEqual(new Set(always));
      }),
      { numRuns: 300 },
    );
  });

  it("puts the dominated ahead under no weighting", () => {
    fc.assert(
      fc.property(anyDecision, fc.infiniteStream(fc.nat({ max: 9 })), (decision, points) => {
        const weighted = evaluate(decision).criteria.filter(({ weight }) => weight > 0);
        const drawn = weighted.map(({ id }) => [id, 1 + (points.next().value ?? 0)] as const);
        const unweighted = decision.pack.criteria.map(({ id }) => [id, 0] as const);
        const other = evaluate({ ...decision, importance: Object.fromEntries([...unweighted, ...drawn]) });
        const standings = [...other.ranking, ...other.tooLittleKnown];
        const scores = new Map(standings.map((standing) => [standing.candidate.id, standing.score]));
        for (const { dominates, dominated } of pairsOf(decision)) {
          expect(scores.get(dominates)).toBeGreaterThan((scores.get(dominated) ?? 0) - 1e-6);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("works the example by hand: better on one, level on the other; and neither where each is better on one", () => {
    const decision = decisionOn(TWO, { a: [score(5), score(3)], b: [score(4), score(3)], c: [score(1), score(4)] });
    expect(pairsOf(decision)).toEqual([{ dominates: "a", dominated: "b", necessary: true }]);
  });

  it("is not necessary where an open answer may end it", () => {
    const decision = decisionOn(TWO, { a: [score(5), score(4)], b: [score(3), UNKNOWN], c: [score(3), range(1, 4)] });
    expect(pairsOf(decision)).toEqual([
      { dominates: "a", dominated: "b", necessary: false },
      { dominates: "a", dominated: "c", necessary: true },
      { dominates: "b", dominated: "c", necessary: false },
    ]);
  });

  it("does not hold between equals, nor for a difference that has no weight", () => {
    expect(pairsOf(decisionOn(TWO, { a: [score(4), score(3)], b: [score(4), score(3)] }))).toEqual([]);
    const pack = packOf([question("fit"), question("time", { importance: 0 })]);
    expect(pairsOf(decisionOn(pack, { a: [score(4), score(5)], b: [score(4), score(3)] }))).toEqual([]);
  });

  it("counts priority points as one more question", () => {
    const pack = packOf([question("fit")], { priority: { kinds: ["museum"], points: 3 } });
    const about = { b: { kind: "museum" } };
    expect(pairsOf(decisionOn(pack, { a: [score(5)], b: [score(4)] }, { about }))).toEqual([]);
    const level = decisionOn(pack, { a: [score(4)], b: [score(4)] }, { about });
    expect(pairsOf(level)).toEqual([{ dominates: "b", dominated: "a", necessary: true }]);
  });
});
