import type { Explanation } from "../analysis/explanation.ts";
import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import type { Immutable } from "./analysis-document.ts";
import type { ExplanationDocument } from "./explanation-schema.ts";
import type { Shown } from "./formats.ts";
import { explanationPage } from "./pages/explanation/page.ts";
import { type ShownAboutOptions, shownAbout } from "./shown-about.ts";

/** An explanation of one candidate as every format needs it; the document calls it `explanation`. */
export function shownExplanation(
  decision: Decision,
  evaluation: Evaluation,
  explained: Explanation,
  options: ShownAboutOptions = {},
): Shown {
  const { couldWin, ...rest } = explained;
  // Under the name that it has wherever it is said of all.
  const explanation: Immutable<ExplanationDocument> = { ...rest, ...(couldWin && { canWin: couldWin }) };
  const about = {
    candidates: [explained.candidate],
    page: (heading: string) => explanationPage(decision, evaluation, explained, { heading }),
    part: { explanation },
  };
  return shownAbout(decision, evaluation, about, options);
}
