import type { Decision, Id } from "../engine/decision.ts";
import type { Blocking, Evaluation, Standing } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { isAnswered } from "../engine/values.ts";
import { type AnswerFlips, answerFlipsIn, type Flip, flipOf, stepsToMeet } from "./answer-flips.ts";
import { type Ladder, laddersIn } from "./answer-steps.ts";
import { type PointsOn, pointsBetween } from "./comparison.ts";
import { fewestSteps } from "./fewest-steps.ts";
import { largestFirst } from "./largest-first.ts";
import { type LeadFlip, leadFlip } from "./lead-flip.ts";
import { type PotentialWinner, potentialWinnerIn } from "./potential-winners.ts";
import { type RankInterval, rankIntervalIn } from "./rank-intervals.ts";
import { weightedPositions } from "./value-differences.ts";

/** Why one candidate stands where it stands, and what would change that. Points are those of the score. */
export interface Explanation {
  readonly candidate: Id;
  /** Each question with weight, the one that costs most first: what it gives, and what it falls short of the best possible. */
  readonly againstBest: readonly { readonly criterion: Id; readonly gained: number; readonly lost: number }[];
  /** Against the leader, or for the leader against the next listed; absent where nobody else is ranked. */
  readonly againstRival?: AgainstRival;
  /** What of the base comes from answers that are guesses, and what from questions that nobody answered. */
  readonly guessed: PartOfBase;
  readonly unanswered: PartOfBase;
  /** Absent where it is knocked out. */
  readonly rankInterval?: RankInterval;
  /** Absent at the best level, in a pack without levels, and where it is knocked out. */
  readonly nextLevel?: NextLevel;
  /** What would bring it to first place; absent for who is there. */
  readonly toFirst?: AnswerFlips;
  /** What would cost it first place; absent for everybody else, and empty in a tie. */
  readonly fromFirst?: LeadFlip;
  /** Whether any weighting would put it first among the ranked; absent where it is knocked out. */
  readonly couldWin?: PotentialWinner;
}

/** Points above 0 are in favour of the candidate explained. */
export interface AgainstRival {
  readonly rival: Id;
  readonly margin: number;
  readonly priority: number;
  /** The largest difference first, whoever it favours. */
  readonly questions: readonly PointsOn[];
}

export interface PartOfBase {
  readonly points: number;
  /** Of the base, from 0 to 1; 0 where the base is 0. */
  readonly share: number;
}

/** The nearest better level. */
export interface NextLevel {
  readonly level: Id;
  /** All that blocks it. */
  readonly conditions: readonly Blocking[];
  /**
   * The fewest steps on scored answers after which nothing about the score or a scored answer blocks it; absent where no
   * such thing blocks it, or where better answers do not do it. What else blocks it stays.
   */
  readonly flip?: Flip;
}

/**
 * Explains where one candidate stands: what each question gives and costs it, how it compares with the leader, how much
 * rests on guesses, which ranks the open answers leave it, what lifts it to the next level and to first place, and whether
 * any weighting makes it first. Notes, evidence and ground stand in its answers.
 *
 * Takes any standing of the evaluation: ranked, too little known or knocked out. Cost: that of rank intervals, and of flips
 * and potential winners for one candidate.
 *
 * Source: contributions to an additive value, Keeney and Raiffa (1976); for the other parts see each.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const criterion = (id) => ({ id, label: id, scale, direction: "higher-is-better" });
 * const decision = { pack: { criteria: [criterion("fit"), criterion("time")], coverageFloor: 0, levels: [] } };
 * const answer = (criterion, score, basis) => (
 *   { criterion, answer: { kind: "score", score, basis }, value: (score - 1) / 4, contribution: 12.5 * (score - 1) });
 * const standing = { candidate: { id: "zoo" }, score: 75, base: 75, priority: 0, low: 75, high: 75, coverage: 1,
 *   provisional: [], blocked: [], answers: [answer("fit", 4, "guess"), answer("time", 4, "seen")] };
 * const criteria = [{ id: "fit", weight: 0.5 }, { id: "time", weight: 0.5 }];
 * const evaluation = { criteria, ranking: [standing], tooLittleKnown: [], knockedOut: [], lead: { leaders: ["zoo"] } };
 * const explained = explanation(decision, evaluation, standing);
 * explained.againstBest[0] // → {"criterion":"fit","gained":37.5,"lost":12.5}
 * explained.guessed // → {"points":37.5,"share":0.5}
 * explained.rankInterval // → {"candidate":"zoo","best":1,"worst":1,"mayBeOut":false}
 */
