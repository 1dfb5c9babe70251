import type { Criterion } from "./decision.ts";
import type { Contribution, Ranked } from "./evaluation.ts";
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
 * const ranked = (rank, id, score) => ({ rank, score: 25 * (score - 1), answers: [contribution(score)] });
 * const contribution = (score) => ({ answer: { kind: "score", score }, contribution: 25 * (score - 1) });
 * isCloseCall([ranked(1, "a", 5), ranked(2, "b", 4)], [fit], [1]) // → true
 * isCloseCall([ranked(1, "a", 5), ranked(2, "b", 3)], [fit], [1]) // → false
 * isCloseCall([ranked(1, "a", 5)], [fit], [1]) // → false
 */
export function isCloseCall(
  ranking: readonly Ranked[],
  criteria: readonly Criterion[],
  weights: ArrayLike<number>,
): boolean {
  if (ranking.length < 2) return false;
  const [leader, ...challengers] = ranking;
  if (challengers[0].rank === leader.rank) return true;
  const steps = criteria.map((criterion, position) => stepOf(criterion, 100 * weights[position]));
  const runnerUp = challengers.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  return (
    leader.answers.some((answer, position) => atLeast(runnerUp, leader.score + steps[position](answer, "worse"))) ||
    challengers.some(({ score, answers }) =>
      answers.some((answer, position) => atLeast(score + steps[position](answer, "better"), leader.score)),
    )
  );
}

/** What one step of an answer changes in points; below every score where the step knocks the candidate out. */
function stepOf(criterion: Criterion, points: number): (given: Contribution, towards: "better" | "worse") => number {
  const valueOn = valueFunction(criterion);
  const { direction, minimum } = criterion;
  return ({ answer, contribution }, towards) => {
    if (answer.kind !== "score") return 0;
    const next = oneStep(criterion, answer.score, towards);
    if (minimum !== undefined && isBeyond(direction, next, minimum)) return Number.NEGATIVE_INFINITY;
    return points * valueOn(next) - contribution;
  };
}
