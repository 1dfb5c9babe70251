import { jsonValueEnd, skipJsonSpace } from "./json-text.ts";
import type { Laid, LaidEntry, Stretch } from "./layout.ts";
import { textStart } from "./places.ts";

/**
 * Where everything stands in a JSON text that `parseJson` has accepted. What lies inside a value is looked at only when
 * asked for, so that one answer among a million candidates stays cheap.
 */
export function jsonLayout(text: string): Laid {
  return laid(text, skipJsonSpace(text, textStart(text)));
}

function laid(text: string, start: number): Laid {
  const end = jsonValueEnd(text, start);
  if (text[start] === "{") {
    const entries = once(() => entriesOf(text, start));
    return {
      kind: "map",
      style: "flow",
      start,
      end,
      get entries() {
        return entries();
      },
    };
  }
  if (text[start] === "[") {
    const items = once(() => itemStarts(text, start).map((item) => laid(text, item)));
    return {
      kind: "list",
      start,
      end,
      get items() {
        return items();
      },
    };
  }
  return { kind: "scalar", start, end };
}

function entriesOf(text: string, open: number): LaidEntry[] {
  return itemStarts(text, open).map((start) => {
    const keyStretch: Stretch = { start, end: jsonValueEnd(text, start) };
    const colonEnd = skipJsonSpace(text, keyStretch.end) + 1;
    const value = laid(text, skipJsonSpace(text, colonEnd));
    const after = skipJsonSpace(text, value.end);
    // The text is JSON, so what stands here is a string.
    const key: string = JSON.parse(text.slice(keyStretch.start, keyStretch.end));
    const comma = text[after] === "," ? { commaEnd: after + 1 } : {};
    return { key, keyStretch, colonEnd, value, ...comma, start, end: value.end, comments: [] };
  });
}

/** Where each entry of an object or item of an array starts. */
function itemStarts(text: string, open: number): number[] {
  const isObject = text[open] === "{";
  const starts: number[] = [];
  let at = skipJsonSpace(text, open + 1);
  while (text[at] !== "}" && text[at] !== "]") {
    starts.push(at);
    const end = jsonValueEnd(text, at);
    at = skipJsonSpace(text, isObject ? jsonValueEnd(text, skipJsonSpace(text, skipJsonSpace(text, end) + 1)) : end);
    if (text[at] === ",") at = skipJsonSpace(text, at + 1);
  }
  return starts;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
