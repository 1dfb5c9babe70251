import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import type { Source } from "../documents/source.ts";
import { pathAtHome } from "./paths.ts";
import { sourceOf } from "./text.ts";

/**
 * The text of a regular file of at most so many bytes, undefined for whatever else stands there: nothing is waited for, no
 * pipe is emptied, no device is woken.
 */
export function glanceAt(path: string, atMost: number): Source | undefined {
  let file: number | undefined;
  try {
    file = openSync(
      pathAtHome(path, homedir()),
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0),
    );
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > atMost) return undefined;
    const read = sourceOf(path, readFileSync(file));
    return read.ok ? read.value : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
