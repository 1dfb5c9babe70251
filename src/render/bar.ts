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

/**
 * On 0 to 1, the sign of the stretch in which the middle of each place lies, and `|` at the mark, if there is one.
 *
 * @example
 * stretchLine({ upTo: [{ sign: "▇", end: 0.5 }, { sign: "B", end: 1 }], mark: 0.15 }, 10).map(({ text }) => text).join("") // → "▇|▇▇▇BBBBB"
 */
export function stretchLine({ upTo, mark }: NonNullable<Cell["stretches"]>, width: number): Line {
  const marked = mark === undefined ? -1 : Math.min(Math.floor(mark * width), width - 1);
  return Array.from({ length: width }, (_, place) => {
    if (place === marked) return { text: "|", tone: "strong" };
    const stretch = upTo.find(({ end }) => (place + 0.5) / width <= end);
    return { text: (stretch ?? upTo[upTo.length - 1]).sign };
  });
}

function placeOn(points: number, width: number): number {
  return Math.min(Math.max(Math.round((points / 100) * width), 0), width);
}
