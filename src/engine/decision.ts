/**
 * What there is to decide: plain data, complete and resolved, so that it can be saved, embedded in a page and made at
 * random by a test. Shorthand, defaults and `extends` belong to the documents that read them.
 */

export type Id = string;

/** How good the ground under an answer is, best first. */
export const BASES = ["seen", "read", "told", "guess"] as const;
export type Basis = (typeof BASES)[number];

/** What may stand beside an answer. It never changes a score; levels may ask for a basis. */
export interface Ground {
  readonly note?: string;
  readonly evidence?: string;
  readonly basis?: Basis;
}

/** `unknown`: nobody knows yet, someone should ask. `abstain`: this rater may not or cannot judge. */
export type Answer = Ground &
  (
    | { readonly kind: "score"; readonly score: number }
    | { readonly kind: "range"; readonly low: number; readonly high: number }
    | { readonly kind: "unknown" }
    | { readonly kind: "abstain" }
  );

export interface Candidate {
  readonly id: Id;
  readonly name: string;
  readonly kind?: Id;
  /** The level of relationship that exists today. */
  readonly held?: Id;
  readonly website?: string;
  readonly contact?: string;
  readonly city?: string;
  readonly scope?: string;
  readonly notes?: string;
  readonly source?: { readonly register: string; readonly id: string };
}

/** The answers of one rater: one file, one ballot. What is not there is unanswered. */
export interface Ballot {
  readonly rater?: string;
  readonly answers: Readonly<Record<Id, Readonly<Record<Id, Answer>>>>;
}

export interface Decision {
  readonly title?: string;
  readonly purpose?: string;
  readonly reasons: readonly Id[];
  readonly readiness: Readonly<Record<Id, ReadinessAnswer>>;
  readonly pack: Pack;
  /** Importance stated for this decision, by criterion; it replaces the pack's and takes no emphasis. */
  readonly importance: Readonly<Record<Id, number>>;
  readonly candidates: readonly Candidate[];
  readonly ballots: readonly Ballot[];
}

export const READINESS_ANSWERS = ["yes", "partly", "no"] as const;
export type ReadinessAnswer = (typeof READINESS_ANSWERS)[number];

// ---- the criteria pack ----

export interface Pack {
  readonly id: Id;
  readonly title: string;
  readonly version?: string;
  readonly source?: string;
  readonly scale: PackScale;
  readonly unknown: UnknownRule;
  /** Share of the weight, 0 to 1, that must be answered for a candidate to be ranked. */
  readonly coverageFloor: number;
  readonly criteria: readonly Criterion[];
  readonly reasons: readonly Reason[];
  /** Absent: any text is a kind. */
  readonly kinds?: readonly Kind[];
  readonly priority?: Priority;
  /** From most to least committed; empty: no level is given. */
  readonly levels: readonly Level[];
  readonly readiness: readonly ReadinessStatement[];
}

/** What an unanswered question counts: `neutral` 0.5, `worst` 0. */
export const UNKNOWN_RULES = ["neutral", "worst"] as const;
export type UnknownRule = (typeof UNKNOWN_RULES)[number];

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** How far apart neighbouring answers are; the last step may be short. */
  readonly step: number;
}

export interface PackScale extends Scale {
  /** One reading of the numbers for every question. */
  readonly words: readonly Anchor[];
  readonly rules: readonly ScoringRule[];
}

/** How to score, in a sentence. `comparing`: it holds only where each question is asked of several candidates in turn. */
export interface ScoringRule {
  readonly rule: string;
  readonly comparing: boolean;
}

export const DIRECTIONS = ["higher-is-better", "lower-is-better"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What an answer of this number looks like. */
export interface Anchor {
  readonly answer: number;
  readonly text: string;
}

export interface ValuePoint {
  readonly answer: number;
  readonly value: number;
}

export interface Criterion {
  readonly id: Id;
  readonly label: string;
  readonly heading?: string;
  readonly group?: Id;
  readonly question: string;
  readonly why?: string;
  /** The line between this question and its neighbours. */
  readonly notThis?: string;
  /** Points, 0 or more. */
  readonly importance: number;
  /** The worst acceptable answer, in the question's direction. */
  readonly minimum?: number;
  readonly direction: Direction;
  /** The criterion's own scale, or the pack's. */
  readonly scale: Scale;
  /** By rising answer, from `scale.min` to `scale.max`; absent: equal steps. */
  readonly values?: readonly ValuePoint[];
  readonly anchors: readonly Anchor[];
  readonly probes: readonly string[];
  readonly evidence: readonly string[];
  readonly trap?: string;
}

export interface Reason {
  readonly id: Id;
  readonly label: string;
  /** What this reason multiplies a criterion's importance by, above 0; 1 where it names none. */
  readonly emphasis: Readonly<Record<Id, number>>;
  readonly why?: string;
  /** How to read a question under this reason. */
  readonly readings: Readonly<Record<Id, string>>;
}

export interface Kind {
  readonly id: Id;
  readonly label: string;
}

export interface Priority {
  readonly kinds: readonly Id[];
  readonly points: number;
  readonly why?: string;
}

export interface Level {
  readonly id: Id;
  readonly label: string;
  readonly meaning?: string;
  readonly conditions: Conditions;
  /** Not met gives a warning, never a block. */
  readonly advised?: { readonly held?: Id };
  readonly why?: string;
  readonly decidedBy?: string;
  readonly writeDown?: string;
}

export interface Conditions {
  /** Base score without priority points, 0 to 100. */
  readonly score?: number;
  readonly coverage?: number;
  /** The worst acceptable answer, by criterion. */
  readonly answers: Readonly<Record<Id, number>>;
  readonly held?: Id;
  readonly basis: Readonly<Record<Id, Basis>>;
}

export interface ReadinessStatement {
  readonly id: Id;
  readonly statement: string;
  readonly ask?: string;
  readonly yes?: string;
  readonly partly?: string;
  readonly no?: string;
  readonly remedy?: string;
  /** With a no, a level above this one carries a warning. */
  readonly whenNo?: Id;
}

/**
 * The entry of a record under an id that a person wrote, which may be `constructor`; undefined where there is none.
 *
 * @example
 * entryOf({ mission: 5 }, "mission") // → 5
 * entryOf({ mission: 5 }, "constructor") // → undefined
 */
export function entryOf<T>(record: Readonly<Record<Id, T>>, id: Id): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
