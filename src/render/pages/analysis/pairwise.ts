import type { PairwiseShare } from "../../../analysis/pairwise-share.ts";
import { perCent } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { sentence, topTable, type View } from "./view.ts";

/** So many candidates make 45 pairs, two screens; of more, only those with the leader are shown unless asked for. */
const ALL_PAIRS_UP_TO = 10;

/** Under what share of all weightings one is ahead of another. */
export function pairwiseBlocks(view: View, found: readonly PairwiseShare[]): readonly Block[] {
  const { ranking } = view.evaluation;
  const leader = ranking[0].candidate.id;
  const isWhole = view.allPairs || ranking.length <= ALL_PAIRS_UP_TO;
  const shown = isWhole ? found : found.filter(({ a }) => a === leader);
  return [
    sentence(...sentencesOf(view, found)),
    ...topTable(COLUMNS, shown, view.top, (pair) => rowOf(view, pair)),
    ...(isWhole ? [] : [sentence("Only pairs with the leader are shown; for all of them, add --only pairwise.")]),
  ];
}

const COLUMNS: readonly Column[] = [
  { title: "Candidate", align: "left", flexible: true },
  { title: "Ahead of", align: "left", flexible: true },
  { title: "Weightings", align: "right" },
  { title: "Share", align: "left", ends: ["0%", "100%"] },
];

function sentencesOf(view: View, found: readonly PairwiseShare[]): readonly string[] {
  const [first] = found;
  const among =
    view.model === "ranked"
      ? "weightings that keep the questions in their order of importance"
      : "weightings of the questions";
  const name = (id: string) => nameOf(view.decision, id);
  const said = first.tie
    ? `${name(first.a)} and ${name(first.b)} are level under every weighting.`
    : `Of all ${among}, ${perCent(first.share)} put ${name(first.a)} ahead of ${name(first.b)}.`;
  return [said, "Each counts the same, which says how much rests on the weights, not how right a choice is."];
}

function rowOf({ decision }: View, { a, b, share, tie }: PairwiseShare): readonly Cell[] {
  return [
    { text: nameOf(decision, a) },
    { text: nameOf(decision, b) },
    tie ? { text: "always level" } : { text: perCent(share), value: share },
    tie ? { text: "" } : { text: "", bar: { low: 100 * share, high: 100 * share } },
  ];
}
