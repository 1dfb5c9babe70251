import type { Render } from "./formats.ts";

/**
 * Indented by two, in pieces: every entry of a list at the top, or in an object at the top, is a text of its own. Such a
 * list may be any iterable, whose entries are then made one at a time.
 */
export const json: Render = function* ({ document }) {
  const pieces = new Pieces();
  yield* isPlainObject(document) ? objectText(pieces, document, TOP) : [textOf(pieces, "", document, TOP)];
  yield "\n";
};

function* objectText(pieces: Pieces, object: Readonly<Record<string, unknown>>, depth: Depth): Generator<string> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  let sign = "{";
  for (const [key, value] of entries) {
    yield `${sign}${depth.inner.line}${stringText(key)}: `;
    if (isList(value)) yield* listText(pieces, value, depth.inner);
    else if (depth === TOP && isPlainObject(value)) yield* objectText(pieces, value, depth.inner);
    else yield textOf(pieces, "", value, depth.inner);
    sign = ",";
  }
  yield entries.length === 0 ? "{}" : depth.objectEnd;
}

function* listText(pieces: Pieces, list: Iterable<unknown>, depth: Depth): Generator<string> {
  let isEmpty = true;
  for (const entry of list) {
    yield textOf(pieces, isEmpty ? depth.first.item : depth.next.item, entry, depth.inner);
    isEmpty = false;
  }
  yield isEmpty ? "[]" : depth.listEnd;
}

/** Laid out as `JSON.stringify` does, after what stands before it. */
function textOf(pieces: Pieces, before: string, value: unknown, depth: Depth): string {
  addValue(pieces, before, value, depth);
  return pieces.join();
}

/**
 * The pieces of one text after the other, in the same list, which is as long as the longest. They are joined, as texts that
 * are added up one by one are put together anew each time they are written.
 */
class Pieces {
  readonly #list: string[] = [];
  #count = 0;

  add(piece: string): void {
    this.#list[this.#count] = piece;
    this.#count += 1;
  }

  join(): string {
    const text = this.#list.slice(0, this.#count).join("");
    this.#count = 0;
    return text;
  }
}

/** A value with what stands before it. */
function addValue(pieces: Pieces, before: string, value: unknown, depth: Depth): void {
  if (typeof value !== "object" || value === null) {
    pieces.add(before);
    pieces.add(scalarText(value));
  } else {
    const known = remembered.get(value);
    if (known !== undefined && known.before === before && known.depth === depth) pieces.add(known.text);
    else if (Object.isFrozen(value)) pieces.add(toRemember(before, value, depth));
    else addContainer(pieces, before, value, depth);
  }
}

/** What is frozen stays as it is, so its text is made once: a million candidates share some of their parts. */
function toRemember(before: string, value: object, depth: Depth): string {
  const pieces = new Pieces();
  addContainer(pieces, before, value, depth);
  const text = pieces.join();
  remembered.set(value, { before, depth, text });
  return text;
}

const remembered = new WeakMap<object, { readonly before: string; readonly depth: Depth; readonly text: string }>();

function addContainer(pieces: Pieces, before: string, value: object, depth: Depth): void {
  pieces.add(before);
  if (isList(value)) addItems(pieces, value, depth);
  else addEntries(pieces, value as Readonly<Record<string, unknown>>, depth);
}

function addItems(pieces: Pieces, list: Iterable<unknown>, { inner, first, next, listEnd }: Depth): void {
  let isEmpty = true;
  for (const item of list) {
    addValue(pieces, isEmpty ? first.item : next.item, item, inner);
    isEmpty = false;
  }
  pieces.add(isEmpty ? "[]" : listEnd);
}

function addEntries(
  pieces: Pieces,
  object: Readonly<Record<string, unknown>>,
  { inner, first, next, objectEnd }: Depth,
): void {
  let isEmpty = true;
  for (const key of Object.keys(object)) {
    const item = object[key];
    if (item === undefined) continue;
    addValue(pieces, isEmpty ? first.key(key) : next.key(key), item, inner);
    isEmpty = false;
  }
  pieces.add(isEmpty ? "{}" : objectEnd);
}

/** What stands between values at one depth: put together once, as it stands in every entry. */
class Depth {
  /** A new line, indented like what is opened and closed at this depth. */
  readonly line: string;
  readonly first: Before;
  readonly next: Before;
  readonly listEnd: string;
  readonly objectEnd: string;
  #inner: Depth | undefined;

  constructor(line: string) {
    this.line = line;
    this.first = new Before("[", "{", `${line}  `);
    this.next = new Before(",", ",", `${line}  `);
    this.listEnd = `${line}]`;
    this.objectEnd = `${line}}`;
  }

  get inner(): Depth {
    this.#inner ??= new Depth(`${this.line}  `);
    return this.#inner;
  }
}

/** What stands before a value inside a list or an object: the first, or one that follows. */
class Before {
  readonly item: string;
  readonly #beforeKey: string;
  readonly #keys = new Map<string, string>();

  constructor(item: string, key: string, line: string) {
    this.item = item + line;
    this.#beforeKey = key + line;
  }

  key(key: string): string {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const text = `${this.#beforeKey}${stringText(key)}: `;
    // There are few keys, unless they are ids of candidates.
    if (this.#keys.size < KEYS_AT_MOST) this.#keys.set(key, text);
    return text;
  }
}

const KEYS_AT_MOST = 1000;
const TOP = new Depth("\n");

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
