import { endOfChain, sortIntoChains } from "./chains.ts";
import { type Named, nameOrder } from "./name-order.ts";
import { TOLERANCE } from "./thresholds.ts";

export interface RankOrder {
  /** Positions in the list of candidates, best first. */
  readonly listed: Uint32Array;
  /** The rank of each of `listed`: 1 is first; ties share a rank and the next rank counts them. */
  readonly ranks: Uint32Array;
}

/**
 * Candidates by score, high to low. A new rank starts where the gap to the candidate before exceeds 1e-9: a chain, so
 * that ties are transitive. Inside a tie the higher low comes first, again in chains of 1e-9, then the name, then the
 * id, by code point. Nothing here depends on the order of the file.
 *
 * `among`: the positions to rank, where not all are. Sorts positions, so it needs one score and one low a candidate and
 * nothing else; never quadratic, however many tie.
 *
 * Source: standard competition ranking ("1224").
 *
 * @example
 * const candidates = [{ id: "a", name: "A" }, { id: "b", name: "B" }, { id: "c", name: "C" }, { id: "d", name: "D" }];
 * rankOrder(candidates, [70, 90, 70, 50], [60, 80, 65, 50]).listed // → [1, 2, 0, 3]
 * rankOrder(candidates, [70, 90, 70, 50], [60, 80, 65, 50]).ranks // → [1, 2, 2, 4]
 * rankOrder(candidates, [70, 90, 70, 50], [60, 80, 65, 50], [0, 3]).listed // → [0, 3]
 */
export function rankOrder(
  candidates: readonly Named[],
  scores: ArrayLike<number>,
  lows: ArrayLike<number>,
  among?: ArrayLike<number>,
): RankOrder {
  const listed = positionsIn(among, candidates.length);
  const ranks = new Uint32Array(listed.length);
  const inTie = nameOrder(candidates);
  // Where nothing is open, the lows are the scores, and say nothing about a tie.
  const laterKeys = lows === scores ? [] : [lows];
  const starts = sortIntoChains(listed, scores, TOLERANCE);
  for (let chain = 0; chain < starts.length; chain++) {
    const start = starts[chain];
    const end = endOfChain(starts, chain, listed.length);
    for (let place = start; place < end; place++) ranks[place] = start + 1;
    if (end - start > 1) sortChains(listed.subarray(start, end), laterKeys, inTie);
  }
  return { listed, ranks };
}

/**
 * Candidates that are not ranked, in the order they are shown: by score, high to low, in chains of 1e-9; then by name,
 * then by id, by code point.
 *
 * @example
 * listOrder([{ id: "b", name: "B" }, { id: "a", name: "A" }, { id: "c", name: "C" }], [50, 50, 60], [0, 1, 2]) // → [2, 1, 0]
 */
export function listOrder(
  candidates: readonly Named[],
  scores: ArrayLike<number>,
  among: ArrayLike<number>,
): Uint32Array {
  const listed = Uint32Array.from(among);
  sortChains(listed, [scores], nameOrder(candidates));
  return listed;
}

/**
 * Sorts positions in place by the first key, high to low; each chain of neighbours within 1e-9 by the next key; what is
 * equal in all of them by `otherwise`. n log n at most, also where everything is equal.
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2);
 * sortInChains(positions, [[5, 5 + 1e-10, 9], [1, 0, 0]], (one, other) => one - other);
 * positions // → [2, 0, 1]
 */
export function sortInChains(
  positions: Uint32Array,
  keys: readonly ArrayLike<number>[],
  otherwise: (one: number, other: number) => number,
): void {
  sortChains(positions, keys, (equal) => {
    if (!isInOrder(equal, otherwise)) equal.sort(otherwise);
  });
}

function isInOrder(positions: Uint32Array, compare: (one: number, other: number) => number): boolean {
  for (let place = 1; place < positions.length; place++) {
    if (compare(positions[place - 1], positions[place]) > 0) return false;
  }
  return true;
}

function sortChains(
  positions: Uint32Array,
  [key, ...laterKeys]: readonly ArrayLike<number>[],
  sortEqual: (equal: Uint32Array) => void,
): void {
  if (key === undefined) {
    sortEqual(positions);
    return;
  }
  const starts = sortIntoChains(positions, key, TOLERANCE);
  for (let chain = 0; chain < starts.length; chain++) {
    const start = starts[chain];
    const end = endOfChain(starts, chain, positions.length);
    if (end - start > 1) sortChains(positions.subarray(start, end), laterKeys, sortEqual);
  }
}

function positionsIn(among: ArrayLike<number> | undefined, count: number): Uint32Array {
  if (among !== undefined) return Uint32Array.from(among);
  const all = new Uint32Array(count);
  for (let position = 0; position < count; position++) all[position] = position;
  return all;
}
