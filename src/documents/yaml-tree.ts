import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { controlCharacters, NOT_IN_YAML } from "./control-characters.ts";
import { type Places, placesIn } from "./places.ts";
import { type Checked, type Diagnostic, gatherProblems, type Problems } from "./problems.ts";
import { duplicateKey, emptyText, notAMap, numberOutOfRange, tooManyKeys, yamlTooLarge } from "./problems-in-text.ts";
import { colonWithoutSpace, dashWithoutSpace, mergeKey } from "./problems-in-yaml.ts";
import type { Place, Source } from "./source.ts";
import { MOST_KEYS_IN_A_MAP, MOST_YAML_BYTES, utf8Length } from "./text-limits.ts";
import type { Path, PathKey, Tree } from "./tree.ts";
import { hasTightColon } from "./yaml-causes.ts";
import { readYaml } from "./yaml-reading.ts";

/**
 * YAML 1.2 as people write it (core schema: `yes`, `no` and dates are text), as a plain value that knows where everything
 * stood. A byte order mark is passed over. Refused, each with its place: what is not YAML, and what the limits, aliases,
 * anchors, merge keys, directives, unknown tags, repeated keys, control characters and numbers beyond counting forbid.
 */
export function parseYaml(source: Source): Checked<Tree> {
  if (utf8Length(source.text) > MOST_YAML_BYTES) return { ok: false, problems: [yamlTooLarge(source.path)] };
  const places = placesIn(source);
  const refused = controlCharacters(source.text, NOT_IN_YAML, places);
  if (refused.length > 0) return { ok: false, problems: refused };

  const reading = readYaml(source.text, places);
  if (!reading.ok) return reading;
  const root = reading.document.contents;
  if (root === null || (isScalar(root) && root.source === "")) {
    return { ok: false, problems: [emptyText(source.path)] };
  }
  const problems = gatherProblems();
  const value = plainValue(root, { places, problems });
  if (!isMap(root)) problems.error(() => notAMapAtAll(root, places));
  return problems.settle(yamlTree(source, root, value, places));
}

function yamlTree(source: Source, root: Node, value: unknown, places: Places): Tree {
  return {
    source,
    value,
    placeOf: (path, part) => placeOf(root, path, part, places),
    textOf(path) {
      const { node, found } = nodeAt(root, path);
      return found === path.length && isScalar(node) ? textOfScalar(node) : undefined;
    },
  };
}

// ---- the value, in one walk ----

interface Walk {
  readonly places: Places;
  readonly problems: Problems;
}

function plainValue(node: unknown, walk: Walk): unknown {
  if (isScalar(node)) return scalarValue(node, walk);
  if (isMap(node)) return mapValue(node, walk);
  if (isSeq(node)) return node.items.map((item) => plainValue(item, walk));
  // A name without a value, as in `{a, b}`; aliases were refused while the tokens passed.
  return null;
}

function scalarValue(scalar: Scalar, { places, problems }: Walk): unknown {
  const { value } = scalar;
  if (typeof value === "number" && !Number.isFinite(value)) {
    problems.error(() => numberOutOfRange(placeOfNode(scalar, places), textOfScalar(scalar)));
  }
  return value;
}

function mapValue(map: YAMLMap, walk: Walk): Readonly<Record<string, unknown>> {
  const { places, problems } = walk;
  if (map.items.length > MOST_KEYS_IN_A_MAP) {
    problems.error(() => tooManyKeys(placeOfNode(map, places), map.items.length));
    return {};
  }
  const record = Object.fromEntries(map.items.map((pair) => [keyOf(pair, walk), plainValue(pair.value, walk)]));
  if (Object.keys(record).length < map.items.length) findDuplicates(map, walk);
  return record;
}

function keyOf(pair: Pair, { places, problems }: Walk): string {
  const key = keyNode(pair);
  const text = String(key.value);
  if (key.type !== "PLAIN") return text;
  if (text === "<<") problems.error(() => mergeKey(placeOfNode(key, places)));
  else if (isDashed(key)) problems.error(() => dashWithoutSpace(placeOfNode(key, places), text));
  else if (pair.value === null && hasTightColon(text)) {
    problems.error(() => colonWithoutSpace(placeOfNode(key, places), text));
  }
  return text;
}

function findDuplicates(map: YAMLMap, { places, problems }: Walk): void {
  const first = new Map<string, Scalar>();
  for (const pair of map.items) {
    const key = keyNode(pair);
    const text = String(key.value);
    const before = first.get(text);
    if (before === undefined) first.set(text, key);
    else if (!isDashed(key)) {
      problems.error(() => duplicateKey(placeOfNode(key, places), text, placeOfNode(before, places)));
    }
  }
}

/** `-name` was meant to be an entry of a list, which may have many of the same name; `-2` is an answer on some scales. */
function isDashed({ value, type }: Scalar): boolean {
  return type === "PLAIN" && /^-[^\s\d.]/.test(String(value));
}

/** With `stringKeys`, every key that was no scalar was an error before this. */
function keyNode(pair: Pair): Scalar {
  return pair.key as Scalar;
}

function notAMapAtAll(root: Node, places: Places): Diagnostic {
  const place = placeOfNode(root, places);
  if (isSeq(root)) return notAMap(place, "list");
  if (!isScalar(root) || typeof root.value !== "string") {
    return notAMap(place, isScalar(root) && typeof root.value === "number" ? "number" : "value");
  }
  return hasTightColon(root.value) ? colonWithoutSpace(place, root.value) : notAMap(place, "text");
}

// ---- places, on request ----

interface Found {
  readonly node: unknown;
  /** The pair whose value `node` is, in a map. */
  readonly pair?: Pair;
  /** How much of the path leads to something. */
  readonly found: number;
}

function nodeAt(root: Node, path: Path): Found {
  let at: Found = { node: root, found: 0 };
  for (const key of path) {
    const next = step(at, key);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function step({ node, found }: Found, key: PathKey): Found | undefined {
  if (isSeq(node)) {
    const item = typeof key === "number" ? node.items[key] : undefined;
    return item === undefined ? undefined : { node: item, found: found + 1 };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((one) => String(keyNode(one).value) === String(key));
  return pair === undefined ? undefined : { node: pair.value, pair, found: found + 1 };
}

function placeOf(root: Node, path: Path, part: "key" | "value", places: Places): Place {
  const { node, pair, found } = nodeAt(root, path);
  if (pair !== undefined && (isNothing(node) || (part === "key" && found === path.length))) {
    return placeOfNode(keyNode(pair), places);
  }
  return placeOfNode(node, places);
}

/** Nothing is written there: its name is the nearest thing that is. */
function isNothing(node: unknown): boolean {
  return !isCollection(node) && (!isScalar(node) || (node.source === "" && node.type === "PLAIN"));
}

/** A block map starts with its first key; of brackets, the opening one is shown. */
function placeOfNode(node: unknown, places: Places): Place {
  if (isMap(node) && node.flow !== true && node.items.length > 0) return placeOfNode(keyNode(node.items[0]), places);
  if (isCollection(node) && node.range) return places.at(node.range[0]);
  if (isScalar(node) && node.range) return places.at(node.range[0], node.range[1]);
  return places.at(0);
}

/** The characters of a plain scalar, the meaning of a quoted one. */
function textOfScalar({ source, value }: Scalar): string {
  return source ?? String(value);
}
