/**
 * Whether the whole per cent that a simulated share rounds to is certain: the share plus and minus three standard errors,
 * and nine runs, rounds to the same. The nine runs are for what was never or always seen, which has no standard error: at
 * three standard errors the score interval reaches from 0 to 9 / (runs + 9). A share that lies right where rounding turns,
 * such as an eighth, is never certain.
 *
 * Source: the score interval, Wilson (1927).
 *
 * @example
 * isCertain(0.25, 0.001, 100_000) // → true
 * isCertain(0.252, 0.001, 100_000) // → false
 * isCertain(0, 0, 1000) // → false
 * isCertain(0, 0, 2000) // → true
 */
export function isCertain(share: number, standardError: number, runs: number): boolean {
  const reach = 3 * standardError + 9 / runs;
  return wholePerCent(share - reach) === wholePerCent(share + reach);
}

function wholePerCent(share: number): number {
  return Math.floor(100 * share + 0.5);
}
