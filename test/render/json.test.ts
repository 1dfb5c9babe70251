import fc from "fast-check";
import { expect, it } from "vitest";
import { json } from "../../src/render/json.ts";
import { HOSTILE_NAMES, written } from "./show.ts";

const textOf = (document: unknown): string => written(json, { document });

it("gives back what was given, laid out as JSON.stringify does with two spaces", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON.parse makes 0 of -0, as JSON.stringify does.
      const document = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(textOf(document))).toEqual(document);
      expect(textOf(document)).toBe(`${JSON.stringify(document, undefined, 2)}\n`);
    }),
  );
});

it("writes control and bidirectional characters as codes, in texts and in keys", () => {
  const text = textOf({ "a\u202e": ["\u0000\u001f\u007f\u0085\u2066"] });
  expect(text).toBe('{\n  "a\\u202e": [\n    "\\u0000\\u001f\\u007f\\u0085\\u2066"\n  ]\n}\n');
});

it.each(Object.entries(HOSTILE_NAMES))("keeps %s, and prints nothing that a terminal obeys", (_what, name) => {
  const text = textOf({ ranking: [{ name }] });
  expect(JSON.parse(text)).toEqual({ ranking: [{ name }] });
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
});

it("keeps a key that is __proto__", () => {
  const document = { answers: Object.fromEntries([["__proto__", { score: 5 }]]) };
  expect(textOf(document)).toContain('"__proto__": {\n      "score": 5');
});

it("leaves out what is undefined", () => {
  expect(textOf({ a: undefined, b: 1 })).toBe('{\n  "b": 1\n}\n');
});

it("gives every entry of a list, at the top or in an object there, as a piece of its own", () => {
  const pieces = [
    ...json(
      { page: { title: "", blocks: [] }, document: { list: ["a", "b"], object: { inner: new Set(["c", "d"]) } } },
      { ascii: false, paint: (_tone, text) => text },
    ),
  ];
  expect(pieces.filter((piece) => /"[abcd]"/.test(piece))).toHaveLength(4);
});
