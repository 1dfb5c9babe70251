/** What a sample says of the distribution that it was drawn from. */

export function mean(sample: readonly number[]): number {
  return sample.reduce((sum, number) => sum + number, 0) / sample.length;
}

/** The furthest that the share of a sample up to some number is from the distribution there (Kolmogorov, 1933). */
export function kolmogorovDistance(sample: ArrayLike<number>, distribution: (at: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  return sorted.reduce((furthest, number, place) => {
    const expected = distribution(number);
    return Math.max(furthest, expected - place / sorted.length, (place + 1) / sorted.length - expected);
  }, 0);
}

/** A distance, times the root of the sample's size, that chance exceeds in one of a thousand samples. */
export const REACHED_ONCE_IN_A_THOUSAND = 1.95;
