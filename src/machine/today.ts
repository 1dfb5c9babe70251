/**
 * The day, as in `2027-01-31`: of SOURCE_DATE_EPOCH, seconds since 1970, where that is set, so that a build of tomorrow gives
 * the same bytes; else as the calendar here has it.
 *
 * Source: the specification of SOURCE_DATE_EPOCH, reproducible-builds.org.
 *
 * @example
 * today("1800000000", () => new Date(0)) // → "2027-01-15"
 * today(undefined, () => new Date(2027, 0, 31, 23, 59)) // → "2027-01-31"
 * today("soon", () => new Date(2027, 0, 31)) // → "2027-01-31"
 */
export function today(sourceDateEpoch: string | undefined, now: () => Date): string {
  const seconds = /^\d{1,11}$/.test(sourceDateEpoch ?? "") ? Number(sourceDateEpoch) : undefined;
  if (seconds !== undefined) return new Date(1000 * seconds).toISOString().slice(0, 10);
  const date = now();
  const digits = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
