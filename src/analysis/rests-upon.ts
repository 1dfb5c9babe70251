import { raterNamed } from "../engine/ballots.ts";
import type { Decision, Id, UnknownRule } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Evaluation } from "../engine/evaluation.ts";

/** One thing about the decision that could be otherwise, all else as it is. */
export type SingleChange =
  | { readonly kind: "importance-zero"; readonly criterion: Id }
  | { readonly kind: "no-priority" }
  | { readonly kind: "unknown-rule"; readonly rule: UnknownRule }
  | { readonly kind: "minimum-removed"; readonly criterion: Id }
  | { readonly kind: "reason-left-out"; readonly reason: Id }
  | { readonly kind: "rater-left-out"; readonly rater: string };

/** A change after which somebody else is listed first. */
export interface RestsUpon {
  readonly change: SingleChange;
  /** Who is listed first then; null for nobody. */
  readonly leader: Id | null;
  /** Everybody who shares first place then. */
  readonly leaders: readonly Id[];
}

/**
 * What the result rests upon: the single changes after which somebody else is listed first. Tried one at a time, each by
 * evaluating the whole decision again: one question counts nothing, no priority points, the other rule for what is unknown,
 * one minimum less, one reason less, one rater less (of two or more). A change that leaves nothing to weigh is not tried.
 *
 * In that order, questions and reasons in pack order, raters in the order of their ballots. Cost: an evaluation a change.
 *
 * Source: one-at-a-time sensitivity analysis, Saltelli and others (2008), chapter 2.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1, words: [], rules: [] };
 * const about = { question: "?", direction: "higher-is-better", scale, anchors: [], probes: [], evidence: [] };
 * const criteria = [
 *   { ...about, id: "fit", label: "Fit", importance: 3 }, { ...about, id: "time", label: "Time", importance: 1 } ];
 * const pack = { unknown: "neutral", coverageFloor: 0, reasons: [], levels: [], readiness: [], scale, criteria };
 * const score = (fit, time) => ({ fit: { kind: "score", score: fit }, time: { kind: "score", score: time } });
 * const candidates = [{ id: "zoo", name: "Zoo" }, { id: "park", name: "Park" }];
 * const ballots = [{ answers: { zoo: score(5, 1), park: score(2, 4) } }];
 * const decision = { reasons: [], readiness: {}, importance: {}, pack, candidates, ballots };
 * const weighed = [{ id: "fit", weight: 0.75 }, { id: "time", weight: 0.25 }];
 * const [first] = restsUpon(decision, { criteria: weighed, lead: { leaders: ["zoo"] } });
 * first.change // → {"kind":"importance-zero","criterion":"fit"}
 * first.leader // → "park"
 */
export function restsUpon(decision: Decision, evaluation: Evaluation): readonly RestsUpon[] {
  const now = evaluation.lead.leaders[0] ?? null;
  return singleChanges(decision, evaluation).flatMap(([change, changed]) => {
    const { leaders } = evaluate(changed).lead;
    const leader = leaders[0] ?? null;
    return leader === now ? [] : [{ change, leader, leaders }];
  });
}

type Change = readonly [SingleChange, Decision];

function singleChanges(decision: Decision, evaluation: Evaluation): readonly Change[] {
  return [
    ...withoutImportance(decision, evaluation),
    ...withoutPriority(decision),
    withOtherRule(decision),
    ...withoutMinimum(decision),
    ...withoutReason(decision),
    ...withoutRater(decision),
  ];
}

function withoutImportance(decision: Decision, { criteria }: Evaluation): readonly Change[] {
  const weighted = criteria.filter(({ weight }) => weight > 0);
  if (weighted.length < 2) return [];
  return weighted.map(({ id }): Change => {
    const importance = Object.fromEntries([...Object.entries(decision.importance), [id, 0]]);
    return [
      { kind: "importance-zero", criterion: id },
      { ...decision, importance },
    ];
  });
}

function withoutPriority(decision: Decision): readonly Change[] {
  const { priority, ...pack } = decision.pack;
  return priority === undefined ? [] : [[{ kind: "no-priority" }, { ...decision, pack }]];
}

function withOtherRule(decision: Decision): Change {
  const rule = decision.pack.unknown === "neutral" ? "worst" : "neutral";
  return [
    { kind: "unknown-rule", rule },
    { ...decision, pack: { ...decision.pack, unknown: rule } },
  ];
}

function withoutMinimum(decision: Decision): readonly Change[] {
  const { criteria } = decision.pack;
  return criteria.flatMap(({ minimum, ...without }, position): readonly Change[] => {
    if (minimum === undefined) return [];
    const pack = { ...decision.pack, criteria: criteria.with(position, without) };
    return [
      [
        { kind: "minimum-removed", criterion: without.id },
        { ...decision, pack },
      ],
    ];
  });
}

function withoutReason(decision: Decision): readonly Change[] {
  return decision.pack.reasons
    .filter(({ id }) => decision.reasons.includes(id))
    .map(({ id }): Change => {
      const reasons = decision.reasons.filter((reason) => reason !== id);
      return [
        { kind: "reason-left-out", reason: id },
        { ...decision, reasons },
      ];
    });
}

function withoutRater(decision: Decision): readonly Change[] {
  const { ballots } = decision;
  if (ballots.length < 2) return [];
  return ballots.map((_, place): Change => {
    const change = { kind: "rater-left-out", rater: raterNamed(ballots, place) } as const;
    return [change, { ...decision, ballots: ballots.toSpliced(place, 1) }];
  });
}
