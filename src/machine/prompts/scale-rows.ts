import type { QuestionView } from "../../interview/ask.ts";
import type { ScaleState } from "./scale-state.ts";
import { drawn, type Surface, shownInPart } from "./surface.ts";
import type { Stated } from "./typed-answer.ts";

/** One answer that can be, or is, chosen. */
export interface Row {
  readonly label: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The listed answers or the number that is typed, `u`, and whatever else is chosen. */
export function answerRows(
  view: QuestionView,
  { chosen }: ScaleState,
  surface: Pick<Surface, "unicode">,
): readonly Row[] {
  const listed = view.answers.map(({ answer, text }) => ({
    label: String(answer),
    text: shownInPart(text ?? ""),
    isChosen: chosen.kind === "score" && chosen.score === answer,
  }));
  const text = drawn("I don’t know (counts as unknown)", surface);
  const unknown = { label: "u", text, isChosen: chosen.kind === "unknown" };
  return [...listed, ...numberRow(view, chosen), unknown, ...otherRow(chosen)];
}

/** Where the answer is a typed number, or where one between the listed answers is chosen. */
function numberRow({ scale: { min, max }, answers }: QuestionView, chosen: Stated): readonly Row[] {
  if (chosen.kind === "score") {
    const isListed = answers.some(({ answer }) => answer === chosen.score);
    const text = answers.length === 0 ? `(${min} to ${max})` : "";
    return isListed ? [] : [{ label: String(chosen.score), text, isChosen: true }];
  }
  return answers.length === 0 ? [{ label: "#", text: `a number from ${min} to ${max}`, isChosen: false }] : [];
}

function otherRow(chosen: Stated): readonly Row[] {
  if (chosen.kind === "range") return [{ label: "r", text: `${chosen.low} to ${chosen.high}`, isChosen: true }];
  return chosen.kind === "abstain" ? [{ label: "-", text: "abstains, as it is written", isChosen: true }] : [];
}

/** What is being typed, where the row that it chooses does not say as much. */
export function typedText({ typed, chosen }: ScaleState): string | undefined {
  if (typed?.kind === "range") return `range: ${typed.text}_`;
  const isPlain = typed === undefined || (typed.text.length === 1 && chosen !== typed.before);
  return isPlain ? undefined : `typed: ${typed.text}_`;
}
