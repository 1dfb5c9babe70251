import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestOfManySteps } from "../../src/analysis/fewest-of-many-steps.ts";
import { fewestSteps } from "../../src/analysis/fewest-steps.ts";

/** Gains that rise or stay, whatever their steps. */
const anyGains = fc
  .array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 })
  .map((rises) => [0, ...rises.map((_, place) => sum(rises.slice(0, place + 1)))]);
const anyTables = fc.array(anyGains, { maxLength: 5 });

function ladderOf(gains: readonly number[]) {
  return { steps: gains.length - 1, gainAfter: (steps: number) => gains[steps], bends: () => [...gains.keys()] };
}

describe("the fewest steps on several answers", () => {
  it.each([
    ["from tables", fewestSteps],
    ["from pieces without a bend upwards", fewestOfManySteps],
  ])("%s agree with trying every combination, and gain the most that so few can", (_, find) => {
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
          const found = find(tables.map(ladderOf), least, (gain) => gain >= needed);
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

  it("are none where the least is enough, and nothing where all are too few", () => {
    expect(fewestSteps([finer(1_000_000)], [3], (gain) => gain >= 3)).toEqual([3]);
    expect(fewestSteps([finer(1_000_000)], [0], (gain) => gain > 1_000_000)).toBeUndefined();
    expect(fewestSteps([], [], (gain) => gain > 0)).toBeUndefined();
  });

  it("may be a million, and more than a thousand in any case", () => {
    const fine = finer(1_000_000);
    for (const needed of [1000, 1001, 1_234_567]) {
      expect(sum(fewestSteps([fine, fine], [0, 0], (gain) => gain >= needed) ?? [])).toBe(needed);
    }
    expect(fewestSteps([fine, ladderOf([0, 1])], [2000, 0], (gain) => gain > 2000.5)).toEqual([2001, 0]);
  });

  it("skip a stretch of many that gain little before some that gain much, where those beyond gain more in all", () => {
    // 3,000 steps of a hundredth, then 2,000 of a half; the other gains a fifth at each.
    const late = (steps: number) => (steps <= 3000 ? steps / 100 : 30 + (steps - 3000) / 2);
    const bent = { steps: 5000, gainAfter: late, bends: () => [0, 3000, 5000] };
    const even = { steps: 10_000, gainAfter: (steps: number) => steps / 5, bends: () => [0, 10_000] };
    expect(fewestSteps([bent, even], [0, 0], (gain) => gain >= 100)).toEqual([0, 500]);
    expect(fewestSteps([bent, even], [0, 0], (gain) => gain >= 1030)).toEqual([5000, 0]);
    expect(fewestSteps([bent, even], [0, 0], (gain) => gain >= 1040)).toEqual([5000, 50]);
  });

  it("are looked for among a thousand where ladders bend upwards in too many ways", () => {
    const late = (steps: number) => Math.max(steps / 1000, steps - 500);
    const bent = { steps: 2000, gainAfter: late, bends: () => [0, 500, 501, 2000] };
    const many = Array.from({ length: 12 }, () => bent);
    const least = many.map(() => 0);
    expect(fewestOfManySteps(many, least, (gain) => gain >= 400)).toBeUndefined();
    expect(sum(fewestSteps(many, least, (gain) => gain >= 400) ?? [])).toBe(900);
    expect(fewestSteps(many, least, (gain) => gain >= 600)).toBeUndefined();
  });
});

/** Steps that each gain 1. */
function finer(steps: number) {
  return { steps, gainAfter: (count: number) => count, bends: () => [0, steps] };
}

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
