import { inHtml } from "../html/escape.ts";
import { perCent } from "../numbers.ts";
import type { Cell } from "../page.ts";
import { along, STRIP_HEIGHT, span, strip } from "./svg.ts";

/** A shorter stretch has no room for its sign; the text beside the picture has all of them. */
const ROOM_FOR_A_SIGN = 0.07;
/** As many patterns as the eye can tell apart; further signs begin again. */
const PATTERNS = 6;

/** Which sign stands where on 0 to 1, each with a pattern of its own, and a line at the mark. */
export function stretchesPicture({ upTo, mark }: NonNullable<Cell["stretches"]>): string {
  const signs = [...new Set(upTo.map(({ sign }) => sign))];
  const patternOf = (sign: string) => (sign === TIE ? "tie" : `pattern-${patternNumber(sign, signs)}`);
  const pieces = upTo.map(({ sign, end }, at) => {
    const start = upTo[at - 1]?.end ?? 0;
    const { x, width } = span(start, end);
    const label =
      end - start < ROOM_FOR_A_SIGN || sign === FILLED
        ? ""
        : `<text x="${along((start + end) / 2)}">${inHtml(sign)}</text>`;
    return `<rect class="${patternOf(sign)}" x="${x}" width="${width}"/>${label}`;
  });
  const line =
    mark === undefined
      ? ""
      : ["mark-edge", "mark"]
          .map(
            (name) =>
              `<line class="${name}" x1="${along(mark)}" x2="${along(mark)}" y1="-3" y2="${STRIP_HEIGHT + 3}"/>`,
          )
          .join("");
  return strip("stretches", titleOf(upTo, mark), `${pieces.join("")}${line}`);
}

const TIE = "=";
const FILLED = "▇";

/** The filled one is first; a letter or a digit has the pattern of its place, so that it is the same in each row. */
function patternNumber(sign: string, signs: readonly string[]): number {
  if (sign === FILLED) return 1;
  const letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(sign);
  const place = letter > 0 ? letter : /^\d+$/.test(sign) ? Number(sign) - 1 : signs.indexOf(sign);
  return (place % PATTERNS) + 1;
}

function titleOf(upTo: NonNullable<Cell["stretches"]>["upTo"], mark: number | undefined): string {
  const stretches = upTo.map(
    ({ sign, end }, at) => `${sign} from ${perCent(upTo[at - 1]?.end ?? 0)} to ${perCent(end)}`,
  );
  return `${stretches.join(", ")}${mark === undefined ? "" : `; now at ${perCent(mark)}`}`;
}
