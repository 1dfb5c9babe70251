import { setImmediate as breathe } from "node:timers/promises";
import type { Written } from "../commands/machine.ts";
import { notWritten } from "../documents/problems-in-files.ts";
import { inParts } from "./parts.ts";
import { systemCode } from "./system-error.ts";

/**
 * Part after part, each when the one before has been taken, so that a slow reader does not fill our memory. A file takes
 * each at once, so a signal is heard only where we give way to it.
 */
export async function writeOut(stream: NodeJS.WriteStream, pieces: Iterable<string>): Promise<Written> {
  try {
    let isFirst = true;
    for (const part of inParts(pieces)) {
      if (!isFirst) await breathe();
      await taken(stream, part);
      isFirst = false;
    }
    return { ok: true };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // Whoever read from it has had enough, as `head` has.
    return code === "EPIPE" ? { ok: true } : { ok: false, problem: notWritten("-", code) };
  }
}

function taken(stream: NodeJS.WriteStream, part: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(part, (error) => (error ? reject(error) : resolve()));
  });
}
