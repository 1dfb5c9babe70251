/**
 * Sorts positions in place by a key, high to low; positions with equal keys stay in the order they came in. A radix sort
 * over the bits of the keys, which takes about the same time for keys that are all different and for long runs of equal
 * ones; a few positions, and those in order already, need none. No key may be NaN.
 *
 * Source: least-significant-digit radix sort, Knuth (1998, 5.2.5); on floating-point numbers, Herf (2001).
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2, 3);
 * sortDescending(positions, [5, 7, -1, 7]);
 * positions // → [1, 3, 0, 2]
 */
export function sortDescending(positions: Uint32Array, key: ArrayLike<number>): void {
  if (isDescending(positions, key)) return;
  if (positions.length <= FEW) positions.sort((one, other) => key[other] - key[one]);
  else sortByBits(positions, key);
}

/** Below, comparing is faster than counting digits. */
const FEW = 400;

function isDescending(positions: Uint32Array, key: ArrayLike<number>): boolean {
  for (let place = 1; place < positions.length; place++) {
    if (key[positions[place]] > key[positions[place - 1]]) return false;
  }
  return true;
}

/** By the high halves of the keys, then by the low halves where the high ones are equal. */
function sortByBits(positions: Uint32Array, key: ArrayLike<number>): void {
  const halves = sortByHalf(positions, key, "high");
  for (let start = 0, end = 1; end <= halves.length; end++) {
    if (end < halves.length && halves[end] === halves[start]) continue;
    if (end - start > 1) sortRun(positions, key, start, end);
    start = end;
  }
}

/** Positions whose keys differ in the low half alone. */
function sortRun(positions: Uint32Array, key: ArrayLike<number>, start: number, end: number): void {
  if (end - start <= SHORT_RUN) {
    insertInPlace(positions, key, start, end);
    return;
  }
  const run = positions.subarray(start, end);
  if (!isDescending(run, key)) sortByHalf(run, key, "low");
}

const SHORT_RUN = 32;

function insertInPlace(positions: Uint32Array, key: ArrayLike<number>, start: number, end: number): void {
  for (let next = start + 1; next < end; next++) {
    const position = positions[next];
    let place = next;
    for (; place > start && key[positions[place - 1]] < key[position]; place--) positions[place] = positions[place - 1];
    positions[place] = position;
  }
}

/**
 * Sorts positions in place by a key, high to low, into chains: a new one starts where the gap to the key before exceeds a
 * tolerance. `visit` is called with the places of each chain in turn, and may put them in an order of its own; the key
 * says nothing about the order inside a chain. Costs as much as `sortDescending`, and less where many keys are alike.
 *
 * @example
 * const positions = Uint32Array.of(0, 1, 2);
 * const lengths = [];
 * sortIntoChains(positions, [7, 9, 7 + 1e-10], 1e-9, (start, end) => lengths.push(end - start));
 * lengths // → [1, 2]
 * positions[0] // → 1
 */
export function sortIntoChains(
  positions: Uint32Array,
  key: ArrayLike<number>,
  tolerance: number,
  visit: (start: number, end: number) => void,
): void {
  const halves =
    positions.length > FEW && !isDescending(positions, key) ? sortByHalf(positions, key, "high") : undefined;
  if (halves === undefined) sortDescending(positions, key);
  let chain = 0;
  let lowest = Number.POSITIVE_INFINITY;
  // What comes next is one key, or several within the tolerance.
  const meet = (place: number, highestNext: number, lowestNext: number) => {
    if (lowest - highestNext > tolerance && place > 0) {
      visit(chain, place);
      chain = place;
    }
    lowest = lowestNext;
  };
  for (let start = 0, end = 1; start < positions.length; start = end, end++) {
    let high = key[positions[start]];
    let low = high;
    for (; halves !== undefined && end < positions.length && halves[end] === halves[start]; end++) {
      const next = key[positions[end]];
      if (next > high) high = next;
      else if (next < low) low = next;
    }
    if (high - low <= tolerance) {
      meet(start, high, low);
      continue;
    }
    sortRun(positions, key, start, end);
    for (let place = start; place < end; place++) meet(place, key[positions[place]], key[positions[place]]);
  }
  if (positions.length > 0) visit(chain, positions.length);
}

/** A half of 32 bits in digits of 11, 11 and 10. */
const SHIFTS = [0, 11, 22] as const;
const DIGITS = 2048;

/** Sorts positions by half of their keys' bits, and gives those halves in that order as whole numbers, the lowest first. */
function sortByHalf(positions: Uint32Array, key: ArrayLike<number>, half: "high" | "low"): Uint32Array {
  let from = { positions, halves: halvesOf(positions, key, half) };
  let to: typeof from | undefined;
  for (const shift of SHIFTS) {
    const starts = startsOf(from.halves, shift);
    if (starts === undefined) continue;
    to ??= { positions: new Uint32Array(positions.length), halves: new Uint32Array(positions.length) };
    deal(from, to, shift, starts);
    [from, to] = [to, from];
  }
  if (from.positions !== positions) positions.set(from.positions);
  return from.halves;
}

/** The bits of a number above 0 grow with it, those of one below 0 shrink; both are turned, as the highest comes first. */
function halvesOf(positions: Uint32Array, key: ArrayLike<number>, half: "high" | "low"): Uint32Array {
  const halves = new Uint32Array(positions.length);
  const number = new Float64Array(1);
  const bits = new Uint32Array(number.buffer);
  const high = IS_BIG_ENDIAN ? 0 : 1;
  const taken = half === "high" ? high : 1 - high;
  const valueBits = half === "high" ? 0x7fffffff : 0xffffffff;
  for (let place = 0; place < positions.length; place++) {
    // Of the two zeros, which are equal, this makes one.
    number[0] = key[positions[place]] + 0;
    const isNegative = bits[high] >>> 31 === 1;
    halves[place] = isNegative ? bits[taken] : ~bits[taken] & valueBits;
  }
  return halves;
}

const IS_BIG_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 0;

/** Where the numbers with each digit will start; undefined where all have the same digit. */
function startsOf(halves: Uint32Array, shift: number): Uint32Array | undefined {
  const counts = new Uint32Array(DIGITS);
  for (let place = 0; place < halves.length; place++) counts[(halves[place] >>> shift) & (DIGITS - 1)]++;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit];
    if (count === halves.length) return undefined;
    counts[digit] = start;
    start += count;
  }
  return counts;
}

/** Positions, each with half of its key. */
interface Dealt {
  readonly positions: Uint32Array;
  readonly halves: Uint32Array;
}

function deal({ positions, halves }: Dealt, to: Dealt, shift: number, starts: Uint32Array): void {
  const { positions: toPositions, halves: toHalves } = to;
  for (let place = 0; place < halves.length; place++) {
    const half = halves[place];
    const next = starts[(half >>> shift) & (DIGITS - 1)]++;
    toPositions[next] = positions[place];
    toHalves[next] = half;
  }
}
