import type { Explanation } from "../../../analysis/explanation.ts";
import type { RankInterval } from "../../../analysis/rank-intervals.ts";
import type { Decision, Id } from "../../../engine/decision.ts";
import type { Contribution, Evaluation } from "../../../engine/evaluation.ts";
import { isAnswered } from "../../../engine/values.ts";
import { counted, grouped, oneDecimal, perCent } from "../../numbers.ts";
import { labelOf, listed } from "../../words.ts";
import { NAMED_AT_MOST, namesOf } from "../naming.ts";
import type { Place } from "../place-words.ts";

/** How much of a score rests on guesses, how much on nothing at all, and which ranks that leaves it. */
export function certaintySentences(
  decision: Decision,
  evaluation: Evaluation,
  place: Place,
  explained: Pick<Explanation, "guessed" | "unanswered" | "rankInterval">,
): readonly string[] {
  return [
    guessSentence(decision, place, explained.guessed),
    ...unansweredSentence(decision, evaluation, place, explained.unanswered),
    rankSentence(decision, evaluation, place, explained.rankInterval),
  ];
}

function guessSentence({ pack }: Decision, { standing }: Place, { points, share }: Explanation["guessed"]): string {
  const answered = standing.answers.filter(({ answer }) => isAnswered(answer));
  if (answered.length === 0) return "Nothing is answered yet, so nothing rests on a guess.";
  const guesses = answered.filter(({ answer }) => answer.basis === "guess");
  const silent = answered.filter(({ answer }) => answer.basis === undefined).length;
  if (guesses.length === 0) return noGuessWords(answered.length, silent);
  const rest = silent === 0 ? "" : ` Of its other answers, ${counted(silent, "states", "state")} no basis.`;
  const base = standing.priority === 0 ? "points" : "points without priority";
  const amount = `${oneDecimal(points)} of its ${oneDecimal(standing.base)} ${base} (${perCent(share)})`;
  return `${amount} rest on guesses: ${labelsOf(pack, guesses)}.${rest}`;
}

/** Who states no basis has not said that it is no guess. */
function noGuessWords(answered: number, silent: number): string {
  if (answered === 1) {
    return silent === 0
      ? "Its only answer is not a guess."
      : "Its only answer is not marked as a guess, but it states no basis.";
  }
  const none = `None of its ${grouped(answered)} answers is`;
  if (silent === 0) return `${none} a guess.`;
  if (silent === answered) return `${none} marked as a guess, but they state no basis.`;
  return `${none} marked as a guess; ${counted(silent, "states", "state")} no basis.`;
}

function unansweredSentence(
  { pack }: Decision,
  { criteria }: Evaluation,
  { standing }: Place,
  { points, share }: Explanation["unanswered"],
): readonly string[] {
  const open = standing.answers.filter(({ answer }, position) => !isAnswered(answer) && criteria[position].weight > 0);
  if (open.length === 0) return [];
  const labels = labelsOf(pack, open);
  if (pack.unknown === "worst") {
    const count = open.length === 1 ? "it counts" : "they count";
    return [`Nobody has answered ${labels} yet: ${count} as the worst answer.`];
  }
  const amount = `${oneDecimal(points)} of its ${oneDecimal(standing.base)} points (${perCent(share)})`;
  return [`${amount} stand for what nobody has answered yet, which counts half: ${labels}.`];
}

function labelsOf(pack: Decision["pack"], answers: readonly Contribution[]): string {
  return listed(
    answers.map(({ criterion }) => labelOf(pack, criterion)),
    NAMED_AT_MOST,
  );
}

function rankSentence(
  { pack }: Decision,
  { ranking, tooLittleKnown }: Evaluation,
  place: Place,
  interval: RankInterval | undefined,
): string {
  if (interval === undefined || place.kind === "set-aside") return "It has no rank while it is set aside.";
  const { best, worst, mayBeOut } = interval;
  const span = spanWords(best, worst);
  const out = mayBeOut ? outWords(pack, place.standing.provisional) : "";
  if (place.kind === "too-little-known") {
    if (ranking.length === 0) return `It is not ranked yet, and nobody else is.${out}`;
    return `It is not ranked yet. Among those ranked now, what is open leaves it ${span}.${out}`;
  }
  if (ranking.length === 1) return `Nobody else is ranked, so its rank cannot change.${out}`;
  const are = tooLittleKnown.length === 1 ? "which is" : "which are";
  const others =
    tooLittleKnown.length === 0 ? "" : ` That leaves out ${namesOf(tooLittleKnown)}, ${are} not ranked yet.`;
  const stays =
    best === worst
      ? `No open answer can move it from ${span}.`
      : `What is open, its own and the others’, leaves it ${span}.`;
  return `${stays}${others}${out}`;
}

function spanWords(best: number, worst: number): string {
  if (best === worst) return `rank ${best}`;
  return worst === best + 1 ? `rank ${best} or ${worst}` : `any rank from ${best} to ${worst}`;
}

function outWords(pack: Decision["pack"], provisional: readonly Id[]): string {
  const labels = provisional.map((id) => labelOf(pack, id));
  if (labels.length === 1) return ` It would be set aside if ${labels[0]} missed its minimum.`;
  return ` It would be set aside if any of these missed its minimum: ${listed(labels, NAMED_AT_MOST)}.`;
}
