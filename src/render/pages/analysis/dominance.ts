import type { Dominance } from "../../../analysis/dominance.ts";
import { counted } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { namesIn, sentence, topTable, type View } from "./view.ts";

/** Who is at least as good as whom on every question. */
export function dominanceBlocks(view: View, found: readonly Dominance[]): readonly Block[] {
  return [sentence(sentenceOf(view, found)), ...topTable(COLUMNS, found, view.top, (each) => rowOf(view, each))];
}

const COLUMNS: readonly Column[] = [
  { title: "At least as good on everything", align: "left", flexible: true },
  { title: "As", align: "left", flexible: true },
  { title: "However open answers turn out", align: "left", flexible: true },
];

function sentenceOf(view: View, found: readonly Dominance[]): string {
  const { ranking } = view.evaluation;
  if (found.length === 0) {
    return "Of no two is one at least as good on every question and better on some: what counts decides who is ahead.";
  }
  const leader = ranking[0].candidate.id;
  const behindLeader = found.filter(({ dominates }) => dominates === leader).map(({ dominated }) => dominated);
  if (behindLeader.length === ranking.length - 1) {
    return `${namesIn(view, [leader])} is at least as good as every other on each question: no weights put another ahead.`;
  }
  const whose = counted(found.length, "pair has one", "pairs have one");
  return `${whose} who is at least as good on every question and better on some: no weights put the other ahead.`;
}

function rowOf({ decision }: View, { dominates, dominated, necessary }: Dominance): readonly Cell[] {
  return [
    { text: nameOf(decision, dominates) },
    { text: nameOf(decision, dominated) },
    { text: necessary ? "yes" : "no, as they count now" },
  ];
}
