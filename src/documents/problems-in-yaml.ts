import { quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import { textError } from "./problems-in-text.ts";
import type { Place } from "./source.ts";

/** Words about a text that is not YAML, for people who do not program. The YAML library's own words are never shown. */

const QUOTE_IT = "Put the whole text in quotes";

// ---- quotes ----

export function unquotedColon(place: Place, text: string): Diagnostic {
  return textError(
    "unquoted-colon",
    place,
    `A text with “: ” in it needs quotes: ${quoted(text)}.`,
    `${QUOTE_IT}, as in "Museum: North Branch". If a new name begins here, give it a line of its own.`,
  );
}

export function unquotedColonInBrackets(place: Place, text: string): Diagnostic {
  return textError(
    "unquoted-colon",
    place,
    `A comma is missing here, or a text with “: ” in it needs quotes: ${quoted(text)}.`,
    'Between brackets, write a comma before the next name, or quotes around the text, as in {name: "Museum: North Branch"}.',
  );
}

export function openQuote(place: Place, quote: string): Diagnostic {
  const apostrophe = quote === "'" ? " An apostrophe inside single quotes is written twice." : "";
  return textError(
    "open-quote",
    place,
    `The text that starts with ${quote} here does not end with ${quote}.`,
    `Write ${quote} after its last word, or no quotes at all.${apostrophe}`,
  );
}

export function textAfterQuote(place: Place, quote: string): Diagnostic {
  return textError(
    "text-after-quote",
    place,
    `The text in quotes ended with the ${quote} before this, and more follows.`,
    quote === "'"
      ? "Write an apostrophe inside single quotes twice, as in 'Children''s Museum', or use double quotes outside."
      : `${QUOTE_IT}; inside it, write \\" for each double quote.`,
  );
}

export function badEscape(place: Place, sequence: string): Diagnostic {
  return textError(
    "bad-escape",
    place,
    `In double quotes a backslash has a meaning of its own, and ${quoted(sequence)} has none.`,
    "Write \\\\ for a backslash, or use single quotes outside.",
  );
}

export function reservedStart(place: Place, sign: string): Diagnostic {
  return textError("unquoted-sign", place, `A text that starts with ${sign} needs quotes.`, `${QUOTE_IT}.`);
}

export function alias(place: Place, text: string): Diagnostic {
  return textError(
    "alias",
    place,
    `${quoted(text)} refers to another part of the text, which is not supported.`,
    "Write the value itself. A text that starts with * needs quotes.",
  );
}

export function anchor(place: Place, text: string): Diagnostic {
  return textError(
    "anchor",
    place,
    `${quoted(text)} gives a value a name to refer to, which is not supported.`,
    "Delete it. A text that starts with & needs quotes.",
  );
}

export function mergeKey(place: Place): Diagnostic {
  return textError(
    "merge-key",
    place,
    "“<<” takes over another map, which is not supported.",
    "Write the names and values themselves.",
  );
}

export function unknownTag(place: Place, text: string): Diagnostic {
  return textError(
    "unknown-tag",
    place,
    `${quoted(text)} states a type that is not known here.`,
    "Delete it. A text that starts with ! needs quotes.",
  );
}

export function textAfterBlockMark(place: Place, mark: string): Diagnostic {
  return textError(
    "text-after-block-mark",
    place,
    `After ${mark} the text starts on the next line, and here something follows.`,
    `Move it to the next line, indented. A text that starts with ${mark} needs quotes.`,
  );
}

// ---- lines and indentation ----

export function badIndentation(place: Place): Diagnostic {
  return textError(
    "bad-indentation",
    place,
    "This line lines up with nothing above it.",
    "Start it in the same column as the lines it belongs with; count the spaces.",
  );
}

export function indentedUnderText(place: Place): Diagnostic {
  return textError(
    "bad-indentation",
    place,
    "This line is indented under a line that already has its value.",
    "Start it in the same column as the name above, or leave that name without a value of its own.",
  );
}

export function tabIndentation(place: Place): Diagnostic {
  return textError(
    "tab-indentation",
    place,
    "This line is indented with a tab.",
    "Use spaces in place of tabs, here and in the lines below.",
  );
}

export function missingColon(place: Place, text: string): Diagnostic {
  return textError(
    "missing-colon",
    place,
    `After ${quoted(text)} a colon and a value are missing.`,
    "Write name: value, with a space after the colon. A longer text over several lines must be indented.",
  );
}

export function colonWithoutSpace(place: Place, text: string): Diagnostic {
  return textError(
    "colon-without-space",
    place,
    `In ${quoted(text)} a space after the colon is missing.`,
    "Write name: value.",
  );
}

export function dashWithoutSpace(place: Place, text: string): Diagnostic {
  return textError(
    "dash-without-space",
    place,
    `In ${quoted(text)} a space after the “-” is missing.`,
    "Write “- ” before each entry of a list.",
  );
}

export function dashAfterName(place: Place): Diagnostic {
  return textError(
    "dash-after-name",
    place,
    "A list starts on a line of its own, not beside a name.",
    "Move the “-” to the next line. A text that starts with a dash needs quotes.",
  );
}

export function commentWithoutSpace(place: Place): Diagnostic {
  return textError(
    "comment-without-space",
    place,
    "A comment needs a space before its #.",
    "Write a space before #. A # that belongs to the text must stand inside its quotes.",
  );
}

// ---- brackets ----

export function openBracketAtLine(place: Place, bracket: string): Diagnostic {
  const closing = bracket === "[" ? "]" : "}";
  return textError(
    "open-bracket",
    place,
    `The ${bracket} here is not closed before a line that is not indented.`,
    `Write ${closing} after its last entry, or indent the lines between the brackets.`,
  );
}

export function strayBracket(place: Place, bracket: string): Diagnostic {
  return textError(
    "stray-bracket",
    place,
    `No bracket is open that this ${bracket} could close.`,
    `Delete it. A text that starts with ${bracket} needs quotes.`,
  );
}

export function textAfterBracket(place: Place): Diagnostic {
  return textError(
    "text-after-bracket",
    place,
    "The brackets closed before this, and more follows.",
    "Move it to a line of its own, or put the whole text in quotes if the brackets belong to it.",
  );
}

export function linesInBrackets(place: Place): Diagnostic {
  return textError(
    "lines-in-brackets",
    place,
    "Between brackets, an indented list or map cannot start.",
    "Write it with brackets and commas, as in {name: A, answers: {b: 3}}, or all of it on indented lines.",
  );
}

// ---- the whole text ----

export function secondDocument(place: Place): Diagnostic {
  return textError(
    "two-documents",
    place,
    "A second document starts here; a file holds one.",
    "Delete the line “---” or “...” that parts them, or give each a file of its own.",
  );
}

export function directive(place: Place, text: string): Diagnostic {
  return textError(
    "directive",
    place,
    `${quoted(text)} instructs a YAML program, which is not supported.`,
    "Delete this line. A text that starts with % needs quotes.",
  );
}

export function keyNotText(place: Place): Diagnostic {
  return textError(
    "key-not-text",
    place,
    "A list or a map stands where a name is expected.",
    "Write a plain name before the colon. A name that starts with a bracket needs quotes.",
  );
}

export function notYaml(place: Place): Diagnostic {
  return textError(
    "not-yaml",
    place,
    "From here on, this cannot be read as YAML.",
    "Compare it with a file that works. A text with signs such as : # & * ! in it is safest in quotes.",
  );
}
