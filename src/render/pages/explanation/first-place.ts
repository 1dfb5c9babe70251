import type { AnswerFlips, Flip } from "../../../analysis/answer-flips.ts";
import type { AnswerChange } from "../../../analysis/answer-steps.ts";
import type { Explanation } from "../../../analysis/explanation.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { changesInWords } from "../../flip-words.ts";
import { oneDecimal } from "../../numbers.ts";
import type { Block } from "../../page.ts";
import { paragraph } from "../blocks.ts";
import { flipSentence } from "../flip-sentence.ts";
import { namesOf } from "../naming.ts";
import type { Place } from "../place-words.ts";
import { lookBlocks } from "./would-look.ts";

/** What would bring a candidate to first place, or cost it that. `isAnswerNamed`: the page has said which answer would. */
export function firstPlaceBlocks(
  decision: Decision,
  evaluation: Evaluation,
  place: Place,
  explained: Explanation,
  isAnswerNamed: boolean,
): readonly Block[] {
  const { ranking, lead } = evaluation;
  const { candidate } = place.standing;
  if (ranking.length === 0) return [paragraph("Nobody is ranked, so there is no first place to reach.", 1)];
  const { fromFirst, toFirst } = explained;
  const equals = ranking.filter(({ candidate: { id } }) => id !== candidate.id && lead.leaders.includes(id));
  const shares = equals.length > 0 && lead.leaders.includes(candidate.id);
  if (fromFirst !== undefined) {
    const said = shares
      ? [`It shares first place with ${namesOf(equals)}, so it has no lead to lose.`]
      : flipSentence(decision, evaluation, fromFirst, { leader: "It", isAnswerNamed });
    const nothing = ["Nobody else is ranked, and no change of one answer costs it first place."];
    return (said.length > 0 ? said : nothing).map((text) => paragraph(text, 1));
  }
  if (toFirst === undefined) return [];
  const before = shares ? [`It shares first place with ${namesOf(equals)}.`] : [];
  const best = toFirst.past ?? toFirst.level;
  // The section about the level has said what that looks like.
  const isShown = ({ criterion, to }: AnswerChange) =>
    explained.nextLevel?.flip?.changes.some((change) => change.criterion === criterion && change.to === to) === true;
  return [
    paragraph([...before, ...reachSentences(decision, evaluation, place, explained, toFirst)].join(" "), 1),
    ...(best === undefined
      ? []
      : lookBlocks(
          decision.pack,
          best.changes.filter((change) => !isShown(change)),
        )),
  ];
}

function reachSentences(
  decision: Decision,
  { ranking }: Evaluation,
  place: Place,
  { rankInterval }: Explanation,
  flips: AnswerFlips,
): readonly string[] {
  const rival = ranking[0].candidate.name;
  const isReached = flips.level !== undefined || flips.past !== undefined;
  const mayLead = rankInterval?.best === 1;
  const { high } = place.standing;
  switch (place.kind) {
    case "too-little-known":
      return [
        "Better answers alone do not rank it: more has to be known first.",
        mayLead
          ? "What is open could still bring it to first place."
          : "Nor does what is open bring it to first place.",
      ];
    case "set-aside":
      if (!isReached) return ["Better answers to what is scored would not rank it."];
      return ["To be ranked it first has to meet its minimums.", ...passSentences(decision, rival, flips)];
    case "ranked":
      if (isReached) return passSentences(decision, rival, flips);
      return [
        `Better answers to what is scored would not bring it level with ${rival}.`,
        ...(mayLead ? [`What is open could: at its best it comes to ${oneDecimal(high)} points.`] : []),
      ];
  }
}

function passSentences(
  decision: Decision,
  rival: string,
  { level, past, oneQuestion }: AnswerFlips,
): readonly string[] {
  const ifWords = ({ changes }: Flip) => `if ${changesInWords(decision, changes)}`;
  const isLevelNow = level !== undefined && level.steps === 0;
  if (past === undefined) {
    const ahead = `No better answers to what is scored would bring it ahead of ${rival}.`;
    return level === undefined || isLevelNow ? [ahead] : [`It would be level with ${rival} ${ifWords(level)}.`, ahead];
  }
  const isSooner = level !== undefined && !isLevelNow && level.steps < past.steps;
  const first = isSooner ? `level with ${rival} ${ifWords(level)}, and ` : "";
  const passes = `It would be ${first}ahead of ${isSooner ? "it" : rival} ${ifWords(past)}.`;
  if (past.changes.length === 1) return [passes];
  const { past: alone, level: aloneLevel } = oneQuestion;
  if (alone !== undefined) return [passes, `One answer alone would do: ${ifWords(alone)}.`];
  const canTie = aloneLevel !== undefined && aloneLevel.steps > 0 && !(isSooner && level.changes.length === 1);
  return [
    passes,
    canTie ? `One answer alone would make it level: ${ifWords(aloneLevel)}.` : "No single answer would do.",
  ];
}
