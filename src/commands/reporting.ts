import { type Acceptability, MOST_SIMULATED, simulation } from "../analysis/acceptability.ts";
import { shownReport } from "../render/shown-report.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { type Evaluated, evaluatePaths } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { flagOption, textOption } from "./options.ts";
import { destinationOf, show } from "./showing.ts";
import { isSimulationAsked, simulationAsked } from "./simulation-asked.ts";
import { stepByStep } from "./step-by-step.ts";

/** Opens files, evaluates what they decide, simulates, writes the report, and opens it if that was asked for. */
export async function showReport(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const evaluated = await evaluatePaths(input.parameters, input, machine);
  if (evaluated === undefined) return 1;
  const { decision, evaluation, progress, shownWith } = evaluated;
  const format = textOption(input, "format") ?? "html";
  const found = await simulated(evaluated, input, machine);
  const { heading = "", provenance, warnings = [] } = shownWith();
  if (provenance === undefined) throw new Error("An evaluation of files has no provenance.");
  const shown = shownReport(decision, evaluation, {
    heading,
    provenance,
    date: machine.today,
    warnings: Array.from(warnings, ({ message }) => message),
    ...(found !== undefined && { acceptability: found }),
  });
  progress.writing(decision.candidates.length);
  const assets = format === "html" ? { assets: await machine.reportAssets() } : {};
  const status = await show(shown, destinationOf(input, format), machine, assets);
  progress.over();
  return status === 0 ? open(input, machine) : status;
}

/** With more, it takes long, and a board does not read that far: then only whoever says how to simulate has it. */
const SIMULATED_AT_MOST = 300;

async function simulated(
  { decision, evaluation, progress }: Evaluated,
  input: CommandInput,
  machine: Machine,
): Promise<Acceptability | undefined> {
  const { length } = evaluation.ranking;
  const most = isSimulationAsked(input) ? MOST_SIMULATED : SIMULATED_AT_MOST;
  if (length < 2 || length > most) return undefined;
  const running = simulation(decision, evaluation, simulationAsked(input));
  return stepByStep(running, ({ done, of }) => progress.analyzing("acceptability", done / of), machine);
}

/** The file is there all the same, so that nobody to open it is no failure. */
async function open(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const file = textOption(input, "output");
  if (!flagOption(input, "open") || file === undefined) return 0;
  if (await machine.openInBrowser(file)) return 0;
  machine.note(`${file} is written. There is no browser here to open it with.\n`);
  return 0;
}
