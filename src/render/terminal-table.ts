import Table from "cli-table3";
import { cardLines } from "./cards.ts";
import { fittingWidths, GAP } from "./column-widths.ts";
import type { Setting } from "./formats.ts";
import type { Block, Cell, Column } from "./page.ts";
import { type CellStyle, cellLines, cellWidth, titleLines, titleText } from "./table-cells.ts";
import { displayWidth } from "./width.ts";
import { type Line, linePainter, lineWidth } from "./wrap.ts";

export type TableBlock = Extract<Block, { readonly kind: "table" }>;

/** From this width on, spare columns are shown and bars are longer. */
const ROOMY = 120;
/** Where no width is known, padding stays below so many characters a column; longer texts push the rest of their row. */
const PADDING_AT_MOST = 10_000_000;

/** From this width on, a row without its picture says more than a card with it. */
const ROW_OF_NUMBERS = 60;

/**
 * A table without borders: headings, then a row each, a long text of a flexible column going on below. Where the columns
 * do not fit, pictures are left out; where that is not enough or hardly leaves a row, each row becomes a card. Lines never
 * end in a space.
 */
export function tableLines({ columns, rows }: TableBlock, width: number, setting: Setting): Iterable<string> {
  const roomy = width >= ROOMY && width < Number.POSITIVE_INFINITY;
  const style: CellStyle = { ascii: setting.ascii, pictureWidth: roomy ? 20 : 10 };
  const shownAt = (places: readonly number[]): ShownTable => ({
    columns: places.map((place) => columns[place]),
    rows: { [Symbol.iterator]: () => shownCells(rows, places) },
    style,
    setting,
  });
  const places = [...columns.keys()].filter((place) => roomy || !columns[place].spare);
  const shown = shownAt(places);
  const needed = neededWidths(shown, width);
  const widths = fittingWidths(shown.columns, needed, width);
  if (widths !== undefined) return rowLines(shown, widths, width);
  if (width < ROW_OF_NUMBERS) return cardLines(shown, width);

  const numbers = shownAt(places.filter((place) => columns[place].ends === undefined));
  const neededByNumbers = needed.filter((_, at) => columns[places[at]].ends === undefined);
  const narrower = fittingWidths(numbers.columns, neededByNumbers, width);
  return narrower === undefined ? cardLines(shown, width) : rowLines(numbers, narrower, width);
}

export interface ShownTable {
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]>;
  readonly style: CellStyle;
  readonly setting: Setting;
}

function* shownCells(rows: Iterable<readonly Cell[]>, places: readonly number[]): Generator<readonly Cell[]> {
  for (const row of rows) yield places.map((place) => row[place]);
}

function neededWidths({ columns, rows, style }: ShownTable, available: number): readonly number[] {
  const widths = columns.map((column) => displayWidth(titleText(column, style)));
  let count = 0;
  for (const row of rows) {
    count += 1;
    for (const [place, cell] of row.entries()) {
      widths[place] = Math.max(widths[place], cellWidth(cell, columns[place], style));
    }
  }
  if (available < Number.POSITIVE_INFINITY) return widths;
  return widths.map((width) => Math.min(width, Math.ceil(PADDING_AT_MOST / (count + 1))));
}

function* rowLines(
  { columns, rows, style, setting }: ShownTable,
  widths: readonly number[],
  available: number,
): Generator<string> {
  const paint = linePainter(setting);
  const between = frameOf(columns.length);
  const pour = (cells: readonly Line[]): string =>
    between
      .map((space, place) => `${space}${place < cells.length ? padded(cells[place], place) : ""}`)
      .join("")
      .trimEnd();
  const padded = (line: Line, place: number): string => {
    const padding = " ".repeat(Math.max(widths[place] - lineWidth(line), 0));
    const text = `${paint(line)}${setting.ascii ? "" : turnedBack(line)}`;
    return columns[place].align === "right" ? `${padding}${text}` : `${text}${padding}`;
  };

  const poured = function* (cells: readonly (readonly Line[])[]): Generator<string> {
    const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1);
    for (let line = 0; line < height; line++) yield pour(cells.map((lines) => lines[line] ?? []));
  };
  const room = (place: number) => (available < Number.POSITIVE_INFINITY ? widths[place] : available);

  yield* poured(columns.map((column, place) => titleLines(column, style, room(place))));
  for (const row of rows) yield* poured(row.map((cell, place) => cellLines(cell, columns[place], style, room(place))));
}

/** Letters of Hebrew, Arabic and all others that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * After such letters a terminal that turns them round would turn round the numbers that follow as well, and with them the
 * columns. A left-to-right mark, which takes no room, ends that.
 */
function turnedBack(line: Line): string {
  return line.some(({ text }) => RIGHT_TO_LEFT.test(text)) ? "\u200E" : "";
}

const STAND_IN = "x";

/**
 * What stands before, between and after the cells of a row, as cli-table3 lays out a row of stand-ins, one column each.
 * Texts are poured into that here: its own measure of width is older and cuts names with marks or emoji, its word wrap
 * loses text, and it takes 130 µs a row, for which a hundred thousand candidates cannot wait.
 */
function frameOf(columns: number): readonly string[] {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: " ".repeat(GAP) },
    colWidths: Array.from({ length: columns }, () => STAND_IN.length),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(Array.from({ length: columns }, () => STAND_IN));
  return table.toString().split(STAND_IN);
}

const NO_BORDERS = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "", right: "", "right-mid": "" },
};
