import { shownNumber, whole } from "../../numbers.ts";
import type { Cell } from "../../page.ts";

/**
 * A share that was simulated, in a sentence. After N runs a share of 0 is only known to be below 3 in N, at a certainty of
 * 95%, and a share of 1 to be all but that.
 *
 * Source: the rule of three, Hanley and Lippman-Hand (1983).
 *
 * @example
 * shareInWords(0.874, 1000) // → "87%"
 * shareInWords(0.002, 1000) // → "less than 1%"
 * shareInWords(0, 100000) // → "below 0.003%"
 * shareInWords(1, 100000) // → "all but below 0.003%"
 */
export function shareInWords(share: number, runs: number): string {
  const least = `below ${shownNumber(300 / runs)}%`;
  if (share <= 0) return least;
  if (share >= 1) return `all but ${least}`;
  const shown = whole(100 * share);
  if (shown === "0") return "less than 1%";
  return shown === "100" ? "more than 99%" : `${shown}%`;
}

/**
 * The same in a table, where a sentence below says what none and all stand for.
 *
 * @example
 * shareCell(0.874) // → {"text":"87%","value":0.874}
 * [0, 0.002, 0.998, 1].map((share) => shareCell(share).text) // → ["none","<1%",">99%","all"]
 */
export function shareCell(share: number): Cell {
  const shown = whole(100 * share);
  if (share <= 0) return { text: "none", value: share };
  if (share >= 1) return { text: "all", value: share };
  return { text: shown === "0" ? "<1%" : shown === "100" ? ">99%" : `${shown}%`, value: share };
}
