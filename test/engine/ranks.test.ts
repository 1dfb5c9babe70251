import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareByCodePoint } from "../../src/engine/code-point-order.ts";
import { listOrder, rankOrder, sortInChains } from "../../src/engine/ranks.ts";

const named = (...names: string[]) => names.map((name, at) => ({ id: `id-${at}`, name }));

/** Names and ranks, best first. */
function ranked(candidates: readonly { id: string; name: string }[], points: number[], lows = points) {
  const { listed, ranks } = rankOrder(candidates, points, lows);
  return Array.from(listed, (candidate, at) => [candidates[candidate].name, ranks[at]]);
}

describe("ranks", () => {
  test("ties share a rank and the next rank counts them: 1, 2, 2, 4 (standard competition ranking)", () => {
    expect(ranked(named("A", "B", "C", "D"), [90, 70, 70, 50])).toEqual([
      ["A", 1],
      ["B", 2],
      ["C", 2],
      ["D", 4],
    ]);
  });

  test("a tie is a chain: 50, 50 − 0.8e-9, 50 − 1.6e-9 and 40 are 1, 1, 1, 4", () => {
    const points = [50, 50 - 0.8e-9, 50 - 1.6e-9, 40];
    expect(ranked(named("A", "B", "C", "D"), points).map(([, rank]) => rank)).toEqual([1, 1, 1, 4]);
  });

  test("a tie is one in whatever order its names put it", () => {
    const points = [50, 50 - 1.6e-9, 50 - 0.8e-9, 40];
    expect(ranked(named("A", "B", "C", "D"), points, [1, 1, 1, 1])).toEqual([
      ["A", 1],
      ["B", 1],
      ["C", 1],
      ["D", 4],
    ]);
  });

  test("a gap beyond 1e-9 is no tie", () => {
    expect(ranked(named("A", "B"), [50, 50 - 1.1e-9]).map(([, rank]) => rank)).toEqual([1, 2]);
  });

  test("inside a tie the higher low comes first", () => {
    expect(ranked(named("A", "B"), [50, 50], [40, 45])).toEqual([
      ["B", 1],
      ["A", 1],
    ]);
  });

  test("inside a tie lows within a chain of 1e-9 are equal, and the name decides", () => {
    const lows = [45, 45 + 0.8e-9, 45 + 1.6e-9];
    expect(ranked(named("A", "B", "C"), [50, 50, 50], lows).map(([name]) => name)).toEqual(["A", "B", "C"]);
  });

  test("equal names are ordered by id", () => {
    const candidates = [
      { id: "b", name: "Zoo" },
      { id: "a", name: "Zoo" },
    ];
    expect(Array.from(rankOrder(candidates, [1, 1], [1, 1]).listed)).toEqual([1, 0]);
  });

  test("nobody is no ranking", () => {
    expect(ranked([], [])).toEqual([]);
  });

  test("only those among whom to rank are ranked", () => {
    const { listed, ranks } = rankOrder(named("A", "B", "C"), [1, 2, 3], [1, 2, 3], [0, 1]);
    expect([Array.from(listed), Array.from(ranks)]).toEqual([
      [1, 0],
      [1, 2],
    ]);
  });

  test("a rank is one more than the number of candidates above the tie", () => {
    const anyPoints = fc.array(fc.constantFrom(10, 20, 30, 30 + 5e-10, 40), { maxLength: 12 });
    fc.assert(
      fc.property(anyPoints, (points) => {
        const { listed, ranks } = rankOrder(named(...points.map(String)), points, points);
        for (const [at, candidate] of listed.entries()) {
          expect(ranks[at]).toBe(1 + points.filter((other) => other > points[candidate] + 1e-9).length);
        }
      }),
    );
  });

  test("the order of the list they came in does not matter", () => {
    const anyCandidates = fc.uniqueArray(
      fc.record({
        id: fc.string({ unit: "binary", maxLength: 3 }),
        name: fc.constantFrom("A", "B", "Ａ", "😀"),
        points: fc.constantFrom(1, 2, 2 + 5e-10),
        low: fc.constantFrom(0, 1),
      }),
      { selector: ({ id }) => id, maxLength: 10 },
    );
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const order = (list: typeof candidates) => {
          const points = list.map((each) => each.points);
          const lows = list.map((each) => each.low);
          return Array.from(rankOrder(list, points, lows).listed, (at) => list[at].id);
        };
        expect(order(candidates.toReversed())).toEqual(order(candidates));
      }),
    );
  });

  test("a hundred thousand equal candidates can be put in order too", () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({ id: String(at), name: `N${at % 7}` }));
    const same = new Float64Array(many.length);
    const { listed, ranks } = rankOrder(many, same, same);
    expect(ranks.every((rank) => rank === 1)).toBe(true);
    expect([many[listed[0]].name, many[listed[many.length - 1]].name]).toEqual(["N0", "N6"]);
  });
});

