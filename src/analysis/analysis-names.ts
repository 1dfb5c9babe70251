/**
 * The analyses there are, in the order in which a page shows them, by the names of their results. Apart from what computes
 * them, so that a command line can be read without loading it.
 */
export const ANALYSES = [
  "stability",
  "flips",
  "settled",
  "rankIntervals",
  "dominance",
  "canWin",
  "pairwise",
  "acceptability",
  "restsUpon",
  "agreement",
] as const;

export type AnalysisName = (typeof ANALYSES)[number];

/**
 * How a name is written on a command line.
 *
 * @example
 * kebabCase("rankIntervals") // → "rank-intervals"
 */
export function kebabCase(name: AnalysisName): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
