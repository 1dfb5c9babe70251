import type { Decision, Id } from "../../engine/decision.ts";
import type { Contribution, Evaluation, Standing } from "../../engine/evaluation.ts";
import { labelOf, listed } from "../words.ts";
import { NAMED_AT_MOST } from "./naming.ts";

/** A candidate's answer to a question, with what it adds to the score. */
export function answerTo({ answers }: Pick<Standing, "answers">, criterion: Id): Contribution | undefined {
  return answers.find((answer) => answer.criterion === criterion);
}

/** Which questions have no weight, as a sentence; nothing where all have some. */
export function weightlessSentence(
  { pack }: Pick<Decision, "pack">,
  { criteria }: Pick<Evaluation, "criteria">,
): readonly string[] {
  const labels = criteria.filter(({ weight }) => weight === 0).map(({ id }) => labelOf(pack, id));
  if (labels.length === 0) return [];
  const [has, moves] = labels.length === 1 ? ["has", "moves"] : ["have", "move"];
  return [`${listed(labels, NAMED_AT_MOST)} ${has} importance 0 and ${moves} no score.`];
}
