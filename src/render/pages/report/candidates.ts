import type { Candidate, Criterion, Decision } from "../../../engine/decision.ts";
import type { Contribution, Evaluation, Standing } from "../../../engine/evaluation.ts";
import { answerWords } from "../../answers.ts";
import { counted, oneDecimal, shownParts } from "../../numbers.ts";
import type { Block, Cell, Fact, Section } from "../../page.ts";
import { aLevel, capital, kindName } from "../../words.ts";
import { besideAnswer } from "../beside-answers.ts";
import { paragraph } from "../blocks.ts";
import { levelSentence } from "../level-words.ts";
import { knownWords, type Place, placeOf, placeWords } from "../place-words.ts";
import { LISTED_AT_MOST } from "./limits.ts";

/** A part for each candidate, as listed: where it stands, what is known of it, and every answer with what stands behind it. */
export function candidatesSections(decision: Decision, evaluation: Evaluation): readonly Block[] {
  const { ranking, tooLittleKnown, knockedOut } = evaluation;
  const standings = [...ranking, ...tooLittleKnown, ...knockedOut];
  const more = standings.length - LISTED_AT_MOST;
  return [
    ...standings.slice(0, LISTED_AT_MOST).flatMap(({ candidate }, at) => {
      const place = placeOf(evaluation, candidate);
      return place === undefined ? [] : [candidateSection(decision, evaluation, place, at + 1)];
    }),
    ...(more > 0 ? [paragraph(`${counted(more, "more candidate has", "more candidates have")} no part here.`)] : []),
  ];
}

function candidateSection(decision: Decision, evaluation: Evaluation, place: Place, number: number): Section {
  const { standing } = place;
  const { pack } = decision;
  const hasLevel = place.kind === "ranked" && pack.levels.length > 0;
  const facts = factsOf(decision, standing.candidate);
  return {
    kind: "section",
    id: `candidate-${number}`,
    title: standing.candidate.name,
    blocks: [
      paragraph(
        [
          `${capital(placeWords(decision, evaluation, place))}.`,
          `${knownWords(place)}.`,
          ...(hasLevel ? [levelSentence(pack, standing)] : []),
        ].join(" "),
      ),
      ...(facts.length === 0 ? [] : [{ kind: "facts", facts } as const]),
      answersTable(decision, evaluation, standing),
    ],
  };
}

function factsOf({ pack }: Decision, candidate: Candidate): readonly Fact[] {
  const { kind, held, source, website, contact, city, scope, notes } = candidate;
  return [
    { label: "Kind", text: kind && capital(kindName(pack, kind)) },
    { label: "Today", text: held && capital(aLevel(pack, held)) },
    { label: "City", text: city },
    { label: "Scope", text: scope },
    { label: "Website", text: website },
    { label: "Contact", text: contact },
    { label: "Found in", text: source && `${source.register}, ${source.id}` },
    { label: "Notes", text: notes },
  ].flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}

// ---- the answers ----

function answersTable(decision: Decision, { criteria }: Evaluation, standing: Standing): Block {
  const { pack } = decision;
  const base = Number(oneDecimal(standing.score)) - Number(oneDecimal(standing.priority));
  const points = shownParts(
    standing.answers.map(({ contribution }) => contribution),
    1,
    base,
  );
  const rows = standing.answers.map((given, at) => {
    const criterion = pack.criteria.find(({ id }) => id === given.criterion);
    return { given, criterion, points: points[at], most: 100 * criteria[at].weight };
  });
  const hasBasis = rows.some(({ given }) => given.answer.basis !== undefined);
  const beside = rows.map(({ given }) => besideAnswer(decision, standing.candidate.id, given.criterion));
  const hasNotes = beside.some((text) => text !== "");
  return {
    kind: "table",
    columns: [
      { title: "Question", align: "left", flexible: true },
      { title: "Answer", align: "left" },
      { title: "What that means", align: "left", flexible: true },
      ...(hasBasis ? [{ title: "Basis", align: "left" } as const] : []),
      ...(hasNotes
        ? [{ title: decision.ballots.length > 1 ? "Raters" : "Note", align: "left", flexible: true } as const]
        : []),
      { title: "Points", align: "right" },
    ],
    rows: [
      ...rows.map(({ given, criterion, points: shown, most }, at): readonly Cell[] => [
        { text: criterion?.label ?? given.criterion },
        answerCell(standing, given),
        { text: criterion === undefined ? "" : meaningOf(criterion, given.answer) },
        ...(hasBasis ? [{ text: given.answer.basis ?? "" }] : []),
        ...(hasNotes ? [{ text: beside[at] }] : []),
        { text: `${shown} of ${oneDecimal(most)}`, value: given.contribution },
      ]),
      ...sumsOf(standing, pack).map(({ label, meaning, points: shown }): readonly Cell[] => [
        { text: label },
        { text: "" },
        { text: meaning },
        ...(hasBasis ? [{ text: "" }] : []),
        ...(hasNotes ? [{ text: "" }] : []),
        { text: oneDecimal(shown), value: shown },
      ]),
    ],
  };
}

/** What the points come to. */
function sumsOf({ score, priority, candidate: { kind } }: Standing, pack: Decision["pack"]) {
  const total = { label: "Score", meaning: "", points: score };
  if (priority === 0) return [total];
  const meaning = kind === undefined ? "" : `For the kind: ${kindName(pack, kind)}`;
  return [{ label: "Priority", meaning, points: priority }, total];
}

/** Marked where it sets the candidate aside, or may still do so. */
function answerCell(standing: Standing, { criterion, answer }: Contribution): Cell {
  const text = answerWords(answer);
  const reasons = "reasons" in standing ? (standing.reasons as readonly { readonly criterion: string }[]) : [];
  if (reasons.some((reason) => reason.criterion === criterion)) return { text: `${text} ✗`, tone: "bad" };
  return standing.provisional.includes(criterion) ? { text: `${text} ?`, tone: "warning" } : { text };
}

/** The anchor of a score, those of both ends of a range. */
function meaningOf({ anchors }: Criterion, answer: Contribution["answer"]): string {
  const textOf = (number: number) => anchors.find((anchor) => anchor.answer === number)?.text;
  switch (answer.kind) {
    case "score":
      return textOf(answer.score) ?? "";
    case "range":
      return [
        ...[answer.low, answer.high].flatMap((end) => {
          const text = textOf(end);
          return text === undefined ? [] : [`${end}: ${text}`];
        }),
      ].join("\n");
    case "unknown":
    case "abstain":
      return "";
  }
}
