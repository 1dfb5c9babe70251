/** Turns of phrase that messages about bad files share. */

const LONGEST_QUOTE = 60;

/** What a person wrote, marked off from our own words; a long text is cut. */
export function quoted(text: string): string {
  const start = [...text.slice(0, 2 * LONGEST_QUOTE + 2)];
  const cut = start.length > LONGEST_QUOTE;
  return `“${cut ? `${start.slice(0, LONGEST_QUOTE).join("")}…` : text}”`;
}

/**
 * Words as a sentence lists them.
 *
 * @example
 * listed(["seen", "read", "told"], "or") // → "seen, read or told"
 * listed(["seen"], "or") // → "seen"
 */
export function listed(words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}

const MOST_LISTED = 30;

/** What may be written, for a hint: all of it while that is short enough to read. */
export function choices(words: readonly string[], last: "and" | "or"): string {
  if (words.length <= MOST_LISTED) return listed(words, last);
  return `${words.slice(0, MOST_LISTED).join(", ")} … (${words.length} in all)`;
}

/**
 * A noun with its article.
 *
 * @example
 * oneOf("answer") // → "an answer"
 * oneOf("candidate") // → "a candidate"
 */
export function oneOf(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/**
 * The start of a sentence.
 *
 * @example
 * capital("a candidate") // → "A candidate"
 */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * A label for people from an id.
 *
 * @example
 * labelFrom("public-broadcaster") // → "Public broadcaster"
 */
export function labelFrom(id: string): string {
  const words = id.replaceAll("-", " ");
  const [first = ""] = words;
  return first.toUpperCase() + words.slice(first.length);
}
