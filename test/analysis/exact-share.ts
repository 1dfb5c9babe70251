/**
 * The share of a simplex on one side of a plane by another road than the program's: the divided difference of t₊ⁿ⁻¹ over
 * the n differences, which is the area under a B-spline (Curry and Schoenberg, 1966). Differences that repeat take
 * derivatives, so nothing needs them to be distinct. Where they nearly agree nearly everything cancels, so it is computed
 * with 4,000 binary digits behind the point; what remains is exact to far more than a double can hold.
 */
export function exactShare(differences: readonly number[]): number {
  const nodes = differences
    .map((difference) => asFixed(difference, DIGITS))
    .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const power = nodes.length - 1;
  let table = nodes.map((node) => derivative(node, power, 0));
  for (let order = 1; order < nodes.length; order += 1) {
    table = table.slice(1).map((above, place) => {
      const apart = nodes[place + order] - nodes[place];
      return apart === 0n ? derivative(nodes[place], power, order) : ((above - table[place]) << DIGITS) / apart;
    });
  }
  return Number((table[0] << 60n) >> DIGITS) / Number(1n << 60n);
}

const DIGITS = 4000n;

/** With so many binary digits behind the point; every double is exact with 1,074. */
export function asFixed(number: number, digits: bigint): bigint {
  let [whole, shift] = [number, 0n];
  while (!Number.isInteger(whole)) [whole, shift] = [whole * 2, shift + 1n];
  return (BigInt(whole) << digits) >> shift;
}

/** The derivative of t₊ᵖ divided by the factorial of its order: the binomial times t₊ to what is left of the power. */
function derivative(node: bigint, power: number, order: number): bigint {
  if (node <= 0n) return 0n;
  let result = 1n << DIGITS;
  for (let factor = 0; factor < order; factor += 1) result = (result * BigInt(power - factor)) / BigInt(factor + 1);
  for (let factor = order; factor < power; factor += 1) result = (result * node) >> DIGITS;
  return result;
}
