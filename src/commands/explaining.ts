import { explanation } from "../analysis/explanation.ts";
import { shownExplanation } from "../render/shown-explanation.ts";
import { candidatesNamed } from "./candidates-named.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { showResult } from "./evaluating.ts";
import type { Machine } from "./machine.ts";

/** Says why one candidate stands where it stands. */
export async function explainCandidate(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const named = await candidatesNamed(input, machine);
  if (typeof named === "number") return named;
  const { decision, evaluation, shownWith, progress, standings, warnings } = named;
  const [standing] = standings;
  const explained = explanation(decision, evaluation, standing);
  const shown = shownExplanation(decision, evaluation, explained, shownWith());
  return showResult(shown, { progress, warnings }, input, machine);
}
