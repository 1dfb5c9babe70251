import type { Setting } from "./formats.ts";
import type { Span, Text } from "./page.ts";
import { displayWidth, piecesOf } from "./width.ts";

export type Line = readonly Span[];

/**
 * A text in lines that fit: broken at spaces, and inside a word only where the word alone does not fit. Space at a break
 * goes, space inside a line stays. Line breaks in the text stay. Styles are given to the lines afterwards, so that none
 * runs over a break.
 *
 * @example
 * wrapped("one two three", 8) // → [[{"text":"one two"}],[{"text":"three"}]]
 * wrapped([{ text: "Zoo", tone: "strong" }, { text: ": open" }], 5) // → [[{"text":"Zoo","tone":"strong"},{"text":":"}],[{"text":"open"}]]
 */
export function wrapped(text: Text, columns: number): readonly Line[] {
  if (typeof text === "string" && isOneLine(text, columns)) return [[{ text }]];
  const spans = typeof text === "string" ? [{ text }] : text;
  return paragraphsOf(spans).flatMap((paragraph) => filled(wordsOf(paragraph), columns));
}

/** Whether there is nothing to do, as for nearly all of a million names. No character is wider than two columns. */
function isOneLine(text: string, columns: number): boolean {
  if (text === "" || text.startsWith(" ") || text.endsWith(" ") || text.includes("\n")) return false;
  return 2 * text.length <= columns || displayWidth(text) <= columns;
}

function paragraphsOf(spans: readonly Span[]): readonly Line[] {
  const paragraphs: Span[][] = [[]];
  for (const span of spans) {
    const [rest, ...next] = span.text.split("\n");
    paragraphs[paragraphs.length - 1].push({ ...span, text: rest });
    for (const text of next) paragraphs.push([{ ...span, text }]);
  }
  return paragraphs;
}

/** A word may have several tones; the space before it has one. */
interface Word {
  readonly gap: Span;
  readonly spans: Span[];
}

function wordsOf(paragraph: Line): readonly Word[] {
  const words: Word[] = [{ gap: { text: "" }, spans: [] }];
  for (const span of paragraph) {
    let spaces = 0;
    for (const [place, text] of span.text.split(" ").entries()) {
      if (place > 0) spaces += 1;
      if (text === "") continue;
      if (spaces > 0) words.push({ gap: { ...span, text: " ".repeat(spaces) }, spans: [] });
      words[words.length - 1].spans.push({ ...span, text });
      spaces = 0;
    }
    if (spaces > 0) words.push({ gap: { ...span, text: " ".repeat(spaces) }, spans: [] });
  }
  return words;
}

function filled(words: readonly Word[], columns: number): readonly Line[] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let room = columns;
  const put = (span: Span, width: number) => {
    line.push(span);
    room -= width;
  };
  const breakLine = () => {
    lines.push(line);
    line = [];
    room = columns;
  };
  for (const { gap, spans } of words) {
    if (spans.length === 0) continue;
    const width = lineWidth(spans);
    if (line.length > 0 && gap.text.length + width > room) breakLine();
    else if (line.length > 0) put(gap, gap.text.length);
    for (const span of width > columns ? inPieces(spans, columns) : spans) {
      const pieceWidth = displayWidth(span.text);
      if (line.length > 0 && pieceWidth > room) breakLine();
      put(span, pieceWidth);
    }
  }
  breakLine();
  return lines.map(merged);
}

function inPieces(spans: readonly Span[], columns: number): readonly Span[] {
  return spans.flatMap((span) => Array.from(piecesOf(span.text, columns), (text) => ({ ...span, text })));
}

/** Neighbours of one tone as one span. */
function merged(spans: Line): Line {
  const runs: { tone?: Span["tone"]; texts: string[] }[] = [];
  for (const { text, tone } of spans) {
    const last = runs.at(-1);
    if (last !== undefined && last.tone === tone) last.texts.push(text);
    else runs.push({ ...(tone && { tone }), texts: [text] });
  }
  return runs.map(({ tone, texts }) => ({ text: texts.join(""), ...(tone && { tone }) }));
}

/** Columns of a line. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** A line in the colours of a setting. */
export function linePainter({ paint }: Pick<Setting, "paint">): (line: Line) => string {
  return (line) =>
    line.map(({ text, tone }) => (tone === undefined || text === "" ? text : paint(tone, text))).join("");
}
