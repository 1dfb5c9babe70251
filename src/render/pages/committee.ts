import { type Abstentions, abstentions } from "../../engine/abstentions.ts";
import { raterNamed } from "../../engine/ballots.ts";
import type { Answer, Criterion, Decision, Id } from "../../engine/decision.ts";
import { type Disagreement, disagreements } from "../../engine/disagreements.ts";
import type { Evaluation, KnockedOut, Standing, Warning } from "../../engine/evaluation.ts";
import { bestEnd, isAnswered, isBeyond } from "../../engine/values.ts";
import { answerWords } from "../answers.ts";
import { answersApart, counted, grouped, shownNumber } from "../numbers.ts";
import type { Block, Cell, Item } from "../page.ts";
import { boundWords, labelOf, listed, nameOf } from "../words.ts";
import { NAMED_AT_MOST } from "./naming.ts";

/** A larger committee is counted. */
const RATERS_NAMED = 12;

/**
 * What a committee has to talk about before it looks at the ranking: who rated, who abstained, where they are two steps
 * apart or more, with everybody's answer and note together, and which single answers are beyond a minimum. Nothing where
 * there is one rater.
 */
export function committeeBlocks(decision: Decision, evaluation: Evaluation, top: number): readonly Block[] {
  if (decision.ballots.length < 2) return [];
  const disputed = disagreements(decision);
  const beyond = evaluation.warnings.filter((warning) => warning.code === "rater-beyond-minimum");
  return [
    { kind: "text", text: ratersSentence(decision, disputed.length === 0) },
    ...(disputed.length === 0 ? [] : disputedBlocks(decision, disputed, top)),
    ...(beyond.length === 0 ? [] : beyondBlocks(decision, evaluation, beyond, top)),
    { kind: "heading", text: "Ranking" },
  ];
}

// ---- who they are ----

function ratersSentence(decision: Decision, agreed: boolean): string {
  const { ballots } = decision;
  const names = ballots.map((_, rater) => raterNamed(ballots, rater));
  const missing = abstentions(decision);
  return [
    `${grouped(ballots.length)} raters: ${listed(names, RATERS_NAMED)}.`,
    ...(missing.length === 0 ? [] : [`${capped(missing.map((each) => abstentionWords(decision, each)))}.`]),
    ...(agreed ? ["They are nowhere two steps apart."] : []),
  ].join(" ");
}

function abstentionWords(decision: Decision, { rater, count, candidates }: Abstentions): string {
  const names = candidates.map((id) => nameOf(decision, id));
  const whole = names.length === 0 ? "" : `, all about ${listed(names, NAMED_AT_MOST)} among them`;
  return `${rater} abstains from ${counted(count, "question", "questions")}${whole}`;
}

function capped(sentences: readonly string[]): string {
  const others = sentences.length - RATERS_NAMED;
  return others > 1
    ? [...sentences.slice(0, RATERS_NAMED), `${others} others abstain from some`].join("; ")
    : sentences.join("; ");
}

// ---- where they are far apart ----

function disputedBlocks(decision: Decision, disputed: readonly Disagreement[], top: number): readonly Block[] {
  const more = disputed.length - top;
  return [
    { kind: "heading", text: "Where raters disagree" },
    {
      kind: "text",
      text: "Two steps apart or more, the furthest apart first: worth talking about before the ranking.",
    },
    ...disputed.slice(0, top).flatMap((dispute) => disputeBlocks(decision, dispute)),
    ...(more > 0 ? [{ kind: "text", text: `${counted(more, "more question", "more questions")}.` } as const] : []),
  ];
}

function disputeBlocks(
  decision: Decision,
  { candidate, criterion: id, steps, answers }: Disagreement,
): readonly Block[] {
  const { pack } = decision;
  const criterion = pack.criteria.find((each) => each.id === id);
  const beside = BESIDE.filter(({ key }) => answers.some(({ answer }) => answer[key] !== undefined));
  return [
    {
      kind: "heading",
      text: `${labelOf(pack, id)} of ${nameOf(decision, candidate)}: ${shownNumber(steps)} steps apart`,
      minor: true,
    },
    {
      kind: "table",
      columns: [
        { title: "Rater", align: "left", flexible: true },
        { title: "Answer", align: "left" },
        ...beside.map(({ column }) => column),
      ],
      rows: answers.map(({ rater, answer }) => [
        { text: rater },
        answerCell(answer, criterion),
        ...beside.map(({ key }) => ({ text: answer[key] ?? "" })),
      ]),
    },
  ];
}

/** Marked where it is beyond the minimum. */
function answerCell(answer: Answer, criterion: Criterion | undefined): Cell {
  const text = answerWords(answer);
  if (criterion?.minimum === undefined || !isAnswered(answer)) return { text };
  const isOut = isBeyond(criterion.direction, bestEnd(criterion, answer), criterion.minimum);
  return isOut ? { text: `${text} ✗`, tone: "bad" } : { text };
}

/** What may stand beside an answer: a column of its own where any rater has it. */
const BESIDE = [
  { key: "basis", column: { title: "Basis", align: "left" } },
  { key: "note", column: { title: "Note", align: "left", flexible: true } },
  { key: "evidence", column: { title: "Evidence", align: "left", flexible: true } },
] as const;

// ---- who is beyond a minimum ----

type Placed = Standing | KnockedOut;
type Beyond = Extract<Warning, { readonly code: "rater-beyond-minimum" }>;

function beyondBlocks(
  decision: Decision,
  evaluation: Evaluation,
  beyond: readonly Beyond[],
  top: number,
): readonly Block[] {
  const { ranking, tooLittleKnown, knockedOut } = evaluation;
  const standings = new Map<Id, Placed>();
  for (const standing of [...ranking, ...tooLittleKnown, ...knockedOut]) standings.set(standing.candidate.id, standing);
  const more = beyond.length - top;
  return [
    { kind: "heading", text: "Single answers beyond a minimum" },
    {
      kind: "list",
      indent: 1,
      items: beyond.slice(0, top).map((warning) => beyondItem(decision, warning, standings.get(warning.candidate))),
    },
    ...(more > 0 ? [{ kind: "text", text: `${grouped(more)} more.`, indent: 1 } as const] : []),
  ];
}

function beyondItem(decision: Decision, warning: Beyond, standing: Placed | undefined): Item {
  const { candidate, criterion: id, rater, answer, minimum } = warning;
  const { criteria } = decision.pack;
  const direction = criteria.find((criterion) => criterion.id === id)?.direction ?? "higher-is-better";
  const [is, bound] = answersApart(answer, minimum);
  const said = `${labelOf(decision.pack, id)} of ${nameOf(decision, candidate)}: ${rater} answers ${is}`;
  return { mark: "✗", text: `${said}, and ${boundWords(direction, bound)}. ${togetherWords(id, standing)}` };
}

/** Minimums apply to the raters' mean. */
function togetherWords(criterion: Id, standing: Placed | undefined): string {
  const merged = standing?.answers.find((each) => each.criterion === criterion)?.answer;
  if (standing === undefined || merged === undefined) return "";
  const together = `All raters together come to ${answerWords(merged)}`;
  const isOut = "reasons" in standing && standing.reasons.some((reason) => reason.criterion === criterion);
  if (isOut) return `${together}, which is beyond it too.`;
  return standing.provisional.includes(criterion)
    ? `${together}, which may still miss it.`
    : `${together}, which meets it.`;
}
