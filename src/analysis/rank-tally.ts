import { TOLERANCE } from "../engine/thresholds.ts";
import type { RunOrder } from "./run-order.ts";
import type { ScoreKeys } from "./score-keys.ts";

/** Who took which ranks in the runs so far, counted in whole numbers: what ties share is divided when all is counted. */
export interface RankTally {
  /** How many candidates, always level, each row stands for, and all of them together. */
  readonly members: Int32Array;
  readonly candidates: number;
  /** By row: from a rank of `alone` to the next that is free behind its members. */
  readonly steps: Int32Array;
  /** At rank × rows + row, ranks from 0: the runs in which the row, level with no other, takes the ranks from that on. */
  readonly alone: Uint32Array;
  /** The runs in which it is level with others, by {@link tieKey}. */
  readonly level: Map<number, number>;
  /** At row × width + question: the sum of the weights under which the row is first; in a tie its part of them. */
  readonly weightsWhenFirst: Float64Array;
  readonly width: number;
}

/**
 * An empty tally for rows that stand for so many candidates each, with so many weights to a weighting, tens of them.
 *
 * @example
 * rankTally([1, 3], 10).candidates // → 4
 */
export function rankTally(members: readonly number[], width: number): RankTally {
  const candidates = members.reduce((sum, count) => sum + count, 0);
  return {
    members: Int32Array.from(members),
    candidates,
    steps: Int32Array.from(members, (count) => count * members.length),
    alone: new Uint32Array(candidates * members.length),
    level: new Map(),
    weightsWhenFirst: new Float64Array(members.length * width),
    width,
  };
}

/**
 * Counts a run whose keys are sorted: so many rows take part, those within 1e-9 of the next as a tie, in a chain as
 * everywhere. Its keys and scores begin at `start`, its weights at `at`.
 */
export function countRun(
  tally: RankTally,
  { keys, scores, by }: Pick<RunOrder, "keys" | "scores" | "by">,
  start: number,
  among: number,
  weights: Float64Array,
  at: number,
): void {
  if (among === 0) return;
  if (countAlone(tally, keys, by, start, among, 1)) {
    countAlone(tally, keys, by, start, among, -1);
    countTies(tally, rowsInOrder(keys, scores, by.mask, start, among), scores, start, weights, at);
  } else {
    addWeights(tally.weightsWhenFirst, (keys[start] & by.mask) * tally.width, weights, at, tally.width);
  }
}

/**
 * Counts so many runs more in which each row is level with no other, and says whether any two may be level after all: then
 * it has to be taken back. That is seldom, and one look at each key is faster than two.
 */
function countAlone(
  { alone, steps }: RankTally,
  keys: Int32Array,
  { mask, near }: ScoreKeys,
  start: number,
  among: number,
  runs: number,
): boolean {
  const end = (start + among) | 0;
  let at = start | 0;
  let base = 0;
  let before = ABOVE_ALL;
  let sign = 0;
  for (; at <= end - 5; at = (at + 5) | 0) {
    const a = keys[at];
    const b = keys[(at + 1) | 0];
    const c = keys[(at + 2) | 0];
    const d = keys[(at + 3) | 0];
    const e = keys[(at + 4) | 0];
    base = countRow(alone, base, a & mask, runs, steps);
    base = countRow(alone, base, b & mask, runs, steps);
    base = countRow(alone, base, c & mask, runs, steps);
    base = countRow(alone, base, d & mask, runs, steps);
    base = countRow(alone, base, e & mask, runs, steps);
    sign |= beyond(before, a, near) | beyond(a, b, near) | beyond(b, c, near) | beyond(c, d, near) | beyond(d, e, near);
    before = e;
  }
  for (; at < end; at = (at + 1) | 0) {
    const key = keys[at];
    base = countRow(alone, base, key & mask, runs, steps);
    sign |= beyond(before, key, near);
    before = key;
  }
  return sign < 0;
}

/** Gives where the ranks behind the row begin. */
function countRow(alone: Uint32Array, base: number, row: number, runs: number, steps: Int32Array): number {
  alone[(base + row) | 0] += runs;
  return (base + steps[row]) | 0;
}

/** Below 0 if the keys are near. */
function beyond(before: number, key: number, near: number): number {
  return (before - key - near - 1) | 0;
}

const ABOVE_ALL = 2147483647;

