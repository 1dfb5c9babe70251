import type { QuestionView } from "../../interview/ask.ts";
import { linesBesideEachOther } from "./question-lines.ts";
import { BASES, type Ground } from "./scale-state.ts";
import { shown } from "./surface.ts";
import { exampleRange, fromTo } from "./typed-answer.ts";

/** What plain mode says about a question, a paragraph each. Every part begins with a word that says what it is. */

export function questionText(view: QuestionView): readonly string[] {
  const { candidate, number, of, answered, total, question, readings, scale, answers, existing } = view;
  return [
    "",
    shown(candidate),
    `Question ${number} of ${of}. ${answered} of ${total} answered, ${total - answered} left.`,
    shown(question),
    ...readings.map(shown),
    ...(answers.some(({ text }) => text !== undefined)
      ? answers.map(({ answer, text }) => (text === undefined ? `${answer}` : `${answer}: ${shown(text)}`))
      : [`The answer is a number ${fromTo(scale)}.`]),
    ...(existing.kind === "unanswered" ? [] : [`Answer now: ${statedInWords(existing)}. Enter keeps it.`]),
    ...(["note", "evidence", "basis"] as const).flatMap((field) => besideText(existing, field) ?? []),
  ];
}

function statedInWords(existing: QuestionView["existing"]): string {
  if (existing.kind === "score") return `${existing.score}`;
  return existing.kind === "range" ? `${existing.low} to ${existing.high}` : existing.kind;
}

/** What stands beside an answer; undefined where nothing does. */
export function besideText(ground: Ground, field: keyof Ground): string | undefined {
  const text = ground[field];
  if (text === undefined || text.trim() === "") return undefined;
  const name = nameOf(field);
  return `${name[0].toUpperCase()}${name.slice(1)}: ${shown(linesBesideEachOther(text))}`;
}

export function nameOf(field: keyof Ground): string {
  return field === "basis" ? "ground" : field;
}

const bases = `${[...BASES.keys()].join(", ")} or none`;

export const GROUNDS = `The ground is one of these: ${bases}.`;

export function promptFor(field: keyof Ground): string {
  if (field === "basis") return `Ground (${bases}):`;
  return field === "note" ? "Note (empty removes it):" : "Evidence (empty removes it):";
}

/** The keys in full at the first question, in short afterwards. */
export function keysText({ scale, canGoBack }: QuestionView, isTold: boolean): readonly string[] {
  if (isTold) return [`Type ${scale.min} to ${scale.max}, u for unknown, or ? for help.`];
  return [
    `Type ${scale.min} to ${scale.max}, a range such as ${exampleRange(scale)}, or u for unknown; then Enter.`,
    `Also: n and a note, e and the evidence, g and the ground, ${canGoBack ? "b to go back, " : ""}s to leave it open, q to save and quit, ? for help.`,
  ];
}

export function helpText(view: QuestionView): readonly string[] {
  const { why, notThis, probes, evidence, trap, rules = [] } = view.help;
  return [
    ...(why === undefined ? [] : [`Why: ${shown(why)}`]),
    ...(notThis === undefined ? [] : [`Not this: ${shown(notThis)}`]),
    ...probes.map((probe) => `Probe: ${shown(probe)}`),
    ...evidence.map((each) => `Evidence: ${shown(each)}`),
    ...(trap === undefined ? [] : [`Trap: ${shown(trap)}`]),
    ...rules.map((rule) => `How to score: ${shown(rule)}`),
    ...keysText(view, false),
  ];
}
