import type { QuestionView } from "../../interview/ask.ts";
import type { Line } from "../../render/wrap.ts";
import type { KeyMeaning } from "./help-text.ts";
import { joined } from "./surface.ts";

/** The two lines about the keys; in a narrow window each goes on below, broken between two keys. */
export function hintLines(view: QuestionView, width: number): readonly Line[] {
  const going = ["Enter keep and go on", ...(view.canGoBack ? ["b back"] : []), "s skip", "q save and quit"];
  const answering = [choosing(view), "u unknown", "r range", "n note", "e evidence", "g ground", "? help"];
  return [...joined(going, "   ", width), ...joined(answering, "  ", width)].map((text) => [{ text, tone: "quiet" }]);
}

/** All that a small window has room for, in one line. */
export function shortHintLine(width: number): Line {
  const forms = ["Enter keep and go on   ? help and keys", "Enter go on   ? help and keys"];
  return [{ text: forms.find((form) => form.length <= width) ?? "? help and keys".slice(0, width), tone: "quiet" }];
}

function choosing({ scale: { min, max }, answers }: QuestionView): string {
  const numbers = min < 0 ? `${min} to ${max}` : `${min}-${max}`;
  return answers.length > 0 ? `${numbers} choose` : `type ${numbers}`;
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
