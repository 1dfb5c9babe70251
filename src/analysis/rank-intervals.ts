import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { lowestIn } from "./settled.ts";

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
 * The best and the worst rank that each ranked candidate can still take, however its own open answers and those of the other
 * ranked turn out. Best: 1 plus the number of rivals that nothing can knock out and whose lowest score is above its high.
 * Worst while it is in: 1 plus the number of rivals whose high is above its own lowest. "Above" is by more than 1e-9; the
 * lowest score counts an open answer with a minimum at stake at that minimum, since below it the candidate is out.
 *
 * Exact, because open answers move apart from one another. Whoever is too little known is neither listed nor a rival, unlike
 * in {@link settled}: it has no rank to lose, and could stand anywhere. As listed. Cost: sorting the candidates twice.
 *
 * Source: ranking intervals, Salo and Punkka (2011), over open answers in place of weights.
 *
 * @example
 * const decision = { pack: { criteria: [] } };
 * const standing = (id, low, high) => ({ candidate: { id }, low, high, provisional: [] });
 * const ranking = [standing("a", 60, 80), standing("b", 55, 59), standing("c", 40, 70)];
 * const intervals = rankIntervals(decision, { criteria: [], ranking });
 * intervals[0] // → {"candidate":"a","best":1,"worst":2,"mayBeOut":false}
 * intervals.map(({ best, worst }) => [best, worst]) // → [[1,2],[2,3],[1,3]]
 */
export function rankIntervals(
  decision: Decision,
  evaluation: Pick<Evaluation, "criteria" | "ranking">,
): readonly RankInterval[] {
  return evaluation.ranking.map(rankIntervalIn(decision, evaluation));
}

/**
 * The same about one candidate, ranked or not: the ranks it can take among the ranked, once its open answers and theirs are
 * known. One about whom too little is known now has a rank then.
 *
 * @example
 * const standing = (id, low, high) => ({ candidate: { id }, low, high, provisional: [] });
 * const evaluation = { criteria: [], ranking: [standing("a", 60, 80), standing("b", 50, 50)] };
 * const intervalOf = rankIntervalIn({ pack: { criteria: [] } }, evaluation);
 * intervalOf(standing("c", 20, 55)) // → {"candidate":"c","best":2,"worst":3,"mayBeOut":false}
 */
export function rankIntervalIn(
  decision: Decision,
  evaluation: Pick<Evaluation, "criteria" | "ranking">,
): (standing: Standing) => RankInterval {
  const lowest = lowestIn(decision, evaluation);
  const { ranking } = evaluation;
  const isRanked = new Set(ranking.map(({ candidate }) => candidate.id));
  const neverOut = ranking.filter(({ provisional }) => provisional.length === 0);
  const certain = Float64Array.from(neverOut, lowest).sort();
  const possible = Float64Array.from(ranking, ({ high }) => high).sort();
  return (standing) => {
    const { candidate, high, provisional } = standing;
    const from = lowest(standing);
    // A ranked candidate whose own open answers leave it room is among those that reach above its lowest.
    const itself = isRanked.has(candidate.id) && !atLeast(from, high) ? 1 : 0;
    return {
      candidate: candidate.id,
      best: 1 + countAbove(certain, high),
      worst: 1 + countAbove(possible, from) - itself,
      mayBeOut: provisional.length > 0,
    };
  };
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
