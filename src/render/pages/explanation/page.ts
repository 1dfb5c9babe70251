import type { Explanation } from "../../../analysis/explanation.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { pointsApart } from "../../numbers.ts";
import type { Block, Page } from "../../page.ts";
import { capital, nameOf } from "../../words.ts";
import { heading, paragraph } from "../blocks.ts";
import { closeStep } from "../close-step.ts";
import { leadSentence, type UndoingStep } from "../first-place.ts";
import { knownWords, type Place, placeOf, placeWords } from "../place-words.ts";
import { aheadSentence, isApart, levelOnSentence, namesApart, type Pair, sideBySide } from "../side-by-side.ts";
import { certaintySentences } from "./certainty.ts";
import { couldWinSentence } from "./could-win.ts";
import { firstPlaceBlocks } from "./first-place.ts";
import { gainsBlocks } from "./gains.ts";
import { levelBlocks } from "./level.ts";

export interface ExplanationPageOptions {
  /** The decision's title, or the name of its file. */
  readonly heading: string;
}

/**
 * Why one candidate stands where it stands, and what would change that: against the best possible and against the leader,
 * how much rests on guesses, what lifts it to the next level and to first place, and under which weights it would be first.
 * Throws a RangeError where the explanation is of a candidate that the evaluation does not know.
 */
export function explanationPage(
  decision: Decision,
  evaluation: Evaluation,
  explained: Explanation,
  options: ExplanationPageOptions,
): Page {
  const place = placeOf(evaluation, { id: explained.candidate });
  if (place === undefined) throw new RangeError(`The evaluation has no candidate ${explained.candidate}.`);
  const { standing } = place;
  const close = closeStep(decision, evaluation, place);
  const section = (title: string, blocks: readonly Block[]): readonly Block[] => [heading(title), ...blocks];
  return {
    title: standing.candidate.name,
    blocks: [
      ...(options.heading === "" ? [] : [paragraph(options.heading)]),
      paragraph(openingSentences(decision, evaluation, place, explained, close).join(" ")),
      ...section("Against the best possible", gainsBlocks(decision, evaluation, standing, explained.againstBest)),
      ...rivalSection(decision, evaluation, place, explained),
      ...section(
        "How sure it is",
        certaintySentences(decision, evaluation, place, explained).map((text) => paragraph(text, 1)),
      ),
      ...(decision.pack.levels.length === 0 ? [] : section("Level", levelBlocks(decision, place, explained))),
      ...section("First place", firstPlaceBlocks(decision, evaluation, place, explained, close?.isFlip === true)),
      ...section("If the questions weighed differently", [
        paragraph(couldWinSentence(decision, evaluation, place, explained.couldWin), 1),
      ]),
    ],
  };
}

function openingSentences(
  decision: Decision,
  evaluation: Evaluation,
  place: Place,
  { againstRival }: Explanation,
  close: UndoingStep | undefined,
): readonly string[] {
  const { standing } = place;
  const before = close === undefined ? [] : [leadSentence(decision, evaluation, close)];
  const stands = capital(placeWords(decision, evaluation, place));
  if (place.kind !== "ranked" || againstRival === undefined || close !== undefined) {
    return [...before, `${stands}.`, `${knownWords(place)}.`];
  }
  const rival = evaluation.ranking.find(({ candidate }) => candidate.id === againstRival.rival);
  const [score, other] = [standing.score, rival?.score ?? 0];
  const who = nameOf(decision, againstRival.rival);
  const apart =
    rival?.rank === place.standing.rank
      ? ""
      : score > other
        ? `: ${pointsApart(score, other)} ahead of ${who}`
        : `: ${pointsApart(other, score)} behind ${who}`;
  return [`${stands}${apart}.`, `${knownWords(place)}.`];
}

function rivalSection(
  decision: Decision,
  evaluation: Evaluation,
  place: Place,
  { againstRival }: Explanation,
): readonly Block[] {
  const { ranking } = evaluation;
  const rival = ranking.find(({ candidate }) => candidate.id === againstRival?.rival);
  if (againstRival === undefined || rival === undefined) {
    const nobody = ranking.length === 0 ? "Nobody is ranked" : "Nobody else is ranked";
    return [heading("Against the leader"), paragraph(`${nobody}, so there is nobody to compare it with.`, 1)];
  }
  const { name } = rival.candidate;
  const isLevel = place.kind === "ranked" && place.standing.rank === rival.rank;
  const who = isLevel ? "at the same rank" : ranking[0] === rival ? "the leader" : "the next";
  const isSame = againstRival.priority === 0 && !againstRival.questions.some(isApart);
  const pair: Pair = { one: place.standing, other: rival, names: namesApart(place.standing, rival), ...againstRival };
  const said = [
    aheadSentence(decision, pair, ["It", name]),
    ...levelOnSentence(decision, pair),
    ...(isSame ? [] : ["Differences above 0 are in its favor."]),
  ];
  return [
    heading(`Against ${name}, ${who}`),
    paragraph(said.join(" "), 1),
    ...(isSame ? [] : [sideBySide(decision, evaluation, pair, "apart")]),
  ];
}
