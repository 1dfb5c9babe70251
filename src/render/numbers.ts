/**
 * Numbers as people read them, in English form. This is the only place where numbers are rounded: half a unit goes up, and
 * what lies within 1e-9 of half a unit counts as half.
 */

const UNITS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
const TOLERANCE = 1e-9;
/** Beyond this, a number has no decimals to speak of. */
const LARGE = 1e15;

/**
 * Points of a score, with one decimal.
 *
 * @example
 * oneDecimal(81.25) // → "81.3"
 * oneDecimal(74) // → "74.0"
 */
export function oneDecimal(points: number): string {
  return fixed(points, 1);
}

/**
 * Points where one decimal is too much.
 *
 * @example
 * whole(76.5) // → "77"
 */
export function whole(points: number): string {
  return fixed(points, 0);
}

/**
 * An answer, a minimum or an importance: as it is if it is whole, else with two decimals at most.
 *
 * @example
 * shownNumber(4) // → "4"
 * shownNumber(4.5) // → "4.5"
 * shownNumber(13 / 3) // → "4.33"
 * shownNumber(0.00125) // → "0.0013"
 */
export function shownNumber(number: number): string {
  if (Number.isInteger(number)) return String(number);
  if (Math.abs(number) < 0.01) return String(Number(number.toPrecision(2)));
  return String(Number(fixed(number, 2)));
}

/**
 * A share, 0 to 1, in per cent. 100% is all of it, and what is not nothing is not 0%.
 *
 * @example
 * perCent(0.9) // → "90%"
 * perCent(0.998) // → "99%"
 * perCent(0.001) // → "1%"
 */
export function perCent(share: number): string {
  if (share <= 0) return "0%";
  if (share >= 1 - TOLERANCE) return "100%";
  return `${Math.min(Math.max(Number(fixed(100 * share, 0)), 1), 99)}%`;
}

/**
 * What was found and what is needed, with as many decimals as it takes to see that they differ.
 *
 * @example
 * apart(70.125, 75) // → ["70.1","75"]
 * apart(74.96, 75) // → ["74.96","75"]
 */
export function apart(found: number, needed: number): readonly [found: string, needed: string] {
  for (const decimals of UNITS.keys()) {
    if (decimals === 0) continue;
    const shown = fixed(found, decimals);
    if (shown !== fixed(needed, decimals)) return [String(Number(shown)), String(Number(fixed(needed, decimals)))];
  }
  return [String(found), String(needed)];
}

/**
 * The same of answers, which are shown as they are if that tells them apart.
 *
 * @example
 * answersApart(2, 3) // → ["2","3"]
 * answersApart(1.9996, 2) // → ["1.9996","2"]
 */
export function answersApart(found: number, needed: number): readonly [found: string, needed: string] {
  const [is, bound] = [shownNumber(found), shownNumber(needed)];
  return is === bound ? apart(found, needed) : [is, bound];
}

/**
 * How far apart two scores are: the difference of what is shown of them, so that whoever subtracts finds the same.
 *
 * @example
 * pointsApart(81.04, 76.06) // → "4.9 points"
 * pointsApart(81.04, 80.96) // → "less than 0.1 points"
 */
export function pointsApart(higher: number, lower: number): string {
  const shown = oneDecimal(Number(oneDecimal(higher)) - Number(oneDecimal(lower)));
  return shown === "0.0" ? "less than 0.1 points" : `${shown} points`;
}

/**
 * Points as they are given, not computed.
 *
 * @example
 * pointsWords(1) // → "1 point"
 * pointsWords(2.5) // → "2.5 points"
 */
export function pointsWords(points: number): string {
  return points === 1 ? "1 point" : `${shownNumber(points)} points`;
}

/**
 * Parts with so many decimals that add up to their shown sum: each is rounded down, then the largest remainders go up, the
 * first of equals first. Where the page shows another sum of them, such as a difference of shown scores, they add up to
 * that, which has to be one of the two nearest to their own.
 *
 * Source: the method of largest remainders, Hamilton (1792).
 *
 * @example
 * shownParts([33.4, 33.4, 33.2], 0) // → ["34","33","33"]
 * shownParts([62.45, 15.35, 3], 1) // → ["62.5","15.3","3.0"]
 * shownParts([2.25, -1.25], 1, 1.1) // → ["2.3","-1.2"]
 * shownParts([-0.55, -0.55], 1, -1.1) // → ["-0.6","-0.5"]
 */
export function shownParts(parts: readonly number[], decimals: number, sum = total(parts)): readonly string[] {
  const exact = parts.map((part) => part * UNITS[decimals]);
  const units = exact.map((part) => Math.floor(part + TOLERANCE));
  const missing = Math.floor(sum * UNITS[decimals] + 0.5 + TOLERANCE) - total(units);
  // Whole numbers of a billionth, so that no noise tells equals apart.
  const remainders = exact.map((part, place) => Math.floor((part - units[place]) / TOLERANCE + 0.5));
  const byRemainder = [...exact.keys()].sort((one, other) => {
    // What is against goes down: of equals the last is raised, so that the first is still the largest.
    const first = exact[one] < 0 ? other - one : one - other;
    return remainders[other] - remainders[one] || first;
  });
  for (const place of byRemainder.slice(0, Math.max(missing, 0))) units[place] += 1;
  return units.map((count) => fixed(count / UNITS[decimals], decimals));
}

/**
 * Points for or against, with their sign; none at zero.
 *
 * @example
 * signed("4.3") // → "+4.3"
 * signed("-2.1") // → "−2.1"
 * signed("0.0") // → "0.0"
 */
export function signed(shown: string): string {
  if (Number(shown) === 0) return shown;
  return shown.startsWith("-") ? `−${shown.slice(1)}` : `+${shown}`;
}

/**
 * How many, with the word for one or for several.
 *
 * @example
 * counted(1, "question", "questions") // → "1 question"
 * counted(12500, "row", "rows") // → "12,500 rows"
 */
export function counted(count: number, one: string, several: string): string {
  return `${grouped(count)} ${count === 1 ? one : several}`;
}

/**
 * A count with commas between thousands.
 *
 * @example
 * grouped(1000000) // → "1,000,000"
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function fixed(number: number, decimals: number): string {
  if (Math.abs(number) >= LARGE) return String(number);
  const units = Math.floor(number * UNITS[decimals] + 0.5 + TOLERANCE);
  return decimals === 0 ? String(units) : (units / UNITS[decimals]).toFixed(decimals);
}