describe("the lists of those who are not ranked", () => {
  test("are by score, then name, whatever the low", () => {
    expect(Array.from(listOrder(named("B", "A", "C"), [50, 50, 60], [0, 1, 2]))).toEqual([2, 1, 0]);
  });

  test("hold scores within a chain of 1e-9 for equal", () => {
    expect(Array.from(listOrder(named("A", "B"), [50, 50 + 0.8e-9], [0, 1]))).toEqual([0, 1]);
  });
});

describe("positions sorted in chains", () => {
  const anyKey = fc.constantFrom(1, 2, 2 + 0.8e-9, 2 + 1.6e-9, 3);
  const anyRows = fc.array(fc.tuple(anyKey, anyKey), { maxLength: 12 });

  /** Key by key, each chain on its own, and what is left by where it stands. */
  function inChains(rows: readonly number[], keys: readonly (readonly number[])[]): readonly number[] {
    const [key, ...laterKeys] = keys;
    if (key === undefined) return rows.toSorted((one, other) => other - one);
    const chains: number[][] = [];
    for (const row of rows.toSorted((one, other) => key[other] - key[one])) {
      const chain = chains.at(-1);
      const before = chain?.at(-1);
      if (chain !== undefined && before !== undefined && key[before] - key[row] <= 1e-9) chain.push(row);
      else chains.push([row]);
    }
    return chains.flatMap((chain) => inChains(chain, laterKeys));
  }

  test("are as the obvious sort leaves them, and what is equal in every key is last first, as asked", () => {
    fc.assert(
      fc.property(anyRows, fc.nat({ max: 2 }), (rows, count) => {
        const keys = [rows.map(([first]) => first), rows.map(([, second]) => second)].slice(0, count);
        const positions = Uint32Array.from(rows.keys());
        sortInChains(positions, keys, (one, other) => other - one);
        expect([...positions]).toEqual(inChains([...rows.keys()], keys));
      }),
      { numRuns: 1000 },
    );
  });

  test("are compared once each where they are in order already", () => {
    let compared = 0;
    const positions = Uint32Array.from({ length: 1000 }, (_, at) => at);
    sortInChains(positions, [new Float64Array(1000)], (one, other) => {
      compared++;
      return one - other;
    });
    expect(compared).toBe(999);
  });
});

describe("text by code point", () => {
  test("a character above U+FFFF comes after all below, though its halves do not", () => {
    expect("Ａ" < "😀").toBe(false);
    expect(compareByCodePoint("Ａ", "😀")).toBeLessThan(0);
    expect(compareByCodePoint("Zoo 😀", "Zoo Ａ")).toBeGreaterThan(0);
  });

  test("capitals come before small letters, and letters without accents before those with", () => {
    expect(["é", "z", "e", "Z", "a"].sort(compareByCodePoint)).toEqual(["Z", "a", "e", "z", "é"]);
  });

  test("it agrees with comparing lists of code points, halves of characters included", () => {
    const units = fc.constantFrom("a", "￿", "\ud83d", "\ude00", "\ud83d\ude00", "\ud83d\ude01");
    const text = fc.array(units, { maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(Math.sign(compareByCodePoint(one, other))).toBe(obvious(codePoints(one), codePoints(other)));
      }),
      { numRuns: 1000 },
    );
  });
});

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

function obvious([one, ...more]: number[], [other, ...others]: number[]): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return one === other ? obvious(more, others) : Math.sign(one - other);
}
