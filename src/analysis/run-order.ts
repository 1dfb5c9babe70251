import { type KeyBuckets, keyBuckets, sortKeys } from "./key-buckets.ts";
import { sortTens, TEN } from "./sorting-networks.ts";

/** The keys of a block of runs, to be sorted run by run. */
export interface RunOrder {
  /** Places a run. */
  readonly room: number;
  readonly keys: Int32Array;
  /** Of more than ten rows. */
  readonly buckets?: KeyBuckets;
}

/** Room to order so many rows, ten at least, in so many runs, again and again. */
export function runOrder(rows: number, runs: number): RunOrder {
  return {
    room: rows,
    keys: new Int32Array(runs * rows),
    ...(rows > TEN && { buckets: keyBuckets(rows) }),
  };
}

/**
 * Sorts the keys of the first so many runs, from the highest score to the lowest.
 *
 * @example
 * const order = runOrder(10, 1);
 * order.keys.set([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
 * sortRuns(order, 1);
 * Array.from(order.keys) // → [9, 6, 5, 5, 4, 3, 3, 2, 1, 1]
 */
export function sortRuns({ room, keys, buckets }: RunOrder, runs: number): void {
  if (buckets === undefined) sortTens(keys, runs * TEN);
  else for (let run = 0; run < runs; run++) sortKeys(buckets, keys, run * room);
}
