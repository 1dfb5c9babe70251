/** What every comparison with a threshold allows, so that 36 of 60 points meet a floor of 0.6 on every machine. */
export const TOLERANCE = 1e-9;

/**
 * Whether a number reaches a bound: it may fall short by at most 1e-9.
 *
 * @example
 * atLeast(0.1 + 0.2, 0.3) // → true
 * atLeast(0.3 - 1e-10, 0.3) // → true
 * atLeast(0.29, 0.3) // → false
 */
export function atLeast(found: number, needed: number): boolean {
  return needed - found <= TOLERANCE;
}
