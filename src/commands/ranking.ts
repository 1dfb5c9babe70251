import { type OpenedDecision, openDecision } from "../documents/open-decision.ts";
import { type Diagnostic, more, PROBLEMS_SHOWN } from "../documents/problems.ts";
import type { Decision } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { formats } from "../render/formats.ts";
import type { Provenance, SpokenWarning } from "../render/result-document.ts";
import { shownEvaluation } from "../render/shown-evaluation.ts";
import { warningMessage } from "../render/words.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import type { Machine } from "./machine.ts";
import { openOptions } from "./opening.ts";
import { flagOption, numberOption } from "./options.ts";
import { progressOf } from "./progress.ts";
import { destinationOf, formatAsked, show, tellProblems, tellWarnings } from "./showing.ts";

/** Opens files, evaluates what they decide and shows the ranking: what `evaluate` does, and an interview when it ends. */
export async function showRanking(
  paths: readonly string[],
  input: CommandInput,
  machine: Machine,
): Promise<ExitStatus> {
  const { settings } = input;
  const format = formatAsked(input);
  const progress = progressOf(settings, machine);
  const opened = await openDecision(paths, { ...openOptions(input), onCandidates: progress.reading }, machine);
  if (!opened.ok) {
    await tellProblems(opened.problems, format === "json", settings, machine);
    return 1;
  }
  const decision = withFloor(opened.value.decision, numberOption(input, "coverageFloor"));
  const { length } = decision.candidates;
  progress.ranking(length);
  const evaluation = evaluate(decision);
  const warnings = [...opened.warnings, ...engineWarnings(opened.value, evaluation)];
  const top = numberOption(input, "top");
  const shown = shownEvaluation(decision, evaluation, {
    heading: headingOf(decision, paths),
    ...(top !== undefined && { top }),
    // Only JSON asks for the hash of the input.
    get provenance() {
      return provenanceOf(opened.value, machine);
    },
    warnings: opened.warnings.map(spoken),
  });
  progress.writing(length);
  const status = await show(shown, destinationOf(input, format), machine, { bom: flagOption(input, "bom") });
  progress.over();
  if (!formats.some(({ name, tellsWarnings }) => name === format && tellsWarnings)) {
    await tellWarnings(warnings, settings, machine);
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
export function engineWarnings({ decision, placeOf }: OpenedDecision, { warnings }: Evaluation): readonly Diagnostic[] {
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
