import type { Diagnostic } from "../documents/problems.ts";
import type { Command, CommandInput } from "./command.ts";
import { evaluatingOptions } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { filesParameter, openOptions, packNotShipped } from "./opening.ts";
import { flagOption, formatOption, outputOption, textOption } from "./options.ts";
import { refuse } from "./showing.ts";
import { simulationOptions } from "./simulation-options.ts";
import { contradiction } from "./usage-problems.ts";

export const report: Command = {
  name: "report",
  summary: "one page for a board, to mail, print and question; several files are several raters",
  parameters: [{ usage: "<files...>", description: `the decision as ${filesParameter}`, completes: "file" }],
  options: [
    ...evaluatingOptions,
    ...simulationOptions(),
    { ...formatOption("html", "markdown"), description: "how to write the page: html, unless you say otherwise" },
    outputOption,
    { flags: "--open", description: "open the page in your browser once it is written" },
  ],
  examples: [
    {
      line: "partner-score report partners.yaml -o report.html --open",
      shows: "a page that opens anywhere, prints well, and lets a reader ask what if",
    },
    {
      line: "partner-score report rater-1.yaml rater-2.yaml -o report.html",
      shows: "a committee’s report, with what it disagrees on",
    },
    {
      line: "partner-score report partners.yaml --format markdown -o report.md",
      shows: "the same story for a wiki or minutes",
    },
  ],
  async run(input, machine) {
    const misuse = misuseOf(input, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    return (await import("./reporting.ts")).showReport(input, machine);
  },
};

function misuseOf(input: CommandInput, machine: Machine): Diagnostic | undefined {
  const file = textOption(input, "output");
  if (flagOption(input, "open") && (file === undefined || file === "-")) {
    return contradiction("--open opens a file, and none is written.", "Add -o report.html, or leave --open out.");
  }
  // As long as a book, and nobody reads it there. `-o -` still writes it.
  if (file === undefined && machine.screen.isTerminal && textOption(input, "format") !== "markdown") {
    return contradiction(
      "A page of HTML is for a browser, and standard output is a terminal.",
      "Add -o report.html, or read the same story here with --format markdown.",
    );
  }
  return packNotShipped(openOptions(input).criteria, machine);
}
