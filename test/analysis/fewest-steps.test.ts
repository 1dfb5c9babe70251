import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestSteps } from "../../src/analysis/fewest-steps.ts";

/** Gains that rise or stay, whatever their steps. */
const anyGains = fc
  .array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 })
  .map((rises) => [0, ...rises.map((_, place) => sum(rises.slice(0, place + 1)))]);
const anyTables = fc.array(anyGains, { maxLength: 5 });

function ladderOf(gains: readonly number[]) {
  return { steps: gains.length - 1, gainAfter: (steps: number) => gains[steps] };
}

describe("the fewest steps on several answers", () => {
  it("agree with trying every combination, and gain the most that so few can", () => {
    fc.assert(
      fc.property(
        anyTables,
        fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
        fc.nat({ max: 60 }),
        (tables, wish, needed) => {
          const least = tables.map((gains, place) => Math.min(wish[place], gains.length - 1));
          const tried = [...combinations(tables, least)]
            .map((steps) => ({ steps: sum(steps), gain: sum(steps.map((count, place) => tables[place][count])) }))
            .filter(({ gain }) => gain >= needed)
            .sort((one, other) => one.steps - other.steps || other.gain - one.gain);
          const found = fewestSteps(tables.map(ladderOf), least, (gain) => gain >= needed);
          if (tried.length === 0) {
            expect(found).toBeUndefined();
            return;
          }
          const best = tried[0];
          if (found === undefined) throw new Error("There is a way.");
          expect(sum(found)).toBe(best.steps);
          expect(sum(found.map((count, place) => tables[place][count]))).toBe(best.gain);
          expect(found.every((count, place) => count >= least[place])).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("see past a first step that gains less than another", () => {
    // The best next step would be 6, then 1 and 1; two steps of the other gain 20.
    const tables = [
      [0, 6, 7, 8],
      [0, 1, 20],
    ];
    expect(fewestSteps(tables.map(ladderOf), [0, 0], (gain) => gain >= 20)).toEqual([0, 2]);
  });

  it("are none where the least is enough, and out of reach beyond a thousand", () => {
    const fine = { steps: 1_000_000, gainAfter: (steps: number) => steps };
    expect(fewestSteps([fine], [3], (gain) => gain >= 3)).toEqual([3]);
    expect(fewestSteps([fine, fine], [0, 0], (gain) => gain >= 1000)?.reduce((all, steps) => all + steps)).toBe(1000);
    expect(fewestSteps([fine, fine], [0, 0], (gain) => gain >= 1001)).toBeUndefined();
    expect(fewestSteps([], [], (gain) => gain > 0)).toBeUndefined();
  });
});

function* combinations(
  [gains, ...tables]: readonly (readonly number[])[],
  [from, ...least]: readonly number[],
): Generator<readonly number[]> {
  if (gains === undefined) {
    yield [];
    return;
  }
  for (let steps = from; steps < gains.length; steps += 1) {
    for (const rest of combinations(tables, least)) yield [steps, ...rest];
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
