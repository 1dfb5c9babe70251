import { isOpen } from "../analysis/open-answers.ts";
import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import type { Shown } from "./formats.ts";
import { namesIn } from "./names.ts";
import { isOfLevels } from "./pages/report/agreeing.ts";
import { type ReportPageOptions, reportPage } from "./pages/report/page.ts";
import { warningMessage } from "./words.ts";

export interface ShownReportOptions extends ReportPageOptions {
  /** What was odd about the texts, as sentences. */
  readonly warnings?: readonly string[];
}

/** With more, a page would be too large to mail, and too slow to move. */
const LIVE_AT_MOST = 500;

/** A report as HTML and Markdown need it: the page, what was odd, and the decision for whoever asks what if. */
export function shownReport(decision: Decision, evaluation: Evaluation, options: ShownReportOptions): Shown {
  const { warnings = [], ...page } = options;
  // What one rater answers beyond a minimum, and what speaks against a level, stand in sections of their own.
  const odd = evaluation.warnings.filter((found) => found.code !== "rater-beyond-minimum" && !isOfLevels(found));
  const isSmall = decision.candidates.length <= LIVE_AT_MOST;
  return {
    page: reportPage(decision, evaluation, page),
    document: undefined,
    names: namesIn(decision),
    warnings: [...warnings, ...odd.map((found) => warningMessage(found, decision))],
    ...(isSmall && { decision: forEvaluatingAgain(decision, openIn(evaluation)) }),
  };
}

/** The questions on which an answer is open, which a reader can try, and is told what to ask. */
function openIn({ ranking, tooLittleKnown, knockedOut }: Evaluation): ReadonlySet<Id> {
  const answers = [...ranking, ...tooLittleKnown, ...knockedOut].flatMap((standing) => standing.answers);
  return new Set(answers.flatMap(({ criterion, answer }) => (isOpen(answer) ? [criterion] : [])));
}

/** The decision without what stands in the page already and no evaluation looks at: notes, evidence, and the prose of the pack. */
function forEvaluatingAgain(
  { pack: { source: _source, ...pack }, ballots, candidates, ...decision }: Decision,
  open: ReadonlySet<Id>,
): Decision {
  return {
    ...decision,
    candidates: candidates.map(
      ({ city: _city, scope: _scope, notes: _notes, source: _from, ...candidate }) => candidate,
    ),
    pack: {
      ...pack,
      scale: { ...pack.scale, rules: [] },
      criteria: pack.criteria.map(({ why: _why, notThis: _notThis, trap: _trap, ...criterion }) => ({
        ...criterion,
        anchors: open.has(criterion.id) ? criterion.anchors : [],
        probes: open.has(criterion.id) ? criterion.probes.slice(0, 2) : [],
        evidence: open.has(criterion.id) ? criterion.evidence.slice(0, 2) : [],
      })),
      reasons: pack.reasons.map(({ why: _why, ...reason }) => ({ ...reason, readings: {} })),
      readiness: pack.readiness.map(({ ask: _ask, yes: _yes, partly: _partly, no: _no, ...statement }) => statement),
      levels: pack.levels.map(({ why: _why, ...level }) => level),
    },
    ballots: ballots.map((ballot) => ({
      ...ballot,
      answers: mapped(ballot.answers, (answers) =>
        mapped(answers, ({ note: _note, evidence: _evidence, ...answer }) => answer),
      ),
    })),
  };
}

/** Ids may be `__proto__`, which an assignment would not keep. */
function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  to: (entry: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([id, entry]) => [id, to(entry)]));
}
