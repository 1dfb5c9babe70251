import { keyOf } from "./score-keys.ts";

/** As many rows as {@link writeFiveKeys} adds up at a time. */
export const FIVE = 5;

/**
 * Writes the key of five rows, from `row` on, in so many runs: what the row starts from, and what the weights of ten questions
 * bring, added up in their order. The steps of the five stand together from `cell` on; the weights of the first run from
 * `from` on, those of the next `stride` places further, its keys `room` places.
 *
 * A processor reads a variable three times as fast as a place in a list, which has to be checked first: fifty numbers in
 * variables, and ten weights, serve fifty products.
 */
export function writeFiveKeys(
  steps: Float64Array,
  cell: number,
  starts: Float64Array,
  row: number,
  weights: Float64Array,
  from: number,
  stride: number,
  runs: number,
  keys: Int32Array,
  room: number,
  bits: number,
): void {
  const p0 = starts[row];
  const p1 = starts[row + 1];
  const p2 = starts[row + 2];
  const p3 = starts[row + 3];
  const p4 = starts[row + 4];
  const a0 = steps[cell];
  const b0 = steps[cell + 1];
  const c0 = steps[cell + 2];
  const d0 = steps[cell + 3];
  const e0 = steps[cell + 4];
  const f0 = steps[cell + 5];
  const g0 = steps[cell + 6];
  const h0 = steps[cell + 7];
  const i0 = steps[cell + 8];
  const j0 = steps[cell + 9];
  const a1 = steps[cell + 10];
  const b1 = steps[cell + 11];
  const c1 = steps[cell + 12];
  const d1 = steps[cell + 13];
  const e1 = steps[cell + 14];
  const f1 = steps[cell + 15];
  const g1 = steps[cell + 16];
  const h1 = steps[cell + 17];
  const i1 = steps[cell + 18];
  const j1 = steps[cell + 19];
  const a2 = steps[cell + 20];
  const b2 = steps[cell + 21];
  const c2 = steps[cell + 22];
  const d2 = steps[cell + 23];
  const e2 = steps[cell + 24];
  const f2 = steps[cell + 25];
  const g2 = steps[cell + 26];
  const h2 = steps[cell + 27];
  const i2 = steps[cell + 28];
  const j2 = steps[cell + 29];
  const a3 = steps[cell + 30];
  const b3 = steps[cell + 31];
  const c3 = steps[cell + 32];
  const d3 = steps[cell + 33];
  const e3 = steps[cell + 34];
  const f3 = steps[cell + 35];
  const g3 = steps[cell + 36];
  const h3 = steps[cell + 37];
  const i3 = steps[cell + 38];
  const j3 = steps[cell + 39];
  const a4 = steps[cell + 40];
  const b4 = steps[cell + 41];
  const c4 = steps[cell + 42];
  const d4 = steps[cell + 43];
  const e4 = steps[cell + 44];
  const f4 = steps[cell + 45];
  const g4 = steps[cell + 46];
  const h4 = steps[cell + 47];
  const i4 = steps[cell + 48];
  const j4 = steps[cell + 49];
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
    keys[to] = keyOf(s0, row, bits);
    keys[(to + 1) | 0] = keyOf(s1, row + 1, bits);
    keys[(to + 2) | 0] = keyOf(s2, row + 2, bits);
    keys[(to + 3) | 0] = keyOf(s3, row + 3, bits);
    keys[(to + 4) | 0] = keyOf(s4, row + 4, bits);
    at = (at + stride) | 0;
    to = (to + room) | 0;
  }
}
