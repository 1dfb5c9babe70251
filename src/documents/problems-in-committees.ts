import { listed, quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import type { Place } from "./source.ts";

/**
 * Words about candidates that stand in more than one place, and about raters whose files do not fit together. Each points at
 * both places: at the later one, which is most likely the one to change, and in `also` at the earlier one.
 */

/** The other place, as seen from this one; as editors and terminals make it a link. */
function elsewhere(here: Place, { path, line, column }: Place): string {
  if (here.path === path) return `line ${line}`;
  return path === "-" ? `standard input, line ${line}` : `${path}:${line}:${column}`;
}

export function repeatedCandidateId(place: Place, id: string, also: Place, rater?: string): Diagnostic {
  const by = rater === undefined ? "" : ` by ${quoted(rater)}`;
  return {
    code: "repeated-candidate-id",
    severity: "error",
    message: `The id ${quoted(id)} is given twice${by}: it also stands in ${elsewhere(place, also)}.`,
    hint: "Give each candidate an id of its own, or take one of the two away.",
    place,
    also,
  };
}

export function repeatedCandidateName(place: Place, name: string, also: Place, rater?: string): Diagnostic {
  const by = rater === undefined ? "" : ` by ${quoted(rater)}`;
  return {
    code: "repeated-candidate-name",
    severity: "error",
    message: `${quoted(name)} is given twice${by}: it also stands in ${elsewhere(place, also)}.`,
    hint: "If they are two candidates, give each an id; if they are one, take one away.",
    place,
    also,
  };
}

const DETAIL = { kind: "The kind of", held: "The level held with" } as const;

export function candidateDiffers(
  place: Place,
  name: string,
  key: "kind" | "held",
  written: string,
  earlier: string,
  also: Place,
): Diagnostic {
  return {
    code: "candidate-differs",
    severity: "error",
    message: `${DETAIL[key]} ${quoted(name)} is ${quoted(written)} here and ${quoted(earlier)} in ${elsewhere(place, also)}.`,
    hint: "Write the same in both: raters may differ in their answers, not in what a candidate is.",
    place,
    also,
  };
}

const HOW_NAMES_DIFFER = { letter: "by one letter", form: "only in capitals, spaces, signs or accents" } as const;

/** `how`: by one letter, or only in the form of the same letters. */
export function namesNearlyAlike(
  place: Place,
  name: string,
  other: string,
  how: keyof typeof HOW_NAMES_DIFFER,
  also: Place,
): Diagnostic {
  return {
    code: "names-nearly-alike",
    severity: "error",
    message: `${quoted(name)} differs ${HOW_NAMES_DIFFER[how]} from ${quoted(other)} in ${elsewhere(place, also)}.`,
    hint: `If they are one candidate, write ${quoted(other)} in both or give both the same id; if two, give each an id.`,
    didYouMean: other,
    place,
    also,
  };
}

export function idsNearlyAlike(place: Place, id: string, other: string, name: string, also: Place): Diagnostic {
  return {
    code: "ids-nearly-alike",
    severity: "error",
    message: `The id ${quoted(id)} of ${quoted(name)} is almost the id ${quoted(other)} in ${elsewhere(place, also)}.`,
    hint: `If they are one candidate, write ${quoted(other)} in both; if two, choose ids that nobody takes for each other.`,
    didYouMean: other,
    place,
    also,
  };
}

export function sameNameOtherId(place: Place, name: string, id: string, other: string, also: Place): Diagnostic {
  return {
    code: "same-name-other-id",
    severity: "warning",
    message: `${quoted(name)} has the id ${quoted(id)} here and ${quoted(other)} in ${elsewhere(place, also)}, so it counts as two candidates.`,
    hint: "If it is one, give it the same id in both.",
    place,
    also,
  };
}

export function repeatedRater(place: Place, rater: string, also: Place): Diagnostic {
  const isSameFile = place.path === also.path && place.line === also.line;
  return {
    code: "repeated-rater",
    severity: "error",
    message: isSameFile
      ? `${quoted(place.path)} is named twice on the command line.`
      : `The rater ${quoted(rater)} also stands in ${elsewhere(place, also)}.`,
    hint: isSameFile
      ? "Name each rater’s file once."
      : "Give each file a rater of its own: “rater: …”. If one is a copy of the other, leave one out.",
    place,
    ...(!isSameFile && { also }),
  };
}

/** Neither file names its rater, so each is called by the file's name, and that is the same. */
export function namelessRaters(place: Place, name: string, also: Place): Diagnostic {
  return {
    code: "repeated-rater",
    severity: "error",
    message: `Neither this file nor ${also.path} names its rater, and both are called ${quoted(name)}.`,
    hint: "Give each file a rater of its own: “rater: …”.",
    place,
    also,
  };
}

const SHARED = "Raters of one decision share the criteria pack, the reasons and the importance";

/** The packs by their ids or paths; undefined for a file that names none and takes the default. */
export function packsDiffer(
  place: Place,
  pack: string | undefined,
  also: Place,
  other: string | undefined,
  otherwise: string,
): Diagnostic {
  const named = (one: string | undefined) => (one === undefined ? `${quoted(otherwise)} (none is named)` : quoted(one));
  return {
    code: "raters-differ",
    severity: "error",
    message: `The criteria pack is ${named(pack)} here, and ${named(other)} in ${elsewhere(place, also)}.`,
    hint: `${SHARED}: write “criteria: ${other ?? otherwise}” in both, or name one pack for all with --criteria.`,
    place,
    also,
  };
}

export function reasonsDiffer(
  place: Place,
  reasons: readonly string[],
  also: Place,
  others: readonly string[],
): Diagnostic {
  const named = (some: readonly string[]) => (some.length === 0 ? "none" : listed(some, "and"));
  const mend =
    others.length === 0
      ? `take them away here, or write “reasons: [${reasons.join(", ")}]” there too`
      : `write “reasons: [${others.join(", ")}]” in both`;
  return {
    code: "raters-differ",
    severity: "error",
    message: `The reasons are not the same: ${named(reasons)} here, ${named(others)} in ${elsewhere(place, also)}.`,
    hint: `${SHARED}: ${mend}.`,
    place,
    also,
  };
}

/** Of the first question that differs; `more` counts the others. Undefined: the file leaves the pack's points. */
export function importanceDiffers(
  place: Place,
  criterion: string,
  points: number | undefined,
  also: Place,
  others: number | undefined,
  more: number,
): Diagnostic {
  const said = (one: number | undefined) => (one === undefined ? "not stated" : `${one}`);
  const besides = more === 0 ? "" : ` Nor is that of ${more === 1 ? "1 more question" : `${more} more questions`}.`;
  return {
    code: "raters-differ",
    severity: "error",
    message: `The importance of ${criterion} is not the same: ${said(points)} here, ${said(others)} in ${elsewhere(place, also)}.${besides}`,
    hint: `${SHARED}: copy “importance” from one file into the other.`,
    place,
    also,
  };
}

export function titlesDiffer(place: Place, title: string, also: Place, first: string): Diagnostic {
  return {
    code: "titles-differ",
    severity: "warning",
    message: `The decision is ${quoted(title)} here and ${quoted(first)} in ${elsewhere(place, also)}: are these raters of one decision?`,
    hint: "If they are, write the same title; the first one stands above the result. If not, evaluate each file by itself.",
    place,
    also,
  };
}

/** Undefined where the first file does not answer. */
export function readinessDiffers(
  place: Place,
  statement: string,
  answer: string,
  also: Place,
  first: string | undefined,
): Diagnostic {
  const counts = first === undefined ? "the first file says nothing" : `${quoted(first)} counts`;
  return {
    code: "readiness-differs",
    severity: "warning",
    message: `The answer ${quoted(answer)} to ${quoted(statement)} does not count: ${counts}, in ${elsewhere(place, also)}.`,
    hint: "Readiness is about us, not about a candidate: agree on one answer, and write it in the first file.",
    place,
    also,
  };
}

export function committeeTooLarge(path: string, raters: number, mostRaters: number, mostPairs: number): Diagnostic {
  return {
    code: "committee-too-large",
    severity: "error",
    message: `${raters} raters are too many for these candidates: at most ${mostRaters}, and ${mostPairs} pairs of a rater and a candidate.`,
    hint: "Look at the column “rater”: it should name the few people who gave the answers.",
    path,
  };
}
