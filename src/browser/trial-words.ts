import { entryOf } from "../engine/decision.ts";
import { answerWords } from "../render/answers.ts";
import { shownNumber } from "../render/numbers.ts";
import { labelOf, nameOf } from "../render/words.ts";
import type { Agreed } from "./agreed.ts";
import type { Trial } from "./trial.ts";

/**
 * What is otherwise than agreed, a phrase each, in the order of the controls.
 *
 * @example
 * const pack = { criteria: [{ id: "fit", label: "Fit" }], reasons: [{ id: "grow", label: "Grow" }], priority: { points: 3 } };
 * const decision = { pack, reasons: ["grow"], candidates: [{ id: "zoo", name: "Zoo" }] };
 * const evaluation = { criteria: [{ id: "fit", importance: 6, emphasis: 1 }] };
 * const agreed = { decision, evaluation, open: new Map([["zoo", new Map([["fit", { kind: "range", low: 2, high: 4 }]])]]) };
 * trialPhrases({ importance: { fit: 12 }, answers: [] }, agreed) // → ["Fit counts 12 points instead of 6"]
 * trialPhrases({ importance: {}, reasons: [], unknown: "worst", withoutPriority: true, answers: [] }, agreed) // → ["without the reason “Grow”","what nobody knows counts as the worst","without priority points"]
 * trialPhrases({ importance: {}, answers: [{ candidate: "zoo", criterion: "fit", score: 3 }] }, agreed) // → ["Fit of Zoo is 3 instead of 2 to 4"]
 */
export function trialPhrases(trial: Trial, { decision, evaluation, open }: Agreed): readonly string[] {
  const { pack } = decision;
  const points = evaluation.criteria.flatMap(({ id, importance, emphasis }) => {
    const tried = entryOf(trial.importance, id);
    return tried === undefined ? [] : [pointsPhrase(labelOf(pack, id), tried, importance * emphasis)];
  });
  const reasons = pack.reasons.flatMap(({ id, label }) => {
    const [was, is] = [decision.reasons.includes(id), (trial.reasons ?? decision.reasons).includes(id)];
    return was === is ? [] : [`${is ? "with" : "without"} the reason “${label.replace(/\.$/, "")}”`];
  });
  const answers = trial.answers.map(({ candidate, criterion, score }) => {
    const before = open.get(candidate)?.get(criterion) ?? { kind: "unknown" };
    const about = `${labelOf(pack, criterion)} of ${nameOf(decision, candidate)}`;
    return `${about} is ${shownNumber(score)} instead of ${answerWords(before)}`;
  });
  return [
    ...points,
    ...reasons,
    ...(trial.unknown === undefined ? [] : [`what nobody knows counts ${RULE_WORDS[trial.unknown]}`]),
    ...(trial.withoutPriority ? ["without priority points"] : []),
    ...answers,
  ];
}

export const RULE_WORDS = { neutral: "half way", worst: "as the worst" } as const;

/** With other reasons, a question may count what it did only because the reader says so. */
function pointsPhrase(label: string, tried: number, agreed: number): string {
  const [now, before] = [shownNumber(tried), shownNumber(agreed)];
  return now === before ? `${label} still counts ${now} points` : `${label} counts ${now} points instead of ${before}`;
}
