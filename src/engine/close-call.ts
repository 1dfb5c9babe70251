import type { Criterion, Id } from "./decision.ts";
import type { Ranked } from "./evaluation.ts";
import { atLeast } from "./thresholds.ts";
import { isBeyond, oneStep, valueFunction } from "./values.ts";

/**
 * Whether first place is too close to call: there is a tie at the top, or one change of one step undoes the lead. The
 * change is either one scored answer of the leader a step worse, falling beyond a minimum included, or one scored
 * answer of one ranked challenger a step better; it undoes the lead when what remains of it is at most 1e-9. A step is
 * the scale's own and short at its end. Ranges and unanswered questions stay as they are.
 *
 * Takes the ranking in order, and the pack's criteria and their weights in pack order.
 *
 * @example
 * const fit = { id: "fit", label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const answers = (score) => [{ answer: { kind: "score", score }, contribution: 25 * (score - 1) }];
 * const ranked = (rank, id, score) => ({ rank, candidate: { id }, score: 25 * (score - 1), answers: answers(score) });
 * isCloseCall([ranked(1, "a", 5), ranked(2, "b", 4)], [fit], [1]) // → true
 * isCloseCall([ranked(1, "a", 5), ranked(2, "b", 3)], [fit], [1]) // → false
 * isCloseCall([ranked(1, "a", 5)], [fit], [1]) // → false
 */
export function isCloseCall(
  ranking: readonly Ranked[],
  criteria: readonly Criterion[],
  weights: ArrayLike<number>,
): boolean {
  return isTiedAtTheTop(ranking) || undoingSteps(ranking, criteria, weights).next().done === false;
}

/** One answer, judged one step differently, that undoes the lead. */
export interface UndoingStep {
  readonly candidate: Id;
  readonly criterion: Id;
  readonly from: number;
  readonly to: number;
  /** What the step takes from the lead, in points; absent where it carries the answer beyond its minimum. */
  readonly points?: number;
}

/**
 * Every single step that undoes the lead of one who leads alone, as `isCloseCall` says: the leader's own in pack order,
 * then the challengers' as they are ranked. Each is found only when it is asked for.
 *
 * @example
 * const fit = { id: "fit", label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const answers = (score) => [{ answer: { kind: "score", score }, contribution: 25 * (score - 1) }];
 * const ranked = (rank, id, score) => ({ rank, candidate: { id }, score: 25 * (score - 1), answers: answers(score) });
 * const ranking = [ranked(1, "a", 5), ranked(2, "b", 4)];
 * [...undoingSteps(ranking, [fit], [1])].map(({ candidate, from, to }) => [candidate, from, to]) // → [["a",5,4],["b",4,5]]
 */
export function* undoingSteps(
  ranking: readonly Ranked[],
  criteria: readonly Criterion[],
  weights: ArrayLike<number>,
): Generator<UndoingStep> {
  if (ranking.length < 2 || isTiedAtTheTop(ranking)) return;
  const [leader] = ranking;
  const points = criteria.map((_, position) => 100 * weights[position]);
  const gains = criteria.map((criterion, position) => stepGain(criterion, points[position]));
  const runnerUp = highestScore(ranking, 1);

  for (const [position, { answer, contribution }] of leader.answers.entries()) {
    if (answer.kind !== "score") continue;
    const gain = gains[position](answer.score, contribution, "worse");
    if (atLeast(runnerUp, leader.score + gain))
      yield stepTaken(leader, criteria[position], answer.score, "worse", gain);
  }
  const mostGained = Math.max(...points);
  for (let place = 1; place < ranking.length; place++) {
    const challenger = ranking[place];
    // Too far behind for any step: its answers need not be looked at.
    if (!atLeast(challenger.score + mostGained, leader.score)) continue;
    for (const [position, { answer, contribution }] of challenger.answers.entries()) {
      if (answer.kind !== "score") continue;
      const gain = gains[position](answer.score, contribution, "better");
      if (!atLeast(challenger.score + gain, leader.score)) continue;
      yield stepTaken(challenger, criteria[position], answer.score, "better", gain);
    }
  }
}

function isTiedAtTheTop([first, next]: readonly Ranked[]): boolean {
  return next !== undefined && next.rank === first.rank;
}

function highestScore(ranking: readonly Ranked[], from: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let place = from; place < ranking.length; place++) highest = Math.max(highest, ranking[place].score);
  return highest;
}

type Towards = "better" | "worse";

/** What one step of a score adds in points; below every score where the step knocks the candidate out. */
function stepGain(
  criterion: Criterion,
  points: number,
): (score: number, contribution: number, towards: Towards) => number {
  const valueOn = valueFunction(criterion);
  const { direction, minimum } = criterion;
  return (score, contribution, towards) => {
    const next = oneStep(criterion, score, towards);
    if (minimum !== undefined && isBeyond(direction, next, minimum)) return Number.NEGATIVE_INFINITY;
    return points * valueOn(next) - contribution;
  };
}

function stepTaken(
  { candidate }: Ranked,
  criterion: Criterion,
  from: number,
  towards: Towards,
  gain: number,
): UndoingStep {
  return {
    candidate: candidate.id,
    criterion: criterion.id,
    from,
    to: oneStep(criterion, from, towards),
    ...(gain > Number.NEGATIVE_INFINITY && { points: Math.abs(gain) }),
  };
}
