import { type OpenedDocument, openDocument } from "../documents/open-document.ts";
import type { Diagnostic } from "../documents/problems.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Command, CommandInput } from "./command.ts";
import { engineWarnings } from "./evaluating.ts";
import type { Machine } from "./machine.ts";
import { filesParameter, openingOptions, openOptions, packNotShipped } from "./opening.ts";
import { formatOption, jsonOption, outputOption } from "./options.ts";
import { problemDocument } from "./problem-document.ts";
import {
  contradictingFormats,
  destinationOf,
  formatAsked,
  refuse,
  show,
  tellProblems,
  tellWarnings,
} from "./showing.ts";

export const validate: Command = {
  name: "validate",
  summary: "find every mistake in decisions and criteria packs, each with its line and the likely fix",
  parameters: [
    { usage: "<files...>", description: `decisions or criteria packs as ${filesParameter}`, completes: "file" },
  ],
  options: [...openingOptions, formatOption("table", "json"), jsonOption, outputOption],
  examples: [
    { line: "partner-score validate partners.yaml", shows: "every problem at once, or one line that says it is good" },
    { line: "partner-score validate my-criteria.yaml", shows: "the same for a criteria pack of your own" },
    { line: "partner-score validate *.yaml --json", shows: "the problems of all, for a script" },
  ],
  async run(input, machine) {
    const { settings } = input;
    const misuse = contradictingFormats(input) ?? packNotShipped(openOptions(input).criteria, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    const format = formatAsked(input);

    const verdicts: Verdict[] = [];
    for (const path of input.parameters) verdicts.push(await verdictOn(path, input, machine));
    const found = verdicts.flatMap(({ problems }) => problems);
    const bad = found.some(({ severity }) => severity === "error");
    if (format === "table") {
      if (bad) await tellProblems(found, false, settings, machine);
      else await tellWarnings(found, settings, machine);
      if (bad) return 1;
    }
    const shown = { page: goodFilesPage(verdicts), document: problemDocument(found) };
    const status = await show(shown, destinationOf(input, format), machine);
    return bad ? 1 : status;
  },
};

interface Verdict {
  readonly path: string;
  readonly problems: readonly Diagnostic[];
  /** What a good file holds, in words. */
  readonly holds?: string;
}

/** Exactly what `evaluate` would find, its warnings included. */
async function verdictOn(path: string, input: CommandInput, machine: Machine): Promise<Verdict> {
  const opened = await openDocument(path, openOptions(input), machine);
  if (!opened.ok) return { path, problems: opened.problems };
  const document = opened.value;
  const odd = document.kind === "decision" ? engineWarnings(document, evaluate(document.decision).warnings) : [];
  return { path, problems: [...opened.warnings, ...odd], holds: contentsOf(document) };
}

function contentsOf(document: OpenedDocument): string {
  if (document.kind === "criteria") return `a criteria pack with ${counted(document.pack.criteria.length, "question")}`;
  const { candidates, pack } = document.decision;
  return `a decision with ${counted(candidates.length, "candidate")} and ${counted(pack.criteria.length, "question")}`;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function goodFilesPage(verdicts: readonly Verdict[]) {
  const good = verdicts.filter(({ holds }) => holds !== undefined);
  const lines = good.map(({ path, holds }) => `${path === "-" ? "standard input" : path} is good: ${holds}.`);
  return { title: "", blocks: lines.map((text) => ({ kind: "text", text }) as const) };
}
