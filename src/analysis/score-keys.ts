/**
 * The rows of a table in the order of their scores, by sorting whole numbers. A key of 31 bits holds the score, rounded
 * down to steps, and below it the row. Scores two steps apart or more are in the right order and no tie; of closer ones
 * the keys say nothing.
 */
export interface ScoreKeys {
  readonly keys: Int32Array;
  /** How many bits hold the row, and the number in which just those are set. */
  readonly bits: number;
  readonly mask: number;
  /** Steps a point, and where the lowest score stands. */
  readonly steps: number;
  readonly start: number;
  /** Where keys are dealt out by their leading bits, and how far to shift them for those. */
  readonly dealt: Int32Array;
  readonly buckets: Int32Array;
  readonly shift: number;
}

/**
 * Room for the keys of so many rows, with scores from lowest to highest. A step is never below 1e-8 points, so that a tie,
 * within 1e-9, is never two steps.
 *
 * @example
 * scoreKeys(200, 0, 100).mask // → 255
 */
export function scoreKeys(rows: number, lowest: number, highest: number): ScoreKeys {
  const bits = bitsFor(rows);
  const most = (1 << (KEY_BITS - bits)) - 4;
  // Without extent every score has the same key.
  const steps = highest > lowest ? Math.min(most / (highest - lowest), 1e8) : 0;
  return {
    keys: new Int32Array(rows),
    bits,
    mask: (1 << bits) - 1,
    steps,
    start: 2 - lowest * steps,
    dealt: new Int32Array(rows),
    buckets: new Int32Array(1 << bits),
    shift: KEY_BITS - bits,
  };
}

const KEY_BITS = 31;

function bitsFor(rows: number): number {
  let bits = 1;
  while (1 << bits < rows) bits++;
  return bits;
}

/**
 * Writes the keys of these scores, a row each.
 *
 * @example
 * const keys = scoreKeys(2, 0, 100);
 * writeKeys(keys, [25, 50]);
 * keys.keys[0] < keys.keys[1] // → true
 */
export function writeKeys({ keys, bits, steps, start }: ScoreKeys, scores: Float64Array): void {
  for (let row = 0; row < keys.length; row++) keys[row] = ((scores[row] * steps + start) << bits) | row;
}

/**
 * The keys from high to low: in place, or in the list where they were dealt. A few by insertion; many first by dealing them
 * out by their leading bits, so that each is close to its place.
 *
 * @example
 * const keys = scoreKeys(3, 0, 100);
 * writeKeys(keys, [25, 75, 50]);
 * Array.from(sortedKeys(keys), (key) => key & keys.mask) // → [1, 2, 0]
 */
export function sortedKeys({ keys, dealt, buckets, shift }: ScoreKeys): Int32Array {
  if (keys.length <= FEW) {
    sortNearlySorted(keys);
    return keys;
  }
  buckets.fill(0);
  countKeys(keys, buckets, shift);
  turnIntoStarts(buckets);
  dealKeys(keys, dealt, buckets, shift);
  sortNearlySorted(dealt);
  return dealt;
}

/** Up to so many keys, dealing costs more than it saves. */
const FEW = 20;

function countKeys(keys: Int32Array, buckets: Int32Array, shift: number): void {
  for (let place = 0; place < keys.length; place++) buckets[keys[place] >> shift]++;
}

/** The highest comes first. */
function turnIntoStarts(buckets: Int32Array): void {
  let start = 0;
  for (let bucket = buckets.length - 1; bucket >= 0; bucket--) {
    const count = buckets[bucket];
    buckets[bucket] = start;
    start += count;
  }
}

function dealKeys(keys: Int32Array, dealt: Int32Array, buckets: Int32Array, shift: number): void {
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place];
    dealt[buckets[key >> shift]++] = key;
  }
}

function sortNearlySorted(keys: Int32Array): void {
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next];
    let place = next;
    for (; place > 0 && keys[place - 1] < key; place--) keys[place] = keys[place - 1];
    keys[place] = key;
  }
}
