import fc from "fast-check";
import { expect, it } from "vitest";
import { displayWidth } from "../../src/render/width.ts";
import { lineWidth, wrapped } from "../../src/render/wrap.ts";
import { HOSTILE_NAMES } from "./show.ts";

const textOf = (lines: ReturnType<typeof wrapped>): string =>
  lines.map((line) => line.map(({ text }) => text).join("")).join("\n");

const anyText = fc
  .array(fc.constantFrom("one", "国立科学博物館", "👩‍👩‍👧‍👦", "x".repeat(30), " ", "  ", "\n", "e\u0301", "-"), {
    maxLength: 20,
  })
  .map((parts) => parts.join(""));

it("no line is wider than asked, and nothing but space is lost", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, columns) => {
      const lines = wrapped(text, columns);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      expect(textOf(lines).replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});

it("a text that fits stays as it is", () => {
  expect(textOf(wrapped("Radio Este  21% known", 40))).toBe("Radio Este  21% known");
});

it("a word is broken only where it does not fit alone", () => {
  expect(textOf(wrapped("a library of extraordinary size", 10))).toBe("a library\nof\nextraordin\nary size");
});

it("line breaks stay, empty lines too", () => {
  expect(textOf(wrapped("one\n\ntwo", 10))).toBe("one\n\ntwo");
});

it("a word in two tones is not broken between them", () => {
  const lines = wrapped([{ text: "see the Zoo", tone: "strong" }, { text: ", please" }], 9);
  expect(lines).toEqual([
    [{ text: "see the", tone: "strong" }],
    [{ text: "Zoo", tone: "strong" }, { text: "," }],
    [{ text: "please" }],
  ]);
});

it.each(Object.entries(HOSTILE_NAMES))("%s fits in 20 columns", (_what, name) => {
  for (const line of wrapped(name.replace(/\p{Cc}/gu, ""), 20)) expect(lineWidth(line)).toBeLessThanOrEqual(20);
});

it("a million characters without a space are wrapped", () => {
  const lines = wrapped("漢".repeat(500_000), 80);
  expect(lines).toHaveLength(12_500);
  expect(displayWidth(lines[0][0].text)).toBe(80);
});
