import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortTens, writeGapsOfNine } from "../../src/analysis/sorting-networks.ts";

/** All lists of so many zeros and ones: a network that sorts them sorts everything (Knuth 1998, section 5.3.4). */
function zerosAndOnes(width: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** width }, (_, list) =>
    Array.from({ length: width }, (_, place) => (list >> place) & 1),
  );
}

const anyNumber = fc.oneof(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.constantFrom(0, 1, 2 ** 31 - 1));
const anyNumbers = (count: number) => fc.array(anyNumber, { minLength: count, maxLength: count });

describe("ten numbers", () => {
  const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => other - one);

  it("are in order for every list of zeros and ones, one behind the other", () => {
    const lists = zerosAndOnes(10);
    const numbers = Int32Array.from(lists.flat());
    sortTens(numbers, numbers.length);
    expect([...numbers]).toEqual(lists.flatMap(sorted));
  });

  it("are in order up to the largest, and what comes after is left alone", () => {
    fc.assert(
      fc.property(anyNumbers(10), (list) => {
        const numbers = Int32Array.from([...list, 5, 7, 6]);
        sortTens(numbers, 10);
        expect([...numbers]).toEqual([...sorted(list), 5, 7, 6]);
      }),
    );
  });
});

describe("the gaps of nine numbers", () => {
  const gapsOf = (numbers: readonly number[]) => {
    const ends = [0, ...numbers.toSorted((one, other) => one - other), 2 ** 31];
    return ends.slice(1).map((end, place) => (end - ends[place]) / 2 ** 31);
  };

  it("are those of the sorted list for every list of zeros and ones, the runs as far apart as asked", () => {
    const lists = zerosAndOnes(9);
    const gaps = new Float64Array(lists.length * 12);
    writeGapsOfNine(Int32Array.from(lists.flat()), lists.length, gaps, 12);
    expect([...gaps]).toEqual(lists.flatMap((list) => [...gapsOf(list), 0, 0]));
  });

  it("are those of the sorted list up to the largest", () => {
    fc.assert(
      fc.property(anyNumbers(9), (list) => {
        const gaps = new Float64Array(10);
        writeGapsOfNine(Int32Array.from(list), 1, gaps, 10);
        expect([...gaps]).toEqual(gapsOf(list));
      }),
    );
  });
});
