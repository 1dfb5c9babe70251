import type { Answer, Candidate, Criterion, Decision, Id, Pack } from "../../src/engine/decision.ts";

const SCALE = { min: 1, max: 5, step: 1 };

export const UNKNOWN: Answer = { kind: "unknown" };
export const ABSTAIN: Answer = { kind: "abstain" };

export function score(number: number): Answer {
  return { kind: "score", score: number };
}

export function range(low: number, high: number): Answer {
  return { kind: "range", low, high };
}

/** A question on 1 to 5, importance 1, unless the test says otherwise. */
export function question(id: Id, more: Partial<Criterion> = {}): Criterion {
  const about = { id, label: `Label of ${id}`, question: "How good is it?", anchors: [], probes: [], evidence: [] };
  return { ...about, importance: 1, direction: "higher-is-better", scale: SCALE, ...more };
}

/** Neutral about what is unknown, without a floor, unless the test says otherwise. */
export function packOf(criteria: readonly Criterion[], more: Partial<Pack> = {}): Pack {
  const lists = { criteria, reasons: [], levels: [], readiness: [] };
  const rules = { scale: { ...SCALE, words: [], rules: [] }, unknown: "neutral", coverageFloor: 0 } as const;
  return { id: "small", title: "A small pack", ...rules, ...lists, ...more };
}

/** One rater's answers, by candidate in pack order; a candidate is called by its id unless the test says otherwise. */
export function decisionOn(
  pack: Pack,
  answers: Readonly<Record<Id, readonly Answer[]>>,
  more: Partial<Decision> & { readonly about?: Readonly<Record<Id, Partial<Candidate>>> } = {},
): Decision {
  const { about, ...rest } = more;
  const rows = Object.entries(answers).map(([id, row]) => [
    id,
    Object.fromEntries(row.map((answer, place) => [pack.criteria[place].id, answer])),
  ]);
  return {
    reasons: [],
    readiness: {},
    pack,
    importance: {},
    candidates: Object.keys(answers).map((id) => ({ id, name: id, ...about?.[id] })),
    ballots: [{ answers: Object.fromEntries(rows) }],
    ...rest,
  };
}
