import { sortDescending } from "./descending-order.ts";
import { type KeyGroups, keyGroups } from "./key-groups.ts";

/**
 * Sorts positions in place by a key, high to low, into chains: a new one starts where the gap to the key before exceeds a
 * tolerance. Gives the places where chains start. Of the order inside a chain nothing is promised. Never quadratic, and
 * quickest where few keys differ.
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2);
 * const starts = sortIntoChains(positions, [7, 9, 7 + 1e-10], 1e-9);
 * Array.from(starts) // → [0, 1]
 * positions[0] // → 1
 */
export function sortIntoChains(positions: Uint32Array, key: ArrayLike<number>, tolerance: number): Uint32Array {
  const groups = positions.length > MANY ? keyGroups(positions, key) : undefined;
  if (groups === undefined) return startsIn(sortDescending(positions, key), tolerance);
  return dealIntoChains(positions, groups, tolerance);
}

/** Beyond, looking for keys that are equal pays. */
const MANY = 1000;

/**
 * Where a chain ends, of so many places in all.
 *
 * @example
 * [endOfChain([0, 1], 0, 3), endOfChain([0, 1], 1, 3)] // → [1, 3]
 */
export function endOfChain(starts: ArrayLike<number>, chain: number, all: number): number {
  return chain + 1 < starts.length ? starts[chain + 1] : all;
}

function startsIn(keys: Float64Array, tolerance: number): Uint32Array {
  const starts = new Uint32Array(keys.length);
  let chains = 0;
  for (let place = 0; place < keys.length; place++) {
    if (place > 0 && keys[place - 1] - keys[place] <= tolerance) continue;
    starts[chains] = place;
    chains += 1;
  }
  return starts.subarray(0, chains);
}

/** Deals positions out to chains by their groups, so that each chain has them in the order they came in. */
function dealIntoChains(positions: Uint32Array, { keys, counts, groups }: KeyGroups, tolerance: number): Uint32Array {
  const order = Uint32Array.from(keys.keys());
  const sorted = sortDescending(order, keys);
  const chainOf = new Uint16Array(keys.length);
  const starts = [0];
  let dealt = 0;
  for (let place = 0; place < order.length; place++) {
    if (place > 0 && sorted[place - 1] - sorted[place] > tolerance) starts.push(dealt);
    chainOf[order[place]] = starts.length - 1;
    dealt += counts[order[place]];
  }
  const came = positions.slice();
  const next = Uint32Array.from(starts);
  for (let place = 0; place < came.length; place++) positions[next[chainOf[groups[place]]]++] = came[place];
  return Uint32Array.from(starts);
}
