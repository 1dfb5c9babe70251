import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { TOLERANCE } from "../engine/thresholds.ts";
import { isOpen, valueRange } from "./open-answers.ts";
import { uniformSources } from "./random.ts";
import { weightedPositions } from "./value-differences.ts";
import { type WeightModel, weightings } from "./weightings.ts";

export interface AcceptabilityOptions {
  readonly model: WeightModel;
  /** From 0 to 1; only `around` looks at it. */
  readonly spread: number;
  /** A whole number, 1 or more, and at most 4,000,000,000. With `untilCertain` at most so many are made. */
  readonly runs: number;
  /** A whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Go on until the whole per cent of every share is certain at three standard errors. */
  readonly untilCertain?: boolean;
}

export interface Acceptability {
  readonly model: WeightModel;
  /** Only for `around`. */
  readonly spread?: number;
  /** As many as were made. */
  readonly runs: number;
  readonly seed: number;
  /** Only for `untilCertain`: whether every share is, or the bound on runs came first. */
  readonly certain?: boolean;
  readonly candidates: readonly CandidateAcceptability[];
}

export interface CandidateAcceptability {
  readonly candidate: Id;
  /** For each rank, from the first, the share of runs in which the candidate takes it, from 0 to 1. */
  readonly ranks: readonly number[];
  readonly standardErrors: readonly number[];
  /** The share of runs in which a drawn answer is beyond a minimum. */
  readonly out: number;
  readonly outStandardError: number;
  /** The mean of the weightings under which it is first; absent where it never is. */
  readonly centralWeights?: Readonly<Record<Id, number>>;
  /** Under those weights, the share of draws of the open answers in which it is first. */
  readonly confidence?: number;
}

/** How far a simulation is. */
export interface SimulationProgress {
  readonly done: number;
  /** The runs that will be made, at most. */
  readonly of: number;
}

export function acceptability(
  decision: Decision,
  evaluation: Evaluation,
  options: AcceptabilityOptions,
): Acceptability {
  const running = simulation(decision, evaluation, options);
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
  }
}

/** The runs of a block. */
const BLOCK = 1000;

export function* simulation(
  decision: Decision,
  evaluation: Evaluation,
  options: AcceptabilityOptions,
): Generator<SimulationProgress, Acceptability> {
  const { model, spread, runs, seed } = options;
  const positions = weightedPositions(evaluation);
  const width = positions.length;
  const [forWeights, forAnswers, forConfidence] = uniformSources(seed, 3);
  const draw = weightings(
    positions.map((position) => evaluation.criteria[position]),
    options,
    forWeights,
  );
  const { ranking } = evaluation;
  const count = ranking.length;
  const values = ranking.map(({ answers }) => positions.map((position) => answers[position].value));
  const one = new Float64Array(1);
  const open = ranking.flatMap(({ answers }, candidate) =>
    decision.pack.criteria.flatMap((criterion, position) => {
      const { answer } = answers[position];
      const { worst, best, acceptable } = valueRange(criterion, answer);
      const column = positions.indexOf(position);
      return isOpen(answer) && (column >= 0 || acceptable > worst)
        ? [{ candidate, column, worst, span: best - worst, acceptable }]
        : [];
    }),
  );
  const out = new Uint8Array(count);
  const drawAnswers = (uniform: typeof forAnswers) => {
    out.fill(0);
    for (const { candidate, column, worst, span, acceptable } of open) {
      uniform(one, 1);
      const value = worst + span * one[0];
      if (acceptable - value > TOLERANCE) out[candidate] = 1;
      if (column >= 0) values[candidate][column] = value;
    }
  };
  const scoresUnder = (weights: ArrayLike<number>, at: number) =>
    values.map((row, candidate) => {
      let sum = 0;
      for (let column = 0; column < width; column++) sum += 100 * weights[at + column] * row[column];
      return sum + ranking[candidate].priority;
    });
  const chainsOf = (scores: readonly number[]) => {
    const order = [...scores.keys()].filter((c) => out[c] === 0).sort((a, b) => scores[b] - scores[a]);
    const chains: number[][] = [];
    for (const [place, candidate] of order.entries()) {
      if (place > 0 && scores[order[place - 1]] - scores[candidate] <= TOLERANCE)
        chains[chains.length - 1].push(candidate);
      else chains.push([candidate]);
    }
    return chains;
  };

  const shares = ranking.map(() => new Float64Array(count));
  const squares = ranking.map(() => new Float64Array(count));
  const outs = new Float64Array(count);
  const central = ranking.map(() => new Float64Array(width));
  const weights = new Float64Array(BLOCK * width);
  for (let done = 0; done < runs && count > 0; ) {
    const block = Math.min(BLOCK, runs - done);
    draw(weights, block);
    for (let run = 0; run < block; run++) {
      drawAnswers(forAnswers);
      for (let candidate = 0; candidate < count; candidate++) outs[candidate] += out[candidate];
      let rank = 0;
      for (const chain of chainsOf(scoresUnder(weights, run * width))) {
        const part = 1 / chain.length;
        for (const candidate of chain) {
          for (let shared = rank; shared < rank + chain.length; shared++) {
            shares[candidate][shared] += part;
            squares[candidate][shared] += part * part;
          }
          if (rank > 0) continue;
          for (let column = 0; column < width; column++)
            central[candidate][column] += part * weights[run * width + column];
        }
        rank += chain.length;
      }
    }
    done += block;
    yield { done, of: runs };
  }

  const errorOf = (share: number, square: number) => Math.sqrt(Math.max(0, square - share * share) / runs);
  const candidates = ranking.map(({ candidate: { id } }, candidate): CandidateAcceptability => {
    const ranks = [...shares[candidate]].map((sum) => sum / runs);
    const standardErrors = ranks.map((share, rank) => errorOf(share, squares[candidate][rank] / runs));
    const share = outs[candidate] / runs;
    const first = shares[candidate][0];
    const about = { candidate: id, ranks, standardErrors, out: share, outStandardError: errorOf(share, share) };
    if (first === 0) return about;
    const weights = [...central[candidate]].map((sum) => sum / first);
    const tries = open.length === 0 ? 1 : Math.min(runs, 10_000);
    let won = 0;
    for (let run = 0; run < tries; run++) {
      drawAnswers(forConfidence);
      const [leaders] = chainsOf(scoresUnder(weights, 0));
      if (leaders?.includes(candidate)) won += 1 / leaders.length;
    }
    const centralWeights = Object.fromEntries(
      weights.map((weight, at) => [evaluation.criteria[positions[at]].id, weight]),
    );
    return { ...about, centralWeights, confidence: won / tries };
  });
  return {
    model,
    ...(model === "around" && { spread }),
    runs,
    seed,
    ...(options.untilCertain && { certain: false }),
    candidates,
  };
}
