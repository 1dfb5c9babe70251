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
    yield `${before}\n${inner}${stringText(key)}: `;
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

/** Laid out as `JSON.stringify` does. */
function textOf(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return scalarText(value);
  return Object.isFrozen(value) ? rememberedText(value, indent) : containerText(value, indent);
}

/** What is frozen stays as it is, so its text is made once: a million candidates share some of their parts. */
function rememberedText(value: object, indent: string): string {
  const known = remembered.get(value);
  if (known?.indent === indent) return known.text;
  const text = containerText(value, indent);
  remembered.set(value, { indent, text });
  return text;
}

const remembered = new WeakMap<object, { readonly indent: string; readonly text: string }>();

function containerText(value: object, indent: string): string {
  const inner = indent + INDENT;
  // Joined, as texts that are added up one by one are put together anew each time they are written.
  const pieces: string[] = [];
  if (isList(value)) {
    for (const item of value) pieces.push(pieces.length === 0 ? "[\n" : ",\n", inner, textOf(item, inner));
    if (pieces.length === 0) return "[]";
    pieces.push("\n", indent, "]");
    return pieces.join("");
  }
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    pieces.push(pieces.length === 0 ? "{\n" : ",\n", inner, stringText(key), ": ", textOf(item, inner));
  }
  if (pieces.length === 0) return "{}";
  pieces.push("\n", indent, "}");
  return pieces.join("");
}

function scalarText(value: unknown): string {
  if (typeof value === "string") return stringText(value);
  return typeof value === "number" && Number.isFinite(value) ? String(value) : (JSON.stringify(value) ?? "null");
}

function stringText(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : escaped(JSON.stringify(text));
}

/** Nothing in it has to be escaped. */
const PLAIN = /^[ !#-[\]-~]*$/;

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
