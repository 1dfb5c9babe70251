import type { Criterion, Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { valueFunction } from "../engine/values.ts";

/** A scored answer that moves along its scale, step by step, better or worse. */
export interface Ladder {
  readonly criterion: Criterion;
  /** The answer as it is. */
  readonly from: number;
  /** How many steps there are to the end of the scale; the last may be short. */
  readonly steps: number;
  readonly answerAfter: (steps: number) => number;
  /** What so many steps change in points of the score: 0 or more where better, 0 or less where worse. */
  readonly gainAfter: (steps: number) => number;
  /** Numbers of steps, from 0 to all, between which each step changes as much as the next. */
  readonly bends: () => readonly number[];
}

/** One answer that is moved. */
export interface AnswerChange {
  readonly candidate: Id;
  readonly criterion: Id;
  readonly from: number;
  readonly to: number;
}

/**
 * The steps that a candidate's answer to the question at a position can take towards better or worse. Nothing where the
 * answer is no score: what is open does not move by steps, it is found out.
 *
 * @example
 * const kilometres = { id: "far", label: "Far", scale: { min: 0, max: 40, step: 15 }, direction: "lower-is-better" };
 * const ladderOf = laddersIn({ pack: { criteria: [kilometres] } }, { criteria: [{ id: "far", weight: 1 }] });
 * const ladder = ladderOf({ answers: [{ answer: { kind: "score", score: 20 }, contribution: 50 }] }, 0, "better");
 * ladder.steps // → 2
 * [ladder.answerAfter(1), ladder.answerAfter(2)] // → [5,0]
 * [ladder.gainAfter(1), ladder.gainAfter(2)] // → [37.5,50]
 * ladder.bends() // → [0,1,2]
 * ladderOf({ answers: [{ answer: { kind: "unknown" }, contribution: 50 }] }, 0, "better") // → undefined
 */
export function laddersIn(
  { pack }: Pick<Decision, "pack">,
  evaluation: Pick<Evaluation, "criteria">,
): (standing: Pick<Standing, "answers">, position: number, towards: "better" | "worse") => Ladder | undefined {
  const rungs = pack.criteria.map((criterion, position) => ({
    criterion,
    valueOn: valueFunction(criterion),
    points: 100 * evaluation.criteria[position].weight,
  }));
  return ({ answers }, position, towards) => {
    const { answer, contribution } = answers[position];
    if (answer.kind !== "score") return undefined;
    const { criterion, valueOn, points } = rungs[position];
    const { min, max, step } = criterion.scale;
    const from = answer.score;
    const upwards = (towards === "better") === (criterion.direction === "higher-is-better");
    const room = (upwards ? max - from : from - min) / step;
    const steps = Math.max(Math.ceil(room - ROUNDING), 0);
    const answerAfter = (count: number) => {
      if (count === 0) return from;
      if (count >= steps) return upwards ? max : min;
      return upwards ? from + count * step : from - count * step;
    };
    return {
      criterion,
      from,
      steps,
      answerAfter,
      gainAfter: (count) => (count === 0 ? 0 : points * valueOn(answerAfter(count)) - contribution),
      bends: () => bendsOf(criterion, from, upwards, steps),
    };
  };
}

/** A step may go across a value point, so both its ends are bends; the last step may be short. */
function bendsOf({ scale, values = [] }: Criterion, from: number, upwards: boolean, steps: number): readonly number[] {
  const across = values.flatMap(({ answer }) => {
    const before = Math.floor((upwards ? answer - from : from - answer) / scale.step);
    return [before, before + 1];
  });
  const bends = [0, ...across, steps - 1, steps].filter((count) => count >= 0 && count <= steps);
  return [...new Set(bends)].sort((one, other) => one - other);
}

/** In steps: what is left of a scale after whole steps have been added up, and no step. */
const ROUNDING = 1e-12;

/**
 * The fewest steps, between two counts, from which on something holds; it must go on holding once it does. A doubling
 * search and then halves, so that a scale of a million steps costs forty looks.
 *
 * @example
 * fewestFrom(0, 1000000, (steps) => 7 * steps >= 100) // → 15
 * fewestFrom(3, 10, (steps) => steps > 1) // → 3
 * fewestFrom(0, 4, (steps) => steps > 4) // → undefined
 */
export function fewestFrom(least: number, most: number, holds: (steps: number) => boolean): number | undefined {
  if (least > most || !holds(most)) return undefined;
  let [fails, works] = [least - 1, most];
  for (let reach = 1; fails + reach < works; reach *= 2) {
    if (holds(fails + reach)) works = fails + reach;
    else fails += reach;
  }
  while (works - fails > 1) {
    const middle = fails + Math.floor((works - fails) / 2);
    // Beyond 2^53 there is no whole number between some that are further apart than 1.
    if (middle === fails || middle === works) break;
    if (holds(middle)) works = middle;
    else fails = middle;
  }
  return works;
}
