import { harmless, inAscii } from "../../render/clean.ts";
import type { Span, Tone } from "../../render/page.ts";
import { cutEnd } from "../../render/width.ts";
import { type Line, linePainter, lineWidth, wrapped } from "../../render/wrap.ts";
import { inOneLine } from "./strokes.ts";

/** What a screen is drawn on. */
export interface Surface {
  readonly columns: number;
  readonly rows: number;
  /** False: what the program itself draws is ASCII. */
  readonly unicode: boolean;
  /** Colours a piece; the identity without colour. */
  readonly paint: (tone: Tone, text: string) => string;
}

const NARROWEST = 8;

/** Columns to write in: the last one stays empty, because some terminals begin a new line when it is filled. */
export function widthOf({ columns }: Pick<Surface, "columns">): number {
  return Math.max(columns - 1, NARROWEST);
}

/** Lines to write in: with all of them filled, the first would leave the window when the cursor goes on. */
export function heightOf({ rows }: Pick<Surface, "rows">): number {
  return Math.max(rows - 1, 1);
}

/** Somebody's text as one harmless line. */
export function shown(text: string): string {
  return harmless(inOneLine(text));
}

/** The same for a screen that is laid out anew on every key: no window shows more of it. */
export function shownInPart(text: string): string {
  return text.length <= MOST ? shown(text) : `${shown(text.slice(0, MOST))} ...`;
}

const MOST = 2000;

/** What the program itself writes, in the characters that the terminal has. */
export function drawn(text: string, { unicode }: Pick<Surface, "unicode">): string {
  return unicode ? text : inAscii(text.replaceAll("❯", ">").replaceAll("░", "-"));
}

export interface Flow {
  /** Harmless already. */
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly width: number;
  /** Before the first line; later ones begin under the text. */
  readonly lead?: Line;
  readonly atMost?: number | undefined;
}

/** A text in lines that fit. Where there may be no more of them, the last says that something was left out. */
export function flowed(
  { text, tone, width, lead = [], atMost }: Flow,
  surface: Pick<Surface, "unicode">,
): readonly Line[] {
  const indent = lineWidth(lead);
  // Where the lead would take most of the line, what follows goes below it without an indent.
  if (2 * indent > width) return wrapped([...lead, span(text, tone)], width).slice(0, atMost);
  const lines = wrapped([span(text, tone)], width - indent);
  const kept =
    atMost === undefined || lines.length <= atMost ? lines : cutAfter(lines, atMost, width - indent, surface);
  return kept.map((line, at) => (at === 0 ? [...lead, ...line] : [{ text: " ".repeat(indent) }, ...line]));
}

function cutAfter(
  lines: readonly Line[],
  count: number,
  width: number,
  surface: Pick<Surface, "unicode">,
): readonly Line[] {
  if (count <= 0) return [];
  const sign = drawn("…", surface);
  const [first] = lines[count - 1];
  const cut = cutEnd(first.text, Math.max(width - sign.length, 0), "").trimEnd();
  return [...lines.slice(0, count - 1), [{ ...first, text: `${cut}${sign}` }]];
}

/** Short pieces beside each other; a line that is full goes on below, and none is broken inside a piece that fits. */
export function joined(pieces: readonly string[], gap: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)}${gap}${piece}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(piece.slice(0, width));
  }
  return lines;
}

/** Before what is drawn: an empty line between it and what was said above, where the window has room for one more. */
export function lineAbove(count: number, surface: Surface): readonly string[] {
  return count < heightOf(surface) ? [""] : [];
}

export function span(text: string, tone?: Tone): Span {
  return tone === undefined ? { text } : { text, tone };
}

export function painted(lines: readonly Line[], surface: Surface): readonly string[] {
  return lines.map(linePainter(surface));
}
