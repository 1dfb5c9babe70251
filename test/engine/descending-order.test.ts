import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortDescending, sortIntoChains } from "../../src/engine/descending-order.ts";

/** Lists long enough for digits to be counted, of keys that a careless look at their bits puts in a wrong place. */
const anyKeys = fc
  .array(
    fc.oneof(
      fc.constantFrom(0, -0, 50, 50 + 2 ** -40, 50 - 2 ** -40, 1e-300, -1e-300, 2 ** -1074, 1e300, -1e300),
      fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_VALUE),
      fc.integer({ min: -5, max: 5 }),
      fc.double({ noNaN: true }),
      fc.double({ min: 49, max: 51, noNaN: true }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .chain((few) => fc.tuple(fc.constant(few), fc.array(fc.nat({ max: few.length - 1 }), { maxLength: 3000 })))
  .map(([few, picks]) => Float64Array.from([...few, ...picks.map((pick) => few[pick])]));

function positionsOf(keys: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: keys.length }, (_, position) => position);
}

describe("positions by key, high to low", () => {
  test("are as a stable sort by comparing leaves them, for any keys", () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const positions = positionsOf(keys);
        sortDescending(positions, keys);
        const compared = Array.from(positionsOf(keys)).sort((one, other) =>
          keys[one] === keys[other] ? 0 : keys[other] > keys[one] ? 1 : -1,
        );
        expect(Array.from(positions)).toEqual(compared);
      }),
    );
  });

  test("stay as they are where they are in order", () => {
    const positions = positionsOf({ length: 1000 });
    sortDescending(positions, new Float64Array(1000));
    expect(positions).toEqual(positionsOf({ length: 1000 }));
  });
});

describe("chains", () => {
  /** The keys of each chain, each high to low. */
  function chainsOf(keys: Float64Array, tolerance: number): number[][] {
    const positions = positionsOf(keys);
    const chains: number[][] = [];
    sortIntoChains(positions, keys, tolerance, (start, end) => {
      chains.push(Array.from(positions.subarray(start, end), (position) => keys[position] + 0));
      // The one who asks may turn a chain around before the next is found.
      positions.subarray(start, end).reverse();
    });
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
