/** As many numbers as {@link writeGapsOfNine} sorts at a time. */
export const NINE = 9;

/**
 * Sorts nine whole numbers a run, each from 0 to 2³¹ − 1, and writes the ten gaps that they leave between 0 and 2³¹, in parts
 * of 2³¹, the runs `stride` places apart. Which two numbers are compared, and when, does not depend on the numbers: a sort
 * that decides on comparisons takes three times as long or more, since of numbers without any order a processor cannot guess
 * which is next.
 *
 * Source: sorting networks, Knuth (1998, section 5.3.4); of 25 comparisons, the fewest, Codish and others (2014).
 *
 * @example
 * const gaps = new Float64Array(10);
 * writeGapsOfNine(Int32Array.of(2 ** 30, 0, 0, 0, 0, 0, 0, 0, 0), 1, gaps, 10);
 * gaps // → [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5]
 */
export function writeGapsOfNine(numbers: Int32Array, runs: number, gaps: Float64Array, stride: number): void {
  for (let run = 0, at = 0, to = 0; run < runs; run++, at = (at + NINE) | 0, to = (to + stride) | 0) {
    const a = numbers[at];
    const b = numbers[(at + 1) | 0];
    const c = numbers[(at + 2) | 0];
    const d = numbers[(at + 3) | 0];
    const e = numbers[(at + 4) | 0];
    const f = numbers[(at + 5) | 0];
    const g = numbers[(at + 6) | 0];
    const h = numbers[(at + 7) | 0];
    const i = numbers[(at + 8) | 0];
    const a1 = lower(a, d);
    const d1 = higher(a, d);
    const b1 = lower(b, h);
    const h1 = higher(b, h);
    const c1 = lower(c, f);
    const f1 = higher(c, f);
    const e1 = lower(e, i);
    const i1 = higher(e, i);
    const a2 = lower(a1, h1);
    const h2 = higher(a1, h1);
    const c2 = lower(c1, e1);
    const e2 = higher(c1, e1);
    const d2 = lower(d1, i1);
    const i2 = higher(d1, i1);
    const f2 = lower(f1, g);
    const g1 = higher(f1, g);
    const a3 = lower(a2, c2);
    const c3 = higher(a2, c2);
    const b2 = lower(b1, d2);
    const d3 = higher(b1, d2);
    const e3 = lower(e2, f2);
    const f3 = higher(e2, f2);
    const h3 = lower(h2, i2);
    const i3 = higher(h2, i2);
    const b3 = lower(b2, e3);
    const e4 = higher(b2, e3);
    const d4 = lower(d3, g1);
    const g2 = higher(d3, g1);
    const f4 = lower(f3, h3);
    const h4 = higher(f3, h3);
    const a4 = lower(a3, b3);
    const b4 = higher(a3, b3);
    const c4 = lower(c3, e4);
    const e5 = higher(c3, e4);
    const d5 = lower(d4, f4);
    const f5 = higher(d4, f4);
    const g3 = lower(g2, i3);
    const i4 = higher(g2, i3);
    const c5 = lower(c4, d5);
    const d6 = higher(c4, d5);
    const e6 = lower(e5, f5);
    const f6 = higher(e5, f5);
    const g4 = lower(g3, h4);
    const h5 = higher(g3, h4);
    const b5 = lower(b4, c5);
    const c6 = higher(b4, c5);
    const d7 = lower(d6, e6);
    const e7 = higher(d6, e6);
    const f7 = lower(f6, g4);
    const g5 = higher(f6, g4);
    gaps[to] = a4 * STEP;
    gaps[(to + 1) | 0] = ((b5 - a4) | 0) * STEP;
    gaps[(to + 2) | 0] = ((c6 - b5) | 0) * STEP;
    gaps[(to + 3) | 0] = ((d7 - c6) | 0) * STEP;
    gaps[(to + 4) | 0] = ((e7 - d7) | 0) * STEP;
    gaps[(to + 5) | 0] = ((f7 - e7) | 0) * STEP;
    gaps[(to + 6) | 0] = ((g5 - f7) | 0) * STEP;
    gaps[(to + 7) | 0] = ((h5 - g5) | 0) * STEP;
    gaps[(to + 8) | 0] = ((i4 - h5) | 0) * STEP;
    gaps[(to + 9) | 0] = (WHOLE - i4) * STEP;
  }
}

