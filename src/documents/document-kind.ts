import type { Problems } from "./problems.ts";
import { newerFormat, packForDecision } from "./problems-in-decisions.ts";
import { decisionForPack } from "./problems-in-packs.ts";
import type { Place } from "./source.ts";
import type { Tree } from "./tree.ts";

/** A pack has its questions under `criteria`, or takes them from another; a decision only names a pack there. */
export function isCriteriaPack({ value }: Tree): boolean {
  return typeof entry(value, "criteria") === "object" || entry(value, "extends") !== undefined;
}

/** A decision has its candidates; a file that is neither may still be meant as one. */
export function isDecision({ value }: Tree): boolean {
  return entry(value, "candidates") !== undefined;
}

/** How many candidates a decision lists. */
export function candidateCount({ value }: Tree): number {
  const candidates = entry(value, "candidates");
  return Array.isArray(candidates) ? candidates.length : 0;
}

/** The formats of both documents that this program knows. */
const NEWEST_FORMAT = 1;

/** Whether a tree may be read as a decision: not a pack, and not written for a later program. */
export function mayBeDecision(tree: Tree, problems: Problems): boolean {
  if (!isCriteriaPack(tree)) return isKnownFormat(tree, problems);
  problems.error(() => packForDecision(tree.placeOf(["criteria"], "key")));
  return false;
}

/** Whether a tree may be read as a pack: not a decision, and not written for a later program. */
export function mayBePack(tree: Tree, namedAt: (() => Place) | undefined, problems: Problems): boolean {
  if (isCriteriaPack(tree) || !isDecision(tree)) return isKnownFormat(tree, problems);
  problems.error(() => decisionForPack(tree.source.path, namedAt?.()));
  return false;
}

/** A later format may have other keys, so nothing else of such a file is looked at. */
function isKnownFormat(tree: Tree, problems: Problems): boolean {
  const format = entry(tree.value, "format");
  if (typeof format !== "number" || format <= NEWEST_FORMAT) return true;
  problems.error(() => newerFormat(tree.placeOf(["format"], "value"), format, NEWEST_FORMAT));
  return false;
}

/** What a file says under a key that takes a text; undefined when it says nothing there, or something else. */
export function textAt(tree: Tree, key: string): string | undefined {
  const value = entry(tree.value, key);
  const text = typeof value === "number" ? tree.textOf([key]) : value;
  return typeof text !== "string" || text.trim() === "" ? undefined : text.trim();
}

/** What a map has under a key; undefined for nothing, as where it is written and empty. */
function entry(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
