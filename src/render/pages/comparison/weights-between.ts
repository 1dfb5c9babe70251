import type { Comparison, SharesOfTwo } from "../../../analysis/comparison.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { atLeast } from "../../../engine/thresholds.ts";
import { counted, oneDecimal, shownParts } from "../../numbers.ts";
import { labelOf, listed } from "../../words.ts";
import { isApart, type Pair } from "../side-by-side.ts";

/** How much of who is ahead hangs on the weights: sentences about two candidates. */

export function dominanceSentence({ dominance }: Comparison, pair: Pair): string {
  const { one, other, names, questions, priority } = pair;
  if (dominance === undefined) {
    const isLevel = priority === 0 && !questions.some(isApart);
    return isLevel
      ? "Neither is better on anything that counts."
      : "Neither is at least as good as the other on everything, so the weights decide.";
  }
  const [better, worse] = dominance.dominates === one.candidate.id ? names : names.toReversed();
  const ahead = questions.filter(isApart).length;
  const where = ahead === 0 ? "has more priority points" : `better on ${counted(ahead, "question", "questions")}`;
  const sure = dominance.necessary
    ? "However the open answers turn out,"
    : "As the answers count now, though an open one could end that,";
  const isOpen = [one, other].some(({ low, high }) => low !== high);
  const stated = `${better} is at least as good as ${worse} on everything and ${where}: no weighting puts ${worse} ahead.`;
  return isOpen ? `${sure} ${stated}` : stated;
}

/** The shares of all weightings, and of those that keep the order of importance; no chances: nobody draws a weighting. */
export function shareSentences(
  { criteria }: Pick<Evaluation, "criteria">,
  { shares: { any, ranked } }: Pick<Comparison, "shares">,
  { names: [a, b] }: Pair,
): readonly string[] {
  const weighed = criteria.filter(({ weight }) => weight > 0);
  if (weighed.length === 1) return ["Only one question has weight, so there is no other weighting."];
  if (any.a === 0 && any.b === 0) return ["They are level however the questions are weighed."];
  if (any.a === 1 || any.b === 1) {
    return [`Of all ways to weigh the questions, ${shareWords(any, a, b)}.`];
  }
  const points = weighed.map(({ importance, emphasis }) => importance * emphasis);
  const areAlike = points.every((each) => atLeast(each, points[0]) && atLeast(points[0], each));
  return [
    [
      `Of all ways to weigh the questions, ${shareWords(any, a, b)}.`,
      areAlike
        ? "All questions matter the same, so no other weighting keeps their order of importance."
        : `Of those that keep the order of importance, ${shareWords(ranked, a, b)}.`,
      "These shares are exact. They say how much hangs on the weights, not who is better.",
    ].join(" "),
  ];
}

/** `A is ahead in 70.0% and B in 30.0%`; what is not all of it is not 100%. */
function shareWords(shares: SharesOfTwo, a: string, b: string): string {
  if (shares.a === 0 && shares.b === 0) return "they are level in 100%";
  if (shares.a === 1) return `${a} is ahead in 100%`;
  if (shares.b === 1) return `${b} is ahead in 100%`;
  const [ofA, ofB] = shownParts([100 * shares.a, 100 * shares.b], 1).map((shown) =>
    shown === "100.0" ? "more than 99.9%" : shown === "0.0" ? "less than 0.1%" : `${shown}%`,
  );
  return `${a} is ahead in ${ofA} and ${b} in ${ofB}`;
}

/** The smallest shift of weight that makes them level; nothing where there is no weight to shift. */
export function shiftSentence(
  { pack }: Decision,
  { criteria }: Evaluation,
  { shift, margin }: Comparison,
): readonly string[] {
  if (criteria.filter(({ weight }) => weight > 0).length === 1) return [];
  if (shift === undefined) return ["No shift of weight between questions makes them level."];
  const { weight, moves } = shift;
  if (moves.length === 0) return margin === 0 ? [] : ["No weight has to move to make them level."];
  const weightOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.weight ?? 0;
  const [{ to }] = moves;
  const shown = shownParts(
    moves.map((move) => 100 * move.weight),
    1,
  );
  const total = oneDecimal(100 * weight);
  const before = weightOf(to);
  const target = labelOf(pack, to);
  const change = `${target} would then weigh ${oneDecimal(100 * (before + weight))}% instead of ${oneDecimal(100 * before)}%.`;
  const part = (text: string) => (text === "0.0" ? "less than 0.1%" : `${text}%`);
  if (moves.length === 1) {
    const whole = takesAll(moves[0], weightOf) ? ", all that it has," : "";
    const moved = `They would be level if ${part(total)} of all weight went from ${labelOf(pack, moves[0].from)}${whole} to ${target}.`;
    return [`${moved} ${change}`];
  }
  const from = moves.map((move, place) => {
    const all = takesAll(move, weightOf) ? " (all that it has)" : "";
    return `${part(shown[place])} from ${labelOf(pack, move.from)}${all}`;
  });
  return [`They would be level if ${part(total)} of all weight went to ${target}: ${listed(from)}. ${change}`];
}

function takesAll(move: { readonly from: string; readonly weight: number }, weightOf: (id: string) => number): boolean {
  return weightOf(move.from) - move.weight <= 1e-12;
}
