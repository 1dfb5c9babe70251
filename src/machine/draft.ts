import { closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, type Stats, writeSync } from "node:fs";
import { remove } from "./temporary-file.ts";
import { writeBehind } from "./write-behind.ts";

/**
 * A new file with this text, flushed to disk, and with the permissions of the one whose place it is to take. Throws what
 * the system refuses, and then nothing is left of it.
 */
export function writeDraft(draft: string, old: Stats | undefined, text: string): void {
  const file = openDraft(draft, old);
  try {
    try {
      writeAll(file, Buffer.from(text));
      finish(file, old);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    remove(draft);
    throw error;
  }
}

/** The same of a text that is written while it is made. */
export async function writeDraftBehind(draft: string, old: Stats | undefined, pieces: Iterable<string>): Promise<void> {
  const file = openDraft(draft, old);
  try {
    try {
      await writeBehind(file, pieces);
      finish(file, old);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    remove(draft);
    throw error;
  }
}

function openDraft(draft: string, old: Stats | undefined): number {
  // "wx": never through a link that somebody put there. Until the end, nobody may read more than of the old file.
  return openSync(draft, "wx", old === undefined ? 0o666 : 0o600);
}

function finish(file: number, old: Stats | undefined): void {
  if (old !== undefined) keepPermissions(file, old);
  fsyncSync(file);
}

/** A disk that fills up may take a part and say so only the next time. */
function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function keepPermissions(file: number, old: Stats): void {
  const { uid, gid } = fstatSync(file);
  // Only an administrator can give a file away, but its group can often be kept.
  const isOther = uid !== old.uid || gid !== old.gid;
  if (isOther && !isGiven(file, old.uid, old.gid)) isGiven(file, uid, old.gid);
  fchmodSync(file, old.mode & 0o7777);
}

function isGiven(file: number, uid: number, gid: number): boolean {
  try {
    fchownSync(file, uid, gid);
    return true;
  } catch {
    return false;
  }
}
