import type { WeighedCriterion } from "../engine/evaluation.ts";
import type { Contender } from "./contenders.ts";
import { type DrawnAnswers, drawAnswers, drawnAnswers } from "./drawn-answers.ts";
import type { Shares } from "./gaps.ts";
import type { UniformNumbers } from "./random.ts";
import { countRun, countTies, type RankTally, rankTally } from "./rank-tally.ts";
import { type ScoreOrder, scoreOrder, sortScores } from "./score-order.ts";
import { BLOCK, type ScoreTable, scoreTable, writeScores } from "./score-table.ts";
import { type WeightModel, weightings } from "./weightings.ts";

/** A simulation, and what came of its runs so far. */
export interface Simulated {
  readonly tally: RankTally;
  /** By contender: the runs in which a drawn answer put it out. */
  readonly outs: Float64Array;
  readonly table: ScoreTable;
  readonly answers: DrawnAnswers;
  readonly order: ScoreOrder;
  readonly drawWeights: Shares;
  /** The weights of a block of runs. */
  readonly weights: Float64Array;
  /** How many weights a run has. */
  readonly stride: number;
}

/** Most runs that are simulated at once. */
export const RUNS_AT_ONCE = 1000;

/**
 * A simulation without runs yet: for each there will be a weighting of these questions, an outcome of each open answer, and
 * the ranks that the contenders take. `forWeights` and `forAnswers` are two sources, so that the weightings are the same
 * whatever is open.
 */
export function nothingSimulated(
  contenders: readonly Contender[],
  criteria: readonly WeighedCriterion[],
  weighting: { readonly model: WeightModel; readonly spread: number },
  { forWeights, forAnswers }: Readonly<Record<"forWeights" | "forAnswers", UniformNumbers>>,
): Simulated {
  const table = scoreTable(contenders);
  const stride = table.blocks * BLOCK;
  const sizes = contenders.map(({ members }) => members.length);
  return {
    tally: rankTally(sizes, stride),
    outs: new Float64Array(contenders.length),
    table,
    answers: drawnAnswers(contenders, table, forAnswers),
    order: orderFor(contenders),
    drawWeights: weightings(criteria, weighting, forWeights),
    weights: new Float64Array(RUNS_AT_ONCE * stride),
    stride,
  };
}

/** Makes so many more runs, {@link RUNS_AT_ONCE} at most. */
export function simulateRuns(simulated: Simulated, runs: number): void {
  const { tally, outs, table, answers, order, drawWeights, weights, stride } = simulated;
  const canBeOut = answers.guarded.length > 0;
  const rows = outs.length;
  drawWeights(weights, stride, runs);
  for (let at = 0; at < runs * stride; at += stride) {
    drawAnswers(answers);
    writeScores(table, weights, at, order.scores);
    const among = canBeOut ? rows - leaveOut(order.scores, answers.out, outs) : rows;
    if (sortScores(order)) countTies(tally, order, among, weights, at);
    else countRun(tally, order.rows, among, weights, at);
  }
}

/** Between the lowest and the highest score that a weighting can give. */
function orderFor(contenders: readonly Contender[]): ScoreOrder {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const { priority, values, open } of contenders) {
    for (const value of [...values, ...open.flatMap(({ worst, best }) => [worst, best])]) {
      lowest = Math.min(lowest, priority + 100 * value);
      highest = Math.max(highest, priority + 100 * value);
    }
  }
  return scoreOrder(contenders.length, lowest, highest);
}

/** Who is out is behind everybody else. Gives how many that are. */
function leaveOut(scores: Float64Array, out: Uint8Array, outs: Float64Array): number {
  let count = 0;
  for (let row = 0; row < out.length; row++) {
    if (out[row] === 0) continue;
    scores[row] = Number.NEGATIVE_INFINITY;
    outs[row]++;
    count++;
  }
  return count;
}
