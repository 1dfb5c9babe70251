import { excerptLines } from "./excerpt.ts";
import { firstOf } from "./first-of.ts";
import { type FlatBlock, flatBlocks } from "./flat-blocks.ts";
import type { Render, Setting } from "./formats.ts";
import { inMarkdown, paragraphInMarkdown, startingInMarkdown } from "./markdown-text.ts";
import type { Block, Cell, Column, Item } from "./page.ts";
import { displayWidth } from "./width.ts";

/**
 * A page for minutes and wikis, in the Markdown that GitHub reads: a paragraph is a line, a table has every column but
 * pictures, and is laid out so that it can be read as it stands. Warnings come last.
 */
export const markdown: Render = function* ({ page, warnings = [] }, setting) {
  const { ascii } = setting;
  if (page.title !== "") yield `# ${startingInMarkdown(page.title, ascii)}\n`;
  let isFirst = page.title === "";
  for (const block of flatBlocks([...page.blocks, ...warningBlocks(warnings)])) {
    if (block.kind === "text" && (block.text === "" || block.ofPictures)) continue;
    if (!isFirst) yield "\n";
    isFirst = false;
    for (const line of blockLines(block, setting)) yield `${line}\n`;
  }
};

function warningBlocks(warnings: readonly string[]): readonly Block[] {
  if (warnings.length === 0) return [];
  return [
    { kind: "heading", text: "Warnings" },
    { kind: "list", items: warnings.map((text) => ({ text })) },
  ];
}

function blockLines(block: FlatBlock, { ascii }: Setting): Iterable<string> {
  switch (block.kind) {
    case "heading":
      return [`${"#".repeat(block.depth + 1)} ${startingInMarkdown(block.text, ascii)}`];
    case "text":
      return [paragraphInMarkdown(block.text, ascii)];
    case "list":
      return itemLines(block.items, ascii);
    case "table":
      return tableLines(block.columns, block.rows, ascii);
    case "excerpt":
      return excerptLines(block, Number.POSITIVE_INFINITY, "…").map(
        (line) => `    ${line.map(({ text }) => text).join("")}`,
      );
  }
}

/** A dash is a mark that Markdown has itself. */
function* itemLines(items: Iterable<Item>, ascii: boolean): Generator<string> {
  for (const { mark, text } of items) {
    const before = mark === undefined || mark === "–" ? "" : `${inMarkdown(mark, ascii)} `;
    yield `- ${before}${paragraphInMarkdown(text, ascii)}`;
  }
}

// ---- tables ----

/** So many rows are looked at to lay out the table; further rows may stand out. */
const ROWS_LOOKED_AT = 200;
/** Longer texts stand out, too: the others would be lost in spaces. */
const WIDEST = 40;

function* tableLines(columns: readonly Column[], rows: Iterable<readonly Cell[]>, ascii: boolean): Generator<string> {
  const places = [...columns.keys()].filter((place) => columns[place].ends === undefined);
  const titles = places.map((place) => inMarkdown(columns[place].title, ascii));
  const texts = (row: readonly Cell[]) => places.map((place) => inMarkdown(row[place].text, ascii));
  const widths = titles.map((title) => Math.max(displayWidth(title), SHORTEST_RULE.length));
  for (const row of firstOf(rows, ROWS_LOOKED_AT)) {
    for (const [place, text] of texts(row).entries()) {
      widths[place] = Math.max(widths[place], Math.min(displayWidth(text), WIDEST));
    }
  }
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const padded = (text: string, place: number) => {
    const space = " ".repeat(Math.max(widths[place] - displayWidth(text), 0));
    return columns[places[place]].align === "right" ? `${space}${text}` : `${text}${space}`;
  };

  yield line(titles.map(padded));
  yield line(
    places.map((place, at) => {
      const isRight = columns[place].align === "right";
      return isRight ? `${"-".repeat(widths[at] - 1)}:` : "-".repeat(widths[at]);
    }),
  );
  for (const row of rows) yield line(texts(row).map(padded));
}

/** Below three characters some dialects see no table. */
const SHORTEST_RULE = "---";
