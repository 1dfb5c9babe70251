import { type Criterion, type Decision, entryOf, type Id, type Reason } from "./decision.ts";
import type { WeighedCriterion } from "./evaluation.ts";

/**
 * How much each criterion counts, in pack order: the importance that holds for this decision, what the chosen reasons
 * multiply it by, and its weight, the share of the total from 0 to 1.
 *
 * A stated importance replaces the pack's and takes no emphasis: it was given for this decision. Emphasis is the mean
 * over the chosen reasons, 1 where a reason does not name the criterion, so several reasons never outweigh one another
 * by their number. Throws a RangeError where no criterion has importance.
 *
 * Source: weighted additive value, Keeney and Raiffa (1976); the mean over reasons is our own choice.
 *
 * @example
 * const criteria = [{ id: "audience", importance: 4 }, { id: "timing", importance: 6 }];
 * const reasons = [{ id: "reach", emphasis: { audience: 2 } }, { id: "tap", emphasis: {} }];
 * const weighed = weighCriteria({ pack: { criteria, reasons }, reasons: ["reach", "tap"], importance: {} });
 * weighed[0] // → {"id":"audience","importance":4,"emphasis":1.5,"weight":0.5}
 * weighed[1] // → {"id":"timing","importance":6,"emphasis":1,"weight":0.5}
 */
export function weighCriteria(decision: Decision): WeighedCriterion[] {
  const chosen = decision.pack.reasons.filter((reason) => decision.reasons.includes(reason.id));
  const unweighed = decision.pack.criteria.map((criterion) => importanceIn(decision, criterion, chosen));
  const weights = weightShares(unweighed.map(({ importance, emphasis }) => importance * emphasis));
  return unweighed.map((criterion, position) => ({ ...criterion, weight: weights[position] }));
}

/**
 * Points as shares of their total: each from 0 to 1, together 1. Throws a RangeError where a share has no meaning:
 * points below 0, points that are no number, or a total of 0.
 *
 * @example
 * weightShares([3, 1]) // → [0.75, 0.25]
 * weightShares([0, 2]) // → [0, 1]
 */
export function weightShares(points: readonly number[]): number[] {
  const total = points.reduce((sum, point) => sum + point, 0);
  if (points.some((point) => !(point >= 0)) || total === Number.POSITIVE_INFINITY) {
    throw new RangeError("Importance is a number of points, 0 or more, and small enough to add up.");
  }
  if (total === 0) {
    throw new RangeError(
      "Every question has importance 0, so nothing can be weighed: give at least one question an importance above 0.",
    );
  }
  return points.map((point) => point / total);
}

function importanceIn(decision: Decision, criterion: Criterion, chosen: readonly Reason[]) {
  const stated = entryOf(decision.importance, criterion.id);
  return {
    id: criterion.id,
    importance: stated ?? criterion.importance,
    emphasis: stated === undefined ? meanEmphasis(chosen, criterion.id) : 1,
  };
}

function meanEmphasis(chosen: readonly Reason[], criterion: Id): number {
  if (chosen.length === 0) return 1;
  const total = chosen.reduce((sum, reason) => sum + (entryOf(reason.emphasis, criterion) ?? 1), 0);
  return total / chosen.length;
}
