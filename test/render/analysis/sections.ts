import type { AnalysisName } from "../../../src/analysis/analysis-names.ts";
import { type AnalysisOptions, analyze } from "../../../src/analysis/analyze.ts";
import type { Decision } from "../../../src/engine/decision.ts";
import { evaluate } from "../../../src/engine/evaluate.ts";
import type { Setting } from "../../../src/render/formats.ts";
import { type AnalysisPageOptions, analysisPage } from "../../../src/render/pages/analysis/page.ts";
import { screen } from "../show.ts";

/** One section as a terminal of 80 columns shows it, without what stands above every section. */
export function section(
  decision: Decision,
  name: AnalysisName,
  { page = {}, setting = {}, ...options }: SectionOptions = {},
): string {
  const shown = pageText(decision, { only: [name], page, setting, ...options });
  return `\n${shown.slice(shown.indexOf("\n\n") + 2)}`;
}

interface SectionOptions extends AnalysisOptions {
  readonly page?: Partial<AnalysisPageOptions>;
  readonly setting?: Partial<Setting>;
}

/** The whole page. */
export function pageText(decision: Decision, { page = {}, setting = {}, ...options }: SectionOptions = {}): string {
  const evaluation = evaluate(decision);
  const analysis = analyze(decision, evaluation, { runs: 1000, ...options });
  return screen(analysisPage(decision, evaluation, analysis, { heading: "Partners", ...page }), {
    width: 80,
    ...setting,
  });
}

/** The first paragraph below the heading of a section, in one line. */
export function lead(decision: Decision, name: AnalysisName, options: SectionOptions = {}): string {
  const [, ...lines] = section(decision, name, { ...options, setting: { width: 10_000 } })
    .trimStart()
    .split("\n");
  return lines[0];
}
