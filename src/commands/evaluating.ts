import { type OpenedDecision, openDecision } from "../documents/open-decision.ts";
import { type Diagnostic, more, PROBLEMS_SHOWN } from "../documents/problems.ts";
import type { Decision, Id } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Evaluation, Warning } from "../engine/evaluation.ts";
import { formats, type Setting, type Shown } from "../render/formats.ts";
import type { Provenance, SpokenWarning } from "../render/result-document.ts";
import type { ShownEvaluationOptions } from "../render/shown-evaluation.ts";
import { warningMessage } from "../render/words.ts";
import type { CommandInput, CommandOption, ExitStatus } from "./command.ts";
import type { Machine } from "./machine.ts";
import { openingOptions, openOptions } from "./opening.ts";
import { numberOption, share } from "./options.ts";
import { type Progress, progressOf } from "./progress.ts";
import { destinationOf, formatAsked, show, tellProblems, tellWarnings } from "./showing.ts";

/** What the commands that evaluate what files decide have in common, whatever they then show of it. */

export const evaluatingOptions: readonly CommandOption[] = [
  ...openingOptions,
  {
    flags: "--coverage-floor <share>",
    description: "rank who has at least this share of the weight answered, 0 to 1, in place of the pack’s own floor",
    parse: share,
  },
];

export interface Evaluated {
  readonly decision: Decision;
  readonly evaluation: Evaluation;
  /** What was odd about the files, then about the candidates: all of them, or only these. */
  warnings(candidates?: ReadonlySet<Id>): readonly Diagnostic[];
  /** What a page is called, and what JSON says of where it comes from. */
  shownWith(more?: Pick<ShownEvaluationOptions, "top" | "warnings">): ShownEvaluationOptions;
  readonly progress: Progress;
}

/** Opens files and evaluates what they decide. Where they cannot be read, says why and gives nothing. */
export async function evaluatePaths(
  paths: readonly string[],
  input: CommandInput,
  machine: Machine,
): Promise<Evaluated | undefined> {
  const progress = progressOf(input.settings, machine);
  const opened = await openDecision(paths, { ...openOptions(input), onCandidates: progress.reading }, machine);
  if (!opened.ok) {
    await tellProblems(opened.problems, formatAsked(input) === "json", input.settings, machine);
    return undefined;
  }
  const decision = withFloor(opened.value.decision, numberOption(input, "coverageFloor"));
  progress.ranking(decision.candidates.length);
  const evaluation = evaluate(decision);
  return {
    decision,
    evaluation,
    warnings(candidates) {
      const all = evaluation.warnings;
      const found = candidates === undefined ? all : all.filter(({ candidate }) => candidates.has(candidate));
      return [...opened.warnings, ...engineWarnings(opened.value, found)];
    },
    shownWith: (more = {}) => ({
      heading: headingOf(decision, paths),
      ...more,
      // Only JSON asks for the hash of the input.
      get provenance() {
        return provenanceOf(opened.value, machine);
      },
      warnings: [...opened.warnings.map(spoken), ...(more.warnings ?? [])],
    }),
    progress,
  };
}

/** Shows a result in the format asked for, and `warnings` beside it unless that format tells them. */
export async function showResult(
  shown: Shown,
  { progress, warnings }: { readonly progress: Progress; readonly warnings: readonly Diagnostic[] },
  input: CommandInput,
  machine: Machine,
  extra: Pick<Setting, "bom"> = {},
): Promise<ExitStatus> {
  const format = formatAsked(input);
  const status = await show(shown, destinationOf(input, format), machine, extra);
  progress.over();
  if (!formats.some(({ name, tellsWarnings }) => name === format && tellsWarnings)) {
    await tellWarnings(warnings, input.settings, machine);
  }
  return status;
}

function withFloor(decision: Decision, coverageFloor: number | undefined): Decision {
  return coverageFloor === undefined ? decision : { ...decision, pack: { ...decision.pack, coverageFloor } };
}

/**
 * What the engine found odd, as a sentence with a place, like what the documents found; no more of it than of that, as a
 * million lines help nobody. JSON has them all.
 */
export function engineWarnings(
  { decision, placeOf }: OpenedDecision,
  warnings: readonly Warning[],
): readonly Diagnostic[] {
  const told = warnings.slice(0, PROBLEMS_SHOWN).map((warning): Diagnostic => {
    const place = placeOf(
      warning.candidate,
      "criterion" in warning ? warning.criterion : undefined,
      "rater" in warning ? warning.rater : undefined,
    );
    return {
      code: warning.code,
      severity: "warning",
      message: warningMessage(warning, decision),
      candidate: warning.candidate,
      ...(place !== undefined && { place }),
    };
  });
  return [...told, ...more(warnings.length - told.length, "warning")];
}

function headingOf({ title }: Decision, [path]: readonly string[]): string {
  if (title !== undefined) return title;
  return path === "-" ? "Standard input" : path.replace(/^.*[/\\]/s, "");
}

function provenanceOf({ decision: { pack }, inputs }: OpenedDecision, { version }: Machine): Provenance {
  return {
    tool: `partner-score ${version}`,
    criteria: { id: pack.id, ...(pack.version !== undefined && { version: pack.version }) },
    inputs: inputs.map(({ path, sha256 }) => ({ path, sha256 })),
  };
}

function spoken({ code, message, candidate }: Diagnostic): SpokenWarning {
  return { code, message, ...(candidate !== undefined && { candidate }) };
}
