import { compareByCodePoint } from "./code-point-order.ts";
import type { Candidate } from "./decision.ts";
import { TOLERANCE } from "./thresholds.ts";

/** What of a candidate decides its place among equals. */
export type Named = Pick<Candidate, "id" | "name">;

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
 * nothing else; n log n also where everybody ties.
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
  among: Iterable<number> = candidates.keys(),
): RankOrder {
  const listed = Uint32Array.from(among);
  sortInChains(listed, [scores, lows], byName(candidates));
  const ranks = new Uint32Array(listed.length);
  for (const place of listed.keys()) {
    ranks[place] = place > 0 && isTied(listed, place, scores) ? ranks[place - 1] : place + 1;
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
  among: Iterable<number>,
): Uint32Array {
  const listed = Uint32Array.from(among);
  sortInChains(listed, [scores], byName(candidates));
  return listed;
}

/**
 * Sorts positions in place by the first key, high to low; each chain of neighbours within 1e-9 by the next key; what is
 * equal in all of them by `otherwise`. n log n a key, also where everything is equal.
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2);
 * sortInChains(positions, [[5, 5 + 1e-10, 9], [1, 0, 0]], (one, other) => one - other);
 * positions // → [2, 0, 1]
 */
export function sortInChains(
  positions: Uint32Array,
  [key, ...laterKeys]: readonly ArrayLike<number>[],
  otherwise: (one: number, other: number) => number,
): void {
  if (key === undefined) {
    positions.sort(otherwise);
    return;
  }
  positions.sort((one, other) => key[other] - key[one]);
  for (let start = 0, end = 1; end <= positions.length; end++) {
    if (end < positions.length && isTied(positions, end, key)) continue;
    if (end - start > 1) sortInChains(positions.subarray(start, end), laterKeys, otherwise);
    start = end;
  }
}

/** Whether what stands at a place is within 1e-9 of what stands before it. */
function isTied(positions: Uint32Array, place: number, key: ArrayLike<number>): boolean {
  return Math.abs(key[positions[place - 1]] - key[positions[place]]) <= TOLERANCE;
}

function byName(candidates: readonly Named[]): (one: number, other: number) => number {
  return (one, other) =>
    compareByCodePoint(candidates[one].name, candidates[other].name) ||
    compareByCodePoint(candidates[one].id, candidates[other].id);
}
