import type { Decision, Pack } from "../../engine/decision.ts";
import type { Evaluation, KnockedOut, Ranked, Standing } from "../../engine/evaluation.ts";
import { missingInWords } from "../conditions.ts";
import { grouped, oneDecimal, perCent, shownNumber, whole } from "../numbers.ts";
import type { Block, Cell, Column, Item, Page } from "../page.ts";
import { levelName } from "../words.ts";
import { committeeBlocks } from "./committee.ts";
import { inShort } from "./in-short.ts";
import { knockOutWords } from "./knock-outs.ts";
import { LaterText } from "./later-text.ts";
import { knownBelow } from "./place-words.ts";

export interface EvaluationPageOptions {
  /** The decision's title, or the name of its file. */
  readonly heading: string;
  /** At most so many of each list; the summary speaks of everybody. */
  readonly top?: number;
}

/**
 * Who stands where: where the raters disagree, if there are several; the ranking, the summary in plain sentences, who is
 * too little known to be ranked, who is set aside and why.
 */
export function evaluationPage(decision: Decision, evaluation: Evaluation, options: EvaluationPageOptions): Page {
  const { heading, top = Number.POSITIVE_INFINITY } = options;
  const { ranking, tooLittleKnown, knockedOut } = evaluation;
  return {
    title: heading,
    blocks: [
      { kind: "text", text: countsLine(evaluation) },
      ...committeeBlocks(decision, evaluation, top),
      ...(ranking.length === 0 ? [] : rankingBlocks(decision, ranking, top)),
      { kind: "heading", text: "In short" },
      ...inShort(decision, evaluation).map((text) => ({ kind: "text", text, indent: 1 }) as const),
      ...listBlocks(
        "Too little known",
        tooLittleKnown,
        top,
        (standing) => tooLittleKnownItem(decision, standing),
        floorSentence(decision),
      ),
      ...listBlocks("Set aside", knockedOut, top, (standing) => setAsideItem(decision, standing)),
    ],
  };
}

export function countsLine({ ranking, tooLittleKnown, knockedOut }: Evaluation): string {
  const groups: readonly (readonly [readonly unknown[], string])[] = [
    [ranking, "ranked"],
    [tooLittleKnown, "too little known"],
    [knockedOut, "set aside"],
  ];
  const present = groups.filter(([standings]) => standings.length > 0);
  if (present.length === 0) return "No candidates yet.";
  return `${present.map(([standings, word]) => `${grouped(standings.length)} ${word}`).join(", ")}.`;
}

// ---- the ranking ----

export function rankingBlocks(decision: Decision, ranking: readonly Ranked[], top: number): readonly Block[] {
  const facts = factsOf(decision, ranking);
  const more = ranking.length - top;
  return [
    { kind: "text", text: "Score 0 to 100; low–high: open answers at worst and at best." },
    {
      kind: "table",
      columns: facts.map(({ column }) => column),
      rows: {
        *[Symbol.iterator]() {
          for (const ranked of ranking.slice(0, top)) yield facts.map(({ cell }) => cell(ranked));
        },
      },
    },
    ...(more > 0 ? [{ kind: "text", text: `${grouped(more)} more ranked below.` } as const] : []),
  ];
}

/** A column of the ranking and what stands in it. */
interface Fact {
  readonly column: Column;
  cell(ranked: Ranked): Cell;
}

function factsOf({ pack }: Decision, ranking: readonly Ranked[]): readonly Fact[] {
  const tied = tiedRanks(ranking);
  const levels = pack.levels.length > 0;
  return [
    {
      column: { title: "Rank", align: "right" },
      cell: ({ rank }) => ({ text: `${tied.has(rank) ? "=" : ""}${rank}`, value: rank }),
    },
    {
      column: { title: "Candidate", align: "left", flexible: true },
      cell: ({ candidate }) => ({ text: candidate.name }),
    },
    {
      column: { title: "Low to high", align: "left", ends: ["0", "100"] },
      cell: ({ low, high, score }) => ({ text: "", bar: { low, high, score } }),
    },
    {
      column: { title: "Score", align: "right" },
      cell: ({ score }) => ({ text: oneDecimal(score), value: score }),
    },
    {
      column: { title: "Low–high", align: "left" },
      cell: (ranked) => ({ text: lowToHigh(ranked) }),
    },
    {
      column: { title: "Known", align: "right" },
      cell: ({ coverage }) => ({ text: perCent(coverage), value: coverage }),
    },
    ...(levels ? levelFacts(pack) : []),
    ...(!levels && ranking.some(isProvisional) ? [MINIMUMS] : []),
  ];
}

