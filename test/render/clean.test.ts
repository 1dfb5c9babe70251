import { describe, expect, it } from "vitest";
import { harmless, harmlessLines, inAscii } from "../../src/render/clean.ts";
import { HOSTILE_NAMES } from "./show.ts";

describe("text made harmless", () => {
  it.each(Object.entries(HOSTILE_NAMES))("%s keeps nothing that a terminal obeys", (_what, name) => {
    expect(harmless(name)).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
    expect(harmlessLines(name).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
  });

  it("says which character stood there", () => {
    expect(harmless("\u001b[31m")).toBe("<U+001B>[31m");
    expect(harmless("a\u202eb\u009f\ud83d")).toBe("a<U+202E>b<U+009F><U+D83D>");
  });

  it("keeps line breaks only where lines are kept", () => {
    expect(harmless("a\nb")).toBe("a<U+000A>b");
    expect(harmlessLines("a\r\nb\nc\rd")).toBe("a\nb\nc<U+000D>d");
  });

  it("leaves everything that is only unusual", () => {
    for (const text of ["a\u0301", "👩‍👩‍👧‍👦", "שָׁלוֹם", "国立", "", "a b"]) {
      expect(harmless(text)).toBe(text);
    }
  });

  it.each(["x", "漢", " "])("ten million of %j are not too many", (character) => {
    expect(harmless(character.repeat(10_000_000))).toHaveLength(10_000_000);
  });
});

it("a million control characters are shown, each as its code", () => {
  expect(harmless("\u0007".repeat(1_000_000))).toHaveLength(8_000_000);
});

it("in ASCII the program's own marks become plain, and letters stay", () => {
  expect(inAscii("▇▒░ 3–5 — “é” ‘国’ … 2× a → b −1 ✗")).toBe(`#=. 3-5 -- "é" '国' ... 2x a -> b -1 x`);
});
