import type { UniformNumbers } from "./random.ts";

/** Writes for each run so many shares, 0 to 1, together 1, the runs `stride` places apart. */
export type Shares = (into: Float64Array, stride: number, runs: number) => void;

/**
 * Shares drawn uniformly among all that there are: the gaps that uniform numbers, one fewer than the shares and sorted,
 * leave between 0 and 1. Nothing but subtraction, so the same numbers everywhere. Each share has the mean 1 in `width`.
 *
 * Source: uniform spacings, Devroye (1986, chapter V).
 *
 * @example
 * const numbers = (into) => into.set([0.75, 0.25]);
 * const shares = new Float64Array(3);
 * uniformShares(3, numbers)(shares, 3, 1);
 * shares // → [0.25, 0.5, 0.25]
 */
export function uniformShares(width: number, uniform: UniformNumbers): Shares {
  const cuts = width - 1;
  return cuts <= NINE ? fewShares(cuts, uniform) : manyShares(cuts, uniform);
}

/** As many numbers as `placeNine` sorts. */
const NINE = 9;

function fewShares(cuts: number, uniform: UniformNumbers): Shares {
  const sorted = new Float64Array(NINE);
  let drawn = new Float64Array(0);
  return (into, stride, runs) => {
    if (drawn.length < runs * NINE) drawn = new Float64Array(runs * NINE);
    uniform(drawn, runs * NINE);
    if (cuts < NINE) setAside(drawn, cuts, runs);
    for (let run = 0; run < runs; run++) {
      placeNine(drawn, run * NINE, sorted);
      writeGaps(sorted, 0, cuts, into, run * stride);
    }
  };
}

/** What is not needed goes behind everything that is. */
function setAside(drawn: Float64Array, cuts: number, runs: number): void {
  for (let run = 0; run < runs; run++) drawn.fill(1, run * NINE + cuts, (run + 1) * NINE);
}

function manyShares(cuts: number, uniform: UniformNumbers): Shares {
  let drawn = new Float64Array(0);
  return (into, stride, runs) => {
    if (drawn.length < runs * cuts) drawn = new Float64Array(runs * cuts);
    uniform(drawn, runs * cuts);
    for (let run = 0; run < runs; run++) {
      sortInPlace(drawn, run * cuts, (run + 1) * cuts);
      writeGaps(drawn, run * cuts, cuts, into, run * stride);
    }
  };
}

function writeGaps(sorted: Float64Array, from: number, cuts: number, into: Float64Array, at: number): void {
  let before = 0;
  for (let cut = 0; cut < cuts; cut++) {
    const next = sorted[from + cut];
    into[at + cut] = next - before;
    before = next;
  }
  into[at + cuts] = 1 - before;
}

function sortInPlace(numbers: Float64Array, start: number, end: number): void {
  for (let next = start + 1; next < end; next++) {
    const number = numbers[next];
    let place = next;
    for (; place > start && numbers[place - 1] > number; place--) numbers[place] = numbers[place - 1];
    numbers[place] = number;
  }
}

/**
 * Sorts nine numbers by counting for each how many of the others it exceeds, which is its place; of two equal ones the
 * later has the later place. A sort that compares and branches would guess wrong at every other comparison, and takes
 * three times as long: this is where drawing weightings spends its time.
 */
function placeNine(numbers: Float64Array, at: number, sorted: Float64Array): void {
  const a = numbers[at];
  const b = numbers[at + 1];
  const c = numbers[at + 2];
  const d = numbers[at + 3];
  const e = numbers[at + 4];
  const f = numbers[at + 5];
  const g = numbers[at + 6];
  const h = numbers[at + 7];
  const i = numbers[at + 8];
  const [ab, ac, ad, ae] = [above(a, b), above(a, c), above(a, d), above(a, e)];
  const [af, ag, ah, ai] = [above(a, f), above(a, g), above(a, h), above(a, i)];
  const [bc, bd, be, bf] = [above(b, c), above(b, d), above(b, e), above(b, f)];
  const [bg, bh, bi] = [above(b, g), above(b, h), above(b, i)];
  const [cd, ce, cf, cg, ch, ci] = [above(c, d), above(c, e), above(c, f), above(c, g), above(c, h), above(c, i)];
  const [de, df, dg, dh, di] = [above(d, e), above(d, f), above(d, g), above(d, h), above(d, i)];
  const [ef, eg, eh, ei] = [above(e, f), above(e, g), above(e, h), above(e, i)];
  const [fg, fh, fi] = [above(f, g), above(f, h), above(f, i)];
  const [gh, gi, hi] = [above(g, h), above(g, i), above(h, i)];
  sorted[ab + ac + ad + ae + af + ag + ah + ai] = a;
  sorted[1 - ab + bc + bd + be + bf + bg + bh + bi] = b;
  sorted[2 - ac - bc + cd + ce + cf + cg + ch + ci] = c;
  sorted[3 - ad - bd - cd + de + df + dg + dh + di] = d;
  sorted[4 - ae - be - ce - de + ef + eg + eh + ei] = e;
  sorted[5 - af - bf - cf - df - ef + fg + fh + fi] = f;
  sorted[6 - ag - bg - cg - dg - eg - fg + gh + gi] = g;
  sorted[7 - ah - bh - ch - dh - eh - fh - gh + hi] = h;
  sorted[8 - ai - bi - ci - di - ei - fi - gi - hi] = i;
}

/** 1 or 0, without a branch. */
function above(one: number, other: number): number {
  return +(one > other) | 0;
}
