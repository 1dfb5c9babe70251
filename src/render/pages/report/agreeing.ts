import type { Decision, Level, Pack } from "../../../engine/decision.ts";
import type { Evaluation, Ranked } from "../../../engine/evaluation.ts";
import { missingInWords } from "../../conditions.ts";
import { counted } from "../../numbers.ts";
import type { Block, Item } from "../../page.ts";
import { aLevel, capital, warningMessage } from "../../words.ts";
import { paragraph } from "../blocks.ts";
import { LISTED_AT_MOST } from "./limits.ts";

/**
 * The level that the answers support for each who is ranked, level by level from the most committed: what it means, who
 * decides it and what to write down, and for each candidate what the next level needs besides. Nothing without levels.
 */
export function agreeingBlocks(decision: Decision, evaluation: Evaluation): readonly Block[] {
  const { pack } = decision;
  const ranking = evaluation.ranking.slice(0, LISTED_AT_MOST);
  if (pack.levels.length === 0 || ranking.length === 0) return [];
  const without = ranking.filter(({ level }) => level === undefined);
  const more = evaluation.ranking.length - ranking.length;
  return [
    ...pack.levels.flatMap((level) =>
      levelBlocks(
        pack,
        level,
        ranking.filter((ranked) => ranked.level === level.id),
      ),
    ),
    ...(without.length === 0
      ? []
      : [{ kind: "heading", text: "None of the levels yet" } as const, itemsOf(pack, without)]),
    ...(more > 0 ? [paragraph(`${counted(more, "more candidate", "more candidates")} ranked below.`)] : []),
    ...warningBlocks(decision, evaluation),
  ];
}

function levelBlocks(pack: Pack, level: Level, ranked: readonly Ranked[]): readonly Block[] {
  if (ranked.length === 0) return [];
  const facts = [
    { label: "Who decides", text: level.decidedBy },
    { label: "What to write down", text: level.writeDown },
  ].flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text: capital(text) }]));
  return [
    { kind: "heading", text: level.label },
    ...(level.meaning === undefined ? [] : [paragraph(level.meaning)]),
    ...(facts.length === 0 ? [] : [{ kind: "facts", facts } as const]),
    itemsOf(pack, ranked),
  ];
}

function itemsOf(pack: Pack, ranked: readonly Ranked[]): Block {
  return { kind: "list", items: ranked.map((each) => itemOf(pack, each)) };
}

function itemOf(pack: Pack, ranked: Ranked): Item {
  const { candidate, blocked, level } = ranked;
  const next = blocked.at(-1);
  const said = [
    ...(candidate.held === undefined ? [] : [heldWords(pack, candidate.held, level)]),
    ...(next === undefined
      ? []
      : [`${capital(aLevel(pack, next.level))} also needs ${missingInWords(next, ranked, pack)}.`]),
  ].join(" ");
  return {
    mark: "–",
    text: [
      { text: said === "" ? candidate.name : `${candidate.name}:`, tone: "strong" },
      { text: said === "" ? "" : ` ${said.charAt(0).toLowerCase()}${said.slice(1)}` },
    ],
  };
}

function heldWords(pack: Pack, held: string, level: string | undefined): string {
  const placeOf = (id: string | undefined) => pack.levels.findIndex((each) => each.id === id);
  const today = `Today there is ${aLevel(pack, held)}`;
  if (held === level) return `${today} already.`;
  return level === undefined || placeOf(held) < placeOf(level) ? `${today}, which is more.` : `${today}.`;
}

/** What speaks against a level that the answers support. */
function warningBlocks(decision: Decision, { warnings }: Evaluation): readonly Block[] {
  const found = warnings.filter(isOfLevels);
  if (found.length === 0) return [];
  const items = found
    .slice(0, LISTED_AT_MOST)
    .map((warning) => ({ mark: "!", text: warningMessage(warning, decision) }));
  return [
    { kind: "heading", text: "Not advised yet" },
    { kind: "list", items },
  ];
}

/** Whether a warning is about a level, and so stands beside the levels. */
export function isOfLevels({ code }: Evaluation["warnings"][number]): boolean {
  return code === "level-not-advised" || code === "not-ready";
}
