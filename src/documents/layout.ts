import { textStart } from "./places.ts";
import type { Path, PathKey } from "./tree.ts";

/**
 * Where the things of a text stand, for writing into it. A tree says what a text means; a layout says which characters
 * mean it. Offsets count as strings do, in UTF-16 units.
 */
export type Laid = LaidMap | LaidList | LaidScalar;

export interface Stretch {
  readonly start: number;
  /** After the last character that belongs to it; a line break at the end never does. */
  readonly end: number;
}

export interface LaidMap extends Stretch {
  readonly kind: "map";
  /** `flow` has braces, `block` has indentation. */
  readonly style: "flow" | "block";
  readonly entries: readonly LaidEntry[];
}

/** A key and its value, from the first character of the key to the last of the value. */
export interface LaidEntry extends Stretch {
  readonly key: string;
  readonly keyStretch: Stretch;
  /** After the colon; absent where a key stands alone. */
  readonly colonEnd?: number;
  /** Absent where nothing is written, which means null. */
  readonly value?: Laid;
  /** After the comma that follows; absent where none does, and in blocks. */
  readonly commaEnd?: number;
  /** The comments between `start` and `end`. */
  readonly comments: readonly Stretch[];
}

interface LaidList extends Stretch {
  readonly kind: "list";
  readonly items: readonly (Laid | undefined)[];
}

interface LaidScalar extends Stretch {
  readonly kind: "scalar";
}

/** A change of a text: these characters out, that text in. */
export interface Splice extends Stretch {
  readonly text: string;
}

/** The text with non-overlapping changes made; all else stays as it is. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = "";
  let done = 0;
  for (const splice of [...splices].sort((one, other) => one.start - other.start)) {
    result += text.slice(done, splice.start) + splice.text;
    done = splice.end;
  }
  return result + text.slice(done);
}

export function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

/** What stands at a path; undefined where nothing does. */
export function laidAt(root: Laid | undefined, path: Path): Laid | undefined {
  return path.reduce<Laid | undefined>((laid, key) => childOf(laid, key), root);
}

export function entryAt(map: LaidMap, key: string): LaidEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

function childOf(laid: Laid | undefined, key: PathKey): Laid | undefined {
  if (laid?.kind === "map" && typeof key === "string") return entryAt(laid, key)?.value;
  if (laid?.kind === "list" && typeof key === "number") return laid.items[key];
  return undefined;
}

// ---- lines ----

/** Where the line of an offset starts; a byte order mark is not part of it. */
export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return Math.max(start, textStart(text));
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  if (feed === -1) return text.length;
  return feed > offset && text[feed - 1] === "\r" ? feed - 1 : feed;
}

/** Where the line after that of an offset starts, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed === -1 ? text.length : feed + 1;
}

/** The white space at the start of an offset's line. */
export function leadingSpace(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  return text.slice(start, end);
}

/** Whether only white space stands before an offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  return lineStart(text, offset) + leadingSpace(text, offset).length >= offset;
}

/** The line break used just before an offset, else the first in the text, else a line feed. */
export function lineBreakNear(text: string, offset: number): string {
  const before = offset === 0 ? -1 : text.lastIndexOf("\n", offset - 1);
  const feed = before === -1 ? text.indexOf("\n") : before;
  return feed > 0 && text[feed - 1] === "\r" ? "\r\n" : "\n";
}
