import { describe, expect, it } from "vitest";
import { fillWithIntegers, fillWithUniform, splitmix, uniformSources } from "../../src/analysis/random.ts";
import { kolmogorovDistance, REACHED_ONCE_IN_A_THOUSAND } from "./samples.ts";

// prng.di.unimi.it/xoshiro128starstar.c, version 1.1, as quoted in the tests of Rust's rand_xoshiro.
const PUBLISHED = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];

describe("xoshiro128**", () => {
  it("gives what the authors' program gives, 27 bits of one word and 26 of the next", () => {
    const pairs = [0, 2, 4, 6, 8].map((place) => [BigInt(PUBLISHED[place]) >> 5n, BigInt(PUBLISHED[place + 1]) >> 6n]);
    const numbers = new Float64Array(pairs.length);
    fillWithUniform(Uint32Array.of(1, 2, 3, 4), numbers, numbers.length);
    expect([...numbers].map((number) => BigInt(number * 9007199254740992))).toEqual(
      pairs.map(([high, low]) => (high << 26n) + low),
    );
  });

  it("gives 31 bits of each word", () => {
    const numbers = new Int32Array(10);
    fillWithIntegers(Uint32Array.of(1, 2, 3, 4), numbers, 10);
    expect([...numbers]).toEqual(PUBLISHED.map((word) => Math.floor(word / 2)));
  });

  it("goes on where it stopped", () => {
    const [whole, parts] = [new Float64Array(100), new Float64Array(100)];
    fillWithUniform(Uint32Array.of(1, 2, 3, 4), whole, 100);
    const state = Uint32Array.of(1, 2, 3, 4);
    fillWithUniform(state, parts, 37);
    fillWithUniform(state, parts.subarray(37), 63);
    expect(parts).toEqual(whole);
  });
});

describe("SplitMix64", () => {
  it("gives what the authors' program gives", () => {
    // prng.di.unimi.it/splitmix64.c, as quoted on Rosetta Code ("Pseudo-random numbers/Splitmix64").
    const published = [
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ];
    expect(splitmix(1234567, 5)).toEqual(published);
  });
});

describe("uniform whole numbers", () => {
  const COUNT = 200_000;
  const numbers = new Int32Array(COUNT);
  uniformSources(7, 1)[0].integers(numbers, COUNT);

  it("lie from 0 to below 2³¹ and use the first bit and the last", () => {
    expect(numbers.every((number) => number >= 0)).toBe(true);
    expect(numbers.some((number) => number >= 2 ** 30)).toBe(true);
    expect(numbers.some((number) => number % 2 === 1)).toBe(true);
  });

  it("are those of another program (Python, whole numbers of any length)", () => {
    const three = new Int32Array(3);
    uniformSources(1, 1)[0].integers(three, 3);
    expect([...three]).toEqual([847552733, 711557504, 317290896]);
  });

  it("have the distribution of uniform ones, by Kolmogorov's distance", () => {
    const shares = Float64Array.from(numbers, (number) => number / 2 ** 31);
    expect(kolmogorovDistance(shares, (at) => at) * Math.sqrt(COUNT)).toBeLessThan(REACHED_ONCE_IN_A_THOUSAND);
  });
});

describe("uniform numbers", () => {
  const COUNT = 200_000;
  const [first, second] = uniformSources(7, 2).map((source) => {
    const numbers = new Float64Array(COUNT);
    source.numbers(numbers, COUNT);
    return numbers;
  });

  it("lie from 0 to below 1 and are whole multiples of 2⁻⁵³ that use the last bit", () => {
    const whole = first.map((number) => number * 9007199254740992);
    expect(first.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(whole.every((number) => Number.isSafeInteger(number))).toBe(true);
    expect(whole.some((number) => number % 2 === 1)).toBe(true);
  });

  it("have the distribution of uniform numbers, by Kolmogorov's distance", () => {
    expect(kolmogorovDistance(first, (at) => at) * Math.sqrt(COUNT)).toBeLessThan(REACHED_ONCE_IN_A_THOUSAND);
  });

  it("have nothing to do with the number before, nor with another source of the same seed", () => {
    const after = first.subarray(1);
    expect(Math.abs(correlation(first.subarray(0, -1), after))).toBeLessThan(4 / Math.sqrt(COUNT));
    expect(Math.abs(correlation(first, second))).toBeLessThan(4 / Math.sqrt(COUNT));
  });

  it("are the same for the same seed, others for the next, and the parts of what is asked for at once", () => {
    const numbersOf = (seed: number, counts: readonly number[]) => {
      const [source] = uniformSources(seed, 1);
      return counts.flatMap((count) => {
        const numbers = new Float64Array(count);
        source.numbers(numbers, count);
        return [...numbers];
      });
    };
    expect(numbersOf(1, [3, 4])).toEqual(numbersOf(1, [7]));
    expect(numbersOf(1, [7])).not.toEqual(numbersOf(2, [7]));
    // From another program (Python, whole numbers of any length).
    expect(numbersOf(1, [3])).toEqual([0.3946724931250869, 0.1477500889354657, 0.16688351314326166]);
  });

  it.each([0, 1, 2 ** 53 - 1])("take the seed %d", (seed) => {
    const numbers = new Float64Array(2);
    uniformSources(seed, 1)[0].numbers(numbers, 2);
    expect(numbers[0]).not.toBe(numbers[1]);
  });
});

function correlation(ones: Float64Array, others: Float64Array): number {
  // Of uniform numbers: mean 1/2, variance 1/12.
  return ones.reduce((sum, one, place) => sum + (one - 0.5) * (others[place] - 0.5), 0) / (ones.length / 12);
}
