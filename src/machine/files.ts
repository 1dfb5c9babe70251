import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Checked, Diagnostic } from "../documents/problems.ts";
import {
  deviceNotFile,
  fileTooLarge,
  folderNotFile,
  foreignPath,
  missingFile,
  missingFolder,
  silentPipe,
  unreadable,
} from "../documents/problems-in-files.ts";
import type { Source } from "../documents/source.ts";
import { hasForeignSeparators } from "./paths.ts";
import { systemCode } from "./system-error.ts";
import { looksBinary, refused, sourceOf } from "./text.ts";

/** A million candidates take about 170 MB of CSV; what is larger than this would not leave room to work. */
const LARGEST_MEGABYTES = 256;
const LARGEST = LARGEST_MEGABYTES * 1_000_000;
const PIPE_SECONDS = 3;

/** Which file it was, however it is named. On Windows, the numbers of two files can be the same but for the last digits of 64 bits. */
export interface FileIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/**
 * A file's text, or a sentence about what stands there instead. Nothing here waits for ever: a device is refused, a pipe
 * gets three seconds for its first byte. `onRead` learns which file it was.
 */
export async function readFile(path: string, onRead: (file: FileIdentity) => void): Promise<Checked<Source>> {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a pipe waits until somebody writes into it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  } catch (error) {
    return refused(notOpened(path, systemCode(error)));
  }
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return refused(folderNotFile(path, namesIn(path)));
    if (stats.isCharacterDevice() || stats.isBlockDevice()) return refused(deviceNotFile(path, "device"));
    if (stats.isFIFO()) return await gathered(path, pipeChunks(file), silentPipe(path, PIPE_SECONDS));
    if (stats.size > LARGEST) return refused(fileTooLarge(path, LARGEST_MEGABYTES));
    onRead(fstatSync(file, { bigint: true }));
    return sourceOf(path, readFileSync(file));
  } catch (error) {
    return refused(unreadable(path, systemCode(error)));
  } finally {
    closeSync(file);
  }
}

/** All that a stream gives, unless it is too much or plainly no text. `nothing` is what to say when not even its end came. */
export async function gathered(
  path: string,
  chunks: AsyncIterable<Buffer>,
  nothing?: Diagnostic,
): Promise<Checked<Source>> {
  const taken: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    taken.push(chunk);
    size += chunk.length;
    if (size > LARGEST) return refused(fileTooLarge(path, LARGEST_MEGABYTES));
    if (taken.length === 1 && looksBinary(chunk)) break;
  }
  return size === 0 && nothing !== undefined ? refused(nothing) : sourceOf(path, Buffer.concat(taken));
}

/**
 * Until somebody opens the other end, a pipe reads like one that has ended, and until they write, like one that fails
 * with EAGAIN. So its first byte is waited for, and only after that an end is an end.
 */
async function* pipeChunks(file: number): AsyncGenerator<Buffer> {
  const deadline = performance.now() + 1000 * PIPE_SECONDS;
  let begun = false;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const count = readNow(file, chunk);
    if (count > 0) {
      begun = true;
      yield chunk.subarray(0, count);
    } else if (begun && count === 0) {
      return;
    } else if (!begun && performance.now() > deadline) {
      return;
    } else {
      await delay(10);
    }
  }
}

/** How many bytes were there; −1 when the writer is still thinking. */
function readNow(file: number, into: Buffer): number {
  try {
    return readSync(file, into);
  } catch (error) {
    if (systemCode(error) === "EAGAIN") return -1;
    throw error;
  }
}

function notOpened(path: string, code: string | undefined): Diagnostic {
  if (code === "ENXIO") return deviceNotFile(path, "socket");
  if (code !== "ENOENT") return unreadable(path, code);
  if (hasForeignSeparators(path)) return foreignPath(path);
  const folder = dirname(path);
  if (statOf(folder) === undefined) return missingFolder(path, folder);
  return missingFile(path, basename(path), namesIn(folder));
}

export function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** The names in a folder that can be listed, in an order that does not depend on the disk. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
