import {
  insertion,
  type LaidEntry,
  type LaidMap,
  leadingSpace,
  lineBreakNear,
  lineStart,
  nextLine,
  opensLine,
  type Splice,
} from "./layout.ts";
import { keptComments, takenOut } from "./value-patch.ts";

/** The white space that sets the entries of an indented map apart. */
export function indentationOf(text: string, map: LaidMap): string {
  const alone = map.entries.find((entry) => opensLine(text, entry.start));
  if (alone !== undefined) return leadingSpace(text, alone.start);
  return " ".repeat(map.start - lineStart(text, map.start));
}

/** Puts a line after the last entry of an indented map; comments that follow keep following. */
export function addToBlock(text: string, map: LaidMap, pair: string): Splice[] {
  const last = map.entries[map.entries.length - 1];
  return lineAfter(text, last, `${indentationOf(text, map)}${pair}`);
}

/** Puts a line before the first entry of an indented map. */
export function prependToBlock(text: string, map: LaidMap, pair: string): Splice[] {
  const { start } = map.entries[0];
  return [insertion(start, `${pair}${lineBreakNear(text, start)}${indentationOf(text, map)}`)];
}

/** Takes an entry out of an indented map that has others; a line that only it stood on goes too. */
export function removeFromBlock(text: string, entry: LaidEntry): Splice[] {
  return [takenOut(text, entry, keptComments(text, entry, entry, leadingSpace(text, entry.start)))];
}

/** Puts a line after the one on which an entry ends, whether or not the text ends with a line break. */
export function lineAfter(text: string, entry: LaidEntry, line: string): Splice[] {
  const at = nextLine(text, entry.end);
  const lineBreak = lineBreakNear(text, at);
  const isOpen = at === text.length && !text.endsWith("\n");
  return [insertion(at, isOpen ? `${lineBreak}${line}` : `${line}${lineBreak}`)];
}
