import { comparison } from "../analysis/comparison.ts";
import { shownComparison } from "../render/shown-comparison.ts";
import { candidatesNamed } from "./candidates-named.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { showResult } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { refuse } from "./showing.ts";
import { sameCandidateTwice } from "./usage-problems.ts";

/** Shows two candidates side by side. */
export async function compareCandidates(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const named = await candidatesNamed(input, machine);
  if (typeof named === "number") return named;
  const { decision, evaluation, shownWith, progress, standings, warnings } = named;
  const [one, other] = standings;
  if (one === other) return refuse(sameCandidateTwice(one.candidate.name), input, machine);
  const compared = comparison(decision, evaluation, one, other);
  const shown = shownComparison(decision, evaluation, compared, shownWith());
  return showResult(shown, { progress, warnings }, input, machine);
}
