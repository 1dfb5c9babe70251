import { write } from "node:fs";
import { promisify } from "node:util";
import { inParts } from "./parts.ts";

/**
 * Writes a text while it is made: the system takes one part in a thread of its own, and the next is made meanwhile. Between
 * two parts a signal is heard. Rejects with what the system refuses, or what making the text throws; nothing is being
 * written any more then.
 */
export async function writeBehind(file: number, pieces: Iterable<string>): Promise<void> {
  let taking: Promise<void> = Promise.resolve();
  try {
    for (const part of inParts(pieces)) {
      await taking;
      taking = takeAll(file, part);
    }
  } finally {
    await taking;
  }
}

const take = promisify(write);

/** A disk that fills up may take a part and say so only the next time. */
async function takeAll(file: number, bytes: Uint8Array): Promise<void> {
  let taken = 0;
  while (taken < bytes.length) taken += (await take(file, bytes, taken)).bytesWritten;
}