function levelFacts(pack: Decision["pack"]): readonly Fact[] {
  return [
    {
      column: { title: "Level", align: "left" },
      cell: (ranked) => {
        const name = ranked.level === undefined ? "none" : levelName(pack, ranked.level);
        return isProvisional(ranked) ? { text: `${name} ?`, tone: "warning" } : { text: name };
      },
    },
    {
      column: { title: "To go further", align: "left", flexible: true, spare: true },
      // Made only where there is room for it.
      cell: (ranked) =>
        new LaterText(() => {
          const next = ranked.blocked.at(-1);
          if (next === undefined) return "";
          return `${levelName(pack, next.level)}: ${missingInWords(next, ranked, pack)}`;
        }),
    },
  ];
}

/** Where there is no level to put the mark at. */
const MINIMUMS: Fact = {
  column: { title: "Minimums", align: "left" },
  cell: (ranked) => (isProvisional(ranked) ? { text: "open ?", tone: "warning" } : { text: "met" }),
};

/** Whether an open answer may still break a minimum. */
function isProvisional({ provisional }: Standing): boolean {
  return provisional.length > 0;
}

function tiedRanks(ranking: readonly Ranked[]): ReadonlySet<number> {
  const tied = new Set<number>();
  for (const [place, { rank }] of ranking.entries()) if (ranking[place + 1]?.rank === rank) tied.add(rank);
  return tied;
}

/** The dashes stand below each other; what is all known is one number. */
function lowToHigh({ low, high }: Standing): string {
  const [lowest, highest] = [whole(low), whole(high)];
  return `${lowest.padStart(3)}${lowest === highest ? "" : `–${highest}`}`;
}

// ---- who is not ranked ----

export function listBlocks<Listed extends Standing>(
  heading: string,
  standings: readonly Listed[],
  top: number,
  item: (standing: Listed) => Item,
  sentence?: string,
): readonly Block[] {
  if (standings.length === 0) return [];
  const more = standings.length - top;
  const closing = [...(more > 0 ? [`${grouped(more)} more.`] : []), ...(sentence === undefined ? [] : [sentence])];
  return [
    { kind: "heading", text: heading },
    {
      kind: "list",
      items: {
        *[Symbol.iterator]() {
          for (const standing of standings.slice(0, top)) yield item(standing);
        },
      },
      indent: 1,
    },
    ...closing.map((text) => ({ kind: "text", text, indent: 1 }) as const),
  ];
}

function tooLittleKnownItem({ pack }: Decision, standing: Standing): Item {
  return new LaterText(() => `${standing.candidate.name}  ${littleKnownWords(pack, standing)}`);
}

/** How little, and how far what is open reaches: `30% known; anywhere from 19 to 89.` */
export function littleKnownWords({ coverageFloor }: Pack, { coverage, low, high }: Standing): string {
  const known = coverage > 0 ? knownBelow(coverageFloor, coverage) : "nothing";
  return `${known} known; anywhere from ${whole(low)} to ${whole(high)}.`;
}

export function floorSentence({ pack }: Decision): string {
  return `Candidates are ranked from ${shownNumber(100 * pack.coverageFloor)}% known.`;
}

export function setAsideItem({ pack }: Decision, standing: KnockedOut): Item {
  return new LaterText(() => setAsideText(pack, standing), "✗");
}

function setAsideText(pack: Pack, standing: KnockedOut): string {
  return `${standing.candidate.name} (would score ${oneDecimal(standing.score)}): ${knockOutWords(pack, standing)}.`;
}
