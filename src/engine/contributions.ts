import type { AnswerRows } from "./ballots.ts";
import type { Answer, Pack } from "./decision.ts";
import type { Contribution } from "./evaluation.ts";
import { valueUsed } from "./matrix.ts";

/**
 * What each answer of a candidate adds to its base, in pack order: 100 times weight times value, in points. The base is
 * their sum. Takes the candidate's answers.
 *
 * Candidates share what is equal in all of them: one list for everybody about whom nothing was written, one entry, frozen,
 * for a bare answer that many give.
 *
 * @example
 * const question = { label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const criteria = [{ ...question, id: "fit" }, { ...question, id: "time" }];
 * const contributionsOf = contributions({ criteria, unknown: "neutral" }, [0.75, 0.25], []);
 * const row = [{ kind: "score", score: 3 }, { kind: "score", score: 5 }];
 * contributionsOf(row).map(({ contribution }) => contribution) // → [37.5, 25]
 */
export function contributions(
  { criteria, unknown }: Pick<Pack, "criteria" | "unknown">,
  weights: ArrayLike<number>,
  unanswered: AnswerRows["unanswered"],
): (row: readonly Answer[]) => readonly Contribution[] {
  const columns = criteria.map((criterion, column) => ({
    valueIn: valueUsed(criterion, unknown),
    shared: new Map<BareAnswer, Contribution>(),
    points: 100 * weights[column],
    criterion: criterion.id,
  }));
  const contributionOf = (answer: Answer, column: number): Contribution => {
    const { criterion, points, shared, valueIn } = columns[column];
    const bare = bareAnswer(answer);
    const known = bare === undefined ? undefined : shared.get(bare);
    if (known !== undefined) return known;
    const value = valueIn(answer);
    const made = { criterion, answer, value, contribution: points * value };
    if (bare !== undefined && shared.size < SHARED_AT_MOST) shared.set(bare, Object.freeze(made));
    return made;
  };
  let nothingKnown: readonly Contribution[] | undefined;
  return (row) => {
    if (row !== unanswered) return row.map(contributionOf);
    nothingKnown ??= row.map(contributionOf);
    return nothingKnown;
  };
}

/** Bounds what is remembered where every answer is a number of its own. */
const SHARED_AT_MOST = 1000;

/** What tells one answer without note, evidence and basis from another of the same question. */
type BareAnswer = number | "unknown" | "abstain";

function bareAnswer(answer: Answer): BareAnswer | undefined {
  if (answer.note !== undefined || answer.evidence !== undefined || answer.basis !== undefined) return undefined;
  if (answer.kind === "range") return undefined;
  return answer.kind === "score" ? answer.score : answer.kind;
}
