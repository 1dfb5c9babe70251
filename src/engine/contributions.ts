import type { MergedBallots } from "./ballots.ts";
import type { Answer } from "./decision.ts";
import type { Contribution } from "./evaluation.ts";
import type { Matrix } from "./matrix.ts";

/**
 * What each answer of a candidate adds to its base, in pack order: 100 times weight times value, in points. The base is
 * their sum. Takes the position of a candidate in the decision.
 *
 * Candidates share what is equal in all of them: one list for everybody about whom nothing was written, one entry for
 * a bare answer that many give.
 *
 * @example
 * const matrix = { criteria: ["fit", "time"], weights: [0.75, 0.25], values: [0.5, 1] };
 * const answers = [[{ kind: "score", score: 3 }, { kind: "score", score: 5 }]];
 * contributions(matrix, { answers })(0).map(({ contribution }) => contribution) // → [37.5, 25]
 */
export function contributions(
  { criteria, weights, values }: Pick<Matrix, "criteria" | "weights" | "values">,
  { answers, unanswered }: Pick<MergedBallots, "answers" | "unanswered">,
): (candidate: number) => readonly Contribution[] {
  const shared = criteria.map(() => new Map<BareAnswer, Contribution>());
  const contributionOf = (candidate: number, column: number): Contribution => {
    const answer = answers[candidate][column];
    const bare = bareAnswer(answer);
    const known = bare === undefined ? undefined : shared[column].get(bare);
    if (known !== undefined) return known;
    const value = values[candidate * criteria.length + column];
    const made = { criterion: criteria[column], answer, value, contribution: 100 * weights[column] * value };
    if (bare !== undefined && shared[column].size < SHARED_AT_MOST) shared[column].set(bare, made);
    return made;
  };
  const rowOf = (candidate: number) => criteria.map((_, column) => contributionOf(candidate, column));
  let nothingKnown: readonly Contribution[] | undefined;
  return (candidate) => {
    if (answers[candidate] !== unanswered) return rowOf(candidate);
    nothingKnown ??= rowOf(candidate);
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
