import type { Answer, Basis, Candidate, Id } from "./decision.ts";

/** What came out. Every number is exact as computed: rounding is for people, and happens on the page. */
export interface Evaluation {
  readonly criteria: readonly WeighedCriterion[];
  readonly ranking: readonly Ranked[];
  readonly tooLittleKnown: readonly Standing[];
  readonly knockedOut: readonly KnockedOut[];
  readonly lead: Lead;
  readonly warnings: readonly Warning[];
}

export interface WeighedCriterion {
  readonly id: Id;
  /** Points before emphasis. */
  readonly importance: number;
  readonly emphasis: number;
  /** Share of the total, 0 to 1. */
  readonly weight: number;
}

/** Where a candidate stands: scores in points of 100, coverage as a share of the weight. */
export interface Standing {
  readonly candidate: Candidate;
  /** `base` plus `priority`; never capped. */
  readonly score: number;
  /** The sum of the contributions in pack order. */
  readonly base: number;
  readonly priority: number;
  /** The score with every open answer at its worst, and at its best. */
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
  /** Criteria whose minimum an open answer may still break. */
  readonly provisional: readonly Id[];
  /** Absent where the pack has no levels, and for the knocked-out. */
  readonly level?: Id;
  /** One entry for each better level, in pack order. */
  readonly blocked: readonly BlockedLevel[];
  /** In pack order: an entry for each criterion. */
  readonly answers: readonly Contribution[];
}

export interface Ranked extends Standing {
  /** 1 is first; ties share a rank and the next rank counts them. */
  readonly rank: number;
}

export interface KnockedOut extends Standing {
  readonly reasons: readonly KnockOut[];
}

/** `answer` is the best end of what was answered, and still worse than `minimum`. */
export interface KnockOut {
  readonly criterion: Id;
  readonly answer: number;
  readonly minimum: number;
}

export interface Contribution {
  readonly criterion: Id;
  /** As the engine used it: the raters' mean; a range over the whole scale is unknown. */
  readonly answer: Answer;
  /** What the score used, 0 to 1. */
  readonly value: number;
  /** 100 × weight × value. */
  readonly contribution: number;
}

export interface BlockedLevel {
  readonly level: Id;
  /** In the order score, coverage, answers, held, basis; criteria in pack order. */
  readonly conditions: readonly Blocking[];
}

/** A condition that does not hold: `needed` is the bound, `found` what is there, null for nothing. */
export type Blocking =
  | { readonly kind: "score"; readonly needed: number; readonly found: number }
  | { readonly kind: "coverage"; readonly needed: number; readonly found: number }
  | { readonly kind: "answer"; readonly criterion: Id; readonly needed: number; readonly found: number | null }
  | { readonly kind: "held"; readonly needed: Id; readonly found: Id | null }
  | { readonly kind: "basis"; readonly criterion: Id; readonly needed: Basis; readonly found: Basis | null };

/** Who is first. */
export interface Lead {
  /** All at rank 1, in the order listed; empty when nobody is ranked. */
  readonly leaders: readonly Id[];
  /** The first score minus the next listed; 0 in a tie; null for fewer than two ranked. */
  readonly margin: number | null;
  readonly closeCall: boolean;
}

/** A code and numbers; the sentence is made in `render/words.ts`. */
export type Warning =
  | { readonly code: "range-says-nothing"; readonly candidate: Id; readonly criterion: Id; readonly rater?: string }
  | {
      readonly code: "level-not-advised";
      readonly candidate: Id;
      readonly level: Id;
      readonly needed: Id;
      readonly found: Id | null;
    }
  | {
      readonly code: "not-ready";
      readonly candidate: Id;
      readonly statement: Id;
      readonly level: Id;
      readonly highest: Id;
    }
  | {
      readonly code: "rater-beyond-minimum";
      readonly candidate: Id;
      readonly criterion: Id;
      readonly rater: string;
      readonly answer: number;
      readonly minimum: number;
    };
