import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { lowestIn, stillRunning } from "./settled.ts";

/** The ranks that a candidate can still take, once every open answer is known. */
export interface RankInterval {
  readonly candidate: Id;
  /** 1 is first. */
  readonly best: number;
  /** The worst rank it can take without being out. */
  readonly worst: number;
  /** An open answer may turn out beyond a minimum. */
  readonly mayBeOut: boolean;
}

/**
 * The best and the worst rank that each candidate can still take, however its own open answers and everybody else's turn
 * out. Best: 1 plus the number of rivals that nothing can knock out and whose lowest score is above its high. Worst while
 * it is in: 1 plus the number of rivals whose high is above its own lowest. "Above" is by more than 1e-9; the lowest score
 * counts an open answer with a minimum at stake at that minimum, since below it the candidate is out.
 *
 * Exact, because open answers move apart from one another. As in {@link settled}, whoever is too little known now counts
 * as if ranked: with every answer known it will be. So a candidate may lead exactly if its best rank is 1. Ranked first,
 * then too little known, as listed. Cost: sorting the candidates twice.
 *
 * Source: ranking intervals, Salo and Punkka (2011), over open answers in place of weights.
 *
 * @example
 * const decision = { pack: { criteria: [] } };
 * const standing = (id, low, high) => ({ candidate: { id }, low, high, provisional: [] });
 * const ranking = [standing("a", 60, 80), standing("b", 55, 59), standing("c", 40, 70)];
 * const intervals = rankIntervals(decision, { criteria: [], ranking, tooLittleKnown: [] });
 * intervals[0] // → {"candidate":"a","best":1,"worst":2,"mayBeOut":false}
 * intervals.map(({ best, worst }) => [best, worst]) // → [[1,2],[2,3],[1,3]]
 */
export function rankIntervals(decision: Decision, evaluation: Evaluation): readonly RankInterval[] {
  const running = stillRunning(evaluation);
  const lowest = lowestIn(decision, evaluation);
  const neverOut = running.filter(({ provisional }) => provisional.length === 0);
  const certain = Float64Array.from(neverOut, lowest).sort();
  const possible = Float64Array.from(running, ({ high }) => high).sort();
  return running.map((standing) => {
    const { candidate, high, provisional } = standing;
    const from = lowest(standing);
    // A candidate whose own open answers leave it room is among those that reach above its lowest.
    const itself = atLeast(from, high) ? 0 : 1;
    return {
      candidate: candidate.id,
      best: 1 + countAbove(certain, high),
      worst: 1 + countAbove(possible, from) - itself,
      mayBeOut: provisional.length > 0,
    };
  });
}

/** How many of the numbers, sorted low to high, exceed a bound by more than 1e-9. */
function countAbove(sorted: Float64Array, bound: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (atLeast(bound, sorted[middle])) from = middle + 1;
    else to = middle;
  }
  return sorted.length - from;
}
