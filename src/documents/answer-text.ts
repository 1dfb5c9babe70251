import type { Ground, Id } from "../engine/decision.ts";
import { GROUND_FIELDS, groundText } from "./same-answer.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/** How keys and flow maps are written where an answer goes: as their neighbours are. */
export interface FlowStyle {
  /** JSON also quotes words and ranges. */
  readonly language: "yaml" | "json";
  readonly quote: "" | "'" | '"';
  readonly colon: ": " | ":";
  readonly comma: ", " | ",";
}

export interface Field {
  readonly key: string;
  readonly text: string;
}

/** The fields that may state an answer in its long form. */
export const ANSWER_FIELDS = ["score", "range", "unknown", "abstain"] as const;

/** An answer as it is written when nothing of it stands there yet: in its shortest form. */
export function answerText(answer: WrittenAnswer, style: FlowStyle): string {
  const grounds = GROUND_FIELDS.flatMap((key) => groundField(answer, key, style) ?? []);
  const short = shortText(answer, style);
  if (short !== undefined && grounds.length === 0) return short;
  const stated = answerField(answer, style);
  return flowMapText(stated === undefined ? grounds : [stated, ...grounds], style);
}

/** The field that states the answer in the long form; undefined where there is only a note so far. */
export function answerField(answer: WrittenAnswer, style: FlowStyle): Field | undefined {
  switch (answer.kind) {
    case "score":
      return { key: "score", text: String(answer.score) };
    case "range":
      return { key: "range", text: `[${answer.low}${style.comma}${answer.high}]` };
    case "unknown":
    case "abstain":
      return { key: "score", text: wordText(answer.kind, style) };
    case "unanswered":
      return undefined;
  }
}

/** A note, its evidence or its basis. */
export function groundField(ground: Ground, key: keyof Ground, style: FlowStyle): Field | undefined {
  const text = groundText(ground, key);
  return text === undefined ? undefined : { key, text: key === "basis" ? wordText(text, style) : quotedText(text) };
}

export function flowMapText(fields: readonly Field[], style: FlowStyle): string {
  return `{${fields.map((field) => fieldText(field, style)).join(style.comma)}}`;
}

export function fieldText({ key, text }: Field, style: FlowStyle): string {
  return `${keyText(key, style)}${style.colon}${text}`;
}

function keyText(key: Id, { quote }: FlowStyle): string {
  if (quote === "'") return `'${key.replaceAll("'", "''")}'`;
  return quote === '"' || !isPlainKey(key) ? quotedText(key) : key;
}

/** Letters, digits and hyphens from a letter on, and no word that some reader of YAML takes for something else. */
function isPlainKey(key: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N}-]*$/u.test(key) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(key);
}

/** An answer in one word or number; undefined where that would not be understood. */
export function shortText(answer: WrittenAnswer, style: FlowStyle): string | undefined {
  switch (answer.kind) {
    case "score":
      return String(answer.score);
    case "range": {
      const ends = [String(answer.low), String(answer.high)];
      // An exponent may have a hyphen of its own.
      return ends.every((end) => /^-?\d+(?:\.\d+)?$/.test(end)) ? wordText(ends.join("-"), style) : undefined;
    }
    case "unknown":
    case "abstain":
      return wordText(answer.kind, style);
    case "unanswered":
      return undefined;
  }
}

function wordText(word: string, { language }: FlowStyle): string {
  return language === "json" ? quotedText(word) : word;
}

/**
 * Quoted as JSON quotes, which YAML reads alike, so that no text turns into something else. What an editor would hide or a
 * reader refuse (control characters, bidirectional controls, separators of lines, lone surrogates, byte order marks) is
 * written as its code.
 *
 * @example
 * quotedText("no: \"never\"") // → "\"no: \\\"never\\\"\""
 * quotedText("a\u202Eb") // → "\"a\\u202eb\""
 */
export function quotedText(text: string): string {
  // JSON.stringify itself escapes C0 controls and lone surrogates.
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
