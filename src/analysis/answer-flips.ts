import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { bestEnd, isBeyond } from "../engine/values.ts";
import { type AnswerChange, fewestFrom, type Ladder, laddersIn } from "./answer-steps.ts";
import { fewestSteps } from "./fewest-steps.ts";

/** Answers that would have to be better, in pack order, and by how many steps of their scales in all. */
export interface Flip {
  readonly steps: number;
  readonly changes: readonly AnswerChange[];
}

/** The fewest steps to the leader's score and beyond it; absent where better answers do not do it. */
export interface Reach {
  readonly level?: Flip;
  readonly past?: Flip;
}

/** What it would take for one candidate to catch up with the leader, on several questions or on one alone. */
export interface AnswerFlips extends Reach {
  readonly challenger: Id;
  readonly oneQuestion: Reach;
}

/**
 * For each other candidate the fewest steps, on its own scored answers, that bring it level with the leader (within 1e-9)
 * and past it (by more). The leader is the first listed and stays as it is. A step is the scale's own and short at its end;
 * ranges and unanswered questions stay as they are. A knocked-out candidate first has to meet its minimums, with steps that
 * count; it cannot where a range is beyond one, nor where too little would be known of it all the same. Of several ways with
 * as few steps, the one that gains most.
 *
 * Ranked first, then knocked out, each in the order listed; nobody where nobody leads. Whoever is too little known is left
 * out: no better answer makes more of its answers known. Cost: challengers × that of `fewestSteps`.
 *
 * Source: the smallest change that reverses a decision, Triantaphyllou and Sánchez (1997), here in steps of a scale.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const decision = { pack: { coverageFloor: 0, criteria: [{ id: "fit", label: "Fit", scale, direction: "higher-is-better" }] } };
 * const standing = (id, score) => ({ candidate: { id }, score: 25 * score - 25, coverage: 1, answers: [scored(score)] });
 * const scored = (score) => ({ answer: { kind: "score", score }, contribution: 25 * score - 25 });
 * const ranking = [standing("a", 4), standing("b", 2)];
 * const [b] = answerFlips(decision, { criteria: [{ id: "fit", weight: 1 }], ranking, knockedOut: [] });
 * b.level // → {"steps":2,"changes":[{"candidate":"b","criterion":"fit","from":2,"to":4}]}
 * b.past.steps // → 3
 */
export function answerFlips(decision: Decision, evaluation: Evaluation): readonly AnswerFlips[] {
  const { ranking, knockedOut } = evaluation;
  if (ranking.length === 0) return [];
  return [...ranking.slice(1), ...knockedOut].map(answerFlipsIn(decision, evaluation));
}

/**
 * The same about one candidate; nothing is in reach of one who is too little known, nor where nobody leads.
 *
 * @example
 * const flipsOf = answerFlipsIn({ pack: { coverageFloor: 0, criteria: [] } }, { criteria: [], ranking: [] });
 * flipsOf({ candidate: { id: "b" }, score: 50, coverage: 1, answers: [] }) // → {"challenger":"b","oneQuestion":{}}
 */
export function answerFlipsIn(decision: Decision, evaluation: Evaluation): (challenger: Standing) => AnswerFlips {
  const pathOf = pathsIn(decision, evaluation);
  return (standing) => {
    const challenger = standing.candidate.id;
    const path = pathOf(standing);
    if (path === undefined || evaluation.ranking.length === 0) return { challenger, oneQuestion: {} };
    const leader = evaluation.ranking[0].score;
    const { score } = standing;
    const flip = (steps: readonly number[] | undefined) => steps && flipOf(challenger, path, steps);
    const reach = (find: typeof onSeveral | typeof onOne): Reach => {
      const level = flip(find(path, (gain) => atLeast(score + gain, leader)));
      const past = flip(find(path, (gain) => !atLeast(leader, score + gain)));
      return { ...(level && { level }), ...(past && { past }) };
    };
    return { challenger, ...reach(onSeveral), oneQuestion: reach(onOne) };
  };
}

