import type { Diagnostic } from "./problems.ts";
import { extraComma, missingComma, tooDeep } from "./problems-in-text.ts";
import {
  badEscape,
  badIndentation,
  colonWithoutSpace,
  commentWithoutSpace,
  dashAfterName,
  indentedUnderText,
  keyNotText,
  linesInBrackets,
  missingColon,
  notYaml,
  openQuote,
  reservedStart,
  tabIndentation,
  textAfterBlockMark,
  textAfterBracket,
  textAfterQuote,
  unknownTag,
  unquotedColon,
  unquotedColonInBrackets,
} from "./problems-in-yaml.ts";
import type { Place } from "./source.ts";
import type { Finding, LibraryError } from "./yaml-findings.ts";
import type { Tokens } from "./yaml-tokens.ts";

/**
 * What a person most likely did, from what the YAML library complains of. Undefined where the cause was found while the
 * tokens passed, or where the error only follows from another.
 */
export function causeOf(error: LibraryError, text: string, longQuotes: Tokens["longQuotes"]): Finding | undefined {
  const { start, message } = error;
  switch (error.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return valueOnOneLine(error, text);
    case "MULTILINE_IMPLICIT_KEY":
      return nameAlone(error, text);
    case "KEY_OVER_1024_CHARS":
      return colonInText(start, text);
    case "BLOCK_IN_FLOW":
      return blockInBrackets(error, text);
    case "BAD_INDENT":
      return message.startsWith("Flow") ? undefined : indentation(start, text);
    case "TAB_AS_INDENT":
      return breakingOff(start, (places) => tabIndentation(places.at(start)));
    case "BAD_SCALAR_START":
      return local(start, (places) => reservedStart(places.at(start), text[start]));
    case "BAD_DQ_ESCAPE":
      return local(start, (places) => badEscape(places.at(start, start + 2), text.slice(start, start + 2)));
    case "NON_STRING_KEY":
      return text[start] === "!" ? tag(error, text) : at(start, 1, keyNotText);
    case "TAG_RESOLVE_FAILED":
    case "BAD_COLLECTION_TYPE":
    case "MULTIPLE_TAGS":
      return tag(error, text);
    case "MISSING_CHAR":
      return missingSign(error, text);
    case "UNEXPECTED_TOKEN":
      return unexpected(error, text, longQuotes);
    case "RESOURCE_EXHAUSTION":
      return breakingOff(start, (places) => tooDeep(places.at(start)));
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
    case "MULTIPLE_ANCHORS":
    case "BAD_DIRECTIVE":
      return undefined;
    default:
      return unreadable(start);
  }
}

/** What is left to say where no cause is known. */
export function unreadable(start: number): Finding {
  return breakingOff(start, (places) => notYaml(places.at(start)));
}

function local(offset: number, tell: Finding["tell"]): Finding {
  return { offset, breaksOff: false, tell };
}

function breakingOff(offset: number, tell: Finding["tell"]): Finding {
  return { offset, breaksOff: true, tell };
}

function at(start: number, length: number, tell: (place: Place) => Diagnostic): Finding {
  return local(start, (places) => tell(places.at(start, start + length)));
}

/** `name: Foo: bar`, or a line that is indented under a value. */
function valueOnOneLine({ start }: LibraryError, text: string): Finding {
  if (startsWithDash(start, text)) return indentation(start, text);
  if (hasColon(lineFrom(start, text))) return colonInText(start, text);
  const next = skipSpace(endOfLine(start, text), text);
  return local(next, (places) => indentedUnderText(places.at(next, endOfLine(next, text))));
}

function colonInText(start: number, text: string): Finding {
  const line = lineFrom(start, text);
  return local(start, (places) => unquotedColon(places.at(start, start + line.length), line));
}

/** A line without a colon, which the library reads together with the next. */
function nameAlone({ start, end }: LibraryError, text: string): Finding {
  if (startsWithDash(start, text)) return indentation(start, text);
  const line = lineFrom(start, text).slice(0, end - start);
  const tell = hasTightColon(line) ? colonWithoutSpace : missingColon;
  return local(start, (places) => tell(places.at(start, start + line.length), line));
}

