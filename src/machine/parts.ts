const ROOM = 262_144;
/** Of UTF-8, for a unit of a text. */
const MOST_BYTES = 3;

/**
 * A text as bytes, in parts worth a system call each. There are two rooms in turns: a part is good until the one after the
 * next is asked for, so one may be written while the next is made, and gigabytes need no new memory.
 */
export function* inParts(pieces: Iterable<string>): Generator<Uint8Array> {
  let room = Buffer.allocUnsafeSlow(ROOM);
  let other = Buffer.allocUnsafeSlow(ROOM);
  let used = 0;
  for (const piece of gathered(pieces)) {
    const needed = MOST_BYTES * piece.length;
    if (used > 0 && needed > ROOM - used) {
      yield room.subarray(0, used);
      [room, other] = [other, room];
      used = 0;
    }
    if (needed > ROOM) yield Buffer.from(piece);
    else used += room.write(piece, used);
  }
  if (used > 0) yield room.subarray(0, used);
}

/** What is shorter is gathered first: a format gives a line at a time, or a cell. */
const LONG = 1_024;

function* gathered(pieces: Iterable<string>): Generator<string> {
  let short = "";
  for (const piece of pieces) {
    short += piece;
    if (short.length < LONG) continue;
    yield short;
    short = "";
  }
  if (short !== "") yield short;
}
