import { bareEnd, jsonStringEnd, skipJsonSpace } from "./json-text.ts";
import type { Places } from "./places.ts";
import type { Diagnostic, Problems } from "./problems.ts";
import {
  badNumber,
  comment,
  jsonBadEscape,
  jsonMissingColon,
  jsonMissingName,
  jsonMissingValue,
  jsonOpenQuote,
  jsonRawControl,
  jsonStrayBracket,
  notJson,
  otherQuotes,
  textAfterEnd,
  trailingComma,
  unquotedWord,
} from "./problems-in-json.ts";
import {
  duplicateKey,
  extraComma,
  missingComma,
  numberOutOfRange,
  openBracket,
  tooDeep,
  tooManyItems,
  tooManyKeys,
  wrongBracket,
} from "./problems-in-text.ts";
import { MOST_CANDIDATES, MOST_KEYS_IN_A_MAP, MOST_LEVELS } from "./text-limits.ts";

/** What ends the reading. */
type Fault = () => Diagnostic;

interface Bracket {
  readonly sign: "{" | "[";
  readonly offset: number;
  entries: number;
  /** Where each name of a map first stood. */
  readonly names: Map<string, number>;
}

/**
 * Reads a text that was found wanting, sign by sign, for what is wrong with it: the first thing that is not JSON, where
 * the reading ends, and before it every repeated name and everything beyond the limits. `JSON.parse` knows nothing of the
 * latter, and where it stops it says in words of its own, which differ between versions.
 */
