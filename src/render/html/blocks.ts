import type { Block, Fact, Item, Section } from "../page.ts";
import { planePicture } from "../pictures/plane.ts";
import type { Names } from "./direction.ts";
import { inAttribute, inHtml } from "./escape.ts";
import { tableInHtml } from "./table.ts";
import { directionOf, textInHtml } from "./text.ts";

/** How blocks are written, wherever they stand. */
export interface Writing {
  readonly names: Names;
  /** Of the heading that the blocks stand under: 1 is that of the page. */
  readonly depth: number;
}

/** Blocks one after another, as they stand between two tags. */
export function blocksInHtml(blocks: readonly Block[], writing: Writing): string {
  return blocks.map((block) => blockInHtml(block, writing)).join("");
}

/** A section with its tag. An empty one that may fill later stays, and nothing is seen of it. */
export function sectionInHtml(section: Section, writing: Writing): string {
  const inside = insideOfSection(section, writing);
  if (inside === "" && !section.live) return "";
  const id = inAttribute(section.id);
  const live = section.live ? ` data-live="${id}"` : "";
  const sheet = section.onNewSheet ? ' class="new-sheet"' : "";
  return `<section id="${id}" aria-labelledby="${id}-title"${live}${sheet}>${inside}</section>\n`;
}

/** What stands in a section: its heading and its blocks; empty where it has none. What a page writes anew is this. */
export function insideOfSection({ id, title, blocks }: Section, { names, depth }: Writing): string {
  if (blocks.length === 0) return "";
  const level = depth + 1;
  const heading = `<h${level} id="${inAttribute(id)}-title"${directionOf(title, names)}>${textInHtml(title, names)}</h${level}>`;
  return `${heading}${blocksInHtml(blocks, { names, depth: level })}`;
}

function blockInHtml(block: Block, writing: Writing): string {
  const { names, depth } = writing;
  switch (block.kind) {
    case "heading": {
      const level = Math.min(depth + (block.minor ? 2 : 1), DEEPEST);
      return `<h${level}${directionOf(block.text, names)}>${textInHtml(block.text, names)}</h${level}>`;
    }
    case "text":
      return block.text === "" ? "" : `<p${directionOf(block.text, names)}>${textInHtml(block.text, names)}</p>`;
    case "list":
      return listInHtml(block.items, names);
    case "table":
      return tableInHtml(block.columns, block.rows, names);
    case "facts":
      return `<dl>${block.facts.map((fact) => factInHtml(fact, names)).join("")}</dl>`;
    case "section":
      return sectionInHtml(block, writing);
    case "picture":
      return `<figure>${planePicture(block.picture)}</figure>`;
    case "excerpt":
      return excerptInHtml(block);
  }
}

const DEEPEST = 6;

/** A dash is a mark that lists have themselves. */
function listInHtml(items: Iterable<Item>, names: Names): string {
  const written = Array.from(items, ({ mark, text }) => {
    const isMarked = mark !== undefined && mark !== "–";
    const before = isMarked ? `<span class="mark">${inHtml(mark)}</span> ` : "";
    return `<li${isMarked ? ' class="marked"' : ""}${directionOf(text, names)}>${before}${textInHtml(text, names)}</li>`;
  });
  return `<ul>${written.join("")}</ul>`;
}

/** What is meant is marked; the script of a page need not know how wide characters are, to set a caret under it. */
function excerptInHtml({ line, column, length, lineText }: Extract<Block, { readonly kind: "excerpt" }>): string {
  const characters = [...lineText];
  const [start, end] = [column - 1, column - 1 + length];
  const [before, meant, after] = [[0, start] as const, [start, end] as const, [end] as const].map(([from, to]) =>
    inHtml(characters.slice(from, to).join("")),
  );
  return `<pre>${line} | ${before}<mark>${meant}</mark>${after}</pre>`;
}

function factInHtml({ label, text }: Fact, names: Names): string {
  return `<div><dt>${inHtml(label)}</dt><dd${directionOf(text, names)}>${textInHtml(text, names)}</dd></div>`;
}
