import { TOLERANCE } from "../engine/thresholds.ts";
import { orderOfTen, TEN } from "./without-branches.ts";

/** Rows in the order of their scores. */
export interface ScoreOrder {
  /** The scores to order, a row each; minus infinity for a row that takes no part. Up to ten are filled up with that. */
  readonly scores: Float64Array;
  /** From the highest to the lowest: the rows, and their scores. */
  readonly rows: Int32Array;
  readonly sorted: Float64Array;
  /** Orders the scores as they are now. Says whether any two neighbours may be level: always where they are. */
  readonly sort: () => boolean;
}

/**
 * Room to order so many rows again and again, whose scores lie between two bounds; nearer bounds than those of the scores
 * are allowed, and cost time. Up to ten rows are ordered by {@link orderOfTen}; more are dealt out by score into twice as
 * many buckets as there are rows, and what shares a bucket is put in order after that.
 *
 * Cost: rows, if they are spread over the buckets; rows squared at the worst, if they share one.
 *
 * @example
 * const order = scoreOrder(3, 0, 100);
 * order.scores.set([25, 75, 50]);
 * order.sort();
 * Array.from(order.rows) // → [1, 2, 0]
 * order.sorted // → [75, 50, 25]
 */
export function scoreOrder(count: number, lowest: number, highest: number): ScoreOrder {
  const scores = new Float64Array(Math.max(count, TEN)).fill(Number.NEGATIVE_INFINITY);
  const sorted = new Float64Array(count);
  if (count <= TEN) {
    const order = new Int32Array(TEN);
    const sort = () => {
      orderOfTen(scores, order);
      return writeScoresInOrder(scores, order, sorted);
    };
    return { scores, rows: order.subarray(0, count), sorted, sort };
  }
  const rows = new Int32Array(count);
  const buckets = new Int32Array(2 * count);
  const bucketOf = new Int32Array(count);
  const bucketsPerPoint = highest > lowest ? (buckets.length - 1) / (highest - lowest) : 0;
  const sort = () => {
    buckets.fill(0);
    countBuckets(scores, lowest, bucketsPerPoint, bucketOf, buckets);
    turnIntoStarts(buckets);
    dealOut(scores, bucketOf, buckets, rows, sorted);
    return sortNearlySorted(rows, sorted);
  };
  return { scores, rows, sorted, sort };
}

function writeScoresInOrder(scores: Float64Array, order: Int32Array, sorted: Float64Array): boolean {
  let close = 0;
  let before = Number.POSITIVE_INFINITY;
  for (let place = 0; place < sorted.length; place++) {
    const score = scores[order[place]];
    sorted[place] = score;
    close |= +(before - score <= TOLERANCE);
    before = score;
  }
  return close === 1;
}

function countBuckets(
  scores: Float64Array,
  lowest: number,
  bucketsPerPoint: number,
  bucketOf: Int32Array,
  buckets: Int32Array,
): void {
  for (let row = 0; row < bucketOf.length; row++) {
    const bucket = ((scores[row] - lowest) * bucketsPerPoint) | 0;
    bucketOf[row] = bucket;
    buckets[bucket]++;
  }
}

/** Where each bucket begins; the highest comes first. */
function turnIntoStarts(buckets: Int32Array): void {
  let start = 0;
  for (let bucket = buckets.length - 1; bucket >= 0; bucket--) {
    const count = buckets[bucket];
    buckets[bucket] = start;
    start = (start + count) | 0;
  }
}

function dealOut(
  scores: Float64Array,
  bucketOf: Int32Array,
  starts: Int32Array,
  rows: Int32Array,
  sorted: Float64Array,
): void {
  for (let row = 0; row < rows.length; row++) {
    const place = starts[bucketOf[row]]++;
    rows[place] = row;
    sorted[place] = scores[row];
  }
}

/** Whoever is level with somebody is found close to somebody, on the way to its place or there. */
function sortNearlySorted(rows: Int32Array, sorted: Float64Array): boolean {
  let isClose = false;
  for (let next = 1; next < rows.length; next++) {
    const score = sorted[next];
    if (sorted[next - 1] - score > TOLERANCE) continue;
    const row = rows[next];
    let place = next;
    for (; place > 0 && sorted[place - 1] < score; place--) {
      sorted[place] = sorted[place - 1];
      rows[place] = rows[place - 1];
    }
    sorted[place] = score;
    rows[place] = row;
    if (place > 0 && sorted[place - 1] - score <= TOLERANCE) isClose = true;
    if (place < next && score - sorted[place + 1] <= TOLERANCE) isClose = true;
  }
  return isClose;
}
