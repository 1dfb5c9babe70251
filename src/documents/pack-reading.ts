import type { Id } from "../engine/decision.ts";
import type { Problems } from "./problems.ts";
import { type Named, unknownCriterion, unknownLevel } from "./problems-in-decisions.ts";
import type { Path, Tree } from "./tree.ts";

/** Where in a pack the reading is, and what the resolvers of its parts share. */
export interface Reading {
  readonly tree: Tree;
  readonly problems: Problems;
  /** Of the thing at hand. */
  readonly path: Path;
}

export function inside(reading: Reading, ...path: Path): Reading {
  return { ...reading, path: [...reading.path, ...path] };
}

export function placeOf({ tree, path }: Reading, key: string, part: "key" | "value" = "value") {
  return tree.placeOf([...path, key], part);
}

/** The entries of a list that could be read, with their numbers in the file. */
export function present<T>(list: readonly (T | undefined)[] | undefined): readonly (readonly [number, T])[] {
  return (list ?? []).flatMap((item, index) => (item === undefined ? [] : [[index, item] as const]));
}

export function textsOf(written: readonly (string | undefined)[] | undefined): readonly string[] {
  return (written ?? []).filter((text) => text !== undefined);
}

/** The things of a pack by id; of two with one id the first. */
export function thingsById<T extends Named>(things: readonly T[]): ReadonlyMap<Id, T> {
  const byId = new Map<Id, T>();
  for (const thing of things) if (!byId.has(thing.id)) byId.set(thing.id, thing);
  return byId;
}

/** What a part of a pack says by criterion, of criteria that the pack has. */
export function byCriterion<T>(
  written: Readonly<Record<Id, T | null>> | undefined,
  criteria: ReadonlyMap<Id, Named>,
  reading: Reading,
): Readonly<Record<Id, T>> {
  const entries: [Id, T][] = [];
  for (const [id, value] of Object.entries(written ?? {})) {
    if (!criteria.has(id)) {
      reading.problems.error(() => unknownCriterion(placeOf(reading, id, "key"), id, [...criteria.values()]));
    } else if (value !== null) entries.push([id, value]);
  }
  return Object.fromEntries(entries);
}

export function reportUnknownLevel(
  level: Id | undefined,
  key: string,
  levels: ReadonlyMap<Id, Named>,
  reading: Reading,
): void {
  if (level === undefined || levels.has(level)) return;
  reading.problems.error(() => unknownLevel(placeOf(reading, key), level, [...levels.values()]));
}
