/** Where the pieces of a JSON text end. Offsets count as strings do, in UTF-16 units. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export function skipJsonSpace(text: string, start: number): number {
  let offset = start;
  for (;;) {
    const unit = text.charCodeAt(offset);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return offset;
    offset += 1;
  }
}

/** After the closing quote of the string that opens at `start`; -1 where it never closes. */
export function jsonStringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return -1;
}

/** After the value that starts at `start`, in a text that is JSON. */
export function jsonValueEnd(text: string, start: number): number {
  let depth = 0;
  let offset = start;
  while (offset < text.length) {
    const unit = text.charCodeAt(offset);
    if (unit === QUOTE) {
      offset = jsonStringEnd(text, offset);
      if (depth === 0) return offset;
      continue;
    }
    if (opens(unit)) depth += 1;
    else if (closes(unit)) depth -= 1;
    else if (depth === 0 && !separates(unit)) return bareEnd(text, offset);
    offset += 1;
    if (depth === 0) return offset;
  }
  return offset;
}

/** After a number or a word: up to white space or a sign. */
export function bareEnd(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && !separates(text.charCodeAt(offset))) offset += 1;
  return Math.max(offset, start + 1);
}

/** How many pairs the maps of a JSON text have, and where the first bracket deeper than `levels` stands. */
export function jsonExtent(text: string, levels: number): { readonly pairs: number; readonly tooDeepAt?: number } {
  let pairs = 0;
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === QUOTE) {
      const end = jsonStringEnd(text, offset);
      if (end === -1) break;
      offset = end - 1;
    } else if (unit === 0x3a) pairs += 1;
    else if (closes(unit)) depth -= 1;
    else if (opens(unit)) {
      depth += 1;
      if (depth > levels) return { pairs, tooDeepAt: offset };
    }
  }
  return { pairs };
}

/** `[` or `{` */
function opens(unit: number): boolean {
  return unit === 0x5b || unit === 0x7b;
}

/** `]` or `}` */
function closes(unit: number): boolean {
  return unit === 0x5d || unit === 0x7d;
}

/** White space, a bracket, `,`, `:` or `"` */
function separates(unit: number): boolean {
  return unit <= 0x20 || unit === 0x2c || unit === 0x3a || unit === QUOTE || opens(unit) || closes(unit);
}
