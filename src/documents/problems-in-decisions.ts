import type { Criterion, Scale } from "../engine/decision.ts";
import type { Misread } from "./answers.ts";
import { choices, listed, quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import { suggest } from "./problems-in-shape.ts";
import type { Place } from "./source.ts";

/** Words about a decision whose form is right and that says something impossible. */

/** What a pack calls its things: an id, and a label that people may have written instead. */
export interface Named {
  readonly id: string;
  readonly label?: string;
}

/** A hint that names the id nearest to what was written, whose label it may be; else all of them. */
function suggestId(
  written: string,
  things: readonly Named[],
  what: string,
): { readonly hint: string; readonly didYouMean?: string } {
  const ids = things.map(({ id }) => id);
  const labelled = things.find(({ label }) => label?.toLowerCase() === written.toLowerCase());
  if (labelled !== undefined) return { hint: `Did you mean ${labelled.id}?`, didYouMean: labelled.id };
  const none = `This pack has no ${what}.`;
  return suggest(written, ids, ids.length === 0 ? none : `The ${what} of this pack: ${choices(ids, "and")}.`);
}

export function unknownCriterion(place: Place, written: string, criteria: readonly Named[]): Diagnostic {
  return {
    code: "unknown-criterion",
    severity: "error",
    message: `There is no criterion ${quoted(written)} in this pack.`,
    ...suggestId(written, criteria, "criteria"),
    place,
  };
}

export function unknownColumn(
  place: Place,
  written: string,
  details: readonly string[],
  criteria: readonly Named[],
): Diagnostic {
  const known = [...criteria.map(({ id }) => id), ...details];
  return {
    code: "unknown-column",
    severity: "error",
    message: `The column ${quoted(written)} is neither a criterion of this pack nor a detail of a candidate.`,
    ...suggest(written, known, `A column may be ${choices(known, "or")}.`),
    place,
  };
}

/** What is wrong with one answer. */
export function misreadAnswer(place: Place, misread: Misread, criterion: Criterion): Diagnostic {
  const { label, scale } = criterion;
  switch (misread.why) {
    case "off-scale":
      return {
        code: "off-scale",
        severity: "error",
        message: `${misread.number} is not on the scale of ${label}: answers go from ${scale.min} to ${scale.max}.`,
        hint: howToAnswer(scale),
        place,
      };
    case "reversed":
      return {
        code: "range-reversed",
        severity: "error",
        message: `The range ${misread.low}-${misread.high} for ${label} runs from high to low.`,
        hint: `Write ${misread.high}-${misread.low}, the lower end first.`,
        place,
      };
    case "contradiction":
      return {
        code: "answers-at-once",
        severity: "error",
        message: `This answer to ${label} says more than one thing: ${listed(misread.keys, "and")}.`,
        hint: "Keep one of them.",
        place,
      };
    case "no-answer":
      return {
        code: "not-an-answer",
        severity: "error",
        message: `${quoted(misread.text)} is not an answer to ${label}.`,
        ...suggestAnswer(misread.text, scale),
        place,
      };
  }
}

function suggestAnswer(text: string, scale: Scale): { readonly hint: string; readonly didYouMean?: string } {
  if (/^\d{1,6},\d{1,6}$/.test(text)) return { hint: `Write decimals with a point: ${text.replace(",", ".")}.` };
  return suggest(text, ["unknown", "abstain"], howToAnswer(scale));
}

/** The forms of an answer, with a range that fits the scale. */
function howToAnswer({ min, max, step }: Scale): string {
  const [low, high] = [min + step, max - step];
  const range = low < high && Number.isInteger(low) && Number.isInteger(high) ? `, a range such as ${low}-${high}` : "";
  return `Write a number from ${min} to ${max}${range}, or unknown.`;
}

export function unknownKind(place: Place, written: string, kinds: readonly Named[]): Diagnostic {
  return {
    code: "unknown-kind",
    severity: "error",
    message: `There is no kind of partner ${quoted(written)} in this pack.`,
    ...suggestId(written, kinds, "kinds"),
    place,
  };
}

export function unknownLevel(place: Place, written: string, levels: readonly Named[]): Diagnostic {
  return {
    code: "unknown-level",
    severity: "error",
    message: `There is no level of relationship ${quoted(written)} in this pack.`,
    ...suggestId(written, levels, "levels"),
    place,
  };
}

export function unknownReason(place: Place, written: string, reasons: readonly Named[]): Diagnostic {
  return {
    code: "unknown-reason",
    severity: "error",
    message: `There is no reason ${quoted(written)} in this pack.`,
    ...suggestId(written, reasons, "reasons"),
    place,
  };
}

export function repeatedReason(place: Place, written: string): Diagnostic {
  return {
    code: "repeated-reason",
    severity: "error",
    message: `The reason ${quoted(written)} is given twice.`,
    hint: "Keep one of them: a reason counts once.",
    place,
  };
}

export function manyReasons(place: Place, count: number): Diagnostic {
  return {
    code: "many-reasons",
    severity: "warning",
    message: `${count} reasons are given; at most two are advised.`,
    hint: "Emphasis is the mean over the reasons, so many reasons leave little of it.",
    place,
  };
}

export function unknownStatement(place: Place, written: string, statements: readonly Named[]): Diagnostic {
  return {
    code: "unknown-statement",
    severity: "error",
    message: `There is no readiness statement ${quoted(written)} in this pack.`,
    ...suggestId(written, statements, "readiness statements"),
    place,
  };
}

export function nothingCounts(place: Place): Diagnostic {
  return {
    code: "nothing-counts",
    severity: "error",
    message: "Every criterion has importance 0, so nothing can be weighed.",
    hint: "Give at least one criterion more than 0 points.",
    place,
  };
}

export function unfitId(place: Place): Diagnostic {
  return {
    code: "unfit-id",
    severity: "error",
    message: "An id cannot hold characters that nobody can see, such as a tab or a line break.",
    hint: "Write a short id of letters, digits and hyphens.",
    place,
  };
}

export function newerFormat(place: Place, written: number, known: number): Diagnostic {
  return {
    code: "newer-format",
    severity: "error",
    message: `This file is written in format ${written}, and this program knows formats up to ${known}.`,
    hint: "Use a newer version of partner-score.",
    place,
  };
}

export function packForDecision(place: Place): Diagnostic {
  return {
    code: "pack-for-decision",
    severity: "error",
    message: "This file is a criteria pack, and a decision is needed here.",
    hint: "Name a decision, a file with candidates, and give this pack with --criteria or in the decision's “criteria”.",
    place,
  };
}
