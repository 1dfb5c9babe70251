import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest, slips } from "../../src/documents/did-you-mean.ts";
import { oneSlip } from "./one-slip.ts";

describe("nearest", () => {
  it("finds the word behind a letter too many, missing, wrong or swapped", () => {
    const known = ["unknown", "abstain"];
    for (const written of ["unknownn", "unknwn", "unknowm", "unknwon", "nuknown"]) {
      expect(nearest(written, known)).toBe("unknown");
    }
  });

  it("does not care about capitals", () => {
    expect(nearest("UNKNOWN", ["unknown"])).toBe("unknown");
  });

  it("prefers the nearer word, whatever the order", () => {
    expect(nearest("reach-new-user", ["reach-near-users", "reach-new-users"])).toBe("reach-new-users");
    expect(nearest("reach-new-user", ["reach-new-users", "reach-near-users"])).toBe("reach-new-users");
  });

  it("prefers the first of equally near words", () => {
    expect(nearest("kinz", ["kind", "king"])).toBe("kind");
  });

  it("suggests nothing for another word", () => {
    expect(nearest("horse", ["unknown", "abstain"])).toBeUndefined();
    expect(nearest("b", ["a"])).toBeUndefined();
    expect(nearest("", ["id"])).toBeUndefined();
    expect(nearest("kind", [])).toBeUndefined();
  });

  it("does not compare texts that are too long to be a slip", () => {
    expect(nearest("a".repeat(100_000), ["a".repeat(100_000)])).toBeUndefined();
  });

  it("does not go through a list without end", () => {
    const endless = (function* () {
      while (true) yield "another";
    })();
    expect(nearest("unknwon", endless)).toBeUndefined();
  });

  it("finds every word after one slip of the hand", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/).chain(oneSlip), ({ word, slipped }) => {
        expect(nearest(slipped, [word])).toBe(word);
      }),
    );
  });
});

describe("slips", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });

  it("is the length of the shortest way in letters added, dropped, changed and swapped", () => {
    fc.assert(
      fc.property(letters, letters, (from, to) => {
        expect(slips(from, to)).toBe(slipsTheSlowWay(from, to));
      }),
    );
  });

  it("is the same in both directions", () => {
    fc.assert(fc.property(letters, letters, (from, to) => slips(from, to) === slips(to, from)));
  });

  it("counts what stands in the textbooks", () => {
    expect(slips([..."kitten"], [..."sitting"])).toBe(3);
    expect(slips([..."ca"], [..."abc"])).toBe(3);
  });
});

/** The definition itself: what happens to the last letters, tried in every way. */
function slipsTheSlowWay(from: readonly string[], to: readonly string[]): number {
  if (from.length === 0 || to.length === 0) return from.length + to.length;
  const [lastFrom, lastTo] = [from.at(-1), to.at(-1)];
  const ways = [
    slipsTheSlowWay(from.slice(0, -1), to) + 1,
    slipsTheSlowWay(from, to.slice(0, -1)) + 1,
    slipsTheSlowWay(from.slice(0, -1), to.slice(0, -1)) + (lastFrom === lastTo ? 0 : 1),
  ];
  if (from.length > 1 && to.length > 1 && lastFrom === to.at(-2) && from.at(-2) === lastTo) {
    ways.push(slipsTheSlowWay(from.slice(0, -2), to.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}
