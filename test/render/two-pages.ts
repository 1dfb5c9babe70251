import { comparison } from "../../src/analysis/comparison.ts";
import { explanation } from "../../src/analysis/explanation.ts";
import type { Decision, Pack } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Evaluation, Standing } from "../../src/engine/evaluation.ts";
import type { Page } from "../../src/render/page.ts";
import { comparisonPage } from "../../src/render/pages/comparison/page.ts";
import { explanationPage } from "../../src/render/pages/explanation/page.ts";
import { screen } from "./show.ts";
import { decisionOn, PACK, type Row } from "./tour.ts";

/** Two questions that weigh the same, on 1 to 5; no levels, no minimums, no floor. */
export const TWO: Pack = {
  ...PACK,
  coverageFloor: 0,
  levels: [],
  criteria: ["fit", "time"].map((id) => ({
    ...{ id, label: id === "fit" ? "Fit" : "Time", question: `${id}?`, importance: 1 },
    ...{ direction: "higher-is-better", scale: { min: 1, max: 5, step: 1 } },
    ...{ anchors: [{ answer: 4, text: `${id} that is good.` }], probes: [], evidence: [] },
  })),
};

/** The ten questions, without levels. */
export const TEN: Pack = { ...PACK, levels: [] };

interface About {
  readonly decision: Decision;
  readonly evaluation: Evaluation;
  readonly standings: readonly Standing[];
}

function about(pack: Pack, rows: readonly Row[], more: Partial<Decision>, places: readonly number[]): About {
  const decision = decisionOn(pack, rows, more);
  const evaluation = evaluate(decision);
  const everybody = [...evaluation.ranking, ...evaluation.tooLittleKnown, ...evaluation.knockedOut];
  const standings = places.flatMap((place) => everybody.filter(({ candidate }) => candidate.id === `c${place}`));
  return { decision, evaluation, standings };
}

/** The page that explains the candidate in a row, counted from 1. */
export function explainedPage(pack: Pack, rows: readonly Row[], place = 1, more: Partial<Decision> = {}): Page {
  const { decision, evaluation, standings } = about(pack, rows, more, [place]);
  const explained = explanation(decision, evaluation, standings[0]);
  return explanationPage(decision, evaluation, explained, { heading: "" });
}

/** The page that compares the candidates in two rows. */
export function comparedPage(
  pack: Pack,
  rows: readonly Row[],
  more: Partial<Decision> = {},
  places: readonly [number, number] = [1, 2],
): Page {
  const { decision, evaluation, standings } = about(pack, rows, more, places);
  return comparisonPage(decision, evaluation, comparison(decision, evaluation, standings[0], standings[1]), {
    heading: "",
  });
}

/** What stands under a heading that begins so, each paragraph in a line; without one, what stands above all headings. */
export function under(page: Page, heading?: string): string {
  const isHeading = (place: number) => page.blocks[place]?.kind === "heading";
  const start = heading === undefined ? 0 : place(page, heading) + 1;
  let end = start;
  while (end < page.blocks.length && !isHeading(end)) end += 1;
  return screen({ title: "", blocks: page.blocks.slice(start, end) });
}

function place(page: Page, heading: string): number {
  const found = page.blocks.findIndex((block) => block.kind === "heading" && block.text.startsWith(heading));
  if (found === -1) throw new Error(`The page has no heading ${heading}.`);
  return found;
}
