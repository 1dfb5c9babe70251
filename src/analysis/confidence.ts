import { endOfChain, sortIntoChains } from "../engine/chains.ts";
import { TOLERANCE } from "../engine/thresholds.ts";
import type { Contender } from "./contenders.ts";
import { type DrawnAnswers, drawAnswers, drawnAnswers } from "./drawn-answers.ts";
import type { UniformNumbers } from "./random.ts";
import { type ScoreTable, scoreOf, scoreTable } from "./score-table.ts";

/**
 * The confidence factor of each contender that has weights which suit it: the share of so many draws of the open answers in
 * which it is first if those weights hold; first together with others, it has an equal part. 0 for the rest. Stops for a
 * moment after each block of draws. `weights`: by contender, in the places of a table.
 *
 * Where no answer is open, one look says it. Cost: draws × contenders with such weights × contenders with an open answer at
 * most, usually far less, since the first rival that is above ends the look.
 *
 * Source: SMAA-2, Lahdelma and Salminen (2001).
 */
export function* confidences(
  contenders: readonly Contender[],
  weights: readonly (Float64Array | undefined)[],
  draws: number,
  uniform: UniformNumbers,
): Generator<undefined, readonly number[]> {
  const table = scoreTable(contenders);
  const answers = drawnAnswers(contenders, table, uniform);
  const looks = contenders.some(({ open }) => open.length > 0) ? draws : 1;
  const contests = weights.flatMap((own, row) => (own === undefined ? [] : [contestOf(contenders, table, row, own)]));
  const first = new Float64Array(contests.length);
  for (let done = 0; done < looks; done += BLOCK) {
    if (done > 0) yield;
    look(table, answers, contests, Math.min(BLOCK, looks - done), first);
  }
  const shares = new Map(contests.map(({ row }, place) => [row, first[place] / looks]));
  return contenders.map((_, row) => shares.get(row) ?? 0);
}

const BLOCK = 1000;

function look(
  table: ScoreTable,
  answers: DrawnAnswers,
  contests: readonly Contest[],
  times: number,
  first: Float64Array,
): void {
  for (let time = 0; time < times; time++) {
    drawAnswers(answers);
    for (let place = 0; place < contests.length; place++) {
      first[place] += partOfFirst(table, answers.out, contests[place]);
    }
  }
}

interface Contest {
  readonly row: number;
  readonly weights: Float64Array;
  /** Of those that nothing moves, only the best and what may tie with it can matter. */
  readonly rivals: readonly number[];
  /** How many candidates each contender stands for. */
  readonly members: readonly number[];
}

function contestOf(contenders: readonly Contender[], table: ScoreTable, row: number, weights: Float64Array): Contest {
  const rows = [...contenders.keys()].filter((rival) => rival !== row);
  const moving = rows.filter((rival) => contenders[rival].open.length > 0);
  const fixed = rows.filter((rival) => contenders[rival].open.length === 0);
  const scores = fixed.map((rival) => scoreOf(table, weights, rival));
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const atTop = fixed.filter((_, place) => scores[place] >= best - longestChain(table));
  return { row, weights, rivals: [...atTop, ...moving], members: contenders.map(({ members }) => members.length) };
}

/** 1 if it is first, an equal part if it is level with others there, else 0. */
function partOfFirst(table: ScoreTable, out: Uint8Array, contest: Contest): number {
  const { row, weights, rivals, members } = contest;
  if (out[row] === 1) return 0;
  const own = scoreOf(table, weights, row);
  const reach = longestChain(table);
  let isClose = false;
  for (let place = 0; place < rivals.length; place++) {
    if (out[rivals[place]] === 1) continue;
    const score = scoreOf(table, weights, rivals[place]);
    if (score > own + reach) return 0;
    if (score >= own - reach) isClose = true;
  }
  return isClose ? partOfTie(table, out, contest) : 1 / members[row];
}

function longestChain({ rows }: ScoreTable): number {
  return rows * TOLERANCE;
}

function partOfTie(table: ScoreTable, out: Uint8Array, { row, weights, rivals, members }: Contest): number {
  const rows = [row, ...rivals.filter((rival) => out[rival] === 0)];
  const scores = rows.map((each) => scoreOf(table, weights, each));
  const order = Uint32Array.from(rows.keys());
  const starts = sortIntoChains(order, scores, TOLERANCE);
  const leaders = order.subarray(0, endOfChain(starts, 0, order.length));
  return leaders.includes(0) ? 1 / leaders.reduce((sum, place) => sum + members[rows[place]], 0) : 0;
}
