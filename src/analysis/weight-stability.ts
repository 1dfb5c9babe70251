import type { Id } from "../engine/decision.ts";
import type { Evaluation, Ranked } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { type Line, upperEnvelope } from "./upper-envelope.ts";
import { weightedPositions } from "./value-differences.ts";

/** How far one weight can move before the leader changes, and who leads beyond. Weights are shares from 0 to 1. */
export interface WeightStability {
  readonly criterion: Id;
  /** Where it stands now. */
  readonly weight: number;
  /** The weights with which the first listed leads, alone or in a tie. */
  readonly from: number;
  readonly to: number;
  /**
   * The same in points: the importance to state for this question, all others as they are. Absent where no importance
   * gives that weight: at weight 1, and where no other question has any.
   */
  readonly importanceFrom?: number;
  readonly importanceTo?: number;
  /** Who leads where, from weight 0 to weight 1. */
  readonly leaders: readonly LeadersOver[];
}

/** Everybody who leads, in the order listed, from one weight to another; at a single weight where `from` is `to`. */
export interface LeadersOver {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly Id[];
}

/**
 * How far the weight of each question can move before the leader changes.
 *
 * The weight goes to t between 0 and 1 while the others keep their proportions: the other importances share 1 − t as they
 * are to one another, equally where all of them are 0. Each score, priority included, is then t times the value of this
 * question plus 1 − t times the mean value of the others: a straight line in t. The leader's interval is where its line is
 * below no rival's by more than 1e-9, one half-line a rival; `leaders` is the whole upper envelope. A weight t is what
 * t × (sum of the other importances) / (1 − t) points give.
 *
 * Looks at the ranked and at questions with weight, and takes the ranking as it is: that another weight changes what is
 * known of a candidate as a share, and so perhaps whether it is ranked, is not looked at. Nobody ranked, or only one
 * question: nothing can move. Cost: questions × ranked × (questions + changes of leader).
 *
 * Source: one-way sensitivity analysis of weights, Goodwin and Wright (2004), chapter 3; Triantaphyllou and Sánchez (1997).
 *
 * @example
 * const answers = (first, second) => [{ value: first }, { value: second }];
 * const ranked = (id, first, second) => ({ candidate: { id }, priority: 0, answers: answers(first, second) });
 * const criteria = [
 *   { id: "fit", importance: 2, emphasis: 1, weight: 0.5 }, { id: "time", importance: 2, emphasis: 1, weight: 0.5 } ];
 * const [fit] = weightStability({ criteria, ranking: [ranked("b", 0.75, 0.75), ranked("a", 1, 0)] });
 * [fit.criterion, fit.weight, fit.from, fit.to] // → ["fit",0.5,0,0.75]
 * [fit.importanceFrom, fit.importanceTo] // → [0,6]
 * fit.leaders // → [{"from":0,"to":0.75,"ids":["b"]},{"from":0.75,"to":1,"ids":["a"]}]
 */
export function weightStability(evaluation: Pick<Evaluation, "criteria" | "ranking">): readonly WeightStability[] {
  const { criteria, ranking } = evaluation;
  if (ranking.length === 0 || criteria.length < 2) return [];
  return weightedPositions(evaluation).map((moved) => {
    const others = criteria.map(({ importance, emphasis }, position) =>
      position === moved ? 0 : importance * emphasis,
    );
    const total = others.reduce((sum, points) => sum + points, 0);
    const shares = others.map((points, position) => {
      if (position === moved) return 0;
      return total > 0 ? points / total : 1 / (criteria.length - 1);
    });
    const lines = ranking.map((ranked) => lineOf(ranked, moved, shares));
    const { id, weight } = criteria[moved];
    const { from, to } = whereFirstLeads(lines, weight);
    return {
      criterion: id,
      weight,
      from,
      to,
      ...(total > 0 && from < 1 && { importanceFrom: (from * total) / (1 - from) }),
      ...(total > 0 && to < 1 && { importanceTo: (to * total) / (1 - to) }),
      leaders: upperEnvelope(lines).map((stretch) => ({
        from: stretch.from,
        to: stretch.to,
        ids: stretch.lines.map((place) => ranking[place].candidate.id),
      })),
    };
  });
}

/** The score as the weight of one question goes from 0 to 1. */
function lineOf({ answers, priority }: Ranked, moved: number, shares: readonly number[]): Line {
  const others = shares.reduce((sum, share, position) => sum + share * answers[position].value, 0);
  return { start: 100 * others + priority, end: 100 * answers[moved].value + priority };
}

/** The first listed leads at the weight as it is, so that is always inside. */
function whereFirstLeads(lines: readonly Line[], weight: number): { readonly from: number; readonly to: number } {
  const [own, ...rivals] = lines;
  let from = 0;
  let to = 1;
  for (const rival of rivals) {
    const aheadAtStart = own.start - rival.start;
    const aheadAtEnd = own.end - rival.end;
    const crossing = aheadAtStart / (aheadAtStart - aheadAtEnd);
    if (!atLeast(own.start, rival.start)) from = Math.max(from, aheadAtEnd > aheadAtStart ? crossing : weight);
    if (!atLeast(own.end, rival.end)) to = Math.min(to, aheadAtStart > aheadAtEnd ? crossing : weight);
  }
  return { from: Math.min(from, weight), to: Math.max(to, weight) };
}
