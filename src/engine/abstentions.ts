import { raterNamed } from "./ballots.ts";
import { type Decision, entryOf, type Id } from "./decision.ts";

/** What one rater may not or cannot judge. */
export interface Abstentions {
  readonly rater: string;
  /** How many answers are `abstain`, over all candidates. */
  readonly count: number;
  /** Candidates whom the rater says nothing else about, in the order of the decision. */
  readonly candidates: readonly Id[];
}

/**
 * From how many questions each rater abstains, in the order of the ballots; who abstains from none is not there. A
 * candidate that a rater's file leaves out is one abstention a criterion. Fewer than two raters: nothing, for then an
 * abstention is an unknown like any other.
 *
 * @example
 * const pack = { criteria: [{ id: "fit" }, { id: "time" }] };
 * const abstain = { kind: "abstain" };
 * const ann = { rater: "Ann", answers: { zoo: { fit: abstain, time: abstain }, park: { fit: abstain } } };
 * const decision = { pack, candidates: [{ id: "zoo" }, { id: "park" }], ballots: [ann, { rater: "Bo", answers: {} }] };
 * abstentions(decision) // → [{"rater":"Ann","count":3,"candidates":["zoo"]}]
 */
export function abstentions({ pack, candidates, ballots }: Decision): readonly Abstentions[] {
  if (ballots.length < 2) return [];
  return ballots.flatMap(({ answers }, rater) => {
    const counts = candidates.map(({ id }) => {
      const row = entryOf(answers, id) ?? {};
      return pack.criteria.filter((criterion) => entryOf(row, criterion.id)?.kind === "abstain").length;
    });
    const count = counts.reduce((sum, each) => sum + each, 0);
    if (count === 0) return [];
    const whole = candidates.filter((_, place) => counts[place] === pack.criteria.length);
    return [{ rater: raterNamed(ballots, rater), count, candidates: whole.map(({ id }) => id) }];
  });
}
