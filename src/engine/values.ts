import type { Answer, Criterion, Direction, ValuePoint } from "./decision.ts";
import { atLeast } from "./thresholds.ts";

/** What of a criterion says how good an answer is. */
export type Ruler = Pick<Criterion, "label" | "scale" | "direction" | "values">;

/**
 * How good an answer is: a function from an answer on the criterion's scale to its value, 0 for the worst and 1 for
 * the best. Equal steps of the scale are equal steps of value, unless the pack gives value points: then the value runs
 * straight from point to point. The scale is the pack's, never the range of the candidates present, so a candidate
 * that joins or leaves changes nobody's value.
 *
 * A better answer never has a lower value, exactly, also between neighbouring floating-point numbers. Throws a
 * RangeError for an answer off the scale, and for a scale without extent.
 *
 * Source: local (fixed) scales and direct rating, Belton and Stewart (2002); bisection points, Goodwin and Wright (2004).
 *
 * @example
 * valueFunction({ label: "Mission", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" })(4) // → 0.75
 * valueFunction({ label: "Kilometres", scale: { min: 0, max: 40, step: 1 }, direction: "lower-is-better" })(10) // → 0.75
 */
export function valueFunction(ruler: Ruler): (answer: number) => number {
  const { min, max } = ruler.scale;
  const extent = max - min;
  if (!(extent > 0 && extent < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The scale of ${ruler.label} needs a highest answer above the lowest, both within reach.`);
  }
  const valueOnScale = ruler.values === undefined ? straightLine(ruler) : broken(ruler.values);
  return (answer) => {
    if (!(answer >= min && answer <= max)) {
      throw new RangeError(`${answer} is not on the scale of ${ruler.label}: answers go from ${min} to ${max}.`);
    }
    return valueOnScale(answer);
  };
}

/**
 * The worst an answer may still turn out to be, in the units of the scale: the worse end of a range, the worst of the
 * scale where nobody knows yet.
 *
 * @example
 * const kilometres = { label: "Kilometres", scale: { min: 0, max: 40, step: 1 }, direction: "lower-is-better" };
 * worstEnd(kilometres, { kind: "range", low: 5, high: 12 }) // → 12
 * worstEnd(kilometres, { kind: "unknown" }) // → 40
 */
export function worstEnd(ruler: Ruler, answer: Answer): number {
  return ruler.direction === "higher-is-better" ? lowEnd(ruler, answer) : highEnd(ruler, answer);
}

/**
 * The best an answer may still turn out to be, in the units of the scale.
 *
 * @example
 * const kilometres = { label: "Kilometres", scale: { min: 0, max: 40, step: 1 }, direction: "lower-is-better" };
 * bestEnd(kilometres, { kind: "range", low: 5, high: 12 }) // → 5
 * bestEnd(kilometres, { kind: "score", score: 7 }) // → 7
 */
export function bestEnd(ruler: Ruler, answer: Answer): number {
  return ruler.direction === "higher-is-better" ? highEnd(ruler, answer) : lowEnd(ruler, answer);
}

/**
 * Whether an answer is worse than a minimum, the worst acceptable answer in the criterion's direction.
 *
 * @example
 * isBeyond("higher-is-better", 1, 2) // → true
 * isBeyond("lower-is-better", 4, 3) // → true
 * isBeyond("lower-is-better", 3, 3) // → false
 */
export function isBeyond(direction: Direction, answer: number, minimum: number): boolean {
  return direction === "higher-is-better" ? !atLeast(answer, minimum) : !atLeast(minimum, answer);
}

/**
 * The answer one step better or worse; at the end of the scale the step is short, or none.
 *
 * @example
 * const kilometres = { label: "Kilometres", scale: { min: 0, max: 40, step: 15 }, direction: "lower-is-better" };
 * oneStep(kilometres, 20, "better") // → 5
 * oneStep(kilometres, 30, "worse") // → 40
 */
export function oneStep(ruler: Ruler, answer: number, towards: "better" | "worse"): number {
  const { min, max, step } = ruler.scale;
  const upwards = (towards === "better") === (ruler.direction === "higher-is-better");
  return upwards ? Math.min(answer + step, max) : Math.max(answer - step, min);
}

/**
 * Whether an answer says something: a score or a range. `unknown` and `abstain` do not.
 *
 * @example
 * isAnswered({ kind: "range", low: 2, high: 4 }) // → true
 * isAnswered({ kind: "abstain" }) // → false
 */
export function isAnswered(answer: Answer): boolean {
  return answer.kind === "score" || answer.kind === "range";
}

function straightLine({ scale, direction }: Ruler): (answer: number) => number {
  const extent = scale.max - scale.min;
  return direction === "higher-is-better"
    ? (answer) => (answer - scale.min) / extent
    : (answer) => 1 - (answer - scale.min) / extent;
}

function broken(points: readonly ValuePoint[]): (answer: number) => number {
  return (answer) => {
    const next = points.findIndex((point) => point.answer > answer);
    if (next === -1) return points[points.length - 1].value;
    return between(points[next - 1], points[next], answer);
  };
}

/** Held between the two ends, so that rounding cannot make a better answer worth less. */
function between(from: ValuePoint, to: ValuePoint, answer: number): number {
  const share = (answer - from.answer) / (to.answer - from.answer);
  const value = from.value + (to.value - from.value) * share;
  return Math.min(Math.max(value, Math.min(from.value, to.value)), Math.max(from.value, to.value));
}

function lowEnd(ruler: Ruler, answer: Answer): number {
  if (answer.kind === "score") return answer.score;
  return answer.kind === "range" ? answer.low : ruler.scale.min;
}

function highEnd(ruler: Ruler, answer: Answer): number {
  if (answer.kind === "score") return answer.score;
  return answer.kind === "range" ? answer.high : ruler.scale.max;
}
