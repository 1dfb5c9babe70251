/** As many numbers as {@link sortNine} sorts. */
export const NINE = 9;

/**
 * Writes the nine numbers that stand from a place on, from the lowest to the highest. Each is compared with each other, and
 * goes where the count of those below it says. A sort that decides on comparisons takes two to four times as long: of
 * numbers without any order a processor cannot guess which is next.
 *
 * @example
 * const sorted = new Float64Array(9);
 * sortNine(Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1), 0, sorted);
 * sorted // → [1, 2, 3, 4, 5, 6, 7, 8, 9]
 */
export function sortNine(numbers: Float64Array, from: number, sorted: Float64Array): void {
  const a = numbers[from];
  const b = numbers[from + 1];
  const c = numbers[from + 2];
  const d = numbers[from + 3];
  const e = numbers[from + 4];
  const f = numbers[from + 5];
  const g = numbers[from + 6];
  const h = numbers[from + 7];
  const i = numbers[from + 8];
  const [ab, ac, ad, ae, af, ag, ah, ai] = [
    above(a, b),
    above(a, c),
    above(a, d),
    above(a, e),
    above(a, f),
    above(a, g),
    above(a, h),
    above(a, i),
  ];
  const [bc, bd, be, bf, bg, bh, bi] = [
    above(b, c),
    above(b, d),
    above(b, e),
    above(b, f),
    above(b, g),
    above(b, h),
    above(b, i),
  ];
  const [cd, ce, cf, cg, ch, ci] = [above(c, d), above(c, e), above(c, f), above(c, g), above(c, h), above(c, i)];
  const [de, df, dg, dh, di] = [above(d, e), above(d, f), above(d, g), above(d, h), above(d, i)];
  const [ef, eg, eh, ei] = [above(e, f), above(e, g), above(e, h), above(e, i)];
  const [fg, fh, fi] = [above(f, g), above(f, h), above(f, i)];
  const [gh, gi] = [above(g, h), above(g, i)];
  const [hi] = [above(h, i)];
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

/** As many numbers as {@link orderOfTen} orders. */
export const TEN = 10;

/**
 * The places of ten numbers from the highest to the lowest, in the same way; of equal ones the later first.
 *
 * @example
 * const order = new Int32Array(10);
 * orderOfTen(Float64Array.of(1, 9, 2, 8, 3, 7, 4, 6, 5, 0), order);
 * Array.from(order) // → [1, 3, 5, 7, 8, 6, 4, 2, 0, 9]
 */
export function orderOfTen(numbers: Float64Array, order: Int32Array): void {
  const a = numbers[0];
  const b = numbers[1];
  const c = numbers[2];
  const d = numbers[3];
  const e = numbers[4];
  const f = numbers[5];
  const g = numbers[6];
  const h = numbers[7];
  const i = numbers[8];
  const j = numbers[9];
  const [ab, ac, ad, ae, af, ag, ah, ai, aj] = [
    above(a, b),
    above(a, c),
    above(a, d),
    above(a, e),
    above(a, f),
    above(a, g),
    above(a, h),
    above(a, i),
    above(a, j),
  ];
  const [bc, bd, be, bf, bg, bh, bi, bj] = [
    above(b, c),
    above(b, d),
    above(b, e),
    above(b, f),
    above(b, g),
    above(b, h),
    above(b, i),
    above(b, j),
  ];
  const [cd, ce, cf, cg, ch, ci, cj] = [
    above(c, d),
    above(c, e),
    above(c, f),
    above(c, g),
    above(c, h),
    above(c, i),
    above(c, j),
  ];
  const [de, df, dg, dh, di, dj] = [above(d, e), above(d, f), above(d, g), above(d, h), above(d, i), above(d, j)];
  const [ef, eg, eh, ei, ej] = [above(e, f), above(e, g), above(e, h), above(e, i), above(e, j)];
  const [fg, fh, fi, fj] = [above(f, g), above(f, h), above(f, i), above(f, j)];
  const [gh, gi, gj] = [above(g, h), above(g, i), above(g, j)];
  const [hi, hj] = [above(h, i), above(h, j)];
  const [ij] = [above(i, j)];
  order[9 - ab - ac - ad - ae - af - ag - ah - ai - aj] = 0;
  order[8 + ab - bc - bd - be - bf - bg - bh - bi - bj] = 1;
  order[7 + ac + bc - cd - ce - cf - cg - ch - ci - cj] = 2;
  order[6 + ad + bd + cd - de - df - dg - dh - di - dj] = 3;
  order[5 + ae + be + ce + de - ef - eg - eh - ei - ej] = 4;
  order[4 + af + bf + cf + df + ef - fg - fh - fi - fj] = 5;
  order[3 + ag + bg + cg + dg + eg + fg - gh - gi - gj] = 6;
  order[2 + ah + bh + ch + dh + eh + fh + gh - hi - hj] = 7;
  order[1 + ai + bi + ci + di + ei + fi + gi + hi - ij] = 8;
  order[aj + bj + cj + dj + ej + fj + gj + hj + ij] = 9;
}

/** 1 or 0, without a branch. */
function above(one: number, other: number): number {
  return +(one > other) | 0;
}
