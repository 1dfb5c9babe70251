import { harmless } from "../../render/clean.ts";
import { piecesOf } from "../../render/width.ts";
import type { Line } from "../../render/wrap.ts";
import type { NoteText } from "./note-text.ts";
import { flowed, heightOf, painted, type Surface, shown, widthOf } from "./surface.ts";

/** What is written about: a line or two above the text, and what ends it below. */
export interface NoteFrame {
  readonly message: string;
  readonly hint: string;
}

/** The window around the cursor. */
export interface NoteScreen {
  /** Down to the line of the cursor, which is whole. */
  readonly above: readonly string[];
  /** What of that line stands after the cursor. */
  readonly afterCursor: string;
  readonly below: readonly string[];
}

const MARGIN = "  ";
const LEAST_ROWS = 3;

/** A text of several lines while it is written, in lines that fit. */
export function noteScreen(frame: NoteFrame, state: NoteText, surface: Surface): NoteScreen {
  const width = widthOf(surface);
  const height = heightOf(surface);
  const header = flowed(
    { text: shown(frame.message), tone: "strong", width, atMost: Math.max(height - LEAST_ROWS - 2, 1) },
    surface,
  );
  const footer = [
    ...(state.message === undefined ? [] : flowed({ text: state.message, tone: "warning", width, atMost: 2 }, surface)),
    ...flowed({ text: frame.hint, tone: "quiet", width, atMost: 2 }, surface),
  ];
  const room = Math.max(height - header.length - footer.length, 1);
  const { rows, cursorRow, afterCursor } = textRows(state, width - MARGIN.length);
  const first = Math.max(Math.min(cursorRow - room + 1, rows.length - room), 0);
  const line = (text: string): Line => [{ text: `${MARGIN}${text}` }];
  return {
    above: painted([...header, ...rows.slice(first, cursorRow + 1).map(line)], surface),
    afterCursor,
    below: painted([...rows.slice(cursorRow + 1, first + room).map(line), ...footer], surface),
  };
}

interface Rows {
  readonly rows: readonly string[];
  readonly cursorRow: number;
  readonly afterCursor: string;
}

/** The text in rows; where a row ends says nothing about where a line does. */
function textRows({ text, at }: NoteText, width: number): Rows {
  const before = rowsOf(text.slice(0, at), width);
  const lineEnd = text.indexOf("\n", at);
  const rest = harmless(text.slice(at, lineEnd === -1 ? text.length : lineEnd));
  const cursorLine = [...piecesOf(`${before[before.length - 1]}${rest}`, width)];
  const [row = "", ...continued] = cursorLine;
  const after = lineEnd === -1 ? [] : rowsOf(text.slice(lineEnd + 1), width);
  const afterCursor = row.slice(before[before.length - 1].length);
  return {
    rows: [...before.slice(0, -1), row, ...continued, ...after],
    cursorRow: before.length - 1,
    afterCursor,
  };
}

function rowsOf(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => (line === "" ? [""] : [...piecesOf(harmless(line), width)]));
}
