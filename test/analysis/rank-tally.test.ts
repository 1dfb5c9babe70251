import { describe, expect, it } from "vitest";
import { rankSums, rankTally } from "../../src/analysis/rank-tally.ts";
import { addWeights, countRun } from "../../src/analysis/run-count.ts";
import { scoreKeys } from "../../src/analysis/score-keys.ts";

const by = scoreKeys(10, 0, 100);

/** The key of a row in so high a step; the row has four bits. */
function key(step: number, row: number): number {
  return step * 16 + row;
}

describe("a run", () => {
  it("counts each row at the rank behind the members of those above it", () => {
    const tally = rankTally([1, 3, 2], 10);
    expect(countRun(tally, Int32Array.of(key(90, 1), key(50, 2), key(10, 0)), by, 0, 3)).toBe(true);
    expect(rankSums(tally).map(({ sums }) => [...sums])).toEqual([
      [0, 0, 0, 0, 0, 1],
      [1 / 3, 1 / 3, 1 / 3, 0, 0, 0],
      [0, 0, 0, 0.5, 0.5, 0],
    ]);
  });

  it.each([
    ["one candidate each", [1, 1, 1, 1, 1, 1, 1]],
    ["several in a row", [1, 2, 1, 1, 1, 1, 1]],
  ])("with two keys in neighbouring steps counts nothing, %s", (_, members) => {
    for (const near of [1, 2, 3, 4, 5, 6]) {
      const tally = rankTally(members, 10);
      const steps = members.map((_each, place) => 100 - 10 * place - (place === near ? -9 : 0));
      expect(countRun(tally, Int32Array.from(steps, key), by, 0, 7)).toBe(false);
      expect(tally.alone.every((runs) => runs === 0)).toBe(true);
    }
  });

  it("leaves those out who take no part, and stops before the next run", () => {
    const tally = rankTally([1, 1, 1], 10);
    const keys = Int32Array.of(7, key(90, 2), key(50, 0), key(2, 1));
    expect(countRun(tally, keys, by, 1, 2)).toBe(true);
    expect([...tally.alone]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0]);
  });

  it("adds its weights to those of the row that is first", () => {
    const tally = rankTally([1, 1], 10);
    const weights = Float64Array.from({ length: 20 }, (_, place) => place);
    addWeights(tally, 1, weights, 10);
    addWeights(tally, 1, weights, 0);
    expect([...tally.weightsWhenFirst.subarray(10)]).toEqual([10, 12, 14, 16, 18, 20, 22, 24, 26, 28]);
    expect(tally.weightsWhenFirst.subarray(0, 10).every((sum) => sum === 0)).toBe(true);
  });
});

it("four thousand million runs are counted, though the counts have a sign", () => {
  const tally = rankTally([1], 10);
  tally.alone[0] = 4_000_000_000;
  expect(tally.alone[0]).toBeLessThan(0);
  expect(rankSums(tally)[0].sums[0]).toBe(4_000_000_000);
});
