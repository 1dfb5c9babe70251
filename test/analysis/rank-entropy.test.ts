import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naturalLogarithm, rankEntropy } from "../../src/analysis/rank-entropy.ts";

const anyShares = fc
  .array(fc.nat(1000), { minLength: 2, maxLength: 12 })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  });

describe("the entropy of ranks", () => {
  it("is that of the textbook, by logarithms of the language", () => {
    fc.assert(
      fc.property(anyShares, (shares) => {
        const plain = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
        expect(rankEntropy(shares)).toBeCloseTo(plain / Math.log(shares.length), 12);
      }),
    );
  });

  it("stays the same in whatever order the ranks are, and lies from 0 to 1", () => {
    fc.assert(
      fc.property(anyShares, (shares) => {
        expect(rankEntropy(shares)).toBeCloseTo(rankEntropy(shares.toReversed()), 12);
        expect(rankEntropy(shares)).toBeGreaterThanOrEqual(0);
        expect(rankEntropy(shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is half of what it can be for 0.11 and 0.89, as tables of the binary entropy have it", () => {
    expect(rankEntropy([0.11, 0.89])).toBeCloseTo(0.4999, 4);
  });

  it("is 0 where one rank is taken always or is the only one, and 1 where all are taken as often", () => {
    expect(rankEntropy([0, 1, 0])).toBe(0);
    expect(rankEntropy([1])).toBe(0);
    expect(rankEntropy([])).toBe(0);
    expect(rankEntropy([0.2, 0.2, 0.2, 0.2, 0.2])).toBe(1);
  });
});

it("the logarithm agrees with that of the language to the last digits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (number) => {
      const expected = Math.log(number);
      expect(Math.abs(naturalLogarithm(number) - expected)).toBeLessThanOrEqual(
        1e-13 * Math.max(1, Math.abs(expected)),
      );
    }),
  );
});