function blockInBrackets({ start, end }: LibraryError, text: string): Finding {
  const line = lineFrom(start, text).slice(0, end - start);
  if (!hasColon(line)) return at(start, 1, linesInBrackets);
  return local(start, (places) => unquotedColonInBrackets(places.at(start, start + line.length), line));
}

function indentation(start: number, text: string): Finding {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const first = skipSpace(Math.max(lineStart, 0), text);
  const tab = text.slice(lineStart, first).indexOf("\t");
  if (tab !== -1) return breakingOff(first, (places) => tabIndentation(places.at(lineStart + tab)));
  return breakingOff(first, (places) => badIndentation(places.at(first, endOfLine(first, text))));
}

function tag({ start }: LibraryError, text: string): Finding {
  const [written] = lineFrom(start, text).split(/[\s,[\]{}]/, 1);
  return local(start, (places) => unknownTag(places.at(start, start + written.length), written));
}

function missingSign(error: LibraryError, text: string): Finding | undefined {
  const { start, message } = error;
  if (/closing|directives-end|must end with/.test(message)) return undefined;
  if (message.startsWith("Sequence item without")) return indentation(start, text);
  if (message.startsWith("Implicit map keys")) return nameAlone(error, text);
  if (message.startsWith("Comments must")) return at(start, 1, commentWithoutSpace);
  if (/^Missing , /.test(message)) return at(skipSpace(start, text), 1, missingComma);
  return unreadable(start);
}

function unexpected(
  { start, message }: LibraryError,
  text: string,
  longQuotes: Tokens["longQuotes"],
): Finding | undefined {
  if (message.endsWith("at node end")) return afterValue(start, text, longQuotes);
  if (message.includes("block-seq-ind on same line")) return at(start, 1, dashAfterName);
  if (/^Unexpected (,|empty item)/.test(message)) return at(start, 1, extraComma);
  if (/^Unexpected flow-(map|seq)-end/.test(message)) return undefined;
  if (/^(Not a YAML token|Block scalar header)/.test(message)) return afterBlockMark(start, text);
  return unreadable(start);
}

function afterValue(start: number, text: string, longQuotes: Tokens["longQuotes"]): Finding {
  const before = text.slice(0, start).trimEnd().length - 1;
  const sign = text[before];
  if (sign === "]" || sign === "}") return at(start, 1, textAfterBracket);
  if (sign !== '"' && sign !== "'") return unreadable(start);
  // A quote that closes on a later line, with text after it, is most likely the opening one of the next text.
  const long = longQuotes.find(({ end }) => end === before + 1);
  if (long !== undefined) return breakingOff(long.start, (places) => openQuote(places.at(long.start, long.end), sign));
  return local(start, (places) => textAfterQuote(places.at(start, endOfLine(start, text)), sign));
}

function afterBlockMark(start: number, text: string): Finding {
  const mark = Math.max(text.lastIndexOf("|", start), text.lastIndexOf(">", start));
  return local(start, (places) => textAfterBlockMark(places.at(start, endOfLine(start, text)), text[mark]));
}

// ---- the text around an offset ----

function endOfLine(start: number, text: string): number {
  const feed = text.indexOf("\n", start);
  return feed === -1 ? text.length : feed;
}

function lineFrom(start: number, text: string): string {
  return text.slice(start, endOfLine(start, text)).trimEnd();
}

function skipSpace(start: number, text: string): number {
  let offset = start;
  while (/[ \t\r\n]/.test(text.charAt(offset))) offset += 1;
  return offset;
}

function startsWithDash(start: number, text: string): boolean {
  return /^-(\s|$)/.test(lineFrom(skipSpace(start, text), text));
}

function hasColon(line: string): boolean {
  return /:(\s|$)/.test(line);
}

/** `name:value`, but no web address. */
export function hasTightColon(text: string): boolean {
  return /^[^\s:]+:[^\s/]/.test(text);
}
