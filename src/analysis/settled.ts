import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { valueRange } from "./open-answers.ts";

/** Whether anything still open can change who leads, and who may lead. */
export interface Settled {
  /** Exactly one may lead. */
  readonly settled: boolean;
  /** Ranked first, then too little known, each in the order listed. */
  readonly mayLead: readonly Id[];
}

/**
 * Whether the lead is settled: no open answer (unanswered, unknown or a range) can change the leader.
 *
 * A candidate may lead unless it is out, or some rival that nothing can knock out is above it even when every open answer
 * of the rival turns out at its worst and every one of its own at its best, by more than 1e-9. Exact, because open answers
 * move apart from one another: the two extremes are one and the same outcome. Candidates about whom too little is known
 * count too, as rivals and as possible leaders. Cost: one pass over the candidates.
 *
 * Source: potential optimality under intervals, Hazen (1986), Weber (1987).
 *
 * @example
 * const decision = { pack: { criteria: [] } };
 * const standing = (id, low, high) => ({ candidate: { id }, low, high, provisional: [] });
 * const ranking = [standing("a", 60, 80), standing("b", 55, 59), standing("c", 40, 70)];
 * settled(decision, { criteria: [], ranking, tooLittleKnown: [] }) // → {"settled":false,"mayLead":["a","c"]}
 */
export function settled(decision: Decision, evaluation: Evaluation): Settled {
  const running = stillRunning(evaluation);
  const lowest = lowestIn(decision, evaluation);
  const secure = running.filter(({ provisional }) => provisional.length === 0);
  const bar = topTwo(secure, lowest);
  const mayLead = running.filter((standing) => atLeast(standing.high, bar.besides(standing)));
  return { settled: mayLead.length === 1, mayLead: mayLead.map(({ candidate }) => candidate.id) };
}

/** Everyone who is not out: ranked first, then too little known. */
export function stillRunning({ ranking, tooLittleKnown }: Evaluation): readonly Standing[] {
  return [...ranking, ...tooLittleKnown];
}

/**
 * The lowest score with which a candidate can still be in the running: every open answer at its worst, but one with a
 * minimum at stake at that minimum, for below it the candidate is out.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const fit = { id: "fit", label: "Fit", scale, direction: "higher-is-better", minimum: 2 };
 * const answers = [{ criterion: "fit", answer: { kind: "unknown" }, value: 0.5, contribution: 50 }];
 * const lowest = lowestIn({ pack: { criteria: [fit] } }, { criteria: [{ id: "fit", weight: 1 }] });
 * lowest({ low: 0, high: 100, provisional: ["fit"], answers }) // → 25
 */
export function lowestIn(decision: Decision, evaluation: Pick<Evaluation, "criteria">): (standing: Standing) => number {
  const { criteria } = decision.pack;
  return (standing) => {
    let lowest = standing.low;
    if (standing.provisional.length === 0) return lowest;
    for (const [position, criterion] of criteria.entries()) {
      if (!standing.provisional.includes(criterion.id)) continue;
      const { worst, acceptable } = valueRange(criterion, standing.answers[position].answer);
      lowest += 100 * evaluation.criteria[position].weight * (acceptable - worst);
    }
    return lowest;
  };
}

/** The highest of some figure, and for the one who has it the next: what each has to pass besides itself. */
export function topTwo(
  standings: readonly Standing[],
  figureOf: (standing: Standing) => number,
): { besides(standing: Standing): number } {
  let first: Standing | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (const standing of standings) {
    const figure = figureOf(standing);
    if (figure > highest || first === undefined) {
      next = highest;
      highest = figure;
      first = standing;
    } else if (figure > next) {
      next = figure;
    }
  }
  return { besides: (standing) => (standing === first ? next : highest) };
}
