import { describe, expect, it } from "vitest";
import { uniformSources } from "../../src/analysis/random.ts";
import { importanceGroups, type WeightModel, weightings } from "../../src/analysis/weightings.ts";
import { weightShares } from "../../src/engine/weights.ts";
import { kolmogorovDistance, mean, REACHED_ONCE_IN_A_THOUSAND } from "./samples.ts";

const RUNS = 20_000;

/** So many weightings, each a list. */
function drawnFor(
  points: readonly number[],
  model: WeightModel,
  { spread = 0.5, seed = 1, runs = RUNS } = {},
): readonly (readonly number[])[] {
  const weights = weightShares(points);
  const criteria = points.map((importance, place) => ({ importance, emphasis: 1, weight: weights[place] }));
  const into = new Float64Array(runs * points.length);
  weightings(criteria, { model, spread }, uniformSources(seed, 1)[0])(into, points.length, runs);
  return Array.from({ length: runs }, (_, run) => [...into.subarray(run * points.length, (run + 1) * points.length)]);
}

const column = (drawn: readonly (readonly number[])[], place: number) => drawn.map((weights) => weights[place]);
const distanceTo = (sample: readonly number[], distribution: (at: number) => number) =>
  kolmogorovDistance(sample, distribution) * Math.sqrt(sample.length);

