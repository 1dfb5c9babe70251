import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { counted, oneDecimal, pointsWords, shownNumber } from "../../numbers.ts";
import type { Block, Fact } from "../../page.ts";
import { kindName, labelOf, listed } from "../../words.ts";
import { bullets } from "../blocks.ts";
import type { ReportPageOptions } from "./page.ts";

/** The method in plain words, what each question weighs, and what all of it was made from. */
export function methodBlocks(
  decision: Decision,
  evaluation: Evaluation,
  { provenance, acceptability }: ReportPageOptions,
): readonly Block[] {
  return [
    bullets(methodSentences(decision)),
    { kind: "heading", text: "What each question weighs" },
    weightsTable(decision, evaluation),
    { kind: "heading", text: "What it was made from" },
    { kind: "facts", facts: provenanceFacts(decision, provenance, acceptability) },
    {
      kind: "table",
      columns: [
        { title: "File", align: "left", flexible: true },
        { title: "SHA-256", align: "left", flexible: true },
      ],
      rows: provenance.inputs.map(({ path, sha256 }) => [{ text: path }, { text: sha256 }]),
    },
  ];
}

function methodSentences({ pack, ballots, reasons }: Decision): readonly string[] {
  const { criteria, priority, levels, coverageFloor, unknown } = pack;
  const minimums = criteria.filter(({ minimum }) => minimum !== undefined).map(({ id }) => labelOf(pack, id));
  return [
    "Each answer counts by its place between the worst and the best on its scale, times the weight of its question. All of that together is the score, from 0 to 100.",
    `A weight is the importance of a question as a share of all importance${reasons.length === 0 ? "" : "; the reasons chosen multiply that of the questions they depend on"}.`,
    `A question that nobody has answered counts ${unknown === "neutral" ? "half way between the worst and the best" : "as the worst answer"}. Low and high are the score with all that is open at its worst and at its best.`,
    `Who has less than ${shownNumber(100 * coverageFloor)}% of the weight answered is listed as too little known, and not ranked.`,
    ...(minimums.length === 0
      ? []
      : [
          `${listed(minimums)} ${minimums.length === 1 ? "has a minimum: an answer beyond it" : "have minimums: an answer beyond one"} sets a candidate aside, whatever its score.`,
        ]),
    ...(priority === undefined || priority.points === 0
      ? []
      : [
          `A candidate of a kind with priority (${listed(priority.kinds.map((kind) => kindName(pack, kind)))}) gets ${pointsWords(priority.points)} more, shown apart.`,
        ]),
    ...(levels.length === 0
      ? []
      : ["A level of relationship is supported where every one of its conditions holds; no score buys one back."]),
    ...(ballots.length > 1 ? ["Of several raters, the mean of their answers counts."] : []),
    "The same file gives the same result, on every machine. Nothing was sent anywhere to make this page, and it sends nothing.",
  ];
}

/** Emphasis only where there is any. */
function weightsTable({ pack }: Decision, { criteria }: Evaluation): Block {
  const hasEmphasis = criteria.some(({ emphasis }) => emphasis !== 1);
  return {
    kind: "table",
    columns: [
      { title: "Question", align: "left", flexible: true },
      { title: "Importance", align: "right" },
      ...(hasEmphasis ? [{ title: "Emphasis", align: "right" } as const] : []),
      { title: "Weight", align: "right" },
    ],
    rows: criteria.map(({ id, importance, emphasis, weight }) => [
      { text: labelOf(pack, id) },
      { text: shownNumber(importance), value: importance },
      ...(hasEmphasis ? [{ text: `× ${shownNumber(emphasis)}`, value: emphasis }] : []),
      { text: `${oneDecimal(100 * weight)}%`, value: weight },
    ]),
  };
}

function provenanceFacts(
  { pack }: Decision,
  { tool }: ReportPageOptions["provenance"],
  simulated: ReportPageOptions["acceptability"],
): readonly Fact[] {
  return [
    { label: "Program", text: tool },
    { label: "Criteria", text: `${pack.title}: ${pack.id}${pack.version === undefined ? "" : ` ${pack.version}`}` },
    ...(pack.source === undefined ? [] : [{ label: "Source", text: pack.source }]),
    ...(simulated === undefined
      ? []
      : [
          {
            label: "Simulation",
            text: `${counted(simulated.runs, "run", "runs")} from seed ${simulated.seed}`,
          },
        ]),
  ];
}
