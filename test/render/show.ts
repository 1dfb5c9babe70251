import type { Records, Render, Setting } from "../../src/render/formats.ts";
import type { Block, Page } from "../../src/render/page.ts";
import { terminal } from "../../src/render/terminal.ts";

/** Without colour, as wide as it needs, unless the test says otherwise. */
export const PLAIN: Setting = { ascii: false, paint: (_tone, text) => text };

export function written(
  render: Render,
  shown: { readonly page?: Page; readonly document?: unknown; readonly records?: Records },
  setting: Partial<Setting> = {},
): string {
  const whole = { page: { title: "", blocks: [] }, document: undefined, ...shown };
  return [...render(whole, { ...PLAIN, ...setting })].join("");
}

/** A page as a terminal shows it. */
export function screen(page: Page, setting: Partial<Setting> = {}): string {
  return written(terminal, { page }, setting);
}

/** Blocks as a terminal shows them. */
export function blocks(list: readonly Block[], setting: Partial<Setting> = {}): string {
  return screen({ title: "", blocks: list }, setting);
}

/** Names that attack something, or that are only hard to lay out. */
export const HOSTILE_NAMES = {
  "an escape sequence": "Red \u001b[31mdanger\u001b[0m \u001b]0;title\u0007",
  "control characters": "Bell\u0007 back\b\b\b return\r delete\u007f next\u0085line",
  "a bidirectional override": "Museum \u202egnp.exe\u202c and \u2066isolate\u2069",
  "line breaks": "two\nlines\u2028three",
  "a lone surrogate": "half \ud83d of one",
  "a formula": "=1+1",
  "a formula in full width": "＝1+1",
  "the end of a script": "</script><script>alert(1)</script>",
  "a column's border": "Zoo | Garden | \\| `code`",
  "1,000 characters": "x".repeat(1000),
  "1,000 ideographs": "漢".repeat(1000),
  "Chinese, Japanese and Korean": "国立科学博物館・北分館 국립중앙박물관",
  "emoji of several": "Family 👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 House",
  "combining marks": `Ze${"\u0301\u0323".repeat(40)}bra`,
  "right to left": "متحف العلوم מוזיאון שָׁלוֹם",
  "Thai and Devanagari": "พิพิธภัณฑ์วิทยาศาสตร์ राष्ट्रीय संग्रहालय",
  "quotes and commas": `The "Old" Mill, Inc.\\`,
} as const;