describe.each(["around", "any", "ranked"] as const)("weightings drawn as %s", (model) => {
  it.each([1, 2, 3, 10, 11, 30])("of %d questions are 0 or more and sum to 1", (count) => {
    const points = Array.from({ length: count }, (_, place) => 1 + (place % 4));
    for (const weights of drawnFor(points, model, { runs: 500 })) {
      expect(weights.every((weight) => weight >= 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 13);
    }
  });

  it("give a question alone all the weight", () => {
    expect(drawnFor([4], model, { runs: 3 })).toEqual([[1], [1], [1]]);
  });
});

describe("any weighting", () => {
  it.each([2, 3, 10, 11, 30])("of %d questions has the means, variances and covariances of a uniform one", (count) => {
    const drawn = drawnFor(Array(count).fill(1), "any");
    const [first, last] = [column(drawn, 0), column(drawn, count - 1)];
    const [expected, variance] = [1 / count, (count - 1) / (count * count * (count + 1))];
    const covariance = -1 / (count * count * (count + 1));
    for (const place of drawn[0].keys()) {
      expect(Math.abs(mean(column(drawn, place)) - expected)).toBeLessThan(4.5 * Math.sqrt(variance / RUNS));
    }
    const squares = first.map((weight) => (weight - expected) * (weight - expected));
    expect(mean(squares) / variance).toBeCloseTo(1, 1);
    const products = first.map((weight, run) => (weight - expected) * (last[run] - expected));
    expect(Math.abs(mean(products) - covariance)).toBeLessThan((5 * variance) / Math.sqrt(RUNS));
  });

  it.each([2, 3, 10, 11, 30])("of %d questions gives each the beta distribution of one part of so many", (count) => {
    const drawn = drawnFor(Array(count).fill(1), "any");
    const beta = (at: number) => 1 - (1 - at) ** (count - 1);
    for (const place of [0, Math.floor(count / 2), count - 1]) {
      expect(distanceTo(column(drawn, place), beta)).toBeLessThan(REACHED_ONCE_IN_A_THOUSAND);
    }
  });

  it.each([2, 4, 10, 11, 30])("of %d questions is the gaps between the numbers drawn, sorted", (count) => {
    const cuts = count - 1;
    const numbers = new Int32Array(100 * cuts);
    uniformSources(1, 1)[0].integers(numbers, numbers.length);
    for (const [run, weights] of drawnFor(Array(count).fill(1), "any", { runs: 100 }).entries()) {
      const sorted = numbers.slice(run * cuts, (run + 1) * cuts).sort();
      const ends = [...sorted, 2 ** 31].map((end) => end / 2 ** 31);
      expect(weights).toEqual(ends.map((end, place) => end - (place === 0 ? 0 : ends[place - 1])));
    }
  });

  it("does not look at importance", () => {
    expect(drawnFor([9, 1, 4], "any", { runs: 10 })).toEqual(drawnFor([1, 1, 1], "any", { runs: 10 }));
  });
});

describe("ranked weightings", () => {
  it("keep the order of importance, and equal importance equal", () => {
    for (const [first, second, third, fourth] of drawnFor([2, 9, 2, 4], "ranked", { runs: 2000 })) {
      expect(second).toBeGreaterThanOrEqual(fourth);
      expect(fourth).toBeGreaterThanOrEqual(first);
      expect(first).toBe(third);
    }
  });

  it("have rank order centroid weights for means", () => {
    // The first two tied: the corners are (1/2, 1/2, 0) and (1/3, 1/3, 1/3), and the mean is halfway.
    for (const [points, centroid] of [
      [
        [3, 2, 1],
        [11 / 18, 5 / 18, 2 / 18],
      ],
      [
        [2, 2, 1],
        [5 / 12, 5 / 12, 2 / 12],
      ],
      [
        [2, 1, 1],
        [4 / 6, 1 / 6, 1 / 6],
      ],
      [
        [7, 5, 3, 1],
        [25 / 48, 13 / 48, 7 / 48, 3 / 48],
      ],
    ] as const) {
      const drawn = drawnFor(points, "ranked");
      for (const [place, weight] of centroid.entries()) {
        // No weight varies by more than 0.2.
        expect(Math.abs(mean(column(drawn, place)) - weight)).toBeLessThan((4.5 * 0.2) / Math.sqrt(RUNS));
      }
    }
  });

  it("are what any weightings are once their weights are put in order", () => {
    const ranked = drawnFor([4, 3, 2, 1], "ranked", { seed: 3 });
    const sorted = drawnFor([1, 1, 1, 1], "any", { seed: 4, runs: 4000 }).map((weights) =>
      weights.toSorted((one, other) => other - one),
    );
    for (const place of [0, 1, 2, 3]) {
      const other = column(sorted, place).toSorted((one, another) => one - another);
      const share = (at: number) => other.filter((weight) => weight <= at).length / other.length;
      const sample = column(ranked, place).slice(0, 2000);
      // Two samples, one of 2,000 and one of 4,000: their distance varies as that of one of 4/3 thousand.
      expect(distanceTo(sample, share) * Math.sqrt(2 / 3)).toBeLessThan(REACHED_ONCE_IN_A_THOUSAND);
    }
  });

  it("are uniform mixtures of the corners: the corners' shares have their beta distribution", () => {
    // Groups of 1, 2 and 3 questions: with a, b, c the weight of one of each, the shares are 1 (a − b), 3 (b − c) and 6 c.
    const drawn = drawnFor([1, 4, 9, 1, 4, 1], "ranked");
    const shares = drawn.map(([c, b, a]) => [a - b, 3 * (b - c), 6 * c]);
    for (const corner of [0, 1, 2]) {
      expect(distanceTo(column(shares, corner), (at) => 1 - (1 - at) ** 2)).toBeLessThan(REACHED_ONCE_IN_A_THOUSAND);
    }
  });

  it("take importance within 1e-9 of the next for equal", () => {
    const points = [1, 1 + 0.8e-9, 1 + 1.6e-9, 2];
    expect(importanceGroups(points.map((importance) => ({ importance, emphasis: 1 })))).toEqual([[3], [2, 1, 0]]);
  });

  it("look at importance after emphasis", () => {
    const criteria = [
      { importance: 2, emphasis: 1 },
      { importance: 1, emphasis: 3 },
    ];
    expect(importanceGroups(criteria)).toEqual([[1], [0]]);
  });
});

describe("weightings around the weights", () => {
  it.each([0.1, 0.5, 1])("move each importance by at most the spread %d", (spread) => {
    const points = [9, 6, 7, 1];
    const least = (1 - spread) / (1 + spread);
    for (const weights of drawnFor(points, "around", { spread, runs: 2000 })) {
      const moved = weights.map((weight, place) => weight / points[place]);
      expect(Math.min(...moved) / Math.max(...moved)).toBeGreaterThanOrEqual(least - 1e-12);
      expect(Math.min(...weights)).toBeGreaterThan(0);
    }
  });

  it("stay where they are with a spread of 0", () => {
    const [weights] = drawnFor([3, 1], "around", { spread: 0, runs: 1 });
    expect(weights).toEqual([0.75, 0.25]);
  });

  it.each([0.2, 0.5, 1])("of two questions have the ratio of two uniform factors of spread %d", (spread) => {
    const [low, high] = [1 - spread, 1 + spread];
    const upTo1 = (ratio: number) =>
      ratio <= low / high ? 0 : (ratio * high - low) ** 2 / (2 * ratio * (high - low) * (high - low));
    const ratios = drawnFor([3, 1], "around", { spread }).map(([first, second]) => first / second / 3);
    const distribution = (ratio: number) => (ratio <= 1 ? upTo1(ratio) : 1 - upTo1(1 / ratio));
    expect(distanceTo(ratios, distribution)).toBeLessThan(REACHED_ONCE_IN_A_THOUSAND);
  });

  it("keep a question its share on the average where all count alike", () => {
    const drawn = drawnFor([1, 1, 1, 1], "around", { spread: 1 });
    for (const place of [0, 1, 2, 3]) expect(mean(column(drawn, place))).toBeCloseTo(0.25, 2);
  });
});
