import type { Explanation } from "../../../analysis/explanation.ts";
import type { Decision, Id } from "../../../engine/decision.ts";
import type { Evaluation, Standing } from "../../../engine/evaluation.ts";
import { TOLERANCE } from "../../../engine/thresholds.ts";
import { answerWords } from "../../answers.ts";
import { oneDecimal, pointsWords, shownParts } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { kindName, labelOf, listed } from "../../words.ts";
import { besideAnswer } from "../beside-answers.ts";
import { paragraph } from "../blocks.ts";
import { foremost } from "../foremost.ts";
import { answerTo, weightlessSentence } from "../weighed.ts";

/**
 * What each question gives a candidate and what it falls short of the best possible, the most first, with what stands
 * beside the answer. What is shown as gained adds up to the score as shown, and with what is lost to 100 and the priority.
 */
export function gainsBlocks(
  decision: Decision,
  evaluation: Evaluation,
  standing: Standing,
  againstBest: Explanation["againstBest"],
): readonly Block[] {
  const priority = oneDecimal(standing.priority);
  const base = Number(oneDecimal(standing.score)) - Number(priority);
  const lost = 100 - base;
  return [
    paragraph(gainsSentence(decision, standing, againstBest, { base, lost }), 1),
    gainsTable(decision, standing, againstBest, { base, lost, priority }),
    ...weightlessSentence(decision, evaluation).map((text) => paragraph(text, 1)),
  ];
}

interface Sums {
  readonly base: number;
  readonly lost: number;
}

function gainsSentence(
  { pack }: Decision,
  { priority, candidate }: Standing,
  againstBest: Explanation["againstBest"],
  { base, lost }: Sums,
): string {
  const kind = candidate.kind === undefined ? "" : ` for its kind (${kindName(pack, candidate.kind)})`;
  const does = priority > 0 ? "adds" : "takes";
  const extra = priority === 0 ? "" : ` Priority${kind} ${does} ${pointsWords(Math.abs(priority))}.`;
  const gained = `It gains ${oneDecimal(base)} of 100 points and loses ${oneDecimal(lost)}`;
  const most = foremost(againstBest, (question) => question.lost);
  const [largest] = againstBest;
  if (largest.lost <= TOLERANCE) return `It gains all 100 points: nothing that counts could be better.${extra}`;
  if (most.length === 0) {
    const equals = againstBest.filter((question) => largest.lost - question.lost <= TOLERANCE);
    return `${gained}. ${equals.length} questions cost it most, each as much.${extra}`;
  }
  const labels = listed(most.map(({ criterion }) => labelOf(pack, criterion)));
  return `${gained}. ${labels} ${most.length === 1 ? "costs" : "cost"} it most.${extra}`;
}

function gainsTable(
  decision: Decision,
  standing: Standing,
  againstBest: Explanation["againstBest"],
  { base, lost, priority }: Sums & { readonly priority: string },
): Block {
  const { pack } = decision;
  const [eachGained, eachLost] = [againstBest.map((each) => each.gained), againstBest.map((each) => each.lost)];
  const [gains, losses] = [shownParts(eachGained, 1, base), shownParts(eachLost, 1, lost)];
  const beside = besideColumns(decision, standing, againstBest);
  const sum = (title: string, gained: Cell, loss: Cell): readonly Cell[] => [
    { text: title },
    { text: "" },
    gained,
    loss,
    ...beside.map(() => ({ text: "" })),
  ];
  const [gained, short] = [
    { text: oneDecimal(base), value: standing.base },
    { text: oneDecimal(lost), value: 100 - standing.base },
  ];
  const score = { text: oneDecimal(standing.score), value: standing.score };
  return {
    kind: "table",
    columns: [
      { title: "Question", align: "left", flexible: true },
      { title: "Answer", align: "left" },
      { title: "Gains", align: "right" },
      { title: "Loses", align: "right" },
      ...beside.map(({ column }) => column),
    ],
    rows: [
      ...againstBest.map((question, place) => {
        const { criterion } = question;
        const given = answerTo(standing, criterion);
        return [
          { text: labelOf(pack, criterion) },
          { text: given === undefined ? "" : answerWords(given.answer) },
          { text: gains[place], value: question.gained },
          { text: losses[place], value: question.lost },
          ...beside.map(({ textOn }) => ({ text: textOn(criterion) })),
        ];
      }),
      ...(standing.priority === 0
        ? [sum("Score", score, short)]
        : [
            sum("All questions", gained, short),
            sum("Priority", { text: priority, value: standing.priority }, { text: "" }),
            sum("Score", score, { text: "" }),
          ]),
    ],
  };
}

/** Only where there is something to say. */
function besideColumns(
  decision: Decision,
  standing: Standing,
  againstBest: Explanation["againstBest"],
): readonly { readonly column: Column; textOn(criterion: Id): string }[] {
  const columns = [
    {
      column: { title: "Basis", align: "left" },
      textOn: (criterion: Id) => answerTo(standing, criterion)?.answer.basis ?? "",
    },
    {
      column: { title: decision.ballots.length > 1 ? "Raters" : "Note", align: "left", flexible: true },
      textOn: (criterion: Id) => besideAnswer(decision, standing.candidate.id, criterion),
    },
  ] as const;
  return columns.filter(({ textOn }) => againstBest.some(({ criterion }) => textOn(criterion) !== ""));
}
