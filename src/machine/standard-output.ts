import type { Written } from "../commands/machine.ts";
import { notWritten } from "../documents/problems-in-files.ts";
import { inPieces } from "./pieces.ts";
import { systemCode } from "./system-error.ts";

/** Piece after piece, each when the one before has been taken, so that a slow reader does not fill our memory. */
export async function writeOut(stream: NodeJS.WriteStream, pieces: Iterable<string>): Promise<Written> {
  try {
    for (const piece of inPieces(pieces)) await taken(stream, piece);
    return { ok: true };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // Whoever read from it has had enough, as `head` has.
    return code === "EPIPE" ? { ok: true } : { ok: false, problem: notWritten("-", code) };
  }
}

function taken(stream: NodeJS.WriteStream, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
