import { harmlessLines } from "./clean.ts";
import type { Render } from "./formats.ts";

/**
 * RFC 4180 with plain line breaks, which every reader takes and which leave no stray character to line tools. A text that
 * a spreadsheet would run begins with `'`; a number stays a number.
 *
 * Written here and not by csv-stringify: its types bring all of Node into this layer, and its synchronous form makes one
 * string of all rows.
 */
export const csv: Render = function* ({ records }, { bom }) {
  if (records === undefined) throw new Error("This result has no CSV; the command must not offer it.");
  if (bom) yield "\uFEFF";
  yield lineOf(records.columns);
  for (const row of records.rows) yield lineOf(row);
};

function lineOf(cells: readonly (string | number | undefined)[]): string {
  let line = "";
  for (let column = 0; column < cells.length; column++) line += `${column === 0 ? "" : ","}${cellText(cells[column])}`;
  return `${line}\n`;
}

function cellText(cell: string | number | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  if (PLAIN.test(cell)) return cell;
  const text = harmlessLines(cell);
  const kept = FORMULA_STARTS.has(text.trimStart().charAt(0)) ? `'${text}` : text;
  return /[",\n]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** Most texts, which need none of the above. */
const PLAIN = /^[A-Za-z0-9][-A-Za-z0-9 .:/_()&']*$/;

/** Also in their full-width forms, which some spreadsheets take for the same. */
const FORMULA_STARTS = new Set(["=", "+", "-", "@", "＝", "＋", "－", "＠"]);
