/**
 * What is read from right to left inside sentences that are read from left to right. Left to itself, a browser would set the
 * number after such a name before it; set apart, the name keeps to itself, with the digits and signs at its ends. A name
 * without such letters follows the sentence anyway.
 */

/** Finds the names to set apart; undefined where none is read from right to left. */
export type Names = RegExp | undefined;

/** With more, each is set apart letter run by letter run. */
const NAMES_AT_MOST = 1000;

/**
 * @example
 * namesToSetApart(["Zoo"]) === undefined // → true
 * "גן and Zoo".split(namesToSetApart(["Zoo", "גן"])) // → ["","גן"," and Zoo"]
 */
export function namesToSetApart(names: readonly string[]): Names {
  const turned = names.filter((name) => RIGHT_TO_LEFT.test(name)).toSorted((one, other) => other.length - one.length);
  if (turned.length === 0 || turned.length > NAMES_AT_MOST) return undefined;
  const whole = turned.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|");
  // No part of a longer word: letters that are joined would come apart.
  return new RegExp(`(?<![${LETTERS}])(${whole})(?![${LETTERS}])`, "u");
}

/** A piece of a text that is in one direction, and whether it is set apart. */
export interface Turn {
  readonly text: string;
  readonly isApart: boolean;
}

/**
 * A text in pieces, the names and other runs that are read from right to left apart.
 *
 * @example
 * turns("גן 4 and עץ", undefined) // → [{"text":"גן","isApart":true},{"text":" 4 and ","isApart":false},{"text":"עץ","isApart":true}]
 */
export function turns(text: string, names: Names): readonly Turn[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, isApart: false }];
  const parts = names === undefined ? [text] : text.split(names);
  return parts
    .flatMap((part, place) => (place % 2 === 1 ? [{ text: part, isApart: true }] : runsIn(part)))
    .filter((turn) => turn.text !== "");
}

/**
 * Whether a text as a whole is read from right to left: by its first letter that is not in one of the names.
 *
 * @example
 * isRightToLeft("גן leads", namesToSetApart(["גן"])) // → false
 * isRightToLeft("גן leads", undefined) // → true
 */
export function isRightToLeft(text: string, names: Names): boolean {
  if (!RIGHT_TO_LEFT.test(text)) return false;
  const others = names === undefined ? [text] : text.split(names).filter((_, place) => place % 2 === 0);
  const first = /\p{L}/u.exec(others.join(""));
  return first !== null && RIGHT_TO_LEFT.test(first[0]);
}

/** A run may have spaces and marks inside, and ends with a letter. */
function runsIn(text: string): readonly Turn[] {
  return text.split(RUN).map((part, place) => ({ text: part, isApart: place % 2 === 1 }));
}

/** Hebrew, Arabic and their neighbours, with their presentation forms, and the sign that is one of them and not seen. */
const LETTERS = "\\u200f\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";
const RIGHT_TO_LEFT = new RegExp(`[${LETTERS}]`, "u");
const RUN = new RegExp(`([${LETTERS}]+(?:[\\s\\p{P}\\p{M}]{1,20}[${LETTERS}]+)*)`, "u");
