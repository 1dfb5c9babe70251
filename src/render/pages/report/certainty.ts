import type { Acceptability } from "../../../analysis/acceptability.ts";
import { groupScores } from "../../../analysis/group-scores.ts";
import { weightStability } from "../../../analysis/weight-stability.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { counted, whole } from "../../numbers.ts";
import type { Block, Cell } from "../../page.ts";
import { capital, nameOf } from "../../words.ts";
import { acceptabilityBlocks } from "../analysis/acceptability.ts";
import { stabilityBlocks } from "../analysis/stability.ts";
import { paragraph } from "../blocks.ts";
import { LISTED_AT_MOST } from "./limits.ts";

/** How far the weights can move, how often who takes which rank, and what a score is made of where a pack has two groups. */
export function certaintyBlocks(
  decision: Decision,
  evaluation: Evaluation,
  acceptability: Acceptability | undefined,
): readonly Block[] {
  if (evaluation.ranking.length < 2) return [];
  const view = { decision, evaluation, top: LISTED_AT_MOST, detail: false, allPairs: false, inReport: true } as const;
  return [
    { kind: "heading", text: "How far each weight can move" },
    ...stabilityBlocks(view, weightStability(evaluation)),
    { kind: "heading", text: "Who takes which rank how often" },
    ...(acceptability === undefined
      ? [paragraph(notSimulated(evaluation.ranking.length))]
      : acceptabilityBlocks(view, acceptability).map((block) => withPicture(block, acceptability))),
    ...groupsBlocks(decision, evaluation),
  ];
}

function notSimulated(ranked: number): string {
  return `Not simulated, as it takes long for ${counted(ranked, "candidate", "candidates")}. To have it, add --runs 100000.`;
}

/** The shares of the ranks, one after another, beside each name. */
function withPicture(block: Block, { candidates }: Acceptability): Block {
  if (block.kind !== "table") return block;
  const picture = { title: "Shares of the ranks", align: "left", ends: ["0%", "100%"] } as const;
  const [first, ...columns] = block.columns;
  const rows = Array.from(block.rows, ([name, ...cells], at): readonly Cell[] => {
    const shares = candidates[at].ranks;
    const upTo = shares.flatMap((share, rank) =>
      share > 0
        ? [{ sign: String(rank + 1), end: shares.slice(0, rank + 1).reduce((sum, each) => sum + each, 0) }]
        : [],
    );
    return [name, { text: "", ...(upTo.length > 0 && { stretches: { upTo } }) }, ...cells];
  });
  return { ...block, columns: [first, picture, ...columns], rows };
}

// ---- two groups of questions ----

function groupsBlocks(decision: Decision, evaluation: Evaluation): readonly Block[] {
  const groups = [...new Set(decision.pack.criteria.flatMap(({ group }) => group ?? []))];
  const [across, up] = groups;
  if (groups.length !== 2) return [];
  const scores = groupScores(decision, evaluation);
  if (scores === undefined) return [];
  const shown = evaluation.ranking.slice(0, LISTED_AT_MOST);
  const title = `${capital(across)} and ${up} of each`;
  const points = shown.map(({ candidate, rank }, at) => ({
    sign: String(rank),
    name: nameOf(decision, candidate.id),
    across: scores[at][0],
    up: scores[at][1],
  }));
  return [
    { kind: "heading", text: `${capital(across)} against ${up}` },
    paragraph(
      `The questions in two groups, each as a score of its own from 0 to 100. Whoever is far right is good on ${across}, whoever is far up on ${up}; the number is the rank.`,
    ),
    { kind: "picture", picture: { title, across: capital(across), up: capital(up), points } },
    {
      kind: "table",
      columns: [
        { title: "Rank", align: "right" },
        { title: "Candidate", align: "left", flexible: true },
        { title: capital(across), align: "right" },
        { title: capital(up), align: "right" },
      ],
      rows: points.map((point) => [
        { text: point.sign, value: Number(point.sign) },
        { text: point.name },
        { text: whole(point.across), value: point.across },
        { text: whole(point.up), value: point.up },
      ]),
    },
  ];
}
