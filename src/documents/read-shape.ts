import { idFromName } from "./candidate-ids.ts";
import { nearest } from "./did-you-mean.ts";
import { quoted } from "./phrases.ts";
import type { Problems } from "./problems.ts";
import {
  emptyEntry,
  emptyKey,
  missingKey,
  notAChoice,
  notAnId,
  outOfBounds,
  unknownKey,
  wrongLength,
  wrongType,
} from "./problems-in-shape.ts";
import {
  boundsBrokenBy,
  type Choice,
  descriptionOf,
  type Entries,
  expectedWords,
  foundWords,
  has,
  type Keys,
  type List,
  optionFor,
  pattern,
  requirement,
  type Shape,
  type Text,
  titleOf,
  type Union,
} from "./shape.ts";
import type { Place } from "./source.ts";
import type { PathKey, Tree } from "./tree.ts";

/**
 * What of a tree fits a schema; the rest is left out and reported, all of it. Valibot's own walk skips keys such as
 * `constructor`, names only the first unknown key of an object and builds a path for every value. This one builds a path
 * only where something is wrong.
 */
export function readShape(shape: Shape, tree: Tree, problems: Problems): unknown {
  return readValue({ tree, problems, path: [] }, shape, tree.value);
}

interface Walk {
  readonly tree: Tree;
  readonly problems: Problems;
  /** Where the walk is now. */
  readonly path: PathKey[];
}

/** What can be used of a value. Undefined: nothing, which has been reported unless nothing was there. */
function readValue(walk: Walk, shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case "nullish":
      return value === null ? undefined : readValue(walk, shape.wrapped, value);
    case "nullable":
      return value === null ? null : (readValue(walk, shape.wrapped, value) ?? null);
    case "union":
      return readUnion(walk, shape, value);
    case "number":
      return typeof value === "number" ? readNumber(walk, shape, value) : reportType(walk, shape, value);
    case "boolean":
      return typeof value === "boolean" ? value : reportType(walk, shape, value);
    case "string":
      return readText(walk, shape, value);
    case "picklist":
      return readChoice(walk, shape, value);
    case "array":
      return Array.isArray(value) ? readList(walk, shape, value) : reportType(walk, shape, value);
    case "record":
      return isMap(value) ? readEntries(walk, shape, value) : reportType(walk, shape, value);
    case "strict_object":
      return isMap(value) ? readKeys(walk, shape, value) : reportType(walk, shape, value);
  }
}

function readUnion(walk: Walk, shape: Union, value: unknown): unknown {
  const option = optionFor(shape, value);
  return option === undefined ? reportType(walk, shape, value) : readValue(walk, option, value);
}

function readNumber(walk: Walk, shape: Shape, value: number): number | undefined {
  const bounds = boundsBrokenBy(value, shape);
  if (bounds === undefined) return value;
  walk.problems.error(() => outOfBounds(valuePlace(walk), nameOf(walk), value, bounds));
  return undefined;
}

/** A regular expression may not meet a text of ten million characters. */
const LONGEST_ID = 200;

/** A text of nothing but blanks is nothing. */
function readText(walk: Walk, shape: Text, value: unknown): string | undefined {
  const text = textFrom(walk, value);
  if (text === undefined) return reportType(walk, shape, value);
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const form = pattern(shape);
  if (form !== undefined && !(trimmed.length <= LONGEST_ID && form.test(trimmed))) {
    const proposal = idFromName(trimmed.slice(0, LONGEST_ID / 4));
    walk.problems.error(() => notAnId(valuePlace(walk), nameOf(walk), trimmed, proposal));
    return undefined;
  }
  return has(shape, "trim") ? trimmed : text;
}

function readChoice(walk: Walk, shape: Choice, value: unknown): string | undefined {
  const text = textFrom(walk, value)?.trim();
  if (text === undefined) return reportType(walk, shape, value);
  if (shape.options.includes(text)) return text;
  walk.problems.error(() => notAChoice(valuePlace(walk), nameOf(walk), text, shape.options));
  return undefined;
}

/** Where a text is wanted, a plain number or true means the characters that stand there. */
function textFrom(walk: Walk, value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "number" && typeof value !== "boolean") return undefined;
  return walk.tree.textOf(walk.path) ?? String(value);
}

