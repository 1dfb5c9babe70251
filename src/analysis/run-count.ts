import { TOLERANCE } from "../engine/thresholds.ts";
import { type RankTally, tieKey } from "./rank-tally.ts";
import type { ScoreKeys } from "./score-keys.ts";

/**
 * Counts a run in which each row is level with no other, by its sorted keys, which begin at `start`: so many rows take part.
 * Where two keys are so near that their rows may be level after all it counts nothing and says false: {@link countLevel}
 * then counts the run by its scores.
 */
export function countRun(
  { alone, members, candidates }: RankTally,
  keys: Int32Array,
  by: ScoreKeys,
  start: number,
  among: number,
): boolean {
  // Near keys are seldom: to count and take it back is faster than to look first.
  const count = candidates === members.length ? countSingles : countMembers;
  if (!count(alone, members, keys, by, start, among, 1)) return true;
  count(alone, members, keys, by, start, among, -1);
  return false;
}

/** Adds so many runs, where every row has one member, and says whether any two keys are near. */
function countSingles(
  alone: Int32Array,
  members: Int32Array,
  keys: Int32Array,
  { mask, near }: ScoreKeys,
  start: number,
  among: number,
  runs: number,
): boolean {
  const rows = members.length;
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
    alone[(base + (a & mask)) | 0] += runs;
    base = (base + rows) | 0;
    alone[(base + (b & mask)) | 0] += runs;
    base = (base + rows) | 0;
    alone[(base + (c & mask)) | 0] += runs;
    base = (base + rows) | 0;
    alone[(base + (d & mask)) | 0] += runs;
    base = (base + rows) | 0;
    alone[(base + (e & mask)) | 0] += runs;
    base = (base + rows) | 0;
    sign |= beyond(before, a, near) | beyond(a, b, near) | beyond(b, c, near) | beyond(c, d, near) | beyond(d, e, near);
    before = e;
  }
  for (; at < end; at = (at + 1) | 0) {
    const key = keys[at];
    alone[(base + (key & mask)) | 0] += runs;
    base = (base + rows) | 0;
    sign |= beyond(before, key, near);
    before = key;
  }
  return sign < 0;
}

/** The same where rows have members: the next ranks begin behind all of them. */
function countMembers(
  alone: Int32Array,
  members: Int32Array,
  keys: Int32Array,
  { mask, near }: ScoreKeys,
  start: number,
  among: number,
  runs: number,
): boolean {
  let rank = 0;
  let before = ABOVE_ALL;
  let sign = 0;
  for (let at = start; at < start + among; at++) {
    const key = keys[at];
    const row = key & mask;
    alone[rank * members.length + row] += runs;
    rank += members[row];
    sign |= beyond(before, key, near);
    before = key;
  }
  return sign < 0;
}

/** Below 0 if the keys are near. */
const beyond = (before: number, key: number, near: number): number => (before - key - near - 1) | 0;

const ABOVE_ALL = 2147483647;

/**
 * Counts a run by the scores of its rows, which stand by row, with those that take part in their order, those within 1e-9
 * of the next as a tie, in a chain as everywhere. Its weights begin at `at`.
 */
export function countLevel(
  tally: RankTally,
  rows: Int32Array,
  scores: Float64Array,
  weights: Float64Array,
  at: number,
): void {
  const { members, alone } = tally;
  let rank = 0;
  for (let start = 0, end = 1; start < rows.length; start = end, end++) {
    while (end < rows.length && scores[rows[end - 1]] - scores[rows[end]] <= TOLERANCE) end++;
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

/** Adds the weights of a run, which begin at `at`, to those under which a row is first. */
export function addWeights(
  { weightsWhenFirst, width }: RankTally,
  row: number,
  weights: Float64Array,
  at: number,
): void {
  const to = row * width;
  for (let question = 0; question < width; question += 5) {
    weightsWhenFirst[to + question] += weights[at + question];
    weightsWhenFirst[to + question + 1] += weights[at + question + 1];
    weightsWhenFirst[to + question + 2] += weights[at + question + 2];
    weightsWhenFirst[to + question + 3] += weights[at + question + 3];
    weightsWhenFirst[to + question + 4] += weights[at + question + 4];
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
