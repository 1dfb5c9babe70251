import type { Problems } from "./problems.ts";
import { nothingToRemove } from "./problems-in-packs.ts";
import type { Path, PathKey, Tree } from "./tree.ts";

/**
 * A pack grafted onto the one it extends, as one tree that still knows where each part stood: maps merge key by key, lists
 * of things with ids by id, new ones last, and nothing (`null`) removes. Such a list may also be written as a map by id,
 * which is how one of its things is removed: `criteria: {size: null}`.
 */
export function graftCriteria(parent: Tree, child: Tree, problems: Problems): Tree {
  const { value, origin } = joined(inherited(parent), whole(child), { problems, top: true });
  const at = (path: Path) => follow(origin, path);
  return {
    source: child.source,
    value,
    placeOf(path, part) {
      const { tree, path: there } = at(path);
      return tree.placeOf(there, part);
    },
    textOf(path) {
      const { tree, path: there } = at(path);
      return tree.textOf(there);
    },
  };
}

/** Lists whose entries have an id, or are one. */
const LISTS_BY_ID: readonly string[] = ["criteria", "reasons", "kinds", "levels", "readiness"];
/** What a pack says about its own file. */
const NOT_INHERITED: readonly string[] = ["$schema", "format", "extends"];

/** A value, and where it and its parts come from. */
interface Part {
  readonly value: unknown;
  readonly origin: Origin;
}

interface Origin {
  readonly tree: Tree;
  readonly path: Path;
  /** Only where parts come from elsewhere than the whole. */
  readonly parts?: ReadonlyMap<PathKey, Origin>;
}

interface Joining {
  readonly problems: Problems;
  readonly top: boolean;
}

function whole(tree: Tree): Part {
  return { value: tree.value, origin: { tree, path: [] } };
}

function inherited(tree: Tree): Part {
  const { value, origin } = whole(tree);
  if (!isMap(value)) return { value: {}, origin };
  return { value: Object.fromEntries(Object.entries(value).filter(([key]) => !NOT_INHERITED.includes(key))), origin };
}

function follow(origin: Origin, path: Path): { readonly tree: Tree; readonly path: Path } {
  let here = origin;
  for (const [depth, key] of path.entries()) {
    if (here.parts === undefined) return { tree: here.tree, path: [...here.path, ...path.slice(depth)] };
    const next = here.parts.get(key);
    if (next === undefined) break;
    here = next;
  }
  return here;
}

function partOf({ value, origin }: Part, key: PathKey): Part {
  return {
    // Only asked for keys that are there.
    value: (value as Readonly<Record<PathKey, unknown>>)[key],
    origin: origin.parts?.get(key) ?? { tree: origin.tree, path: [...origin.path, key] },
  };
}

/** Where the two do not fit together, the child says what holds. */
function joined(parent: Part, child: Part, joining: Joining): Part {
  return isMap(parent.value) && isMap(child.value)
    ? joinedMaps(parent, parent.value, child, child.value, joining)
    : child;
}

function joinedMaps(
  parent: Part,
  parentMap: Readonly<Record<string, unknown>>,
  child: Part,
  childMap: Readonly<Record<string, unknown>>,
  { problems, top }: Joining,
): Part {
  const parts = new Map<string, Part>();
  for (const key of Object.keys(parentMap)) {
    const before = partOf(parent, key);
    if (!Object.hasOwn(childMap, key)) parts.set(key, before);
    else if (childMap[key] !== null) {
      const after = partOf(child, key);
      const isList = top && LISTS_BY_ID.includes(key) && Array.isArray(before.value);
      parts.set(key, isList ? joinedLists(before, after, problems) : joined(before, after, { problems, top: false }));
    }
  }
  for (const key of Object.keys(childMap)) if (!Object.hasOwn(parentMap, key)) parts.set(key, partOf(child, key));
  return mapOf(parts, child.origin);
}

function joinedLists(parent: Part, child: Part, problems: Problems): Part {
  const entries = entriesById(child);
  if (entries === undefined) return child;
  const before = itemsOf(parent);
  const after = new Map<string, Part>();
  const added: Part[] = [];
  const known = new Set(before.map(idOf));
  for (const { id, part } of entries) {
    if (id !== undefined && known.has(id) && !after.has(id)) after.set(id, part);
    else if (part.value !== null || id === undefined) added.push(part);
    else problems.error(() => nothingToRemove(part.origin.tree.placeOf(part.origin.path, "key"), id, wordsOf(known)));
  }
  const kept = before.flatMap((item) => {
    const id = idOf(item);
    const change = id === undefined ? undefined : after.get(id);
    if (change === undefined || typeof change.value === "string") return [item];
    return change.value === null ? [] : [joined(item, change, { problems, top: false })];
  });
  const list = [...kept, ...added];
  const origins = list.map(({ origin }, index): [PathKey, Origin] => [index, origin]);
  return { value: list.map(({ value }) => value), origin: { ...child.origin, parts: new Map(origins) } };
}

function wordsOf(ids: ReadonlySet<string | undefined>): readonly string[] {
  return [...ids].filter((id) => id !== undefined);
}

interface Entry {
  readonly id: string | undefined;
  readonly part: Part;
}

/** The things of a list, or of a map by id; undefined for anything else. */
function entriesById(list: Part): readonly Entry[] | undefined {
  if (Array.isArray(list.value)) return itemsOf(list).map((part) => ({ id: idOf(part), part }));
  if (!isMap(list.value)) return undefined;
  return Object.keys(list.value).map((key) => {
    const part = partOf(list, key);
    if (!isMap(part.value) || Object.hasOwn(part.value, "id")) return { id: key, part };
    return { id: key, part: { ...part, value: { id: key, ...part.value } } };
  });
}

function itemsOf(list: Part): readonly Part[] {
  return Array.isArray(list.value) ? list.value.map((_, index) => partOf(list, index)) : [];
}

function idOf({ value, origin }: Part): string | undefined {
  const id = isMap(value) && Object.hasOwn(value, "id") ? value.id : value;
  if (typeof id === "string") return id.trim();
  if (typeof id !== "number") return undefined;
  const { tree, path } = follow(origin, isMap(value) ? ["id"] : []);
  return tree.textOf(path) ?? String(id);
}

function mapOf(parts: ReadonlyMap<string, Part>, { tree, path }: Origin): Part {
  const values = [...parts].map(([key, { value }]) => [key, value] as const);
  const origins = [...parts].map(([key, { origin }]): [PathKey, Origin] => [key, origin]);
  return { value: Object.fromEntries(values), origin: { tree, path, parts: new Map(origins) } };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
