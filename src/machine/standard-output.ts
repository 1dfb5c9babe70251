import type { Written } from "../commands/machine.ts";
import { notWritten } from "../documents/problems-in-files.ts";
import { inParts } from "./parts.ts";
import { systemCode } from "./system-error.ts";

/** Part after part, each when the one before has been taken, so that a slow reader does not fill our memory. */
export async function writeOut(stream: NodeJS.WriteStream, pieces: Iterable<string>): Promise<Written> {
  try {
    for (const part of inParts(pieces)) await taken(stream, part);
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
