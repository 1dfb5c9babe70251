import fc from "fast-check";
import { expect, it } from "vitest";
import { orderOfTen, sortNine } from "../../src/analysis/without-branches.ts";

/** Numbers that often agree. */
const anyNumber = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((steps) => steps / 4),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constant(Number.NEGATIVE_INFINITY),
);
const anyNumbers = (count: number) => fc.array(anyNumber, { minLength: count, maxLength: count });

it("sorts nine numbers from low to high, from any place on", () => {
  fc.assert(
    fc.property(anyNumbers(9), fc.nat({ max: 3 }), (numbers, from) => {
      const sorted = new Float64Array(9);
      sortNine(Float64Array.from([...Array(from).fill(2), ...numbers]), from, sorted);
      expect([...sorted]).toEqual(numbers.toSorted((one, other) => (one === other ? 0 : one - other)));
    }),
    { numRuns: 1000 },
  );
});

it("puts the places of ten numbers in order from high to low, each once", () => {
  fc.assert(
    fc.property(anyNumbers(10), (numbers) => {
      const order = new Int32Array(10);
      orderOfTen(Float64Array.from(numbers), order);
      expect([...order].sort()).toEqual([...numbers.keys()]);
      const inOrder = [...order].map((place) => numbers[place]);
      expect(inOrder).toEqual(numbers.toSorted((one, other) => (one === other ? 0 : other - one)));
    }),
    { numRuns: 1000 },
  );
});
