import type { Matrix } from "./matrix.ts";

/** By candidate, in the order of the matrix. Points on 0 to 100 plus priority; coverage from 0 to 1. */
export interface Scores {
  readonly base: Float64Array;
  /** The base plus priority points. */
  readonly score: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly coverage: Float64Array;
}

/**
 * Scores of every candidate: the base is 100 times the sum of weight times value, added up in pack order; the score
 * adds priority points, without a cap; low and high are the score with every open answer at its worst and at its best.
 * Coverage is the answered share of the importance, exactly 1 where everything is answered. Low never exceeds the score
 * and the score never exceeds high, exactly: all three add up in the same order, and rounding keeps that order.
 *
 * Source: the additive value function, Keeney and Raiffa (1976); simple additive weighting, Churchman and Ackoff (1954).
 *
 * @example
 * const candidate = { candidates: ["a"], priorities: [5], criteria: ["fit", "time"], importances: [3, 1] };
 * const answers = { weights: [0.75, 0.25], values: [1, 0.5], lows: [1, 0], highs: [1, 1], known: [1, 0] };
 * scores({ ...candidate, ...answers }).base // → [87.5]
 * scores({ ...candidate, ...answers }).score // → [92.5]
 * scores({ ...candidate, ...answers }).low // → [80]
 * scores({ ...candidate, ...answers }).coverage // → [0.75]
 */
export function scores(matrix: Matrix): Scores {
  const { priorities, weights, importances, values, lows, highs, known } = matrix;
  const points = weights.map((weight) => 100 * weight);
  const hasPriority = hasAny(priorities);
  const withPriority = (sums: Float64Array) => (hasPriority ? sumsOfTwo(sums, priorities) : sums);
  const base = rowSums(points, values, priorities.length);
  const score = withPriority(base);
  return {
    base,
    score,
    // Where no answer is open, the three tables may be one.
    low: lows === values ? score : withPriority(rowSums(points, lows, priorities.length)),
    high: highs === values ? score : withPriority(rowSums(points, highs, priorities.length)),
    coverage: answeredShares(importances, known, priorities.length),
  };
}

function rowSums(factors: Float64Array, table: Float64Array, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  const width = factors.length;
  for (let row = 0, cell = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++, cell++) sum += factors[column] * table[cell];
    sums[row] = sum;
  }
  return sums;
}

function hasAny(numbers: Float64Array): boolean {
  for (let row = 0; row < numbers.length; row++) if (numbers[row] !== 0) return true;
  return false;
}

function sumsOfTwo(ones: Float64Array, others: Float64Array): Float64Array {
  const sums = new Float64Array(ones.length);
  for (let row = 0; row < ones.length; row++) sums[row] = ones[row] + others[row];
  return sums;
}

/** A loop of its own beside `rowSums`: one loop over tables of both kinds takes three times as long. */
function answeredShares(importances: Float64Array, known: Uint8Array, rows: number): Float64Array {
  const shares = new Float64Array(rows);
  const width = importances.length;
  // `includes` takes twice as long.
  if (known.indexOf(0) === -1) return shares.fill(1);
  const total = importances.reduce((sum, importance) => sum + importance, 0);
  for (let row = 0, cell = 0; row < rows; row++) {
    let answered = 0;
    for (let column = 0; column < width; column++, cell++) answered += importances[column] * known[cell];
    shares[row] = answered / total;
  }
  return shares;
}
