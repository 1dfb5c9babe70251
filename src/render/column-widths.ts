import type { Column } from "./page.ts";

/** What stands between two columns. */
export const GAP = 2;
/** A flexible column is never narrower, unless it needs less. */
const NARROWEST = 12;

/**
 * Widths that fit: what each column needs if there is room, else flexible columns share what the others leave, the ones
 * that need least first. Undefined where that leaves a flexible column too little to be read.
 *
 * @example
 * const columns = [{ title: "Rank", align: "right" }, { title: "Candidate", align: "left", flexible: true }];
 * fittingWidths(columns, [4, 50], 30) // → [4,24]
 * fittingWidths(columns, [4, 20], 30) // → [4,20]
 * fittingWidths(columns, [4, 50], 15) // → undefined
 */
export function fittingWidths(
  columns: readonly Column[],
  needed: readonly number[],
  available: number,
): readonly number[] | undefined {
  const fixed = needed.filter((_, place) => !columns[place].flexible);
  let room = fixed.reduce((left, width) => left - width, available - GAP * (columns.length - 1));
  const widths = [...needed];
  const flexible = [...columns.keys()].filter((place) => columns[place].flexible);
  flexible.sort((one, other) => needed[one] - needed[other]);
  for (const [served, place] of flexible.entries()) {
    widths[place] = Math.min(needed[place], Math.floor(room / (flexible.length - served)));
    if (widths[place] < Math.min(needed[place], NARROWEST)) return undefined;
    room -= widths[place];
  }
  return room < 0 ? undefined : widths;
}
