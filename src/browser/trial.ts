import { type Decision, entryOf, type Id, type UnknownRule } from "../engine/decision.ts";
import { weighCriteria } from "../engine/weights.ts";
import type { Agreed } from "./agreed.ts";

/** What a reader tries instead of what was agreed. Only what differs stands in it, so that one trial has one form. */
export interface Trial {
  /** Points by criterion, as `importance` in a file states them: they take no emphasis. */
  readonly importance: Readonly<Record<Id, number>>;
  /** All that are chosen, in pack order; absent: as agreed. */
  readonly reasons?: readonly Id[];
  readonly unknown?: UnknownRule;
  readonly withoutPriority?: true;
  readonly answers: readonly TriedAnswer[];
}

/** An open answer as if it had turned out so. */
export interface TriedAnswer {
  readonly candidate: Id;
  readonly criterion: Id;
  readonly score: number;
}

export const NOTHING_TRIED: Trial = { importance: {}, answers: [] };

export function isNothing(trial: Trial): boolean {
  const { importance, answers, ...others } = trial;
  return Object.keys(importance).length === 0 && answers.length === 0 && Object.keys(others).length === 0;
}

/** Points for a criterion, whatever it had before. */
export function withImportance(trial: Trial, criterion: Id, points: number): Trial {
  const others = Object.entries(trial.importance).filter(([id]) => id !== criterion);
  return { ...trial, importance: Object.fromEntries([...others, [criterion, points]]) };
}

/** A reason chosen or not, in place of what holds of it now. */
export function withReason(trial: Trial, { decision }: Agreed, reason: Id, isChosen: boolean): Trial {
  const now = trial.reasons ?? decision.reasons;
  return { ...trial, reasons: [...now.filter((id) => id !== reason), ...(isChosen ? [reason] : [])] };
}

/** An open answer as if it were a score, or open again. */
export function withAnswer(trial: Trial, tried: Omit<TriedAnswer, "score">, score: number | undefined): Trial {
  const others = trial.answers.filter(
    (each) => each.candidate !== tried.candidate || each.criterion !== tried.criterion,
  );
  return { ...trial, answers: score === undefined ? others : [...others, { ...tried, score }] };
}

/**
 * What each criterion counts in points where the reader states nothing: importance times emphasis, under the reasons tried.
 * A slider rests there, and moves along when reasons change.
 *
 * @example
 * const fit = { id: "fit", label: "Fit", importance: 6 };
 * const reasons = [{ id: "grow", emphasis: { fit: 2 } }];
 * const decision = { pack: { criteria: [fit], reasons }, reasons: [], importance: {} };
 * pointsUnstated(decision, { importance: {}, answers: [] }) // → [6]
 * pointsUnstated(decision, { importance: { fit: 9 }, reasons: ["grow"], answers: [] }) // → [12]
 */
export function pointsUnstated(agreed: Decision, { reasons = agreed.reasons }: Trial): readonly number[] {
  return weighCriteria({ ...agreed, reasons }).map(({ importance, emphasis }) => importance * emphasis);
}

/** A trial without what is as agreed, everything in the order of the pack and of the list of open answers. */
export function differing(trial: Trial, { decision, open }: Agreed): Trial {
  const { pack } = decision;
  const reasons = pack.reasons.map(({ id }) => id).filter((id) => (trial.reasons ?? decision.reasons).includes(id));
  const hasOtherReasons = pack.reasons.some(({ id }) => decision.reasons.includes(id) !== reasons.includes(id));
  const unstated = pointsUnstated(decision, hasOtherReasons ? { ...trial, reasons } : NOTHING_TRIED);
  const importance = pack.criteria.flatMap(({ id }, place) => {
    const points = entryOf(trial.importance, id);
    return points === undefined || points === unstated[place] ? [] : [[id, points] as const];
  });
  const answers = [...open].flatMap(([candidate, ofThis]) =>
    [...ofThis.keys()].flatMap((criterion) =>
      trial.answers.filter((tried) => tried.candidate === candidate && tried.criterion === criterion).slice(-1),
    ),
  );
  const { unknown, withoutPriority } = trial;
  return {
    importance: Object.fromEntries(importance),
    ...(hasOtherReasons && { reasons }),
    ...(unknown !== undefined && unknown !== pack.unknown && { unknown }),
    ...(withoutPriority && pack.priority !== undefined && { withoutPriority }),
    answers,
  };
}
