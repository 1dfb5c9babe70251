import type { Acceptability, CandidateAcceptability } from "../../../analysis/acceptability.ts";
import { rankEntropy } from "../../../analysis/rank-entropy.ts";
import { perCent, shownNumber } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { shareCell } from "./simulated-shares.ts";
import { CANDIDATE, sentence, topTable, type View } from "./view.ts";
import { weightsInWords } from "./weights-words.ts";

/** What a specialist asks besides: central weights, confidence factors, entropy, and every share with its error. */
export function acceptabilityDetail(view: View, { candidates }: Acceptability): readonly Block[] {
  const shares = candidates
    .slice(0, view.top)
    .flatMap((about) => about.ranks.flatMap((share, rank) => (share > 0 ? [{ about, rank, share }] : [])));
  return [
    { kind: "heading", text: "Weights that favor each", minor: true },
    sentence(
      "Central weights are the mean of those under which a candidate is first. The confidence factor is the share of draws of the open answers in which these weights put it first. Entropy is 0 where its rank never changes and 1 where it has every rank as often.",
    ),
    ...topTable(WEIGHT_COLUMNS, candidates, view.top, (about) => weightCells(view, about)),
    { kind: "heading", text: "Every rank", minor: true },
    {
      kind: "table",
      columns: RANK_COLUMNS,
      rows: shares.map(({ about, rank, share }) => [
        { text: nameOf(view.decision, about.candidate) },
        { text: String(rank + 1), value: rank + 1 },
        shareCell(share),
        { text: shownNumber(100 * about.standardErrors[rank]), value: about.standardErrors[rank] },
      ]),
    },
  ];
}

const WEIGHT_COLUMNS: readonly Column[] = [
  CANDIDATE,
  { title: "Confidence", align: "right" },
  { title: "Entropy", align: "right" },
  { title: "Central weights", align: "left", flexible: true },
];

const RANK_COLUMNS: readonly Column[] = [
  CANDIDATE,
  { title: "Rank", align: "right" },
  { title: "Share", align: "right" },
  { title: "±", align: "right" },
];

function weightCells(
  view: View,
  { candidate, ranks, out, centralWeights, confidence }: CandidateAcceptability,
): readonly Cell[] {
  const entropy = rankEntropy(out > 0 ? [...ranks, out] : ranks);
  return [
    { text: nameOf(view.decision, candidate) },
    confidence === undefined ? { text: "–" } : { text: perCent(confidence), value: confidence },
    { text: shownNumber(entropy), value: entropy },
    { text: centralWeights === undefined ? "never first" : weightsInWords(view, centralWeights) },
  ];
}
