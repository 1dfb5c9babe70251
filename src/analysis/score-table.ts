import type { Contender } from "./contenders.ts";
import { FIVE, scoreFiveRows } from "./five-rows.ts";
import type { RunOrder } from "./run-order.ts";
import { keyOf } from "./score-keys.ts";
import { TEN } from "./sorting-networks.ts";

/**
 * What a weight is multiplied by, ten questions at a time: for each ten a block of rows, one a contender, with the points
 * that all of the weight on a question would give it, 0 to 100. Unused places of the last ten hold 0. Rows are added up
 * five at a time and put in order ten at least: what contenders leave of them has no points and minus infinity to start from.
 */
export interface ScoreTable {
  readonly rows: number;
  readonly blocks: number;
  readonly points: Float64Array;
  /** What each row starts from. */
  readonly priorities: Float64Array;
}

/** As many weights as a processor holds at once. */
export const BLOCK = 10;

/**
 * The table of these contenders.
 *
 * @example
 * const table = scoreTable([{ priority: 3, values: [1, 0.5] }]);
 * table.points.subarray(0, 10) // → [100, 50, 0, 0, 0, 0, 0, 0, 0, 0]
 * table.priorities[0] // → 3
 */
export function scoreTable(contenders: readonly Pick<Contender, "priority" | "values">[]): ScoreTable {
  const rows = Math.max(TEN, FIVE * Math.ceil(contenders.length / FIVE));
  const questions = contenders[0]?.values.length ?? 0;
  const blocks = Math.max(1, Math.ceil(questions / BLOCK));
  const table = {
    rows,
    blocks,
    points: new Float64Array(blocks * rows * BLOCK),
    priorities: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
  };
  for (const [row, { priority, values }] of contenders.entries()) {
    table.priorities[row] = priority;
    for (const [question, value] of values.entries()) table.points[cellOf(table, row, question)] = 100 * value;
  }
  return table;
}

/** Where a question of a row stands. */
export function cellOf({ rows }: Pick<ScoreTable, "rows">, row: number, question: number): number {
  const block = Math.floor(question / BLOCK);
  return (block * rows + row) * BLOCK + (question - block * BLOCK);
}

/**
 * The score of each row in so many runs, priority included, added up in pack order, and its key. The weights of the first
 * run stand at `from`, those of the next ten for each block of the table further on.
 *
 * @example
 * const table = scoreTable([{ priority: 3, values: [1, 0.5] }]);
 * const weights = Float64Array.of(0.75, 0.25, 0, 0, 0, 0, 0, 0, 0, 0);
 * const by = { bits: 4, mask: 15, floor: 0, stepsPerPoint: 1, near: 31 };
 * const order = { room: 10, scores: new Float64Array(10), keys: new Int32Array(10), by };
 * writeScores(table, weights, 0, 1, order);
 * order.scores[0] // → 90.5
 * order.keys[0] // → 1440
 */
export function writeScores(
  table: ScoreTable,
  weights: Float64Array,
  from: number,
  runs: number,
  order: RunOrder,
): void {
  const { rows, blocks, points, priorities } = table;
  const stride = blocks * BLOCK;
  for (let row = 0; row < rows; row += FIVE) {
    scoreFiveRows(points, row * BLOCK, priorities, row, weights, from, stride, runs, order);
  }
  for (let block = 1; block < blocks; block++) {
    for (let run = 0; run < runs; run++) {
      addBlock(points, block * rows * BLOCK, weights, from + run * stride + block * BLOCK, order, run * rows);
    }
  }
}

/** Adds to the scores of a run what ten more questions bring. */
function addBlock(
  points: Float64Array,
  from: number,
  weights: Float64Array,
  at: number,
  { scores, keys, room, by }: RunOrder,
  start: number,
): void {
  for (let row = 0, cell = from; row < room; row++, cell += BLOCK) {
    let score = scores[start + row];
    for (let place = 0; place < BLOCK; place++) score += points[cell + place] * weights[at + place];
    scores[start + row] = score;
    keys[start + row] = keyOf(by, score, row);
  }
}

/** The score of one row, added up in the same order. */
export function scoreOf({ rows, blocks, points, priorities }: ScoreTable, weights: Float64Array, row: number): number {
  let score = priorities[row];
  for (let block = 0, place = 0; block < blocks; block++) {
    const cell = (block * rows + row) * BLOCK;
    for (let next = cell; next < cell + BLOCK; next++, place++) score += weights[place] * points[next];
  }
  return score;
}
