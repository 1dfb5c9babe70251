import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareByCodePoint } from "../../src/engine/code-point-order.ts";
import { type Named, nameOrder } from "../../src/engine/name-order.ts";

function ordered(candidates: readonly Named[]): readonly Named[] {
  const positions = Uint32Array.from(candidates.keys());
  nameOrder(candidates)(positions);
  return Array.from(positions, (position) => candidates[position]);
}

function compared(candidates: readonly Named[]): readonly Named[] {
  return candidates.toSorted(
    (one, other) => compareByCodePoint(one.name, other.name) || compareByCodePoint(one.id, other.id),
  );
}

/** So many that texts are sorted a few characters at a time, and so alike that they differ late or not at all. */
function anyNames(...parts: readonly string[]): fc.Arbitrary<readonly Named[]> {
  const name = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((chosen) => chosen.join(""));
  return fc
    .array(name, { minLength: 60, maxLength: 300 })
    .map((names) => names.map((each, at) => ({ id: `${(at * 7919) % 1000}`, name: each })));
}

describe("names in order", () => {
  test.each([
    ["ASCII", ["a", "b", " ", "Friends of the ", "~", "\u007f"]],
    ["any script", ["a", "é", "博", "￿", "😀", "😁"]],
    ["halves of characters", ["a", "￿", "\ud83d", "\ude00", "\ud83d\ude00", "\ud83d\ude01"]],
    ["the first and last halves", ["￿", "\ud800", "\udbff", "\udc00", "\udfff", "\ue000"]],
    ["control characters", ["a", "\u0000", "\u0001"]],
    ["control characters beside others", ["é", "\u0000", "\u0001"]],
  ])("are as comparing them one by one leaves them: %s", (_kind, parts) => {
    fc.assert(
      fc.property(anyNames(...parts), (candidates) => {
        expect(ordered(candidates)).toEqual(compared(candidates));
      }),
    );
  });

  test("keep the order of the list where the list is in order, whatever the order they come in", () => {
    const candidates = Array.from({ length: 200 }, (_, at) => ({ id: `id-${at}`, name: `N${1000 + at}` }));
    const positions = Uint32Array.from(candidates.keys()).reverse();
    nameOrder(candidates)(positions);
    expect(Array.from(positions)).toEqual([...candidates.keys()]);
  });

  test("are by code point where the list is in the order of halves of characters", () => {
    const candidates = ["😀", "￿"].flatMap((sign) =>
      Array.from({ length: 10 }, (_, at) => ({ id: "", name: `${sign}${at}` })),
    );
    expect(ordered(candidates)).toEqual([...candidates.slice(10), ...candidates.slice(0, 10)]);
  });

  test("may all be long and without a single ASCII character", () => {
    const signs = [..."博物館国立科学é"];
    const candidates = Array.from({ length: 64 }, (_, at) => ({
      id: "",
      name:
        [7 * at, 11 * at, at >> 3, at]
          .map((sign) => signs[sign % 8])
          .join("")
          .repeat(2) + signs[at % 8],
    }));
    expect(ordered(candidates)).toEqual(compared(candidates));
  });

  test("of which some are to be sorted and others not leave the others alone", () => {
    const candidates = Array.from({ length: 500 }, (_, at) => ({ id: `${at}`, name: `N${(at * 7919) % 500}` }));
    const positions = Uint32Array.from({ length: 100 }, (_, at) => 5 * at);
    nameOrder(candidates)(positions);
    const chosen = candidates.filter((_, at) => at % 5 === 0);
    expect(Array.from(positions, (position) => candidates[position])).toEqual(compared(chosen));
  });

  test("that are the same, and long, are ordered by id without comparing each with each", () => {
    const long = "x".repeat(10_000);
    const candidates = Array.from({ length: 2000 }, (_, at) => ({ id: String(9999 - at), name: long }));
    expect(ordered(candidates)[0].id).toBe("8000");
  });

  test("that differ later and later do not exhaust the stack", () => {
    const candidates = Array.from({ length: 3000 }, (_, at) => ({ id: "", name: `${"a".repeat(7 * at)}b` }));
    expect(ordered(candidates).map(({ name }) => name.length)).toEqual(
      candidates.map(({ name }) => name.length).toReversed(),
    );
  });
});
