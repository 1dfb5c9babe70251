import { FIVE, writeFiveKeys } from "./five-rows.ts";
import { keyOf, type ScoreKeys, stepsOf } from "./score-keys.ts";
import { BLOCK, NO_CELL, type ScoreTable, scoreOf } from "./score-table.ts";

/** A table of scores, and the same in the steps of their keys, so that adding up a row leads to its key. */
export interface KeyTable {
  readonly table: ScoreTable;
  readonly by: ScoreKeys;
  /** Its priorities are above the floor. */
  readonly steps: ScoreTable;
}

export function keyTableOf(table: ScoreTable, by: ScoreKeys): KeyTable {
  const points = table.points.map((each) => each * by.stepsPerPoint);
  const priorities = table.priorities.map((priority) => stepsOf(by, priority));
  return { table, by, steps: { ...table, points, priorities } };
}

/** Follows the points of the table, where they changed in these cells. */
export function followPoints({ table, by, steps }: KeyTable, cells: Int32Array): void {
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place];
    if (cell !== NO_CELL) steps.points[cell] = table.points[cell] * by.stepsPerPoint;
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
 * writeKeys(keyTableOf(table, { bits: 4, mask: 15, floor: 0, stepsPerPoint: 1, near: 31 }), weights, 0, 1, keys);
 * Array.from(keys.subarray(0, 2)) // → [1440, 49]
 */
export function writeKeys(
  { by: { bits }, steps }: KeyTable,
  weights: Float64Array,
  from: number,
  runs: number,
  keys: Int32Array,
): void {
  const { rows, blocks, points, priorities } = steps;
  const stride = blocks * BLOCK;
  if (blocks === 1) {
    for (let row = 0; row < rows; row += FIVE) {
      writeFiveKeys(points, row * BLOCK, priorities, row, weights, from, stride, runs, keys, rows, bits);
    }
    return;
  }
  for (let run = 0; run < runs; run++) {
    const at = from + run * stride;
    for (let row = 0; row < rows; row++) keys[run * rows + row] = keyOf(scoreOf(steps, weights, row, at), row, bits);
  }
}
