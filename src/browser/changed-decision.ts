import { type Answer, type Ballot, type Decision, entryOf, type Ground } from "../engine/decision.ts";
import { weighCriteria } from "../engine/weights.ts";
import type { Trial, TriedAnswer } from "./trial.ts";

/**
 * The decision as it would be if somebody changed its file so: `importance` stated, `reasons` and the pack's rule for what is
 * unknown replaced, its priority removed, open answers scored. A tried answer stands in every rater's ballot, as their mean is
 * then exactly that; the ground that stood beside an answer stays.
 *
 * @example
 * const pack = { criteria: [{ id: "fit" }], unknown: "neutral", priority: { kinds: ["museum"], points: 3 } };
 * const agreed = { pack, reasons: [], importance: {}, ballots: [{ answers: { zoo: { fit: { kind: "unknown", basis: "told" } } } }] };
 * const answers = [{ candidate: "zoo", criterion: "fit", score: 4 }];
 * const changed = changedDecision(agreed, { importance: { fit: 9 }, unknown: "worst", withoutPriority: true, answers });
 * changed.importance // → {"fit":9}
 * changed.pack // → {"criteria":[{"id":"fit"}],"unknown":"worst"}
 * changed.ballots // → [{"answers":{"zoo":{"fit":{"basis":"told","kind":"score","score":4}}}}]
 */
export function changedDecision(agreed: Decision, trial: Trial): Decision {
  const { priority, ...pack } = agreed.pack;
  const hasPriority = priority !== undefined && !trial.withoutPriority;
  return {
    ...agreed,
    reasons: trial.reasons ?? agreed.reasons,
    importance: Object.fromEntries([...Object.entries(agreed.importance), ...Object.entries(trial.importance)]),
    pack: { ...pack, unknown: trial.unknown ?? pack.unknown, ...(hasPriority && { priority }) },
    ballots:
      trial.answers.length === 0 ? agreed.ballots : agreed.ballots.map((ballot) => scored(ballot, trial.answers)),
  };
}

/**
 * Why a decision cannot be weighed, as a sentence; undefined where it can.
 *
 * @example
 * const decision = { pack: { criteria: [{ id: "fit", importance: 6 }], reasons: [] }, reasons: [] };
 * whyNotWeighed({ ...decision, importance: {} }) === undefined // → true
 * whyNotWeighed({ ...decision, importance: { fit: 0 } }).split(",")[0] // → "Every question has importance 0"
 */
export function whyNotWeighed(decision: Decision): string | undefined {
  try {
    weighCriteria(decision);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function scored(ballot: Ballot, answers: readonly TriedAnswer[]): Ballot {
  const candidates = [...new Set(answers.map(({ candidate }) => candidate))];
  const rows = candidates.map((id) => {
    const before = entryOf(ballot.answers, id) ?? {};
    const after = answers
      .filter(({ candidate }) => candidate === id)
      .map(({ criterion, score }) => [criterion, scoredAs(entryOf(before, criterion), score)] as const);
    return [id, Object.fromEntries([...Object.entries(before), ...after])] as const;
  });
  return { ...ballot, answers: Object.fromEntries([...Object.entries(ballot.answers), ...rows]) };
}

function scoredAs({ note, evidence, basis }: Ground = {}, score: number): Answer {
  return {
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
    ...(basis !== undefined && { basis }),
    ...{ kind: "score", score },
  };
}
