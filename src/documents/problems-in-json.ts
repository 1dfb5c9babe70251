import { quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import { textError } from "./problems-in-text.ts";
import type { Place } from "./source.ts";

/** Words about a text that is not JSON. What YAML and JSON share stands in problems-in-text.ts. */

export function trailingComma(place: Place): Diagnostic {
  return textError("trailing-comma", place, "JSON has no comma after the last entry.", "Delete this comma.");
}

export function jsonMissingColon(place: Place, name: string): Diagnostic {
  return textError("missing-colon", place, `After ${quoted(name)} a colon is missing.`, 'Write "name": value.');
}

export function jsonMissingName(place: Place): Diagnostic {
  return textError(
    "missing-name",
    place,
    "Between { and } each value has a name, and here is none.",
    'Write "name": value, or use [ and ] for a list.',
  );
}

export function jsonMissingValue(place: Place): Diagnostic {
  return textError("missing-value", place, "A value is missing before this.", "Write the value, or null for none.");
}

export function jsonOpenQuote(place: Place): Diagnostic {
  return textError(
    "open-quote",
    place,
    'The text that starts with " here does not end in this line.',
    'Write " after its last word. Inside a text, a quote is written \\" and a new line \\n.',
  );
}

export function jsonBadEscape(place: Place, sequence: string): Diagnostic {
  return textError(
    "bad-escape",
    place,
    `In a text a backslash has a meaning of its own, and ${quoted(sequence)} has none.`,
    "Write \\\\ for a backslash.",
  );
}

export function jsonRawControl(place: Place): Diagnostic {
  return textError(
    "control-character",
    place,
    "A tab or another control character stands inside a text.",
    "Write a space, or \\t for a tab.",
  );
}

export function otherQuotes(place: Place, quote: string): Diagnostic {
  return textError(
    "other-quotes",
    place,
    `JSON puts texts in straight double quotes, and this one starts with ${quote}.`,
    'Write " before and after it.',
  );
}

export function comment(place: Place): Diagnostic {
  return textError(
    "comment",
    place,
    "JSON has no comments.",
    "Delete it, or write the file as YAML, which has comments.",
  );
}

export function unquotedWord(place: Place, word: string): Diagnostic {
  return textError(
    "unquoted-word",
    place,
    `In JSON a text needs quotes: ${quoted(word)}.`,
    `Write "${word.slice(0, 60)}". Without quotes stand only numbers, true, false and null.`,
  );
}

export function badNumber(place: Place, text: string): Diagnostic {
  return textError(
    "bad-number",
    place,
    `${quoted(text)} is not a number as JSON writes it.`,
    "Write digits with a point, such as 4 or 3.5; nothing like 04, +4, .5 or 3,5.",
  );
}

export function textAfterEnd(place: Place): Diagnostic {
  return textError(
    "text-after-end",
    place,
    "The last bracket closed before this, and more follows.",
    "Delete it, or move the bracket behind it.",
  );
}

export function jsonStrayBracket(place: Place, bracket: string): Diagnostic {
  return textError("stray-bracket", place, `No bracket is open that this ${bracket} could close.`, "Delete it.");
}

export function notJson(place: Place): Diagnostic {
  return textError("not-json", place, "From here on, this cannot be read as JSON.", "Look at what stands just before.");
}
