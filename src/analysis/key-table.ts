import { FIVE, writeFiveKeys } from "./five-rows.ts";
import { keyOf, type ScoreKeys, stepsOf } from "./score-keys.ts";
import { BLOCK, NO_CELL, type ScoreTable } from "./score-table.ts";

/** A table of scores in the steps of their keys, so that adding up a row leads to its key. */
export interface KeyTable {
  readonly table: ScoreTable;
  readonly by: ScoreKeys;
  /** The points of the table in steps. */
  readonly steps: Float64Array;
  /** What each row starts from, in steps above the floor. */
  readonly starts: Float64Array;
}

export function keyTable(table: ScoreTable, by: ScoreKeys): KeyTable {
  return {
    table,
    by,
    steps: table.points.map((points) => points * by.stepsPerPoint),
    starts: table.priorities.map((priority) => stepsOf(by, priority)),
  };
}

/** Follows the points of the table, where they changed in these cells. */
export function followPoints({ table, by, steps }: KeyTable, cells: Int32Array): void {
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place];
    if (cell !== NO_CELL) steps[cell] = table.points[cell] * by.stepsPerPoint;
  }
}

/**
 * The key of each row in so many runs, one run behind the other. The weights of the first run stand at `from`, those of the
 * next ten for each block of the table further on.
 *
 * @example
 * const points = new Float64Array(100);
 * points.set([100, 50]);
 * const table = { rows: 10, blocks: 1, points, priorities: new Float64Array(10).fill(3) };
 * const weights = Float64Array.of(0.75, 0.25, 0, 0, 0, 0, 0, 0, 0, 0);
 * const keys = new Int32Array(10);
 * writeKeys(keyTable(table, { bits: 4, mask: 15, floor: 0, stepsPerPoint: 1, near: 31 }), weights, 0, 1, keys);
 * Array.from(keys.subarray(0, 2)) // → [1440, 49]
 */
export function writeKeys(
  { table: { rows, blocks }, by: { bits }, steps, starts }: KeyTable,
  weights: Float64Array,
  from: number,
  runs: number,
  keys: Int32Array,
): void {
  const stride = blocks * BLOCK;
  if (blocks === 1) {
    for (let row = 0; row < rows; row += FIVE) {
      writeFiveKeys(steps, row * BLOCK, starts, row, weights, from, stride, runs, keys, rows, bits);
    }
    return;
  }
  const sums = new Float64Array(rows);
  for (let run = 0; run < runs; run++) {
    sums.set(starts);
    for (let place = 0; place < stride; place += BLOCK) {
      addBlock(sums, steps, place * rows, weights, from + run * stride + place);
    }
    for (let row = 0; row < rows; row++) keys[run * rows + row] = keyOf(sums[row], row, bits);
  }
}

/** Adds what ten more questions bring. */
function addBlock(sums: Float64Array, steps: Float64Array, from: number, weights: Float64Array, at: number): void {
  for (let row = 0, cell = from; row < sums.length; row++, cell += BLOCK) {
    let sum = sums[row];
    for (let place = 0; place < BLOCK; place++) sum += steps[cell + place] * weights[at + place];
    sums[row] = sum;
  }
}
