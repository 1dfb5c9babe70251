import { type Answer, BASES, type Basis, type Criterion, entryOf, type Id, type Level, type Pack } from "./decision.ts";
import type { BlockedLevel, Blocking, Standing } from "./evaluation.ts";
import { atLeast } from "./thresholds.ts";
import { isAnswered, isBeyond, worstEnd } from "./values.ts";

/** What of a candidate the rules of a level look at. */
export interface LevelFacts extends Pick<Standing, "candidate" | "base" | "coverage"> {
  /** In pack order. */
  readonly answers: readonly Answer[];
}

export interface SupportedLevel {
  /** Absent where no level's conditions all hold, as in a pack without levels. */
  readonly level?: Id;
  /** Every better level, in pack order. */
  readonly blocked: readonly BlockedLevel[];
}

/**
 * Gives a candidate the first level, in the pack's order, whose conditions all hold, and for each better level the
 * conditions that do not. Conditions are bounds that a better answer never breaks, so improving an answer never lowers
 * a level:
 * the base (without priority points) and the coverage reach a bound, within 1e-9; answers to named criteria are at
 * least so good, a range at its worse end, and an unanswered question meets none; the level held today is at least so
 * committed; the basis of an answer is at least so good (seen, then read, told, guess), and an unanswered question
 * meets none.
 *
 * Source: minimums as sorting rules, after the conjunctive rule, Dawes (1964); the four levels, Crowther and Trott (2004).
 *
 * @example
 * const fit = { id: "fit", label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const date = { id: "date", conditions: { score: 50, answers: { fit: 3 }, basis: {} } };
 * const glance = { id: "glance", conditions: { answers: {}, basis: {} } };
 * const levelOf = supportedLevel({ criteria: [fit], levels: [date, glance] });
 * const facts = { candidate: { id: "a", name: "A" }, base: 62.5, coverage: 1 };
 * levelOf({ ...facts, answers: [{ kind: "score", score: 4 }] }).level // → "date"
 * levelOf({ ...facts, answers: [{ kind: "range", low: 2, high: 5 }] }).level // → "glance"
 * levelOf({ ...facts, answers: [{ kind: "unknown" }] }).blocked[0].conditions[0].found // → null
 */
export function supportedLevel(pack: Pack): (facts: LevelFacts) => SupportedLevel {
  const levels = pack.levels.map((level) => ({ id: level.id, rules: rulesOf(pack, level) }));
  return (facts) => {
    const blocked: BlockedLevel[] = [];
    for (const { id, rules } of levels) {
      const conditions = whatBlocks(rules, facts);
      if (conditions.length === 0) return { level: id, blocked };
      blocked.push({ level: id, conditions });
    }
    return { blocked };
  };
}

/**
 * The position in the pack's levels of the level that `supportedLevel` gives, or the number of levels where it gives none:
 * for a million candidates, without a list of what blocks the others.
 *
 * @example
 * const date = { id: "date", conditions: { score: 50, answers: {}, basis: {} } };
 * const glance = { id: "glance", conditions: { answers: {}, basis: {} } };
 * const reached = reachedLevel({ criteria: [], levels: [date, glance] });
 * reached({ candidate: { id: "a", name: "A" }, base: 62.5, coverage: 1, answers: [] }) // → 0
 * reached({ candidate: { id: "b", name: "B" }, base: 37.5, coverage: 1, answers: [] }) // → 1
 */
export function reachedLevel(pack: Pack): (facts: LevelFacts) => number {
  const levels = pack.levels.map((level) => rulesOf(pack, level));
  return (facts) => {
    const reached = levels.findIndex((rules) => rules.every((rule) => rule(facts) === undefined));
    return reached === -1 ? levels.length : reached;
  };
}

/**
 * Whether one level is more committed than another in the pack's order; false where the pack lacks either.
 *
 * @example
 * isAbove([{ id: "marriage" }, { id: "date" }, { id: "glance" }], "marriage", "date") // → true
 * isAbove([{ id: "marriage" }, { id: "date" }, { id: "glance" }], "date", "date") // → false
 */
export function isAbove(levels: readonly Pick<Level, "id">[], level: Id, other: Id): boolean {
  return placeOf(levels, level) < placeOf(levels, other) && placeOf(levels, other) < levels.length;
}

