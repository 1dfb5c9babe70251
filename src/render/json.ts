import type { Render } from "./formats.ts";

/** Indented by two, in pieces: every entry of a list at the top is a text of its own. */
export const json: Render = function* ({ document }) {
  yield* isPlainObject(document) ? objectText(document) : [textOf(document, "")];
  yield "\n";
};

const INDENT = "  ";

function* objectText(object: Readonly<Record<string, unknown>>): Generator<string> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  let before = "{\n";
  for (const [key, value] of entries) {
    yield `${before}${INDENT}${escaped(JSON.stringify(key))}: `;
    yield* Array.isArray(value) ? listText(value) : [textOf(value, INDENT)];
    before = ",\n";
  }
  yield entries.length === 0 ? "{}" : "\n}";
}

function* listText(list: readonly unknown[]): Generator<string> {
  const indent = INDENT + INDENT;
  let before = "[\n";
  for (const entry of list) {
    yield `${before}${indent}${textOf(entry, indent)}`;
    before = ",\n";
  }
  yield list.length === 0 ? "[]" : `\n${INDENT}]`;
}

/** No text holds a line break of its own here: those are escaped. */
function textOf(value: unknown, indent: string): string {
  return escaped(JSON.stringify(value, undefined, INDENT).replaceAll("\n", `\n${indent}`));
}

/** `JSON.stringify` itself escapes the first 32 characters and lone surrogates. */
function escaped(text: string): string {
  return text.replace(
    /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
