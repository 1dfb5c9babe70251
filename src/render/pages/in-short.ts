import { eachToAsk } from "../../analysis/ask-next.ts";
import { leadFlip } from "../../analysis/lead-flip.ts";
import { settled } from "../../analysis/settled.ts";
import type { Decision, Id, Pack } from "../../engine/decision.ts";
import type { Evaluation, Standing } from "../../engine/evaluation.ts";
import { firstOf } from "../first-of.ts";
import { counted, pointsWords } from "../numbers.ts";
import { kindName, labelOf, listed } from "../words.ts";
import { askNextSentence, leadSentence, settledSentence, undoingStep } from "./first-place.ts";
import { flipSentence } from "./flip-sentence.ts";
import { levelSentence } from "./level-words.ts";
import { NAMED_AT_MOST, namesOf } from "./naming.ts";

/** The result in plain sentences: the recommendation, then what is to be said of the ranking. */
export function inShort(decision: Decision, evaluation: Evaluation): readonly string[] {
  return [...recommendation(decision, evaluation), ...rankingRemarks(decision, evaluation)];
}

/**
 * Who leads, by how much and how surely, what would change that, how far the answers carry and what the next level needs, and
 * what to find out next. Where nobody is ranked: why, and what to do.
 */
export function recommendation(decision: Decision, evaluation: Evaluation): readonly string[] {
  if (evaluation.ranking.length === 0) return nobodyRanked(decision, evaluation);
  const certain = settled(decision, evaluation);
  const next = firstOf(eachToAsk(decision, evaluation, certain), NAMED_AT_MOST);
  const flip = leadFlip(decision, evaluation);
  const undoing = undoingStep(decision, evaluation, flip);
  const [{ candidate }] = evaluation.ranking;
  return [
    [leadSentence(decision, evaluation, undoing), ...settledSentence(evaluation, certain, next)].join(" "),
    ...flipSentence(decision, evaluation, flip, {
      // Who could only be overtaken was not the last to be spoken of.
      leader: certain.mayLead.includes(candidate.id) ? "It" : candidate.name,
      isAnswerNamed: undoing?.isFlip === true,
    }),
    ...levelSentences(decision.pack, evaluation),
    ...askNextSentence(decision, evaluation, next),
  ];
}

/** What a mark in the ranking means, and which of its points are priority. */
export function rankingRemarks({ pack }: Decision, evaluation: Evaluation): readonly string[] {
  if (evaluation.ranking.length === 0) return [];
  return [...provisionalSentences(pack, evaluation), ...prioritySentences(pack, evaluation)];
}

// ---- how far it goes ----

function levelSentences(pack: Pack, { ranking, lead }: Evaluation): readonly string[] {
  if (pack.levels.length === 0) return [];
  const leaders = ranking.slice(0, lead.leaders.length);
  if (leaders.length > NAMED_AT_MOST) return ["The levels that the answers support stand in the table."];
  return leaders.map((leader) => {
    const whose = leaders.length > 1 ? `${leader.candidate.name}: the` : "The";
    return levelSentence(pack, leader, whose);
  });
}

function provisionalSentences(pack: Pack, { ranking }: Evaluation): readonly string[] {
  if (ranking.every(({ provisional }) => provisional.length === 0)) return [];
  const [{ candidate, provisional }] = ranking;
  const labels = provisional.map((id) => labelOf(pack, id));
  const first = labels.length === 0 ? "" : ` For ${candidate.name} that is ${listed(labels, NAMED_AT_MOST)}.`;
  return [
    `? marks a candidate with an open answer that may still miss a minimum, and would then be set aside.${first}`,
  ];
}

// ---- priority ----

function prioritySentences(pack: Pack, { ranking, tooLittleKnown, knockedOut }: Evaluation): readonly string[] {
  if (pack.priority === undefined || pack.priority.points === 0) return [];
  const points = pointsWords(pack.priority.points);
  const given = [...ranking, ...tooLittleKnown, ...knockedOut].filter(({ priority }) => priority !== 0);
  if (given.length === 0) {
    const kinds = pack.priority.kinds.map((kind) => kindName(pack, kind));
    return [`Nobody here has the ${points} of priority for a kind (${listed(kinds)}).`];
  }
  const names = given.map(({ candidate: { name, kind } }) =>
    kind === undefined ? name : `${name} (${kindName(pack, kind)})`,
  );
  const levels = pack.levels.length > 0 ? " Levels do not count them." : "";
  return [
    `${points} of the score are priority, for the kind of partner and not for an answer: ${listed(names, NAMED_AT_MOST)}.${levels}`,
  ];
}

// ---- where nobody is ranked ----

function nobodyRanked({ pack }: Decision, { criteria, tooLittleKnown, knockedOut }: Evaluation): readonly string[] {
  if (tooLittleKnown.length === 0 && knockedOut.length === 0) {
    return ["There is nobody to rank. List the candidates in the file, each with a name, and answer the questions."];
  }
  if (tooLittleKnown.length === 0) {
    const all = ["the only candidate is", "both candidates are"][knockedOut.length - 1];
    return [
      `Nobody is ranked: ${all ?? `all ${knockedOut.length} candidates are`} set aside by a minimum.`,
      "Look for other candidates, or ask whether a minimum in the criteria is stricter than you mean.",
    ];
  }
  const who = tooLittleKnown.length > NAMED_AT_MOST ? `${tooLittleKnown.length} candidates` : namesOf(tooLittleKnown);
  const others = knockedOut.length === 0 ? "" : `, and ${counted(knockedOut.length, "is", "are")} set aside`;
  return [
    `Nobody is ranked yet: too little is known about ${who}${others}.`,
    `What weighs most and is still open: ${listed(heaviestOpen(pack, criteria, tooLittleKnown))}.`,
  ];
}

/** The labels of the heaviest questions that somebody has not answered. */
function heaviestOpen(pack: Pack, criteria: Evaluation["criteria"], standings: readonly Standing[]): readonly string[] {
  const isOpen = (id: Id) =>
    standings.some(({ answers }) =>
      answers.some(
        ({ criterion, answer }) => criterion === id && (answer.kind === "unknown" || answer.kind === "abstain"),
      ),
    );
  return criteria
    .toSorted((one, other) => other.weight - one.weight)
    .filter(({ id, weight }) => weight > 0 && isOpen(id))
    .slice(0, NAMED_AT_MOST)
    .map(({ id }) => labelOf(pack, id));
}
