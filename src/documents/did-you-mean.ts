/**
 * The known word that a person most likely meant, or undefined when none is near: at most one slip in three letters,
 * case aside. Among equally near words the first wins. Of a long list of known words only the first thousand are looked at.
 *
 * @example
 * nearest("unknwon", ["unknown", "abstain"]) // → "unknown"
 * nearest("horse", ["unknown", "abstain"]) ?? null // → null
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const letters = lettersOf(word);
  if (letters.length > LONGEST) return undefined;
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  let compared = 0;
  for (const candidate of known) {
    compared += 1;
    if (compared > MOST_COMPARED) break;
    const other = lettersOf(candidate);
    const allowed = Math.min(fewest - 1, slipsAllowed(Math.max(letters.length, other.length)));
    if (Math.abs(letters.length - other.length) > allowed) continue;
    const distance = slips(letters, other);
    if (distance > allowed) continue;
    best = candidate;
    fewest = distance;
  }
  return best;
}

/** A text longer than this is no slip of the hand for any word we know. */
const LONGEST = 80;
/** A hundred problems, each compared with every id of a pack made to be slow, must not take a minute. */
const MOST_COMPARED = 1_000;

function lettersOf(word: string): readonly string[] {
  return [...word.slice(0, 2 * LONGEST + 2).toLowerCase()];
}

function slipsAllowed(length: number): number {
  return Math.min(length - 1, Math.max(1, Math.min(3, Math.floor(length / 3))));
}

/**
 * The fewest slips that turn one word into the other: a letter too many, missing or wrong, or two neighbours swapped
 * (optimal string alignment; Damerau 1964).
 *
 * @example
 * slips([..."unknwon"], [..."unknown"]) // → 1
 * slips([..."kind"], [..."kinds"]) // → 1
 */
export function slips(from: readonly string[], to: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let distance = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) distance = Math.min(distance, beforeLast[column - 2] + 1);
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length];
}
