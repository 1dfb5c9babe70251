import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine } from "../commands/machine.ts";
import { checksum } from "./checksum.ts";
import { packageFolder, shippedPack, shippedPackIds } from "./package-folder.ts";

type PreparedPack = Awaited<ReturnType<NonNullable<Machine["preparedPack"]>>>;

/** What the build writes for a pack that ships: reading and checking its text again takes longer than all else together. */
interface Prepared {
  /** Checksums by pack, of all the texts that it was made from. */
  readonly madeFrom: Readonly<Record<string, number>>;
  /** Another pack that ships, of which this one has everything that it does not have itself. */
  readonly base?: string;
  readonly pack: NonNullable<PreparedPack>;
}

/** Undefined before a build, and where somebody has edited the pack since. */
export function preparedPack(id: string): PreparedPack {
  if (!shippedPackIds().includes(id)) return undefined;
  const path = join(packageFolder, "dist", "packs", `${id}.json`);
  if (!existsSync(path)) return undefined;
  const { madeFrom, base, pack } = JSON.parse(readFileSync(path, "utf8")) as Prepared; // our own file, written by scripts/build.js
  const isAsItWas = ([from, sum]: [string, number]) => checksum(shippedPack(from)?.text ?? "") === sum;
  if (!Object.entries(madeFrom).every(isAsItWas)) return undefined;
  if (base === undefined) return pack;
  const basePack = preparedPack(base);
  return basePack && { ...basePack, ...pack };
}
