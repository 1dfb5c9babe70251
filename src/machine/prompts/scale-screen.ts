import type { QuestionView } from "../../interview/ask.ts";
import type { Line } from "../../render/wrap.ts";
import { helpScreen } from "./help-screen.ts";
import {
  groundLines,
  nameLines,
  progressLine,
  questionLines,
  type RowRoom,
  readingLines,
  rowLines,
} from "./question-lines.ts";
import { hintLines, shortHintLine } from "./scale-hints.ts";
import { typedText } from "./scale-rows.ts";
import type { ScaleState } from "./scale-state.ts";
import { flowed, heightOf, painted, type Surface, widthOf } from "./surface.ts";

/**
 * The screen of a question, in lines that fit the window. Where it is too small, detail goes in steps; the question, the
 * answer that is chosen and a word about the keys stay.
 */
export function scaleScreen(view: QuestionView, state: ScaleState, surface: Surface): readonly string[] {
  if (state.help !== undefined) return painted(helpScreen(view, state, surface, state.help), surface);
  const height = heightOf(surface);
  const linesWith = (steps: readonly Partial<Detail>[]) => screenIn(detailAfter(steps), view, state, surface);
  const fits = (steps: readonly Partial<Detail>[]) => linesWith(steps).length <= height;

  const first = [...STEPS.keys(), STEPS.length].map((count) => STEPS.slice(0, count)).find(fits);
  if (first !== undefined) {
    // A late step may have made room for what an early one took.
    const needed = first.reduceRight((kept, step) => {
      const fewer = kept.filter((each) => each !== step);
      return fits(fewer) ? fewer : kept;
    }, first);
    return painted(linesWith(needed), surface);
  }
  const others = linesWith([...STEPS, { questionAtMost: 0 }]);
  const questionAtMost = Math.max(height - others.length, 1);
  return painted(linesWith([...STEPS, { questionAtMost }]).slice(-height), surface);
}

/** How much of each thing is shown. */
interface Detail extends RowRoom {
  readonly questionAtMost?: number;
  readonly nameAtMost?: number;
  readonly progress: boolean;
  readonly readings: boolean;
  readonly gaps: boolean;
  /** Lines for a note, and for its evidence. */
  readonly groundAtMost: number;
  readonly hints: "whole" | "short";
}

const WHOLE: Detail = { progress: true, readings: true, gaps: true, groundAtMost: 3, hints: "whole" };

/** What goes first comes first. */
const STEPS: readonly Partial<Detail>[] = [
  { anchorAtMost: 1 },
  { gaps: false },
  { groundAtMost: 1 },
  { readings: false },
  { progress: false },
  { nameAtMost: 1 },
  { hints: "short" },
  { chosenAtMost: 1 },
  { anchorAtMost: 0 },
  { groundAtMost: 0 },
  { nameAtMost: 0 },
];

function detailAfter(steps: readonly Partial<Detail>[]): Detail {
  return Object.assign({}, WHOLE, ...steps);
}

function screenIn(detail: Detail, view: QuestionView, state: ScaleState, surface: Surface): readonly Line[] {
  const width = widthOf(surface);
  const gap: readonly Line[] = detail.gaps ? [[]] : [];
  return [
    ...nameLines(view, width, surface, detail.nameAtMost),
    ...(detail.progress ? [progressLine(view, width, surface)] : []),
    ...gap,
    ...questionLines(view, width, surface, detail.questionAtMost),
    ...(detail.readings ? readingLines(view, width, surface) : []),
    ...rowLines(view, state, surface, detail),
    ...groundLines(state.ground, detail.groundAtMost, width, surface),
    ...gap,
    ...remarkLines(state, width, surface),
    ...(detail.hints === "whole" ? hintLines(view, width) : [shortHintLine(width)]),
  ];
}

/** What is being typed, and what to say about the last key. */
function remarkLines(state: ScaleState, width: number, surface: Surface): readonly Line[] {
  const typed = typedText(state);
  return [
    ...(typed === undefined
      ? []
      : flowed({ text: typed, width, lead: [{ text: "  " }], tone: "strong", atMost: 1 }, surface)),
    ...(state.message === undefined ? [] : flowed({ text: state.message, width, tone: "warning", atMost: 2 }, surface)),
  ];
}
