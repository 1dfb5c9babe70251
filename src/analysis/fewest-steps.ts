import type { Ladder } from "./answer-steps.ts";
import { fewestOfManySteps } from "./fewest-of-many-steps.ts";

/** Tables of more steps than this cost more than they tell. */
const MOST_TABLED = 1000;

/**
 * The fewest steps in all, on several answers at once, whose gains add up to enough; of several ways with as few, the one
 * that gains most. Gives the steps on each ladder, or nothing where no steps are enough.
 *
 * `least`: the steps that each ladder has to take in any case. `isEnough` says whether a total gain in points is enough,
 * and must go on saying so for more.
 *
 * Exact also where a later step gains more than the step before it, so that taking the best next step goes wrong: a table
 * of gains for each ladder, and for each number of steps the best way to share it between one more ladder and those before
 * it. Looks for a few steps first, then for four times as many. Where there are more than 1,000 steps to take, as
 * `fewestOfManySteps` does; the tables then serve only ladders that bend upwards in too many ways for that, and what needs
 * more than 1,000 steps on those counts as out of reach. Cost: ladders × steps needed squared.
 *
 * Source: max-plus convolution of gain tables, the allocation problem of Bellman (1957), chapter 1.
 *
 * @example
 * const ladder = (...gains) => (
 *   { steps: gains.length - 1, gainAfter: (steps) => gains[steps], bends: () => [...gains.keys()] });
 * fewestSteps([ladder(0, 5, 10), ladder(0, 4, 20)], [0, 0], (gain) => gain >= 20) // → [0,2]
 * fewestSteps([ladder(0, 5, 10), ladder(0, 4, 20)], [1, 0], (gain) => gain >= 20) // → [1,2]
 * fewestSteps([ladder(0, 5, 10), ladder(0, 4, 20)], [0, 0], (gain) => gain > 30) // → undefined
 */
export function fewestSteps(
  ladders: readonly Pick<Ladder, "steps" | "gainAfter" | "bends">[],
  least: readonly number[],
  isEnough: (gain: number) => boolean,
): readonly number[] | undefined {
  const gainOf = (steps: readonly number[]) =>
    ladders.reduce((gain, ladder, place) => gain + ladder.gainAfter(steps[place]), 0);
  if (isEnough(gainOf(least))) return least;
  const everything = ladders.map(({ steps }) => steps);
  if (!isEnough(gainOf(everything))) return undefined;
  const free = everything.reduce((sum, steps, place) => sum + steps - least[place], 0);
  const ofMany = free > MOST_TABLED ? fewestOfManySteps(ladders, least, isEnough) : undefined;
  if (ofMany !== undefined) return ofMany;
  const most = Math.min(free, MOST_TABLED);
  for (let budget = Math.min(FIRST_BUDGET, most); ; budget = Math.min(4 * budget, most)) {
    const found = withinBudget(ladders, least, isEnough, budget);
    if (found !== undefined || budget === most) return found;
  }
}

const FIRST_BUDGET = 8;

/** `budget`: how many steps may be taken beyond those that have to be. */
function withinBudget(
  ladders: readonly Pick<Ladder, "steps" | "gainAfter">[],
  least: readonly number[],
  isEnough: (gain: number) => boolean,
  budget: number,
): readonly number[] | undefined {
  let best: Best = { gains: [0], taken: [0] };
  const bests = ladders.map((ladder, place) => {
    const count = Math.min(ladder.steps - least[place], budget);
    const own = Array.from({ length: count + 1 }, (_, steps) => ladder.gainAfter(least[place] + steps));
    best = convolution(best.gains, own, budget);
    return best;
  });
  let left = best.gains.findIndex(isEnough);
  if (left === -1) return undefined;
  return bests
    .toReversed()
    .map(({ taken }, fromEnd) => {
      const own = taken[left];
      left -= own;
      return least[ladders.length - 1 - fromEnd] + own;
    })
    .toReversed();
}

/** By number of steps: the most they can gain, and how many of them the last ladder takes for that. */
interface Best {
  readonly gains: readonly number[];
  readonly taken: readonly number[];
}

function convolution(before: readonly number[], own: readonly number[], budget: number): Best {
  const length = Math.min(before.length + own.length - 2, budget) + 1;
  const gains = Array.from({ length }, () => Number.NEGATIVE_INFINITY);
  const taken = Array.from({ length }, () => 0);
  for (let steps = 0; steps < own.length; steps += 1) {
    for (let earlier = 0; earlier < before.length && earlier + steps < length; earlier += 1) {
      const gain = before[earlier] + own[steps];
      if (gain <= gains[earlier + steps]) continue;
      gains[earlier + steps] = gain;
      taken[earlier + steps] = steps;
    }
  }
  return { gains, taken };
}
