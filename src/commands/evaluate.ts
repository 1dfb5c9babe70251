import { type OpenedDecision, openDecision } from "../documents/open-decision.ts";
import type { Diagnostic } from "../documents/problems.ts";
import type { Decision } from "../engine/decision.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { evaluationRecords } from "../render/evaluation-records.ts";
import type { Shown } from "../render/formats.ts";
import { evaluationPage } from "../render/pages/evaluation.ts";
import { type Provenance, resultDocument } from "../render/result-document.ts";
import { warningMessage } from "../render/words.ts";
import type { Command, CommandInput } from "./command.ts";
import type { Machine } from "./machine.ts";
import { filesParameter, openingOptions, openOptions, packNotShipped } from "./opening.ts";
import { countFromOne, flagOption, formatOption, jsonOption, numberOption, outputOption, share } from "./options.ts";
import {
  contradictingFormats,
  destinationOf,
  formatAsked,
  refuse,
  show,
  tellProblems,
  tellWarnings,
} from "./showing.ts";
import { contradiction } from "./usage-problems.ts";

export const evaluateFiles: Command = {
  name: "evaluate",
  summary: "rank the candidates in a file; several files are several raters of one decision",
  parameters: [{ usage: "<files...>", description: `the decision as ${filesParameter}` }],
  options: [
    ...openingOptions,
    {
      flags: "--coverage-floor <share>",
      description: "rank who has at least this share of the weight answered, 0 to 1, in place of the pack’s own floor",
      parse: share,
    },
    { flags: "--top <count>", description: "show at most so many of each list", parse: countFromOne },
    formatOption("table", "json", "csv"),
    jsonOption,
    outputOption,
    { flags: "--bom", description: "begin the CSV with a byte order mark, for Excel" },
  ],
  examples: [
    { line: "partner-score evaluate partners.yaml", shows: "the ranking, and what it says in short" },
    {
      line: "partner-score evaluate partners.csv --criteria better-together",
      shows: "a table of answers, by a pack that gives priority to some kinds of partner",
    },
    { line: "partner-score evaluate partners.yaml --json | jq '.ranking[0].name'", shows: "who leads, for a script" },
    { line: "partner-score evaluate partners.yaml --format csv -o result.csv", shows: "a file for a spreadsheet" },
  ],
  async run(input, machine) {
    const { settings } = input;
    const misuse = misuseOf(input, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    const format = formatAsked(input);

    const opened = await openDecision(input.parameters, openOptions(input), machine);
    if (!opened.ok) {
      await tellProblems(opened.problems, format === "json", settings, machine);
      return 1;
    }
    const decision = withFloor(opened.value.decision, numberOption(input, "coverageFloor"));
    const evaluation = evaluate(decision);
    const warnings = [...opened.warnings, ...engineWarnings(opened.value, evaluation)];
    const shown = shownEvaluation({ opened: opened.value, decision, evaluation, warnings, input, machine });
    const status = await show(shown, destinationOf(input, format), machine, { bom: flagOption(input, "bom") });
    // In JSON they are part of the result.
    if (format !== "json") await tellWarnings(warnings, settings, machine);
    return status;
  },
};

function misuseOf(input: CommandInput, machine: Machine): Diagnostic | undefined {
  if (flagOption(input, "bom") && formatAsked(input) !== "csv") {
    return contradiction("--bom is for CSV, and no CSV is asked for.", "Add --format csv, or leave --bom out.");
  }
  return contradictingFormats(input) ?? packNotShipped(openOptions(input).criteria, machine);
}

function withFloor(decision: Decision, coverageFloor: number | undefined): Decision {
  return coverageFloor === undefined ? decision : { ...decision, pack: { ...decision.pack, coverageFloor } };
}

/** What the engine found odd, as a sentence with a place, like what the documents found. */
export function engineWarnings({ decision, placeOf }: OpenedDecision, { warnings }: Evaluation): readonly Diagnostic[] {
  return warnings.map((warning): Diagnostic => {
    const place = placeOf(warning.candidate, "criterion" in warning ? warning.criterion : undefined);
    return {
      code: warning.code,
      severity: "warning",
      message: warningMessage(warning, decision),
      candidate: warning.candidate,
      ...(place !== undefined && { place }),
    };
  });
}

interface Evaluated {
  readonly opened: OpenedDecision;
  readonly decision: Decision;
  readonly evaluation: Evaluation;
  readonly warnings: readonly Diagnostic[];
  readonly input: CommandInput;
  readonly machine: Machine;
}

/** Each part is made when a format asks for it: a table needs no hash of the input, JSON no page. */
function shownEvaluation({ opened, decision, evaluation, warnings, input, machine }: Evaluated): Shown {
  const top = numberOption(input, "top");
  const limit = top === undefined ? {} : { top };
  const document = () =>
    resultDocument(decision, evaluation, provenanceOf(opened, machine), warnings.map(spoken), limit);
  return {
    get page() {
      return evaluationPage(decision, evaluation, { heading: headingOf(decision, input), ...limit });
    },
    get document() {
      return document();
    },
    get records() {
      return evaluationRecords(evaluation, limit);
    },
  };
}

function headingOf({ title }: Decision, { parameters: [path] }: CommandInput): string {
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

function spoken({ code, message, candidate }: Diagnostic) {
  return { code, message, ...(candidate !== undefined && { candidate }) };
}
