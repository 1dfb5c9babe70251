import type { Answer, Criterion } from "../engine/decision.ts";
import { bestEnd, isAnswered, isBeyond, valueFunction, worstEnd } from "../engine/values.ts";

/** The values from 0 to 1 that an answer may still turn out to have. */
export interface ValueRange {
  readonly worst: number;
  readonly best: number;
  /** The value of the minimum where that is at stake, at most `best`; else `worst`. Below it the candidate is out. */
  readonly acceptable: number;
}

/**
 * What an answer may still turn out to be worth: a score just its value, a range its two ends, and what nobody knows
 * anything from 0 to 1.
 *
 * @example
 * const fit = { id: "fit", label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better", minimum: 2 };
 * valueRange(fit, { kind: "range", low: 1, high: 3 }) // → {"worst":0,"best":0.5,"acceptable":0.25}
 * valueRange(fit, { kind: "range", low: 3, high: 5 }) // → {"worst":0.5,"best":1,"acceptable":0.5}
 * valueRange(fit, { kind: "unknown" }) // → {"worst":0,"best":1,"acceptable":0.25}
 */
export function valueRange(criterion: Criterion, answer: Answer): ValueRange {
  const valueOn = valueFunction(criterion);
  const [worstAnswer, bestAnswer] = [worstEnd(criterion, answer), bestEnd(criterion, answer)];
  const known = isAnswered(answer);
  const worst = known ? valueOn(worstAnswer) : 0;
  const best = known ? valueOn(bestAnswer) : 1;
  const { minimum, direction } = criterion;
  const atStake =
    minimum !== undefined && isBeyond(direction, worstAnswer, minimum) && !isBeyond(direction, bestAnswer, minimum);
  return { worst, best, acceptable: atStake ? Math.min(valueOn(minimum), best) : worst };
}

/** Whether an answer may still change: unanswered, unknown or a range. */
export function isOpen(answer: Answer): boolean {
  return answer.kind !== "score";
}
