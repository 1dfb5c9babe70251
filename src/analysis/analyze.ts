import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { type Acceptability, type AcceptabilityOptions, SIMULATED, simulation } from "./acceptability.ts";
import { type Agreement, agreement } from "./agreement.ts";
import { ANALYSES, type AnalysisName } from "./analysis-names.ts";
import { type AnswerFlips, answerFlips } from "./answer-flips.ts";
import { type AskNext, eachToAsk } from "./ask-next.ts";
import { type Dominance, dominance } from "./dominance.ts";
import { type PairwiseShare, pairwiseShareIn, type Weightings } from "./pairwise-share.ts";
import { type PotentialWinner, potentialWinnerIn } from "./potential-winners.ts";
import { type RankInterval, rankIntervals } from "./rank-intervals.ts";
import { type RestsUpon, restsUpon } from "./rests-upon.ts";
import { type Settled, settled } from "./settled.ts";
import { type WeightStability, weightStability } from "./weight-stability.ts";

/** How sure a result is, and what would change it. What was not asked for is absent. */
export interface Analysis {
  readonly stability?: readonly WeightStability[];
  readonly flips?: readonly AnswerFlips[];
  /** Who may still lead, and what to ask about them; each question is made when it is taken. */
  readonly settled?: Settled & { readonly askNext: Iterable<AskNext> };
  readonly rankIntervals?: readonly RankInterval[];
  readonly dominance?: readonly Dominance[];
  readonly canWin?: readonly PotentialWinner[];
  readonly pairwise?: readonly PairwiseShare[];
  readonly acceptability?: Acceptability;
  readonly restsUpon?: readonly RestsUpon[];
  /** Absent with one rater, too. */
  readonly agreement?: Agreement;
}

export interface AnalysisOptions extends Partial<AcceptabilityOptions> {
  /** Which to make; all of them where nothing is said. */
  readonly only?: readonly AnalysisName[];
}

/** How far an analysis is that takes its time. */
export interface AnalysisProgress {
  readonly analysis: AnalysisName;
  readonly done: number;
  readonly of: number;
}

/**
 * Everything that can be said of how sure an evaluation is. The weightings that the simulation draws, `model`, are also
 * those of which pairwise shares are told. Where nobody is ranked, or there is one candidate only, there is nothing to compare,
 * and every list but those of who may lead and what to ask is empty. The cost is that of the analyses: the simulation is most of it, and with many
 * candidates the pairs.
 *
 * @example
 * const decision = { pack: { criteria: [] }, ballots: [{}] };
 * const nobody = { criteria: [], ranking: [], tooLittleKnown: [], knockedOut: [], lead: { leaders: [] } };
 * analyze(decision, nobody, { only: ["flips", "dominance"] }) // → {"flips":[],"dominance":[]}
 * Object.keys(analyze(decision, nobody)).length // → 9
 */
export function analyze(decision: Decision, evaluation: Evaluation, options: AnalysisOptions = {}): Analysis {
  const steps = analyzing(decision, evaluation, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same step by step, for whoever wants to say how far it is, or to stop between two steps.
 *
 * @example
 * const nobody = { criteria: [], ranking: [], tooLittleKnown: [], knockedOut: [], lead: { leaders: [] } };
 * analyzing({ pack: { criteria: [] }, ballots: [{}] }, nobody, { only: ["flips"] }).next().value // → {"analysis":"flips","done":0,"of":1}
 */
export function* analyzing(
  decision: Decision,
  evaluation: Evaluation,
  { only = ANALYSES, ...simulated }: AnalysisOptions = {},
): Generator<AnalysisProgress, Analysis> {
  const { tooLittleKnown, knockedOut } = evaluation;
  const isAlone = evaluation.ranking.length + tooLittleKnown.length + knockedOut.length === 1;
  const given: Given = {
    decision,
    evaluation,
    compared: isAlone ? { ...evaluation, ranking: [] } : evaluation,
    simulated: { ...SIMULATED, ...simulated },
  };
  const results: (readonly [AnalysisName, unknown])[] = [];
  for (const analysis of ANALYSES.filter((name) => only.includes(name))) {
    const steps = ANALYSIS[analysis](given);
    let step = steps.next();
    while (!step.done) {
      yield { analysis, ...step.value };
      step = steps.next();
    }
    if (step.value !== undefined) results.push([analysis, step.value]);
  }
  // Each result stands under the name of the analysis that gave it.
  return Object.fromEntries(results) as Analysis;
}

interface Given {
  readonly decision: Decision;
  readonly evaluation: Evaluation;
  /** The same with nobody ranked where there is nobody else at all. */
  readonly compared: Evaluation;
  readonly simulated: AcceptabilityOptions;
}

type Steps<Result> = Generator<Omit<AnalysisProgress, "analysis">, Result>;

/** The list of the analyses: what each says of a decision, at once or in steps. */
const ANALYSIS: { readonly [Name in AnalysisName]: (given: Given) => Steps<Analysis[Name]> } = {
  stability: atOnce(({ compared }) => weightStability(compared)),
  flips: atOnce(({ decision, compared }) => answerFlips(decision, compared)),
  settled: atOnce(({ decision, evaluation }) => settledAndNext(decision, evaluation)),
  rankIntervals: atOnce(({ decision, compared }) => rankIntervals(decision, compared)),
  dominance: atOnce(({ decision, compared }) => dominance(decision, compared)),
  canWin: ({ compared }) => forEach(compared.ranking, potentialWinnerIn(compared)),
  pairwise: ({ compared, simulated }) => pairsOf(compared, simulated.model),
  acceptability: ({ decision, compared, simulated }) => simulation(decision, compared, simulated),
  restsUpon: atOnce(({ decision, compared }) => (compared.ranking.length === 0 ? [] : restsUpon(decision, compared))),
  agreement: atOnce(({ decision, evaluation }) => agreement(decision, evaluation)),
};

function atOnce<Result>(find: (given: Given) => Result): (given: Given) => Steps<Result> {
  return function* (given) {
    yield { done: 0, of: 1 };
    return find(given);
  };
}

function* forEach<Entry, Found>(
  entries: readonly Entry[],
  find: (entry: Entry, place: number) => Found,
): Steps<readonly Found[]> {
  const found: Found[] = [];
  for (const [place, entry] of entries.entries()) {
    yield { done: place, of: entries.length };
    found.push(find(entry, place));
  }
  return found;
}

function* pairsOf(evaluation: Evaluation, weightings: Weightings): Steps<readonly PairwiseShare[]> {
  const { ranking } = evaluation;
  const shareOf = pairwiseShareIn(evaluation, weightings);
  const rows = yield* forEach(ranking, (one, place) => ranking.slice(place + 1).map((other) => shareOf(one, other)));
  return rows.flat();
}

function settledAndNext(decision: Decision, evaluation: Evaluation): Analysis["settled"] {
  const found = settled(decision, evaluation);
  return { ...found, askNext: eachToAsk(decision, evaluation, found) };
}
