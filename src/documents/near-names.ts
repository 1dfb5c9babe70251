/** How two names that are not the same can be meant as one: a letter apart, or the same letters in another form. */
export type Nearness = "letter" | "form";

/** A name, and what is left of it when nobody can tell its letters apart any more by how they are typed. */
export interface NameForm {
  readonly text: string;
  readonly plain: string;
}

export function formOf(text: string): NameForm {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Pd}/gu, "-")
    .replace(/[\u2018-\u201b\u2032`\u00b4]/gu, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/gu, '"')
    .replace(/\s+/gu, " ");
  return { text, plain };
}

/**
 * Whether a name is most likely a slip of another one. A letter may be added, dropped, changed or swapped with its neighbour,
 * in a word that is long enough to be misspelt: `Branch A` and `Branch B`, or `Post 7` and `Post 8`, are two names. So are
 * two that differ in a Chinese character, which is a word. Capitals, spaces, hyphens, quotes and the encoding of an accent
 * are form alone. Undefined for names that are the same, or too different.
 *
 * @example
 * nearness(formOf("Radio Estee"), formOf("Radio Este")) // → "letter"
 * nearness(formOf("City zoo"), formOf("City  Zoo")) // → "form"
 * nearness(formOf("Branch A"), formOf("Branch B")) ?? "two names" // → "two names"
 */
export function nearness(one: NameForm, other: NameForm): Nearness | undefined {
  if (one.text === other.text) return undefined;
  if (one.plain === other.plain) return one.plain.length > 1 ? "form" : undefined;
  if (!differByOneSlip(one.plain, other.plain)) return undefined;
  const [words, otherWords] = [one.plain.split(" "), other.plain.split(" ")];
  const isSlip =
    words.length !== otherWords.length ||
    words.every((word, index) => word === otherWords[index] || canBeMisspelt(word, otherWords[index]));
  return isSlip ? "letter" : undefined;
}

/** One letter added, dropped or changed, or two neighbours swapped: what is left between the same start and the same end. */
function differByOneSlip(name: string, other: string): boolean {
  const shorter = Math.min(name.length, other.length);
  if (Math.max(name.length, other.length) > shorter + 1) return false;
  let start = 0;
  while (start < shorter && name[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && name.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, otherLeft] = [name.slice(start, name.length - end), other.slice(start, other.length - end)];
  return (
    Math.max(left.length, otherLeft.length) === 1 ||
    (left.length === 2 && left[0] + left[1] === otherLeft[1] + otherLeft[0])
  );
}

const SHORTEST_MISSPELT = 4;

function canBeMisspelt(...words: readonly string[]): boolean {
  return (
    words.every((word) => /^\p{L}+$/u.test(word) && !/\p{Script=Han}/u.test(word)) &&
    words.some(({ length }) => length >= SHORTEST_MISSPELT)
  );
}
