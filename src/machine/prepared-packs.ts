import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine } from "../commands/machine.ts";
import { packageFolder, shippedPack, shippedPackIds } from "./package-folder.ts";

type PreparedPack = Awaited<ReturnType<NonNullable<Machine["preparedPack"]>>>;

/** What the build writes for a pack that ships: reading and checking its text again takes longer than all else together. */
interface Prepared {
  /** By pack, of all the texts that it was made from. */
  readonly madeFrom: Readonly<Record<string, string>>;
  readonly pack: PreparedPack;
}

/** Undefined before a build, and where somebody has edited the pack since. */
export function preparedPack(id: string): PreparedPack {
  if (!shippedPackIds().includes(id)) return undefined;
  const path = join(packageFolder, "dist", "packs", `${id}.json`);
  if (!existsSync(path)) return undefined;
  const { madeFrom, pack } = JSON.parse(readFileSync(path, "utf8")) as Prepared; // our own file, written by scripts/build.js
  return Object.entries(madeFrom).every(([from, text]) => shippedPack(from)?.text === text) ? pack : undefined;
}
