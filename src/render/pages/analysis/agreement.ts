import type { Agreement, RaterView } from "../../../analysis/agreement.ts";
import { counted, shownNumber } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { nameOf } from "../../words.ts";
import { anyOf, namesIn, sentence, type View } from "./view.ts";

/** How far the raters of a committee rank alike, and who would lead without each. */
export function agreementBlocks(view: View, found: Agreement): readonly Block[] {
  return [
    sentence(concordanceSentence(found), leadersSentence(view, found)),
    { kind: "table", columns: COLUMNS, rows: found.raters.map((rater) => rowOf(view, rater)) },
  ];
}

const COLUMNS: readonly Column[] = [
  { title: "Rater", align: "left", flexible: true },
  { title: "Ranks alone", align: "left", flexible: true },
  { title: "Without this rater leads", align: "left", flexible: true },
];

/**
 * From which W on rankings are said to be how much alike.
 *
 * Source: Schmidt (1997), who calls 0.9 unusually strong, 0.7 strong, 0.5 moderate and 0.3 weak.
 */
const ALIKE: readonly (readonly [least: number, words: string])[] = [
  [0.9, "nearly the same way"],
  [0.7, "much alike"],
  [0.5, "somewhat alike"],
  [0.3, "little alike"],
  [0, "hardly alike"],
];

function concordanceSentence({ compared, concordance, raters }: Agreement): string {
  const which = `${counted(compared.length, "candidate", "candidates")} that every rater knows enough about`;
  if (concordance === undefined) {
    return compared.length < 2
      ? "The raters’ rankings cannot be compared: there are not two candidates of whom each knows enough."
      : `The ${counted(raters.length, "rater", "raters")} hold all ${which} to be level: there are no rankings to compare.`;
  }
  const words = concordance >= 1 - 1e-9 ? "the same way" : ALIKE.find(([least]) => concordance >= least)?.[1];
  return `The raters rank the ${which} ${words}: Kendall’s W is ${shownNumber(concordance)}, where 1 is one ranking by all and 0 no agreement.`;
}

function leadersSentence(view: View, { raters }: Agreement): string {
  const leader = view.evaluation.lead.leaders;
  const changes = raters.filter(({ leadersWithout }) => !isSame(leadersWithout, leader)).map(({ rater }) => rater);
  if (changes.length === 0) return "Whichever rater is left out, the leader stays.";
  if (changes.length === raters.length) return "Whichever rater is left out, first place changes.";
  return `First place changes without ${anyOf(changes)}.`;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function rowOf(view: View, { rater, ranking, leadersWithout }: RaterView): readonly Cell[] {
  const listed = ranking
    .slice(0, RANKS_SHOWN)
    .map(({ candidate, rank }) => `${rank} ${nameOf(view.decision, candidate)}`);
  const more = ranking.length - listed.length;
  return [
    { text: rater },
    { text: `${listed.join(", ")}${more > 0 ? ` and ${more} more` : ""}` || "nobody" },
    { text: namesIn(view, leadersWithout) || "nobody" },
  ];
}

const RANKS_SHOWN = 10;
