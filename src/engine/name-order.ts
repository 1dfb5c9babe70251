import { compareByCodePoint } from "./code-point-order.ts";
import type { Candidate } from "./decision.ts";
import { sortDescending } from "./descending-order.ts";

/** What of a candidate decides its place among equals. */
export type Named = Pick<Candidate, "id" | "name">;

/**
 * Sorts positions in the list of candidates in place by name, then by id, by code point. Where the list itself is in that
 * order, which is found out once, the positions are; else texts are sorted a few characters at a time, as numbers, and
 * compared whole only where few are left. Never quadratic, however many names are alike and however long.
 *
 * Source: most-significant-digit radix sort of strings, Sedgewick and Wayne (2011, 5.1).
 *
 * @example
 * const candidates = [{ id: "b", name: "Zoo" }, { id: "a", name: "Zoo" }, { id: "c", name: "Farm" }];
 * const positions = Uint32Array.of(0, 1, 2);
 * nameOrder(candidates)(positions);
 * positions // → [2, 1, 0]
 */
export function nameOrder(candidates: readonly Named[]): (positions: Uint32Array) => void {
  const names: Texts = (position) => candidates[position].name;
  const ids: Texts = (position) => candidates[position].id;
  const compare = (one: number, other: number) => compareByName(candidates[one], candidates[other]);
  let listed: boolean | undefined;
  let keys: Float64Array | undefined;
  return (positions) => {
    if (positions.length <= FEW) {
      positions.sort(compare);
      return;
    }
    listed ??= isInOrder(candidates);
    if (listed) {
      sortAscending(positions);
      return;
    }
    keys ??= new Float64Array(candidates.length);
    const sorting = { keys, few: compare };
    sortByText(positions, names, sorting, (sameName) => sortByText(sameName, ids, sorting, () => {}));
  };
}

/** So few that comparing whole texts is faster. */
const FEW = 8;

/** The text of the candidate at a position. */
type Texts = (position: number) => string;

function compareByName(one: Named, other: Named): number {
  return compareByCodePoint(one.name, other.name) || compareByCodePoint(one.id, other.id);
}

function isInOrder(candidates: readonly Named[]): boolean {
  let before = candidates[0];
  let isBeforePlain = isPlain(before.name);
  for (const next of candidates) {
    const isNextPlain = isPlain(next.name);
    // Without halves of characters, the order of the language is the order by code point.
    const isAbove = isBeforePlain && isNextPlain && before.name < next.name;
    if (!isAbove && compareByName(before, next) > 0) return false;
    before = next;
    isBeforePlain = isNextPlain;
  }
  return true;
}

/** Has no halves of characters. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xf800) === 0xd800) return false;
  return true;
}

function sortAscending(positions: Uint32Array): void {
  for (let place = 1; place < positions.length; place++) {
    if (positions[place] > positions[place - 1]) continue;
    positions.sort();
    return;
  }
}

interface Sorting {
  /** Room for a number a candidate. */
  readonly keys: Float64Array;
  /** The whole order, for a few positions. */
  readonly few: (one: number, other: number) => number;
}

/** Positions whose texts are the same up to some character. */
interface Run {
  readonly positions: Uint32Array;
  readonly from: number;
}

/** Sorts by one text a candidate; `settle` sorts those of equal text. A list of what is left, as texts may be long. */
function sortByText(all: Uint32Array, texts: Texts, { keys, few }: Sorting, settle: (same: Uint32Array) => void): void {
  const left: Run[] = [{ positions: all, from: 0 }];
  for (let run = left.pop(); run !== undefined; run = left.pop()) {
    const { positions } = run;
    if (positions.length <= FEW) {
      positions.sort(few);
      continue;
    }
    const from = sharedEnd(positions, texts, run.from);
    const isAscii = fillKeys(keys, positions, texts, from, asciiKey);
    if (!isAscii) fillKeys(keys, positions, texts, from, codePointKey);
    sortDescending(positions, keys);
    for (let start = 0, end = 1; end <= positions.length; end++) {
      if (end < positions.length && keys[positions[end]] === keys[positions[start]]) continue;
      if (end - start > 1) {
        const same = positions.subarray(start, end);
        const text = texts(same[0]);
        const next = isAscii ? from + ASCII_IN_A_KEY : afterCodePoint(text, afterCodePoint(text, from));
        if (next > text.length) settle(same);
        else left.push({ positions: same, from: next });
      }
      start = end;
    }
  }
}

/** Up to where all these texts are the same, and no character is cut in half. */
function sharedEnd(positions: Uint32Array, texts: Texts, from: number): number {
  const first = texts(positions[0]);
  let end = first.length;
  for (let place = 1; place < positions.length && end > from; place++) {
    const text = texts(positions[place]);
    let at = from;
    while (at < end && text.charCodeAt(at) === first.charCodeAt(at)) at++;
    end = at;
  }
  return end > from && isFirstHalf(first.charCodeAt(end - 1)) ? end - 1 : end;
}

/** Numbers that order the texts by their next few characters, below 0, as the highest is sorted first; false: none fit. */
function fillKeys(
  keys: Float64Array,
  positions: Uint32Array,
  texts: Texts,
  from: number,
  keyOf: (text: string, from: number) => number,
): boolean {
  for (let place = 0; place < positions.length; place++) {
    const key = keyOf(texts(positions[place]), from);
    if (key === NO_KEY) return false;
    keys[positions[place]] = -key;
  }
  return true;
}

const NO_KEY = -1;

/** Seven characters of seven bits; the end of the text, 0, comes before all of them. */
const ASCII_IN_A_KEY = 7;

function asciiKey(text: string, from: number): number {
  let key = 0;
  for (let at = from; at < from + ASCII_IN_A_KEY; at++) {
    const digit = at < text.length ? text.charCodeAt(at) + 1 : 0;
    if (digit > 127) return NO_KEY;
    key = key * 128 + digit;
  }
  return key;
}

/** Two characters of 21 bits. */
const CODE_POINTS = 0x200000;

function codePointKey(text: string, from: number): number {
  return codePointDigit(text, from) * CODE_POINTS + codePointDigit(text, afterCodePoint(text, from));
}

function codePointDigit(text: string, at: number): number {
  return (text.codePointAt(at) ?? -1) + 1;
}

/** Past the end of the text where it has ended already. */
function afterCodePoint(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
