import { quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import type { Place } from "./source.ts";

/** Words about candidates that stand in more than one place, and about raters whose files do not fit together. */

/** The other place, as seen from this one. */
function elsewhere(here: Place, there: Place): string {
  return here.path === there.path ? `line ${there.line}` : `${there.path}, line ${there.line}`;
}

export function repeatedCandidateId(place: Place, id: string, first: Place, rater?: string): Diagnostic {
  const by = rater === undefined ? "" : ` by ${quoted(rater)}`;
  return {
    code: "repeated-candidate-id",
    severity: "error",
    message: `The id ${quoted(id)} is given twice${by}: it also stands in ${elsewhere(place, first)}.`,
    hint: "Give each candidate an id of its own, or take one of the two away.",
    place,
  };
}

export function repeatedCandidateName(place: Place, name: string, first: Place, rater?: string): Diagnostic {
  const by = rater === undefined ? "" : ` by ${quoted(rater)}`;
  return {
    code: "repeated-candidate-name",
    severity: "error",
    message: `${quoted(name)} is given twice${by}: it also stands in ${elsewhere(place, first)}.`,
    hint: "If they are two candidates, give each an id; if they are one, take one away.",
    place,
  };
}

const DETAIL = { kind: "The kind of", held: "The level held with" } as const;

export function candidateDiffers(
  place: Place,
  name: string,
  key: "kind" | "held",
  written: string,
  earlier: string,
  first: Place,
): Diagnostic {
  return {
    code: "candidate-differs",
    severity: "error",
    message: `${DETAIL[key]} ${quoted(name)} is ${quoted(written)} here and ${quoted(earlier)} in ${elsewhere(place, first)}.`,
    hint: "Write the same in both: raters may differ in their answers, not in what a candidate is.",
    place,
  };
}

export function namesNearlyAlike(place: Place, name: string, other: string, first: Place): Diagnostic {
  return {
    code: "names-nearly-alike",
    severity: "error",
    message: `${quoted(name)} differs by one letter from ${quoted(other)} in ${elsewhere(place, first)}.`,
    hint: "If they are one candidate, write the name alike; if they are two, give each an id.",
    didYouMean: other,
    place,
  };
}

export function repeatedRater(place: Place, rater: string, first: Place): Diagnostic {
  return {
    code: "repeated-rater",
    severity: "error",
    message: `The rater ${quoted(rater)} also stands in ${elsewhere(place, first)}.`,
    hint: "Give each file a rater of its own: “rater: …”.",
    place,
  };
}

export function ratersDiffer(place: Place, key: "criteria" | "reasons" | "importance", first: Place): Diagnostic {
  return {
    code: "raters-differ",
    severity: "error",
    message: `The ${quoted(key)} here are not the same as in ${elsewhere(place, first)}.`,
    hint: "Raters of one decision share the criteria pack, the reasons and the importance: copy them from the first file.",
    place,
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
