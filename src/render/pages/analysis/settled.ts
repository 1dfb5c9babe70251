import type { Analysis } from "../../../analysis/analyze.ts";
import type { AskNext } from "../../../analysis/ask-next.ts";
import { firstOf } from "../../first-of.ts";
import { oneDecimal, perCent } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { labelOf, nameOf } from "../../words.ts";
import { settledSentence } from "../first-place.ts";
import { NAMED_AT_MOST } from "../naming.ts";
import { CANDIDATE, sentence, type View } from "./view.ts";

type SettledAndNext = NonNullable<Analysis["settled"]>;

/** As many as anybody asks in one go; the JSON has them all. */
const SHOWN_AT_MOST = 10;

/** Whether open answers can still change the leader, and which to find out first. */
export function settledBlocks(view: View, found: SettledAndNext): readonly Block[] {
  const { decision, evaluation } = view;
  const next = firstOf(found.askNext, Math.min(view.top, SHOWN_AT_MOST));
  const [said = NOTHING_OPEN] = settledSentence(evaluation, found, next.slice(0, NAMED_AT_MOST));
  if (next.length === 0) return [sentence(said)];
  const noneSuffices = next.every(({ chance }) => chance <= 0);
  const shown = noneSuffices ? COLUMNS.slice(0, 2) : COLUMNS;
  const explained = noneSuffices
    ? "No single answer can change the leader, several together can: ask first what weighs most."
    : `Ask first what changes the leader most often, if every value that the answer may have counts the same.`;
  return [
    sentence(said, explained),
    {
      kind: "table",
      columns: shown,
      rows: next.map((each) => rowOf(decision, each).slice(0, shown.length)),
    },
  ];
}

const NOTHING_OPEN = "No open answer can change the leader.";

const COLUMNS: readonly Column[] = [
  CANDIDATE,
  { title: "Question", align: "left" },
  { title: "Changes the leader", align: "right" },
  { title: "Points gained by asking", align: "right" },
];

function rowOf(decision: View["decision"], { candidate, criterion, chance, gain }: AskNext): readonly Cell[] {
  return [
    { text: nameOf(decision, candidate) },
    { text: labelOf(decision.pack, criterion) },
    { text: perCent(chance), value: chance },
    gain === undefined ? { text: "may set it aside" } : { text: oneDecimal(gain), value: gain },
  ];
}
