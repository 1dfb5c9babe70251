import { type AcceptabilityOptions, SIMULATED } from "../analysis/acceptability.ts";
import { WEIGHT_MODELS } from "../analysis/weightings.ts";
import type { CommandInput } from "./command.ts";
import { numberOption, textOption } from "./options.ts";

/** What the command line says of the simulation, and of what it leaves unsaid what is done then. */
export function simulationAsked(input: CommandInput): Omit<AcceptabilityOptions, "untilCertain"> {
  return {
    model: WEIGHT_MODELS.find((name) => name === textOption(input, "weights")) ?? SIMULATED.model,
    spread: numberOption(input, "spread") ?? SIMULATED.spread,
    runs: numberOption(input, "runs") ?? SIMULATED.runs,
    seed: numberOption(input, "seed") ?? SIMULATED.seed,
  };
}

/** Whether the command line says anything of it, which is to ask for it. */
export function isSimulationAsked({ options }: CommandInput): boolean {
  return ["weights", "spread", "runs", "seed"].some((name) => options[name] !== undefined);
}
