import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { TOLERANCE } from "../engine/thresholds.ts";
import { type Dominance, dominanceIn } from "./dominance.ts";
import { largestFirst } from "./largest-first.ts";
import { pairwiseShareIn } from "./pairwise-share.ts";
import { valueDifferences, weightedPositions } from "./value-differences.ts";

/** Two candidates side by side. Points above 0 are in favour of the first, below 0 of the second. */
export interface Comparison {
  readonly a: Id;
  readonly b: Id;
  /** The first score minus the second: the questions and the priority points add up to it. */
  readonly margin: number;
  readonly priority: number;
  /** Of each question with weight, the largest difference first, whoever it favours. */
  readonly questions: readonly PointsOn[];
  /** Which of the two dominates the other; absent where neither does. */
  readonly dominance?: Dominance;
  /** The shares of all weightings, and of those that keep the order of importance, under which each is ahead. */
  readonly shares: { readonly any: SharesOfTwo; readonly ranked: SharesOfTwo };
  /** The smallest shift of weight after which the two are level; absent where no weighting makes them level. */
  readonly shift?: WeightShift;
}

export interface PointsOn {
  readonly criterion: Id;
  readonly points: number;
}

/** From 0 to 1; both 0 where the two are level under every weighting. */
export interface SharesOfTwo {
  readonly a: number;
  readonly b: number;
}

/** Weight that goes from some questions to one other, as shares of all weight. */
export interface WeightShift {
  /** How much moves in all. */
  readonly weight: number;
  readonly moves: readonly { readonly from: Id; readonly to: Id; readonly weight: number }[];
}

/**
 * Two candidates question by question: who is ahead on what and by how many points, whether one dominates the other, under
 * what share of all weightings each is ahead, and the smallest shift of weight that makes them level.
 *
 * Takes any two, ranked or not, by the values that their scores use. Cost: questions squared.
 *
 * Source: even swaps and the additive difference, Keeney and Raiffa (1976); for the parts see each.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const criterion = (id) => ({ id, label: id, scale, direction: "higher-is-better" });
 * const decision = { pack: { criteria: [criterion("fit"), criterion("time")] } };
 * const scored = (score) => ({ answer: { kind: "score", score }, value: (score - 1) / 4, contribution: 12.5 * (score - 1) });
 * const standing = (id, fit, time) => (
 *   { candidate: { id }, score: 12.5 * (fit + time - 2), priority: 0, answers: [scored(fit), scored(time)] });
 * const criteria = [
 *   { id: "fit", importance: 1, emphasis: 1, weight: 0.5 }, { id: "time", importance: 1, emphasis: 1, weight: 0.5 } ];
 * const found = comparison(decision, { criteria }, standing("a", 5, 3), standing("b", 2, 4));
 * [found.margin, found.shares.any.a] // → [25,0.75]
 * found.questions // → [{"criterion":"fit","points":37.5},{"criterion":"time","points":-12.5}]
 * found.shift // → {"weight":0.25,"moves":[{"from":"fit","to":"time","weight":0.25}]}
 */
export function comparison(
  decision: Decision,
  evaluation: Pick<Evaluation, "criteria">,
  one: Standing,
  other: Standing,
): Comparison {
  const [a, b] = [one.candidate.id, other.candidate.id];
  const dominance = dominanceBetween(decision, evaluation, one, other);
  const shift = smallestShift(evaluation, one, other);
  return {
    a,
    b,
    margin: one.score - other.score,
    priority: one.priority - other.priority,
    questions: pointsBetween(evaluation, one, other),
    ...(dominance && { dominance }),
    shares: { any: sharesOf(evaluation, "any", one, other), ranked: sharesOf(evaluation, "ranked", one, other) },
    ...(shift && { shift }),
  };
}

/**
 * By how many points one candidate is ahead of another on each question with weight, the largest difference first.
 *
 * @example
 * const standing = (...points) => ({ answers: points.map((contribution) => ({ contribution })) });
 * const evaluation = { criteria: [{ id: "fit", weight: 0.5 }, { id: "time", weight: 0.5 }] };
 * pointsBetween(evaluation, standing(25, 0), standing(12.5, 50)) // → [{"criterion":"time","points":-50},{"criterion":"fit","points":12.5}]
 */
export function pointsBetween(
  evaluation: Pick<Evaluation, "criteria">,
  one: Pick<Standing, "answers">,
  other: Pick<Standing, "answers">,
): readonly PointsOn[] {
  const points = weightedPositions(evaluation).map((position) => ({
    criterion: evaluation.criteria[position].id,
    points: one.answers[position].contribution - other.answers[position].contribution,
  }));
  return largestFirst(points, (on) => Math.abs(on.points));
}

function dominanceBetween(
  decision: Decision,
  evaluation: Pick<Evaluation, "criteria">,
  one: Standing,
  other: Standing,
): Dominance | undefined {
  const dominates = dominanceIn(decision, evaluation);
  for (const [first, second] of [[one, other] as const, [other, one] as const]) {
    const how = dominates(first, second);
    if (how === undefined) continue;
    return { dominates: first.candidate.id, dominated: second.candidate.id, necessary: how === "necessary" };
  }
  return undefined;
}

function sharesOf(
  evaluation: Pick<Evaluation, "criteria">,
  weightings: "any" | "ranked",
  one: Standing,
  other: Standing,
): SharesOfTwo {
  const { share, tie } = pairwiseShareIn(evaluation, weightings)(one, other);
  return { a: share, b: tie ? 0 : 1 - share };
}

/**
 * Weight does most where it leaves a question on which the leading one is far ahead for the question on which the other is
 * best placed. So all that moves goes to that one question, and the questions give in the order of how far the leading one
 * is ahead on them, each all it has before the next: a continuous knapsack, Dantzig (1957), which this order fills best.
 */
function smallestShift(
  evaluation: Pick<Evaluation, "criteria">,
  one: Standing,
  other: Standing,
): WeightShift | undefined {
  const [ahead, behind] = one.score >= other.score ? [one, other] : [other, one];
  const positions = weightedPositions(evaluation);
  const differences = valueDifferences(positions, ahead, behind);
  const questions = positions.map((position, place) => ({
    ...evaluation.criteria[position],
    lead: differences[place],
  }));
  const [target, ...givers] = largestFirst(questions, ({ lead }) => -lead);
  let gap = questions.reduce((sum, { weight, lead }) => sum + weight * lead, 0);
  const moves: { from: Id; to: Id; weight: number }[] = [];
  for (const giver of givers.toReversed()) {
    const closing = giver.lead - target.lead;
    if (100 * gap <= TOLERANCE || closing <= 0) break;
    const weight = Math.min(giver.weight, gap / closing);
    moves.push({ from: giver.id, to: target.id, weight });
    gap -= weight * closing;
  }
  if (100 * gap > TOLERANCE) return undefined;
  return { weight: moves.reduce((sum, { weight }) => sum + weight, 0), moves };
}
