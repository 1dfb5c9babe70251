import type { Diagnostic } from "../documents/problems.ts";
import type { Command, CommandInput } from "./command.ts";
import { evaluatingOptions } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { filesParameter, openOptions, packNotShipped } from "./opening.ts";
import { countFromOne, flagOption, formatOption, jsonOption, outputOption } from "./options.ts";
import { showRanking } from "./ranking.ts";
import { contradictingFormats, formatAsked, refuse } from "./showing.ts";
import { contradiction } from "./usage-problems.ts";

export const evaluateFiles: Command = {
  name: "evaluate",
  summary: "rank the candidates in a file; several files are several raters of one decision",
  parameters: [{ usage: "<files...>", description: `the decision as ${filesParameter}`, completes: "file" }],
  options: [
    ...evaluatingOptions,
    { flags: "--top <count>", description: "show at most so many of each list", parse: countFromOne },
    formatOption("table", "json", "csv", "markdown"),
    jsonOption,
    outputOption,
    { flags: "--interview", description: "ask in the terminal what is open first, and save the answers" },
    { flags: "--plain", description: "ask with static text and typed answers, for a screen reader" },
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
    {
      line: "partner-score evaluate rater-1.yaml rater-2.yaml --format markdown",
      shows: "a committee, for its minutes: what it disagrees on, then the ranking",
    },
  ],
  async run(input, machine) {
    const misuse = misuseOf(input, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    if (flagOption(input, "interview")) {
      const status = await (await import("./interviewing.ts")).askFirst(input, machine);
      if (status !== 0) return status;
    }
    return showRanking(input.parameters, input, machine);
  },
};

function misuseOf(input: CommandInput, machine: Machine): Diagnostic | undefined {
  if (flagOption(input, "bom") && formatAsked(input) !== "csv") {
    return contradiction("--bom is for CSV, and no CSV is asked for.", "Add --format csv, or leave --bom out.");
  }
  if (flagOption(input, "interview") && input.parameters.length > 1) {
    const hint = "Interview each rater’s file: partner-score interview FILE";
    return contradiction("--interview fills in one file, and several are named.", hint);
  }
  return contradictingFormats(input) ?? packNotShipped(openOptions(input).criteria, machine);
}
