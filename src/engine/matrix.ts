import { mergeBallots } from "./ballots.ts";
import type { Answer, Criterion, Decision, Id, Pack, UnknownRule } from "./decision.ts";
import { type Ruler, valueFunction } from "./values.ts";
import { weighCriteria } from "./weights.ts";

/**
 * A decision as numbers: what is added up, and nothing else. The cell of a candidate and a criterion is at
 * `candidate * criteria.length + criterion` in each of the four tables.
 */
export interface Matrix {
  readonly candidates: readonly Id[];
  readonly criteria: readonly Id[];
  /** Points after emphasis, and the same as shares that sum to 1. */
  readonly importances: Float64Array;
  readonly weights: Float64Array;
  /** Priority points, by candidate. */
  readonly priorities: Float64Array;
  /**
   * The value that the score uses, and with every open answer at its worst and at its best: 0 to 1. Where no answer is
   * open, the three are one table.
   */
  readonly values: Float64Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  /** 1 where there is a score or a range. */
  readonly known: Uint8Array;
}

/**
 * The matrix of a decision. A range counts as the mean of its two ends' values; what nobody knows counts 0.5 under
 * `neutral` and 0 under `worst`, and may be anything from 0 to 1. Throws a RangeError for an answer off its scale, a
 * range that runs backwards, or a decision without importance.
 *
 * `answers`: what {@link mergeBallots} gave, where the caller has it already.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const fit = { id: "fit", label: "Fit", importance: 3, scale, direction: "higher-is-better" };
 * const time = { id: "time", label: "Time", importance: 1, scale, direction: "higher-is-better" };
 * const pack = { criteria: [fit, time], reasons: [], unknown: "neutral" };
 * const ballots = [{ answers: { a: { fit: { kind: "range", low: 2, high: 4 } } } }];
 * const matrix = buildMatrix({ pack, reasons: [], importance: {}, candidates: [{ id: "a", name: "A" }], ballots });
 * matrix.values // → [0.5, 0.5]
 * matrix.lows // → [0.25, 0]
 * matrix.known // → [1, 0]
 */
export function buildMatrix(
  decision: Decision,
  answers: readonly (readonly Answer[])[] = mergeBallots(decision).answers,
): Matrix {
  const { pack, candidates } = decision;
  const weighed = weighCriteria(decision);
  const cells = candidates.length * pack.criteria.length;
  const matrix: Matrix = {
    candidates: candidates.map((candidate) => candidate.id),
    criteria: pack.criteria.map((criterion) => criterion.id),
    importances: Float64Array.from(weighed, ({ importance, emphasis }) => importance * emphasis),
    weights: Float64Array.from(weighed, ({ weight }) => weight),
    priorities: Float64Array.from(candidates, ({ kind }) => priorityPoints(pack, kind)),
    values: new Float64Array(cells),
    lows: new Float64Array(cells),
    highs: new Float64Array(cells),
    known: new Uint8Array(cells),
  };
  let isOpen = false;
  for (const [column, criterion] of pack.criteria.entries()) {
    if (fillColumn(matrix, column, criterion, answers, pack.unknown)) isOpen = true;
  }
  return isOpen ? matrix : { ...matrix, lows: matrix.values, highs: matrix.values };
}

/**
 * The value that the score uses for an answer to a criterion, 0 to 1: of a range the mean of its two ends' values, of what
 * nobody knows 0.5 or 0. Throws a RangeError for an answer off its scale.
 *
 * @example
 * const fit = { label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * valueUsed(fit, "neutral")({ kind: "range", low: 2, high: 5 }) // → 0.625
 * valueUsed(fit, "worst")({ kind: "unknown" }) // → 0
 */
export function valueUsed(ruler: Ruler, unknown: UnknownRule): (answer: Answer) => number {
  const valueOn = valueFunction(ruler);
  const unknownValue = UNKNOWN_VALUES[unknown];
  return (answer) => {
    if (answer.kind === "score") return valueOn(answer.score);
    return answer.kind === "range" ? (valueOn(answer.low) + valueOn(answer.high)) / 2 : unknownValue;
  };
}

const UNKNOWN_VALUES: Readonly<Record<UnknownRule, number>> = { neutral: 0.5, worst: 0 };

function priorityPoints({ priority }: Pack, kind: Id | undefined): number {
  if (priority === undefined || kind === undefined) return 0;
  return priority.kinds.includes(kind) ? priority.points : 0;
}

/** Whether any answer in it is open. */
function fillColumn(
  { criteria, values, lows, highs, known }: Matrix,
  column: number,
  criterion: Criterion,
  answers: readonly (readonly Answer[])[],
  unknown: UnknownRule,
): boolean {
  const valueOn = valueFunction(criterion);
  const used = valueUsed(criterion, unknown);
  let isOpen = false;
  let cell = column;
  for (const row of answers) {
    const answer = row[column];
    values[cell] = used(answer);
    if (answer.kind === "score") {
      lows[cell] = highs[cell] = values[cell];
      known[cell] = 1;
    } else if (answer.kind === "range") {
      if (answer.low > answer.high) throw new RangeError(`A range of ${criterion.label} runs from high to low.`);
      const ends = [valueOn(answer.low), valueOn(answer.high)];
      lows[cell] = Math.min(...ends);
      highs[cell] = Math.max(...ends);
      known[cell] = 1;
      isOpen = true;
    } else {
      highs[cell] = 1;
      isOpen = true;
    }
    cell += criteria.length;
  }
  return isOpen;
}
