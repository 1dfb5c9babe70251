import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfChain, sortIntoChains } from "../../src/engine/chains.ts";

/** Short and long lists of keys, of which few differ or many. */
const anyKeys = fc
  .array(
    fc.oneof(
      fc.constantFrom(0, -0, 50, 50 + 2e-10, 50 - 9e-10, 50 + 1.1e-9, 1e-300, -1e-300, 1e300, -1e300),
      fc.integer({ min: -5, max: 5 }),
      fc.double({ min: 49, max: 51, noNaN: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .chain((few) => fc.tuple(fc.constant(few), fc.array(fc.nat({ max: few.length - 1 }), { maxLength: 3000 })))
  .map(([few, picks]) => Float64Array.from([...few, ...picks.map((pick) => few[pick])]));

function positionsOf(keys: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: keys.length }, (_, position) => position);
}

describe("chains", () => {
  /** The keys of each chain, each high to low. */
  function chainsOf(keys: Float64Array, tolerance: number): number[][] {
    const positions = positionsOf(keys);
    const starts = sortIntoChains(positions, keys, tolerance);
    const chains = Array.from(starts, (start, chain) =>
      Array.from(positions.subarray(start, endOfChain(starts, chain, keys.length)), (position) => keys[position] + 0),
    );
    return chains.map((chain) => chain.sort((one, other) => other - one));
  }

  /** Everything sorted, then cut where the gap is wide. */
  function obviousChains(keys: Float64Array, tolerance: number): number[][] {
    const sorted = Array.from(keys, (key) => key + 0).sort((one, other) => (one === other ? 0 : other > one ? 1 : -1));
    const chains: number[][] = [];
    for (const key of sorted) {
      const last = chains.at(-1);
      if (last !== undefined && last[last.length - 1] - key <= tolerance) last.push(key);
      else chains.push([key]);
    }
    return chains;
  }

  test("are what a list sorted by comparing falls into, for any keys", () => {
    const finite = anyKeys.map((keys) => keys.filter(Number.isFinite)).filter((keys) => keys.length > 0);
    fc.assert(
      fc.property(finite, fc.constantFrom(0, 1e-9, 0.5), (keys, tolerance) => {
        expect(chainsOf(keys, tolerance)).toEqual(obviousChains(keys, tolerance));
      }),
    );
  });

  test("of thousands of keys on few levels, some within the tolerance of each other, are the same", () => {
    const levels = [60, 50 + 1.8e-9, 50 + 0.9e-9, 50, 40, 1e-9, 0];
    const keys = Float64Array.from({ length: 3000 }, (_, at) => levels[(at * 31 + (at >> 4)) % levels.length]);
    expect(chainsOf(keys, 1e-9)).toEqual(obviousChains(keys, 1e-9));
    expect(obviousChains(keys, 1e-9)).toHaveLength(4);
  });

  test("go on where the high halves of two keys differ and the keys hardly do", () => {
    const edge = 50 + 2 ** -15;
    const keys = Float64Array.from({ length: 1000 }, (_, at) => edge + ((at % 7) - 3) * 3e-10);
    expect(chainsOf(keys, 1e-9)).toHaveLength(1);
    expect(chainsOf(keys, 1e-10)).toHaveLength(7);
  });

  test("are none for no keys", () => {
    expect(chainsOf(new Float64Array(0), 1)).toEqual([]);
  });
});

describe("many keys", () => {
  const chainCount = (keys: Float64Array, tolerance: number) => {
    const positions = positionsOf(keys);
    const count = sortIntoChains(positions, keys, tolerance).length;
    return { count, sorted: Array.from(positions, (position) => keys[position]) };
  };

  test.each([
    ["all different", (at: number) => (at * 7919) % 10_007],
    ["of which four thousand differ", (at: number) => (at * 7919) % 4096],
    ["of which one more differs than can be told apart at once", (at: number) => (at * 7919) % 4097],
    ["made to look alike", (at: number) => (at % 3000) * 2 ** 40],
  ])("%s are a chain each", (_kind, keyAt) => {
    const keys = Float64Array.from({ length: 20_000 }, (_, at) => keyAt(at));
    const { count, sorted } = chainCount(keys, 0.5);
    expect(count).toBe(new Set(keys).size);
    expect(sorted).toEqual(Array.from(keys).sort((one, other) => other - one));
  });

  test("that are equal stay in the order they came in", () => {
    const keys = Float64Array.from({ length: 5000 }, (_, at) => at % 2);
    const positions = positionsOf(keys);
    sortIntoChains(positions, keys, 0);
    expect(Array.from(positions.subarray(0, 3))).toEqual([1, 3, 5]);
    expect(Array.from(positions.subarray(2500, 2503))).toEqual([0, 2, 4]);
  });
});
