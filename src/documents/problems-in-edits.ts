import type { Id } from "../engine/decision.ts";
import { quoted } from "./phrases.ts";
import type { Diagnostic } from "./problems.ts";
import type { Place } from "./source.ts";

/** Words about an answer that was not saved. Every one means that the file is as it was. */

/** Whose answer to which question, for a sentence. */
interface Asked {
  readonly name: string;
  readonly criterion: Id;
}

export function tableNotEdited(path: string): Diagnostic {
  return {
    code: "edit-in-table",
    severity: "error",
    message: "Answers are not saved into a CSV file: it has no place for notes, evidence and basis.",
    hint: "Keep the decision as YAML or JSON, and save answers there.",
    path,
  };
}

export function candidateGone(path: string, name: string): Diagnostic {
  return {
    code: "edit-candidate-gone",
    severity: "error",
    message: `${quoted(name)} is no longer among the candidates, so the answer was not saved.`,
    hint: "Another program may have removed it, or changed its name or id. Open the file again.",
    path,
    candidate: name,
  };
}

export function candidateTwice(place: Place, name: string): Diagnostic {
  return {
    code: "edit-candidate-twice",
    severity: "error",
    message: `Two candidates may be ${quoted(name)}, so the answer was not saved.`,
    hint: "Give each candidate an id of its own, and open the file again.",
    place,
    candidate: name,
  };
}

export function answerChanged(place: Place, { name, criterion }: Asked, seen: string, now: string): Diagnostic {
  return {
    code: "edit-answer-changed",
    severity: "error",
    message: `${criterion} of ${quoted(name)} now says ${now}, and said ${seen} when it was shown, so it was not replaced.`,
    hint: "Another program changed it in between. Look at what it says now, and answer again.",
    place,
    candidate: name,
  };
}

export function noSafePlace(place: Place, { name, criterion }: Asked, answer: string): Diagnostic {
  return {
    code: "edit-no-safe-place",
    severity: "error",
    message: `The answer to ${criterion} of ${quoted(name)} cannot be put here without changing something else, so it was not saved.`,
    hint: `Change it in an editor, under the answers of ${quoted(name)}: ${`${criterion}: ${answer}`.trim()}`,
    place,
    candidate: name,
  };
}
