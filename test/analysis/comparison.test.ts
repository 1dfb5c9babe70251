import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solve } from "yalps";
import { type Comparison, comparison } from "../../src/analysis/comparison.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Evaluation, Standing } from "../../src/engine/evaluation.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";

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

  it("is as small as a linear programme finds, and exists where one does", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const [one, other] = everyone(evaluation);
        if (other === undefined) return;
        const { shift } = comparison(decision, evaluation, one, other);
        const least = leastMoved(evaluation, one, other);
        if (least === undefined) expect(shift).toBeUndefined();
        else expect(shift?.weight).toBeCloseTo(least, 5);
      }),
      { numRuns: 500 },
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

/** What a question gives up is `down`, what it takes is `up`; the least that goes down in all. */
function leastMoved({ criteria }: Evaluation, one: Standing, other: Standing): number | undefined {
  const weighted = [...criteria.keys()].filter((place) => criteria[place].weight > 0);
  const ahead = (one.priority - other.priority) / 100;
  const differences = weighted.map((place) => one.answers[place].value - other.answers[place].value + ahead);
  const gap = differences.reduce((sum, difference, place) => sum + difference * criteria[weighted[place]].weight, 0);
  const variables = differences.flatMap((difference, place): [string, Record<string, number>][] => [
    [`up ${place}`, { balance: 1, gap: difference, moved: 0 }],
    [`down ${place}`, { balance: -1, gap: -difference, moved: 1, [`most ${place}`]: 1 }],
  ]);
  const most = weighted.map((at, place): [string, { max: number }] => [`most ${place}`, { max: criteria[at].weight }]);
  const constraints = Object.fromEntries<{ max: number } | { equal: number }>([
    ...most,
    ["balance", { equal: 0 }],
    ["gap", { equal: -gap }],
  ]);
  const found = solve({ direction: "minimize", objective: "moved", constraints, variables }, { precision: 1e-10 });
  return found.status === "optimal" ? found.result : undefined;
}
