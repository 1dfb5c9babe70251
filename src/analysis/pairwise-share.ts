import type { Id } from "../engine/decision.ts";
import type { Evaluation, Standing, WeighedCriterion } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { valueDifferences, weightedPositions } from "./value-differences.ts";

/** Two candidates, and the share of all weightings under which the first is ahead of the second. */
export interface PairwiseShare {
  readonly a: Id;
  readonly b: Id;
  /** From 0 to 1; 0 in a tie. */
  readonly share: number;
  /** They are level under every weighting, so neither is ever ahead. */
  readonly tie: boolean;
}

/** Which weightings count: all, or those that keep the order of importance. `around` has no exact share, so all. */
export type Weightings = "around" | "any" | "ranked";

/**
 * For each pair of ranked candidates the exact share of all weightings of the questions under which the first is ahead,
 * every weighting counting the same; `ranked` looks only at weightings that keep the questions in their order of
 * importance, equal importance staying equal. No simulation: the share of a simplex on one side of a plane. Each pair
 * once, in ranking order. The share is no probability: nobody draws a weighting at random.
 *
 * Cost: pairs of ranked × questions squared.
 *
 * Source: the recurrence of Varsi (1973), in the form of Ali (1973); weightings that keep an order, Lahdelma and Salminen
 * (2001).
 *
 * @example
 * const ranked = (id, ...values) => ({ candidate: { id }, priority: 0, answers: values.map((value) => ({ value })) });
 * const criteria = [{ importance: 3, emphasis: 1, weight: 0.75 }, { importance: 1, emphasis: 1, weight: 0.25 }];
 * const ranking = [ranked("a", 0.75, 0.5), ranked("b", 0.5, 1)];
 * pairwiseShares({ criteria, ranking })[0].share // → 0.3333333333333333
 * pairwiseShares({ criteria, ranking }, "ranked")[0].share // → 0.6666666666666666
 */
export function pairwiseShares(
  evaluation: Pick<Evaluation, "criteria" | "ranking">,
  weightings: Weightings = "any",
): readonly PairwiseShare[] {
  const { ranking } = evaluation;
  const shareOf = pairwiseShareIn(evaluation, weightings);
  return ranking.flatMap((one, place) => ranking.slice(place + 1).map((other) => shareOf(one, other)));
}

/**
 * The same about any two candidates, ranked or not.
 *
 * @example
 * const standing = (id, ...values) => ({ candidate: { id }, priority: 0, answers: values.map((value) => ({ value })) });
 * const shareOf = pairwiseShareIn({ criteria: [{ id: "fit", weight: 0.75 }, { id: "time", weight: 0.25 }] }, "any");
 * shareOf(standing("a", 1, 0.5), standing("b", 0.25, 0.75)) // → {"a":"a","b":"b","share":0.75,"tie":false}
 */
export function pairwiseShareIn(
  evaluation: Pick<Evaluation, "criteria">,
  weightings: Weightings,
): (one: Standing, other: Standing) => PairwiseShare {
  const positions = weightedPositions(evaluation);
  const meansOf = weightings === "ranked" ? meansInOrder(positions.map((at) => evaluation.criteria[at])) : undefined;
  return (one, other) => {
    const differences = valueDifferences(positions, one, other);
    return { a: one.candidate.id, b: other.candidate.id, ...winningShare(meansOf?.(differences) ?? differences) };
  };
}

/**
 * The share of all weightings under which a weighted sum of these differences is above 0, and whether it is 0 under all.
 *
 * With the positive differences x and the others y turned positive, and zeros left out: start from [1, 0, …, 0], a place
 * for each y and one before them; for each x, and for each place h after the first in order, put
 * (y_h × what stands there + x × what stands before it) / (x + y_h). The last place holds the share. Every step is a mean
 * of two shares, so nothing cancels: equal and nearly equal differences are as exact as others.
 *
 * @example
 * winningShare([2, -1, -1]) // → {"share":0.4444444444444444,"tie":false}
 * winningShare([1, -1, 0]) // → {"share":0.5,"tie":false}
 * winningShare([1, 0]) // → {"share":1,"tie":false}
 * winningShare([0, 0]) // → {"share":0,"tie":true}
 */
export function winningShare(differences: readonly number[]): { readonly share: number; readonly tie: boolean } {
  const ahead = differences.filter((difference) => difference >= NOT_ZERO);
  const behind = differences.filter((difference) => difference <= -NOT_ZERO);
  if (ahead.length === 0) return { share: 0, tie: behind.length === 0 };
  const shares = new Float64Array(behind.length + 1);
  shares[0] = 1;
  for (const x of ahead) {
    for (let place = 1; place <= behind.length; place += 1) {
      const y = -behind[place - 1];
      shares[place] = (y * shares[place] + x * shares[place - 1]) / (x + y);
    }
  }
  return { share: shares[behind.length], tie: false };
}

/** Values that agree to twelve digits are the same value. */
const NOT_ZERO = 1e-12;

/**
 * The corners of the weightings that keep an order of importance share all weight equally among the first one, two, three
 * … questions, without parting equal ones. At such a corner the difference of two candidates is the mean over those
 * questions, and the weightings are the mixtures of the corners: the same problem with means in place of differences.
 */
function meansInOrder(
  criteria: readonly Pick<WeighedCriterion, "importance" | "emphasis">[],
): (differences: readonly number[]) => readonly number[] {
  const points = criteria.map(({ importance, emphasis }) => importance * emphasis);
  const order = [...points.keys()].sort((one, other) => points[other] - points[one]);
  const isLastOfEquals = (place: number) =>
    place + 1 === order.length || !atLeast(points[order[place + 1]], points[order[place]]);
  return (differences) => {
    let sum = 0;
    return order.flatMap((position, place) => {
      sum += differences[position];
      return isLastOfEquals(place) ? [sum / (place + 1)] : [];
    });
  };
}
