import { asFixed } from "./exact-share.ts";

/**
 * The least weight that has to move until the weighted sum of differences is at most `left`; undefined where no weights
 * make it so. By another road than the program's, and without rounding: what moves is piecewise linear in the weights, so
 * its least is at a corner of the weights that do it, where all but two questions have none of their weight or all of it.
 * Every corner is tried, in whole numbers of 2⁻¹⁰⁷⁴, as every double is one. Cost: questions squared × 2 to their number.
 */
export function exactShift(
  weights: readonly number[],
  differences: readonly number[],
  left: number,
): number | undefined {
  const held = weights.map((weight) => asFixed(weight, DIGITS));
  const leads = differences.map((difference) => asFixed(difference, DIGITS));
  const target = asFixed(left, DIGITS) << DIGITS;
  const all = sum(held);
  if (sum(held.map((weight, place) => weight * leads[place])) <= target) return 0;

  let least: Ratio | undefined;
  for (let first = 0; first < held.length; first += 1) {
    for (let second = 0; second < first; second += 1) {
      // Above 0, so that nothing turns round when it is multiplied.
      const [more, less] = leads[first] > leads[second] ? [first, second] : [second, first];
      const apart = leads[more] - leads[less];
      if (apart === 0n) continue;
      for (const others of corners(held, [more, less])) {
        const rest = all - sum(others);
        const of = target - sum(others.map((weight, place) => weight * leads[place])) - leads[less] * rest;
        const [ofMore, ofLess] = [of, rest * apart - of];
        if (ofMore < 0n || ofLess < 0n) continue;
        const given = sum(
          held.map((weight, place) => (isOneOf(place, more, less) ? 0n : atLeastNone(weight - others[place]))),
        );
        const moved =
          given * apart + atLeastNone(held[more] * apart - ofMore) + atLeastNone(held[less] * apart - ofLess);
        if (least === undefined || moved * least.below < least.above * apart) least = { above: moved, below: apart };
      }
    }
  }
  return least && Number(((least.above << 60n) / least.below) >> DIGITS) / 2 ** 60;
}

const DIGITS = 1074n;

interface Ratio {
  readonly above: bigint;
  readonly below: bigint;
}

/** Every way in which questions have none of their weight or all of it; the free ones, which are to be worked out, none. */
function* corners(held: readonly bigint[], free: readonly number[]): Generator<readonly bigint[]> {
  const bound = held.map((_, place) => place).filter((place) => !free.includes(place));
  for (let choice = 0; choice < 2 ** bound.length; choice += 1) {
    yield held.map((weight, place) => {
      const bit = bound.indexOf(place);
      return bit !== -1 && Math.floor(choice / 2 ** bit) % 2 === 1 ? weight : 0n;
    });
  }
}

function isOneOf(place: number, one: number, other: number): boolean {
  return place === one || place === other;
}

function atLeastNone(number: bigint): bigint {
  return number > 0n ? number : 0n;
}

function sum(numbers: readonly bigint[]): bigint {
  return numbers.reduce((total, number) => total + number, 0n);
}
