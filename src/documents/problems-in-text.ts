import { quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import type { Place } from "./source.ts";
import { MOST_CANDIDATES, MOST_KEYS_IN_A_MAP, MOST_LEVELS, MOST_YAML_BYTES } from "./text-limits.ts";

/** Words about a text that nobody can read: what YAML, JSON and CSV all refuse, and what they share. */

export function textError(code: string, place: Place, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint, place };
}

function fileError(code: string, path: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint, path };
}

// ---- any text ----

/** Nothing but white space and comments. */
export function emptyText(path: string): Diagnostic {
  return fileError("empty-file", path, "There is nothing in this text.", "Write at least “candidates:” and a name.");
}

export function controlCharacter(place: Place, codePoint: number): Diagnostic {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  return textError(
    "control-character",
    place,
    `Here is ${name}, a character that no text shows.`,
    "Delete it. Such characters come along when text is copied from another program.",
  );
}

export function tooDeep(place: Place): Diagnostic {
  return textError(
    "too-deep",
    place,
    `Here more than ${MOST_LEVELS} lists and maps stand in one another.`,
    "A decision needs no more than five levels. Look for brackets that are never closed.",
  );
}

export function tooManyKeys(place: Place, count: number): Diagnostic {
  return textError(
    "too-many-keys",
    place,
    `This map has ${count} keys; it may have ${MOST_KEYS_IN_A_MAP}.`,
    "Write what there is many of as a list: one “-” for each candidate.",
  );
}

export function tooManyItems(place: Place, count: number): Diagnostic {
  return textError(
    "too-many-candidates",
    place,
    `Here are ${count} entries; there may be ${MOST_CANDIDATES}.`,
    "Make a shorter list first.",
  );
}

export function duplicateKey(place: Place, key: string, first: Place): Diagnostic {
  return textError(
    "duplicate-key",
    place,
    `${quoted(key)} stands here a second time; the first is in line ${first.line}.`,
    "Keep one of the two.",
  );
}

export function numberOutOfRange(place: Place, text: string): Diagnostic {
  return textError(
    "number-out-of-range",
    place,
    `${quoted(text)} is no number that can be counted with.`,
    "Write an ordinary number, or unknown. A text that reads as a number needs quotes.",
  );
}

export function notAMap(place: Place, found: "list" | "text" | "number" | "value"): Diagnostic {
  return textError(
    "not-a-map",
    place,
    `This file should hold names with values, and it starts with a ${found}.`,
    found === "list"
      ? "If this is the list of candidates, write “candidates:” in a line above it."
      : "Write a name, a colon and a space before it, as in “candidates:” or “title: …”.",
  );
}

// ---- brackets and commas, in YAML and JSON ----

export function openBracket(place: Place, bracket: string): Diagnostic {
  return textError(
    "open-bracket",
    place,
    `The ${bracket} here is never closed.`,
    `Write ${closing(bracket)} after its last entry.`,
  );
}

export function wrongBracket(place: Place, found: string, opened: Place, bracket: string): Diagnostic {
  return textError(
    "wrong-bracket",
    place,
    `${found} does not close the ${bracket} in line ${opened.line}, column ${opened.column}.`,
    `Write ${closing(bracket)} here.`,
  );
}

export function missingComma(place: Place): Diagnostic {
  return textError("missing-comma", place, "A comma is missing before this.", "Write a comma between two entries.");
}

export function extraComma(place: Place): Diagnostic {
  return textError("extra-comma", place, "Nothing stands before this comma.", "Delete it, or write the entry.");
}

// ---- YAML's size ----

const OTHER_FORMATS = "Give it as CSV or JSON, which are read faster.";

export function yamlTooLarge(path: string): Diagnostic {
  return fileError(
    "yaml-too-large",
    path,
    `This text is read as YAML, and it is larger than ${megabytes(MOST_YAML_BYTES)} MB.`,
    `${OTHER_FORMATS} If it is one of these already, say so with --input csv or --input json.`,
  );
}

export function yamlTooDense(place: Place): Diagnostic {
  return textError("yaml-too-large", place, "Up to here, this is already too much to read as YAML.", OTHER_FORMATS);
}

export function tooManyBlankLines(place: Place, most: number): Diagnostic {
  return textError(
    "too-many-blank-lines",
    place,
    `Before this line stand more than ${most} blank lines in a row.`,
    "Delete them.",
  );
}

function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}

function closing(bracket: string): string {
  return bracket === "[" ? "]" : "}";
}
