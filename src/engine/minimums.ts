import type { Answer, Criterion, Id } from "./decision.ts";
import type { KnockOut } from "./evaluation.ts";
import { bestEnd, isBeyond, worstEnd } from "./values.ts";

/** What a candidate's answers say about the minimums, in pack order. */
export interface MinimumCheck {
  /** Why the candidate is out: its answer is beyond the minimum even at its best. Empty: it is not. */
  readonly knockOuts: readonly KnockOut[];
  /** Minimums that an open answer meets at its best and breaks at its worst. */
  readonly provisional: readonly Id[];
}

/**
 * Checks a candidate's answers, one a criterion in pack order, against the minimums of the pack. A minimum is the worst
 * acceptable answer in the criterion's direction, within 1e-9, and holds at importance 0 too. What nobody knows may
 * still break any minimum that the scale can break.
 *
 * Source: the conjunctive rule, Dawes (1964).
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const check = minimumCheck([{ id: "fit", label: "Fit", scale, direction: "higher-is-better", minimum: 2 }]);
 * check([{ kind: "score", score: 1 }]).knockOuts // → [{"criterion":"fit","answer":1,"minimum":2}]
 * check([{ kind: "range", low: 1, high: 3 }]) // → {"knockOuts":[],"provisional":["fit"]}
 * check([{ kind: "unknown" }]) // → {"knockOuts":[],"provisional":["fit"]}
 * check([{ kind: "score", score: 2 }]) // → {"knockOuts":[],"provisional":[]}
 */
export function minimumCheck(criteria: readonly Criterion[]): (answers: readonly Answer[]) => MinimumCheck {
  const guarded = [...criteria.entries()].flatMap(([position, criterion]) =>
    criterion.minimum === undefined ? [] : [{ position, criterion, minimum: criterion.minimum }],
  );
  return (answers) => {
    let check = ALL_MET;
    for (const { position, criterion, minimum } of guarded) {
      const answer = answers[position];
      if (!isBeyond(criterion.direction, worstEnd(criterion, answer), minimum)) continue;
      const best = bestEnd(criterion, answer);
      check = isBeyond(criterion.direction, best, minimum)
        ? { ...check, knockOuts: [...check.knockOuts, { criterion: criterion.id, answer: best, minimum }] }
        : { ...check, provisional: [...check.provisional, criterion.id] };
    }
    return check;
  };
}

const ALL_MET: MinimumCheck = { knockOuts: [], provisional: [] };
