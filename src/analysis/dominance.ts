import type { Decision, Id } from "../engine/decision.ts";
import type { Contribution, Evaluation, Ranked } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { valueRange } from "./open-answers.ts";
import { weightedPositions } from "./value-differences.ts";

/** One candidate is at least as good as another on every question that counts, and better on one. */
export interface Dominance {
  readonly dominates: Id;
  readonly dominated: Id;
  /** However the open answers turn out; else only as the score counts them now. */
  readonly necessary: boolean;
}

/**
 * Which candidates dominate which: at least as good on every weighted question, priority points counted as one more, and
 * better somewhere, both within 1e-9. Then no weighting of the questions puts the other ahead.
 *
 * Dominance is *necessary* where the worst that each answer of the one may turn out to be is at least the best of the
 * other; otherwise it holds for the values that the score uses, and an open answer may end it. Looks at the ranked, and
 * lists pairs in ranking order. Cost: pairs of ranked × questions.
 *
 * Source: dominance, Keeney and Raiffa (1976), chapter 3; necessary and possible dominance under incomplete information,
 * Weber (1987).
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const decision = { pack: { criteria: [{ id: "fit", label: "Fit", scale, direction: "higher-is-better" }] } };
 * const ranked = (id, value, answer) => ({ candidate: { id }, priority: 0, answers: [{ answer, value }] });
 * const a = ranked("a", 1, { kind: "score", score: 5 });
 * const b = ranked("b", 0.5, { kind: "unknown" });
 * const c = ranked("c", 0.25, { kind: "score", score: 2 });
 * const pairs = dominance(decision, { criteria: [{ id: "fit", weight: 1 }], ranking: [a, b, c] });
 * pairs.map(({ dominates, dominated, necessary }) => [dominates, dominated, necessary]) // → [["a","b",false],["a","c",true],["b","c",false]]
 */
export function dominance(decision: Decision, evaluation: Evaluation): readonly Dominance[] {
  const dominates = dominanceIn(decision, evaluation);
  const { ranking } = evaluation;
  return ranking.flatMap((one) =>
    ranking.flatMap((other) => {
      const how = dominates(one, other);
      if (how === undefined) return [];
      return [{ dominates: one.candidate.id, dominated: other.candidate.id, necessary: how === "necessary" }];
    }),
  );
}

/**
 * How one candidate dominates another, if it does: whatever the open answers, or as the score counts them.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const decision = { pack: { criteria: [{ id: "fit", label: "Fit", scale, direction: "higher-is-better" }] } };
 * const ranked = (value, answer) => ({ priority: 0, answers: [{ answer, value }] });
 * const dominates = dominanceIn(decision, { criteria: [{ id: "fit", weight: 1 }] });
 * dominates(ranked(0.75, { kind: "score", score: 4 }), ranked(0.5, { kind: "unknown" })) // → "as-counted"
 * dominates(ranked(0.75, { kind: "score", score: 4 }), ranked(0.75, { kind: "score", score: 4 })) // → undefined
 */
export function dominanceIn(
  { pack }: Pick<Decision, "pack">,
  evaluation: Pick<Evaluation, "criteria">,
): (one: Profile, other: Profile) => "necessary" | "as-counted" | undefined {
  const positions = weightedPositions(evaluation);
  const rangesOf = oncePerProfile(({ answers }) =>
    positions.map((position) => valueRange(pack.criteria[position], answers[position].answer)),
  );
  return (one, other) => {
    const priorities = [one.priority / 100, other.priority / 100] as const;
    const counted = positions.map((at) => [one.answers[at].value, other.answers[at].value] as const);
    if (!isAtLeastAndAbove([...counted, priorities])) return undefined;
    const [own, others] = [rangesOf(one), rangesOf(other)];
    const certain = own.map(({ worst }, place) => [worst, others[place].best] as const);
    return isAtLeastAndAbove([...certain, priorities]) ? "necessary" : "as-counted";
  };
}

type Profile = Pick<Ranked, "priority"> & { readonly answers: readonly Pick<Contribution, "answer" | "value">[] };

/** Every candidate stands in many pairs. */
function oncePerProfile<Found>(find: (profile: Profile) => Found): (profile: Profile) => Found {
  const known = new Map<Profile, Found>();
  return (profile) => {
    const found = known.get(profile) ?? find(profile);
    known.set(profile, found);
    return found;
  };
}

function isAtLeastAndAbove(pairs: readonly (readonly [number, number])[]): boolean {
  return pairs.every(([one, other]) => atLeast(one, other)) && pairs.some(([one, other]) => !atLeast(other, one));
}
