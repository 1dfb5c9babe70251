/**
 * The first of things that are made one at a time, and no more of them.
 *
 * @example
 * firstOf(new Set(["a", "b", "c"]), 2) // → ["a","b"]
 * firstOf(["a"], 2) // → ["a"]
 */
export function firstOf<T>(things: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const thing of things) {
    first.push(thing);
    if (first.length === count) break;
  }
  return first;
}
