import type { WeighedCriterion } from "../engine/evaluation.ts";
import type { Contender } from "./contenders.ts";
import { drawnAnswers } from "./drawn-answers.ts";
import type { UniformNumbers } from "./random.ts";
import { countRun, type RankTally, rankTally } from "./rank-tally.ts";
import { type ScoreKeys, scoreKeys, sortedKeys, writeKeys } from "./score-keys.ts";
import { scoreTable, TEN, writeScores } from "./score-table.ts";
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
  const stride = table.blocks * TEN;
  const answers = drawnAnswers(contenders, table, forAnswers);
  const keys = keysFor(contenders);
  const tally = rankTally(
    contenders.map(({ members }) => members.length),
    stride,
  );
  const outs = new Float64Array(rows);
  const scores = new Float64Array(rows);
  const drawWeights = weightings(criteria, weighting, forWeights);
  let weights = new Float64Array(0);
  let runs = 0;
  const simulate = (more: number) => {
    if (weights.length < more * stride) weights = new Float64Array(more * stride);
    drawWeights(weights, stride, more);
    for (let run = 0, at = 0; run < more; run++, at += stride) {
      answers.draw();
      writeScores(table, weights, at, scores);
      writeKeys(keys, scores);
      const among = answers.canBeOut ? rows - leaveOut(keys, answers.out, outs) : rows;
      countRun(tally, keys, { scores, sorted: sortedKeys(keys), among, weights, at });
    }
    runs += more;
  };
  return { tally, outs, runs: () => runs, simulate };
}

/** Keys for every score that a weighting can give: a mean of the values, and priority. */
function keysFor(contenders: readonly Contender[]): ScoreKeys {
  const ends = contenders.map(({ priority, values, open }) => {
    const all = [...values, ...open.flatMap(({ worst, best }) => [worst, best])];
    return { lowest: priority + 100 * Math.min(...all), highest: priority + 100 * Math.max(...all) };
  });
  const lowest = ends.reduce((least, end) => Math.min(least, end.lowest), Number.POSITIVE_INFINITY);
  const highest = ends.reduce((most, end) => Math.max(most, end.highest), Number.NEGATIVE_INFINITY);
  return scoreKeys(contenders.length, lowest, highest);
}

/** Who is out stands behind everybody else, with no steps to its key. Gives how many that are. */
function leaveOut({ keys }: ScoreKeys, out: Uint8Array, outs: Float64Array): number {
  let count = 0;
  for (let row = 0; row < out.length; row++) {
    if (out[row] === 0) continue;
    keys[row] = row;
    outs[row]++;
    count++;
  }
  return count;
}
