import type { Diagnostic } from "../documents/problems.ts";
import { isSameAnswer } from "../documents/same-answer.ts";
import type { WrittenAnswer } from "../documents/written-answer.ts";
import type { Decision } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { ChoiceView } from "./ask.ts";
import type { Change } from "./notebook.ts";
import { type Reading, type Topic, writtenUnder } from "./topics.ts";

/** What an interview says. All words of an interview are here and in the pack. */

/** The one line that stays of a question: said only when the answer is on disk. */
export function savedLine(decision: Decision, { topic, to }: Change): string {
  return `${topicInWords(decision, topic)}: ${answerInWords(to)}`;
}

export function topicInWords({ candidates, pack }: Decision, { candidate, criterion }: Topic): string {
  const name = candidates.find(({ id }) => id === candidate)?.name ?? candidate;
  const label = pack.criteria.find(({ id }) => id === criterion)?.label ?? criterion;
  return `${name}, ${label}`;
}

/** An answer in words: `4`, `2 to 4`, `unknown`. */
export function answerInWords(answer: WrittenAnswer): string {
  if (answer.kind === "score") return `${answer.score}`;
  if (answer.kind === "range") return `${answer.low} to ${answer.high}`;
  if (answer.kind === "unanswered") return isSameAnswer(answer, undefined) ? "no answer" : "no answer yet, with a note";
  return answer.kind;
}

export function nothingCanChange(decision: Decision): string {
  const { ranking, lead } = evaluate(decision);
  if (ranking.length === 0) return "Nothing that is still open can put anybody first.";
  const [name] = ranking.map(({ candidate }) => candidate.name);
  const who = lead.leaders.length > 1 ? "The tie for first place" : name;
  return `No remaining answer can change the leader: ${who}. The rest still counts for levels and for second place.`;
}

export const REST_CHOICES: ChoiceView<"on" | "leave"> = {
  message: "Go on with the rest?",
  options: [
    { value: "on", label: "Yes, ask what is still open" },
    { value: "leave", label: "No, show the ranking" },
  ],
};

export function somebodyElse({ decision, written }: Reading, change: Change): string {
  const now = writtenUnder({ decision, written }, change.topic);
  const subject = topicInWords(decision, change.topic);
  return `${subject} was changed in the file meanwhile: it says ${answerInWords(now)}, your answer is ${answerInWords(change.to)}.`;
}

export const CHANGED_CHOICES: ChoiceView<"mine" | "theirs"> = {
  message: "Which answer shall stay?",
  options: [
    { value: "theirs", label: "The one in the file" },
    { value: "mine", label: "Mine" },
  ],
};

export function notSaved(decision: Decision, changes: readonly Change[]): string {
  return `Not saved yet: ${changes.map((change) => savedLine(decision, change)).join("; ")}.`;
}

export const FAILED_CHOICES: ChoiceView<"retry" | "on" | "leave"> = {
  message: "What next?",
  options: [
    { value: "retry", label: "Try to save again" },
    { value: "on", label: "Go on, and try again with the next answer" },
    { value: "leave", label: "Leave the interview" },
  ],
};

export function keepsChanging(path: string): Diagnostic {
  return {
    code: "file-keeps-changing",
    severity: "error",
    message: "The file changes again and again while the answer is being saved.",
    hint: "Close the other program that writes to it, then try again.",
    path,
  };
}

export function problemInWords({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message} ${hint}`;
}
