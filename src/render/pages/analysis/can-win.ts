import type { PotentialWinner } from "../../../analysis/potential-winners.ts";
import { oneDecimal } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { CANDIDATE, namesIn, sentence, topTable, type View } from "./view.ts";
import { weightsInWords } from "./weights-words.ts";

/** Whether some weighting puts each first, and which suits it best. */
export function canWinBlocks(view: View, found: readonly PotentialWinner[]): readonly Block[] {
  return [
    sentence(...sentencesOf(view, found)),
    ...topTable(COLUMNS, found, view.top, (winner) => rowOf(view, winner)),
  ];
}

const COLUMNS: readonly Column[] = [
  CANDIDATE,
  { title: "First", align: "left" },
  { title: "Ahead by", align: "right" },
  { title: "With these weights", align: "left", flexible: true },
];

function sentencesOf(view: View, found: readonly PotentialWinner[]): readonly string[] {
  const of = (verdict: PotentialWinner["verdict"]) =>
    found.filter((each) => each.verdict === verdict).map(({ candidate }) => candidate);
  const [alone, shared, never] = [of("alone"), of("shared"), of("never")];
  const closing = "With the answers as they count now, shown are the weights that suit each best.";
  if (alone.length === found.length) {
    return ["Each of them comes first under some weights: whom to choose depends on what counts most.", closing];
  }
  const could =
    alone.length === 0
      ? "Nobody comes first alone, whatever the weights."
      : `${namesIn(view, alone)} ${alone.length === 1 ? "comes" : "come"} first under some weights.`;
  return [
    could,
    ...(shared.length === 0 ? [] : [`${namesIn(view, shared)} can share first place, and no more.`]),
    ...(never.length === 0 ? [] : [`No weights put ${namesIn(view, never)} first.`]),
    closing,
  ];
}

const VERDICTS = { alone: "alone", shared: "shared", never: "never" } as const;

function rowOf(view: View, { candidate, verdict, margin, weights }: PotentialWinner): readonly Cell[] {
  const points = margin === undefined ? undefined : 100 * margin;
  return [
    { text: nameOf(view.decision, candidate) },
    { text: VERDICTS[verdict] },
    points === undefined ? { text: "" } : { text: oneDecimal(verdict === "shared" ? 0 : points), value: points },
    { text: weightsInWords(view, weights) },
  ];
}
