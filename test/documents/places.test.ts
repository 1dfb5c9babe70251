import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesIn } from "../../src/documents/places.ts";
import { sourceOf } from "./places-of-tree.ts";

const text = fc.string({ unit: fc.constantFrom("a", "é", "🎪", "\n", "\r\n", "\t", "\uD83C", "👩‍🚀"), maxLength: 40 });

describe("a place", () => {
  test("is the line and the character that a person counts, from any offset in any order", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { minLength: 1 }), fc.boolean(), (body, offsets, marked) => {
        const whole = marked ? `\uFEFF${body}` : body;
        const places = placesIn(sourceOf(whole));
        for (const wanted of offsets) {
          const offset = Math.min(wanted, body.length);
          const before = body.slice(0, offset).split("\n");
          const { line, column, lineText } = places.at(offset + (marked ? 1 : 0));
          const wholeLine = body.split("\n")[before.length - 1].replace(/\r$/, "");
          expect(line).toBe(before.length);
          expect(lineText).toBe(wholeLine);
          const start = (before.at(-1) ?? "").slice(0, wholeLine.length);
          expect(column).toBe([...start].length + 1);
        }
      }),
    );
  });

  test("ends with its line, and is one character at least", () => {
    const places = placesIn(sourceOf("ab🎪\r\ncd"));
    expect(places.at(1, 99)).toMatchObject({ column: 2, length: 2, lineText: "ab🎪" });
    expect(places.at(4, 6)).toMatchObject({ line: 1, column: 4, length: 1 });
    expect(places.at(8)).toMatchObject({ line: 2, column: 3, length: 1 });
  });

  test("in an empty text is its first line", () => {
    expect(placesIn(sourceOf("")).at(0)).toMatchObject({ line: 1, column: 1, length: 1, lineText: "" });
    expect(placesIn(sourceOf("\uFEFF")).at(0)).toMatchObject({ line: 1, column: 1, length: 1, lineText: "" });
  });
});
