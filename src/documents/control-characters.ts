import type { Places } from "./places.ts";
import type { Diagnostic } from "./problems.ts";
import { controlCharacter } from "./problems-in-text.ts";
import { MOST_SYNTAX_PROBLEMS } from "./text-limits.ts";

/** All that YAML 1.2 does not call printable (production 1), lone surrogates among it. */
export const NOT_IN_YAML = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A table may come from a program that mixed up its encodings, so control characters above U+007F are let through. */
export const NOT_IN_CSV = /[^\t\n\r\u0020-\u007E\u0080-\uD7FF\uE000-\u{10FFFF}]/gu;

/** Where a text has characters that no text has: the first few. */
export function controlCharacters(text: string, refused: RegExp, places: Places): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const { 0: character, index } of text.matchAll(refused)) {
    problems.push(controlCharacter(places.at(index), character.codePointAt(0) ?? 0));
    if (problems.length === MOST_SYNTAX_PROBLEMS) break;
  }
  return problems;
}
