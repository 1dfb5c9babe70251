import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import type { Shown } from "./formats.ts";
import type { Page } from "./page.ts";
import { type ShownEvaluationOptions, shownEvaluation } from "./shown-evaluation.ts";
import { warningMessage } from "./words.ts";

/** One page has them all. */
export type ShownAboutOptions = Omit<ShownEvaluationOptions, "top">;

/** What is shown of some candidates of an evaluation. */
export interface About {
  readonly candidates: readonly Id[];
  page(heading: string): Page;
  /** What stands in the document beside the evaluation, under which name. */
  readonly part: Readonly<Record<string, unknown>>;
}

/**
 * What is said of some candidates, as every format needs it: a page about them for people, and for programs the document of
 * the whole evaluation with one part more. Each is made when a format takes it.
 */
export function shownAbout(
  decision: Decision,
  evaluation: Evaluation,
  { candidates, page, part }: About,
  options: ShownAboutOptions,
): Shown {
  const shown = shownEvaluation(decision, evaluation, options);
  return {
    get page() {
      return page(options.heading ?? decision.title ?? "");
    },
    get document() {
      // The document of an evaluation is an object.
      return Object.assign(shown.document as object, part);
    },
    get warnings() {
      const found = evaluation.warnings.filter(({ candidate }) => candidates.includes(candidate));
      return [
        ...(options.warnings ?? []).map(({ message }) => message),
        ...found.map((warning) => warningMessage(warning, decision)),
      ];
    },
  };
}
