import type { Place, Source } from "./source.ts";
import { isHighSurrogate, isLowSurrogate } from "./text-limits.ts";

/**
 * Turns offsets of a text into places, on request: a text of a million rows has no table of lines until something in it
 * needs to be pointed at. Offsets count as strings do, in UTF-16 units.
 */
export interface Places {
  /** The stretch from `start` up to `end`, cut at the end of its first line. */
  at(start: number, end?: number): Place;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** The text's first offset: a byte order mark is no part of what people wrote. */
export function textStart(text: string): number {
  return text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
}

export function placesIn({ path, text }: Source): Places {
  let starts: readonly number[] | undefined;
  let hasPairs: boolean | undefined;
  // Where the last place was found: problems are met in the order of the text, and a line may have ten million characters.
  let known = { offset: 0, column: 1, lineStart: -1 };

  const codePoints = (start: number, end: number): number => {
    hasPairs ??= /[\uD800-\uDFFF]/.test(text);
    return hasPairs ? countCodePoints(text, start, end) : Math.max(0, end - start);
  };

  const columnOf = (lineStart: number, offset: number): number => {
    const from = known.lineStart === lineStart && known.offset <= offset ? known : { offset: lineStart, column: 1 };
    const column = from.column + codePoints(from.offset, offset);
    known = { offset, column, lineStart };
    return column;
  };

  return {
    at(start, end = start + 1) {
      starts ??= lineStarts(text);
      const line = lineOf(starts, start);
      const lineStart = starts[line - 1];
      const lineEnd = endOfLine(text, line < starts.length ? starts[line] : text.length + 1, lineStart);
      const from = Math.max(lineStart, Math.min(start, lineEnd));
      const length = codePoints(from, Math.min(end, lineEnd));
      return {
        path,
        line,
        column: columnOf(lineStart, from),
        length: Math.max(1, length),
        lineText: text.slice(lineStart, lineEnd),
      };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [textStart(text)];
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}

/** The number, from 1, of the line that an offset stands in. */
function lineOf(starts: readonly number[], offset: number): number {
  let first = 0;
  let last = starts.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (starts[middle] <= offset) first = middle;
    else last = middle - 1;
  }
  return first + 1;
}

function endOfLine(text: string, nextLineStart: number, lineStart: number): number {
  const feed = nextLineStart - 1;
  return feed > lineStart && feed < text.length && text[feed - 1] === "\r" ? feed - 1 : Math.max(feed, lineStart);
}

function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset += 1) {
    const isSecondHalf = isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1));
    if (!isSecondHalf) count += 1;
  }
  return count;
}
