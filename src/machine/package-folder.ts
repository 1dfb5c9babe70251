import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SchemaName } from "../commands/machine.ts";
import type { Source } from "../documents/source.ts";
import { sourceOf } from "./text.ts";

/** What ships beside the program, found from where the program lies: the sources, a bundle or one of its chunks. */
export const packageFolder = nearestPackage(import.meta.dirname);

function nearestPackage(start: string): string {
  if (existsSync(join(start, "package.json"))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error("The program has no package.json beside it: install it again.");
  return nearestPackage(parent);
}

export function shippedVersion(): string {
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version; // our own file, which npm requires to have one
}

export function shippedPackIds(): readonly string[] {
  const packs = readdirSync(join(packageFolder, "criteria")).filter((name) => name.endsWith(".yaml"));
  return packs.map((name) => name.slice(0, -".yaml".length)).toSorted();
}

/** Undefined for an id that does not ship; it comes from somebody's file and might try to climb out of the folder. */
export function shippedPack(id: string): Source | undefined {
  if (!shippedPackIds().includes(id)) return undefined;
  const name = `${id}.yaml`;
  const read = sourceOf(name, readFileSync(join(packageFolder, "criteria", name)));
  if (!read.ok) throw new Error(`The criteria pack that ships as ${name} is not a text.`);
  return read.value;
}

export function shippedExample(): string {
  return readFileSync(join(packageFolder, "examples", "family-learning.yaml"), "utf8");
}

export function shippedSchema(name: SchemaName): string {
  return readFileSync(join(packageFolder, "schemas", `${name}.schema.json`), "utf8");
}
