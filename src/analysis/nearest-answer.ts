import type { Criterion, Decision, Id } from "../engine/decision.ts";
import type { Contribution, Evaluation, Standing } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { bestEnd, isBeyond } from "../engine/values.ts";
import { stepsToMeet } from "./answer-flips.ts";
import { type AnswerChange, fewestFrom, type Ladder, laddersIn } from "./answer-steps.ts";

/**
 * The one scored answer that with the fewest steps costs the leader its place, as `leadFlip` says. Looks at everybody once,
 * and of a candidate too far behind for fewer steps than found so far only at the score: a million cost little.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const decision = { pack: { coverageFloor: 0, criteria: [{ id: "fit", label: "Fit", scale, direction: "higher-is-better" }] } };
 * const scored = (score) => ({ answer: { kind: "score", score }, contribution: 25 * score - 25 });
 * const ranked = (id, score) => ({ candidate: { id }, score: 25 * score - 25, coverage: 1, answers: [scored(score)] });
 * const ranking = [ranked("a", 4), ranked("b", 2)];
 * const evaluation = { criteria: [{ id: "fit", weight: 1 }], ranking, knockedOut: [] };
 * nearestAnswer(decision, evaluation) // → {"candidate":"a","criterion":"fit","from":4,"to":1}
 */
export function nearestAnswer(decision: Decision, evaluation: Evaluation): AnswerChange | undefined {
  const { ranking, knockedOut } = evaluation;
  const ladderOf = laddersIn(decision, evaluation);
  const search = searchForFewer();
  considerLeader(decision, ranking, ladderOf, search);
  const consider = challengers(decision, evaluation, ladderOf, search);
  for (let place = 1; place < ranking.length && search.fewest() > 1; place++) consider(ranking[place]);
  for (let place = 0; place < knockedOut.length && search.fewest() > 1; place++) consider(knockedOut[place]);
  return search.nearest();
}

/** The change with the fewest steps so far; of as many, the first. */
interface Search {
  readonly nearest: () => AnswerChange | undefined;
  /** More than the most, where nothing is found yet. */
  readonly fewest: () => number;
  /** From `least` steps on, as soon as so many change the leader. */
  readonly consider: (candidate: Id, ladder: Ladder, least: number, changesLeader: (steps: number) => boolean) => void;
}

function searchForFewer(): Search {
  let fewest = Number.MAX_SAFE_INTEGER;
  let nearest: AnswerChange | undefined;
  return {
    nearest: () => nearest,
    fewest: () => fewest,
    consider: (candidate, ladder, least, changesLeader) => {
      const steps = fewestFrom(least, Math.min(ladder.steps, fewest - 1), changesLeader);
      if (steps === undefined) return;
      fewest = steps;
      nearest = { candidate, criterion: ladder.criterion.id, from: ladder.from, to: ladder.answerAfter(steps) };
    },
  };
}

type LadderOf = ReturnType<typeof laddersIn>;

function considerLeader(
  { pack }: Decision,
  ranking: Evaluation["ranking"],
  ladderOf: LadderOf,
  { consider }: Search,
): void {
  const [leader] = ranking;
  let runnerUp = Number.NEGATIVE_INFINITY;
  for (let place = 1; place < ranking.length; place++) runnerUp = Math.max(runnerUp, ranking[place].score);
  for (const position of pack.criteria.keys()) {
    const ladder = ladderOf(leader, position, "worse");
    if (ladder === undefined) continue;
    const { direction, minimum } = ladder.criterion;
    consider(leader.candidate.id, ladder, 1, (steps) => {
      const isOut = minimum !== undefined && isBeyond(direction, ladder.answerAfter(steps), minimum);
      return isOut || !atLeast(leader.score + ladder.gainAfter(steps), runnerUp);
    });
  }
}

function challengers(
  { pack: { criteria, coverageFloor } }: Decision,
  evaluation: Evaluation,
  ladderOf: LadderOf,
  { consider, fewest }: Search,
): (challenger: Standing) => void {
  const leading = evaluation.ranking[0].score;
  const points = evaluation.criteria.map(({ weight }) => 100 * weight);
  const mostGained = mostGainedIn(criteria, points);
  return (challenger) => {
    const { score } = challenger;
    if (leading >= score + mostGained(fewest() - 1) || !atLeast(challenger.coverage, coverageFloor)) return;
    // Looked up once: of very many candidates, answers are made when they are asked for.
    const { answers } = challenger;
    const broken = brokenMinimums(criteria, answers);
    if (broken.length > 1) return;
    for (let position = 0; position < answers.length; position++) {
      if (broken.length === 1 && broken[0] !== position) continue;
      if (leading >= score + points[position] - answers[position].contribution) continue;
      const ladder = ladderOf({ answers }, position, "better");
      if (ladder === undefined) continue;
      const { minimum } = ladder.criterion;
      const least = minimum === undefined ? 0 : stepsToMeet(ladder, minimum);
      if (least === undefined) continue;
      consider(
        challenger.candidate.id,
        ladder,
        Math.max(least, 1),
        (steps) => !atLeast(leading, score + ladder.gainAfter(steps)),
      );
    }
  };
}

/** No so many steps on one answer gain more points than this. */
function mostGainedIn(criteria: readonly Criterion[], points: readonly number[]): (steps: number) => number {
  const byStep = criteria.map((criterion, position) => points[position] * criterion.scale.step * steepest(criterion));
  return (steps) => points.reduce((most, all, position) => Math.max(most, Math.min(all, steps * byStep[position])), 0);
}

/** The most that a value changes when its answer changes by 1. */
function steepest({ scale, values }: Criterion): number {
  if (values === undefined) return 1 / (scale.max - scale.min);
  const slopes = values
    .slice(1)
    .map(({ answer, value }, place) => (value - values[place].value) / (answer - values[place].answer));
  return slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}

/** The places of the minimums that answers are beyond, even at their best. */
function brokenMinimums(criteria: readonly Criterion[], answers: readonly Contribution[]): readonly number[] {
  let broken: number[] | undefined;
  for (let position = 0; position < criteria.length; position++) {
    const criterion = criteria[position];
    if (criterion.minimum === undefined) continue;
    if (!isBeyond(criterion.direction, bestEnd(criterion, answers[position].answer), criterion.minimum)) continue;
    broken ??= [];
    broken.push(position);
  }
  return broken ?? NONE;
}

const NONE: readonly number[] = [];
