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
 * The key of a row with this score.
 *
 * @example
 * const keys = scoreKeys(10, 0, 100);
 * keyOf(keys, 50, 7) & keys.mask // → 7
 * keyOf(keys, 50, 7) - keyOf(keys, 50 - 1e-6, 8) // → 31
 * keyOf(keys, Number.NEGATIVE_INFINITY, 7) // → 7
 */
export function keyOf({ bits, floor, stepsPerPoint }: ScoreKeys, score: number, row: number): number {
  return ((((score - floor) * stepsPerPoint) | 0) << bits) | row;
}
