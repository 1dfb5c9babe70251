import type { Contender } from "./contenders.ts";
import { FIVE } from "./five-rows.ts";
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

/** Of what no question counts. */
export const NO_CELL = -1;

/**
 * The score of one row, priority included, added up in pack order. The weights begin at `from`.
 *
 * @example
 * const table = scoreTable([{ priority: 3, values: [1, 0.5] }]);
 * scoreOf(table, Float64Array.of(0.75, 0.25, 0, 0, 0, 0, 0, 0, 0, 0), 0) // → 90.5
 */
export function scoreOf(
  { rows, blocks, points, priorities }: ScoreTable,
  weights: Float64Array,
  row: number,
  from = 0,
): number {
  let score = priorities[row];
  for (let block = 0, at = from; block < blocks; block++) {
    const cell = (block * rows + row) * BLOCK;
    for (let next = cell; next < cell + BLOCK; next++, at++) score += weights[at] * points[next];
  }
  return score;
}
