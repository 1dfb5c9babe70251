import { TOLERANCE } from "../engine/thresholds.ts";
import { findStarts, type ScoreBuckets, scoreBuckets } from "./score-buckets.ts";
import { orderOfTen, TEN } from "./without-branches.ts";

/** Rows in the order of their scores, and room to put them there. */
export interface ScoreOrder {
  /** The scores to order, a row each; minus infinity for a row that takes no part. Up to ten are filled up with that. */
  readonly scores: Float64Array;
  /** From the highest to the lowest; of ten or fewer, what was filled up comes last. */
  readonly rows: Int32Array;
  /** Of more than ten: the bucket of each, and what the buckets have. */
  readonly bucketOf: Int32Array;
  readonly buckets: ScoreBuckets;
}

/**
 * Room to order so many rows again and again, with scores between two bounds.
 *
 * @example
 * const order = scoreOrder(3, 0, 100);
 * order.scores.set([25, 75, 50]);
 * sortScores(order);
 * Array.from(order.rows).slice(0, 3) // → [1, 2, 0]
 */
export function scoreOrder(count: number, lowest: number, highest: number): ScoreOrder {
  const room = Math.max(count, TEN);
  return {
    scores: new Float64Array(room).fill(Number.NEGATIVE_INFINITY),
    rows: new Int32Array(room),
    bucketOf: new Int32Array(room),
    buckets: scoreBuckets(room, lowest, highest),
  };
}

/**
 * Orders the scores as they are now, and says whether any two neighbours may be level: always where they are. Ten rows are
 * compared each with each; more are dealt out by score into buckets, and what shares a bucket is put in order after that.
 *
 * Cost: rows, if they are spread over the buckets; rows squared at the worst, if they share one.
 *
 * @example
 * const order = scoreOrder(2, 0, 100);
 * order.scores.set([25, 25 + 1e-10]);
 * sortScores(order) // → true
 */
export function sortScores({ scores, rows, bucketOf, buckets }: ScoreOrder): boolean {
  if (rows.length === TEN) {
    orderOfTen(scores, rows);
    return haveCloseNeighbours(scores, rows);
  }
  findStarts(buckets, scores, bucketOf);
  dealOut(bucketOf, buckets.starts, rows);
  return sortNearlySorted(scores, rows);
}

function haveCloseNeighbours(scores: Float64Array, rows: Int32Array): boolean {
  let close = 0;
  let before = Number.POSITIVE_INFINITY;
  for (let place = 0; place < TEN; place++) {
    const score = scores[rows[place]];
    close |= +(before - score <= TOLERANCE);
    before = score;
  }
  return close === 1;
}

function dealOut(bucketOf: Int32Array, starts: Uint8Array | Int32Array, rows: Int32Array): void {
  for (let row = 0; row < rows.length; row++) rows[starts[bucketOf[row]]++] = row;
}

/** Whoever is level with somebody is found close to somebody, on the way to its place or there. */
function sortNearlySorted(scores: Float64Array, rows: Int32Array): boolean {
  let isClose = false;
  let before = scores[rows[0]];
  for (let next = 1; next < rows.length; next++) {
    const row = rows[next];
    const score = scores[row];
    if (before - score > TOLERANCE) {
      before = score;
      continue;
    }
    let place = next;
    for (; place > 0 && scores[rows[place - 1]] < score; place--) rows[place] = rows[place - 1];
    rows[place] = row;
    if (place > 0 && scores[rows[place - 1]] - score <= TOLERANCE) isClose = true;
    if (place < next && score - scores[rows[place + 1]] <= TOLERANCE) isClose = true;
    before = scores[rows[next]];
  }
  return isClose;
}
