import { barLine } from "./bar.ts";
import { harmless, inAscii } from "./clean.ts";
import type { Cell, Column } from "./page.ts";
import { cutEnd, displayWidth } from "./width.ts";
import { type Line, wrapped } from "./wrap.ts";

/** How the cells of one table are drawn. */
export interface CellStyle {
  readonly ascii: boolean;
  readonly barWidth: number;
}

/** A name is cut where it would fill more lines; every other format has all of it. */
const LINES_AT_MOST = 200;

/** The heading of a column: over bars, what their ends mean. */
export function titleText({ title, ends }: Column, { ascii, barWidth }: CellStyle): string {
  if (ends === undefined) return asText(title, ascii);
  const [low, high] = ends;
  return `${low}${" ".repeat(Math.max(barWidth - low.length - high.length, 1))}${high}`;
}

/** What is drawn instead of the text, and between what; undefined where there is nothing to draw. */
export function barOf({ bar }: Cell, { ends }: Column) {
  return bar === undefined || ends === undefined ? undefined : { bar, ends };
}

/** Columns that a cell needs in one line. */
export function cellWidth(cell: Cell, column: Column, { ascii, barWidth }: CellStyle): number {
  return barOf(cell, column) ? barWidth : displayWidth(asText(cell.text, ascii));
}

/** A cell in lines of at most so many columns. */
export function cellLines(cell: Cell, column: Column, style: CellStyle, width: number): readonly Line[] {
  const { ascii, barWidth } = style;
  const drawn = barOf(cell, column);
  if (drawn !== undefined) {
    return [barLine(drawn.bar, barWidth).map((span) => ({ ...span, text: asText(span.text, ascii) }))];
  }
  const whole = asText(cell.text, ascii);
  const toned = (text: string) => [cell.tone === undefined ? { text } : { text, tone: cell.tone }];
  if (width === Number.POSITIVE_INFINITY || displayWidth(whole) <= width) return [toned(whole)];
  return wrapped(toned(cutEnd(whole, width * LINES_AT_MOST, ascii ? "..." : "…")), width);
}

/** What a reader sees of a text of one line. */
export function asText(text: string, ascii: boolean): string {
  return ascii ? inAscii(harmless(text)) : harmless(text);
}
