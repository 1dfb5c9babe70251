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
  // Joined, as texts that are added up one by one are put together anew each time they are written.
  const pieces: string[] = [];
  addPieces(pieces, value, indent);
  return pieces.join("");
}

function addPieces(pieces: string[], value: unknown, indent: string): void {
  if (typeof value !== "object" || value === null) pieces.push(scalarText(value));
  else if (Object.isFrozen(value)) pieces.push(rememberedText(value, indent));
  else addContainer(pieces, value, indent);
}

/** What is frozen stays as it is, so its text is made once: a million candidates share some of their parts. */
function rememberedText(value: object, indent: string): string {
  const known = remembered.get(value);
  if (known?.indent === indent) return known.text;
  const pieces: string[] = [];
  addContainer(pieces, value, indent);
  const text = pieces.join("");
  remembered.set(value, { indent, text });
  return text;
}

const remembered = new WeakMap<object, { readonly indent: string; readonly text: string }>();

function addContainer(pieces: string[], value: object, indent: string): void {
  if (isList(value)) addItems(pieces, value, indent);
  else if (isPlainObject(value)) addEntries(pieces, value, indent);
}

function addItems(pieces: string[], list: Iterable<unknown>, indent: string): void {
  const inner = indent + INDENT;
  let isEmpty = true;
  for (const item of list) {
    pieces.push(isEmpty ? `[\n${inner}` : `,\n${inner}`);
    addPieces(pieces, item, inner);
    isEmpty = false;
  }
  pieces.push(isEmpty ? "[]" : `\n${indent}]`);
}

function addEntries(pieces: string[], object: Readonly<Record<string, unknown>>, indent: string): void {
  const inner = indent + INDENT;
  let isEmpty = true;
  for (const key of Object.keys(object)) {
    const item = object[key];
    if (item === undefined) continue;
    pieces.push(isEmpty ? `{\n${inner}` : `,\n${inner}`, keyText(key));
    addPieces(pieces, item, inner);
    isEmpty = false;
  }
  pieces.push(isEmpty ? "{}" : `\n${indent}}`);
}

/** There are few keys, which stand in every entry. */
function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = `${stringText(key)}: `;
  if (keyTexts.size < KEYS_AT_MOST) keyTexts.set(key, text);
  return text;
}

const keyTexts = new Map<string, string>();
const KEYS_AT_MOST = 1000;

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
