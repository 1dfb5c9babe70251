import fc from "fast-check";

/** A word, and the same after one slip of the hand: a letter added, dropped, changed, or swapped with its neighbour. */
export function oneSlip(word: string): fc.Arbitrary<{ readonly word: string; readonly slipped: string }> {
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const at = fc.nat(word.length - 1);
  return fc
    .oneof(
      fc.tuple(at, letter).map(([index, added]) => word.slice(0, index) + added + word.slice(index)),
      at.map((index) => word.slice(0, index) + word.slice(index + 1)),
      fc.tuple(at, letter).map(([index, other]) => word.slice(0, index) + other + word.slice(index + 1)),
      fc.nat(Math.max(0, word.length - 2)).map((index) => {
        const [before, first, second, after] = [
          word.slice(0, index),
          word[index],
          word[index + 1] ?? "",
          word.slice(index + 2),
        ];
        return before + second + first + after;
      }),
    )
    .filter((slipped) => slipped !== word)
    .map((slipped) => ({ word, slipped }));
}
