import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparison, comparison } from "../../src/analysis/comparison.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Evaluation, Standing } from "../../src/engine/evaluation.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";
import { exactShift } from "./exact-shift.ts";

function everyone({ ranking, tooLittleKnown, knockedOut }: Evaluation): readonly Standing[] {
  return [...ranking, ...tooLittleKnown, ...knockedOut];
}

function compared(decision: Decision): Comparison {
  const evaluation = evaluate(decision);
  const [one, other] = ["a", "b"].flatMap((id) => everyone(evaluation).filter(({ candidate }) => candidate.id === id));
  return comparison(decision, evaluation, one, other);
}

const TWO = packOf([question("fit"), question("time")]);

describe("two candidates side by side", () => {
  it("add up: the differences on each question and in priority are the difference of the scores", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const [one, other] = everyone(evaluation);
        if (other === undefined) return;
        const found = comparison(decision, evaluation, one, other);
        const points = found.questions.reduce((sum, each) => sum + each.points, found.priority);
        expect(points).toBeCloseTo(found.margin, 9);
        const sizes = found.questions.map((each) => Math.abs(each.points));
        for (const [place, size] of sizes.entries())
          expect(size).toBeLessThanOrEqual((sizes[place - 1] ?? size) + 1e-8);
      }),
      { numRuns: 500 },
    );
  });

  it("say the same of each other, with the signs turned round", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const [one, other] = everyone(evaluation);
        if (other === undefined) return;
        const found = comparison(decision, evaluation, one, other);
        const turned = comparison(decision, evaluation, other, one);
        expect(turned.margin).toBeCloseTo(-found.margin, 12);
        expect(turned.dominance).toEqual(found.dominance);
        for (const weightings of ["any", "ranked"] as const) {
          expect(turned.shares[weightings].a).toBeCloseTo(found.shares[weightings].b, 12);
        }
        expect(turned.shift?.weight ?? -1).toBeCloseTo(found.shift?.weight ?? -1, 9);
      }),
      { numRuns: 300 },
    );
  });

  it("work the example by hand: 25 points apart, a quarter of all weight from fit to time makes them level", () => {
    expect(compared(decisionOn(TWO, { a: [score(5), score(3)], b: [score(2), score(4)] }))).toEqual({
      a: "a",
      b: "b",
      margin: 25,
      priority: 0,
      questions: [
        { criterion: "fit", points: 37.5 },
        { criterion: "time", points: -12.5 },
      ],
      shares: { any: { a: 0.75, b: 0.25 }, ranked: { a: 1, b: 0 } },
      shift: { weight: 0.25, moves: [{ from: "fit", to: "time", weight: 0.25 }] },
    });
  });

  it("say which dominates the other, and that then no weighting makes them level", () => {
    const found = compared(decisionOn(TWO, { a: [score(2), score(3)], b: [score(4), UNKNOWN] }));
    expect(found).toMatchObject({ margin: -25, dominance: { dominates: "b", dominated: "a", necessary: false } });
    const strictly = compared(decisionOn(TWO, { a: [score(5), score(4)], b: [score(4), score(3)] }));
    expect(strictly.dominance?.necessary).toBe(true);
    expect(strictly).not.toHaveProperty("shift");
  });

  it("need no shift where they are level, and are level for any weighting where their values are", () => {
    const found = compared(decisionOn(TWO, { a: [score(4), score(2)], b: [score(4), score(2)] }));
    expect(found.shift).toEqual({ weight: 0, moves: [] });
    expect(found.shares.any).toEqual({ a: 0, b: 0 });
  });

  it("may be knocked out, too little known or of a preferred kind", () => {
    const pack = packOf([question("fit", { minimum: 2 }), question("time")], {
      coverageFloor: 0.6,
      priority: { kinds: ["museum"], points: 5 },
    });
    const answers = { a: [score(1), score(5)], b: [score(3), UNKNOWN] };
    expect(compared(decisionOn(pack, answers, { about: { b: { kind: "museum" } } }))).toMatchObject({
      margin: -5,
      priority: -5,
    });
  });
});

