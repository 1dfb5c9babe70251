import { solve } from "yalps";
import type { Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { TOLERANCE } from "../engine/thresholds.ts";
import { valueDifferences, weightedPositions } from "./value-differences.ts";

/** Whether some weighting of the questions puts a candidate first. */
export interface PotentialWinner {
  readonly candidate: Id;
  /** First alone under some weighting, first at best in a tie, or behind somebody under every one. */
  readonly verdict: "alone" | "shared" | "never";
  /**
   * By how much it leads where it leads by most, or, below 0, is behind where it is nearest: a difference of values, so 0.2
   * is 20 points. Absent without rivals.
   */
  readonly margin?: number;
  /** A weighting with that margin, by question: shares that sum to 1, those above 0. */
  readonly weights: Readonly<Record<Id, number>>;
}

/**
 * Whether each ranked candidate can ever come first, if only the questions were weighed differently: the weighting under
 * which its smallest lead over a rival is largest, with the values that the scores use and priority included. A lead above
 * 1e-9 there means first alone, within 1e-9 shared, below never: then somebody is better under every weighting. In ranking
 * order; questions without weight stay without.
 *
 * Cost: a linear programme a candidate, with a row a rival and a column a question.
 *
 * Source: potential optimality, Hazen (1986); as a linear programme, Athanassopoulos and Podinovski (1997).
 *
 * @example
 * const ranked = (id, ...values) => ({ candidate: { id }, priority: 0, answers: values.map((value) => ({ value })) });
 * const criteria = [{ id: "fit", weight: 0.75 }, { id: "time", weight: 0.25 }];
 * const ranking = [ranked("a", 1, 0), ranked("b", 0.25, 0.5), ranked("c", 0, 0)];
 * const found = potentialWinners({ criteria, ranking });
 * found.map(({ candidate, verdict }) => [candidate, verdict]) // → [["a","alone"],["b","alone"],["c","never"]]
 * found[0].margin // → 0.75
 * found[1].weights // → {"time":1}
 */
export function potentialWinners(evaluation: Pick<Evaluation, "criteria" | "ranking">): readonly PotentialWinner[] {
  return evaluation.ranking.map(potentialWinnerIn(evaluation));
}

/**
 * The same about one candidate, ranked or not: whether it could come first among the ranked.
 *
 * @example
 * const standing = (id, value) => ({ candidate: { id }, priority: 0, answers: [{ value }] });
 * const couldWin = potentialWinnerIn({ criteria: [{ id: "fit", weight: 1 }], ranking: [standing("a", 0.5)] });
 * couldWin(standing("b", 0.75)).margin // → 0.25
 * couldWin(standing("a", 0.5)) // → {"candidate":"a","verdict":"alone","weights":{"fit":1}}
 */
export function potentialWinnerIn(
  evaluation: Pick<Evaluation, "criteria" | "ranking">,
): (standing: Standing) => PotentialWinner {
  const positions = weightedPositions(evaluation);
  const current = positions.map((position) => evaluation.criteria[position].weight);
  const rankedByHairs = differByHairs(evaluation.ranking, positions);
  return (standing) => {
    const { id } = standing.candidate;
    const rivals = evaluation.ranking.filter(({ candidate }) => candidate.id !== id);
    // Of very many candidates the answers are made when they are read: its own once, not once a rival.
    const own = { answers: standing.answers, priority: standing.priority };
    const leads = rivals.map((rival) => valueDifferences(positions, own, rival));
    const named = (weights: readonly number[]) => {
      const shares = positions.map((position, place) => [evaluation.criteria[position].id, weights[place]] as const);
      return Object.fromEntries(shares.filter(([, weight]) => weight > 0));
    };
    if (leads.length === 0) return { candidate: id, verdict: "alone", weights: named(current) };
    const isRanked = rivals.length < evaluation.ranking.length;
    const byHairs = rankedByHairs || (!isRanked && differByHairs([...rivals, standing], positions));
    const weights = mostFavourable(leads, current, byHairs ? PRECISIONS : PRECISIONS.slice(0, 1));
    const margin = smallestLead(leads, weights);
    const verdict = margin > TOLERANCE ? "alone" : margin >= -TOLERANCE ? "shared" : "never";
    return { candidate: id, verdict, margin, weights: named(weights) };
  };
}

function smallestLead(leads: readonly (readonly number[])[], weights: readonly number[]): number {
  return leads.reduce((smallest, differences) => {
    const lead = differences.reduce((sum, difference, place) => sum + weights[place] * difference, 0);
    return Math.min(smallest, lead);
  }, Number.POSITIVE_INFINITY);
}

/**
 * The weighting that makes the smallest lead largest. Raised by the same so that each is above 0, every lead is reached by
 * some multiple of a weighting; the least total that brings every lead to 1 is that multiple, and in proportion the
 * weighting. In this form the programme has neither an equality nor a variable below 0.
 */
function mostFavourable(
  leads: readonly (readonly number[])[],
  current: readonly number[],
  precisions: readonly number[],
): readonly number[] {
  const raise = 1 + leads.reduce((most, lead) => lead.reduce((high, each) => Math.max(high, Math.abs(each)), most), 0);
  const programme = {
    direction: "minimize" as const,
    objective: TOTAL,
    constraints: leads.map((_, rival) => [rival, { min: 1 }] as const),
    variables: current.map((_, place) => {
      const reached = leads.map((lead, rival) => [rival, 1 + lead[place] / raise] as const);
      return [place, [[TOTAL, 1] as const, ...reached]] as const;
    }),
  };
  const found = precisions.flatMap((precision) => {
    const { status, variables } = solve(programme, { precision });
    if (status !== "optimal") return [];
    const amounts = new Map(variables);
    const total = variables.reduce((sum, [, amount]) => sum + amount, 0);
    return [current.map((_, place) => (amounts.get(place) ?? 0) / total)];
  });
  if (found.length === 0) throw new Error("Some weighting is the most favourable, but the solver found none.");
  return found.reduce((best, weights) => (smallestLead(leads, weights) > smallestLead(leads, best) ? weights : best));
}

/** A key of the programme beside its rivals, which are counted from 0. */
const TOTAL = -1;

/**
 * The finest is off by less than 1e-9 where leads are level or clearly apart. Where they differ by hairs it loses digits or
 * goes round in circles, and a coarser one, to which hairs are nothing, is within 1e-8. Each solution is a weighting whose
 * smallest lead is computed again, so the best of several can only be nearer the largest.
 */
const PRECISIONS = [1e-12, 1e-10, 1e-8];

/** Whether the values of one question differ by more than rounding and by less than any scale tells apart. */
function differByHairs(standings: readonly Standing[], positions: readonly number[]): boolean {
  const valuesAt = positions.map(() => new Set<number>());
  for (const { answers } of standings) {
    for (const [place, values] of valuesAt.entries()) values.add(answers[positions[place]].value);
  }
  return valuesAt.some((values) => {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted.some((value, at) => at > 0 && value - sorted[at - 1] > 1e-14 && value - sorted[at - 1] < 1e-6);
  });
}
