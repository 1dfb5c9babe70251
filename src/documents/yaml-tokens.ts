import { type CST, Lexer, Parser } from "yaml";
import { yamlTooDense } from "./problems-in-text.ts";
import { MOST_YAML_TOKENS } from "./text-limits.ts";
import { type Finding, type LibraryError, MOST_FINDINGS } from "./yaml-findings.ts";
import { watchLexemes } from "./yaml-watch.ts";

/** What was seen while a text was cut into tokens, up to its end or to where reading stopped. */
export interface Tokens {
  /** For the library's composer: one document at most. */
  readonly tokens: readonly CST.Token[];
  readonly findings: readonly Finding[];
  readonly errors: readonly LibraryError[];
  /** Quoted texts over several lines: where each starts and ends. */
  readonly longQuotes: readonly { readonly start: number; readonly end: number }[];
  /** Too much was found to go on at all. */
  readonly refused: boolean;
}

/**
 * Cuts a text into the YAML library's tokens and watches them pass. What is refused is found here, before the library
 * builds anything from it: its composer recurses, and an alias or a second document means nothing to a decision. Some causes
 * can only be seen here: the library reports an open quote where the file ends, and we where it was opened.
 */
export function tokensOf(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const errors: LibraryError[] = [];
  const watch = watchLexemes(text.trimEnd().length);
  let count = 0;
  let isWhole = true;

  const take = (token: CST.Token): void => {
    if (token.type !== "error") tokens.push(token);
    else errors.push({ code: "UNEXPECTED_TOKEN", message: token.message, ...stretch(token.offset, token.source) });
  };

  for (const lexeme of new Lexer().lex(text)) {
    count += lexeme === "[" || lexeme === "{" ? 4 : 1;
    const goesOn = watch.see(lexeme, parser.offset, parser.stack);
    isWhole = goesOn && errors.length < MOST_FINDINGS;
    if (!isWhole) break;
    if (count > MOST_YAML_TOKENS) {
      const { offset } = parser;
      const refusal: Finding = { offset, breaksOff: true, tell: (places) => yamlTooDense(places.at(offset)) };
      return { tokens: [], findings: [refusal], errors: [], longQuotes: [], refused: true };
    }
    for (const token of parser.next(lexeme)) take(token);
  }
  for (const token of parser.end()) take(token);
  if (isWhole) watch.end();
  return { tokens, findings: watch.findings, errors, longQuotes: watch.longQuotes, refused: false };
}

function stretch(start: number, source: string): { readonly start: number; readonly end: number } {
  return { start, end: start + Math.max(1, source.length) };
}
