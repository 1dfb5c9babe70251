import { comparison } from "../../../analysis/comparison.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import type { Block } from "../../page.ts";
import { comparisonPage } from "../comparison/page.ts";

/** The first two of the ranking as `compare` shows them; nothing where there are not two. */
export function leadersBlocks(decision: Decision, evaluation: Evaluation): readonly Block[] {
  const [first, second] = evaluation.ranking;
  if (second === undefined) return [];
  const compared = comparison(decision, evaluation, first, second);
  return comparisonPage(decision, evaluation, compared, { heading: "" }).blocks;
}
