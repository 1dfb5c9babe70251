import type { Comparison } from "../../../analysis/comparison.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { atLeast, TOLERANCE } from "../../../engine/thresholds.ts";
import { oneDecimal, pointsApart } from "../../numbers.ts";
import type { Item, Page } from "../../page.ts";
import { heading, paragraph } from "../blocks.ts";
import { closeStep } from "../close-step.ts";
import { leadSentence } from "../first-place.ts";
import { knownWords, type Place, placeOf, placeWords } from "../place-words.ts";
import { aheadSentence, isApart, levelOnSentence, namesApart, type Pair, sideBySide } from "../side-by-side.ts";
import { weightlessSentence } from "../weighed.ts";
import { behindBlocks } from "./behind-differences.ts";
import { dominanceSentence, shareSentences, shiftSentence } from "./weights-between.ts";

export interface ComparisonPageOptions {
  /** The decision's title, or the name of its file. */
  readonly heading: string;
}

/**
 * Two candidates side by side: where each stands, question by question with both answers and the difference in points, how
 * much hangs on the weights, and what stands behind the differences. Throws a RangeError where the comparison is of a
 * candidate that the evaluation does not know.
 */
export function comparisonPage(
  decision: Decision,
  evaluation: Evaluation,
  compared: Comparison,
  options: ComparisonPageOptions,
): Page {
  const [one, other] = [knownPlace(evaluation, compared.a), knownPlace(evaluation, compared.b)];
  const names = namesApart(one.standing, other.standing);
  const pair: Pair = { one: one.standing, other: other.standing, names, ...compared };
  const behind = behindBlocks(decision, pair);
  return {
    title: `${names[0]} and ${names[1]}`,
    blocks: [
      ...(options.heading === "" ? [] : [paragraph(options.heading)]),
      paragraph(closeSentence(decision, evaluation, one, other) ?? marginSentence(pair)),
      {
        kind: "list",
        items: [one, other].map((place, at) => placeItem(decision, evaluation, place, names[at])),
        indent: 1,
      },
      heading("Question by question"),
      paragraph(
        [
          aheadSentence(decision, pair, names),
          ...levelOnSentence(decision, pair),
          ...(pair.questions.some(isApart) || pair.priority !== 0
            ? [`Differences above 0 are in favor of ${names[0]}.`]
            : []),
        ].join(" "),
        1,
      ),
      sideBySide(decision, evaluation, pair, "all"),
      ...weightlessSentence(decision, evaluation).map((text) => paragraph(text, 1)),
      heading("If the questions weighed differently"),
      ...[
        dominanceSentence(compared, pair),
        ...shareSentences(evaluation, compared, pair),
        ...shiftSentence(decision, evaluation, compared),
      ].map((text) => paragraph(text, 1)),
      ...(behind.length === 0 ? [] : [heading("What stands behind the differences"), ...behind]),
    ],
  };
}

function knownPlace(evaluation: Evaluation, id: string): Place {
  const place = placeOf(evaluation, { id });
  if (place !== undefined) return place;
  throw new RangeError(`The evaluation has no candidate ${id}.`);
}

function placeItem(decision: Decision, evaluation: Evaluation, place: Place, name: string): Item {
  const at = place.kind === "ranked" && evaluation.ranking.length > 1 ? " is at " : " is ";
  const stands = `${at}${placeWords(decision, evaluation, place)}. ${knownWords(place)}.`;
  return { mark: "–", text: [{ text: name, tone: "strong" }, { text: stands }] };
}

/** Where the two are so close in first place that a step of one answer undoes it. */
function closeSentence(decision: Decision, evaluation: Evaluation, one: Place, other: Place): string | undefined {
  const isLeader = ({ standing }: Place) => standing === evaluation.ranking[0];
  if (!isLeader(one) && !isLeader(other)) return undefined;
  const close = closeStep(decision, evaluation, isLeader(one) ? other : one);
  return close && leadSentence(decision, evaluation, close);
}

/** Who is ahead and by how much, and whether what is open could turn that round. */
function marginSentence({ one, other, names }: Pair): string {
  const margin = one.score - other.score;
  const isOpen = [one, other].some(({ low, high }) => high - low > TOLERANCE);
  if (Math.abs(margin) <= TOLERANCE) {
    const open = isOpen ? " What is open could part them." : "";
    return `They are level, with ${oneDecimal(one.score)} points each.${open}`;
  }
  const [ahead, behind] = margin > 0 ? [one, other] : [other, one];
  const [first, second] = margin > 0 ? names : names.toReversed();
  const apart = `${first} is ${pointsApart(ahead.score, behind.score)} ahead of ${second}.`;
  if (!isOpen) return apart;
  const canTurn = atLeast(behind.high, ahead.low);
  return `${apart} ${canTurn ? "What is open could change that." : "No open answer can change that."}`;
}
