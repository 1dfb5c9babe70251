import type { Contender } from "./contenders.ts";

/**
 * What a weight is multiplied by, ten questions at a time: for each ten a block of rows, one a contender, with the points
 * that all of the weight on a question would give it, 0 to 100. Unused places of the last ten hold 0.
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
 * table.points // → [100, 50, 0, 0, 0, 0, 0, 0, 0, 0]
 */
export function scoreTable(contenders: readonly Pick<Contender, "priority" | "values">[]): ScoreTable {
  const rows = contenders.length;
  const questions = contenders[0]?.values.length ?? 0;
  const blocks = Math.ceil(questions / BLOCK);
  const table = {
    rows,
    blocks,
    points: new Float64Array(blocks * rows * BLOCK),
    priorities: Float64Array.from(contenders, ({ priority }) => priority),
  };
  for (const [row, { values }] of contenders.entries()) {
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
 * The score of each row under the weights that stand from a place on, priority included, added up in pack order.
 *
 * @example
 * const table = scoreTable([{ priority: 3, values: [1, 0.5] }]);
 * const weights = Float64Array.of(0.75, 0.25, 0, 0, 0, 0, 0, 0, 0, 0);
 * const scores = new Float64Array(1);
 * writeScores(table, weights, 0, scores);
 * scores // → [90.5]
 */
export function writeScores(table: ScoreTable, weights: Float64Array, at: number, scores: Float64Array): void {
  const { rows, blocks, points, priorities } = table;
  addTen(points, 0, weights, at, priorities, scores, rows);
  for (let block = 1; block < blocks; block++) {
    addTen(points, block * rows * BLOCK, weights, at + block * BLOCK, scores, scores, rows);
  }
}

/** One loop with nothing else in it, and the weights in variables: a fifth of the time of a loop over a table of weights. */
function addTen(
  points: Float64Array,
  from: number,
  weights: Float64Array,
  at: number,
  before: Float64Array,
  after: Float64Array,
  rows: number,
): void {
  const a = weights[at];
  const b = weights[at + 1];
  const c = weights[at + 2];
  const d = weights[at + 3];
  const e = weights[at + 4];
  const f = weights[at + 5];
  const g = weights[at + 6];
  const h = weights[at + 7];
  const i = weights[at + 8];
  const j = weights[at + 9];
  for (let row = 0, cell = from; row < rows; row++, cell += 10) {
    after[row] =
      before[row] +
      a * points[cell] +
      b * points[cell + 1] +
      c * points[cell + 2] +
      d * points[cell + 3] +
      e * points[cell + 4] +
      f * points[cell + 5] +
      g * points[cell + 6] +
      h * points[cell + 7] +
      i * points[cell + 8] +
      j * points[cell + 9];
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
