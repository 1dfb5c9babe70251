import type { Agreed } from "./agreed.ts";

/**
 * Where the sliders of all questions can stand, in points: one list for all, so that they compare at sight. From 0 to at
 * least twice what the heaviest counts, in 20 to 50 steps of 1, 2 or 5 times a power of ten.
 *
 * @example
 * const agreed = (importance) => ({ evaluation: { criteria: [{ importance, emphasis: 1 }, { importance: 0, emphasis: 2 }] } });
 * sliderStops(agreed(12.25)).slice(-3) // → [23,24,25]
 * sliderStops(agreed(9)).length // → 37
 * sliderStops(agreed(0.3)).slice(0, 5) // → [0,0.02,0.04,0.06,0.08]
 * sliderStops(agreed(400)).slice(-2) // → [780,800]
 */
export function sliderStops({ evaluation }: Pick<Agreed, "evaluation">): readonly number[] {
  const heaviest = Math.max(...evaluation.criteria.map(({ importance, emphasis }) => importance * emphasis));
  // A step is `up / down` points, one of the two 1: whole numbers, so that a stop is the number nearest to what it means.
  let [up, down, turn] = [1, 1, 0];
  while ((2 * heaviest) / up > 50) up *= NEXT[turn++ % NEXT.length];
  while (2 * heaviest * down < 20) down *= NEXT[turn++ % NEXT.length];
  const steps = Math.ceil((2 * heaviest * down) / up);
  return Array.from({ length: steps + 1 }, (_, step) => (step * up) / down);
}

/** 1, 2, 5, 10, … */
const NEXT = [2, 2.5, 2];

/**
 * The stops with others in their places.
 *
 * @example
 * withStops([0, 1, 2], [1, 1.5, 3]) // → [0,1,1.5,2,3]
 */
export function withStops(stops: readonly number[], others: readonly number[]): readonly number[] {
  return [...new Set([...stops, ...others])].toSorted((one, other) => one - other);
}
