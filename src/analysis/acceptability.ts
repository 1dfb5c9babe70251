import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { confidences } from "./confidence.ts";
import { contenders } from "./contenders.ts";
import { uniformSources } from "./random.ts";
import { areCertain, centralWeights, type RankShares, rankShares } from "./rank-shares.ts";
import { nothingSimulated, simulateRuns } from "./simulated-runs.ts";
import { weightedPositions } from "./value-differences.ts";
import type { WeightModel } from "./weightings.ts";

export interface AcceptabilityOptions {
  readonly model: WeightModel;
  /** From 0 to 1; only `around` looks at it. */
  readonly spread: number;
  /** A whole number, from 1 to 4,000,000,000. With `untilCertain` at most so many are made. */
  readonly runs: number;
  /** A whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Go on until the whole per cent of every share is certain at three standard errors: {@link isCertain}. */
  readonly untilCertain?: boolean;
}

/** What a simulation does where nothing is said. */
export const SIMULATED = { model: "around", spread: 0.5, runs: 100_000, seed: 1 } satisfies AcceptabilityOptions;

export interface Acceptability {
  readonly model: WeightModel;
  /** Only for `around`. */
  readonly spread?: number;
  /** As many as were made. */
  readonly runs: number;
  readonly seed: number;
  /** Only for `untilCertain`: whether every share is certain, or the bound on runs came first. */
  readonly certain?: boolean;
  /** In ranking order. */
  readonly candidates: readonly CandidateAcceptability[];
}

export interface CandidateAcceptability {
  readonly candidate: Id;
  /** For each rank, from the first, the share of runs in which the candidate takes it, from 0 to 1. */
  readonly ranks: readonly number[];
  readonly standardErrors: readonly number[];
  /** The share of runs in which an answer that was drawn is beyond its minimum. */
  readonly out: number;
  readonly outStandardError: number;
  /** The mean of the weightings under which it is first, by criterion that has weight; absent where it never is. */
  readonly centralWeights?: Readonly<Record<Id, number>>;
  /** The share of draws of the open answers in which it is first, if its central weights hold. */
  readonly confidence?: number;
}

/** How far a simulation is. */
export interface SimulationProgress {
  readonly done: number;
  /** As many as will be made, at most. */
  readonly of: number;
}

/**
 * How often each ranked candidate takes each rank, if the weights and the open answers are drawn by lot again and again.
 * Weightings are drawn as {@link weightings} says; open answers uniform in value between their worst and their best, and a
 * candidate with a drawn answer below a minimum is out of that run. Candidates that are level share the ranks that they
 * take together equally, so that for each the shares of the ranks and of being out add up to 1.
 *
 * The standard error of a share is the deviation of what the candidate had of the rank in each run, divided by the square
 * root of the runs. The same seed and input give the same numbers everywhere.
 *
 * Cost: runs × (candidates × questions, and sorting the candidates). Memory: a number for each candidate and rank, so it
 * throws a RangeError for more than 2,000 ranked candidates.
 *
 * Source: SMAA-2, Lahdelma and Salminen (2001).
 *
 * @example
 * const fit = { id: "fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const standing = (id, value) => ({ candidate: { id }, priority: 0, answers: [{ answer: { kind: "score" }, value }] });
 * const ranking = [standing("a", 1), standing("b", 0.5), standing("c", 0.5)];
 * const evaluation = { criteria: [{ id: "fit", importance: 1, emphasis: 1, weight: 1 }], ranking };
 * const options = { model: "any", spread: 0.5, runs: 1000, seed: 1 };
 * const { candidates } = acceptability({ pack: { criteria: [fit] } }, evaluation, options);
 * candidates.map(({ ranks }) => ranks) // → [[1, 0, 0], [0, 0.5, 0.5], [0, 0.5, 0.5]]
 */
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

/** The same with a stop after each block of runs, for whoever wants to say how far it is, or to end it. */
export function* simulation(
  decision: Decision,
  evaluation: Evaluation,
  options: AcceptabilityOptions,
): Generator<SimulationProgress, Acceptability> {
  const { model, spread, seed, untilCertain = false } = options;
  if (evaluation.ranking.length > MOST_SIMULATED) {
    throw new RangeError(
      `A simulation counts every rank of every candidate, of ${MOST_SIMULATED} ranked ones at most.`,
    );
  }
  const positions = weightedPositions(evaluation);
  const field = contenders(decision, evaluation, positions);
  const criteria = positions.map((position) => evaluation.criteria[position]);
  const [forWeights, forAnswers, forConfidence] = uniformSources(seed, 3);
  const simulated = nothingSimulated(field, criteria, options, { forWeights, forAnswers });
  const most = field.length === 0 ? 0 : options.runs;

  let runs = 0;
  let certain = most === 0;
  let shares: readonly RankShares[] = [];
  let nextLook = untilCertain ? FIRST_LOOK : most;
  while (runs < most && !certain) {
    const block = Math.min(RUNS_BETWEEN_STOPS, most - runs);
    simulateRuns(simulated, block);
    runs += block;
    if (runs === most || runs >= nextLook) {
      shares = rankShares(simulated, runs);
      certain = untilCertain && shares.every((each) => areCertain(each, runs));
      nextLook = runs * LOOK_AGAIN;
    }
    yield { done: runs, of: most };
  }

  const central = centralWeights(simulated);
  const confidence = confidences(field, central, Math.min(runs, MOST_LOOKS), forConfidence.numbers);
  let step = confidence.next();
  while (!step.done) {
    yield { done: runs, of: runs };
    step = confidence.next();
  }
  const found = field.flatMap(({ members }, row) => {
    const weights = central[row];
    const whenFirst = weights && {
      centralWeights: Object.fromEntries(criteria.map(({ id }, place) => [id, weights[place]])),
      confidence: step.value[row],
    };
    return members.map((place) => ({ place, about: { ...shares[row], ...whenFirst } }));
  });
  const candidates = found
    .sort((one, other) => one.place - other.place)
    .map(({ place, about }) => ({ candidate: evaluation.ranking[place].candidate.id, ...about }));
  return { model, ...(model === "around" && { spread }), runs, seed, ...(untilCertain && { certain }), candidates };
}

/** Their shares of ranks alone are four million numbers. */
export const MOST_SIMULATED = 2000;

/** Shares are looked at after so many runs, and again after a quarter more each time: every look is a chance to be wrong. */
const FIRST_LOOK = 10_000;
const LOOK_AGAIN = 1.25;

const RUNS_BETWEEN_STOPS = 1000;

/** Draws for the confidence factors, at most. */
const MOST_LOOKS = 100_000;
