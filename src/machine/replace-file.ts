import { accessSync, constants, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Written } from "../commands/machine.ts";
import type { Diagnostic } from "../documents/problems.ts";
import {
  closedFolder,
  deviceNotFile,
  folderNotFile,
  heldFile,
  missingFolder,
  notWritten,
  othersWrite,
  readOnlyFile,
  writtenOverInput,
} from "../documents/problems-in-files.ts";
import { type FileIdentity, statOf } from "./files.ts";
import { MOVING } from "./moving.ts";
import { replaceWithResult } from "./replace-whole.ts";
import { systemCode } from "./system-error.ts";
import { writeInto } from "./write-into.ts";

/**
 * The file is the old one or the new one, whole, whatever happens: see {@link replaceWithResult}. Permissions and symbolic
 * links are kept. A device or a pipe is written into instead.
 *
 * No package does this for us: write-file-atomic takes the first short write of a filling disk for the whole text and
 * then renames it, flushes the file but not the folder, and replaces a dangling link and a read-only file.
 */
export async function replaceFile(
  path: string,
  pieces: Iterable<string>,
  wasRead: (file: FileIdentity) => boolean,
  moving = MOVING,
): Promise<Written> {
  try {
    const target = behindLinks(path);
    const old = statOf(target);
    if (old?.isSocket()) return failed(deviceNotFile(path, "socket"));
    if (old && !old.isFile() && !old.isDirectory()) return await writeInto(path, target, pieces);
    const obstacle = obstacleTo(path, target, old, wasRead);
    if (obstacle !== undefined) return failed(obstacle);
    const outcome = await replaceWithResult(target, old, pieces, moving);
    if (outcome === "replaced") return { ok: true };
    return failed(outcome === "held" ? heldFile(path) : othersWrite(path));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return failed(notWritten(path, code));
  }
}

const MOST_LINKS = 40;

/** Where the text really goes: a link stays a link, even one that points to nothing yet. */
export function behindLinks(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (found === undefined) return target;
    if (!found.isSymbolicLink()) return realpathSync(target);
    target = resolve(dirname(target), readlinkSync(target));
  }
  return realpathSync(target); // says ELOOP
}

/** Why a file cannot be replaced, as far as that can be told before it is tried. */
export function obstacleTo(
  path: string,
  target: string,
  old: Stats | undefined,
  wasRead: (file: FileIdentity) => boolean,
): Diagnostic | undefined {
  const folder = dirname(target);
  if (old?.isDirectory()) return folderNotFile(path, []);
  if (/[/\\]$/.test(path) || statOf(folder) === undefined) return missingFolder(path, folderNamed(path));
  if (old && wasRead(statSync(target, { bigint: true }))) return writtenOverInput(path);
  // Whoever took away every permission to write meant it, even where the system lets an administrator write.
  if (old && ((old.mode & 0o222) === 0 || !writable(target))) return readOnlyFile(path);
  if (!writable(folder)) return closedFolder(path, folderNamed(path));
  return undefined;
}

function folderNamed(path: string): string {
  return /[/\\]$/.test(path) ? path : dirname(path);
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (systemCode(error) === "EACCES" || systemCode(error) === "EPERM") return false;
    throw error;
  }
}

function failed(problem: Diagnostic): Written {
  return { ok: false, problem };
}
