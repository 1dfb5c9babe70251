import fc from "fast-check";
import { expect, it } from "vitest";
import { isCertain } from "../../src/analysis/certainty.ts";

it("a share is certain once three standard errors on either side round to the same whole per cent", () => {
  expect(isCertain(0.5, 0.0016, 1_000_000)).toBe(true);
  expect(isCertain(0.5, 0.0017, 1_000_000)).toBe(false);
  expect(isCertain(0.504, 0.0003, 1_000_000)).toBe(true);
  expect(isCertain(0.504, 0.0004, 1_000_000)).toBe(false);
});

it("what was never seen, or always, is certain after 1,801 runs", () => {
  for (const share of [0, 1]) {
    expect(isCertain(share, 0, 1801)).toBe(true);
    expect(isCertain(share, 0, 1799)).toBe(false);
  }
});

it("where rounding turns nothing is ever certain", () => {
  fc.assert(
    fc.property(fc.nat({ max: 99 }), fc.integer({ min: 1, max: 10_000_000 }), (whole, runs) => {
      expect(isCertain((whole + 0.5) / 100, 0, runs)).toBe(false);
    }),
  );
});
