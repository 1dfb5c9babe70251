import { sortDescending } from "./descending-order.ts";
import { type KeyGroups, keyGroups } from "./key-groups.ts";

/**
 * Sorts positions in place by a key, high to low, into chains: a new one starts where the gap to the key before exceeds a
 * tolerance. `visit` is called with the places of each chain in turn, and may put them in an order of its own: of the order
 * inside a chain nothing is promised. Never quadratic, and quickest where few keys differ.
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2);
 * const lengths = [];
 * sortIntoChains(positions, [7, 9, 7 + 1e-10], 1e-9, (start, end) => lengths.push(end - start));
 * lengths // → [1, 2]
 * positions[0] // → 1
 */
export function sortIntoChains(positions: Uint32Array, key: ArrayLike<number>, tolerance: number, visit: Visit): void {
  const groups = positions.length > MANY ? keyGroups(positions, key) : undefined;
  if (groups === undefined) visitSorted(sortDescending(positions, key), tolerance, visit);
  else visitDealt(positions, groups, tolerance, visit);
}

/** Beyond, looking for keys that are equal pays. */
const MANY = 1000;

type Visit = (start: number, end: number) => void;

function visitSorted(keys: Float64Array, tolerance: number, visit: Visit): void {
  let start = 0;
  for (let end = 1; end <= keys.length; end++) {
    if (end < keys.length && keys[end - 1] - keys[end] <= tolerance) continue;
    visit(start, end);
    start = end;
  }
}

/** Deals positions out to chains by their groups, so that each chain has them in the order they came in. */
function visitDealt(
  positions: Uint32Array,
  { keys, counts, groups }: KeyGroups,
  tolerance: number,
  visit: Visit,
): void {
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
  for (const [chain, start] of starts.entries()) visit(start, starts[chain + 1] ?? dealt);
}
