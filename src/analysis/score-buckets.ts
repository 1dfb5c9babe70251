/** Buckets for scores between two bounds, all of the same width. */
export interface ScoreBuckets {
  /** How many rows each bucket has, then where each begins. */
  readonly starts: Uint8Array | Int32Array;
  /** The same four at a time, where bytes are enough. */
  readonly fours?: Int32Array;
  readonly lowest: number;
  readonly bucketsPerPoint: number;
}

/**
 * Buckets for so many rows, with scores between two bounds. Up to 255 rows the counts fit into bytes: then there are eight
 * buckets a row, so that few rows share one, and one multiplication adds four of them up. Of more there are two a row.
 *
 * @example
 * scoreBuckets(20, 0, 100).starts.length // → 160
 * scoreBuckets(1000, 0, 100).starts.length // → 2000
 */
export function scoreBuckets(rows: number, lowest: number, highest: number): ScoreBuckets {
  const fours = rows <= 255 ? new Int32Array(2 * rows) : undefined;
  const starts = fours === undefined ? new Int32Array(2 * rows) : new Uint8Array(fours.buffer);
  const bucketsPerPoint = highest > lowest ? (starts.length - 1) / (highest - lowest) : 0;
  return { starts, ...(fours && { fours }), lowest, bucketsPerPoint };
}

/**
 * Writes for each row the bucket that its score is in, and finds where in the order of scores each bucket begins: the
 * highest first. Below the lowest score, minus infinity is in its bucket.
 *
 * @example
 * const buckets = scoreBuckets(3, 0, 100);
 * const bucketOf = new Int32Array(3);
 * findStarts(buckets, [25, 75, 50], bucketOf);
 * Array.from(bucketOf, (bucket) => buckets.starts[bucket]) // → [2, 0, 1]
 */
export function findStarts(
  { starts, fours, lowest, bucketsPerPoint }: ScoreBuckets,
  scores: Float64Array,
  bucketOf: Int32Array,
): void {
  starts.fill(0);
  count(scores, lowest, bucketsPerPoint, bucketOf, starts);
  if (fours === undefined) addUp(starts);
  else addUpFours(fours);
}

function count(
  scores: Float64Array,
  lowest: number,
  bucketsPerPoint: number,
  bucketOf: Int32Array,
  counts: Uint8Array | Int32Array,
): void {
  for (let row = 0; row < bucketOf.length; row++) {
    const bucket = ((scores[row] - lowest) * bucketsPerPoint) | 0;
    bucketOf[row] = bucket;
    counts[bucket]++;
  }
}

function addUp(counts: Uint8Array | Int32Array): void {
  let start = 0;
  for (let bucket = counts.length - 1; bucket >= 0; bucket--) {
    const count = counts[bucket];
    counts[bucket] = start;
    start = (start + count) | 0;
  }
}

/**
 * Times 1 + 2⁸ + 2¹⁶ + 2²⁴, each byte of a word becomes the sum of itself and those below, and the highest the sum of all
 * four. (Where a machine keeps the bytes of a word the other way round, buckets begin in another order within each four:
 * the rows are then further from their places, and are put there all the same.)
 */
function addUpFours(fours: Int32Array): void {
  let start = 0;
  for (let four = fours.length - 1; four >= 0; four--) {
    const upToEach = Math.imul(fours[four], 0x01010101);
    start = (start + (upToEach >>> 24)) | 0;
    fours[four] = (Math.imul(start, 0x01010101) - upToEach) | 0;
  }
}
