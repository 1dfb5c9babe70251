/**
 * Sorts positions in place by a key, high to low; positions with equal keys stay in the order they came in. A radix sort
 * over the bits of the keys, which takes about the same time for keys that are all different and for long runs of equal
 * ones; a few positions, and those in order already, need none. Gives the keys in that order. No key may be NaN.
 *
 * Source: least-significant-digit radix sort, Knuth (1998, 5.2.5); on floating-point numbers, Herf (2001).
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2, 3);
 * const sorted = sortDescending(positions, [5, 7, -1, 7]);
 * positions // → [1, 3, 0, 2]
 * sorted // → [7, 7, 5, -1]
 */
export function sortDescending(positions: Uint32Array, key: ArrayLike<number>): Float64Array {
  const isSorted = isDescending(positions, key);
  if (!isSorted && positions.length > FEW) return sortByBits(positions, key);
  if (!isSorted) positions.sort((one, other) => key[other] - key[one]);
  return cardsOf(positions, key).keys;
}

/** Below, comparing is faster than counting digits. */
const FEW = 400;

function isDescending(positions: Uint32Array, key: ArrayLike<number>): boolean {
  for (let place = 1; place < positions.length; place++) {
    if (key[positions[place]] > key[positions[place - 1]]) return false;
  }
  return true;
}

/** Positions, each with its key. */
interface Cards {
  readonly positions: Uint32Array;
  readonly keys: Float64Array;
}

/** By the high halves of the keys, then by the low halves where the high ones are equal. */
function sortByBits(positions: Uint32Array, key: ArrayLike<number>): Float64Array {
  const cards = cardsOf(positions, key);
  sortByHalf(cards, HIGH);
  const halves = halvesOf(cards.keys);
  const { length } = positions;
  for (let start = 0, end = 1; end <= length; end++) {
    if (end < length && halves[2 * end + HIGH] === halves[2 * start + HIGH]) continue;
    if (end - start > 1) sortRun(cards, start, end);
    start = end;
  }
  return cards.keys;
}

/** Keys that differ in the low half alone. */
function sortRun(cards: Cards, start: number, end: number): void {
  if (end - start <= SHORT_RUN) {
    insertInPlace(cards, start, end);
    return;
  }
  const run = { positions: cards.positions.subarray(start, end), keys: cards.keys.subarray(start, end) };
  sortByHalf(run, LOW);
}

const SHORT_RUN = 32;

function insertInPlace({ positions, keys }: Cards, start: number, end: number): void {
  for (let next = start + 1; next < end; next++) {
    const position = positions[next];
    const key = keys[next];
    let place = next;
    for (; place > start && keys[place - 1] < key; place--) {
      positions[place] = positions[place - 1];
      keys[place] = keys[place - 1];
    }
    positions[place] = position;
    keys[place] = key;
  }
}

function cardsOf(positions: Uint32Array, key: ArrayLike<number>): Cards {
  const keys = new Float64Array(positions.length);
  // Of the two zeros, which are equal, this makes one.
  for (let place = 0; place < positions.length; place++) keys[place] = key[positions[place]] + 0;
  return { positions, keys };
}

/** A number of 64 bits as two whole numbers, one of them the high half. */
function halvesOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}

const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** A half of 32 bits in digits of 11, 11 and 10. */
const SHIFTS = [0, 11, 22] as const;
const DIGITS = 2048;

/** Sorts cards in place by one half of their keys. */
function sortByHalf(cards: Cards, half: number): void {
  let from = cards;
  let to: Cards | undefined;
  for (const shift of SHIFTS) {
    const starts = startsOf(from, half, shift);
    if (starts === undefined) continue;
    to ??= { positions: new Uint32Array(from.positions.length), keys: new Float64Array(from.keys.length) };
    deal(from, to, half, shift, starts);
    [from, to] = [to, from];
  }
  if (from === cards) return;
  cards.positions.set(from.positions);
  cards.keys.set(from.keys);
}

/** Where the cards with each digit will start; undefined where all have the same digit. */
function startsOf({ keys }: Cards, half: number, shift: number): Uint32Array | undefined {
  const counts = new Uint32Array(DIGITS);
  const halves = halvesOf(keys);
  for (let place = 0; place < keys.length; place++) counts[digitOf(halves, place, half, shift)]++;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit];
    if (count === keys.length) return undefined;
    counts[digit] = start;
    start += count;
  }
  return counts;
}

function deal({ positions, keys }: Cards, to: Cards, half: number, shift: number, starts: Uint32Array): void {
  const { positions: toPositions, keys: toKeys } = to;
  const halves = halvesOf(keys);
  for (let place = 0; place < keys.length; place++) {
    const next = starts[digitOf(halves, place, half, shift)]++;
    toPositions[next] = positions[place];
    toKeys[next] = keys[place];
  }
}

/** The bits of a number above 0 grow with it, so they are turned, as the highest comes first; those of one below 0 shrink. */
function digitOf(halves: Uint32Array, place: number, half: number, shift: number): number {
  const isNegative = halves[2 * place + HIGH] >>> 31 === 1;
  const bits = halves[2 * place + half];
  const turned = isNegative ? bits : half === HIGH ? bits ^ 0x7fffffff : ~bits;
  return (turned >>> shift) & (DIGITS - 1);
}
