import type { Cell, Column } from "../page.ts";
import { lowToHighPicture } from "../pictures/low-to-high.ts";
import { stretchesPicture } from "../pictures/stretches.ts";
import type { Names } from "./direction.ts";
import { inAttribute, inHtml } from "./escape.ts";
import { directionOf, textInHtml } from "./text.ts";

/**
 * A table. The first column that holds names is the heading of its rows. On a narrow screen style makes a card of each row,
 * so each cell knows the title of its column. The end tags of cells and rows are left out, as HTML allows: with them a page of ten
 * candidates is a twentieth larger.
 */
export function tableInHtml(columns: readonly Column[], rows: Iterable<readonly Cell[]>, names: Names): string {
  const rowHeading = Math.max(
    columns.findIndex(({ flexible }) => flexible),
    0,
  );
  const head = columns.map((column) => titleInHtml(column, names)).join("");
  const body = Array.from(rows, (row) => {
    const cells = row.map((cell, place) => cellInHtml(cell, columns[place], place === rowHeading, names));
    return `<tr>${cells.join("")}`;
  });
  return `<table><thead><tr>${head}<tbody>${body.join("")}</table>`;
}

function titleInHtml(column: Column, names: Names): string {
  const { title, ends } = column;
  if (ends === undefined) {
    return `<th scope="col"${classOf(column, title, true)}>${textInHtml(title, names)}`;
  }
  const [low, high] = ends;
  const scale = `<span class="scale" aria-hidden="true"><span>${inHtml(low)}</span><span>${inHtml(high)}</span></span>`;
  return `<th scope="col" class="picture"><span class="unseen">${inHtml(title)}</span>${scale}`;
}

function cellInHtml(cell: Cell, column: Column, isRowHeading: boolean, names: Names): string {
  const inside = pictureIn(cell, column) ?? toned(cell, names);
  const direction = directionOf(cell.text, names);
  if (isRowHeading) return `<th scope="row"${classOf(column, cell.text, false)}${direction}>${inside}`;
  const label = inside === "" ? "" : ` data-label="${inAttribute(shortened(column.title))}"`;
  return `<td${classOf(column, cell.text, false)}${label}${direction}>${inside}`;
}

/** It stands in each row, so that a long name would make a long page. */
function shortened(title: string): string {
  const characters = Array.from(title.slice(0, 2 * LABEL_AT_MOST));
  return characters.length < LABEL_AT_MOST ? title : `${characters.slice(0, LABEL_AT_MOST - 1).join("")}…`;
}

const LABEL_AT_MOST = 60;

function pictureIn({ bar, stretches }: Cell, { ends }: Column): string | undefined {
  if (ends === undefined) return undefined;
  return bar ? lowToHighPicture(bar) : stretches && stretchesPicture(stretches);
}

function toned({ text, tone }: Cell, names: Names): string {
  const inside = textInHtml(text, names);
  return tone === undefined ? inside : `<span class="${tone}">${inside}</span>`;
}

/** A column is as wide as its longest word, unless that is longer than words are, and may be broken anywhere. */
const LONGER_THAN_WORDS = /\S{25}/u;

function classOf({ align, flexible, ends }: Column, text: string, isTitle: boolean): string {
  const names = [
    ...(ends === undefined ? [] : ["picture"]),
    ...(align === "right" ? ["number"] : []),
    ...(isTitle && !flexible && align === "left" && ends === undefined ? ["short"] : []),
    ...(LONGER_THAN_WORDS.test(text) ? ["long"] : []),
  ];
  return names.length === 0 ? "" : ` class="${names.join(" ")}"`;
}
