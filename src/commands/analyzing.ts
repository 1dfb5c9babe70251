import { MOST_SIMULATED } from "../analysis/acceptability.ts";
import { ANALYSES, type AnalysisName, kebabCase } from "../analysis/analysis-names.ts";
import { type AnalysisOptions, type AnalysisProgress, analyzing } from "../analysis/analyze.ts";
import { counted } from "../render/numbers.ts";
import type { SpokenWarning } from "../render/result-document.ts";
import { shownAnalysis } from "../render/shown-analysis.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { evaluatePaths, showResult } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { flagOption, numberOption } from "./options.ts";
import { refuse } from "./showing.ts";
import { simulationAsked } from "./simulation-asked.ts";
import { stepByStep } from "./step-by-step.ts";
import { tooManyToSimulate } from "./usage-problems.ts";

/** Opens files, evaluates what they decide, analyzes that and shows it. */
export async function showAnalysis(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const evaluated = await evaluatePaths(input.parameters, input, machine);
  if (evaluated === undefined) return 1;
  const { decision, evaluation, progress, warnings, shownWith } = evaluated;
  const asked = analysesAsked(input);
  if (asked?.includes("acceptability") && evaluation.ranking.length > MOST_SIMULATED) {
    return refuse(tooManyToSimulate(evaluation.ranking.length, MOST_SIMULATED), input, machine);
  }
  const leftOut = asked === undefined ? tooLarge(evaluation.ranking.length) : [];
  const only = (asked ?? ANALYSES).filter((name) => !leftOut.includes(name));
  const options = { only, ...simulationOptions(input) };
  const steps = analyzing(decision, evaluation, options);
  const tell = (step: AnalysisProgress) => progress.analyzing(kebabCase(step.analysis), step.done / step.of);
  const analysis = await stepByStep(steps, tell, machine);

  const top = numberOption(input, "top");
  const shown = shownAnalysis(
    decision,
    evaluation,
    analysis,
    shownWith({
      ...(top !== undefined && { top }),
      warnings: leftOut.map((name) => leftOutWarning(name, evaluation.ranking.length)),
    }),
    {
      detail: flagOption(input, "detail"),
      allPairs: asked?.includes("pairwise") ?? false,
      model: options.model,
      leftOut,
    },
  );
  return showResult(shown, { progress, warnings: warnings() }, input, machine);
}

// ---- what was asked for ----

function analysesAsked({ options: { only } }: CommandInput): readonly AnalysisName[] | undefined {
  return Array.isArray(only) ? ANALYSES.filter((name) => only.includes(name)) : undefined;
}

/** As many runs as certainty may take where nobody sets a bound: seconds, with ten candidates. */
const MOST_RUNS = 10_000_000;

function simulationOptions(input: CommandInput): Required<Omit<AnalysisOptions, "only">> {
  const untilCertain = flagOption(input, "untilCertain");
  const asked = simulationAsked(input);
  const isBounded = !untilCertain || numberOption(input, "runs") !== undefined;
  return { ...asked, runs: isBounded ? asked.runs : MOST_RUNS, untilCertain };
}

// ---- what takes too long ----

/**
 * Up to how many ranked candidates an analysis is made where nobody asks for it by name: together they then end within five
 * seconds, and what grows with pairs of candidates stays below some megabytes of JSON.
 */
const LARGEST: { readonly [Name in AnalysisName]: number } = {
  stability: 10_000,
  flips: 10_000,
  settled: Number.POSITIVE_INFINITY,
  rankIntervals: Number.POSITIVE_INFINITY,
  dominance: 200,
  canWin: 200,
  pairwise: 200,
  acceptability: 200,
  restsUpon: 10_000,
  agreement: 10_000,
};

function tooLarge(ranked: number): readonly AnalysisName[] {
  return ANALYSES.filter((name) => ranked > LARGEST[name]);
}

function leftOutWarning(name: AnalysisName, ranked: number): SpokenWarning {
  const many = counted(ranked, "candidate", "candidates");
  const message = `${kebabCase(name)} is left out, as it takes long for ${many}. To have it, add --only ${kebabCase(name)}.`;
  return { code: "analysis-left-out", message };
}
