import { barLine, stretchLine } from "./bar.ts";
import { harmless, inAscii } from "./clean.ts";
import type { Cell, Column } from "./page.ts";
import { cutEnd, displayWidth } from "./width.ts";
import { type Line, wrapped } from "./wrap.ts";

/** How the cells of one table are drawn. */
export interface CellStyle {
  readonly ascii: boolean;
  /** Columns of a picture, where its own column says nothing. */
  readonly pictureWidth: number;
}

/** A name is cut where it would fill more lines; every other format has all of it. */
const LINES_AT_MOST = 200;

/** The heading of a column: over pictures, what their ends mean. */
export function titleText(column: Column, style: CellStyle): string {
  if (column.ends === undefined) return asText(column.title, style.ascii);
  const [low, high] = column.ends;
  return `${low}${" ".repeat(Math.max(widthOfPictures(column, style) - low.length - high.length, 1))}${high}`;
}

/** The same in lines of at most so many columns. */
export function titleLines(column: Column, style: CellStyle, width: number): readonly Line[] {
  const title = [{ text: titleText(column, style), tone: "strong" }] as const;
  return displayWidth(title[0].text) <= width ? [title] : wrapped(title, width);
}

function widthOfPictures({ pictureWidth }: Column, style: CellStyle): number {
  return pictureWidth ?? style.pictureWidth;
}

/** What is drawn instead of the text, and between what; undefined where there is nothing to draw. */
export function pictureOf({ bar, stretches }: Cell, column: Column, style: CellStyle) {
  const { ends } = column;
  if (ends === undefined) return undefined;
  const width = widthOfPictures(column, style);
  const drawn = bar ? barLine(bar, width) : stretches && stretchLine(stretches, width);
  return drawn && { ends, line: drawn.map((span) => ({ ...span, text: asText(span.text, style.ascii) })) };
}

/** Columns that a cell needs in one line. */
export function cellWidth(cell: Cell, column: Column, style: CellStyle): number {
  const isPicture = column.ends !== undefined && (cell.bar ?? cell.stretches) !== undefined;
  return isPicture ? widthOfPictures(column, style) : displayWidth(asText(cell.text, style.ascii));
}

/** A cell in lines of at most so many columns. */
export function cellLines(cell: Cell, column: Column, style: CellStyle, width: number): readonly Line[] {
  const { ascii } = style;
  const picture = pictureOf(cell, column, style);
  if (picture !== undefined) return [picture.line];
  const whole = asText(cell.text, ascii);
  const toned = (text: string) => [cell.tone === undefined ? { text } : { text, tone: cell.tone }];
  if (width === Number.POSITIVE_INFINITY || displayWidth(whole) <= width) return [toned(whole)];
  return wrapped(toned(cutEnd(whole, width * LINES_AT_MOST, ascii ? "..." : "…")), width);
}

/** What a reader sees of a text of one line. */
export function asText(text: string, ascii: boolean): string {
  return ascii ? inAscii(harmless(text)) : harmless(text);
}
