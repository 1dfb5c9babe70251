import type { Acceptability } from "../../../analysis/acceptability.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import type { Block, Page, Section } from "../../page.ts";
import type { Provenance } from "../../result-document.ts";
import { committeeBlocks } from "../committee.ts";
import { candidatesSections } from "./candidates.ts";
import { certaintyBlocks } from "./certainty.ts";
import { introduction } from "./introduction.ts";
import { leadersBlocks } from "./leaders.ts";
import { LISTED_AT_MOST } from "./limits.ts";
import { liveSections } from "./live.ts";
import { methodBlocks } from "./method.ts";
import { readinessBlocks } from "./readiness.ts";

export interface ReportPageOptions {
  /** The decision's title, or the name of its file. */
  readonly heading: string;
  /** The day on which it is made, as in `2027-01-31`. */
  readonly date: string;
  readonly provenance: Provenance;
  /** Absent: nothing is said of how often who takes which rank. */
  readonly acceptability?: Acceptability;
}

/**
 * The whole story of a decision for a board: the recommendation and the ranking on the first sheet, then what to agree on
 * with each, what to find out, who is not ranked and why, how ready the library is, where raters disagree, the first two
 * side by side, how sure it all is, a part for each candidate, and how it was made.
 */
export function reportPage(decision: Decision, evaluation: Evaluation, options: ReportPageOptions): Page {
  const { heading, acceptability } = options;
  return {
    title: heading,
    blocks: [
      ...introduction(decision, options),
      ...liveSections(decision, evaluation),
      section("readiness", "Is the library ready?", readinessBlocks(decision)),
      // The heading of the ranking comes last there, and stands here already.
      section("raters", "Where the raters stand", committeeBlocks(decision, evaluation, LISTED_AT_MOST).slice(0, -1)),
      section("first-two", "The first two side by side", leadersBlocks(decision, evaluation)),
      section("how-sure", "How sure this is", certaintyBlocks(decision, evaluation, acceptability)),
      section("candidates", "The candidates", candidatesSections(decision, evaluation)),
      section("method", "How this was made", methodBlocks(decision, evaluation, options)),
    ],
  };
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { kind: "section", id, title, blocks };
}
