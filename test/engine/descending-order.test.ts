import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortDescending } from "../../src/engine/descending-order.ts";

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

function expectStable(keys: Float64Array): void {
  const positions = positionsOf(keys);
  sortDescending(positions, keys);
  const compared = Array.from(positionsOf(keys)).sort((one, other) =>
    keys[one] === keys[other] ? 0 : keys[other] > keys[one] ? 1 : -1,
  );
  expect(Array.from(positions)).toEqual(compared);
}

function numberOf(high: number, low: number): number {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setUint32(0, high);
  bytes.setUint32(4, low);
  return bytes.getFloat64(0);
}

describe("positions by key, high to low", () => {
  test("are as a stable sort by comparing leaves them, for any keys", () => {
    fc.assert(fc.property(anyKeys, expectStable));
  });

  test("are so too where half of their bits are the same, in short runs and long ones, the last included", () => {
    const lowHalf = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const anyCloseKeys = fc
      .tuple(fc.subarray([0x3ff00000, 0xbff00000, 0x40490000], { minLength: 1 }), fc.integer({ min: 401, max: 1000 }))
      .chain(([highs, length]) =>
        fc.array(fc.tuple(fc.constantFrom(...highs), lowHalf), { minLength: length, maxLength: length }),
      )
      .map((halves) => Float64Array.from(halves, ([high, low]) => numberOf(high, low)));
    fc.assert(fc.property(anyCloseKeys, expectStable));
  });

  test("stay as they are where they are in order", () => {
    const positions = positionsOf({ length: 1000 });
    sortDescending(positions, new Float64Array(1000));
    expect(positions).toEqual(positionsOf({ length: 1000 }));
  });
});
