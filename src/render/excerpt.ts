import { harmless } from "./clean.ts";
import type { Block } from "./page.ts";
import { cutEnd, cutStart, displayWidth } from "./width.ts";
import type { Line } from "./wrap.ts";

export type Excerpt = Extract<Block, { readonly kind: "excerpt" }>;

/** A longer line is cut around the caret even where the width is not known. */
const WIDEST = 160;

/**
 * A line of somebody's file, and below it carets under what is meant. They line up under wide characters and under what
 * is shown in another form than it stands in the file. A line that does not fit is cut around them.
 *
 * @example
 * const excerpt = { kind: "excerpt", line: 4, column: 4, length: 2, lineText: "国: 77" };
 * excerptLines(excerpt, 80, "…").map((line) => line.map(({ text }) => text).join("")) // → ["  4 | 国: 77","    |     ^^"]
 */
export function excerptLines(excerpt: Excerpt, columns: number, sign: string): readonly [Line, Line] {
  const number = `  ${excerpt.line}`;
  const room = Math.max(Math.min(columns, WIDEST) - number.length - " | ".length, 1);
  const { before, meant, after } = cutAround(partsOf(excerpt), room, sign);
  const carets = "^".repeat(Math.min(Math.max(displayWidth(meant), 1), Math.max(room - displayWidth(before), 1)));
  return [
    [{ text: `${number} | `, tone: "quiet" }, { text: before }, { text: meant, tone: "strong" }, { text: after }],
    [
      { text: `${" ".repeat(number.length)} | `, tone: "quiet" },
      { text: " ".repeat(displayWidth(before)) },
      { text: carets, tone: "bad" },
    ],
  ];
}

interface Parts {
  readonly before: string;
  readonly meant: string;
  readonly after: string;
}

/** So many code points on each side are looked at; no screen shows more. */
const LOOK = 2 * WIDEST;

function partsOf({ lineText, column, length }: Excerpt): Parts {
  const start = afterCodePoints(lineText, 0, column - 1);
  const end = afterCodePoints(lineText, start, Math.min(length, LOOK));
  const from = start > LOOK ? afterCodePoints(lineText, start - LOOK, 1) : 0;
  return {
    before: harmless(lineText.slice(from, start)),
    meant: harmless(lineText.slice(start, end)),
    after: harmless(lineText.slice(end, end + LOOK)),
  };
}

/** The place in the text so many code points further on. */
function afterCodePoints(text: string, start: number, count: number): number {
  let place = start;
  for (let passed = 0; passed < count && place < text.length; passed++) {
    place += (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
  }
  return place;
}

/** What is meant is kept, then as much as fits on both sides: two thirds of it before, unless one side needs less. */
function cutAround(parts: Parts, room: number, sign: string): Parts {
  const { before, meant, after } = parts;
  const beforeWidth = displayWidth(before);
  if (beforeWidth + Math.max(displayWidth(meant), 1) + displayWidth(after) <= room) return parts;
  const meantShown = cutEnd(meant, Math.max(Math.floor(room / 2), 1), sign);
  const left = room - Math.max(displayWidth(meantShown), 1);
  const share = Math.max(Math.floor((2 * left) / 3), left - displayWidth(after));
  const beforeShown = cutStart(before, Math.min(beforeWidth, share), sign);
  return {
    before: beforeShown,
    meant: meantShown,
    after: cutEnd(after, left - displayWidth(beforeShown), sign),
  };
}
