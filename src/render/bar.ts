import type { Cell } from "./page.ts";
import type { Line } from "./wrap.ts";

/**
 * A bar on 0 to 100: certain as far as the low end, open as far as the high one. What lies outside stops at the ends.
 *
 * @example
 * barLine({ low: 76, high: 86 }, 10).map(({ text }) => text).join("") // → "▇▇▇▇▇▇▇▇▒░"
 */
export function barLine({ low, high }: NonNullable<Cell["bar"]>, width: number): Line {
  const certain = placeOn(low, width);
  const open = Math.max(placeOn(high, width) - certain, 0);
  return [
    { text: "▇".repeat(certain) },
    { text: "▒".repeat(open), tone: "warning" },
    { text: "░".repeat(width - certain - open), tone: "quiet" },
  ];
}

function placeOn(points: number, width: number): number {
  return Math.min(Math.max(Math.round((points / 100) * width), 0), width);
}
