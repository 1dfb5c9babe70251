import {
  insertion,
  type LaidEntry,
  type LaidMap,
  leadingSpace,
  lineBreakNear,
  lineEnd,
  lineStart,
  nextLine,
  opensLine,
  type Splice,
  type Stretch,
} from "./layout.ts";

/** Puts a value where the entry of a map has one, or where it would be. */
export function replaceValue(text: string, map: LaidMap, entry: LaidEntry, value: string): Splice[] {
  const indentation = `${leadingSpace(text, entry.start)}${map.style === "flow" ? "  " : ""}`;
  if (entry.colonEnd === undefined) {
    // An explicit key, `? mark`, has its colon on the next line.
    const apart = map.style === "flow" ? "" : `${lineBreakNear(text, entry.end)}${indentation}`;
    return [insertion(map.style === "flow" ? entry.end : lineEnd(text, entry.end), `${apart}: ${value}`)];
  }
  if (entry.value === undefined) return [insertion(entry.colonEnd, ` ${value}`)];
  const { value: old } = entry;
  const isBelow = old.kind !== "scalar" && text.slice(entry.colonEnd, old.start).includes("\n");
  if (!isBelow)
    return [{ start: old.start, end: old.end, text: `${value}${keptComments(text, old, entry, indentation)}` }];
  // What was indented below its key comes up beside it; comments beside the key and below stay where they are.
  const below = { start: lineEnd(text, entry.colonEnd), end: old.end };
  const rest = text.slice(below.end, lineEnd(text, below.end));
  const kept = keptComments(text, below, entry, indentation);
  const line = kept === "" && rest.trim() !== "" ? `${lineBreakNear(text, below.end)}${indentation}` : kept;
  const end = kept === "" ? below.end + rest.length - rest.trimStart().length : below.end;
  return [insertion(entry.colonEnd, ` ${value}`), { start: below.start, end, text: line }];
}

/** Puts another key and value where an entry is. */
export function replaceEntry(text: string, map: LaidMap, entry: LaidEntry, pair: string): Splice[] {
  const indentation = `${leadingSpace(text, entry.start)}${map.style === "flow" ? "  " : ""}`;
  const { start, end } = entry;
  return [{ start, end, text: `${pair}${keptComments(text, entry, entry, indentation)}` }];
}

/**
 * The comments in a stretch of an entry that goes, each on a line of its own, for none that a person wrote is ever lost; empty
 * where there is none.
 */
export function keptComments(
  text: string,
  gone: Stretch,
  { comments }: Pick<LaidEntry, "comments">,
  indentation: string,
): string {
  const inside = comments.filter(({ start, end }) => start >= gone.start && end <= gone.end);
  if (inside.length === 0) return "";
  const lineBreak = lineBreakNear(text, gone.start);
  const lines = inside.map(({ start, end }) => {
    const space = opensLine(text, start) ? leadingSpace(text, start) : indentation;
    return `${lineBreak}${space}${text.slice(start, end)}`;
  });
  const isFollowed = /\S/.test(text.slice(gone.end, lineEnd(text, gone.end)));
  return `${lines.join("")}${isFollowed ? `${lineBreak}${indentation}` : ""}`;
}

/** Takes a stretch out and leaves its comments; a line on which nothing else is goes with it. */
export function takenOut(text: string, gone: Stretch, kept: string): Splice {
  const { start, end } = gone;
  if (!opensLine(text, start)) return { start, end, text: kept };
  const rest = text.slice(end, lineEnd(text, end));
  const space = rest.length - rest.trimStart().length;
  if (kept === "" && space === rest.length) {
    return { start: lineStart(text, start), end: nextLine(text, end), text: "" };
  }
  // What is left takes the place of what goes: further in, it could run on the block of text above.
  return { start, end: kept === "" ? end + space : end, text: kept.trimStart() };
}
