import type { Candidate, Id } from "../engine/decision.ts";
import { patchAnswer } from "./answer-patch.ts";
import { answerText } from "./answer-text.ts";
import { type Dialect, JSON_DIALECT, YAML_DIALECT } from "./dialect.ts";
import { answerPath, candidatesLike, isSameButAt, readForEdit } from "./edit-reading.ts";
import { parseJson } from "./json-tree.ts";
import type { InputKind } from "./open-decision.ts";
import { quoted } from "./phrases.ts";
import type { Checked, Diagnostic } from "./problems.ts";
import { answerChanged, candidateGone, candidateTwice, noSafePlace, tableNotEdited } from "./problems-in-edits.ts";
import { isSameAnswer } from "./same-answer.ts";
import type { Source } from "./source.ts";
import type { Tree } from "./tree.ts";
import type { WrittenAnswer } from "./written-answer.ts";
import { parseYaml } from "./yaml-tree.ts";

/** A change of what a decision's file says. */
export interface Edit {
  readonly kind: "answer";
  /** As the person saw it. A stated id finds it, or else its exact name: never its place in the list. */
  readonly candidate: Pick<Candidate, "id" | "name">;
  readonly criterion: Id;
  /** What the person saw; undefined: nothing was written. */
  readonly from: WrittenAnswer | undefined;
  /** What the file shall say; undefined: nothing, the question's key goes. */
  readonly to: WrittenAnswer | undefined;
}

/**
 * The text of a decision with one answer changed and each other byte as it was, comments, spacing and line breaks included.
 * `source` is the file as it is now, which may have changed since the person saw it: the answer is put in where the text
 * still says `from`, and nothing is done where it says `to` already. The new text is read again, and has to mean what the
 * old one meant but for this answer.
 *
 * Refused, with a problem and no text: a CSV, a text that cannot be read, a candidate that is gone or may be two, an answer
 * that says something else by now, and a text in which the answer, written down, would not mean just that.
 *
 * @example
 * applyEdit({ path: "a.yaml", text: "candidates: [{name: A}]", sha256: "" }, { kind: "answer", candidate: { id: "a", name: "A" }, criterion: "cost", from: undefined, to: { kind: "score", score: 4 } }, "yaml") // → {"ok":true,"value":"candidates: [{name: A, answers: {cost: 4}}]","warnings":[]}
 */
export function applyEdit(source: Source, edit: Edit, input: InputKind): Checked<string> {
  return editsInTurn(input)(source, edit);
}

/**
 * The same for one edit after the other. What an edit makes has been read, to see what it means: where the next edit finds
 * that very text, it is not read again.
 */
export function editsInTurn(input: InputKind): (source: Source, edit: Edit) => Checked<string> {
  if (input === "csv") return (source) => refused(tableNotEdited(source.path));
  const parse = input === "json" ? parseJson : parseYaml;
  const dialect = input === "json" ? JSON_DIALECT : YAML_DIALECT;
  let last: Tree | undefined;
  return (source, edit) => {
    const before = last?.source.text === source.text ? { ok: true as const, value: last } : parse(source);
    if (!before.ok) return before;
    const edited = editTree(before.value, edit, dialect, parse);
    if (!edited.ok) return edited;
    last = edited.value;
    return { ok: true, value: last.source.text, warnings: [] };
  };
}

/** The tree of the text with the answer changed, or the same tree where it says so already. */
function editTree(before: Tree, edit: Edit, dialect: Dialect, parse: (source: Source) => Checked<Tree>): Checked<Tree> {
  const { source } = before;
  const { name } = edit.candidate;
  const asked = { name, criterion: edit.criterion };
  const reading = readForEdit(before);
  const [candidate, second] = candidatesLike(reading, edit.candidate);
  if (candidate === undefined) return refused(candidateGone(source.path, name));
  if (second !== undefined) return refused(candidateTwice(before.placeOf(["candidates", second], "value"), name));
  const path = answerPath(candidate, edit.criterion);
  const place = () => before.placeOf(path, "value");

  const from = reading.candidates[candidate].answer(edit.criterion);
  if (isAnswer(from, edit.to)) return { ok: true, value: before, warnings: [] };
  if (from === "unreadable" || !isAnswer(from, edit.from)) {
    return refused(answerChanged(place(), asked, shown(edit.from), shown(from)));
  }

  const to = isAnswer(undefined, edit.to) ? undefined : edit.to;
  const text = patchAnswer(source.text, { candidate, criterion: edit.criterion, from, to }, dialect);
  if (text === undefined) return refused(noSafePlace(place(), asked, inWords(to)));
  const after = parse({ ...source, text });
  if (!after.ok) {
    // A limit of the whole file has no place in it; whatever else is wrong is about a text that nobody sees.
    const limits = after.problems.filter((problem) => problem.place === undefined);
    return limits.length > 0 ? { ok: false, problems: limits } : refused(noSafePlace(place(), asked, inWords(to)));
  }
  const isMeant =
    isSameButAt(before.value, after.value.value, path) &&
    isAnswer(readForEdit(after.value).candidates[candidate]?.answer(edit.criterion), to);
  return isMeant ? after : refused(noSafePlace(place(), asked, inWords(to)));
}

function isAnswer(read: WrittenAnswer | undefined | "unreadable", meant: WrittenAnswer | undefined): boolean {
  return read !== "unreadable" && isSameAnswer(read, meant);
}

/** What somebody saw or would see in the file, for a sentence. */
function shown(answer: WrittenAnswer | undefined | "unreadable"): string {
  if (answer === "unreadable") return "something that is no answer";
  return isAnswer(answer, undefined) ? "nothing" : quoted(inWords(answer));
}

/** As it would be written. */
function inWords(answer: WrittenAnswer | undefined): string {
  return answer === undefined ? "" : answerText(answer, YAML_DIALECT.style);
}

function refused(problem: Diagnostic): Checked<never> {
  return { ok: false, problems: [problem] };
}