describe("the smallest shift of weight that makes two candidates level", () => {
  it("makes the engine find them level, out of weights that the questions have", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const [one, other] = everyone(evaluation);
        if (other === undefined) return;
        const { shift } = comparison(decision, evaluation, one, other);
        if (shift === undefined) return;
        const weights = new Map(evaluation.criteria.map(({ id, weight }) => [id, weight]));
        for (const { from, to, weight } of shift.moves) {
          expect(weight).toBeGreaterThanOrEqual(0);
          weights.set(from, (weights.get(from) ?? 0) - weight);
          weights.set(to, (weights.get(to) ?? 0) + weight);
        }
        expect(Math.min(...weights.values())).toBeGreaterThan(-1e-12);
        const importance = Object.fromEntries([...weights].map(([id, weight]) => [id, Math.max(weight, 0)]));
        const after = everyone(evaluate({ ...decision, importance }));
        const [first, second] = [one, other].map(({ candidate }) =>
          after.find((each) => each.candidate.id === candidate.id),
        );
        expect(first?.score).toBeCloseTo(second?.score ?? Number.NaN, 6);
      }),
      { numRuns: 500 },
    );
  });

  it("is as small as the best corner of all weightings, and exists where one does", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const [one, other] = everyone(evaluation);
        if (other === undefined) return;
        const { shift } = comparison(decision, evaluation, one, other);
        const [ahead, behind] = one.score >= other.score ? [one, other] : [other, one];
        const { weights, leads } = leadsOn(evaluation, ahead, behind);
        const alike = leads.map((lead) =>
          lead <= highestAlike(leads) ? highestAlike(leads) : lowestAlike(leads, lead),
        );
        const tied = weights.reduce((sum, weight, at) => sum + weight * (alike[at] - leads[at]), 0);
        if (shift === undefined) {
          expect(exactShift(weights, alike, tied + LEVEL - ROUNDING)).toBeUndefined();
          return;
        }
        const least = exactShift(weights, leads, LEVEL + ROUNDING) ?? Number.NaN;
        const most = exactShift(weights, alike, tied - ROUNDING) ?? Number.POSITIVE_INFINITY;
        expect(shift.weight).toBeGreaterThan(least - 1e-12);
        expect(shift.weight).toBeLessThan(most + 1e-12);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes the questions in the order of what they give, all of one before the next", () => {
    const pack = packOf([question("one"), question("two"), question("three", { importance: 2 })]);
    const found = compared(decisionOn(pack, { a: [score(5), score(4), score(2)], b: [score(1), score(2), score(3)] }));
    // Ahead by 1 and 0.5, behind by 0.25: (1 + 0.5)/4 − 0.25/2 = 0.25 to close; one gives 0.2 of its quarter, at 1.25 each.
    expect(found.shift).toEqual({ weight: 0.2, moves: [{ from: "one", to: "three", weight: 0.2 }] });
    const further = compared(
      decisionOn(pack, { a: [score(5), score(5), score(3)], b: [score(1), score(1), score(4)] }),
    );
    // Ahead by 1 and 1, behind by 0.25: 0.375 to close at 1.25 each is 0.3, of which the first that gives has 0.25.
    expect(further.shift?.weight).toBeCloseTo(0.3, 12);
    expect(further.shift?.moves.map(({ weight }) => weight)).toEqual([0.25, expect.closeTo(0.05, 12)]);
  });
});

/** A lead of 1e-9 points is none: the shift may end anywhere from there to no lead at all. */
const LEVEL = 1e-11;
/** What a sum of a few products of numbers up to 1 may be off by. */
const ROUNDING = 1e-14;

/** By how much one candidate is ahead of another on each question with weight. */
function leadsOn({ criteria }: Evaluation, ahead: Standing, behind: Standing) {
  const weighted = [...criteria.keys()].filter((place) => criteria[place].weight > 0);
  const priority = (ahead.priority - behind.priority) / 100;
  return {
    weights: weighted.map((place) => criteria[place].weight),
    leads: weighted.map((place) => ahead.answers[place].value - behind.answers[place].value + priority),
  };
}

/**
 * Leads that follow one another within 1e-9 are alike, and pack order decides between them. So of alike ones the question
 * that takes weight may be the worst placed, and one that gives it the one that gives least.
 */
function highestAlike(leads: readonly number[]): number {
  const [lowest, ...higher] = leads.toSorted((one, other) => one - other);
  return higher.reduce((last, lead) => (lead - last <= 1e-9 ? lead : last), lowest);
}

function lowestAlike(leads: readonly number[], of: number): number {
  const lower = leads.filter((lead) => lead <= of).toSorted((one, other) => other - one);
  return lower.reduce((last, lead) => (last - lead <= 1e-9 ? lead : last), of);
}
