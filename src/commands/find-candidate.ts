import { nearest } from "../documents/did-you-mean.ts";
import { listed, quoted } from "../documents/phrases.ts";
import type { Diagnostic } from "../documents/problems.ts";
import type { Candidate, Criterion } from "../engine/decision.ts";

/** What a word on the command line stands for, or why that cannot be told. */
export type Found<T> = { readonly found: T } | { readonly problem: Diagnostic };

/** A candidate by its id, its name, or an unambiguous beginning of either, case aside. */
export function findCandidate(candidates: readonly Candidate[], word: string): Found<Candidate> {
  const named = candidates.map((candidate) => ({ thing: candidate, words: [candidate.name, candidate.id] }));
  return find("candidate", named, word, ({ name }) => name);
}

/** A question of the pack by its id, its label, or an unambiguous beginning of either, case aside. */
export function findCriterion(criteria: readonly Criterion[], word: string): Found<Criterion> {
  const named = criteria.map((criterion) => ({ thing: criterion, words: [criterion.id, criterion.label] }));
  return find("question", named, word, ({ id }) => id);
}

interface Named<T> {
  readonly thing: T;
  readonly words: readonly string[];
}

const NAMED_AT_MOST = 5;

function find<T>(what: string, named: readonly Named<T>[], word: string, shown: (thing: T) => string): Found<T> {
  const wanted = word.trim().toLowerCase();
  const exactly = named.filter(({ words }) => words.includes(word.trim()));
  const alike = named.filter(({ words }) => words.some((each) => each.toLowerCase() === wanted));
  const beginning = named.filter(({ words }) => words.some((each) => each.toLowerCase().startsWith(wanted)));
  const found = [exactly, alike, beginning].find((list) => list.length > 0) ?? [];
  if (found.length === 1) return { found: found[0].thing };
  if (found.length > 1) {
    const several = found.slice(0, NAMED_AT_MOST).map(({ thing }) => quoted(shown(thing)));
    const hint = `It may be ${listed(several, "or")}${found.length > NAMED_AT_MOST ? ", among others" : ""}: write more of the name.`;
    return { problem: misuse(`ambiguous-${what}`, `${quoted(word)} stands for more than one ${what}.`, hint) };
  }
  const near = nearest(
    word,
    named.flatMap(({ words }) => words),
  );
  const all = named.slice(0, NAMED_AT_MOST).map(({ thing }) => quoted(shown(thing)));
  const hint =
    near !== undefined
      ? `Did you mean ${near}?`
      : `There ${all.length === 1 ? "is" : "are"} ${listed(all, "and")}${named.length > NAMED_AT_MOST ? ", among others" : ""}.`;
  const problem = misuse(`unknown-${what}`, `There is no ${what} ${quoted(word)}.`, hint);
  return { problem: near === undefined ? problem : { ...problem, didYouMean: near } };
}

function misuse(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}
