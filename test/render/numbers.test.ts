import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apart,
  grouped,
  oneDecimal,
  perCent,
  pointsApart,
  shownNumber,
  shownParts,
  signed,
  whole,
} from "../../src/render/numbers.ts";

describe("numbers for people", () => {
  it("go up at half a unit, also where the machine holds a hair less", () => {
    expect([oneDecimal(81.25), oneDecimal(62.449999999999996), oneDecimal(62.44), whole(0.5)]).toEqual([
      "81.3",
      "62.5",
      "62.4",
      "1",
    ]);
  });

  it("have no minus before nothing", () => {
    expect([oneDecimal(-0.01), oneDecimal(-0), whole(-0.4)]).toEqual(["0.0", "0.0", "0"]);
  });

  it("stay readable at any size", () => {
    expect([shownNumber(1e20), shownNumber(-2.5), shownNumber(1e-7), shownNumber(0.1 + 0.2)]).toEqual([
      "100000000000000000000",
      "-2.5",
      "1e-7",
      "0.3",
    ]);
    expect(oneDecimal(1e300)).toBe("1e+300");
  });

  it("say 100% only of all, and 0% only of nothing", () => {
    expect([0, 1e-6, 0.006, 0.5, 0.9949, 0.9999, 1 - 1e-12, 1].map(perCent)).toEqual([
      ...["0%", "1%", "1%", "50%", "99%", "99%", "100%", "100%"],
    ]);
  });

  it("show what was found apart from what is needed", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (found, needed) => {
          fc.pre(found !== needed);
          const [is, bound] = apart(found, needed);
          expect(is).not.toBe(bound);
        },
      ),
    );
  });

  it("are as far apart as what is shown of them", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 130, noNaN: true }),
        fc.double({ min: 0, max: 130, noNaN: true }),
        (one, other) => {
          const [higher, lower] = [Math.max(one, other), Math.min(one, other)];
          const tenths = Math.round(10 * Number(oneDecimal(higher))) - Math.round(10 * Number(oneDecimal(lower)));
          const words = tenths === 0 ? "less than 0.1 points" : `${Math.floor(tenths / 10)}.${tenths % 10} points`;
          expect(pointsApart(higher, lower)).toBe(words);
        },
      ),
    );
  });

  it("group thousands", () => {
    expect([0, 999, 1000, 565_000, 1_000_000].map(grouped)).toEqual(["0", "999", "1,000", "565,000", "1,000,000"]);
  });
});

describe("shown parts", () => {
  const anyParts = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 });

  it("add up to the shown sum, and each is within a unit of what it is", () => {
    fc.assert(
      fc.property(anyParts, fc.constantFrom(0, 1), (parts, decimals) => {
        const unit = decimals === 0 ? 1 : 0.1;
        const shown = shownParts(parts, decimals).map(Number);
        const sum = parts.reduce((total, part) => total + part, 0);
        const shownSum = shown.reduce((total, part) => total + part, 0);
        expect(shownSum).toBeCloseTo(Number(decimals === 0 ? whole(sum) : oneDecimal(sum)), 6);
        for (const [place, part] of parts.entries()) expect(Math.abs(shown[place] - part)).toBeLessThan(unit + 1e-6);
      }),
    );
  });

  it("give what is left to the largest remainders", () => {
    expect(shownParts([15, 8.4, 8.3, 68.3], 0)).toEqual(["15", "9", "8", "68"]);
    expect(shownParts([100 / 3, 100 / 3, 100 / 3], 0)).toEqual(["34", "33", "33"]);
  });

  it("add up to the difference of two shown numbers, whoever each part is in favor of", () => {
    const anyPart = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPart, anyPart), { minLength: 1, maxLength: 12 }), (pairs) => {
        const [one, other] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + pair[side], 0));
        const parts = pairs.map(([ofOne, ofOther]) => ofOne - ofOther);
        const apart = Number(oneDecimal(one)) - Number(oneDecimal(other));
        const shown = shownParts(parts, 1, apart).map(Number);
        expect(shown.reduce((sum, part) => sum + part, 0)).toBeCloseTo(apart, 6);
        for (const [place, part] of parts.entries()) expect(Math.abs(shown[place] - part)).toBeLessThan(0.1 + 1e-6);
      }),
    );
  });

  it("show what is nothing as nothing, also where a tenth has to go somewhere", () => {
    expect(shownParts([0, 0.05, 0, -0.01], 1, 0.1)).toEqual(["0.0", "0.1", "0.0", "0.0"]);
  });
});

describe("a sign", () => {
  it("stands before what is in favor and what is against, and never before nothing", () => {
    expect(["4.3", "-4.3", "0.0"].map(signed)).toEqual(["+4.3", "−4.3", "0.0"]);
  });
});
