import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOrder, sortScores } from "../../src/analysis/score-order.ts";

/** Scores from 0 to 100, some equal, some a hair apart, some of rows that take no part. */
const anyScore = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 3 })).map(([steps, hairs]) => 12.5 * steps - hairs * 0.8e-9),
  },
  { weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
);
const anyScores = fc.array(anyScore, { minLength: 1, maxLength: 60, size: "max" });

function areClose(sorted: readonly number[]): boolean {
  return sorted.some((score, place) => place > 0 && sorted[place - 1] - score <= 1e-9);
}

describe("rows in the order of their scores", () => {
  it("stand as sorting puts them, and close neighbours are noticed", () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const order = scoreOrder(scores.length, -1, 101);
        // The second time, everything is as the first left it.
        for (const again of [scores.toReversed(), scores]) {
          order.scores.set(again);
          const mayTie = sortScores(order);
          const taking = again.filter((score) => score > Number.NEGATIVE_INFINITY);
          const sorted = taking.toSorted((one, other) => other - one);
          expect([...order.rows.subarray(0, taking.length)].map((row) => again[row])).toEqual(sorted);
          expect(mayTie || !areClose(sorted)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are not said to be close where none are", () => {
    for (const count of [2, 10, 11, 60]) {
      const order = scoreOrder(count, 0, 100);
      order.scores.set(Array.from({ length: count }, (_, row) => (row * 37) % count));
      expect(sortScores(order)).toBe(false);
    }
  });

  it("are in order even where all share a bucket", () => {
    const order = scoreOrder(12, 0, 1e12);
    order.scores.set([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]);
    expect(sortScores(order)).toBe(true);
    expect([...order.rows].map((row) => order.scores[row])).toEqual([9, 8, 6, 5, 5, 5, 4, 3, 3, 2, 1, 1]);
  });
});
