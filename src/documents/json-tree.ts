import { examineJson } from "./json-examination.ts";
import { jsonExtent, jsonStringEnd, jsonValueEnd, skipJsonSpace } from "./json-text.ts";
import { type Places, placesIn, textStart } from "./places.ts";
import { type Checked, gatherProblems } from "./problems.ts";
import { notJson } from "./problems-in-json.ts";
import { emptyText, notAMap, tooDeep } from "./problems-in-text.ts";
import type { Place, Source } from "./source.ts";
import { MOST_CANDIDATES, MOST_KEYS_IN_A_MAP, MOST_LEVELS } from "./text-limits.ts";
import type { Path, PathKey, Tree } from "./tree.ts";

/**
 * Strict JSON (RFC 8259) as a plain value that knows where everything stood. A byte order mark is passed over. Refused, each
 * with its place: what is not JSON, repeated names, numbers beyond counting, and what is beyond the limits.
 *
 * The value is made by `JSON.parse`, which is fast and knows no places; a place is looked for in the text when it is asked
 * for, and the text is read sign by sign only when something is wrong with it.
 */
export function parseJson(source: Source): Checked<Tree> {
  const { path, text } = source;
  const places = placesIn(source);
  const problems = gatherProblems();
  const start = skipJsonSpace(text, textStart(text));
  if (start === text.length) return { ok: false, problems: [emptyText(path)] };
  const { pairs, tooDeepAt } = jsonExtent(text, MOST_LEVELS);
  if (tooDeepAt !== undefined) return { ok: false, problems: [tooDeep(places.at(tooDeepAt))] };

  const value = parsed(text.slice(textStart(text)));
  if (value === undefined || pairs !== soundPairs(value)) {
    examineJson(text, start, places, problems);
    if (problems.errors === 0) problems.error(() => notJson(places.at(start)));
  } else if (!isMap(value)) {
    problems.error(() => notAMap(places.at(start), Array.isArray(value) ? "list" : kindOf(value)));
  }
  return problems.settle(jsonTree(source, start, value, places));
}

/** Undefined for a text that is not JSON, which has no such value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The pairs in the maps of a value, or NaN when something in it is beyond the limits. A name that is repeated in the text
 * makes one pair fewer here than there are colons there.
 */
function soundPairs(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== "object" || value === null) return 0;
  let pairs = 0;
  if (Array.isArray(value)) {
    if (value.length > MOST_CANDIDATES) return Number.NaN;
    for (const item of value) pairs += soundPairs(item);
    return pairs;
  }
  const values = Object.values(value);
  if (values.length > MOST_KEYS_IN_A_MAP) return Number.NaN;
  for (const item of values) pairs += soundPairs(item);
  return pairs + values.length;
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): "text" | "number" | "value" {
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "value";
}

// ---- places, on request ----

/** Where something stands in the text. */
interface Spot {
  readonly value: number;
  /** The name before it, in a map. */
  readonly name?: number;
  /** How much of the path leads to something. */
  readonly found: number;
}

function jsonTree(source: Source, root: number, value: unknown, places: Places): Tree {
  const { text } = source;
  // Where the items of a list start, kept from one request to the next: a list may have a million.
  const lists = new Map<number, readonly number[]>();

  const spotAt = (path: Path): Spot => {
    let spot: Spot = { value: root, found: 0 };
    for (const key of path) {
      const next = step(spot, key);
      if (next === undefined) break;
      spot = next;
    }
    return spot;
  };

  const step = ({ value: start, found }: Spot, key: PathKey): Spot | undefined => {
    if (text[start] === "{") return inMap(text, start, String(key), found + 1);
    if (text[start] !== "[" || typeof key !== "number") return undefined;
    const items = lists.get(start) ?? itemsOf(text, start);
    lists.set(start, items);
    const item = items[key];
    return item === undefined ? undefined : { value: item, found: found + 1 };
  };

  return {
    source,
    value,
    placeOf(path, part): Place {
      const spot = spotAt(path);
      const wantsName = part === "key" && spot.found === path.length;
      if (wantsName && spot.name !== undefined) return places.at(spot.name, jsonStringEnd(text, spot.name));
      return places.at(spot.value, isBracket(text[spot.value]) ? spot.value + 1 : jsonValueEnd(text, spot.value));
    },
    textOf(path) {
      const spot = spotAt(path);
      if (spot.found < path.length || isBracket(text[spot.value])) return undefined;
      const written = text.slice(spot.value, jsonValueEnd(text, spot.value));
      return written.startsWith('"') ? JSON.parse(written) : written;
    },
  };
}

function isBracket(sign: string): boolean {
  return sign === "{" || sign === "[";
}

function inMap(text: string, start: number, key: string, found: number): Spot | undefined {
  let name = skipJsonSpace(text, start + 1);
  while (text[name] === '"') {
    const nameEnd = jsonStringEnd(text, name);
    const value = skipJsonSpace(text, skipJsonSpace(text, nameEnd) + 1);
    if (JSON.parse(text.slice(name, nameEnd)) === key) return { value, name, found };
    name = afterComma(text, value);
  }
  return undefined;
}

function itemsOf(text: string, start: number): readonly number[] {
  const items: number[] = [];
  let item = skipJsonSpace(text, start + 1);
  while (item < text.length && text[item] !== "]") {
    items.push(item);
    const end = skipJsonSpace(text, jsonValueEnd(text, item));
    if (text[end] !== ",") break;
    item = skipJsonSpace(text, end + 1);
  }
  return items;
}

/** Where the piece after the value at `value` and its comma starts. */
function afterComma(text: string, value: number): number {
  return skipJsonSpace(text, skipJsonSpace(text, jsonValueEnd(text, value)) + 1);
}
