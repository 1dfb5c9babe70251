const LARGE = 65_536;

/** The same text in pieces worth a system call each: a format gives a line at a time, or a cell. */
export function* inPieces(pieces: Iterable<string>): Generator<string> {
  let gathered = "";
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < LARGE) continue;
    yield gathered;
    gathered = "";
  }
  if (gathered !== "") yield gathered;
}