/** By the scores themselves: keys that are near may stand the wrong way round. */
function rowsInOrder(keys: Int32Array, scores: Float64Array, mask: number, start: number, among: number): Int32Array {
  const rows = keys.slice(start, start + among);
  for (let next = 0; next < among; next++) {
    const row = rows[next] & mask;
    let place = next;
    for (; place > 0 && scores[start + rows[place - 1]] < scores[start + row]; place--) rows[place] = rows[place - 1];
    rows[place] = row;
  }
  return rows;
}

function countTies(
  tally: RankTally,
  rows: Int32Array,
  scores: Float64Array,
  first: number,
  weights: Float64Array,
  at: number,
): void {
  const { members, alone } = tally;
  let rank = 0;
  for (let start = 0, end = 1; start < rows.length; start = end, end++) {
    while (end < rows.length && scores[first + rows[end - 1]] - scores[first + rows[end]] <= TOLERANCE) end++;
    if (end - start === 1) {
      const row = rows[start];
      if (rank === 0) addPartOfWeights(tally, row, 1, weights, at);
      alone[rank * members.length + row]++;
      rank += members[row];
    } else {
      rank += countChain(tally, rows.subarray(start, end), rank, weights, at);
    }
  }
}

/** Gives how many candidates the chain stands for. */
function countChain(tally: RankTally, chain: Int32Array, rank: number, weights: Float64Array, at: number): number {
  const { members, level } = tally;
  const size = chain.reduce((sum, row) => sum + members[row], 0);
  for (const row of chain) {
    const key = tieKey(tally, { rank, size, row });
    level.set(key, (level.get(key) ?? 0) + 1);
    if (rank === 0) addPartOfWeights(tally, row, members[row] / size, weights, at);
  }
  return size;
}

function addWeights(sums: Float64Array, to: number, weights: Float64Array, at: number, width: number): void {
  for (let question = 0; question < width; question += 5) {
    sums[to + question] += weights[at + question];
    sums[to + question + 1] += weights[at + question + 1];
    sums[to + question + 2] += weights[at + question + 2];
    sums[to + question + 3] += weights[at + question + 3];
    sums[to + question + 4] += weights[at + question + 4];
  }
}

function addPartOfWeights(
  { weightsWhenFirst, width }: RankTally,
  row: number,
  part: number,
  weights: Float64Array,
  at: number,
): void {
  for (let question = 0; question < width; question++) {
    weightsWhenFirst[row * width + question] += part * weights[at + question];
  }
}

/** A row that is level with others: so many candidates together take the ranks from that on. */
interface Tie {
  readonly rank: number;
  readonly size: number;
  readonly row: number;
}

function tieKey({ members, candidates }: RankTally, { rank, size, row }: Tie): number {
  return (rank * (candidates + 1) + size) * members.length + row;
}

function tieOf({ members, candidates }: RankTally, key: number): Tie {
  const row = key % members.length;
  const rest = (key - row) / members.length;
  const size = rest % (candidates + 1);
  return { rank: (rest - size) / (candidates + 1), size, row };
}

/** The shares that a candidate has of each rank, added up over the runs, and the same of their squares. */
export interface RankSums {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/**
 * What each member of a row has of each rank: of the ranks that it shares with others, level with it, an equal part.
 *
 * @example
 * const tally = rankTally([1, 2], 10);
 * tally.alone[1] = 4;
 * tally.alone[2 * 2] = 4;
 * const [single, pair] = rankSums(tally);
 * single.sums // → [0, 0, 4]
 * pair.sums // → [2, 2, 0]
 * pair.squares // → [1, 1, 0]
 */
export function rankSums(tally: RankTally): readonly RankSums[] {
  const { members, candidates, alone, level } = tally;
  const rows = members.length;
  const all = Array.from(members, () => ({
    sums: new Float64Array(candidates),
    squares: new Float64Array(candidates),
  }));
  const spread = ({ rank, size, row }: Tie, runs: number) => {
    for (let taken = rank; taken < rank + size; taken++) {
      all[row].sums[taken] += runs / size;
      all[row].squares[taken] += runs / size / size;
    }
  };
  for (const [row, size] of members.entries()) {
    for (let rank = 0; rank < candidates; rank++) {
      const runs = alone[rank * rows + row];
      if (runs > 0) spread({ rank, size, row }, runs);
    }
  }
  for (const [key, runs] of level) spread(tieOf(tally, key), runs);
  return all;
}
