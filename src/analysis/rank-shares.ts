import { isCertain } from "./certainty.ts";
import { rankSums } from "./rank-tally.ts";
import type { Simulated } from "./simulated-runs.ts";

/** What a contender has of each rank, and of being out: shares of the runs, and their standard errors. */
export interface RankShares {
  readonly ranks: readonly number[];
  readonly standardErrors: readonly number[];
  readonly out: number;
  readonly outStandardError: number;
}

/**
 * The shares of each contender in so many runs. A standard error is the deviation over the runs of what it had of the
 * rank, all, a part or nothing, divided by the square root of the runs.
 */
export function rankShares({ tally, outs }: Pick<Simulated, "tally" | "outs">, runs: number): readonly RankShares[] {
  const errorOf = (mean: number, meanSquare: number) => Math.sqrt(Math.max(0, meanSquare - mean * mean) / runs);
  return rankSums(tally).map(({ sums, squares }, row) => {
    const ranks = Array.from(sums, (sum) => sum / runs);
    const out = outs[row] / runs;
    return {
      ranks,
      standardErrors: ranks.map((share, rank) => errorOf(share, squares[rank] / runs)),
      out,
      outStandardError: errorOf(out, out),
    };
  });
}

/** Whether the whole per cent of each of these shares is. */
export function areCertain({ ranks, standardErrors, out, outStandardError }: RankShares, runs: number): boolean {
  return (
    ranks.every((share, rank) => isCertain(share, standardErrors[rank], runs)) && isCertain(out, outStandardError, runs)
  );
}

/**
 * By contender, the mean of the weights under which it is first; undefined where it never is. Weights of a run sum to 1, so
 * the sum of all of them is the runs that count: divided by that, none can come out above 1 for what adding up rounds.
 */
export function centralWeights({ tally }: Pick<Simulated, "tally">): readonly (Float64Array | undefined)[] {
  const { members, weightsWhenFirst, width } = tally;
  return Array.from(members, (_, row) => {
    const sums = weightsWhenFirst.slice(row * width, (row + 1) * width);
    const all = sums.reduce((total, sum) => total + sum, 0);
    return all === 0 ? undefined : sums.map((sum) => sum / all);
  });
}