export function explanation(decision: Decision, evaluation: Evaluation, standing: Standing): Explanation {
  const { id } = standing.candidate;
  const isOut = evaluation.knockedOut.some(({ candidate }) => candidate.id === id);
  const isFirst = evaluation.ranking[0]?.candidate.id === id;
  const againstRival = againstRivalOf(evaluation, standing);
  const nextLevel = nextLevelOf(decision, evaluation, standing);
  return {
    candidate: id,
    againstBest: againstBestOf(evaluation, standing),
    ...(againstRival && { againstRival }),
    guessed: partOfBase(standing, ({ answer }) => isAnswered(answer) && answer.basis === "guess"),
    unanswered: partOfBase(standing, ({ answer }) => !isAnswered(answer)),
    ...(!isOut && { rankInterval: rankIntervalIn(decision, evaluation)(standing) }),
    ...(nextLevel && { nextLevel }),
    ...(isFirst
      ? { fromFirst: leadFlip(decision, evaluation) }
      : { toFirst: answerFlipsIn(decision, evaluation)(standing) }),
    ...(!isOut && { couldWin: potentialWinnerIn(evaluation)(standing) }),
  };
}

function againstBestOf(evaluation: Evaluation, { answers }: Standing): Explanation["againstBest"] {
  const questions = weightedPositions(evaluation).map((position) => {
    const { id, weight } = evaluation.criteria[position];
    const gained = answers[position].contribution;
    return { criterion: id, gained, lost: 100 * weight - gained };
  });
  return largestFirst(questions, ({ lost }) => lost);
}

function againstRivalOf(evaluation: Evaluation, standing: Standing): AgainstRival | undefined {
  const rival = evaluation.ranking.find(({ candidate }) => candidate.id !== standing.candidate.id);
  if (rival === undefined) return undefined;
  return {
    rival: rival.candidate.id,
    margin: standing.score - rival.score,
    priority: standing.priority - rival.priority,
    questions: pointsBetween(evaluation, standing, rival),
  };
}

function partOfBase({ answers, base }: Standing, counts: (given: Standing["answers"][number]) => boolean): PartOfBase {
  const points = answers.filter(counts).reduce((sum, { contribution }) => sum + contribution, 0);
  return { points, share: base > 0 ? points / base : 0 };
}

/** Levels are blocked from the best down, so the nearest is the last. */
function nextLevelOf(decision: Decision, evaluation: Evaluation, standing: Standing): NextLevel | undefined {
  const nearest = standing.blocked.at(-1);
  if (nearest === undefined) return undefined;
  const { level, conditions } = nearest;
  const flip = flipToMeet(decision, evaluation, standing, conditions);
  return { level, conditions, ...(flip && flip.steps > 0 && { flip }) };
}

function flipToMeet(
  decision: Decision,
  evaluation: Evaluation,
  standing: Standing,
  conditions: readonly Blocking[],
): Flip | undefined {
  const ladderOf = laddersIn(decision, evaluation);
  const neededOf = (criterion: Id) =>
    conditions.find((condition) => condition.kind === "answer" && condition.criterion === criterion)?.needed;
  const ladders: Ladder[] = [];
  const least: number[] = [];
  for (const [position, { id }] of decision.pack.criteria.entries()) {
    const ladder = ladderOf(standing, position, "better");
    if (ladder === undefined) continue;
    const needed = neededOf(id);
    ladders.push(ladder);
    least.push(typeof needed === "number" ? (stepsToMeet(ladder, needed) ?? 0) : 0);
  }
  const base = conditions.find((condition) => condition.kind === "score")?.needed;
  const isEnough = (gain: number) => base === undefined || atLeast(standing.base + gain, base);
  const steps = fewestSteps(ladders, least, isEnough);
  return steps && flipOf(standing.candidate.id, { ladders, least }, steps);
}
