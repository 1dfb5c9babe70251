import type { RankInterval } from "../../../analysis/rank-intervals.ts";
import { counted } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { CANDIDATE, namesIn, sentence, topTable, type View } from "./view.ts";

/** Which ranks the open answers leave to each. */
export function rankIntervalsBlocks(view: View, found: readonly RankInterval[]): readonly Block[] {
  const rankNow = new Map(view.evaluation.ranking.map(({ candidate, rank }) => [candidate.id, rank]));
  const columns = found.some(({ mayBeOut }) => mayBeOut) ? COLUMNS : COLUMNS.slice(0, -1);
  return [
    sentence(...sentencesOf(view, found)),
    ...topTable(columns, found, view.top, (each) => rowOf(view, each, rankNow).slice(0, columns.length)),
  ];
}

const COLUMNS: readonly Column[] = [
  CANDIDATE,
  { title: "Rank now", align: "right" },
  { title: "Best", align: "right" },
  { title: "Worst", align: "right" },
  { title: "May be set aside", align: "left" },
];

function sentencesOf(view: View, found: readonly RankInterval[]): readonly string[] {
  const first = found.filter(({ best }) => best === 1).map(({ candidate }) => candidate);
  const movable = found.filter(({ best, worst, mayBeOut }) => best < worst || mayBeOut);
  if (movable.length === 0) return ["Nothing that is open can move anybody: each has one rank."];
  const fixed = found.length - movable.length;
  return [
    `Once all that is open about the ranked is known, ${namesIn(view, first)} can be first.`,
    fixed === 0 ? "Every rank can still change." : `${counted(fixed, "rank is", "ranks are")} certain already.`,
  ];
}

function rowOf(
  { decision }: View,
  { candidate, best, worst, mayBeOut }: RankInterval,
  rankNow: ReadonlyMap<string, number>,
): readonly Cell[] {
  const rank = rankNow.get(candidate);
  return [
    { text: nameOf(decision, candidate) },
    rank === undefined ? { text: "" } : { text: String(rank), value: rank },
    { text: String(best), value: best },
    { text: String(worst), value: worst },
    mayBeOut ? { text: "yes", tone: "warning" } : { text: "no" },
  ];
}
