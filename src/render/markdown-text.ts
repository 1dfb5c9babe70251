import { WEB_ADDRESS } from "./addresses.ts";
import { harmlessLines, inAscii } from "./clean.ts";
import type { Span, Text } from "./page.ts";

/**
 * Somebody's text inside a line of Markdown: every character that would mean something is escaped, in the way that most
 * dialects understand, and what would be HTML is written as an entity, since some dialects know no other escape for it. A
 * line break is `<br>`, the only one that a table takes. An address of a web page becomes a link: escaped, it would lead
 * elsewhere.
 *
 * @example
 * inMarkdown("Zoo | *Garden* <b>", false) // → "Zoo \\| \\*Garden\\* &lt;b&gt;"
 * inMarkdown("Feed & Seed &copy; No. 5", false) // → "Feed & Seed &amp;copy; No. 5"
 * inMarkdown("two\nlines", false) // → "two<br>lines"
 * inMarkdown("see https://zoo.example/a_b.", false) // → "see <https://zoo.example/a_b>."
 */
export function inMarkdown(text: string, ascii: boolean): string {
  const harmless = harmlessLines(text);
  return (ascii ? inAscii(harmless) : harmless)
    .split(WEB_ADDRESS)
    .map((part, place) => (place % 2 === 1 ? `<${part}>` : part.replace(MEANING_SOMETHING, escaped)))
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .join("<br>");
}

/**
 * `&` only where it would begin an entity, `_` only at the edge of a word: what means nothing stays readable as it is.
 * `://` and `www.` would make links of what surrounds them, backslashes included.
 */
const MEANING_SOMETHING = /[\\`*[\]{}|~$#<>]|&(?=[#\w])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=www)\./giu;

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

function escaped(sign: string): string {
  return ENTITIES[sign] ?? `\\${sign}`;
}

/**
 * The same where a paragraph, a heading or an item begins with it: what would begin a list, a rule or a quotation does not.
 *
 * @example
 * startingInMarkdown("- Zoo", false) // → "\\- Zoo"
 * startingInMarkdown("1. Zoo", false) // → "1\\. Zoo"
 * startingInMarkdown("+49 30 1.5", false) // → "+49 30 1.5"
 */
export function startingInMarkdown(text: string, ascii: boolean): string {
  return inMarkdown(text, ascii)
    .replace(/^(?:[-=:]|\+(?=\s|$))/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** A paragraph of pieces, the strong ones in bold where that can be told from asterisks in the text. */
export function paragraphInMarkdown(text: Text, ascii: boolean): string {
  if (typeof text === "string") return startingInMarkdown(text, ascii);
  const whole = text.map((span, place) => {
    const shown = place === 0 ? startingInMarkdown(span.text, ascii) : inMarkdown(span.text, ascii);
    const [before, after] = [/^\s*/, /\s*$/].map((space) => space.exec(span.text)?.[0] ?? "");
    const apart = endsApart(text[place - 1], before) && startsApart(text[place + 1], after);
    return `${before && " "}${span.tone === "strong" && apart && shown !== "" ? `**${shown}**` : shown}${after && " "}`;
  });
  return whole.join("").trim();
}

function endsApart(previous: Span | undefined, space: string): boolean {
  return previous === undefined || space !== "" || /\s$/.test(previous.text);
}

function startsApart(next: Span | undefined, space: string): boolean {
  return next === undefined || space !== "" || /^\s/.test(next.text);
}
