import type { Render } from "./formats.ts";

/**
 * Indented by two, in pieces: every entry of a list at the top, or in an object at the top, is a text of its own. Such a
 * list may be any iterable, whose entries are then made one at a time.
 */
export const json: Render = function* ({ document }) {
  yield* isPlainObject(document) ? objectText(document, "") : [textOf(document, "")];
  yield "\n";
};

const INDENT = "  ";

function* objectText(object: Readonly<Record<string, unknown>>, indent: string): Generator<string> {
  const inner = indent + INDENT;
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  let before = "{";
  for (const [key, value] of entries) {
    yield `${before}\n${inner}${escaped(JSON.stringify(key))}: `;
    if (isList(value)) yield* listText(value, inner);
    else if (indent === "" && isPlainObject(value)) yield* objectText(value, inner);
    else yield textOf(value, inner);
    before = ",";
  }
  yield entries.length === 0 ? "{}" : `\n${indent}}`;
}

function* listText(list: Iterable<unknown>, indent: string): Generator<string> {
  const inner = indent + INDENT;
  let isEmpty = true;
  for (const entry of list) {
    yield `${isEmpty ? "[" : ","}\n${inner}${textOf(entry, inner)}`;
    isEmpty = false;
  }
  yield isEmpty ? "[]" : `\n${indent}]`;
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

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !isList(value);
}
