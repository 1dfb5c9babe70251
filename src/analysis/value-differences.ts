import type { Evaluation, Standing } from "../engine/evaluation.ts";

/**
 * The places in pack order of the questions that have weight: the others move no score.
 *
 * @example
 * weightedPositions({ criteria: [{ id: "fit", weight: 1 }, { id: "time", weight: 0 }] }) // → [0]
 */
export function weightedPositions({ criteria }: Pick<Evaluation, "criteria">): readonly number[] {
  return [...criteria.keys()].filter((position) => criteria[position].weight > 0);
}

/**
 * By how much one candidate is better than another on each of these questions: the difference of the values the scores
 * use, plus a hundredth of the difference of their priority points. Weights sum to 1, so with any weights the weighted sum
 * of these is a hundredth of the difference of the two scores.
 *
 * @example
 * const zoo = { priority: 5, answers: [{ value: 1 }, { value: 0.25 }] };
 * const park = { priority: 5, answers: [{ value: 0.5 }, { value: 0.75 }] };
 * valueDifferences([0, 1], zoo, park) // → [0.5, -0.5]
 * valueDifferences([0, 1], zoo, { ...park, priority: 30 }) // → [0.25, -0.75]
 */
export function valueDifferences(
  positions: readonly number[],
  { answers: ones, priority }: Pick<Standing, "answers" | "priority">,
  { answers: others, priority: otherPriority }: Pick<Standing, "answers" | "priority">,
): readonly number[] {
  const ahead = (priority - otherPriority) / 100;
  return positions.map((position) => ones[position].value - others[position].value + ahead);
}
