import type { QuestionView } from "../../interview/ask.ts";
import type { Line } from "../../render/wrap.ts";
import { answerRows, type Row } from "./scale-rows.ts";
import type { Ground, ScaleState } from "./scale-state.ts";
import { drawn, flowed, type Surface, shownInPart, span, widthOf } from "./surface.ts";

/** The parts of a question's screen, each in lines that fit the width. */

export function nameLines(
  { candidate }: QuestionView,
  width: number,
  surface: Surface,
  atMost?: number,
): readonly Line[] {
  return flowed({ text: shownInPart(candidate), tone: "strong", width, atMost }, surface);
}

const BAR = 10;

/** `Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left`, or as much of it as fits. */
export function progressLine({ number, of, answered, total }: QuestionView, width: number, surface: Surface): Line {
  const place = `Question ${number} of ${of}`;
  const filled = total > 0 ? Math.floor((BAR * answered) / total) : 0;
  const bar = drawn("▇".repeat(filled) + "░".repeat(BAR - filled), surface);
  const left = `${total - answered} left`;
  const forms = [`${place}  ${bar} ${answered}/${total} answered, ${left}`, `${place}, ${left}`, `${number}/${of}`];
  return [{ text: forms.find((form) => form.length <= width) ?? "", tone: "quiet" }];
}

export function questionLines(
  { question }: QuestionView,
  width: number,
  surface: Surface,
  atMost?: number,
): readonly Line[] {
  return flowed({ text: shownInPart(question), tone: "strong", width, atMost }, surface);
}

/** How the chosen reasons read the question. */
export function readingLines({ readings }: QuestionView, width: number, surface: Surface): readonly Line[] {
  return readings.flatMap((reading) => flowed({ text: shownInPart(reading), width, lead: [{ text: "- " }] }, surface));
}

/** How many lines an answer may take; 0 for those that are not chosen puts them in a row, without their anchors. */
export interface RowRoom {
  readonly anchorAtMost?: number;
  readonly chosenAtMost?: number;
}

export function rowLines(
  view: QuestionView,
  state: ScaleState,
  surface: Surface,
  { anchorAtMost, chosenAtMost }: RowRoom,
): readonly Line[] {
  const width = widthOf(surface);
  const rows = answerRows(view, state, surface);
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const linesOf = ({ label, text, isChosen }: Row, atMost: number | undefined): readonly Line[] => {
    const tone = isChosen ? "strong" : undefined;
    const before = `${isChosen ? drawn("❯", surface) : " "} ${label.padStart(labelWidth)}`;
    if (text === "") return [[span(before, tone)]];
    return flowed({ text, tone, width, lead: [span(`${before}  `, tone)], atMost }, surface);
  };
  if (anchorAtMost !== 0) return rows.flatMap((row) => linesOf(row, row.isChosen ? chosenAtMost : anchorAtMost));
  const labels = rows.filter(({ isChosen }) => !isChosen).map(({ label }) => label);
  return [
    ...flowed({ text: labels.join(" "), width, lead: [{ text: "  " }], atMost: 1 }, surface),
    ...rows.filter(({ isChosen }) => isChosen).flatMap((row) => linesOf(row, chosenAtMost)),
  ];
}

/** Note, evidence and ground, each where there is one. Lines of a note stand beside each other. */
export function groundLines(
  { note, evidence, basis }: Ground,
  atMost: number,
  width: number,
  surface: Surface,
): readonly Line[] {
  const texts = [
    ["note", note],
    ["evidence", evidence],
    ["ground", basis],
  ] as const;
  return texts.flatMap(([name, text]) => {
    if (text === undefined || text.trim() === "") return [];
    const lead = [{ text: `  ${name}: `, tone: "quiet" }] as const;
    return flowed({ text: shownInPart(linesBesideEachOther(text)), width, lead, atMost }, surface);
  });
}

/**
 * The lines of a note as they are shown in one.
 *
 * @example
 * linesBesideEachOther("hello note\nsecond line") // → "hello note / second line"
 */
export function linesBesideEachOther(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" / ");
}
