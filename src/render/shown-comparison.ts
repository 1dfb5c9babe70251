import type { Comparison } from "../analysis/comparison.ts";
import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import type { Immutable } from "./analysis-document.ts";
import type { ComparisonDocument } from "./comparison-schema.ts";
import type { Shown } from "./formats.ts";
import { comparisonPage } from "./pages/comparison/page.ts";
import { type ShownAboutOptions, shownAbout } from "./shown-about.ts";

/** A comparison of two candidates as every format needs it; the document calls it `comparison`. */
export function shownComparison(
  decision: Decision,
  evaluation: Evaluation,
  comparison: Comparison,
  options: ShownAboutOptions = {},
): Shown {
  const document: Immutable<ComparisonDocument> = comparison;
  const about = {
    candidates: [comparison.a, comparison.b],
    page: (heading: string) => comparisonPage(decision, evaluation, comparison, { heading }),
    part: { comparison: document },
  };
  return shownAbout(decision, evaluation, about, options);
}
