import type { FlowStyle } from "./answer-text.ts";
import {
  insertion,
  type LaidEntry,
  type LaidMap,
  leadingSpace,
  lineBreakNear,
  lineEnd,
  opensLine,
  type Splice,
} from "./layout.ts";
import { keptComments, takenOut } from "./value-patch.ts";

/** How the entries of a map are written, so that a new one looks like them; `otherwise` where there is nothing to go by. */
export function flowStyleOf(text: string, map: LaidMap, otherwise: FlowStyle): FlowStyle {
  const { entries } = map;
  if (entries.length === 0) return otherwise;
  const quote = (["'", '"'] as const).find((mark) => entries.every((entry) => text[entry.keyStretch.start] === mark));
  const valued = entries.filter((entry) => entry.value !== undefined);
  // Only after a quoted key may a value follow without a space.
  const isTight = quote === '"' && valued.length > 0 && valued.every((entry) => entry.value?.start === entry.colonEnd);
  const commas = entries.flatMap((entry) => entry.commaEnd ?? []).slice(0, entries.length - 1);
  const isPacked = commas.length > 0 ? commas.every((end) => /\S/.test(text.charAt(end))) : isTight;
  const language = otherwise.language;
  return {
    language,
    quote: language === "json" ? '"' : (quote ?? ""),
    colon: isTight ? ":" : ": ",
    comma: isPacked ? "," : ", ",
  };
}

/** Puts an entry at the end of a map in braces: on a line of its own where the last one has one. */
export function addToFlow(text: string, map: LaidMap, pair: string, style: FlowStyle): Splice[] {
  const last = map.entries.at(-1);
  if (last === undefined) return addToEmpty(text, map, pair);
  const end = last.commaEnd ?? last.end;
  const [before, after] = last.commaEnd === undefined ? [",", ""] : ["", ","];
  if (!opensLine(text, last.start)) return [insertion(end, `${before}${style.comma.slice(1)}${pair}${after}`)];
  const line = `${lineBreakNear(text, last.start)}${leadingSpace(text, last.start)}${pair}${after}`;
  const closesHere = map.end - 1 <= lineEnd(text, end);
  return [insertion(end, before), insertion(closesHere ? end : lineEnd(text, end), line)];
}

/** Puts an entry before the first of a map in braces that has some. */
export function prependToFlow(text: string, map: LaidMap, pair: string, style: FlowStyle): Splice[] {
  const { start } = map.entries[0];
  const apart = opensLine(text, start) ? `,${lineBreakNear(text, start)}${leadingSpace(text, start)}` : style.comma;
  return [insertion(start, `${pair}${apart}`)];
}

/** Takes an entry out, with one comma; a line that only it stood on goes too. */
export function removeFromFlow(text: string, map: LaidMap, entry: LaidEntry): Splice[] {
  const previous = map.entries[map.entries.indexOf(entry) - 1];
  const comma = entry.commaEnd ?? previous?.commaEnd;
  let { start, end } = entry;
  const apart: Splice[] = [];
  if (entry.commaEnd !== undefined && isBlank(text, end, entry.commaEnd - 1)) {
    end = entry.commaEnd;
    if (!opensLine(text, start)) while (text[end] === " ") end++;
  } else if (entry.commaEnd === undefined && comma !== undefined && isBlank(text, comma, start)) {
    start = comma - 1;
  } else if (comma !== undefined) {
    apart.push({ start: comma - 1, end: comma, text: "" });
  }
  const kept = keptComments(text, { start, end }, entry, `${leadingSpace(text, start)}  `);
  return [...apart, takenOut(text, { start, end }, kept)];
}

function addToEmpty(text: string, map: LaidMap, pair: string): Splice[] {
  const inside = text.indexOf("{", map.start) + 1;
  const space = text.slice(inside, map.end - 1);
  return /^ +$/.test(space)
    ? [{ start: inside, end: map.end - 1, text: `${space}${pair}${space}` }]
    : [insertion(inside, pair)];
}

function isBlank(text: string, start: number, end: number): boolean {
  return /^[ \t]*$/.test(text.slice(start, end));
}
