import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOrder, sortRuns } from "../../src/analysis/run-order.ts";
import { keyOf, scoreKeys, stepsOf } from "../../src/analysis/score-keys.ts";

/** Scores from 0 to 100, some equal, some a hair apart, some of rows that take no part. */
const anyScore = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 3 })).map(([steps, hairs]) => 12.5 * steps + hairs * 0.8e-9),
  },
  { weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
);
const anyRuns = fc
  .integer({ min: 2, max: 12 })
  .map((fives) => 5 * fives)
  .chain((rows) => fc.array(fc.array(anyScore, { minLength: rows, maxLength: rows }), { minLength: 2, maxLength: 3 }));

/** The rows of each run in order, each with its key. */
function sorted(runs: readonly (readonly number[])[], [lowest, highest]: readonly [number, number] = [0, 101]) {
  const order = runOrder(runs[0].length, runs.length);
  const by = scoreKeys(runs[0].length, lowest, highest);
  order.keys.set(runs.flatMap((scores) => scores.map((score, row) => keyOf(stepsOf(by, score), row, by.bits))));
  sortRuns(order, runs.length);
  const keys = [...order.keys].map((key) => ({ key, row: key & by.mask }));
  return {
    near: by.near,
    runs: runs.map((scores, run) => keys.slice(run * scores.length).slice(0, scores.length)),
  };
}

describe("the rows of a run in order", () => {
  it("are all there, and no score is above one before it unless the keys are near", () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const found = sorted(runs);
        for (const [run, scores] of runs.entries()) {
          const order = found.runs[run];
          expect(order.map(({ row }) => row).sort((one, other) => one - other)).toEqual([...scores.keys()]);
          for (const [place, { key, row }] of order.entries()) {
            const before = order[place - 1];
            if (before === undefined || before.key - key <= found.near) continue;
            expect(scores[before.row] - scores[row]).toBeGreaterThan(1e-9);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("end with those that take no part", () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        for (const [run, scores] of runs.entries()) {
          const takesPart = sorted(runs).runs[run].map(({ row }) => scores[row] > Number.NEGATIVE_INFINITY);
          expect(takesPart.lastIndexOf(true)).toBe(scores.filter((score) => score >= 0).length - 1);
        }
      }),
    );
  });

  it("are not near where scores are far apart, up to the highest there can be", () => {
    for (const rows of [10, 15, 60, 300, 2000]) {
      const scores = Array.from({ length: rows }, (_, row) => (100 * ((row * 37) % rows)) / (rows - 1));
      const { near, runs } = sorted([scores], [0, 100]);
      const keys = [2 ** 31 - 1, ...runs[0].map(({ key }) => key)];
      expect(keys.every((key, place) => place === 0 || keys[place - 1] - key > near)).toBe(true);
      expect(runs[0].map(({ row }) => scores[row])).toEqual(scores.toSorted((one, other) => other - one));
    }
  });

  it("are in order even where all share a bucket", () => {
    const scores = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9];
    const { runs } = sorted([scores], [0, 1e6]);
    expect(runs[0].map(({ row }) => scores[row])).toEqual([9, 9, 9, 8, 7, 6, 5, 5, 5, 4, 3, 3, 2, 1, 1]);
  });

  it("are near wherever nobody can be told apart", () => {
    const { near, runs } = sorted([Array(15).fill(50)], [50, 50]);
    expect(runs[0].every(({ key }, place) => place === 0 || runs[0][place - 1].key - key <= near)).toBe(true);
  });
});
