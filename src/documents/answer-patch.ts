import type { Id } from "../engine/decision.ts";
import { patchFields } from "./answer-fields-patch.ts";
import { answerText, type FlowStyle, fieldText, flowMapText } from "./answer-text.ts";
import { addToBlock, lineAfter } from "./block-patch.ts";
import type { Dialect } from "./dialect.ts";
import { answerPath } from "./edit-reading.ts";
import { addEntry, removeEntry } from "./entry-patch.ts";
import { flowStyleOf } from "./flow-patch.ts";
import {
  entryAt,
  type Laid,
  type LaidEntry,
  type LaidMap,
  laidAt,
  lineBreakNear,
  type Splice,
  spliced,
} from "./layout.ts";
import { newAnswersShape } from "./new-answers-shape.ts";
import { GROUND_FIELDS, groundText } from "./same-answer.ts";
import { replaceValue } from "./value-patch.ts";
import type { WrittenAnswer } from "./written-answer.ts";

/** Whose answer, to which question, from what the text says to what it shall say; undefined is nothing at all. */
interface AnswerChange {
  readonly candidate: number;
  readonly criterion: Id;
  readonly from: WrittenAnswer | undefined;
  readonly to: WrittenAnswer | undefined;
}

/**
 * The text with one answer changed, each other byte where it was; undefined where there is no place for it. What comes out
 * has to be read again: this knows how text is written, not what it means.
 */
export function patchAnswer(text: string, change: AnswerChange, dialect: Dialect): string | undefined {
  const { criterion, to } = change;
  const root = dialect.layout(text);
  const candidate = laidAt(root, ["candidates", change.candidate]);
  if (candidate?.kind !== "map") return undefined;
  const place = entryAt(candidate, "answers");
  const style = flowStyleOf(text, candidate, dialect.style);
  if (place?.value?.kind !== "map" || place.value.entries.length === 0) {
    return to && spliced(text, firstAnswer(text, root, candidate, place, change.candidate, { criterion, to, style }));
  }
  const answers = place.value;
  const entry = entryAt(answers, criterion);
  if (to === undefined) return entry && spliced(text, removal(text, candidate, place, answers, entry));
  const ownStyle = flowStyleOf(text, answers, style);
  const value = answerText(to, ownStyle);
  if (entry === undefined) return spliced(text, addEntry(text, answers, { key: criterion, text: value }, ownStyle));
  if (isLong(entry.value) && !canBeShort(entry.value, entry, change)) {
    return patchFields(text, root, answerPath(change.candidate, criterion), change.from, to, dialect);
  }
  return spliced(text, replaceValue(text, answers, entry, value));
}

function isLong(laid: Laid | undefined): laid is LaidMap {
  return laid?.kind === "map" && laid.entries.length > 0;
}

/** In braces without comments, an answer whose ground has been taken away goes back to its shortest form. */
function canBeShort(map: LaidMap, { comments }: LaidEntry, { from, to }: AnswerChange): boolean {
  const hasGround = (answer: WrittenAnswer | undefined) =>
    GROUND_FIELDS.some((key) => answer && groundText(answer, key));
  return (
    map.style === "flow" && hasGround(from) && !hasGround(to) && to?.kind !== "unanswered" && comments.length === 0
  );
}

function removal(text: string, candidate: LaidMap, place: LaidEntry, answers: LaidMap, entry: LaidEntry): Splice[] {
  // Indentation without entries would mean nothing at all.
  const isLast = answers.style === "block" && answers.entries.length === 1;
  return isLast ? replaceValue(text, candidate, place, "{}") : removeEntry(text, answers, entry);
}

interface FirstAnswer {
  readonly criterion: Id;
  readonly to: WrittenAnswer;
  readonly style: FlowStyle;
}

/** A candidate has no `answers`, or they stand there without anything in them. */
function firstAnswer(
  text: string,
  root: Laid | undefined,
  candidate: LaidMap,
  place: LaidEntry | undefined,
  index: number,
  { criterion, to, style }: FirstAnswer,
): Splice[] {
  const field = { key: criterion, text: answerText(to, style) };
  const pair = fieldText(field, style);
  const shape = newAnswersShape(text, root, index);
  const lineBreak = lineBreakNear(text, candidate.start);
  if (shape.kind === "indented" && place === undefined) {
    const heading = fieldText({ key: "answers", text: "" }, style).trimEnd();
    return addToBlock(text, candidate, `${heading}${lineBreak}${shape.indentation}${pair}`);
  }
  if (shape.kind === "indented" && place?.colonEnd !== undefined && place.value === undefined) {
    return lineAfter(text, place, `${shape.indentation}${pair}`);
  }
  if (shape.kind !== "lines" && place?.value?.kind === "map") return addEntry(text, place.value, field, style);
  const map =
    shape.kind === "lines"
      ? `{${lineBreak}${shape.indentation}${pair}${lineBreak}${shape.outer}}`
      : flowMapText([field], style);
  return place === undefined
    ? addEntry(text, candidate, { key: "answers", text: map }, style)
    : replaceValue(text, candidate, place, map);
}
