import { ANALYSES, type AnalysisName, kebabCase } from "../../../analysis/analysis-names.ts";
import type { Analysis } from "../../../analysis/analyze.ts";
import type { Decision } from "../../../engine/decision.ts";
import type { Evaluation } from "../../../engine/evaluation.ts";
import { counted } from "../../numbers.ts";
import type { Block, Page } from "../../page.ts";
import { inShort } from "../in-short.ts";
import { acceptabilityBlocks } from "./acceptability.ts";
import { agreementBlocks } from "./agreement.ts";
import { canWinBlocks } from "./can-win.ts";
import { dominanceBlocks } from "./dominance.ts";
import { flipsBlocks } from "./flips.ts";
import { pairwiseBlocks } from "./pairwise.ts";
import { rankIntervalsBlocks } from "./rank-intervals.ts";
import { restsUponBlocks } from "./rests-upon.ts";
import { settledBlocks } from "./settled.ts";
import { stabilityBlocks } from "./stability.ts";
import { sentence, type View } from "./view.ts";

export interface AnalysisPageOptions extends Partial<Omit<View, "decision" | "evaluation">> {
  /** The decision's title, or the name of its file. */
  readonly heading: string;
  /** What would take long and was not asked for by name. */
  readonly leftOut?: readonly AnalysisName[];
}

/**
 * How sure the ranking is, and what would change it: a section for each analysis that was made, led by a sentence. Where
 * there are not two ranked to compare, why, and what those who are not ranked could change.
 */
export function analysisPage(
  decision: Decision,
  evaluation: Evaluation,
  analysis: Analysis,
  { heading, leftOut = [], ...given }: AnalysisPageOptions,
): Page {
  const [first, ...others] = inShort(decision, evaluation);
  const view = { decision, evaluation, top: Number.POSITIVE_INFINITY, detail: false, allPairs: false, ...given };
  const sections = (names: readonly AnalysisName[]) =>
    names.flatMap((name) => {
      const blocks = leftOut.includes(name) ? [leftOutSentence(view, name)] : sectionOf(view, analysis, name);
      return blocks.length === 0 ? [] : [{ kind: "heading", text: SECTIONS[name].heading } as const, ...blocks];
    });
  if (evaluation.ranking.length >= 2) return { title: heading, blocks: [sentence(first), ...sections(ANALYSES)] };
  const ofOthers = OF_OTHERS.filter((name) => (analysis[name]?.length ?? 0) > 0);
  return {
    title: heading,
    blocks: [NOTHING, first, ...others].map((text) => sentence(text)).concat(sections(ofOthers)),
  };
}

const NOTHING = "There is nothing to compare: that takes two candidates who are ranked.";
/** What there may be to say of those who are not ranked. */
const OF_OTHERS = ["flips", "restsUpon"] as const;

function sectionOf<Name extends AnalysisName>(view: View, analysis: Analysis, name: Name): readonly Block[] {
  const found = analysis[name];
  return found === undefined ? [] : SECTIONS[name].blocks(view, found);
}

function leftOutSentence({ evaluation }: View, name: AnalysisName): Block {
  const ranked = counted(evaluation.ranking.length, "candidate", "candidates");
  return sentence(`Left out, as it takes long for ${ranked}. To have it, add --only ${kebabCase(name)}.`);
}

/** The heading of each analysis, and what follows it. */
const SECTIONS: { readonly [Name in AnalysisName]: Section<NonNullable<Analysis[Name]>> } = {
  stability: { heading: "How far each weight can move", blocks: stabilityBlocks },
  flips: { heading: "Which better answers would change the leader", blocks: flipsBlocks },
  settled: { heading: "Is the lead settled", blocks: settledBlocks },
  rankIntervals: { heading: "Which ranks are still possible", blocks: rankIntervalsBlocks },
  dominance: { heading: "Who is better whatever counts", blocks: dominanceBlocks },
  canWin: { heading: "Who could come first", blocks: canWinBlocks },
  pairwise: { heading: "Who is ahead of whom under how many weightings", blocks: pairwiseBlocks },
  acceptability: { heading: "Who takes which rank how often", blocks: acceptabilityBlocks },
  restsUpon: { heading: "What the lead rests upon", blocks: restsUponBlocks },
  agreement: { heading: "How far the raters rank alike", blocks: agreementBlocks },
};

interface Section<Found> {
  readonly heading: string;
  blocks(view: View, found: Found): readonly Block[];
}
