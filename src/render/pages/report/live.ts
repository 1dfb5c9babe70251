import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation, Standing } from "../../../engine/evaluation.ts";
import type { Block, Item, Section } from "../../page.ts";
import { paragraph } from "../blocks.ts";
import { countsLine, floorSentence, listBlocks, littleKnownWords, rankingBlocks, setAsideItem } from "../evaluation.ts";
import { rankingRemarks, recommendation } from "../in-short.ts";
import { agreeingBlocks } from "./agreeing.ts";
import { findOutBlocks } from "./find-out.ts";
import { LISTED_AT_MOST } from "./limits.ts";

/**
 * The sections that follow from a decision and its evaluation alone: what a page can write again after it has evaluated
 * again, with the words and numbers of the command line. Each is there always, empty where it has nothing to say.
 */
export function liveSections(decision: Decision, evaluation: Evaluation): readonly Section[] {
  const { tooLittleKnown, knockedOut } = evaluation;
  const short = recommendation(decision, evaluation).map((text) => paragraph(text));
  const agreeing = live("to-agree", "What to agree on with each", agreeingBlocks(decision, evaluation));
  return [
    live("in-short", "In short", short),
    { ...live("ranking", "Ranking", rankingPart(decision, evaluation)), thenControls: true },
    live(
      "too-little-known",
      "Too little known",
      itemsOnly(tooLittleKnown, (standing) => littleKnownItem(decision, standing), floorSentence(decision)),
    ),
    live(
      "set-aside",
      "Set aside",
      itemsOnly(knockedOut, (standing) => setAsideItem(decision, standing)),
    ),
    isOnOneSheet(evaluation) ? { ...agreeing, onNewSheet: true } : agreeing,
    live("find-out", "What to find out next", findOutBlocks(decision, evaluation)),
  ];
}

/** With more candidates than that, they go on on the second sheet, and what follows may stand below them. */
const ON_FIRST_SHEET = 14;

/** Whether everything up to who is set aside has room on the first sheet, which then stands alone. */
function isOnOneSheet({ ranking, tooLittleKnown, knockedOut }: Evaluation): boolean {
  return ranking.length > 0 && ranking.length + tooLittleKnown.length + knockedOut.length <= ON_FIRST_SHEET;
}

function live(id: string, title: string, blocks: readonly Block[]): Section {
  return { kind: "section", id, title, blocks, live: true };
}

function littleKnownItem({ pack }: Decision, standing: Standing): Item {
  return {
    text: [{ text: `${standing.candidate.name}:`, tone: "strong" }, { text: ` ${littleKnownWords(pack, standing)}` }],
  };
}

/** Without the heading, which the section has. */
function itemsOnly<Listed extends Standing>(
  standings: readonly Listed[],
  item: (standing: Listed) => Item,
  sentence?: string,
): readonly Block[] {
  return listBlocks("", standings, LISTED_AT_MOST, item, sentence).slice(1);
}

const PICTURES =
  "A bar is filled as far as the score is certain, hatched as far as open answers reach; the line is the score.";

/** What further levels need stands in a section of its own. */
function rankingPart(decision: Decision, evaluation: Evaluation): readonly Block[] {
  const { ranking } = evaluation;
  if (ranking.length === 0) return [];
  return [
    paragraph(countsLine(evaluation)),
    { kind: "text", text: PICTURES, ofPictures: true },
    ...rankingBlocks(decision, ranking, LISTED_AT_MOST).map((block): Block => {
      if (block.kind !== "table") return block;
      const places = [...block.columns.keys()].filter((place) => !block.columns[place].spare);
      return {
        ...block,
        columns: places.map((place) => block.columns[place]),
        rows: Array.from(block.rows, (row) => places.map((place) => row[place])),
      };
    }),
    ...rankingRemarks(decision, evaluation).map((text) => paragraph(text)),
  ];
}
