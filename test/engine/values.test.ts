import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/engine/decision.ts";
import { bestEnd, isAnswered, isBeyond, oneStep, valueFunction, worstEnd } from "../../src/engine/values.ts";
import { anyPack, anyPoint } from "../any.ts";
import { expectedSalary } from "../published.ts";
import { obviousValue } from "./obvious.ts";
import { ABSTAIN, question, range, score, UNKNOWN } from "./small.ts";

const MISSION = question("mission");
const KILOMETRES = question("kilometres", {
  scale: { min: 0, max: 40, step: 15 },
  direction: "lower-is-better",
});

const anyCriterion = anyPack.chain((pack) => fc.constantFrom(...pack.criteria));
const anyCriterionAndTwoAnswers = anyCriterion.chain((criterion) =>
  fc.tuple(fc.constant(criterion), anyPoint(criterion.scale), anyPoint(criterion.scale)),
);

describe("the value of an answer", () => {
  test("value points of the expected salary are met and joined by straight lines (Hämäläinen and others 2002)", () => {
    const { scale, points } = expectedSalary;
    const value = valueFunction(question("salary", { scale: { ...scale, step: 10 }, values: points }));
    for (const point of points) expect(value(point.answer)).toBe(point.value);
    expect(value(2760)).toBeCloseTo(0.375, 12);
    expect(value(3325)).toBeCloseTo(0.875, 12);
  });

  test.each([
    [1, 0],
    [2, 0.25],
    [3, 0.5],
    [4, 0.75],
    [5, 1],
  ])("on 1 to 5 the answer %d is worth %d", (answer, value) => {
    expect(valueFunction(MISSION)(answer)).toBe(value);
  });

  test.each([
    [0, 1],
    [10, 0.75],
    [40, 0],
  ])("%d kilometres, fewer being better, are worth %d", (answer, value) => {
    expect(valueFunction(KILOMETRES)(answer)).toBe(value);
  });

  test("falling value points make fewer better", () => {
    const values = [
      { answer: 0, value: 1 },
      { answer: 10, value: 0.25 },
      { answer: 40, value: 0 },
    ];
    const value = valueFunction({ ...KILOMETRES, values });
    expect([0, 5, 10, 25, 40].map(value)).toEqual([1, 0.625, 0.25, 0.125, 0]);
  });

  test.each([7, 0.999, Number.NaN, Number.POSITIVE_INFINITY])("an answer of %d on 1 to 5 is refused", (answer) => {
    expect(() => valueFunction(MISSION)(answer)).toThrow(
      new RangeError(`${answer} is not on the scale of ${MISSION.label}: answers go from 1 to 5.`),
    );
  });

  test.each([
    [3, 3],
    [5, 1],
    [-1e308, 1e308],
  ])("a scale from %d to %d measures nothing and is refused", (min, max) => {
    expect(() => valueFunction({ ...MISSION, scale: { min, max, step: 1 } })).toThrow(
      new RangeError(`The scale of ${MISSION.label} needs a highest answer above the lowest, both within reach.`),
    );
  });

  test("it is between 0 and 1 and agrees with the slow, obvious version", () => {
    fc.assert(
      fc.property(anyCriterionAndTwoAnswers, ([criterion, answer]) => {
        const value = valueFunction(criterion)(answer);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value).toBeCloseTo(obviousValue(criterion, answer), 9);
      }),
    );
  });

  test("a better answer never has a lower value, not by the last bit", () => {
    fc.assert(
      fc.property(anyCriterionAndTwoAnswers, ([criterion, one, other]) => {
        const value = valueFunction(criterion);
        const [worse, better] = inDirection(criterion, one, other);
        expect(value(better)).toBeGreaterThanOrEqual(value(worse));
      }),
    );
  });

  test("the ends of the scale are worth 0 and 1 exactly", () => {
    fc.assert(
      fc.property(anyCriterion, (criterion) => {
        const [worst, best] = inDirection(criterion, criterion.scale.min, criterion.scale.max);
        expect([valueFunction(criterion)(worst), valueFunction(criterion)(best)]).toEqual([0, 1]);
      }),
    );
  });
});

describe("the ends of an answer", () => {
  test.each([
    ["a score is both of its ends", score(3), 3, 3],
    ["a range has the ends it names", range(2, 4), 2, 4],
    ["what is unknown may be anything on the scale", UNKNOWN, 1, 5],
    ["what a rater abstains from may be anything on the scale", ABSTAIN, 1, 5],
  ])("%s", (_claim, answer, worst, best) => {
    expect([worstEnd(MISSION, answer), bestEnd(MISSION, answer)]).toEqual([worst, best]);
    const lower: Criterion = { ...MISSION, direction: "lower-is-better" };
    expect([worstEnd(lower, answer), bestEnd(lower, answer)]).toEqual([best, worst]);
  });

  test("only scores and ranges say something", () => {
    expect([score(1), range(1, 2), UNKNOWN, ABSTAIN].map(isAnswered)).toEqual([true, true, false, false]);
  });
});

describe("a minimum", () => {
  test.each([
    ["higher-is-better", 1, 2, true],
    ["higher-is-better", 2, 2, false],
    ["higher-is-better", 2 - 0.9e-9, 2, false],
    ["higher-is-better", 2 - 1.1e-9, 2, true],
    ["lower-is-better", 4, 3, true],
    ["lower-is-better", 3, 3, false],
    ["lower-is-better", 3 + 0.9e-9, 3, false],
  ] as const)("%s: whether %d is beyond %d is %s", (direction, answer, minimum, beyond) => {
    expect(isBeyond(direction, answer, minimum)).toBe(beyond);
  });
});

describe("a step", () => {
  test.each([
    [MISSION, 3, "better", 4],
    [MISSION, 3, "worse", 2],
    [MISSION, 4.5, "better", 5],
    [MISSION, 5, "better", 5],
    [MISSION, 1, "worse", 1],
    [KILOMETRES, 20, "better", 5],
    [KILOMETRES, 5, "better", 0],
    [KILOMETRES, 30, "worse", 40],
  ] as const)("is the scale's own and short at its end: $0.id from %d, %s", (criterion, answer, towards, next) => {
    expect(oneStep(criterion, answer, towards)).toBe(next);
  });
});

function inDirection({ direction }: Criterion, one: number, other: number): [worse: number, better: number] {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return direction === "higher-is-better" ? [low, high] : [high, low];
}
