import { harmlessLines, inAscii } from "./clean.ts";
import { excerptLines } from "./excerpt.ts";
import { type FlatBlock, flatBlocks } from "./flat-blocks.ts";
import type { Render, Setting } from "./formats.ts";
import type { Block, Item, Page, Text } from "./page.ts";
import { tableLines } from "./terminal-table.ts";
import { displayWidth } from "./width.ts";
import { linePainter, wrapped } from "./wrap.ts";

/** A page as lines of text, none wider than the setting allows. What is shown in colour is also said without it. */
export const terminal: Render = function* ({ page }, setting) {
  const columns = columnsOf(page, setting);
  let above: Block["kind"] | undefined;
  for (const block of flatBlocks(withTitle(page))) {
    if (above !== undefined && standsApart(block.kind, above)) yield "\n";
    for (const line of blockLines(block, columns, setting)) yield `${line}\n`;
    above = block.kind;
  }
};

function columnsOf({ measure }: Page, { width }: Setting): number {
  return Math.min(width ?? Number.POSITIVE_INFINITY, measure ?? Number.POSITIVE_INFINITY);
}

function withTitle({ title, blocks }: Page): readonly Block[] {
  return title === "" ? blocks : [{ kind: "text", text: [{ text: title, tone: "strong" }] }, ...blocks];
}

function standsApart(block: Block["kind"], above: Block["kind"]): boolean {
  return block === "heading" || above === "table" || (block === "table" && above !== "heading");
}

function blockLines(block: FlatBlock, columns: number, setting: Setting): Iterable<string> {
  switch (block.kind) {
    case "heading":
      return textLines([{ text: block.text, tone: "strong" }], 0, columns, setting);
    case "text":
      return textLines(block.text, block.indent ?? 0, columns, setting);
    case "list":
      return listLines(block.items, block.indent ?? 0, columns, setting);
    case "table":
      return tableLines(block, columns, setting);
    case "excerpt":
      return excerptLines(block, columns, setting.ascii ? "..." : "…").map(linePainter(setting));
  }
}

const STEP = "  ";

function textLines(text: Text, indent: number, columns: number, setting: Setting): readonly string[] {
  const before = STEP.repeat(indent);
  const paint = linePainter(setting);
  return wrapped(shown(text, setting), roomAfter(before, columns)).map((line) =>
    line.length === 0 ? "" : `${before}${paint(line)}`,
  );
}

/** Further lines of an item stand under its first word, not under its mark. */
function* listLines(items: Iterable<Item>, indent: number, columns: number, setting: Setting): Generator<string> {
  const before = STEP.repeat(indent);
  const paint = linePainter(setting);
  let markWidth = 0;
  for (const { mark } of items) markWidth = Math.max(markWidth, displayWidth(markText(mark, setting)));
  const gap = markWidth === 0 ? "" : " ";
  const under = `${before}${" ".repeat(markWidth)}${gap}`;
  for (const { mark, text } of items) {
    const shownMark = markText(mark, setting);
    const first = `${before}${" ".repeat(markWidth - displayWidth(shownMark))}${shownMark}${gap}`;
    const lines = wrapped(shown(text, setting), roomAfter(under, columns));
    for (const [place, line] of lines.entries()) yield `${place === 0 ? first : under}${paint(line)}`;
  }
}

function markText(mark: string | undefined, setting: Setting): string {
  return mark === undefined ? "" : shownText(mark, setting);
}

/** At least what one wide character takes. */
function roomAfter(before: string, columns: number): number {
  return Math.max(columns - before.length, 2);
}

function shown(text: Text, setting: Setting): Text {
  if (typeof text === "string") return shownText(text, setting);
  return text.map((span) => ({ ...span, text: shownText(span.text, setting) }));
}

function shownText(text: string, { ascii }: Setting): string {
  const harmless = harmlessLines(text);
  return ascii ? inAscii(harmless) : harmless;
}
