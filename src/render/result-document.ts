import { type AskNext, eachToAsk } from "../analysis/ask-next.ts";
import { leadFlip } from "../analysis/lead-flip.ts";
import { settled } from "../analysis/settled.ts";
import { abstentions } from "../engine/abstentions.ts";
import type { Answer, Decision, Ground } from "../engine/decision.ts";
import { disagreements } from "../engine/disagreements.ts";
import type { Contribution, Evaluation, KnockedOut, Standing } from "../engine/evaluation.ts";
import type { ResultDocument } from "./result-schema.ts";
import { labelOf } from "./words.ts";

export type Provenance = ResultDocument["provenance"];
/** A warning with its sentence, from a document or from the engine. */
export type SpokenWarning = ResultDocument["warnings"][number];

type Summary = ResultDocument["summary"];
type Lists = Pick<ResultDocument, "ranking" | "tooLittleKnown" | "knockedOut" | "warnings">;

/**
 * The document with lists whose entries are made while they are read, so that a hundred thousand candidates are not in
 * memory twice. `JSON.stringify` makes the plain document of it.
 */
export type ResultInParts = Omit<ResultDocument, keyof Lists | "summary"> & {
  readonly [List in keyof Lists]: Iterable<Lists[List][number]>;
} & {
  readonly summary: Omit<Summary, "askNext"> & { readonly askNext: Iterable<Summary["askNext"][number]> };
};

/**
 * An evaluation as plain data, for programs: every number unrounded, what was not stated left out. With `top`, at most so
 * many of each list; the summary speaks of everybody all the same.
 */
export function resultDocument(
  decision: Decision,
  evaluation: Evaluation,
  provenance: Provenance,
  warnings: Iterable<SpokenWarning>,
  { top = Number.POSITIVE_INFINITY }: { readonly top?: number } = {},
): ResultInParts {
  const { criteria, ranking, tooLittleKnown, knockedOut } = evaluation;
  const detailsPart = detailsMaker();
  return {
    schemaVersion: 1,
    provenance,
    decision: decisionPart(decision),
    criteria: criteria.map(({ id, importance, emphasis, weight }) => ({
      id,
      label: labelOf(decision.pack, id),
      importance,
      emphasis,
      weight,
    })),
    ranking: made(ranking.slice(0, top), (ranked) =>
      Object.assign(whoAndPoints(ranked, { rank: ranked.rank }), levelPart(ranked), detailsPart(ranked)),
    ),
    tooLittleKnown: made(tooLittleKnown.slice(0, top), (standing) =>
      Object.assign(whoAndPoints(standing, {}), levelPart(standing), detailsPart(standing)),
    ),
    knockedOut: made(knockedOut.slice(0, top), (standing) =>
      Object.assign(whoAndPoints(standing, {}), reasonsPart(standing), detailsPart(standing)),
    ),
    disagreements: disagreements(decision)
      .slice(0, top)
      .map(({ candidate, criterion, steps, answers }) => ({
        ...{ candidate, criterion, steps },
        answers: answers.map(({ rater, answer }) => ({ rater, ...givenPart(answer), ...groundPart(answer) })),
      })),
    abstentions: abstentions(decision).map(({ rater, count }) => ({ rater, count })),
    summary: summaryPart(decision, evaluation),
    warnings: made(warnings, (warning) => warning),
  };
}

function summaryPart(decision: Decision, evaluation: Evaluation): ResultInParts["summary"] {
  const { leaders, margin, closeCall } = evaluation.lead;
  const certain = settled(decision, evaluation);
  return {
    leader: leaders[0] ?? null,
    leaders: [...leaders],
    margin,
    closeCall,
    settled: certain.settled,
    flip: leadFlip(decision, evaluation),
    askNext: made(eachToAsk(decision, evaluation, certain), ({ candidate, criterion }: AskNext) => ({
      candidate,
      criterion,
    })),
  };
}

/**
 * A list whose entries are made while they are read; `JSON.stringify` makes a plain one of it.
 *
 * @example
 * made([1, 2], (number) => 2 * number) // → [2,4]
 */
