import type { WeightModel } from "../../../analysis/weightings.ts";
import type { Decision, Id } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { answersApart, grouped } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { labelOf, listed, nameOf } from "../../words.ts";
import { NAMED_AT_MOST } from "../naming.ts";

/** What every section of the page is told beside its result. */
export interface View {
  readonly decision: Decision;
  readonly evaluation: Evaluation;
  /** At most so many rows of a table of candidates. */
  readonly top: number;
  /** The figures for specialists, too. */
  readonly detail: boolean;
  /** Every pair, however many there are. */
  readonly allPairs: boolean;
  /** On a page for a board, whose reader gives no options and sees more in pictures. */
  readonly inReport?: true;
  /** Which weightings the pairwise shares are shares of; all where nothing is said. */
  readonly model?: WeightModel;
}

/** `Zoo, Park and 4 others`. */
export function namesIn({ decision }: View, ids: readonly Id[]): string {
  return listed(
    ids.map((id) => nameOf(decision, id)),
    NAMED_AT_MOST,
  );
}

/**
 * @example
 * anyOf(["Fit", "Time", "Means"]) // → "Fit, Time or Means"
 */
export function anyOf(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;
}

export function sentence(...sentences: readonly string[]): Block {
  return { kind: "text", text: sentences.join(" ") };
}

/** A table of at most so many rows, and how many more there are. */
export function topTable<Row>(
  columns: readonly Column[],
  rows: readonly Row[],
  top: number,
  cellsOf: (row: Row) => readonly Cell[],
): readonly Block[] {
  if (rows.length === 0) return [];
  const more = rows.length - top;
  return [
    { kind: "table", columns, rows: rows.slice(0, top).map(cellsOf) },
    ...(more > 0 ? [sentence(`${grouped(more)} more.`)] : []),
  ];
}

/** `Fit 2 to 4`. */
export function changeInWords(
  { decision: { pack } }: View,
  change: { readonly criterion: Id; readonly from: number; readonly to: number },
): string {
  const [from, to] = answersApart(change.from, change.to);
  return `${labelOf(pack, change.criterion)} ${from} to ${to}`;
}

export const CANDIDATE: Column = { title: "Candidate", align: "left", flexible: true };
