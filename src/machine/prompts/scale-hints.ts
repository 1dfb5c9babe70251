import type { QuestionView } from "../../interview/ask.ts";
import type { Line } from "../../render/wrap.ts";
import type { KeyMeaning } from "./help-text.ts";

/** The two lines about the keys; in a narrow window each goes on below, broken between two keys. */
export function hintLines(view: QuestionView, width: number): readonly Line[] {
  const going = ["Enter keep and go on", ...(view.canGoBack ? ["b back"] : []), "s skip", "q save and quit"];
  const answering = [choosing(view), "u unknown", "r range", "n note", "e evidence", "g ground", "? help"];
  return [...joined(going, "   ", width), ...joined(answering, "  ", width)];
}

/** All that a small window has room for. */
export const SHORT_HINT: readonly Line[] = [[{ text: "? help and keys", tone: "quiet" }]];

function choosing({ scale: { min, max }, answers }: QuestionView): string {
  return `${min < 0 ? `${min} to ${max}` : `${min}-${max}`} ${answers.length > 0 ? "choose" : "type"}`;
}

function joined(hints: readonly string[], gap: string, width: number): readonly Line[] {
  const lines: string[] = [];
  for (const hint of hints) {
    const longer = `${lines.at(-1)}${gap}${hint}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(hint.slice(0, width));
  }
  return lines.map((text) => [{ text, tone: "quiet" }]);
}

/** The same, one a line and in full. */
export function keyMeanings({ scale: { min, max }, answers }: QuestionView): readonly KeyMeaning[] {
  return [
    [`${min} to ${max}`, answers.length > 0 ? "choose an answer; so do the arrows" : "type an answer"],
    ["Enter", "keep the answer and go on"],
    ["u", "unknown: nobody knows yet"],
    ["r", "a range, typed as 2-4"],
    ["n", "a note"],
    ["e", "the evidence: where you read it"],
    ["g", "the ground: seen, read, told, guess, none"],
    ["b", "back to the question before"],
    ["s", "leave it unanswered"],
    ["q", "save and quit; so does Ctrl-D"],
    ["Ctrl-C", "stop without saving this answer"],
  ];
}
