import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairwiseShares, winningShare } from "../../src/analysis/pairwise-share.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score } from "../engine/small.ts";
import { exactShare } from "./exact-share.ts";

function sharesOf(decision: Decision, weightings?: "any" | "ranked") {
  return pairwiseShares(evaluate(decision), weightings);
}

/** Up to thirty differences: some on a scale's steps, so that they repeat, some nearly equal, some anywhere; with priority. */
const anyDifferences = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.integer({ min: -4, max: 4 }).map((steps) => steps / 4),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc
          .tuple(fc.constantFrom(-0.5, 0.25, 0.75), fc.integer({ min: -9, max: 9 }))
          .map(([near, hair]) => near + hair * 1e-11),
      ),
      { minLength: 1, maxLength: 30, size: "max" },
    ),
    fc.constantFrom(0, 0, 0.03, -0.125, 0.3),
  )
  .map(([differences, priority]) => differences.map((difference) => difference + priority))
  .filter((differences) => differences.every((difference) => difference === 0 || Math.abs(difference) >= 1e-12));

describe("the share of all weightings under which one candidate is ahead", () => {
  it("agrees to 1e-10 with divided differences in exact arithmetic, values equal and nearly equal", () => {
    fc.assert(
      fc.property(anyDifferences, (differences) => {
        const { share, tie } = winningShare(differences);
        if (differences.every((difference) => difference === 0))
          expect({ share, tie }).toEqual({ share: 0, tie: true });
        else if (differences.every((difference) => difference >= 0)) expect(share).toBe(1);
        else expect(Math.abs(share - exactShare(differences))).toBeLessThan(1e-10);
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with the exact method for whole decisions, priority included, over all and over ranked weightings", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { criteria, ranking } = evaluate(decision);
        const weighted = [...criteria.keys()].filter((place) => criteria[place].weight > 0);
        const standings = new Map(ranking.map((ranked) => [ranked.candidate.id, ranked]));
        for (const weightings of ["any", "ranked"] as const) {
          for (const { a, b, share, tie } of sharesOf(decision, weightings)) {
            const [one, other] = [standings.get(a), standings.get(b)];
            if (one === undefined || other === undefined) throw new Error("A share is about ranked candidates.");
            const ahead = (one.priority - other.priority) / 100;
            const differences = weighted.map((at) => one.answers[at].value - other.answers[at].value + ahead);
            const corners = weightings === "any" ? differences : meansAtCorners(differences, weighted, criteria);
            const known = corners.map((difference) => (Math.abs(difference) < 1e-12 ? 0 : difference));
            if (tie) expect(known.every((difference) => difference === 0)).toBe(true);
            else if (known.every((difference) => difference >= 0)) expect(share).toBe(1);
            else expect(Math.abs(share - exactShare(known))).toBeLessThan(1e-10);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves to the other what it does not have, and does not mind the order of the questions", () => {
    fc.assert(
      fc.property(anyDifferences, (differences) => {
        const { share, tie } = winningShare(differences);
        const swapped = winningShare(differences.map((difference) => -difference));
        expect(share + swapped.share).toBeCloseTo(tie ? 0 : 1, 12);
        expect(winningShare(differences.toReversed()).share).toBeCloseTo(share, 12);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [[2, -1, -1], { share: 4 / 9, tie: false }],
    [[1, -1, 0], { share: 0.5, tie: false }],
    [[0, 0, 0], { share: 0, tie: true }],
    [[0.5, 0], { share: 1, tie: false }],
    [[-0.5, 0], { share: 0, tie: false }],
    [[3, -1], { share: 0.75, tie: false }],
    [[1e-13, -1e-13], { share: 0, tie: true }],
  ])("works by hand: differences %j", (differences, expected) => {
    expect(winningShare(differences)).toEqual({ ...expected, share: expect.closeTo(expected.share, 15) });
  });

  it("lists each pair of ranked candidates once, in ranking order, and none for one candidate", () => {
    const pack = packOf([question("fit"), question("time")]);
    const answers = { c: [score(1), score(2)], a: [score(5), score(4)], b: [score(4), score(5)] };
    const pairs = sharesOf(decisionOn(pack, answers));
    expect(pairs).toEqual([
      { a: "a", b: "b", share: 0.5, tie: false },
      { a: "a", b: "c", share: 1, tie: false },
      { a: "b", b: "c", share: 1, tie: false },
    ]);
    expect(sharesOf(decisionOn(pack, { a: answers.a }))).toEqual([]);
  });

  it("over ranked weightings counts only those that keep the order of importance", () => {
    // The heavier question has a weight from 1/2 to 1, and a is ahead where it is below 2/3.
    const pack = packOf([question("heavy", { importance: 3 }), question("light")]);
    const decision = decisionOn(pack, { a: [score(2), score(5)], b: [score(3), score(3)] });
    expect(sharesOf(decision, "ranked")).toEqual([{ a: "b", b: "a", share: expect.closeTo(2 / 3, 12), tie: false }]);
    expect(sharesOf(decision, "any")).toEqual([{ a: "b", b: "a", share: expect.closeTo(1 / 3, 12), tie: false }]);
  });

  it("over ranked weightings keeps equal importance equal", () => {
    const pack = packOf([question("fit"), question("time")]);
    const decision = decisionOn(pack, { a: [score(5), score(2)], b: [score(1), score(5)] });
    expect(sharesOf(decision, "ranked")[0]).toEqual({ a: "a", b: "b", share: 1, tie: false });
    const level = decisionOn(pack, { a: [score(5), score(1)], b: [score(1), score(5)] });
    expect(sharesOf(level, "ranked")[0]).toEqual({ a: "a", b: "b", share: 0, tie: true });
  });
});

/** The corners one by one: the weight is shared among the questions that are at least so important as one of them. */
function meansAtCorners(
  differences: readonly number[],
  weighted: readonly number[],
  criteria: readonly { readonly importance: number; readonly emphasis: number }[],
): readonly number[] {
  const points = weighted.map((at) => criteria[at].importance * criteria[at].emphasis);
  const bounds = [...points]
    .sort((one, other) => other - one)
    .filter((point, at, all) => all[at + 1] === undefined || point - all[at + 1] > 1e-9);
  return bounds.map((bound) => {
    const among = differences.filter((_, place) => points[place] >= bound);
    return among.reduce((sum, difference) => sum + difference, 0) / among.length;
  });
}
