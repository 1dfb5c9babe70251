import type { Decision } from "../../engine/decision.ts";
import type { Evaluation, KnockedOut, Ranked, Standing } from "../../engine/evaluation.ts";
import { isAnswered } from "../../engine/values.ts";
import { apart, oneDecimal, perCent, shownNumber, whole } from "../numbers.ts";
import { knockOutWords } from "./knock-outs.ts";
import { namesOf } from "./naming.ts";

/** Where one candidate stands in an evaluation. */
export type Place =
  | { readonly kind: "ranked"; readonly standing: Ranked }
  | { readonly kind: "too-little-known"; readonly standing: Standing }
  | { readonly kind: "set-aside"; readonly standing: KnockedOut };

/** Nothing where the evaluation does not know the candidate. */
export function placeOf(evaluation: Evaluation, { id }: { readonly id: string }): Place | undefined {
  const isIt = ({ candidate }: Standing) => candidate.id === id;
  const ranked = evaluation.ranking.find(isIt);
  if (ranked !== undefined) return { kind: "ranked", standing: ranked };
  const little = evaluation.tooLittleKnown.find(isIt);
  if (little !== undefined) return { kind: "too-little-known", standing: little };
  const out = evaluation.knockedOut.find(isIt);
  return out && { kind: "set-aside", standing: out };
}

/** As in `rank 2 of 6, with 76.1 points`, or why it has no rank; begins small, and is no whole sentence. */
export function placeWords({ pack }: Decision, { ranking }: Evaluation, place: Place): string {
  const { standing } = place;
  const points = `${oneDecimal(standing.score)} points`;
  switch (place.kind) {
    case "ranked": {
      const { rank } = place.standing;
      if (ranking.length === 1) return `the only candidate ranked, with ${points}`;
      const equals = ranking.filter((other) => other.rank === rank && other !== standing);
      const shared = equals.length === 0 ? "" : ` (shared with ${namesOf(equals)})`;
      return `rank ${rank} of ${ranking.length}${shared}, with ${points}`;
    }
    case "too-little-known": {
      const known = standing.coverage > 0 ? knownBelow(pack.coverageFloor, standing.coverage) : "nothing";
      const floor = `${shownNumber(100 * pack.coverageFloor)}%`;
      return `not ranked yet: ${known} is known, and candidates are ranked from ${floor}; as it is, it would have ${points}`;
    }
    case "set-aside":
      return `set aside: ${knockOutWords(pack, place.standing)}; it would have ${points}`;
  }
}

/** How much is known, and how far what is open can carry the score. */
export function knownWords({ kind, standing }: Place): string {
  const { coverage, answers } = standing;
  const open = openWords(standing);
  if (kind === "too-little-known") return open === "" ? "What is open moves no score" : `What is open leaves ${open}`;
  const isAll = answers.every(({ answer }) => isAnswered(answer));
  if (isAll) return open === "" ? "Every question is answered" : `Every question is answered; ranges leave ${open}`;
  const known = coverage > 0 ? `${perCent(coverage)} is known` : "Nothing is known";
  return open === "" ? `${known}; what is open moves no score` : `${known}; what is open leaves ${open}`;
}

/** Empty where its score is certain. */
function openWords({ low, high }: Standing): string {
  const certain = oneDecimal(low) === oneDecimal(high);
  if (certain) return "";
  const shown = whole(low) === whole(high) ? oneDecimal : whole;
  return `it anywhere from ${shown(low)} to ${shown(high)}`;
}

/** A share that does not reach the floor, so that it does not look as if it did. */
export function knownBelow(floor: number, coverage: number): string {
  const shown = perCent(coverage);
  return shown === perCent(floor) ? `${apart(100 * coverage, 100 * floor)[0]}%` : shown;
}