/** Where a candidate can climb: its scored answers, and the steps that each must take to meet a minimum. */
export interface Path {
  readonly ladders: readonly Ladder[];
  readonly least: readonly number[];
}

/** Where a candidate can climb into the ranking and in it; nothing where no better answers would rank it. */
function pathsIn(
  decision: Decision,
  evaluation: Pick<Evaluation, "criteria">,
): (standing: Standing) => Path | undefined {
  const { criteria, coverageFloor } = decision.pack;
  const ladderOf = laddersIn(decision, evaluation);
  return (standing) => {
    if (!atLeast(standing.coverage, coverageFloor)) return undefined;
    const ladders: Ladder[] = [];
    const least: number[] = [];
    for (const [position, criterion] of criteria.entries()) {
      const { direction, minimum } = criterion;
      const { answer } = standing.answers[position];
      const isOut = minimum !== undefined && isBeyond(direction, bestEnd(criterion, answer), minimum);
      const ladder = ladderOf(standing, position, "better");
      const required = isOut && ladder ? stepsToMeet(ladder, minimum) : 0;
      if (required === undefined || (isOut && ladder === undefined)) return undefined;
      if (ladder === undefined || (required === 0 && evaluation.criteria[position].weight === 0)) continue;
      ladders.push(ladder);
      least.push(required);
    }
    return { ladders, least };
  };
}

/**
 * The fewest steps with which an answer is not beyond a bound.
 *
 * @example
 * const fit = { id: "fit", label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * stepsToMeet({ criterion: fit, steps: 4, answerAfter: (steps) => 1 + steps }, 3) // → 2
 */
export function stepsToMeet(
  { criterion, steps, answerAfter }: Pick<Ladder, "criterion" | "steps" | "answerAfter">,
  bound: number,
): number | undefined {
  return fewestFrom(0, steps, (count) => !isBeyond(criterion.direction, answerAfter(count), bound));
}

/**
 * What so many steps on each ladder change.
 *
 * @example
 * const ladder = { criterion: { id: "fit" }, from: 2, answerAfter: (steps) => 2 + steps };
 * flipOf("a", { ladders: [ladder], least: [0] }, [2]) // → {"steps":2,"changes":[{"candidate":"a","criterion":"fit","from":2,"to":4}]}
 */
export function flipOf(candidate: Id, { ladders }: Path, steps: readonly number[]): Flip {
  return {
    steps: steps.reduce((sum, count) => sum + count, 0),
    changes: ladders.flatMap(({ criterion, from, answerAfter }, place) =>
      steps[place] === 0 ? [] : [{ candidate, criterion: criterion.id, from, to: answerAfter(steps[place]) }],
    ),
  };
}

function onSeveral({ ladders, least }: Path, isEnough: (gain: number) => boolean): readonly number[] | undefined {
  return fewestSteps(ladders, least, isEnough);
}

function onOne({ ladders, least }: Path, isEnough: (gain: number) => boolean): readonly number[] | undefined {
  const nothing = ladders.map(() => 0);
  const required = least.filter((steps) => steps > 0).length;
  if (required === 0 && isEnough(0)) return nothing;
  let best: { readonly place: number; readonly steps: number; readonly gain: number } | undefined;
  for (const [place, ladder] of ladders.entries()) {
    if (required > 1 || (required === 1 && least[place] === 0)) continue;
    const steps = fewestFrom(least[place], ladder.steps, (count) => isEnough(ladder.gainAfter(count)));
    if (steps === undefined) continue;
    const gain = ladder.gainAfter(steps);
    if (best === undefined || steps < best.steps || (steps === best.steps && gain > best.gain))
      best = { place, steps, gain };
  }
  if (best === undefined) return undefined;
  return nothing.with(best.place, best.steps);
}
