import { leadFlip } from "../../../analysis/lead-flip.ts";
import type { LeadersOver, WeightStability } from "../../../analysis/weight-stability.ts";
import type { Id } from "../../../engine/decision.ts";
import { importanceInWords } from "../../flip-words.ts";
import { counted, perCent, shownNumber } from "../../numbers.ts";
import type { Block, Cell, Column } from "../../page.ts";
import { labelOf, nameOf } from "../../words.ts";
import { anyOf, namesIn, sentence, type View } from "./view.ts";

/** How far the weight of each question can move, with a picture of who leads where. */
export function stabilityBlocks(view: View, found: readonly WeightStability[]): readonly Block[] {
  if (found.length === 0) return [sentence("Only one question is asked, so no weight can move.")];
  const signs = signsOf(view, found);
  return [
    sentence(...leadSentences(view, found)),
    { kind: "text", text: `${keyOf(view, signs)} The other weights keep their proportions.`, ofPictures: true },
    { kind: "table", columns: COLUMNS, rows: found.map((each) => rowOf(view, each, signs)) },
  ];
}

const COLUMNS: readonly Column[] = [
  { title: "Question", align: "left", flexible: true },
  { title: "Weight", align: "right", spare: true },
  { title: "Who leads where", align: "left", ends: ["0%", "100%"], pictureWidth: 20 },
  { title: "Leads at", align: "left", spare: true },
  { title: "Points", align: "right" },
  { title: "Leads with", align: "left" },
  { title: "Otherwise", align: "left", flexible: true },
];

// ---- the sentence ----

function leadSentences(view: View, found: readonly WeightStability[]): readonly string[] {
  const { decision, evaluation } = view;
  const [{ candidate }] = evaluation.ranking;
  const { leaders } = evaluation.lead;
  const tie = leaders.length > 1 ? [`${namesIn(view, leaders)} are tied, so that other weights can part them.`] : [];
  const steady = found.filter(({ from, to }) => from === 0 && to === 1);
  const leads = leaders.length > 1 ? "stays first, alone or tied," : "leads";
  if (steady.length === found.length) {
    return [...tie, `${candidate.name} ${leads} whatever any one question weighs.`];
  }
  const unmoved =
    steady.length === 0
      ? []
      : [
          `Whatever ${anyOf(steady.map(({ criterion }) => labelOf(decision.pack, criterion)))} weighs, ${candidate.name} ${leads}.`,
        ];
  const { importance } = leadFlip(decision, evaluation);
  if (importance === undefined) {
    // In a tie, or where all that counts is one question, so that no points of its own change its weight.
    return [...tie, ...unmoved, ...(tie.length > 0 ? [] : ["The table says with which weights another leads."])];
  }
  const moved = found.find(({ criterion }) => criterion === importance.criterion);
  const next = moved && namesIn(view, besides(moved, importance.factor > 1 ? "above" : "below"));
  const then = next === undefined || next === "" ? "" : `, ${next} would lead`;
  return [
    ...unmoved,
    `The nearest change of one weight that ends the lead: if ${importanceInWords(decision, importance)}${then}.`,
  ];
}

/** Who leads just outside of where the first listed does. */
function besides({ from, to, leaders }: WeightStability, side: "below" | "above"): readonly Id[] {
  const beyond =
    side === "above"
      ? leaders.find((stretch) => stretch.from >= to && stretch.to > stretch.from)
      : leaders.findLast((stretch) => stretch.to <= from && stretch.to > stretch.from);
  return beyond?.ids ?? [];
}

// ---- the picture ----

type Signs = ReadonlyMap<Id, string>;

const LEADER = "▇";
const TIE = "=";
const OTHERS = [..."BCDEFGHIJKLMNOPQRSTUVWXYZ"];
const YET_OTHERS = "*";

/** A letter for each other who leads somewhere, in ranking order. */
function signsOf({ evaluation }: View, found: readonly WeightStability[]): Signs {
  const leading = new Set(found.flatMap(({ leaders }) => leaders.filter(isWide).flatMap(({ ids }) => ids)));
  const [first, ...others] = evaluation.ranking.map(({ candidate }) => candidate.id);
  const lettered = others.filter((id) => leading.has(id));
  return new Map([[first, LEADER], ...lettered.map((id, place) => [id, OTHERS[place] ?? YET_OTHERS] as const)]);
}

function isWide({ from, to }: LeadersOver): boolean {
  return to > from;
}

function keyOf({ decision }: View, signs: Signs): string {
  const known = [...signs].filter(([, sign]) => sign !== YET_OTHERS);
  const others = signs.size - known.length;
  const named = [
    ...known.map(([id, sign]) => `${sign} ${nameOf(decision, id)}`),
    ...(others > 0 ? [`${YET_OTHERS} ${counted(others, "other", "others")}`] : []),
  ];
  return `${named.join(", ")}; ${TIE} is a tie, | today’s weight.`;
}

function rowOf(view: View, stability: WeightStability, signs: Signs): readonly Cell[] {
  const { pack } = view.decision;
  const { criterion, weight, from, to, leaders } = stability;
  const points = pointsNow(view, criterion);
  return [
    { text: labelOf(pack, criterion) },
    { text: perCent(weight), value: weight },
    {
      text: "",
      stretches: {
        upTo: leaders.filter(isWide).map((stretch) => ({
          sign: stretch.ids.length > 1 ? TIE : (signs.get(stretch.ids[0]) ?? YET_OTHERS),
          end: stretch.to,
        })),
        mark: weight,
      },
    },
    { text: between(from > 0 ? perCent(from) : undefined, to < 1 ? perCent(to) : undefined) },
    { text: shownNumber(points), value: points },
    { text: pointsBetween(stability) },
    { text: otherwise(view, stability) },
  ];
}

/** The points that the weight stands for now: with these stated, nothing changes. */
function pointsNow({ evaluation }: View, id: Id): number {
  const weighed = evaluation.criteria.find((criterion) => criterion.id === id);
  return weighed === undefined ? 0 : weighed.importance * weighed.emphasis;
}

function pointsBetween({ from, to, importanceFrom, importanceTo }: WeightStability): string {
  // Of the only question that counts, any points are all of the weight.
  if (importanceFrom === undefined && importanceTo === undefined) return "any";
  const least = from > 0 && importanceFrom !== undefined ? shownNumber(importanceFrom) : undefined;
  const most = to < 1 && importanceTo !== undefined ? shownNumber(importanceTo) : undefined;
  return between(least, most);
}

function between(least: string | undefined, most: string | undefined): string {
  if (least === undefined) return most === undefined ? "any" : `up to ${most}`;
  if (most === undefined) return `from ${least}`;
  return least === most ? `only ${least}` : `${least} to ${most}`;
}

function otherwise(view: View, stability: WeightStability): string {
  const { from, to } = stability;
  const below = from > 0 ? namesIn(view, besides(stability, "below")) : "";
  const above = to < 1 ? namesIn(view, besides(stability, "above")) : "";
  if (below === "" || above === "") return `${below}${above}`;
  return below === above ? below : `${below} below, ${above} above`;
}
