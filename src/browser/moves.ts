import type { Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import type { Block, Cell, Item, Section, Span } from "../render/page.ts";

/** Where a candidate stands: its rank, or in a list of those who have none. */
export type Place = number | "too little known" | "set aside";

/** By candidate. */
export function placesIn({ ranking, tooLittleKnown, knockedOut }: Evaluation): ReadonlyMap<Id, Place> {
  return new Map<Id, Place>([
    ...ranking.map(({ candidate, rank }) => [candidate.id, rank] as const),
    ...tooLittleKnown.map(({ candidate }) => [candidate.id, "too little known"] as const),
    ...knockedOut.map(({ candidate }) => [candidate.id, "set aside"] as const),
  ]);
}

/**
 * The live sections with a word wherever a candidate stands otherwise than agreed: a column of the ranking that says how far
 * each has moved, and in the lists of those not ranked what rank each had.
 */
export function withMoves(sections: readonly Section[], agreed: Evaluation, now: Evaluation): readonly Section[] {
  const before = placesIn(agreed);
  return sections.map((section) => {
    switch (section.id) {
      case "ranking": {
        const cells = now.ranking.map(({ candidate, rank }) => moveCell(before.get(candidate.id), rank));
        return { ...section, blocks: section.blocks.map((block) => withColumn(block, cells)) };
      }
      case "too-little-known":
        return withPlaces(
          section,
          now.tooLittleKnown.map(({ candidate }) => before.get(candidate.id)),
          "too little known",
        );
      case "set-aside":
        return withPlaces(
          section,
          now.knockedOut.map(({ candidate }) => before.get(candidate.id)),
          "set aside",
        );
      default:
        return section;
    }
  });
}

/** How far somebody ranked has moved, in a word besides the arrow. */
function moveCell(before: Place | undefined, rank: number): Cell {
  if (typeof before !== "number") return { text: `was ${before ?? "not there"}`, tone: "strong" };
  if (before > rank) return { text: `▲ ${before - rank} up`, value: before - rank, tone: "good" };
  if (before < rank) return { text: `▼ ${rank - before} down`, value: before - rank, tone: "warning" };
  return { text: "–", value: 0, tone: "quiet" };
}

/** After the rank. */
function withColumn(block: Block, cells: readonly Cell[]): Block {
  if (block.kind !== "table") return block;
  const rows = Array.from(block.rows, (row, at) => row.toSpliced(1, 0, cells[at]));
  return { ...block, columns: block.columns.toSpliced(1, 0, { title: "Moved", align: "left" }), rows };
}

function withPlaces(section: Section, before: readonly (Place | undefined)[], now: Place): Section {
  const blocks = section.blocks.map((block): Block => {
    if (block.kind !== "list") return block;
    return { ...block, items: Array.from(block.items, (item, at) => withPlace(item, before[at], now)) };
  });
  return { ...section, blocks };
}

function withPlace(item: Item, before: Place | undefined, now: Place): Item {
  if (before === undefined || before === now) return item;
  const { mark, text } = item;
  const spans: readonly Span[] = typeof text === "string" ? [{ text }] : text;
  const was = typeof before === "number" ? `rank ${before}` : before;
  return { ...(mark !== undefined && { mark }), text: [...spans, { text: ` Agreed: ${was}.`, tone: "strong" }] };
}
