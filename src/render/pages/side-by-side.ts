import type { PointsOn } from "../../analysis/comparison.ts";
import { largestFirst } from "../../analysis/largest-first.ts";
import type { Decision, Id } from "../../engine/decision.ts";
import type { Evaluation, Standing } from "../../engine/evaluation.ts";
import { TOLERANCE } from "../../engine/thresholds.ts";
import { answerWords } from "../answers.ts";
import { counted, oneDecimal, shownNumber, shownParts, signed } from "../numbers.ts";
import type { Block, Cell } from "../page.ts";
import { labelOf, listed } from "../words.ts";
import { foremost } from "./foremost.ts";
import { answerTo } from "./weighed.ts";

/** Two candidates and by how many points the first is ahead, question by question. */
export interface Pair {
  readonly one: Standing;
  readonly other: Standing;
  /** How they are called. */
  readonly names: readonly [one: string, other: string];
  readonly priority: number;
  /** The largest difference first. */
  readonly questions: readonly PointsOn[];
}

/**
 * What two candidates are called where both are spoken of: by name, and by id as well where both have the same.
 *
 * @example
 * namesApart({ candidate: { id: "zoo", name: "Zoo" } }, { candidate: { id: "park", name: "Park" } }) // → ["Zoo","Park"]
 * namesApart({ candidate: { id: "zoo", name: "Zoo" } }, { candidate: { id: "z2", name: "Zoo" } }) // → ["Zoo (zoo)","Zoo (z2)"]
 */
export function namesApart(one: Pick<Standing, "candidate">, other: Pick<Standing, "candidate">): Pair["names"] {
  const [first, second] = [one.candidate, other.candidate];
  if (first.name !== second.name) return [first.name, second.name];
  return [`${first.name} (${first.id})`, `${second.name} (${second.id})`];
}

/** Whether two are apart on a question at all. */
export function isApart({ points }: PointsOn): boolean {
  return Math.abs(points) > TOLERANCE;
}

/** On what each is ahead of the other, the most first; called as `names` has it. */
export function aheadSentence(
  { pack }: Pick<Decision, "pack">,
  { questions, priority }: Pick<Pair, "questions" | "priority">,
  [one, other]: readonly [one: string, other: string],
): string {
  const apart = questions.filter(isApart).map(({ criterion, points }) => ({ what: labelOf(pack, criterion), points }));
  const ordered = largestFirst(
    priority === 0 ? apart : [...apart, { what: "priority", points: priority }],
    ({ points }) => Math.abs(points),
  );
  const ofOne = ordered.filter(({ points }) => points > 0);
  const ofOther = ordered.filter(({ points }) => points < 0);
  if (ordered.length === 0) return "They are level on every question that counts.";
  return `${aheadWords(one, ofOne)}; ${aheadWords(other, ofOther)}.`;
}

function aheadWords(name: string, on: readonly { readonly what: string; readonly points: number }[]): string {
  if (on.length === 0) return `${name} is ahead on nothing`;
  const most = foremost(on, ({ points }) => Math.abs(points));
  if (most.length === 0) return `${name} is ahead on ${counted(on.length, "question", "questions")}`;
  return `${name} is ${most.length < on.length ? "furthest ahead" : "ahead"} on ${listed(most.map(({ what }) => what))}`;
}

/** Nothing where there is no such question, or no other. */
export function levelOnSentence(
  { pack }: Pick<Decision, "pack">,
  { questions }: Pick<Pair, "questions">,
): readonly string[] {
  const level = questions.filter((on) => !isApart(on)).map(({ criterion }) => labelOf(pack, criterion));
  if (level.length === 0 || level.length === questions.length) return [];
  return [`They are level on ${listed(level, LEVEL_NAMED)}.`];
}

const LEVEL_NAMED = 6;

/**
 * Both answers to each question, or to each on which they differ, and the difference in points, above 0 for the first. The
 * differences as shown add up to that of the scores as shown.
 */
export function sideBySide(
  { pack }: Pick<Decision, "pack">,
  { criteria }: Pick<Evaluation, "criteria">,
  pair: Pair,
  rows: "all" | "apart",
): Block {
  const { one, other, names, priority, questions } = pair;
  const shown = shownDifferences(pair);
  const row = (title: string, ofOne: string, ofOther: string, value: number, points: string): readonly Cell[] => [
    { text: title },
    { text: ofOne },
    { text: ofOther },
    { text: signed(points), value },
  ];
  const answersTo = (criterion: Id) =>
    [labelOf(pack, criterion), wordsOn(one, criterion), wordsOn(other, criterion)] as const;
  const hasPriority = one.priority !== 0 || other.priority !== 0;
  return {
    kind: "table",
    columns: [
      { title: "Question", align: "left", flexible: true },
      ...names.map((title) => ({ title, align: "left", flexible: true }) as const),
      { title: "Difference", align: "right" },
    ],
    rows: [
      ...questions.flatMap((on, place) =>
        rows === "apart" && !isApart(on) ? [] : [row(...answersTo(on.criterion), on.points, shown[place])],
      ),
      ...(rows === "apart" ? [] : criteria.filter(({ weight }) => weight === 0)).map(({ id }) =>
        row(...answersTo(id), 0, "0.0"),
      ),
      ...(hasPriority
        ? [row("Priority", priorityWords(one), priorityWords(other), priority, shown[questions.length])]
        : []),
      row(
        "Score",
        oneDecimal(one.score),
        oneDecimal(other.score),
        one.score - other.score,
        oneDecimal(scoresApart(pair)),
      ),
    ],
  };
}

/** Of each question, then of priority. */
export function shownDifferences(pair: Pair): readonly string[] {
  return shownParts([...pair.questions.map(({ points }) => points), pair.priority], 1, scoresApart(pair));
}

function scoresApart({ one, other }: Pair): number {
  return Number(oneDecimal(one.score)) - Number(oneDecimal(other.score));
}

function wordsOn(standing: Standing, criterion: Id): string {
  const given = answerTo(standing, criterion);
  return given === undefined ? "" : answerWords(given.answer);
}

function priorityWords({ priority }: Standing): string {
  return priority === 0 ? "none" : shownNumber(priority);
}
