import { raterNamed } from "../engine/ballots.ts";
import type { Decision, Id } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { atLeast, TOLERANCE } from "../engine/thresholds.ts";

/** How far the raters of a committee rank alike. */
export interface Agreement {
  /** The candidates that every rater knows enough about, in the order listed: the rankings compared are of these. */
  readonly compared: readonly Id[];
  /** Kendall's W, from 0, no agreement, to 1, one ranking; absent where there is nothing to rank. */
  readonly concordance?: number;
  /** Spearman's rank correlation, averaged over the pairs of raters. */
  readonly meanCorrelation?: number;
  /** In the order of the ballots. */
  readonly raters: readonly RaterView[];
}

/** One rater beside the committee. */
export interface RaterView {
  readonly rater: string;
  /** As this rater's answers alone rank the candidates. */
  readonly ranking: readonly { readonly candidate: Id; readonly rank: number }[];
  readonly leaders: readonly Id[];
  /** Who leads when this rater is left out. */
  readonly leadersWithout: readonly Id[];
}

/**
 * How far the raters of a committee agree: Kendall's coefficient of concordance over their scores, each rater's own
 * ranking, and the leader with each rater left out. Nothing for fewer than two raters.
 *
 * Compared are the candidates that the committee ranks and that no single rater knows too little about: a candidate that a
 * rater left out would stand in the middle of that rater's ranking without ever having been judged. Where the answers of
 * one rater alone break a minimum, the score they come to counts all the same. Cost: two evaluations a rater.
 *
 * Source: Kendall and Babington Smith (1939); ties, Kendall (1945).
 *
 * @example
 * agreement({ ballots: [{ answers: {} }] }, { ranking: [] }) // → undefined
 */
export function agreement(decision: Decision, evaluation: Evaluation): Agreement | undefined {
  const { ballots, pack } = decision;
  if (ballots.length < 2) return undefined;
  const alone = ballots.map((ballot) => evaluate({ ...decision, ballots: [ballot] }));
  const standings = alone.map(({ ranking, tooLittleKnown, knockedOut }) => {
    const everyone = [...ranking, ...tooLittleKnown, ...knockedOut];
    return new Map(everyone.map((standing) => [standing.candidate.id, standing]));
  });
  const isJudged = (coverage: number) => coverage > 0 && atLeast(coverage, pack.coverageFloor);
  const compared = evaluation.ranking
    .map(({ candidate }) => candidate.id)
    .filter((id) => standings.every((by) => isJudged(by.get(id)?.coverage ?? 0)));
  const scores = standings.map((by) => compared.map((id) => by.get(id)?.score ?? 0));
  return {
    compared,
    ...concordance(scores.map(midRanks)),
    raters: ballots.map((_, rater) => ({
      rater: raterNamed(ballots, rater),
      ranking: alone[rater].ranking.map(({ candidate, rank }) => ({ candidate: candidate.id, rank })),
      leaders: alone[rater].lead.leaders,
      leadersWithout: evaluate({ ...decision, ballots: ballots.toSpliced(rater, 1) }).lead.leaders,
    })),
  };
}

/**
 * Kendall's W of several rankings of the same things, and the mean rank correlation that it implies. With R the sums of
 * ranks, S the sum of the squares of their distances from their mean, m rankings of n things, and t³ − t summed over all
 * ties of t as T: W = 12 S / (m² (n³ − n) − m T), and the mean correlation is (m W − 1) / (m − 1). Ties have mid-ranks.
 * Nothing where there are fewer than two rankings or two things, or where all rankings tie everything.
 *
 * @example
 * concordance([[1, 2, 3], [1, 2, 3]]) // → {"concordance":1,"meanCorrelation":1}
 * concordance([[1, 2, 3], [3, 2, 1]]) // → {"concordance":0,"meanCorrelation":-1}
 * concordance([[1.5, 1.5], [1.5, 1.5]]) // → {}
 */
export function concordance(
  rankings: readonly (readonly number[])[],
): Pick<Agreement, "concordance" | "meanCorrelation"> {
  const raters = rankings.length;
  const things = rankings[0]?.length ?? 0;
  if (raters < 2 || things < 2) return {};
  const mean = (raters * (things + 1)) / 2;
  const sums = rankings[0].map((_, thing) => rankings.reduce((sum, ranking) => sum + ranking[thing], 0));
  const squares = sums.reduce((total, sum) => total + (sum - mean) * (sum - mean), 0);
  const ties = rankings.reduce((total, ranking) => total + tieCorrection(ranking), 0);
  const most = raters * raters * cubeLess(things) - raters * ties;
  if (most === 0) return {};
  const agreed = (12 * squares) / most;
  return { concordance: agreed, meanCorrelation: (raters * agreed - 1) / (raters - 1) };
}

/**
 * Ranks by score, 1 for the highest; ties (chains of 1e-9) share the mean of the ranks they take together.
 *
 * @example
 * midRanks([50, 80, 50, 20]) // → [2.5,1,2.5,4]
 */
export function midRanks(scores: readonly number[]): readonly number[] {
  const order = [...scores.keys()].sort((one, other) => scores[other] - scores[one]);
  const ranks = scores.map(() => 0);
  for (let start = 0, end = 1; end <= order.length; end += 1) {
    if (end < order.length && scores[order[end - 1]] - scores[order[end]] <= TOLERANCE) continue;
    for (const position of order.slice(start, end)) ranks[position] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function tieCorrection(ranking: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const rank of ranking) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts.values()].reduce((total, count) => total + cubeLess(count), 0);
}

function cubeLess(count: number): number {
  return count * count * count - count;
}