/** 2³¹ */
export const WHOLE = 2147483648;
export const STEP = 1 / WHOLE;

/** As many numbers as {@link sortTens} sorts at a time. */
export const TEN = 10;

/**
 * Sorts each ten of the first so many whole numbers, from 0 to 2³¹ − 1, from the highest to the lowest, in 29 comparisons.
 *
 * @example
 * const numbers = Int32Array.of(1, 9, 2, 8, 3, 7, 4, 6, 5, 0);
 * sortTens(numbers, 10);
 * Array.from(numbers) // → [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
 */
export function sortTens(numbers: Int32Array, count: number): void {
  for (let at = 0; at < count; at = (at + TEN) | 0) {
    const a = numbers[at];
    const b = numbers[(at + 1) | 0];
    const c = numbers[(at + 2) | 0];
    const d = numbers[(at + 3) | 0];
    const e = numbers[(at + 4) | 0];
    const f = numbers[(at + 5) | 0];
    const g = numbers[(at + 6) | 0];
    const h = numbers[(at + 7) | 0];
    const i = numbers[(at + 8) | 0];
    const j = numbers[(at + 9) | 0];
    const a1 = higher(a, i);
    const i1 = lower(a, i);
    const b1 = higher(b, j);
    const j1 = lower(b, j);
    const c1 = higher(c, h);
    const h1 = lower(c, h);
    const d1 = higher(d, f);
    const f1 = lower(d, f);
    const e1 = higher(e, g);
    const g1 = lower(e, g);
    const a2 = higher(a1, c1);
    const c2 = lower(a1, c1);
    const b2 = higher(b1, e1);
    const e2 = lower(b1, e1);
    const f2 = higher(f1, i1);
    const i2 = lower(f1, i1);
    const h2 = higher(h1, j1);
    const j2 = lower(h1, j1);
    const a3 = higher(a2, d1);
    const d2 = lower(a2, d1);
    const c3 = higher(c2, e2);
    const e3 = lower(c2, e2);
    const f3 = higher(f2, h2);
    const h3 = lower(f2, h2);
    const g2 = higher(g1, j2);
    const j3 = lower(g1, j2);
    const a4 = higher(a3, b2);
    const b3 = lower(a3, b2);
    const d3 = higher(d2, g2);
    const g3 = lower(d2, g2);
    const i3 = higher(i2, j3);
    const j4 = lower(i2, j3);
    const b4 = higher(b3, f3);
    const f4 = lower(b3, f3);
    const c4 = higher(c3, d3);
    const d4 = lower(c3, d3);
    const e4 = higher(e3, i3);
    const i4 = lower(e3, i3);
    const g4 = higher(g3, h3);
    const h4 = lower(g3, h3);
    const b5 = higher(b4, c4);
    const c5 = lower(b4, c4);
    const d5 = higher(d4, f4);
    const f5 = lower(d4, f4);
    const e5 = higher(e4, g4);
    const g5 = lower(e4, g4);
    const h5 = higher(h4, i4);
    const i5 = lower(h4, i4);
    const c6 = higher(c5, d5);
    const d6 = lower(c5, d5);
    const e6 = higher(e5, f5);
    const f6 = lower(e5, f5);
    const g6 = higher(g5, h5);
    const h6 = lower(g5, h5);
    const d7 = higher(d6, e6);
    const e7 = lower(d6, e6);
    const f7 = higher(f6, g6);
    const g7 = lower(f6, g6);
    numbers[at] = a4;
    numbers[(at + 1) | 0] = b5;
    numbers[(at + 2) | 0] = c6;
    numbers[(at + 3) | 0] = d7;
    numbers[(at + 4) | 0] = e7;
    numbers[(at + 5) | 0] = f7;
    numbers[(at + 6) | 0] = g7;
    numbers[(at + 7) | 0] = h6;
    numbers[(at + 8) | 0] = i5;
    numbers[(at + 9) | 0] = j4;
  }
}

/** Of two numbers, by the sign of their difference and not by a branch. */
const lower = (one: number, other: number): number => {
  const difference = (one - other) | 0;
  return (other + (difference & (difference >> 31))) | 0;
};

const higher = (one: number, other: number): number => {
  const difference = (one - other) | 0;
  return (one - (difference & (difference >> 31))) | 0;
};