/** An entry that cannot be used leaves a gap, so that the others keep their numbers. The same list while nothing changes. */
function readList(walk: Walk, shape: List, list: readonly unknown[]): unknown {
  const least = requirement(shape, "min_length");
  const exactly = requirement(shape, "length");
  if ((least === 1 && list.length === 0) || (exactly !== undefined && list.length !== exactly)) {
    const needed = exactly === undefined ? "at least one entry" : `${exactly} entries`;
    walk.problems.error(() => wrongLength(valuePlace(walk), nameOf(walk), list.length, needed, descriptionOf(shape)));
    return undefined;
  }
  let changed: unknown[] | undefined;
  for (const [index, item] of list.entries()) {
    const before = walk.problems.errors;
    walk.path.push(index);
    const read = item === null ? undefined : readValue(walk, shape.item, item);
    if (read === undefined && walk.problems.errors === before) {
      walk.problems.error(() => emptyEntry(valuePlace(walk), nameOf(walk)));
    }
    walk.path.pop();
    if (read !== item) changed ??= list.slice(0, index);
    changed?.push(read);
  }
  return changed ?? list;
}

/** The same map while nothing in it changes: most are as they should be, and there may be a million. */
function readEntries(walk: Walk, shape: Entries, map: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(map);
  let changed: [string, unknown][] | undefined;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    walk.path.push(key);
    const read = readValue(walk, shape.value, map[key]);
    walk.path.pop();
    if (read !== map[key]) changed ??= keys.slice(0, index).map((earlier) => [earlier, map[earlier]]);
    changed?.push([key, read]);
  }
  return changed === undefined ? map : Object.fromEntries(changed);
}

/** The same map while nothing in it changes. */
function readKeys(walk: Walk, shape: Keys, map: Readonly<Record<string, unknown>>): unknown {
  const { entries } = shape;
  const keys = Object.keys(map);
  let changed: Record<string, unknown> | undefined;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    const read = readKey(walk, shape, key, map[key]);
    if (read !== map[key])
      changed ??= Object.fromEntries(keys.slice(0, index).map((earlier) => [earlier, map[earlier]]));
    // What is read under a key nobody knows is nothing, so this key is one of the schema's own.
    if (changed !== undefined && read !== undefined) changed[key] = read;
  }
  for (const key in entries) {
    if (entries[key].type === "nullish" || Object.hasOwn(map, key) || isMisspeltIn(keys, key, entries)) continue;
    walk.problems.error(() => missingKey(valuePlace(walk), key, titleOf(shape), descriptionOf(entries[key])));
  }
  return changed ?? map;
}

/** Nobody slips more often in one place; a map may have a million keys. */
const MOST_SLIPS = 50;

/** A key that was written with a slip is reported as such, and is not missing as well. */
function isMisspeltIn(keys: readonly string[], key: string, entries: Keys["entries"]): boolean {
  const known = Object.keys(entries);
  return keys
    .slice(0, MOST_SLIPS)
    .some((written) => !Object.hasOwn(entries, written) && nearest(written, known) === key);
}

function readKey(walk: Walk, shape: Keys, key: string, value: unknown): unknown {
  const { entries } = shape;
  const { path, problems, tree } = walk;
  if (!Object.hasOwn(entries, key)) {
    const at = [...path, key];
    problems.error(() =>
      unknownKey(tree.placeOf(at, "key"), key, titleOf(shape), Object.keys(entries), value === null),
    );
    return undefined;
  }
  const before = problems.errors;
  path.push(key);
  const read = value === null ? undefined : readValue(walk, entries[key], value);
  if (read === undefined && entries[key].type !== "nullish" && problems.errors === before) {
    problems.error(() => emptyKey(valuePlace(walk), key, titleOf(shape), descriptionOf(entries[key])));
  }
  path.pop();
  return read;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reportType(walk: Walk, shape: Shape, value: unknown): undefined {
  walk.problems.error(() => {
    const hint = hintForType(shape, value);
    return wrongType(valuePlace(walk), nameOf(walk, shape), expectedWords(shape), foundWords(value), hint);
  });
  return undefined;
}

function hintForType(shape: Shape, value: unknown): string {
  if (shape.type === "number" && typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value.slice(0, 40))) {
    return `Write ${value.trim()} without quotes.`;
  }
  return descriptionOf(shape);
}

function valuePlace(walk: Walk): Place {
  return walk.tree.placeOf([...walk.path], "value");
}

/** What messages call the value at hand. */
function nameOf({ path }: Walk, shape?: Shape): string {
  const last = path.at(-1);
  if (last === undefined) return shape === undefined ? "the file" : `a ${titleOf(shape)}`;
  if (typeof last === "string") return quoted(last);
  const list = path.at(-2);
  return typeof list === "string" ? `entry ${last + 1} of ${quoted(list)}` : `entry ${last + 1}`;
}