export function made<From, To>(entries: Iterable<From>, make: (entry: From) => To): Iterable<To> {
  const list = {
    *[Symbol.iterator]() {
      for (const entry of entries) yield make(entry);
    },
    toJSON: () => Array.from(list),
  };
  return list;
}

function decisionPart({ title, purpose, reasons, readiness, ballots }: Decision): ResultDocument["decision"] {
  return {
    ...(title !== undefined && { title }),
    ...(purpose !== undefined && { purpose }),
    reasons: [...reasons],
    raters: ballots.flatMap(({ rater }) => rater ?? []),
    readiness: { ...readiness },
  };
}

/** Added key by key to what is there: spreads take a second and a half longer of a million candidates. */
function whoAndPoints<Start extends object>(standing: Standing, start: Start): Start & WhoAndPoints {
  const part: Partial<WhoAndPoints> = start;
  const { id, name, kind, held } = standing.candidate;
  part.id = id;
  part.name = name;
  if (kind !== undefined) part.kind = kind;
  if (held !== undefined) part.held = held;
  part.score = standing.score;
  part.base = standing.base;
  part.priority = standing.priority;
  part.low = standing.low;
  part.high = standing.high;
  part.coverage = standing.coverage;
  part.provisional = [...standing.provisional];
  return part as Start & WhoAndPoints;
}

type WhoAndPoints = Omit<Lists["tooLittleKnown"][number], "level" | keyof Details>;

function levelPart({ level }: Standing) {
  return level === undefined ? {} : { level };
}

function reasonsPart({ reasons }: KnockedOut) {
  return { reasons: reasons.map((reason) => ({ ...reason })) };
}

/**
 * What stands in the way of better levels, and the answers. Parts that many candidates share are one object, and frozen, so
 * that whoever writes them may write them once.
 */
function detailsMaker(): (standing: Standing) => Details {
  const answerPartOf = answerPartMaker();
  const blockedPart = madeOnce((blocked: Standing["blocked"]) =>
    blocked.map(({ level, conditions }) => ({ level, conditions: [...conditions] })),
  );
  let likeOthers: Details["answers"] | undefined;
  const answersPart = madeOnce((answers: Standing["answers"]) => {
    // A copy with every question is filled faster than an object without. An id may be `__proto__`, which an assignment
    // keeps only where it is there already.
    likeOthers ??= Object.fromEntries(
      answers.map((contribution) => [contribution.criterion, answerPartOf(contribution)]),
    );
    const part = { ...likeOthers };
    for (const contribution of answers) part[contribution.criterion] = answerPartOf(contribution);
    return part;
  });
  return ({ blocked, answers }) => ({ blocked: blockedPart(blocked), answers: answersPart(answers) });
}

type Details = Pick<ResultDocument["ranking"][number], "blocked" | "answers">;
type AnswerPart = Details["answers"][string];

/** One after another, candidates about whom nothing is known have the very same list. */
function madeOnce<From extends object, To>(make: (from: From) => To): (from: From) => To {
  let last: From | undefined;
  let lastMade: To | undefined;
  return (from) => {
    if (lastMade !== undefined && from === last) return Object.freeze(lastMade);
    last = from;
    lastMade = make(from);
    return lastMade;
  };
}

/** What the engine shares among candidates is frozen, and shared here too. */
function answerPartMaker(): (contribution: Contribution) => AnswerPart {
  const shared = new WeakMap<Contribution, AnswerPart>();
  return (contribution) => {
    const known = shared.get(contribution);
    if (known !== undefined) return known;
    const part = answerPart(contribution);
    if (Object.isFrozen(contribution)) shared.set(contribution, Object.freeze(part));
    return part;
  };
}

function answerPart({ answer, value, contribution }: Contribution): AnswerPart {
  return { ...givenPart(answer), value, contribution, ...groundPart(answer) };
}

function givenPart(answer: Answer) {
  switch (answer.kind) {
    case "score":
      return { score: answer.score };
    case "range":
      return { range: [answer.low, answer.high] satisfies [number, number] };
    case "unknown":
      return { unknown: true } as const;
    case "abstain":
      return { abstain: true } as const;
  }
}

function groundPart({ basis, note, evidence }: Ground): Ground {
  return {
    ...(basis !== undefined && { basis }),
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
  };
}
