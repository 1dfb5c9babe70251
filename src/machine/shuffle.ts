/** Every order is as likely (Fisher and Yates 1938). */
export function shuffle<T>(list: readonly T[]): readonly T[] {
  const { randomInt } = process.getBuiltinModule("node:crypto");
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const chosen = randomInt(last + 1);
    [shuffled[last], shuffled[chosen]] = [shuffled[chosen], shuffled[last]];
  }
  return shuffled;
}
