/** Keys that are equal, as groups. */
export interface KeyGroups {
  /** The keys that differ, in the order in which they were met. */
  readonly keys: readonly number[];
  /** How many have each. */
  readonly counts: Uint32Array;
  /** By place: which of them. */
  readonly groups: Uint16Array;
}

/**
 * Which keys are equal, if few differ, as where answers are on five levels; undefined where more than some 4,000 do, which
 * is known long before all are looked at. Looks them up in a hash table small enough for the fastest memory.
 *
 * @example
 * keyGroups([0, 1, 2], [7, 5, 7]).keys // → [7, 5]
 * Array.from(keyGroups([0, 1, 2], [7, 5, 7]).groups) // → [0, 1, 0]
 */
export function keyGroups(positions: ArrayLike<number>, key: ArrayLike<number>): KeyGroups | undefined {
  const slots = new Uint16Array(SLOTS);
  const keys = new Float64Array(MOST_KEYS);
  const counts = new Uint32Array(MOST_KEYS);
  const groups = new Uint16Array(positions.length);
  const number = new Float64Array(1);
  const halves = new Uint32Array(number.buffer);
  let found = 0;
  for (let place = 0; place < positions.length; place++) {
    // Of the two zeros, which are equal, this makes one.
    const wanted = key[positions[place]] + 0;
    number[0] = wanted;
    let slot = Math.imul(halves[0] ^ Math.imul(halves[1], 0x85ebca6b), 0x9e3779b1) >>> SHIFT;
    let tries = 0;
    while (slots[slot] !== 0 && keys[slots[slot] - 1] !== wanted) {
      slot = (slot + 1) & (SLOTS - 1);
      tries += 1;
      // Keys may be made to crowd.
      if (tries > MOST_TRIES) return undefined;
    }
    if (slots[slot] === 0) {
      if (found === MOST_KEYS) return undefined;
      keys[found] = wanted;
      found += 1;
      slots[slot] = found;
    }
    const group = slots[slot] - 1;
    groups[place] = group;
    counts[group] += 1;
  }
  return { keys: Array.from(keys.subarray(0, found)), counts: counts.subarray(0, found), groups };
}

const MOST_KEYS = 4096;
const SLOTS = 16_384;
/** Leaves as many bits as a slot's number has. */
const SHIFT = 18;
const MOST_TRIES = 32;