/**
 * Whether the level held today is at least so committed as one needed; nothing held is not.
 *
 * @example
 * isHeld([{ id: "marriage" }, { id: "date" }, { id: "glance" }], "marriage", "date") // → true
 * isHeld([{ id: "marriage" }, { id: "date" }, { id: "glance" }], undefined, "glance") // → false
 */
export function isHeld(levels: readonly Pick<Level, "id">[], held: Id | undefined, needed: Id): boolean {
  if (held === undefined) return false;
  return held === needed || isAbove(levels, held, needed);
}

/** A condition of a level, ready to look at many candidates: what blocks, or nothing. */
type Rule = (facts: LevelFacts) => Blocking | undefined;

function whatBlocks(rules: readonly Rule[], facts: LevelFacts): readonly Blocking[] {
  const blocking: Blocking[] = [];
  for (const rule of rules) {
    const found = rule(facts);
    if (found !== undefined) blocking.push(found);
  }
  return blocking.slice();
}

/** In the order in which conditions are shown. */
function rulesOf(pack: Pack, { conditions }: Level): readonly Rule[] {
  const { score, coverage, held } = conditions;
  const rules: Rule[] = [];
  if (score !== undefined) rules.push(scoreRule(score));
  if (coverage !== undefined) rules.push(coverageRule(coverage));
  for (const [position, criterion] of pack.criteria.entries()) {
    const needed = entryOf(conditions.answers, criterion.id);
    if (needed !== undefined) rules.push(answerRule(position, criterion, needed));
  }
  if (held !== undefined) rules.push(heldRule(pack.levels, held));
  for (const [position, criterion] of pack.criteria.entries()) {
    const needed = entryOf(conditions.basis, criterion.id);
    if (needed !== undefined) rules.push(basisRule(position, criterion, needed));
  }
  return rules;
}

function scoreRule(needed: number): Rule {
  return ({ base }) => (atLeast(base, needed) ? undefined : { kind: "score", needed, found: base });
}

function coverageRule(needed: number): Rule {
  const blocking = oncePerFound((found: number): Blocking => ({ kind: "coverage", needed, found }));
  return ({ coverage }) => (atLeast(coverage, needed) ? undefined : blocking(coverage));
}

function answerRule(position: number, criterion: Criterion, needed: number): Rule {
  const blocking = oncePerFound(
    (found: number | null): Blocking => ({ kind: "answer", criterion: criterion.id, needed, found }),
  );
  return ({ answers }) => {
    const answer = answers[position];
    if (!isAnswered(answer)) return blocking(null);
    const found = worstEnd(criterion, answer);
    return isBeyond(criterion.direction, found, needed) ? blocking(found) : undefined;
  };
}

function heldRule(levels: readonly Level[], needed: Id): Rule {
  const blocking = oncePerFound((found: Id | null): Blocking => ({ kind: "held", needed, found }));
  return ({ candidate: { held } }) => (isHeld(levels, held, needed) ? undefined : blocking(held ?? null));
}

function basisRule(position: number, { id }: Criterion, needed: Basis): Rule {
  const blocking = oncePerFound((found: Basis | null): Blocking => ({ kind: "basis", criterion: id, needed, found }));
  return ({ answers }) => {
    const answer = answers[position];
    const found = isAnswered(answer) ? answer.basis : undefined;
    if (found === undefined) return blocking(null);
    return BASES.indexOf(found) <= BASES.indexOf(needed) ? undefined : blocking(found);
  };
}

/** The same condition blocks many candidates for the same reason: they share one object, which is frozen, up to a bound. */
function oncePerFound<Found>(make: (found: Found) => Blocking): (found: Found) => Blocking {
  const made = new Map<Found, Blocking>();
  return (found) => {
    const known = made.get(found);
    if (known !== undefined) return known;
    const blocking = make(found);
    if (made.size < SHARED_AT_MOST) made.set(found, Object.freeze(blocking));
    return blocking;
  };
}

const SHARED_AT_MOST = 100;

function placeOf(levels: readonly Pick<Level, "id">[], id: Id): number {
  const place = levels.findIndex((level) => level.id === id);
  return place === -1 ? levels.length : place;
}
