import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weighCriteria, weightShares } from "../../src/engine/weights.ts";
import { anyDecision } from "../any.ts";
import { officeLocation } from "../published.ts";
import { decisionOn, packOf, question } from "./small.ts";

const TWO_REASONS = [
  { id: "reach", label: "Reach", emphasis: { audience: 2 }, readings: {} },
  { id: "tap", label: "Tap", emphasis: {}, readings: {} },
];
const PACK = packOf([question("audience", { importance: 4 }), question("timing", { importance: 6 })], {
  reasons: TWO_REASONS,
});

describe("weights", () => {
  test("swing points of the office location give the printed weights (Goodwin and Wright 2004, figure 3.5)", () => {
    const shares = weightShares(Object.values(officeLocation.importance));
    expect(shares.map((share) => Math.round(100 * share))).toEqual(Object.values(officeLocation.printedWeights));
  });

  test("emphasis is the mean over the chosen reasons: importance 4 under 2 and none becomes 6", () => {
    const [audience] = weighCriteria(decisionOn(PACK, {}, { reasons: ["reach", "tap"] }));
    expect(audience).toEqual({ id: "audience", importance: 4, emphasis: 1.5, weight: 0.5 });
    expect(audience.importance * audience.emphasis).toBe(6);
  });

  test("a stated importance takes no emphasis: 5 stays 5", () => {
    const stated = { reasons: ["reach", "tap"], importance: { audience: 5 } };
    expect(weighCriteria(decisionOn(PACK, {}, stated))[0]).toEqual({
      id: "audience",
      importance: 5,
      emphasis: 1,
      weight: 5 / 11,
    });
  });

  test("without reasons the pack's importance stands", () => {
    expect(weighCriteria(decisionOn(PACK, {})).map(({ weight }) => weight)).toEqual([0.4, 0.6]);
  });

  test("a stated importance of 0 takes a question out of the score", () => {
    const weights = weighCriteria(decisionOn(PACK, {}, { importance: { audience: 0 } })).map(({ weight }) => weight);
    expect(weights).toEqual([0, 1]);
  });

  test("a total importance of 0 is refused in a plain sentence", () => {
    const nothing = { importance: { audience: 0, timing: 0 } };
    expect(() => weighCriteria(decisionOn(PACK, {}, nothing))).toThrow(RangeError);
    expect(() => weighCriteria(decisionOn(PACK, {}, nothing))).toThrow(/Every question has importance 0/);
  });

  test.each([[[-1, 2]], [[Number.NaN, 1]], [[1e308, 1e308]], [[Number.POSITIVE_INFINITY]]])(
    "points that make no share are refused: %j",
    (points) => {
      expect(() => weightShares(points)).toThrow(
        new RangeError("Importance is a number of points, 0 or more, and small enough to add up."),
      );
    },
  );

  test("one question alone has all the weight, and the smallest number there is can be weighed", () => {
    expect(weightShares([7])).toEqual([1]);
    expect(weightShares([Number.MIN_VALUE, Number.MIN_VALUE])).toEqual([0.5, 0.5]);
  });

  test("weights are shares: none below 0, together 1, in the proportions of importance times emphasis", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const weighed = weighCriteria(decision);
        const total = weighed.reduce((sum, { importance, emphasis }) => sum + importance * emphasis, 0);
        expect(weighed.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        for (const { importance, emphasis, weight } of weighed) {
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight * total).toBeCloseTo(importance * emphasis, 9);
        }
      }),
    );
  });

  test("only proportions count: double all points and no share moves", () => {
    const anyPoints = fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyPoints, (points) => {
        expect(weightShares(points.map((point) => 2 * point))).toEqual(weightShares(points));
      }),
    );
  });
});
