import type { Diagnostic } from "../documents/problems.ts";
import { isSameAnswer } from "../documents/same-answer.ts";
import type { WrittenAnswer } from "../documents/written-answer.ts";
import type { Decision } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { ChoiceView } from "./ask.ts";
import type { Change } from "./notebook.ts";
import type { Order } from "./orders.ts";
import { type Reading, type Topic, writtenUnder } from "./topics.ts";

/** What an interview says. All words of an interview are here and in the pack. */

/** The one line that stays of a question: said only when the answer is on disk. */
export function savedLine(decision: Decision, { topic, to }: Change): string {
  return `${topicInWords(decision, topic)}: ${answerInWords(to)}`;
}

function topicInWords({ candidates, pack }: Decision, { candidate, criterion }: Topic): string {
  const name = candidates.find(({ id }) => id === candidate)?.name ?? candidate;
  const label = pack.criteria.find(({ id }) => id === criterion)?.label ?? criterion;
  return `${name}, ${label}`;
}

/** An answer in words: `4`, `2 to 4`, `unknown`. */
function answerInWords(answer: WrittenAnswer): string {
  if (answer.kind === "score") return `${answer.score}`;
  if (answer.kind === "range") return `${answer.low} to ${answer.high}`;
  if (answer.kind === "unanswered") return isSameAnswer(answer, undefined) ? "no answer" : "no answer yet, with a note";
  return answer.kind;
}

/** What the shortest way has come to. */
export function nothingCanChange(decision: Decision, isSomethingLeft: boolean): string {
  const { ranking, lead } = evaluate(decision);
  if (ranking.length === 0) return "Nothing that is still open can put anybody first.";
  const [name] = ranking.map(({ candidate }) => candidate.name);
  const who = lead.leaders.length > 1 ? "The tie for first place" : name;
  const rest = isSomethingLeft ? " The rest still counts for levels and for second place." : "";
  return `No remaining answer can change the leader: ${who}.${rest}`;
}

export const STILL_OPEN = "All that can change the leader has been asked, and some of it is still open.";

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
  return `Not saved yet: ${inOneSentence(decision, changes)}`;
}

/** At the end, when nothing more is tried. */
export function neverSaved(decision: Decision, changes: readonly Change[]): string {
  return `Not saved, so write it down: ${inOneSentence(decision, changes)}`;
}

function inOneSentence(decision: Decision, changes: readonly Change[]): string {
  return `${changes.map((change) => savedLine(decision, change)).join("; ")}.`;
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

export const ORDER_CHOICES: ChoiceView<Order> = {
  message: "In which order?",
  options: [
    { value: "partner", label: "One partner at a time", explanation: "All questions about one, then the next." },
    {
      value: "question",
      label: "One question at a time",
      explanation: "The same question about everybody, so that all are compared on the same point.",
    },
    {
      value: "shortest",
      label: "The shortest way to a leader",
      explanation: "Only what can still change first place, the most useful first.",
    },
  ],
};

/** What stands above the rules of {@link rulesToSay}. */
export const RULES_HEADING = "How to score";

/** How to score, said once before the first question; what is for comparing only where candidates are compared. */
export function rulesToSay({ pack, candidates }: Decision, order: Order): readonly string[] {
  const compares = order === "question" && candidates.length > 1;
  return pack.scale.rules.filter(({ comparing }) => compares || !comparing).map(({ rule }) => rule);
}

export function nothingOpen(path: string): readonly string[] {
  return ["Every question has an answer.", `To go through them again: ${commandLine("interview", path)} --all`];
}

/** The last lines of an interview: where the answers are, and what to run next, on a line of its own to be copied. */
export function whatToRunNext(path: string): readonly string[] {
  return [`Everything is saved in ${path}.`, `To see the ranking again: ${commandLine("evaluate", path)}`];
}

export function goOnLater(path: string): readonly string[] {
  return [`What you answered is saved in ${path}.`, `To go on: ${commandLine("interview", path)}`];
}

/** Where the person leaves although an answer could not be saved. */
export function goOnWithout(path: string): readonly string[] {
  return [`All else is saved in ${path}.`, `To go on: ${commandLine("interview", path)}`];
}

export function begunNext(path: string, isExample: boolean): readonly string[] {
  const next = commandLine(isExample ? "evaluate" : "interview", path);
  return [`${path} is written.`, `Open it in an editor, or run: ${next}`];
}

/** As it is typed: a path that a shell would take apart stands in quotes. */
function commandLine(command: "evaluate" | "interview", path: string): string {
  const isOneWord = !/[^\p{L}\p{N}\p{M}\\/.:_@%+=,-]/u.test(path);
  const quoted = /["$`\\!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
  return `partner-score ${command} ${isOneWord ? path : quoted}`;
}

export const BEGIN_CHOICES: ChoiceView<"yes" | "no"> = {
  message: "There is no decision in this folder. Begin one?",
  options: [
    { value: "yes", label: "Yes, ask me what it is about" },
    { value: "no", label: "No" },
  ],
};

export function replaceQuestion(path: string): string {
  return `${path} is there already. Replace it?`;
}

export const REPLACE_CHOICES: Omit<ChoiceView<"yes" | "no">, "message"> = {
  options: [
    { value: "no", label: "No, keep it" },
    { value: "yes", label: "Yes, replace it" },
  ],
};
