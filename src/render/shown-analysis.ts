import type { Analysis } from "../analysis/analyze.ts";
import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { analysisDocument } from "./analysis-document.ts";
import type { Shown } from "./formats.ts";
import { type AnalysisPageOptions, analysisPage } from "./pages/analysis/page.ts";
import { type ShownEvaluationOptions, shownEvaluation } from "./shown-evaluation.ts";

export type ShownAnalysisOptions = Omit<AnalysisPageOptions, "heading" | "top">;

/**
 * An analysis as every format needs it: a page for people, and for programs the document of the evaluation with the
 * analysis in it. Each is made when a format takes it.
 *
 * @example
 * const pack = { id: "small", criteria: [], levels: [] };
 * const decision = { title: "Partners", reasons: [], readiness: {}, ballots: [], pack };
 * const nobody = { criteria: [], ranking: [], tooLittleKnown: [], knockedOut: [], warnings: [], lead: { leaders: [] } };
 * shownAnalysis(decision, nobody, { flips: [] }).page.title // → "Partners"
 * shownAnalysis(decision, nobody, { flips: [] }).document.analysis // → {"flips":[]}
 */
export function shownAnalysis(
  decision: Decision,
  evaluation: Evaluation,
  analysis: Analysis,
  options: ShownEvaluationOptions = {},
  shown: ShownAnalysisOptions = {},
): Shown {
  const { heading = decision.title ?? "", top } = options;
  const ranking = shownEvaluation(decision, evaluation, options);
  return {
    get page() {
      return analysisPage(decision, evaluation, analysis, { heading, ...(top !== undefined && { top }), ...shown });
    },
    get document() {
      return Object.assign(ranking.document as object, { analysis: analysisDocument(analysis, top) });
    },
    get warnings() {
      return ranking.warnings ?? [];
    },
  };
}