export function examineJson(text: string, start: number, places: Places, problems: Problems): void {
  const open: Bracket[] = [];
  let expected: "value" | "name" | "colon" | "comma" | "end" = "value";
  let lastComma = -1;
  let lastName = "";

  let offset = skipJsonSpace(text, start);
  while (offset < text.length) {
    const step = readSign(offset);
    if (typeof step !== "number") {
      problems.error(step);
      return;
    }
    offset = skipJsonSpace(text, step);
  }
  const bracket = open[open.length - 1];
  if (bracket !== undefined) problems.error(() => openBracket(places.at(bracket.offset), bracket.sign));

  /** Where the sign at an offset ends, or what is wrong with it. */
  function readSign(at: number): number | Fault {
    const sign = text[at];
    if (sign === "#" || (sign === "/" && /[/*]/.test(text.charAt(at + 1)))) return () => comment(places.at(at));
    if (expected === "end") return closesNothing(at, sign) ?? (() => textAfterEnd(places.at(at)));
    if (sign === "}" || sign === "]") return readClosing(at, sign);
    if (expected === "comma") return readComma(at, sign);
    if (expected === "colon") return readColon(at, sign);
    if (sign === ",") return () => (isAfterColon() ? jsonMissingValue(places.at(at)) : extraComma(places.at(at)));
    if (sign === ":") return () => (expected === "name" ? jsonMissingName(places.at(at)) : notJson(places.at(at)));
    return expected === "name" ? readName(at, sign) : readValue(at, sign);
  }

  function isAfterColon(): boolean {
    return expected === "value" && open[open.length - 1]?.sign === "{";
  }

  function closesNothing(at: number, sign: string): Fault | undefined {
    if (sign !== "}" && sign !== "]") return undefined;
    return () => jsonStrayBracket(places.at(at), sign);
  }

  function readComma(at: number, sign: string): number | Fault {
    if (sign !== ",") return () => missingComma(places.at(at));
    lastComma = at;
    expected = open[open.length - 1].sign === "{" ? "name" : "value";
    return at + 1;
  }

  function readColon(at: number, sign: string): number | Fault {
    if (sign !== ":") return () => jsonMissingColon(places.at(at), lastName);
    expected = "value";
    return at + 1;
  }

  function readClosing(at: number, sign: string): number | Fault {
    const bracket = open[open.length - 1];
    if (bracket === undefined) return () => jsonStrayBracket(places.at(at), sign);
    if (sign !== (bracket.sign === "{" ? "}" : "]")) {
      return () => wrongBracket(places.at(at), sign, places.at(bracket.offset), bracket.sign);
    }
    if (expected === "colon") return () => jsonMissingColon(places.at(at), lastName);
    if (isAfterColon()) return () => jsonMissingValue(places.at(at));
    if (expected !== "comma" && bracket.entries > 0) return () => trailingComma(places.at(lastComma));
    const { entries, offset: opened } = bracket;
    if (sign === "}" && entries > MOST_KEYS_IN_A_MAP) problems.error(() => tooManyKeys(places.at(opened), entries));
    if (sign === "]" && entries > MOST_CANDIDATES) problems.error(() => tooManyItems(places.at(opened), entries));
    open.pop();
    expected = open.length === 0 ? "end" : "comma";
    return at + 1;
  }

  function readName(at: number, sign: string): number | Fault {
    if (sign !== '"') return () => notAName(at, sign);
    const end = jsonStringEnd(text, at);
    const fault = faultInString(at, end);
    if (fault !== undefined) return fault;
    const name: string = JSON.parse(text.slice(at, end));
    const map = open[open.length - 1];
    const before = map.names.get(name);
    if (before === undefined) map.names.set(name, at);
    else problems.error(() => duplicateKey(places.at(at, end), name, places.at(before)));
    map.entries += 1;
    lastName = name;
    expected = "colon";
    return end;
  }

  function readValue(at: number, sign: string): number | Fault {
    const list = open[open.length - 1];
    if (list?.sign === "[") list.entries += 1;
    if (sign === "{" || sign === "[") {
      if (open.length === MOST_LEVELS) return () => tooDeep(places.at(at));
      open.push({ sign, offset: at, entries: 0, names: new Map() });
      expected = sign === "{" ? "name" : "value";
      return at + 1;
    }
    const end = sign === '"' ? jsonStringEnd(text, at) : bareEnd(text, at);
    const fault = sign === '"' ? faultInString(at, end) : faultInBare(at, end);
    if (fault !== undefined) return fault;
    expected = open.length === 0 ? "end" : "comma";
    return end;
  }

  function notAName(at: number, sign: string): Diagnostic {
    const end = bareEnd(text, at);
    if (QUOTES.test(sign)) return otherQuotes(places.at(at), sign);
    if (/[{[\d-]/.test(sign)) return jsonMissingName(places.at(at));
    return unquotedWord(places.at(at, end), text.slice(at, end));
  }

  function faultInString(at: number, end: number): Fault | undefined {
    const written = text.slice(at, end);
    if (end === -1 || written.includes("\n")) return () => jsonOpenQuote(places.at(at, text.length));
    const bad = /\\(?!["\\/bfnrt]|u[\dA-Fa-f]{4})/.exec(maskPairs(written));
    if (bad !== null) {
      const from = at + bad.index;
      return () => jsonBadEscape(places.at(from, from + 2), text.slice(from, from + 2));
    }
    for (let offset = at; offset < end; offset += 1) {
      if (text.charCodeAt(offset) < 0x20) return () => jsonRawControl(places.at(offset));
    }
    return undefined;
  }

  function faultInBare(at: number, end: number): Fault | undefined {
    const written = text.slice(at, end);
    if (NUMBER.test(written)) {
      if (!Number.isFinite(Number(written))) problems.error(() => numberOutOfRange(places.at(at, end), written));
      return undefined;
    }
    if (WORDS.has(written)) return undefined;
    if (QUOTES.test(written)) return () => otherQuotes(places.at(at), text[at]);
    if (/^[-+.\d]/.test(written)) return () => badNumber(places.at(at, end), written);
    return () => unquotedWord(places.at(at, end), written);
  }
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;
const WORDS: ReadonlySet<string> = new Set(["true", "false", "null"]);
/** Those of other languages and of word processors. */
const QUOTES = /^['`´‘’“”„«»]/;

/** With escaped backslashes out of the way, every backslash starts an escape; lengths stay. */
function maskPairs(written: string): string {
  return written.replaceAll("\\\\", "//");
}
