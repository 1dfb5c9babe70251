import type { QuestionView } from "../../interview/ask.ts";
import type { Line } from "../../render/wrap.ts";
import { helpLines } from "./help-text.ts";
import { questionLines } from "./question-lines.ts";
import { keyMeanings } from "./scale-hints.ts";
import { answerRows } from "./scale-rows.ts";
import type { ScaleState } from "./scale-state.ts";
import { drawn, flowed, heightOf, type Surface, widthOf } from "./surface.ts";

/** How many pages the help of a question takes in a window. */
export function helpPages(view: QuestionView, state: ScaleState, surface: Surface): number {
  return Math.ceil(allHelp(view, surface).length / helpRoom(view, state, surface));
}

/** A page of help about a question, from 0; the question and the answer that is chosen stay in sight. */
export function helpScreen(view: QuestionView, state: ScaleState, surface: Surface, asked: number): readonly Line[] {
  const room = helpRoom(view, state, surface);
  const pages = helpPages(view, state, surface);
  const page = Math.min(asked, pages - 1);
  const going = page + 1 < pages ? "? more   Enter back to the answers" : "? or Enter back to the answers";
  return [
    ...questionLines(view, widthOf(surface), surface, questionRoom(surface)),
    ...allHelp(view, surface).slice(page * room, (page + 1) * room),
    ...chosenLine(view, state, surface),
    ...flowed({ text: going, tone: "quiet", width: widthOf(surface), atMost: 1 }, surface),
  ];
}

function allHelp(view: QuestionView, surface: Surface): readonly Line[] {
  return helpLines(view, keyMeanings(view), widthOf(surface), surface);
}

function helpRoom(view: QuestionView, state: ScaleState, surface: Surface): number {
  const question = questionLines(view, widthOf(surface), surface, questionRoom(surface));
  return Math.max(heightOf(surface) - question.length - chosenLine(view, state, surface).length - 1, 1);
}

/** A long question leaves two thirds of the window to its help. */
function questionRoom(surface: Surface): number {
  return Math.max(Math.floor(heightOf(surface) / 3), 1);
}

function chosenLine(view: QuestionView, state: ScaleState, surface: Surface): readonly Line[] {
  const chosen = answerRows(view, state, surface).find(({ isChosen }) => isChosen);
  if (chosen === undefined) return [];
  const lead = [{ text: drawn(`❯ ${chosen.label}  `, surface), tone: "strong" }] as const;
  return flowed({ text: chosen.text || " ", width: widthOf(surface), lead, tone: "strong", atMost: 1 }, surface);
}
