import type { WeighedCriterion } from "../engine/evaluation.ts";
import type { Contender } from "./contenders.ts";
import { drawnAnswers } from "./drawn-answers.ts";
import type { UniformNumbers } from "./random.ts";
import { countRun, countTies, type RankTally, rankTally } from "./rank-tally.ts";
import { type ScoreOrder, scoreOrder } from "./score-order.ts";
import { BLOCK, scoreTable, writeScores } from "./score-table.ts";
import { type WeightModel, weightings } from "./weightings.ts";

/** Runs of a simulation, so far. */
export interface SimulatedRuns {
  readonly tally: RankTally;
  /** By contender: the runs in which a drawn answer put it out. */
  readonly outs: Float64Array;
  /** How many there are. */
  readonly runs: () => number;
  /** Makes so many more. */
  readonly simulate: (more: number) => void;
}

/**
 * A simulation without runs yet: for each run a weighting of these questions, an outcome of each open answer, and the
 * ranks that the contenders take. `forWeights` and `forAnswers` are two sources, so that the weightings are the same
 * whatever is open.
 */
export function simulatedRuns(
  contenders: readonly Contender[],
  criteria: readonly WeighedCriterion[],
  weighting: { readonly model: WeightModel; readonly spread: number },
  { forWeights, forAnswers }: Readonly<Record<"forWeights" | "forAnswers", UniformNumbers>>,
): SimulatedRuns {
  const rows = contenders.length;
  const table = scoreTable(contenders);
  const stride = table.blocks * BLOCK;
  const answers = drawnAnswers(contenders, table, forAnswers);
  const order = orderFor(contenders);
  const tally = rankTally(
    contenders.map(({ members }) => members.length),
    stride,
  );
  const outs = new Float64Array(rows);
  const drawWeights = weightings(criteria, weighting, forWeights);
  let weights = new Float64Array(0);
  let runs = 0;
  const simulate = (more: number) => {
    if (weights.length < more * stride) weights = new Float64Array(more * stride);
    drawWeights(weights, stride, more);
    for (let run = 0, at = 0; run < more; run++, at += stride) {
      answers.draw();
      writeScores(table, weights, at, order.scores);
      const among = answers.canBeOut ? rows - leaveOut(order.scores, answers.out, outs) : rows;
      if (order.sort()) countTies(tally, order, among, weights, at);
      else countRun(tally, order.rows, among, weights, at);
    }
    runs += more;
  };
  return { tally, outs, runs: () => runs, simulate };
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
