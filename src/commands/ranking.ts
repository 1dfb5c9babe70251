import { shownEvaluation } from "../render/shown-evaluation.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { evaluatePaths, showResult } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { flagOption, numberOption } from "./options.ts";

/** Opens files, evaluates what they decide and shows the ranking: what `evaluate` does, and an interview when it ends. */
export async function showRanking(
  paths: readonly string[],
  input: CommandInput,
  machine: Machine,
): Promise<ExitStatus> {
  const evaluated = await evaluatePaths(paths, input, machine);
  if (evaluated === undefined) return 1;
  const { decision, evaluation, progress, warnings, shownWith } = evaluated;
  const top = numberOption(input, "top");
  const shown = shownEvaluation(decision, evaluation, shownWith(top === undefined ? {} : { top }));
  progress.writing(decision.candidates.length);
  return showResult(shown, { progress, warnings: warnings() }, input, machine, { bom: flagOption(input, "bom") });
}
