import fc from "fast-check";
import { isOpen } from "../../src/analysis/open-answers.ts";
import type { Answer, Criterion, Decision, Id } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Evaluation } from "../../src/engine/evaluation.ts";
import { bestEnd, worstEnd } from "../../src/engine/values.ts";
import { anyDecision } from "../any.ts";

/** One rater's decision with few open answers, so that every outcome can be tried. */
export function anySmallDecision(mostOpen: number): fc.Arbitrary<Decision> {
  return anyDecision
    .map((decision) => ({
      ...decision,
      ballots: decision.ballots.slice(0, 1),
      candidates: decision.candidates.slice(0, 4),
    }))
    .map((decision) => ({ ...decision, pack: { ...decision.pack, coverageFloor: 0 } }))
    .filter((decision) => openAnswers(decision).length <= mostOpen);
}

/** The same, so that of three some two have a minimum that an open answer may still miss. */
export function anyDecisionAtStake(mostOpen: number): fc.Arbitrary<Decision> {
  const any = anySmallDecision(mostOpen);
  return fc.oneof(
    any,
    any.filter((decision) => {
      const { ranking, tooLittleKnown } = evaluate(decision);
      return [...ranking, ...tooLittleKnown].some(({ provisional }) => provisional.length > 0);
    }),
  );
}

export interface Open {
  readonly candidate: Id;
  readonly criterion: Id;
  readonly answer: Answer;
}

function openAnswers(decision: Decision): readonly Open[] {
  const { ranking, tooLittleKnown, knockedOut } = evaluate(decision);
  return [...ranking, ...tooLittleKnown, ...knockedOut].flatMap(({ candidate, answers }) =>
    answers
      .filter(({ answer }) => isOpen(answer))
      .map(({ criterion, answer }) => ({ candidate: candidate.id, criterion, answer })),
  );
}

/** The decision with one answer replaced by a score. */
export function withScore(decision: Decision, candidate: Id, criterion: Id, score: number): Decision {
  const [ballot] = decision.ballots;
  const about = Object.hasOwn(ballot.answers, candidate) ? ballot.answers[candidate] : {};
  const answered = Object.fromEntries([...Object.entries(about), [criterion, { kind: "score" as const, score }]]);
  const answers = Object.fromEntries([...Object.entries(ballot.answers), [candidate, answered]]);
  return { ...decision, ballots: [{ ...ballot, answers }] };
}

/** Every way in which each open answer turns out at its worst or at its best. */
export function extremeOutcomes(decision: Decision): Generator<Evaluation> {
  return outcomes(decision, openAnswers(decision), (criterion, answer) => [
    worstEnd(criterion, answer),
    bestEnd(criterion, answer),
  ]);
}

/** The same, and where a minimum is at stake also just at that minimum. */
export function telltaleOutcomes(decision: Decision): Generator<Evaluation> {
  return outcomes(decision, openAnswers(decision), (criterion, answer) => {
    const [worst, best] = [worstEnd(criterion, answer), bestEnd(criterion, answer)];
    const { minimum } = criterion;
    const isBetween = minimum !== undefined && (worst - minimum) * (best - minimum) < 0;
    return isBetween ? [worst, minimum, best] : [worst, best];
  });
}

function* outcomes(
  decision: Decision,
  [open, ...rest]: readonly Open[],
  endsOf: (criterion: Criterion, answer: Answer) => readonly number[],
): Generator<Evaluation> {
  if (open === undefined) {
    yield evaluate(decision);
    return;
  }
  const asked = decision.pack.criteria.find(({ id }) => id === open.criterion);
  if (asked === undefined) throw new Error(`No criterion ${open.criterion}.`);
  for (const end of endsOf(asked, open.answer)) {
    yield* outcomes(withScore(decision, open.candidate, open.criterion, end), rest, endsOf);
  }
}
