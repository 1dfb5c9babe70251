import { GAP } from "./column-widths.ts";
import type { Cell } from "./page.ts";
import { asText, pictureOf } from "./table-cells.ts";
import type { ShownTable } from "./terminal-table.ts";
import { linePainter, lineWidth, wrapped } from "./wrap.ts";

/**
 * Where columns do not fit side by side: each row as a card. First what names it, then its bars, each between what its
 * ends mean, then what is short as `heading value`, a comma between, then each text of a flexible column by itself.
 */
export function* cardLines({ columns, rows, style, setting }: ShownTable, width: number): Generator<string> {
  const paint = linePainter(setting);
  const naming = Math.max(
    columns.findIndex(({ flexible }) => flexible),
    0,
  );
  const indent = " ".repeat(GAP);
  const room = Math.max(width - indent.length, 2);
  const text = (cell: Cell) => asText(cell.text, style.ascii).trim();

  let isFirst = true;
  for (const row of rows) {
    if (!isFirst) yield "";
    isFirst = false;
    const facts: string[] = [];
    const texts: string[] = [];
    const name = row.slice(0, naming + 1).map(text);
    for (const line of wrapped([{ text: name.join(" "), tone: "strong" }], width)) yield paint(line);
    for (const [place, cell] of row.entries()) {
      if (place <= naming) continue;
      const column = columns[place];
      const picture = pictureOf(cell, column, style);
      if (picture !== undefined) {
        const [low, high] = picture.ends;
        const line = [{ text: `${low} ` }, ...picture.line, { text: ` ${high}` }];
        if (lineWidth(line) <= room) yield `${indent}${paint(line)}`;
      } else if (text(cell) !== "") {
        const title = asText(column.title, style.ascii);
        if (column.flexible) texts.push(`${title}: ${text(cell)}`);
        else facts.push(`${title} ${text(cell)}`);
      }
    }
    const paragraphs = facts.length > 0 ? [facts.join(", "), ...texts] : texts;
    for (const paragraph of paragraphs) {
      for (const line of wrapped(paragraph, room)) yield `${indent}${paint(line)}`;
    }
  }
}
