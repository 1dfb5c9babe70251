import type { Diagnostic } from "../documents/problems.ts";
import type { Standing } from "../engine/evaluation.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { type Evaluated, evaluatePaths } from "./evaluating.ts";
import { findCandidate } from "./find-candidate.ts";
import type { Machine } from "./machine.ts";
import { openOptions, packNotShipped } from "./opening.ts";
import { contradictingFormats, refuse } from "./showing.ts";

/** What a command has in hand that speaks of some candidates of a file. */
export interface Named extends Omit<Evaluated, "warnings"> {
  /** As named, in that order. */
  readonly standings: readonly Standing[];
  /** What was odd about the file, and about these candidates. */
  readonly warnings: readonly Diagnostic[];
}

/** Evaluates the first parameter, a file, and finds the candidates that the others name; else the status to end with. */
export async function candidatesNamed(input: CommandInput, machine: Machine): Promise<Named | ExitStatus> {
  const misuse = contradictingFormats(input) ?? packNotShipped(openOptions(input).criteria, machine);
  if (misuse !== undefined) return refuse(misuse, input, machine);
  const [path, ...words] = input.parameters;
  const evaluated = await evaluatePaths([path], input, machine);
  if (evaluated === undefined) return 1;
  const { decision, evaluation } = evaluated;
  const everybody = [...evaluation.ranking, ...evaluation.tooLittleKnown, ...evaluation.knockedOut];
  const standings: Standing[] = [];
  for (const word of words) {
    const candidate = findCandidate(decision.candidates, word);
    if ("problem" in candidate) return refuse(candidate.problem, input, machine);
    standings.push(...everybody.filter((standing) => standing.candidate.id === candidate.found.id));
  }
  const ids = new Set(standings.map(({ candidate }) => candidate.id));
  return { ...evaluated, standings, warnings: evaluated.warnings(ids) };
}
