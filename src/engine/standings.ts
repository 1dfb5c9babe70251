import { type AnswerRows, answerRows } from "./ballots.ts";
import { contributions } from "./contributions.ts";
import type { Answer, Decision, Id } from "./decision.ts";
import type { KnockedOut, Ranked, Standing } from "./evaluation.ts";
import type { Findings } from "./findings.ts";
import { type SupportedLevel, supportedLevel } from "./levels.ts";
import { minimumCheck } from "./minimums.ts";

/** The standing of the candidate at a position in the decision, as the list it goes into wants it. */
export interface Standings {
  readonly ranked: (position: number, rank: number) => Ranked;
  readonly tooLittleKnown: (position: number) => Standing;
  readonly knockedOut: (position: number) => KnockedOut;
}

/**
 * Standings out of what was found. Up to 10,000 candidates they are plain data. Of more, each looks its parts up when they
 * are read, as answers and conditions of all would not fit into memory: it reads the same, and becomes the same JSON, but
 * a spread of it has nothing.
 *
 * @example
 * const fit = { id: "fit", label: "Fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const pack = { criteria: [fit], levels: [], unknown: "neutral" };
 * const ballots = [{ answers: { a: { fit: { kind: "score", score: 4 } } } }];
 * const points = { base: [75], score: [75], low: [75], high: [75], coverage: [1] };
 * const found = { points, priorities: [0], provisional: [0], levels: [0] };
 * const of = standings({ pack, ballots, candidates: [{ id: "a", name: "A" }] }, [1], found);
 * of.ranked(0, 1).answers[0].contribution // → 75
 */
export function standings(
  decision: Decision,
  weights: ArrayLike<number>,
  found: Findings,
  rows: AnswerRows = answerRows(decision),
  keptWhole = KEPT_WHOLE,
): Standings {
  const answersAt = lastOneKept(answersFrom(decision, weights, rows));
  const whole = lastOneKept(wholeFrom(decision, found, answersAt, rows.unanswered));
  if (decision.candidates.length > keptWhole) return onDemand({ decision, found, answersAt, whole });
  return {
    ranked: (position, rank) => ({ ...whole(position).standing, rank }),
    tooLittleKnown: (position) => whole(position).standing,
    knockedOut: (position) => ({ ...whole(position).standing, reasons: whole(position).reasons }),
  };
}

const KEPT_WHOLE = 10_000;

/** What goes by the position of a candidate. */
type At<Part> = (position: number) => Part;

interface Answers {
  readonly row: readonly Answer[];
  readonly contributions: Standing["answers"];
}

function answersFrom({ pack }: Decision, weights: ArrayLike<number>, rows: AnswerRows): At<Answers> {
  const contributionsOf = contributions(pack, weights, rows.unanswered);
  return (position) => {
    const row = rows.rowAt(position);
    return { row, contributions: contributionsOf(row) };
  };
}

interface Whole {
  readonly standing: Standing;
  readonly reasons: KnockedOut["reasons"];
}

function wholeFrom(
  { pack, candidates }: Decision,
  { points, priorities }: Findings,
  answersAt: At<Answers>,
  unanswered: AnswerRows["unanswered"],
): At<Whole> {
  const levelOf = supportedLevel(pack);
  const check = minimumCheck(pack.criteria);
  const nothingKnown = new Map<Id | undefined, SupportedLevel>();

  const supportedAt = (position: number, answers: readonly Answer[]): SupportedLevel => {
    const candidate = candidates[position];
    const known = answers === unanswered ? nothingKnown.get(candidate.held) : undefined;
    if (known !== undefined) return known;
    const { base, coverage } = points;
    const supported = levelOf({ candidate, base: base[position], coverage: coverage[position], answers });
    if (answers === unanswered) nothingKnown.set(candidate.held, supported);
    return supported;
  };

  return (position) => {
    const { row, contributions: answers } = answersAt(position);
    const { knockOuts, provisional } = check(row);
    const { level, blocked } = knockOuts.length > 0 ? NO_LEVEL : supportedAt(position, row);
    const standing = {
      candidate: candidates[position],
      score: points.score[position],
      base: points.base[position],
      priority: priorities[position],
      low: points.low[position],
      high: points.high[position],
      coverage: points.coverage[position],
      provisional,
      blocked,
      answers,
    };
    return { standing: level === undefined ? standing : { ...standing, level }, reasons: knockOuts };
  };
}

const NO_LEVEL: SupportedLevel = { blocked: [] };

/** Parts of one standing are read together. */
function lastOneKept<Part>(make: At<Part>): At<Part> {
  let last: { readonly at: number; readonly part: Part } | undefined;
  return (position) => {
    if (last?.at !== position) last = { at: position, part: make(position) };
    return last.part;
  };
}

// ---- of very many candidates ----

interface Lookup {
  readonly decision: Decision;
  readonly found: Findings;
  readonly answersAt: At<Answers>;
  readonly whole: At<Whole>;
}

function onDemand(lookup: Lookup): Standings {
  // What a getter gives cannot be left out: a level that is absent reads as undefined, like one that is not there.
  return {
    ranked: (position, rank) => new RankedOnDemand(lookup, position, rank) as Ranked,
    tooLittleKnown: (position) => new StandingOnDemand(lookup, position) as Standing,
    knockedOut: (position) => new KnockedOutOnDemand(lookup, position) as KnockedOut,
  };
}

/** A class, as a million of them share their getters: two fields each instead of a closure for every part. */
class StandingOnDemand {
  protected readonly lookup: Lookup;
  /** The position in the decision. */
  protected readonly at: number;

  constructor(lookup: Lookup, at: number) {
    this.lookup = lookup;
    this.at = at;
  }

  get candidate() {
    return this.lookup.decision.candidates[this.at];
  }
  get score() {
    return this.lookup.found.points.score[this.at];
  }
  get base() {
    return this.lookup.found.points.base[this.at];
  }
  get priority() {
    return this.lookup.found.priorities[this.at];
  }
  get low() {
    return this.lookup.found.points.low[this.at];
  }
  get high() {
    return this.lookup.found.points.high[this.at];
  }
  get coverage() {
    return this.lookup.found.points.coverage[this.at];
  }
  get level() {
    return this.lookup.decision.pack.levels[this.lookup.found.levels[this.at]]?.id;
  }
  get provisional() {
    return this.lookup.found.provisional[this.at] === 0 ? NOTHING_AT_STAKE : this.whole.standing.provisional;
  }
  get blocked() {
    return this.whole.standing.blocked;
  }
  get answers() {
    return this.lookup.answersAt(this.at).contributions;
  }

  toJSON(): object {
    return this.whole.standing;
  }

  protected get whole(): Whole {
    return this.lookup.whole(this.at);
  }
}

const NOTHING_AT_STAKE: readonly Id[] = [];

class RankedOnDemand extends StandingOnDemand {
  readonly rank: number;

  constructor(lookup: Lookup, at: number, rank: number) {
    super(lookup, at);
    this.rank = rank;
  }

  override toJSON(): object {
    return { ...this.whole.standing, rank: this.rank };
  }
}

class KnockedOutOnDemand extends StandingOnDemand {
  get reasons() {
    return this.whole.reasons;
  }

  override toJSON(): object {
    return { ...this.whole.standing, reasons: this.reasons };
  }
}
