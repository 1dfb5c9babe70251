import { TOLERANCE } from "../engine/thresholds.ts";

/**
 * A whole number of 31 bits for a row and its score: on top the score in small steps, below it the row. Sorting such keys
 * needs no second look at the scores, and two of them say whether the scores may be level.
 */
export interface ScoreKeys {
  /** Bits of the row, and what leaves nothing else of a key. */
  readonly bits: number;
  readonly mask: number;
  /** Two steps below the lowest score. */
  readonly floor: number;
  readonly stepsPerPoint: number;
  /** Neighbours whose keys differ by no more than this may be level within 1e-9; others are not. */
  readonly near: number;
}

/**
 * Keys for so many rows, with scores between two bounds: the lowest has the step 2, so that minus infinity, of a row that
 * takes no part, comes after every other. A step is 2e-9 points at least, so two scores within 1e-9 are in the same or in
 * neighbouring ones.
 *
 * @example
 * const { mask, stepsPerPoint } = scoreKeys(10, 0, 100);
 * mask // → 15
 * Math.floor(stepsPerPoint) // → 1342177
 */
export function scoreKeys(rows: number, lowest: number, highest: number): ScoreKeys {
  const bits = bitsFor(rows);
  const mask = (1 << bits) - 1;
  const steps = KEYS / (mask + 1) - SPARE;
  const stepsPerPoint = Math.min(steps / (highest - lowest), 0.5 / TOLERANCE);
  return { bits, mask, floor: lowest - 2 / stepsPerPoint, stepsPerPoint, near: (1 << bits) | mask };
}

/** The fewest bits that tell so many apart. */
export function bitsFor(count: number): number {
  let bits = 0;
  while (1 << bits < count) bits++;
  return bits;
}

/** 2³¹ */
const KEYS = 2147483648;

/** Two steps below the lowest score, and above the highest more than what adding up rounds and what counts as near. */
const SPARE = 8;

/**
 * The key of a row whose score is so many steps above the floor; minus infinity is step 0. A constant, not a declared
 * function, like whatever is called for each key: a declared one could be another by the next call, and V8 looks each time.
 *
 * @example
 * const { bits, mask } = scoreKeys(10, 0, 100);
 * keyOf(50.7, 7, bits) & mask // → 7
 * keyOf(50.7, 7, bits) - keyOf(49.2, 8, bits) // → 15
 * keyOf(Number.NEGATIVE_INFINITY, 7, bits) // → 7
 */
export const keyOf = (steps: number, row: number, bits: number): number => ((steps | 0) << bits) | row;

/** How many steps above the floor a score is. */
export function stepsOf({ floor, stepsPerPoint }: ScoreKeys, score: number): number {
  return (score - floor) * stepsPerPoint;
}
