/** Writes so many numbers, uniform from 0 to below 1, over the start of a list. */
export type UniformNumbers = (into: Float64Array, count: number) => void;

/** Writes so many whole numbers, uniform from 0 to 2³¹ − 1, over the start of a list. */
export type UniformIntegers = (into: Int32Array, count: number) => void;

/** One sequence of random words, given out as the one or the other. */
export interface RandomSource {
  readonly numbers: UniformNumbers;
  readonly integers: UniformIntegers;
}

/** Four words of 32 bits, not all of them 0. */
export type RandomState = Uint32Array;

/**
 * Independent sources of uniform numbers, so many as asked for, from one seed. The same seed gives the same numbers on
 * every machine and version of Node: integers are multiplied and shifted, then divided by a power of two.
 *
 * Seed: a whole number from 0 to 2⁵³ − 1.
 *
 * @example
 * const [first, second] = uniformSources(1, 2);
 * const numbers = new Float64Array(3);
 * first.numbers(numbers, 2);
 * numbers[2] // → 0
 */
export function uniformSources(seed: number, count: number): readonly RandomSource[] {
  const words = splitmix(seed, 2 * count).flatMap((word) => [Number(word & LOW_HALF), Number(word >> 32n)]);
  return Array.from({ length: count }, (_, place) => {
    const state = Uint32Array.from(words.slice(4 * place, 4 * place + 4));
    return {
      numbers: (into, numbers) => fillWithUniform(state, into, numbers),
      integers: (into, numbers) => fillWithIntegers(state, into, numbers),
    };
  });
}

/**
 * The next numbers of a state, which moves on: 27 bits of one word and 26 of the next make the 53 that a number has. The
 * words are those of xoshiro128**, which has a period of 2¹²⁸ − 1.
 *
 * Source: Blackman and Vigna (2021).
 *
 * @example
 * const numbers = new Float64Array(2);
 * fillWithUniform(Uint32Array.of(1, 2, 3, 4), numbers, 2);
 * numbers[0] * 2 ** 53 // → 24159191040
 */
export function fillWithUniform(state: RandomState, into: Float64Array, count: number): void {
  // A number has the room of its two words.
  const words = new Int32Array(into.buffer, into.byteOffset, 2 * count);
  fillWithWords(state, words, 2 * count);
  for (let place = 0; place < count; place++) {
    const high = words[2 * place] >>> 5;
    const low = words[2 * place + 1] >>> 6;
    into[place] = (high * 67108864 + low) * UNIT;
  }
}

/**
 * The same with 31 bits, those of one word without the last.
 *
 * @example
 * const numbers = new Int32Array(2);
 * fillWithIntegers(Uint32Array.of(1, 2, 3, 4), numbers, 2);
 * Array.from(numbers) // → [5760, 0]
 */
export function fillWithIntegers(state: RandomState, into: Int32Array, count: number): void {
  fillWithWords(state, into, count);
  for (let place = 0; place < count; place++) into[place] = into[place] >>> 1;
}

function fillWithWords(state: RandomState, into: Int32Array, count: number): void {
  let one = state[0] | 0;
  let two = state[1] | 0;
  let three = state[2] | 0;
  let four = state[3] | 0;
  for (let place = 0; place < count; place++) {
    into[place] = scrambled(two);
    const shifted = two << 9;
    three ^= one;
    four ^= two;
    two ^= three;
    one ^= four;
    three ^= shifted;
    four = rotated(four, 11);
  }
  state[0] = one;
  state[1] = two;
  state[2] = three;
  state[3] = four;
}

/**
 * The first numbers of 64 bits that follow from a seed: neighbouring seeds give unrelated ones. It fills the states of
 * other generators, as their authors advise.
 *
 * Source: SplitMix64, Steele, Lea and Flood (2014).
 *
 * @example
 * splitmix(1234567, 2).map(String) // → ["6457827717110365317","3203168211198807973"]
 */
export function splitmix(seed: number, count: number): readonly bigint[] {
  return Array.from({ length: count }, (_, place) => {
    let mixed = BigInt.asUintN(64, BigInt(seed) + BigInt(place + 1) * 0x9e3779b97f4a7c15n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  });
}

const LOW_HALF = 0xffffffffn;

/** A word of the state as it is given out. */
const scrambled = (word: number): number => Math.imul(rotated(Math.imul(word, 5), 7), 9);

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** 2⁻⁵³ */
const UNIT = 1 / 9007199254740992;
