import { sortInChains } from "../engine/ranks.ts";

/**
 * The same entries, the largest first; sizes within 1e-9 keep the order they came in, so rounding never moves one.
 *
 * @example
 * largestFirst([3, -5, 4], (number) => (number < 0 ? -number : number)) // → [-5,4,3]
 */
export function largestFirst<Entry>(entries: readonly Entry[], sizeOf: (entry: Entry) => number): readonly Entry[] {
  const order = Uint32Array.from(entries.keys());
  sortInChains(order, [entries.map(sizeOf)], (one, other) => one - other);
  return Array.from(order, (place) => entries[place]);
}
