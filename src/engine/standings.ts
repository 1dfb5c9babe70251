import { type AnswerRows, answerRows } from "./ballots.ts";
import { contributions } from "./contributions.ts";
import type { Answer, Decision, Id } from "./decision.ts";
import type { KnockedOut, Ranked, Standing } from "./evaluation.ts";
import type { Findings } from "./findings.ts";
import { type SupportedLevel, supportedLevel } from "./levels.ts";
import { type MinimumCheck, minimumCheck } from "./minimums.ts";

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
  const verdictAt = lastOneKept(verdictFrom(decision, found, answersAt, rows.unanswered));
  const standingAt = standingFrom(decision, found, answersAt, verdictAt);
  if (decision.candidates.length > keptWhole) return onDemand({ decision, found, answersAt, verdictAt, standingAt });
  return {
    ranked: (position, rank) => ({ ...standingAt(position), rank }),
    tooLittleKnown: standingAt,
    knockedOut: (position) => ({ ...standingAt(position), reasons: verdictAt(position).knockOuts }),
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

/** What minimums and levels make of the answers. */
type Verdict = MinimumCheck & SupportedLevel;

function verdictFrom(
  { pack, candidates }: Decision,
  { points }: Findings,
  answersAt: At<Answers>,
  unanswered: AnswerRows["unanswered"],
): At<Verdict> {
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
    const { row } = answersAt(position);
    const { knockOuts, provisional } = check(row);
    const { level, blocked } = knockOuts.length > 0 ? NO_LEVEL : supportedAt(position, row);
    return level === undefined ? { knockOuts, provisional, blocked } : { knockOuts, provisional, blocked, level };
  };
}

const NO_LEVEL: SupportedLevel = { blocked: [] };

function standingFrom(
  { candidates }: Decision,
  { points, priorities }: Findings,
  answersAt: At<Answers>,
  verdictAt: At<Verdict>,
): At<Standing> {
  return (position) => {
    const { level, provisional, blocked } = verdictAt(position);
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
      answers: answersAt(position).contributions,
    };
    return level === undefined ? standing : { ...standing, level };
  };
}

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
  readonly verdictAt: At<Verdict>;
  readonly standingAt: At<Standing>;
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
    return this.lookup.found.provisional[this.at] === 0 ? NOTHING_AT_STAKE : this.verdict.provisional;
  }
  get blocked() {
    return this.verdict.blocked;
  }
  get answers() {
    return this.lookup.answersAt(this.at).contributions;
  }

  toJSON(): object {
    return this.lookup.standingAt(this.at);
  }

  protected get verdict(): Verdict {
    return this.lookup.verdictAt(this.at);
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
    return { ...super.toJSON(), rank: this.rank };
  }
}

class KnockedOutOnDemand extends StandingOnDemand {
  get reasons() {
    return this.verdict.knockOuts;
  }

  override toJSON(): object {
    return { ...super.toJSON(), reasons: this.reasons };
  }
}
