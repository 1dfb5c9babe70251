import { nearest } from "./did-you-mean.ts";
import { capital, choices, listed, oneOf, quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import type { Place } from "./source.ts";

/** Words about a file that says something in a form nobody can use: wrong keys, wrong types, numbers out of bounds. */

/** A hint that names the near word, or what may stand there when no word is near. */
export function suggest(
  word: string,
  known: readonly string[],
  otherwise: string,
): { readonly hint: string; readonly didYouMean?: string } {
  const near = nearest(word, known);
  return near === undefined ? { hint: otherwise } : { hint: `Did you mean ${near}?`, didYouMean: near };
}

/** A key of several words with nothing behind it is most likely the rest of a text that a comma cut off. */
export function unknownKey(
  place: Place,
  key: string,
  thing: string,
  known: readonly string[],
  isBare: boolean,
): Diagnostic {
  const cutOff = "If this belongs to the text before it, put that whole text in quotes: a comma ends it inside { }.";
  const all = `${capital(oneOf(thing))} may have ${choices(known, "and")}.`;
  return {
    code: "unknown-key",
    severity: "error",
    message: `${capital(oneOf(thing))} has no ${quoted(key)}.`,
    ...suggest(key, known, isBare && key.includes(" ") ? cutOff : all),
    place,
  };
}

export function missingKey(place: Place, key: string, thing: string, meaning: string): Diagnostic {
  return {
    code: "missing-key",
    severity: "error",
    message: `${capital(oneOf(thing))} needs ${quoted(key)}.`,
    hint: `Add ${key}. ${meaning}`.trim(),
    place,
  };
}

export function emptyKey(place: Place, key: string, thing: string, meaning: string): Diagnostic {
  return {
    code: "missing-key",
    severity: "error",
    message: `${capital(oneOf(thing))} needs ${quoted(key)}, and here it is empty.`,
    hint: `Fill it in. ${meaning}`.trim(),
    place,
  };
}

export function emptyEntry(place: Place, name: string): Diagnostic {
  return {
    code: "empty-entry",
    severity: "error",
    message: `${capital(name)} is empty.`,
    hint: "Fill it in, or take it away.",
    place,
  };
}

export function wrongType(place: Place, name: string, expected: string, found: string, hint: string): Diagnostic {
  return {
    code: "wrong-type",
    severity: "error",
    message: `${capital(name)} should be ${expected}, not ${found}.`,
    ...(hint !== "" && { hint }),
    place,
  };
}

export function notAChoice(place: Place, name: string, written: string, options: readonly string[]): Diagnostic {
  const allowed = listed(options, "or");
  return {
    code: "not-a-choice",
    severity: "error",
    message: `${capital(name)} cannot be ${quoted(written)}: it is ${allowed}.`,
    ...suggest(written, options, `Write ${allowed}.`),
    place,
  };
}

export function outOfBounds(place: Place, name: string, written: number, bounds: string): Diagnostic {
  return {
    code: "out-of-bounds",
    severity: "error",
    message: `${capital(name)} cannot be ${written}: it is ${bounds}.`,
    hint: `Write a number that is ${bounds}.`,
    place,
  };
}

export function notAnId(place: Place, name: string, written: string, proposal: string): Diagnostic {
  return {
    code: "not-an-id",
    severity: "error",
    message: `${capital(name)} cannot be ${quoted(written)}: an id is letters and digits, joined by single hyphens.`,
    hint: `Write ${proposal}.`,
    didYouMean: proposal,
    place,
  };
}

const COUNTS: readonly string[] = ["is none", "is one"];

export function wrongLength(place: Place, name: string, found: number, needed: string, hint: string): Diagnostic {
  return {
    code: "wrong-length",
    severity: "error",
    message: `${capital(name)} needs ${needed}, and here ${COUNTS[found] ?? `are ${found}`}.`,
    ...(hint !== "" && { hint }),
    place,
  };
}
