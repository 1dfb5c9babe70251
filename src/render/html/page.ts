import type { Assets, Render } from "../formats.ts";
import type { Block, Page, Section } from "../page.ts";
import { blocksInHtml, sectionInHtml, type Writing } from "./blocks.ts";
import { namesToSetApart } from "./direction.ts";
import { embeddedJson, inAttribute, inHtml } from "./escape.ts";
import { directionOf, textInHtml } from "./text.ts";

/**
 * A page in one file that asks for nothing else: style, script and the decision stand inside. Its policy allows its own style
 * and script, by their hashes, and nothing of anywhere else. Complete without script.
 */
export const html: Render = function* ({ page, decision, names = [], warnings = [] }, { assets }) {
  const writing = { names: namesToSetApart(names), depth: 1 };
  const isLive = assets !== undefined && decision !== undefined;
  yield `<!doctype html>\n<html lang="en">\n<head>\n${headOf(page, assets)}</head>\n<body>\n`;
  yield `<a class="skip" href="#main">Skip to the result</a>\n`;
  const first = page.blocks.findIndex(({ kind }) => kind === "section");
  const introduction = first === -1 ? page.blocks : page.blocks.slice(0, first);
  const sections = page.blocks.slice(introduction.length);
  const title = `<h1${directionOf(page.title, writing.names)}>${textInHtml(page.title, writing.names)}</h1>`;
  yield `<header>\n${title}${blocksInHtml(introduction, writing)}\n</header>\n`;
  yield contentsOf(sections, writing);
  yield `<main id="main">\n`;
  yield* partsOf(sections, writing, isLive);
  if (warnings.length > 0) yield sectionInHtml(warningsSection(warnings), writing);
  yield "</main>\n";
  yield PATTERNS;
  if (isLive) {
    yield `<script type="application/json" id="decision">${embeddedJson(decision)}</script>\n`;
    yield `<script>${assets.script}</script>\n`;
  }
  yield "</body>\n</html>\n";
};

function headOf({ title }: Page, assets: Assets | undefined): string {
  const allowed =
    assets === undefined ? [] : [`style-src 'sha256-${assets.styleHash}'`, `script-src 'sha256-${assets.scriptHash}'`];
  const policy = ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'"].join("; ");
  return [
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${inAttribute(policy).replaceAll("&#39;", "'")}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="referrer" content="no-referrer">`,
    `<title>${inHtml(title)}</title>`,
    ...(assets === undefined ? [] : [`<style>${assets.style}</style>`]),
    "",
  ].join("\n");
}

function contentsOf(blocks: readonly Block[], { names }: Writing): string {
  const links = blocks.flatMap((block) =>
    block.kind === "section" && block.blocks.length > 0
      ? [`<li><a href="#${inAttribute(block.id)}">${textInHtml(block.title, names)}</a></li>`]
      : [],
  );
  return links.length < 2 ? "" : `<nav aria-label="On this page"><ul>${links.join("")}</ul></nav>\n`;
}

/** The sections that a page can write again come first, with room for what to change. */
function* partsOf(blocks: readonly Block[], writing: Writing, isLive: boolean): Generator<string> {
  const end = blocks.findIndex((block) => block.kind !== "section" || !block.live);
  const live = isLive ? blocks.slice(0, end === -1 ? blocks.length : end) : [];
  if (live.length > 0) {
    const before = live.findIndex((block) => block.kind === "section" && block.thenControls) + 1;
    yield `<div class="live">\n${blocksInHtml(live.slice(0, before), writing)}`;
    yield `<aside id="what-if" aria-labelledby="what-if-title" hidden></aside>\n`;
    yield `${blocksInHtml(live.slice(before), writing)}</div>\n`;
  }
  for (const block of blocks.slice(live.length)) yield blocksInHtml([block], writing);
}

function warningsSection(warnings: readonly string[]): Section {
  const items = warnings.map((text) => ({ text }));
  return { kind: "section", id: "warnings", title: "Warnings", blocks: [{ kind: "list", items }] };
}

/** What pictures are filled with, so that no meaning rests on a color alone; once for all of them. */
const PATTERNS = `<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>${[
  pattern("hatch", 6, `<path d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3"/>`),
  pattern("dots", 6, `<circle cx="3" cy="3" r="1.2"/>`),
  pattern("cross", 6, `<path d="M0 3h6M3 0v6"/>`),
  pattern("rows", 5, `<path d="M0 2.5h5"/>`),
  pattern("back", 6, `<path d="M-1.5 4.5l3 3M0 0l6 6M4.5-1.5l3 3"/>`),
].join("")}</defs></svg>\n`;

function pattern(id: string, size: number, drawn: string): string {
  return `<pattern id="${id}" class="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}"/>${drawn}</pattern>`;
}
