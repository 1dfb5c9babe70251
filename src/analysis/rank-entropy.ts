/**
 * How many ranks a candidate is spread over, from 0, always the same one, to 1, every rank as often as any other: the entropy
 * of its shares of ranks, those of being out included, divided by the most that it can be. With shares b of n ranks (and one
 * more for being out where that happens): − Σ b ln b / ln n. Of a single rank 0.
 *
 * Source: entropy of rank acceptabilities, Ciomek, Kadziński and Tervonen (2017); Shannon (1948).
 *
 * @example
 * rankEntropy([1, 0, 0]) // → 0
 * rankEntropy([0.5, 0.5]) // → 1
 * rankEntropy([0.25, 0.25, 0.25, 0.25]) // → 1
 */
export function rankEntropy(shares: readonly number[]): number {
  if (shares.length < 2) return 0;
  const sum = shares.reduce((total, share) => (share > 0 ? total - share * naturalLogarithm(share) : total), 0);
  return Math.min(Math.max(sum / naturalLogarithm(shares.length), 0), 1);
}

/**
 * The natural logarithm with the four operations only, since `Math.log` may differ in its last bit between versions of Node:
 * halved or doubled until it lies within a third of 1, and from there by the series of the inverse hyperbolic tangent,
 * ln x = 2 (z + z³/3 + z⁵/5 + …) with z = (x − 1) / (x + 1).
 *
 * @example
 * naturalLogarithm(1) // → 0
 * naturalLogarithm(4) / naturalLogarithm(2) // → 2
 */
export function naturalLogarithm(number: number): number {
  let halvings = 0;
  let rest = number;
  for (; rest > 4 / 3; rest /= 2) halvings += 1;
  for (; rest < 2 / 3; rest *= 2) halvings -= 1;
  return halvings * seriesOfLogarithm(2) + seriesOfLogarithm(rest);
}

function seriesOfLogarithm(number: number): number {
  const z = (number - 1) / (number + 1);
  let power = z;
  let sum = 0;
  for (let odd = 1; odd < TERMS; odd += 2) {
    sum += power / odd;
    power *= z * z;
  }
  return 2 * sum;
}

/** At 2, where z is a third, the next term is below 1e-18. */
const TERMS = 37;
