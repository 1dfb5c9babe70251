import type { UniformIntegers } from "./random.ts";
import { NINE, STEP, WHOLE, writeGapsOfNine } from "./sorting-networks.ts";

/** Writes for each run so many shares, 0 to 1, together 1, the runs `stride` places apart. */
export type Shares = (into: Float64Array, stride: number, runs: number) => void;

/**
 * Shares drawn uniformly among all that there are, in steps of 2⁻³¹: the gaps that whole numbers, one fewer than the shares
 * and sorted, leave between 0 and 2³¹. Nothing but subtraction, so the same numbers everywhere. Each share has the mean 1
 * in `width`.
 *
 * Source: uniform spacings, Devroye (1986, chapter V).
 *
 * @example
 * const numbers = (into) => into.set([3 * 2 ** 29, 2 ** 29]);
 * const shares = new Float64Array(3);
 * uniformShares(3, numbers)(shares, 3, 1);
 * shares // → [0.25, 0.5, 0.25]
 */
export function uniformShares(width: number, uniform: UniformIntegers): Shares {
  const cuts = width - 1;
  let drawn = new Int32Array(0);
  return (into, stride, runs) => {
    if (drawn.length < runs * cuts) drawn = new Int32Array(runs * cuts);
    uniform(drawn, runs * cuts);
    if (cuts === NINE) writeGapsOfNine(drawn, runs, into, stride);
    else writeGaps(drawn, cuts, runs, into, stride);
  };
}

function writeGaps(drawn: Int32Array, cuts: number, runs: number, into: Float64Array, stride: number): void {
  for (let run = 0; run < runs; run++) {
    const start = run * cuts;
    insertEach(drawn, start, start + cuts);
    let before = 0;
    for (let cut = 0; cut < cuts; cut++) {
      const next = drawn[start + cut];
      into[run * stride + cut] = (next - before) * STEP;
      before = next;
    }
    into[run * stride + cuts] = (WHOLE - before) * STEP;
  }
}

function insertEach(numbers: Int32Array, start: number, end: number): void {
  for (let next = start + 1; next < end; next++) {
    const number = numbers[next];
    let place = next;
    for (; place > start && numbers[place - 1] > number; place--) numbers[place] = numbers[place - 1];
    numbers[place] = number;
  }
}
