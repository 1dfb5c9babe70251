import { ANALYSES, type AnalysisName } from "../analysis/analysis-names.ts";
import type { Analysis } from "../analysis/analyze.ts";
import type { AnalysisDocument } from "./analysis-schema.ts";
import { made } from "./result-document.ts";

/** The document, of which nothing is changed any more; what to ask next is made while it is read. */
export type AnalysisInParts = Immutable<Omit<AnalysisDocument, "settled">> & {
  readonly settled?: Immutable<Omit<SettledPart, "askNext">> & {
    readonly askNext: Iterable<Immutable<SettledPart["askNext"][number]>>;
  };
};

type SettledPart = NonNullable<AnalysisDocument["settled"]>;

/** A part of the document, of which nothing is changed any more. */
export type Immutable<Whole> = Whole extends readonly (infer Entry)[]
  ? readonly Immutable<Entry>[]
  : Whole extends object
    ? { readonly [Key in keyof Whole]: Immutable<Whole[Key]> }
    : Whole;

/**
 * An analysis as plain data, for programs: unrounded, what was not asked for left out. With `top`, at most so many
 * candidates or pairs of each list; what is said question by question stays whole.
 */
export function analysisDocument(analysis: Analysis, top = Number.POSITIVE_INFINITY): AnalysisInParts {
  const parts = ANALYSES.flatMap((name) => {
    const part = partOf(name, analysis, top);
    return part === undefined ? [] : [[name, part]];
  });
  // Under each name stands the part of that name.
  return Object.fromEntries(parts) as AnalysisInParts;
}

function partOf<Name extends AnalysisName>(name: Name, analysis: Analysis, top: number) {
  const found = analysis[name];
  return found === undefined ? undefined : PARTS[name](found, top);
}

/** What each analysis is in the document: the types of most results are what the schema says. */
const PARTS: {
  readonly [Name in AnalysisName]: (
    found: NonNullable<Analysis[Name]>,
    top: number,
  ) => NonNullable<AnalysisInParts[Name]>;
} = {
  stability: (found) => found,
  flips: (found, top) => found.slice(0, top),
  settled: ({ askNext, ...found }) => ({ ...found, askNext: made(askNext, (each) => each) }),
  rankIntervals: (found, top) => found.slice(0, top),
  dominance: (found, top) => found.slice(0, top),
  canWin: (found, top) => found.slice(0, top),
  pairwise: (found, top) => found.slice(0, top),
  acceptability: ({ candidates, ...found }, top) => ({
    ...found,
    candidates: candidates.slice(0, top).map(({ candidate, ...shares }) => ({ id: candidate, ...shares })),
  }),
  restsUpon: (found) => found,
  agreement: (found) => found,
};
