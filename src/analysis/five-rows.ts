import type { RunOrder } from "./run-order.ts";

/** As many rows as {@link scoreFiveRows} scores at a time. */
export const FIVE = 5;

/**
 * Writes the score of five rows, from `row` on, in so many runs, and the key of each: what the row has before, and what the
 * weights of ten questions bring, added up in their order. The points of the five stand together from `cell` on; the
 * weights of the first run from `from` on, those of the next `stride` places further.
 *
 * A processor reads a variable three times as fast as a place in a list, which has to be checked first: fifty points in
 * variables, and ten weights, serve fifty products.
 */
export function scoreFiveRows(
  points: Float64Array,
  cell: number,
  priorities: Float64Array,
  row: number,
  weights: Float64Array,
  from: number,
  stride: number,
  runs: number,
  { scores, keys, room, by: { bits, floor, stepsPerPoint } }: Pick<RunOrder, "scores" | "keys" | "room" | "by">,
): void {
  const p0 = priorities[row];
  const p1 = priorities[row + 1];
  const p2 = priorities[row + 2];
  const p3 = priorities[row + 3];
  const p4 = priorities[row + 4];
  const a0 = points[cell];
  const b0 = points[cell + 1];
  const c0 = points[cell + 2];
  const d0 = points[cell + 3];
  const e0 = points[cell + 4];
  const f0 = points[cell + 5];
  const g0 = points[cell + 6];
  const h0 = points[cell + 7];
  const i0 = points[cell + 8];
  const j0 = points[cell + 9];
  const a1 = points[cell + 10];
  const b1 = points[cell + 11];
  const c1 = points[cell + 12];
  const d1 = points[cell + 13];
  const e1 = points[cell + 14];
  const f1 = points[cell + 15];
  const g1 = points[cell + 16];
  const h1 = points[cell + 17];
  const i1 = points[cell + 18];
  const j1 = points[cell + 19];
  const a2 = points[cell + 20];
  const b2 = points[cell + 21];
  const c2 = points[cell + 22];
  const d2 = points[cell + 23];
  const e2 = points[cell + 24];
  const f2 = points[cell + 25];
  const g2 = points[cell + 26];
  const h2 = points[cell + 27];
  const i2 = points[cell + 28];
  const j2 = points[cell + 29];
  const a3 = points[cell + 30];
  const b3 = points[cell + 31];
  const c3 = points[cell + 32];
  const d3 = points[cell + 33];
  const e3 = points[cell + 34];
  const f3 = points[cell + 35];
  const g3 = points[cell + 36];
  const h3 = points[cell + 37];
  const i3 = points[cell + 38];
  const j3 = points[cell + 39];
  const a4 = points[cell + 40];
  const b4 = points[cell + 41];
  const c4 = points[cell + 42];
  const d4 = points[cell + 43];
  const e4 = points[cell + 44];
  const f4 = points[cell + 45];
  const g4 = points[cell + 46];
  const h4 = points[cell + 47];
  const i4 = points[cell + 48];
  const j4 = points[cell + 49];
  let at = from | 0;
  let to = row | 0;
  for (let run = 0; run < runs; run++) {
    const a = weights[at];
    const b = weights[(at + 1) | 0];
    const c = weights[(at + 2) | 0];
    const d = weights[(at + 3) | 0];
    const e = weights[(at + 4) | 0];
    const f = weights[(at + 5) | 0];
    const g = weights[(at + 6) | 0];
    const h = weights[(at + 7) | 0];
    const i = weights[(at + 8) | 0];
    const j = weights[(at + 9) | 0];
    const s0 = p0 + a0 * a + b0 * b + c0 * c + d0 * d + e0 * e + f0 * f + g0 * g + h0 * h + i0 * i + j0 * j;
    const s1 = p1 + a1 * a + b1 * b + c1 * c + d1 * d + e1 * e + f1 * f + g1 * g + h1 * h + i1 * i + j1 * j;
    const s2 = p2 + a2 * a + b2 * b + c2 * c + d2 * d + e2 * e + f2 * f + g2 * g + h2 * h + i2 * i + j2 * j;
    const s3 = p3 + a3 * a + b3 * b + c3 * c + d3 * d + e3 * e + f3 * f + g3 * g + h3 * h + i3 * i + j3 * j;
    const s4 = p4 + a4 * a + b4 * b + c4 * c + d4 * d + e4 * e + f4 * f + g4 * g + h4 * h + i4 * i + j4 * j;
    scores[to] = s0;
    scores[(to + 1) | 0] = s1;
    scores[(to + 2) | 0] = s2;
    scores[(to + 3) | 0] = s3;
    scores[(to + 4) | 0] = s4;
    keys[to] = ((((s0 - floor) * stepsPerPoint) | 0) << bits) | row;
    keys[(to + 1) | 0] = ((((s1 - floor) * stepsPerPoint) | 0) << bits) | (row + 1);
    keys[(to + 2) | 0] = ((((s2 - floor) * stepsPerPoint) | 0) << bits) | (row + 2);
    keys[(to + 3) | 0] = ((((s3 - floor) * stepsPerPoint) | 0) << bits) | (row + 3);
    keys[(to + 4) | 0] = ((((s4 - floor) * stepsPerPoint) | 0) << bits) | (row + 4);
    at = (at + stride) | 0;
    to = (to + room) | 0;
  }
}
