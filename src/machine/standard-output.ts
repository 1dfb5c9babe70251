import type { Written } from "../commands/machine.ts";
import { notWritten } from "../documents/problems-in-files.ts";
import { inPieces } from "./pieces.ts";
import { systemCode } from "./system-error.ts";

/** Piece after piece, each when the one before has been taken, so that a slow reader does not fill our memory. */
export async function writeOut(stream: NodeJS.WriteStream, pieces: Iterable<string>): Promise<Written> {
  const room = Buffer.allocUnsafeSlow(ROOM);
  try {
    for (const piece of inPieces(pieces)) await taken(stream, inBytes(piece, room));
    return { ok: true };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // Whoever read from it has had enough, as `head` has.
    return code === "EPIPE" ? { ok: true } : { ok: false, problem: notWritten("-", code) };
  }
}

const ROOM = 262_144;
/** Of UTF-8, for a unit of a text. */
const MOST_BYTES = 3;

/** In the same memory as the piece before, which has been taken: gigabytes of new buffers would grow faster than they go. */
function inBytes(piece: string, room: Buffer): string | Uint8Array {
  return MOST_BYTES * piece.length > room.length ? piece : room.subarray(0, room.write(piece, "utf8"));
}

function taken(stream: NodeJS.WriteStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
