/**
 * The library: a text becomes a decision, a decision an evaluation, an evaluation a text again. All between is plain data,
 * and what is wrong with a text is a value with its place. Nothing here knows a disk, a clock or a network, so all of it
 * runs in a browser as well. `docs/api.md` shows each job with an example that runs.
 */

// ---- from text to a decision ----

export { type LoadOptions, loadDecision } from "./documents/load-decision.ts";
export {
  DEFAULT_PACK,
  type InputKind,
  type OpenedDecision,
  type OpenOptions,
  openDecision,
  type Reader,
} from "./documents/open-decision.ts";
export { type OpenedPack, openPack } from "./documents/open-pack.ts";
export type { Checked, Diagnostic } from "./documents/problems.ts";
export type { Place, Source } from "./documents/source.ts";
export type {
  Anchor,
  Answer,
  Ballot,
  Basis,
  Candidate,
  Conditions,
  Criterion,
  Decision,
  Direction,
  Ground,
  Id,
  Kind,
  Level,
  Pack,
  PackScale,
  Priority,
  ReadinessAnswer,
  ReadinessStatement,
  Reason,
  Scale,
  ScoringRule,
  UnknownRule,
  ValuePoint,
} from "./engine/decision.ts";

// ---- from a decision to an evaluation, and how sure it is ----

export { ANALYSES, type AnalysisName } from "./analysis/analysis-names.ts";
export { type Analysis, type AnalysisOptions, analyze } from "./analysis/analyze.ts";
export { type AskNext, askNext } from "./analysis/ask-next.ts";
export { type Settled, settled } from "./analysis/settled.ts";
export { evaluate } from "./engine/evaluate.ts";
export type {
  BlockedLevel,
  Blocking,
  Contribution,
  Evaluation,
  KnockedOut,
  KnockOut,
  Lead,
  Ranked,
  Standing,
  Warning,
  WeighedCriterion,
} from "./engine/evaluation.ts";

// ---- from an evaluation to text ----

export { type Format, formats, type Records, type Render, type Setting, type Shown } from "./render/formats.ts";
export type { Block, Cell, Column, Item, Page, Span, Text, Tone } from "./render/page.ts";
export { criteriaPage } from "./render/pages/criteria.ts";
export { type EvaluationPageOptions, evaluationPage } from "./render/pages/evaluation.ts";
export { renderText } from "./render/render-text.ts";
export {
  type Provenance,
  type ResultInParts,
  resultDocument,
  type SpokenWarning,
} from "./render/result-document.ts";
export type { ResultDocument } from "./render/result-schema.ts";
export { type ShownAnalysisOptions, shownAnalysis } from "./render/shown-analysis.ts";
export { type ShownEvaluationOptions, shownEvaluation } from "./render/shown-evaluation.ts";
export { warningMessage } from "./render/words.ts";
