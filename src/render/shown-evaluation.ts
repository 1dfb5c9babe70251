import type { Decision } from "../engine/decision.ts";
import type { Evaluation, Warning } from "../engine/evaluation.ts";
import { evaluationRecords } from "./evaluation-records.ts";
import type { Shown } from "./formats.ts";
import { evaluationPage } from "./pages/evaluation.ts";
import { type Provenance, resultDocument, type SpokenWarning } from "./result-document.ts";
import { warningMessage } from "./words.ts";

export interface ShownEvaluationOptions {
  /** Over the page; absent: the decision's title, if it has one. */
  readonly heading?: string;
  /** At most so many of each list; the summary speaks of everybody. */
  readonly top?: number;
  /** What made the result, of what; stands in the JSON. Absent: this library, and the criteria pack. */
  readonly provenance?: Provenance;
  /** What was odd about the texts; stands in the JSON and in Markdown, before what the engine found. */
  readonly warnings?: readonly SpokenWarning[];
}

/**
 * An evaluation as every format needs it: a page for people, a document for programs, records for CSV. Each is made when
 * a format takes it.
 *
 * @example
 * const decision = { title: "Partners", reasons: [], readiness: {}, ballots: [], pack: { id: "small", criteria: [] } };
 * const nobody = { criteria: [], ranking: [], tooLittleKnown: [], knockedOut: [], warnings: [], lead: { leaders: [] } };
 * shownEvaluation(decision, nobody).page.title // → "Partners"
 * shownEvaluation(decision, nobody).document.provenance // → {"tool":"partner-score","criteria":{"id":"small"},"inputs":[]}
 * shownEvaluation(decision, nobody).records.columns.slice(0, 3) // → ["status","rank","id"]
 */
export function shownEvaluation(
  decision: Decision,
  evaluation: Evaluation,
  options: ShownEvaluationOptions = {},
): Shown {
  const { heading = decision.title ?? "", top } = options;
  const limit = top === undefined ? {} : { top };
  const spoken = function* (found: readonly Warning[]): Generator<SpokenWarning> {
    yield* options.warnings ?? [];
    for (const warning of found) yield spokenWarning(warning, decision);
  };
  return {
    get page() {
      return evaluationPage(decision, evaluation, { heading, ...limit });
    },
    get document() {
      // Not asked for before: it may have to hash what was read.
      return resultDocument(
        decision,
        evaluation,
        options.provenance ?? provenanceOf(decision),
        { [Symbol.iterator]: () => spoken(evaluation.warnings) },
        limit,
      );
    },
    get warnings() {
      // What one rater answers beyond a minimum is on the page already.
      const found = evaluation.warnings.filter(({ code }) => code !== "rater-beyond-minimum");
      return Array.from(spoken(found), ({ message }) => message);
    },
    get records() {
      return evaluationRecords(evaluation, limit);
    },
  };
}

function provenanceOf({ pack: { id, version } }: Decision): Provenance {
  return { tool: "partner-score", criteria: { id, ...(version !== undefined && { version }) }, inputs: [] };
}

function spokenWarning(warning: Warning, decision: Decision): SpokenWarning {
  return { code: warning.code, message: warningMessage(warning, decision), candidate: warning.candidate };
}
