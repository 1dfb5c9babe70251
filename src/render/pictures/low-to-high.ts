import { oneDecimal, whole } from "../numbers.ts";
import type { Cell } from "../page.ts";
import { along, STRIP_HEIGHT, span, strip } from "./svg.ts";

/** A score on 0 to 100: filled as far as is certain, hatched as far as open answers reach, a line where it stands. */
export function lowToHighPicture({ low, high, score }: NonNullable<Cell["bar"]>): string {
  const [certain, open] = [span(0, low / 100), span(low / 100, high / 100)];
  const [top, height] = [3, STRIP_HEIGHT - 6];
  return strip(
    "low-to-high",
    titleOf(low, high, score),
    [
      `<rect class="track" y="${top}" width="100%" height="${height}"/>`,
      `<rect class="certain" y="${top}" width="${certain.width}" height="${height}"/>`,
      `<rect class="open" x="${open.x}" y="${top}" width="${open.width}" height="${height}"/>`,
      ...(score === undefined
        ? []
        : [`<line class="score" x1="${along(score / 100)}" x2="${along(score / 100)}" y2="${STRIP_HEIGHT}"/>`]),
    ].join(""),
  );
}

function titleOf(low: number, high: number, score: number | undefined): string {
  const range = whole(low) === whole(high) ? "certain" : `from ${whole(low)} to ${whole(high)}`;
  return score === undefined ? `${range} of 100` : `Score ${oneDecimal(score)} of 100, ${range}`;
}
