import type { UniformNumbers } from "./random.ts";
import { NINE, sortNine } from "./without-branches.ts";

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

function fewShares(cuts: number, uniform: UniformNumbers): Shares {
  const sorted = new Float64Array(NINE);
  let drawn = new Float64Array(0);
  return (into, stride, runs) => {
    if (drawn.length < runs * NINE) drawn = new Float64Array(runs * NINE);
    uniform(drawn, runs * NINE);
    if (cuts < NINE) setAside(drawn, cuts, runs);
    writeFewShares(drawn, cuts, sorted, into, stride, runs);
  };
}

/** What is not needed goes behind everything that is. */
function setAside(drawn: Float64Array, cuts: number, runs: number): void {
  for (let run = 0; run < runs; run++) drawn.fill(1, run * NINE + cuts, (run + 1) * NINE);
}

function writeFewShares(
  drawn: Float64Array,
  cuts: number,
  sorted: Float64Array,
  into: Float64Array,
  stride: number,
  runs: number,
): void {
  for (let run = 0; run < runs; run++) {
    sortNine(drawn, run * NINE, sorted);
    writeGaps(sorted, 0, cuts, into, run * stride);
  }
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
