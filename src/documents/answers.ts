import type { Basis, Ground, Scale } from "../engine/decision.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/** An answer as the schema lets it through: `4`, `3-4`, `unknown`, or a map with more. */
export type AnswerInFile = number | string | AnswerMap;

export interface AnswerMap {
  readonly score?: number | string;
  readonly range?: string | readonly (number | undefined)[];
  readonly unknown?: boolean;
  readonly abstain?: boolean;
  readonly note?: string;
  readonly evidence?: string;
  readonly basis?: Basis;
}

/** Why an answer says nothing, and under which of its keys. */
export type Misread = { readonly kind: "misread"; readonly key?: keyof AnswerMap } & (
  | { readonly why: "off-scale"; readonly number: number }
  | { readonly why: "reversed"; readonly low: number; readonly high: number }
  | { readonly why: "no-answer"; readonly text: string }
  | { readonly why: "contradiction"; readonly keys: readonly (keyof AnswerMap)[] }
);

const UNANSWERED: WrittenAnswer = { kind: "unanswered" };
const UNKNOWN: WrittenAnswer = { kind: "unknown" };
const ABSTAIN: WrittenAnswer = { kind: "abstain" };
/** Plain answers are shared: a table of a million rows has ten million of them, and few that differ. */
const WHOLE: readonly WrittenAnswer[] = Array.from({ length: 101 }, (_, score) => ({ kind: "score", score }));

/**
 * What an answer in a file means on a scale. A range within the scale stays a range, even one over the whole of it: that
 * it says nothing is for the engine to say.
 *
 * @example
 * readAnswer("3-4", { min: 1, max: 5, step: 1 }) // → {"kind":"range","low":3,"high":4}
 * readAnswer("-2-3", { min: -5, max: 5, step: 1 }) // → {"kind":"range","low":-2,"high":3}
 * readAnswer({ note: "They promised figures by June" }, { min: 1, max: 5, step: 1 }) // → {"kind":"unanswered","note":"They promised figures by June"}
 * readAnswer(7, { min: 1, max: 5, step: 1 }) // → {"kind":"misread","why":"off-scale","number":7}
 */
export function readAnswer(written: AnswerInFile, scale: Scale): WrittenAnswer | Misread {
  if (typeof written === "number") return score(written, scale);
  if (typeof written === "string") return readShortForm(written, scale);
  return readMap(written, scale);
}

function score(number: number, scale: Scale): WrittenAnswer | Misread {
  if (!isOnScale(number, scale)) return { kind: "misread", why: "off-scale", number };
  return WHOLE[number] ?? { kind: "score", score: number };
}

function range(low: number, high: number, scale: Scale): WrittenAnswer | Misread {
  if (!isOnScale(low, scale)) return { kind: "misread", why: "off-scale", number: low };
  if (!isOnScale(high, scale)) return { kind: "misread", why: "off-scale", number: high };
  if (low > high) return { kind: "misread", why: "reversed", low, high };
  return low === high ? score(low, scale) : { kind: "range", low, high };
}

export function isOnScale(number: number, { min, max }: Pick<Scale, "min" | "max">): boolean {
  return number >= min && number <= max;
}

/** No number that a person writes is longer. */
const LONGEST_SHORT_FORM = 64;
/** `4`, `2-4`, `2.5 - 4`, `2–4`; a hyphen before the first digit of a number is its sign. */
const NUMBER_OR_RANGE = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:\s*[-–]\s*([+-]?(?:\d+\.?\d*|\.\d+)))?$/;

function readShortForm(written: string, scale: Scale): WrittenAnswer | Misread {
  const text = written.trim();
  if (text === "unknown") return UNKNOWN;
  if (text === "abstain") return ABSTAIN;
  const match = text.length > LONGEST_SHORT_FORM ? null : NUMBER_OR_RANGE.exec(text);
  if (match === null) return { kind: "misread", why: "no-answer", text };
  const [, first, second] = match;
  return second === undefined ? score(Number(first), scale) : range(Number(first), Number(second), scale);
}

/**
 * The number that a text is, or undefined.
 *
 * @example
 * numberFrom("2.5") // → 2.5
 * numberFrom("2-4") ?? null // → null
 */
export function numberFrom(text: string): number | undefined {
  const match = text.length > LONGEST_SHORT_FORM ? null : NUMBER_OR_RANGE.exec(text.trim());
  return match === null || match[2] !== undefined ? undefined : Number(match[1]);
}

function readMap(written: AnswerMap, scale: Scale): WrittenAnswer | Misread {
  const stated = ANSWERING_KEYS.filter((key) => written[key] !== undefined && written[key] !== false);
  if (stated.length > 1) return { kind: "misread", why: "contradiction", keys: stated };
  const key = stated.at(0);
  const answer = key === undefined ? UNANSWERED : readKey(written, key, scale);
  return answer.kind === "misread"
    ? { ...answer, ...(key !== undefined && { key }) }
    : { ...answer, ...ground(written) };
}

const ANSWERING_KEYS = ["score", "range", "unknown", "abstain"] as const;

function readKey(written: AnswerMap, key: keyof AnswerMap, scale: Scale): WrittenAnswer | Misread {
  if (key === "unknown") return UNKNOWN;
  if (key === "abstain") return ABSTAIN;
  const value = key === "range" ? written.range : written.score;
  if (typeof value === "number") return score(value, scale);
  if (typeof value === "string") return readShortForm(value, scale);
  const [low, high] = value ?? [];
  // An end that could not be read has been reported; the other is still looked at.
  return range(low ?? high ?? scale.min, high ?? low ?? scale.max, scale);
}

function ground({ note, evidence, basis }: AnswerMap): Ground {
  return {
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
    ...(basis !== undefined && { basis }),
  };
}
