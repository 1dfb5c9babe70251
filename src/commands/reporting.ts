import { type Acceptability, simulation } from "../analysis/acceptability.ts";
import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { shownReport } from "../render/shown-report.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { evaluatePaths } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { flagOption, textOption } from "./options.ts";
import type { Progress } from "./progress.ts";
import { destinationOf, show } from "./showing.ts";

/** Opens files, evaluates what they decide, simulates, writes the report, and opens it if that was asked for. */
export async function showReport(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const evaluated = await evaluatePaths(input.parameters, input, machine);
  if (evaluated === undefined) return 1;
  const { decision, evaluation, progress, shownWith } = evaluated;
  const format = textOption(input, "format") ?? "html";
  const found = await simulated(decision, evaluation, progress, machine);
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

/** As `analyze` does where nothing is said. */
const AS_ANALYZED = { model: "around", spread: 0.5, runs: 100_000, seed: 1 } as const;
/** With more, it takes long, and a board does not read that far. */
const SIMULATED_AT_MOST = 300;

async function simulated(
  decision: Decision,
  evaluation: Evaluation,
  progress: Progress,
  machine: Machine,
): Promise<Acceptability | undefined> {
  const { length } = evaluation.ranking;
  if (length < 2 || length > SIMULATED_AT_MOST) return undefined;
  const running = simulation(decision, evaluation, AS_ANALYZED);
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
    progress.analyzing("acceptability", step.value.done / step.value.of);
    await machine.breathe();
  }
}

/** The file is there all the same, so that nobody to open it is no failure. */
async function open(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const file = textOption(input, "output");
  if (!flagOption(input, "open") || file === undefined) return 0;
  if (await machine.openInBrowser(file)) return 0;
  machine.note(`${file} is written. There is no browser here to open it with.\n`);
  return 0;
}
