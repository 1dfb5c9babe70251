import { TOLERANCE } from "../../engine/thresholds.ts";
import { NAMED_AT_MOST } from "./naming.ts";

/**
 * The foremost of entries that stand the largest first, to be named: three at most, and none without its equals. Empty
 * where more are equally large, or where nothing is large at all.
 *
 * @example
 * foremost([5, 3, 3, 1], (size) => size) // → [5,3,3]
 * foremost([5, 3, 3, 3], (size) => size) // → [5]
 * foremost([3, 3, 3, 3], (size) => size) // → []
 * foremost([2, 0], (size) => size) // → [2]
 */
export function foremost<Entry>(entries: readonly Entry[], sizeOf: (entry: Entry) => number): readonly Entry[] {
  const large = entries.filter((entry) => sizeOf(entry) > TOLERANCE);
  if (large.length <= NAMED_AT_MOST) return large;
  const next = sizeOf(large[NAMED_AT_MOST]);
  const end = large.slice(0, NAMED_AT_MOST).findIndex((entry) => sizeOf(entry) - next <= TOLERANCE);
  return large.slice(0, end === -1 ? NAMED_AT_MOST : end);
}
