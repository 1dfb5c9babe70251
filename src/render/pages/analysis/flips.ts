import type { AnswerFlips, Flip } from "../../../analysis/answer-flips.ts";
import type { Id } from "../../../engine/decision.ts";
import { changesInWords } from "../../flip-words.ts";
import { counted } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { CANDIDATE, changeInWords, sentence, topTable, type View } from "./view.ts";

/** How much better the answers of each other would have to be. */
export function flipsBlocks(view: View, found: readonly AnswerFlips[]): readonly Block[] {
  const alone = found.some(({ oneQuestion }) => oneQuestion.past !== undefined);
  const columns = alone ? COLUMNS : COLUMNS.slice(0, -1);
  return [
    sentence(nearestSentence(view, found)),
    ...topTable(columns, found, view.top, (each) => rowOf(view, each).slice(0, columns.length)),
  ];
}

const COLUMNS: readonly Column[] = [
  CANDIDATE,
  { title: "Steps to level", align: "right" },
  { title: "To lead", align: "right" },
  { title: "Better answers", align: "left", flexible: true },
  { title: "Or one alone", align: "left", flexible: true },
];

function nearestSentence(view: View, found: readonly AnswerFlips[]): string {
  const { decision, evaluation } = view;
  const leader = evaluation.ranking[0].candidate.name;
  if (found.length === 0) return "There is nobody else whose answers could be better.";
  const inReach = found.filter(({ past }) => past !== undefined);
  if (inReach.length === 0) {
    return `Better scored answers alone would bring nobody past ${leader}; what is open counts as the score counts it.`;
  }
  const nearest = inReach.reduce((best, each) => (stepsOf(each.past) < stepsOf(best.past) ? each : best));
  const { challenger, past } = nearest;
  const back = isOut(view, challenger) ? "be back in and lead" : "lead";
  const steps = counted(stepsOf(past), "step", "steps");
  const changes = changesInWords(decision, past?.changes ?? []);
  return `Of all others, ${nameOf(decision, challenger)} needs the fewest better answers: it would ${back} if ${changes} (${steps} in all).`;
}

function isOut({ evaluation }: View, id: Id): boolean {
  return evaluation.knockedOut.some(({ candidate }) => candidate.id === id);
}

function stepsOf(flip: Flip | undefined): number {
  return flip?.steps ?? Number.POSITIVE_INFINITY;
}

function rowOf(view: View, { challenger, level, past, oneQuestion }: AnswerFlips): readonly Cell[] {
  return [
    { text: `${nameOf(view.decision, challenger)}${isOut(view, challenger) ? " (set aside)" : ""}` },
    stepsCell(level),
    stepsCell(past),
    { text: past === undefined ? "out of reach" : changesText(view, past) },
    { text: oneQuestion.past === undefined ? "none" : changesText(view, oneQuestion.past) },
  ];
}

function stepsCell(flip: Flip | undefined): Cell {
  return flip === undefined ? { text: "–" } : { text: String(flip.steps), value: flip.steps };
}

function changesText(view: View, { changes }: Flip): string {
  return changes.map((change) => changeInWords(view, change)).join(", ");
}
