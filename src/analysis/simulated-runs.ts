import type { WeighedCriterion } from "../engine/evaluation.ts";
import type { Contender } from "./contenders.ts";
import { type DrawnAnswers, drawAnswers, drawnAnswers } from "./drawn-answers.ts";
import type { Shares } from "./gaps.ts";
import { followPoints, type KeyTable, keyTableOf, writeKeys } from "./key-table.ts";
import type { RandomSource } from "./random.ts";
import { type RankTally, rankTally } from "./rank-tally.ts";
import { addWeights, countLevel, countRun } from "./run-count.ts";
import { type RunOrder, runOrder, sortRuns } from "./run-order.ts";
import { type ScoreKeys, scoreKeys } from "./score-keys.ts";
import { BLOCK, scoreOf, scoreTable } from "./score-table.ts";
import { type WeightModel, weightings } from "./weightings.ts";

/** A simulation, and what came of its runs so far. */
export interface Simulated {
  readonly tally: RankTally;
  /** By contender: the runs in which a drawn answer put it out. */
  readonly outs: Float64Array;
  readonly keyTable: KeyTable;
  readonly answers: DrawnAnswers;
  readonly order: RunOrder;
  /** Room for the scores of a run. */
  readonly scores: Float64Array;
  readonly drawWeights: Shares;
  /** The weights of a block of runs. */
  readonly weights: Float64Array;
  /** How many weights a run has. */
  readonly stride: number;
}

/** So many that their weights and scores stay close to the processor. */
const RUNS_TOGETHER = 100;

/**
 * A simulation without runs yet: for each there will be a weighting of these questions, an outcome of each open answer, and
 * the ranks that the contenders take. `forWeights` and `forAnswers` are two sources, so that the weightings are the same
 * whatever is open.
 */
export function nothingSimulated(
  contenders: readonly Contender[],
  criteria: readonly WeighedCriterion[],
  weighting: { readonly model: WeightModel; readonly spread: number },
  { forWeights, forAnswers }: Readonly<Record<"forWeights" | "forAnswers", RandomSource>>,
): Simulated {
  const table = scoreTable(contenders);
  const stride = table.blocks * BLOCK;
  const sizes = contenders.map(({ members }) => members.length);
  return {
    tally: rankTally(sizes, stride),
    outs: new Float64Array(contenders.length),
    keyTable: keyTableOf(table, keysFor(contenders, table.rows)),
    answers: drawnAnswers(contenders, table, forAnswers.numbers),
    order: runOrder(table.rows, RUNS_TOGETHER),
    scores: new Float64Array(table.rows),
    drawWeights: weightings(criteria, weighting, forWeights),
    weights: new Float64Array(RUNS_TOGETHER * stride),
    stride,
  };
}

/** Makes so many more runs. */
export function simulateRuns(simulated: Simulated, runs: number): void {
  for (let done = 0; done < runs; done += RUNS_TOGETHER) simulateBlock(simulated, Math.min(RUNS_TOGETHER, runs - done));
}

function simulateBlock(simulated: Simulated, runs: number): void {
  const { keyTable, answers, drawWeights, weights, stride } = simulated;
  drawWeights(weights, stride, runs);
  if (answers.drawn.length === 0) {
    simulateTogether(simulated, 0, runs);
    return;
  }
  // An open answer changes the table from one run to the next.
  for (let run = 0; run < runs; run++) {
    drawAnswers(answers);
    followPoints(keyTable, answers.cells);
    simulateTogether(simulated, run * stride, 1);
  }
}

function simulateTogether(simulated: Simulated, from: number, runs: number): void {
  const { tally, outs, keyTable, answers, order, weights, stride } = simulated;
  const { keys, room } = order;
  const { by } = keyTable;
  writeKeys(keyTable, weights, from, runs, keys);
  const among = outs.length - (answers.guarded.length > 0 ? leaveOut(keys, answers.out, outs) : 0);
  if (among === 0) return;
  sortRuns(order, runs);
  for (let run = 0, at = from; run < runs; run++, at += stride) {
    const start = run * room;
    if (countRun(tally, keys, by, start, among)) addWeights(tally, keys[start] & by.mask, weights, at);
    else countByScores(simulated, start, among, at);
  }
}

/** Counts a run with keys that are near. */
function countByScores(
  { tally, keyTable: { table, by }, order, scores, weights }: Simulated,
  start: number,
  among: number,
  at: number,
): void {
  const rows = order.keys.slice(start, start + among);
  for (let next = 0; next < among; next++) {
    const row = rows[next] & by.mask;
    scores[row] = scoreOf(table, weights, row, at);
    let place = next;
    for (; place > 0 && scores[rows[place - 1]] < scores[row]; place--) rows[place] = rows[place - 1];
    rows[place] = row;
  }
  countLevel(tally, rows, scores, weights, at);
}

/** Between the lowest and the highest score that a weighting can give. */
function keysFor(contenders: readonly Contender[], rows: number): ScoreKeys {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const { priority, values, open } of contenders) {
    for (const value of [...values, ...open.flatMap(({ worst, best }) => [worst, best])]) {
      lowest = Math.min(lowest, priority + 100 * value);
      highest = Math.max(highest, priority + 100 * value);
    }
  }
  return scoreKeys(rows, lowest, highest);
}

/** Who is out of a run alone is behind everybody else. Gives how many that are. */
function leaveOut(keys: Int32Array, out: Uint8Array, outs: Float64Array): number {
  let count = 0;
  for (let row = 0; row < out.length; row++) {
    if (out[row] === 0) continue;
    keys[row] = row;
    outs[row]++;
    count++;
  }
  return count;
}
