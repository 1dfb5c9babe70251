import { BASES, type Criterion, type Pack, type Scale } from "../../engine/decision.ts";
import { answerBound } from "../conditions.ts";
import { shownNumber, shownParts } from "../numbers.ts";
import type { Block, Cell, Column, Page } from "../page.ts";
import { boundWords, capital, listed } from "../words.ts";
import { asked, bullets, gap, heading, labelled, paragraph, strong } from "./blocks.ts";
import { choosingBlocks } from "./criteria-choosing.ts";

/** Columns that print well. */
const MEASURE = 80;

/**
 * A criteria pack to print and hand to a committee: how to answer, every question with its anchors and what it weighs, and
 * what follows from the answers.
 */
export function criteriaPage(pack: Pack): Page {
  const { id, version, source, title } = pack;
  return {
    title,
    measure: MEASURE,
    blocks: [
      paragraph(version === undefined ? id : `${id} ${version}`),
      ...(source === undefined ? [] : [paragraph(source)]),
      ...howToScore(pack),
      ...atAGlance(pack),
      ...pack.criteria.flatMap((criterion, place) => questionBlocks(pack, criterion, place + 1)),
      ...choosingBlocks(pack),
    ],
  };
}

/** The packs there are to choose from. */
export function criteriaListPage(packs: readonly Pick<Pack, "id" | "title" | "criteria">[]): Page {
  return {
    title: "Criteria packs",
    blocks: [
      {
        kind: "table",
        columns: [
          { title: "Pack", align: "left" },
          { title: "Title", align: "left", flexible: true },
          { title: "Questions", align: "right" },
        ],
        rows: packs.map(({ id, title, criteria }) => [
          { text: id },
          { text: title },
          { text: String(criteria.length), value: criteria.length },
        ]),
      },
    ],
  };
}

// ---- how to answer ----

function howToScore({ scale, unknown, coverageFloor, levels }: Pack): readonly Block[] {
  const unanswered =
    unknown === "neutral"
      ? "A question without an answer counts half of what it could"
      : "A question without an answer counts as its worst answer";
  const ranked =
    coverageFloor > 0
      ? `A candidate is ranked once ${shownNumber(100 * coverageFloor)}% of the weight is answered; before that, it is listed as too little known.`
      : "A candidate is ranked however little is known.";
  const asksForBasis = levels.some(({ conditions }) => Object.keys(conditions.basis).length > 0);
  return [
    heading("How to score"),
    {
      kind: "list",
      items: scale.words.map(({ answer, text }) => ({ mark: shownNumber(answer), text })),
      indent: 1,
    },
    ...(scale.words.length === 0 ? [] : [gap]),
    bullets([
      ...scale.rules.map(({ rule }) => rule),
      `${answersFrom(scale)}. Where nobody knows yet and somebody should ask, the answer is unknown; where a rater may not or cannot judge, it is abstain.`,
      `${unanswered}, and the score is shown with the lowest and the highest that it may still become. ${ranked}`,
      ...(asksForBasis
        ? [
            `Beside an answer may stand its basis: ${BASES.join(", ")}; the best comes first. It changes no score; levels ask for it.`,
          ]
        : []),
    ]),
  ];
}

function answersFrom({ min, max, step }: Scale): string {
  const range = max - step > min ? `, or a range such as ${shownNumber(max - step)}-${shownNumber(max)}` : "";
  return `An answer is a number from ${shownNumber(min)} to ${shownNumber(max)}${range}`;
}

// ---- all questions ----

function atAGlance({ criteria }: Pack): readonly Block[] {
  const weights = weightsOf(criteria);
  const grouped = criteria.some(({ group }) => group !== undefined);
  const guarded = criteria.some(({ minimum }) => minimum !== undefined);
  const group: Column = { title: "Group", align: "left" };
  const limit: Column = { title: "Minimum", align: "left" };
  return [
    heading("The questions"),
    {
      kind: "table",
      columns: [
        { title: "No.", align: "right" },
        { title: "Question", align: "left", flexible: true },
        { title: "In a file", align: "left" },
        ...(grouped ? [group] : []),
        { title: "Importance", align: "right" },
        { title: "Weight", align: "right" },
        ...(guarded ? [limit] : []),
      ],
      rows: criteria.map((criterion, place): readonly Cell[] => [
        { text: String(place + 1), value: place + 1 },
        { text: criterion.heading ?? criterion.label },
        { text: criterion.id },
        ...(grouped ? [{ text: criterion.group ?? "" }] : []),
        { text: shownNumber(criterion.importance), value: criterion.importance },
        { text: weights[place] },
        ...(guarded ? [{ text: minimumWords(criterion) }] : []),
      ]),
    },
  ];
}

/** In per cent that add up to 100, before any reason gives its emphasis. */
function weightsOf(criteria: readonly Criterion[]): readonly string[] {
  const total = criteria.reduce((sum, { importance }) => sum + importance, 0);
  if (total === 0) return criteria.map(() => "0%");
  const shares = criteria.map(({ importance }) => (100 * importance) / total);
  return shownParts(shares, shares.some((share) => share > 0 && share < 1) ? 1 : 0).map((share) => `${share}%`);
}

function minimumWords(criterion: Criterion): string {
  return criterion.minimum === undefined ? "" : answerBound(criterion, shownNumber(criterion.minimum));
}

// ---- one question ----

function questionBlocks(pack: Pack, criterion: Criterion, number: number): readonly Block[] {
  const { label, question, why, notThis, anchors, probes, evidence, trap } = criterion;
  const weight = weightsOf(pack.criteria)[number - 1];
  return [
    heading(`${number}. ${criterion.heading ?? label}`),
    strong(question),
    paragraph(`${importanceWords(criterion, weight)}${knockOutWords(criterion)}`, 1),
    ...ownScale(pack.scale, criterion),
    ...labelled("Why", why),
    ...labelled("Not this", notThis),
    ...(anchors.length === 0 ? [] : [gap]),
    {
      kind: "list",
      items: anchors.map(({ answer, text }) => ({ mark: shownNumber(answer), text })),
      indent: 1,
    },
    ...asked("Ask", probes),
    ...asked("Look for", evidence),
    ...(trap === undefined ? [] : [gap, ...labelled("Trap", trap)]),
  ];
}

function importanceWords({ importance }: Criterion, weight: string): string {
  return `Importance ${shownNumber(importance)}, which is ${weight} of the weight.`;
}

function knockOutWords({ direction, minimum }: Criterion): string {
  if (minimum === undefined) return "";
  const beyond = direction === "higher-is-better" ? "less" : "more";
  return ` ${capital(boundWords(direction, shownNumber(minimum)))}: a candidate with ${beyond} is set aside.`;
}

/** What differs from the pack's scale, higher is better, in equal steps. */
function ownScale(packScale: Scale, { scale, direction, values }: Criterion): readonly Block[] {
  const differs = scale.min !== packScale.min || scale.max !== packScale.max || scale.step !== packScale.step;
  const points = values?.map(({ answer, value }) => `${shownNumber(answer)} counts ${shownNumber(100 * value)}`);
  const sentences = [
    ...(differs
      ? [
          `Answers go from ${shownNumber(scale.min)} to ${shownNumber(scale.max)}, in steps of ${shownNumber(scale.step)}.`,
        ]
      : []),
    ...(direction === "lower-is-better" ? ["Less is better."] : []),
    ...(points === undefined ? [] : [`Of 100, ${listed(points)}; between them evenly.`]),
  ];
  return sentences.length === 0 ? [] : [paragraph(sentences.join(" "), 1)];
}
