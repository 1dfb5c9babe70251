import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Answer, Decision, Id, Pack } from "../../src/engine/decision.ts";

/** The packs that ship, resolved by hand: rendering must not depend on reading. */
export const PACK = packFrom("partnering-with-purpose");
export const PRIORITY_PACK: Pack = { ...PACK, ...parse(textOf("better-together")), reasons: PACK.reasons };

function textOf(id: string): string {
  return readFileSync(`criteria/${id}.yaml`, "utf8");
}

function packFrom(id: string): Pack {
  // A file of ours, of which only the defaults and the maps with numbers for keys have to be filled in.
  const { scale, criteria, reasons, levels, ...rest } = parse(textOf(id));
  const bare = { min: scale.min, max: scale.max, step: 1 };
  const anchors = (map: object) => Object.entries(map).map(([answer, text]) => ({ answer: Number(answer), text }));
  return {
    ...rest,
    scale: {
      ...bare,
      words: anchors(scale.words),
      rules: scale.rules.map((rule: string | object) =>
        typeof rule === "string" ? { rule, comparing: false } : { comparing: false, ...rule },
      ),
    },
    criteria: criteria.map((criterion: { readonly anchors: object }) => ({
      direction: "higher-is-better",
      scale: bare,
      ...criterion,
      anchors: anchors(criterion.anchors),
    })),
    reasons: reasons.map((reason: object) => ({ readings: {}, ...reason })),
    levels: levels.map((level: { readonly conditions: object }) => ({
      ...level,
      conditions: { answers: {}, basis: {}, ...level.conditions },
    })),
  };
}

/** A short form: 4, "3-4", "?" for unknown, "-" for abstain; in pack order. */
function answers(pack: Pack, ...given: readonly (number | string)[]): Readonly<Record<Id, Answer>> {
  return Object.fromEntries(given.map((each, place) => [pack.criteria[place].id, answerFrom(each)]));
}

function answerFrom(given: number | string): Answer {
  if (typeof given === "number") return { kind: "score", score: given };
  if (given === "?") return { kind: "unknown" };
  if (given === "-") return { kind: "abstain" };
  const [low, high] = given.split("-").map(Number);
  return { kind: "range", low, high };
}

export interface Row {
  readonly id?: Id;
  readonly name: string;
  readonly kind?: Id;
  readonly held?: Id;
  readonly given: readonly (number | string)[];
}

export function decisionOn(pack: Pack, rows: readonly Row[], more: Partial<Decision> = {}): Decision {
  const candidates = rows.map(({ given: _given, ...row }, place) => ({ id: `c${place + 1}`, ...row }));
  return {
    reasons: [],
    readiness: {},
    importance: {},
    pack,
    candidates,
    ballots: [
      {
        answers: Object.fromEntries(rows.map(({ given }, place) => [candidates[place].id, answers(pack, ...given)])),
      },
    ],
    ...more,
  };
}

/** Seven invented organizations: a leader, a tie, open answers, one too little known, one set aside. */
export const TOUR: readonly Row[] = [
  { name: "Natural History Museum", kind: "museum", held: "date", given: [5, 4, 4, 5, 4, 4, 4, "3-4", 2, 4] },
  { name: "国立科学博物館・北分館", kind: "museum", given: [4, 4, 3, 4, "?", 4, 4, "?", 3, 3] },
  { name: "Friends of the River", kind: "civic-group", held: "glance", given: [4, 3, 4, 3, 4, 4, 3, 4, 4, 2] },
  { name: "Park District", kind: "government-agency", given: [4, 3, 4, 3, 4, 4, 3, 4, 4, 2] },
  { name: "Radio Este", kind: "public-broadcaster", given: [4, 5] },
  { name: "Acme Payday Loans", kind: "business", given: [1, 2, 4, 4, 3, 4, 5, 3, 5, 3] },
];
