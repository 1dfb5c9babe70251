import { bitsFor } from "./score-keys.ts";

/** Buckets for keys of 31 bits, by their highest bits, and room to deal keys out. */
export interface KeyBuckets {
  /** How many keys each bucket has, then where each begins. */
  readonly starts: Uint8Array | Int32Array;
  /** The same four at a time, where bytes are enough. */
  readonly fours?: Int32Array;
  /** What leaves the bucket of a key. */
  readonly shift: number;
  readonly dealt: Int32Array;
}

/**
 * Buckets for so many keys, a multiple of five: they are looked at five in a row, since going round a loop takes a processor
 * as long as a look. Up to 255 their counts fit into bytes: then there are four buckets a key or more, so that few
 * keys share one, and one multiplication adds four of them up. Of more there are two a key or more.
 *
 * @example
 * keyBuckets(20).starts.length // → 128
 * keyBuckets(1000).starts.length // → 2048
 */
export function keyBuckets(keys: number): KeyBuckets {
  const inBytes = keys <= 255;
  const bits = bitsFor((inBytes ? 4 : 2) * keys);
  const buckets = 1 << bits;
  const fours = inBytes ? new Int32Array(buckets / 4) : undefined;
  const starts = fours === undefined ? new Int32Array(buckets) : new Uint8Array(fours.buffer);
  return { starts, ...(fours && { fours }), shift: 31 - bits, dealt: new Int32Array(keys) };
}

/**
 * Sorts the keys that stand from a place on, so many as there are buckets for, from the highest to the lowest: they are
 * dealt out into buckets, and what shares a bucket is put in order on the way back.
 *
 * Cost: keys, if they are spread over the buckets; keys squared at the worst, if they share one.
 *
 * @example
 * const keys = Int32Array.of(7, 1, 3, 2, 9, 8);
 * sortKeys(keyBuckets(5), keys, 1);
 * Array.from(keys) // → [7, 9, 8, 3, 2, 1]
 */
export function sortKeys({ starts, fours, shift, dealt }: KeyBuckets, keys: Int32Array, from: number): void {
  const end = from + dealt.length;
  starts.fill(0);
  countEach(keys, from, end, shift, starts);
  if (fours === undefined) addUp(starts);
  else addUpFours(fours);
  dealOut(keys, from, end, shift, starts, dealt);
  insertEach(dealt, keys, from);
}

function countEach(keys: Int32Array, from: number, end: number, shift: number, counts: Uint8Array | Int32Array): void {
  for (let at = from | 0; at < end; at = (at + 5) | 0) {
    counts[keys[at] >>> shift]++;
    counts[keys[(at + 1) | 0] >>> shift]++;
    counts[keys[(at + 2) | 0] >>> shift]++;
    counts[keys[(at + 3) | 0] >>> shift]++;
    counts[keys[(at + 4) | 0] >>> shift]++;
  }
}

function addUp(counts: Uint8Array | Int32Array): void {
  let start = 0;
  for (let bucket = counts.length - 1; bucket >= 0; bucket--) {
    const count = counts[bucket];
    counts[bucket] = start;
    start = (start + count) | 0;
  }
}

/**
 * Times 1 + 2⁸ + 2¹⁶ + 2²⁴, each byte of a word becomes the sum of itself and those below, and the highest the sum of all
 * four. (Where a machine keeps the bytes of a word the other way round, buckets begin in another order within each four:
 * the keys are then further from their places, and are put there all the same.)
 */
function addUpFours(fours: Int32Array): void {
  let start = 0;
  for (let four = fours.length - 1; four > 0; four = (four - 4) | 0) {
    start = addUpFour(fours, four, start);
    start = addUpFour(fours, (four - 1) | 0, start);
    start = addUpFour(fours, (four - 2) | 0, start);
    start = addUpFour(fours, (four - 3) | 0, start);
  }
}

/** Gives where the next four begin. */
const addUpFour = (fours: Int32Array, four: number, start: number): number => {
  const upToEach = Math.imul(fours[four], 0x01010101);
  const end = (start + (upToEach >>> 24)) | 0;
  fours[four] = (Math.imul(end, 0x01010101) - upToEach) | 0;
  return end;
};

function dealOut(
  keys: Int32Array,
  from: number,
  end: number,
  shift: number,
  starts: Uint8Array | Int32Array,
  dealt: Int32Array,
): void {
  for (let at = from | 0; at < end; at = (at + 5) | 0) {
    dealOne(keys[at], shift, starts, dealt);
    dealOne(keys[(at + 1) | 0], shift, starts, dealt);
    dealOne(keys[(at + 2) | 0], shift, starts, dealt);
    dealOne(keys[(at + 3) | 0], shift, starts, dealt);
    dealOne(keys[(at + 4) | 0], shift, starts, dealt);
  }
}

const dealOne = (key: number, shift: number, starts: Uint8Array | Int32Array, dealt: Int32Array): void => {
  const bucket = key >>> shift;
  const place = starts[bucket];
  starts[bucket] = place + 1;
  dealt[place] = key;
};

function insertEach(dealt: Int32Array, keys: Int32Array, from: number): void {
  let lowest = KEY_MAX;
  for (let next = 0, at = from; next < dealt.length; next++, at = (at + 1) | 0) {
    const key = dealt[next];
    if (key < lowest) {
      keys[at] = key;
      lowest = key;
    } else {
      insert(keys, from, at, key);
    }
  }
}

const KEY_MAX = 2147483647;

function insert(keys: Int32Array, from: number, end: number, key: number): void {
  let at = end;
  for (; at > from; at = (at - 1) | 0) {
    const before = keys[(at - 1) | 0];
    if (before > key) break;
    keys[at] = before;
  }
  keys[at] = key;
}
