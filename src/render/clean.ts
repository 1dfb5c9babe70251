/**
 * Text made harmless for where it goes. What a reader could not see, and a terminal might obey, is shown as what it is:
 * control characters, bidirectional overrides and isolates, separators of lines and paragraphs, lone surrogates. A tab
 * becomes a space. The expressions look at one character each, so no text is too long for them.
 */

/** As one line: a line break is shown too.
 *
 * @example
 * harmless("a\u202eb\tc") // → "a<U+202E>b c"
 * harmless("two\nlines") // → "two<U+000A>lines"
 */
export function harmless(text: string): string {
  return HIDDEN.test(text) ? text.replace(EACH_HIDDEN, shownAsCode) : text;
}

/** Where line breaks may stay; one of Windows becomes a plain one.
 *
 * @example
 * harmlessLines("two\r\nlines\u0007") // → "two\nlines<U+0007>"
 */
export function harmlessLines(text: string): string {
  return HIDDEN.test(text) ? text.replaceAll("\r\n", "\n").replace(EACH_HIDDEN_BUT_BREAKS, shownAsCode) : text;
}

/**
 * With ASCII for the characters that the program itself writes: bars, dashes, quotes, arrows, marks. Letters of people's
 * names stay.
 *
 * @example
 * inAscii("3–5 “René” …") // → "3-5 \"René\" ..."
 */
export function inAscii(text: string): string {
  return text.replace(EACH_DRAWN, (character) => ASCII_FOR[character] ?? character);
}

const HIDDEN = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/u;
const EACH_HIDDEN = new RegExp(HIDDEN, "gu");
const EACH_HIDDEN_BUT_BREAKS = /(?!\n)[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/gu;

function shownAsCode(character: string): string {
  if (character === "\t") return " ";
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

const ASCII_FOR: Readonly<Record<string, string>> = {
  "▇": "#",
  "▒": "=",
  "░": ".",
  "–": "-",
  "—": "--",
  "−": "-",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "…": "...",
  "×": "x",
  "→": "->",
  "✗": "x",
  "✔": "+",
  "•": "*",
  "·": ".",
};
const EACH_DRAWN = new RegExp(`[${Object.keys(ASCII_FOR).join("")}]`, "gu");
