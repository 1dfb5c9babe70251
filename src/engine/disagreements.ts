import { raterNamed } from "./ballots.ts";
import { type Answer, type Criterion, type Decision, entryOf, type Id } from "./decision.ts";
import { sortInChains } from "./ranks.ts";
import { atLeast } from "./thresholds.ts";

/** A question about a candidate on which raters are far apart. */
export interface Disagreement {
  readonly candidate: Id;
  readonly criterion: Id;
  /** Between the highest and the lowest answer, in steps of the scale. */
  readonly steps: number;
  /** Of every rater in the order of the ballots, note and evidence included. */
  readonly answers: readonly { readonly rater: string; readonly answer: Answer }[];
}

/** Neighbouring answers are what careful people differ by on any day. */
const STEPS_THAT_MATTER = 2;

/**
 * Where raters differ by two steps of the scale or more, the furthest apart first, then in the order of the candidates and
 * of the pack. A range counts at its middle; `unknown` and `abstain` disagree with nobody. Fewer than two raters do not
 * disagree.
 *
 * @example
 * const fit = { id: "fit", scale: { min: 1, max: 5, step: 1 } };
 * const ballot = (rater, score) => ({ rater, answers: { zoo: { fit: { kind: "score", score } } } });
 * const decision = { pack: { criteria: [fit] }, candidates: [{ id: "zoo" }] };
 * disagreements({ ...decision, ballots: [ballot("Ann", 5), ballot("Bo", 2)] })[0].steps // → 3
 * disagreements({ ...decision, ballots: [ballot("Ann", 5), ballot("Bo", 4)] }) // → []
 */
export function disagreements({ pack, candidates, ballots }: Decision): readonly Disagreement[] {
  if (ballots.length < 2) return [];
  const found = candidates.flatMap(({ id: candidate }) =>
    pack.criteria.flatMap((criterion): Disagreement[] => {
      const answers = ballots.map((ballot, rater) => ({
        rater: raterNamed(ballots, rater),
        answer: entryOf(entryOf(ballot.answers, candidate) ?? {}, criterion.id) ?? { kind: "unknown" as const },
      }));
      const steps = stepsApart(
        answers.map(({ answer }) => answer),
        criterion,
      );
      return atLeast(steps, STEPS_THAT_MATTER) ? [{ candidate, criterion: criterion.id, steps, answers }] : [];
    }),
  );
  const order = Uint32Array.from(found.keys());
  sortInChains(order, [found.map(({ steps }) => steps)], (one, other) => one - other);
  return Array.from(order, (position) => found[position]);
}

function stepsApart(answers: readonly Answer[], { scale }: Criterion): number {
  const middles = answers.flatMap((answer) => {
    if (answer.kind === "score") return [answer.score];
    if (answer.kind !== "range" || (answer.low <= scale.min && answer.high >= scale.max)) return [];
    return [(answer.low + answer.high) / 2];
  });
  if (middles.length < 2) return 0;
  return (Math.max(...middles) - Math.min(...middles)) / scale.step;
}
