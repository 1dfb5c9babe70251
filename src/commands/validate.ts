import { type OpenedDocument, type OpenedTogether, openDocuments, type Together } from "../documents/open-documents.ts";
import type { Diagnostic } from "../documents/problems.ts";
import { evaluate } from "../engine/evaluate.ts";
import { listed } from "../render/words.ts";
import type { Command, CommandInput } from "./command.ts";
import { engineWarnings } from "./evaluating.ts";
import { filesParameter, openingOptions, openOptions, packNotShipped } from "./opening.ts";
import { formatOption, jsonOption, outputOption, textOption } from "./options.ts";
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
  options: [
    ...openingOptions,
    {
      flags: "--as <what>",
      description:
        "check several decisions as raters of one, or each by itself; without this, as raters those that name one and share a title, or a candidate where a title is missing",
      choices: ["raters", "decisions"],
    },
    formatOption("table", "json"),
    jsonOption,
    outputOption,
  ],
  examples: [
    { line: "partner-score validate partners.yaml", shows: "every problem at once, or one line that says it is good" },
    { line: "partner-score validate my-criteria.yaml", shows: "the same for a criteria pack of your own" },
    {
      line: "partner-score validate rater-1.yaml rater-2.yaml",
      shows: "also what is wrong between raters of one decision: other reasons, a name with another letter",
    },
    { line: "partner-score validate *.yaml --json", shows: "the problems of all, for a script" },
  ],
  async run(input, machine) {
    const { settings } = input;
    const misuse = contradictingFormats(input) ?? packNotShipped(openOptions(input).criteria, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    const format = formatAsked(input);

    const opened = await openDocuments(input.parameters, openOptions(input), machine, togetherAsked(input));
    const verdicts = opened.map(verdictOn);
    const found = verdicts.flatMap(({ problems }) => problems);
    const bad = found.some(({ severity }) => severity === "error");
    if (format === "table") {
      if (!bad) await tellWarnings(found, settings, machine);
      else await tellProblems([...found, ...takenTogether(verdicts)], false, settings, machine);
      if (bad) return 1;
    }
    const shown = { page: goodFilesPage(verdicts), document: problemDocument(found) };
    const status = await show(shown, destinationOf(input, format), machine);
    return bad ? 1 : status;
  },
};

const TOGETHER: readonly Together[] = ["raters", "decisions"];

function togetherAsked(input: CommandInput): Together {
  return TOGETHER.find((name) => name === textOption(input, "as")) ?? "as-they-look";
}

interface Verdict {
  readonly paths: readonly string[];
  readonly problems: readonly Diagnostic[];
  /** What a good file holds, in words. */
  readonly holds?: string;
}

/** Exactly what `evaluate` would find, its warnings included. */
function verdictOn({ paths, opened }: OpenedTogether): Verdict {
  if (!opened.ok) return { paths, problems: opened.problems };
  const document = opened.value;
  const odd = document.kind === "decision" ? engineWarnings(document, evaluate(document.decision).warnings) : [];
  return { paths, problems: [...opened.warnings, ...odd], holds: contentsOf(document) };
}

function contentsOf(document: OpenedDocument): string {
  if (document.kind === "criteria") return `a criteria pack with ${counted(document.pack.criteria.length, "question")}`;
  const { ballots, candidates, pack } = document.decision;
  const raters = ballots.length > 1 ? `of ${ballots.length} raters ` : "";
  return `a decision ${raters}with ${counted(candidates.length, "candidate")} and ${counted(pack.criteria.length, "question")}`;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** Whoever checks unrelated files has to learn why they are compared. */
function takenTogether(verdicts: readonly Verdict[]): readonly Diagnostic[] {
  const groups = verdicts.filter(({ problems }) =>
    problems.some(({ severity, place, also }) => severity === "error" && also && also.path !== place?.path),
  );
  return groups.map(({ paths }) => ({
    code: "taken-together",
    severity: "warning",
    message: `${listed(paths.map(nameOf), MOST_NAMED)} were read as raters of one decision. If they are not, add --as decisions.`,
  }));
}

const MOST_NAMED = 3;

function goodFilesPage(verdicts: readonly Verdict[]) {
  const lines = verdicts.flatMap(({ paths, holds }) =>
    holds === undefined ? [] : paths.map((path) => `${nameOf(path)} is good: ${besides(path, paths)}${holds}.`),
  );
  return { title: "", blocks: lines.map((text) => ({ kind: "text", text }) as const) };
}

/** The other raters' files of the same decision. */
function besides(path: string, paths: readonly string[]): string {
  const others = paths.filter((other) => other !== path);
  return others.length === 0 ? "" : `with ${listed(others.map(nameOf), MOST_NAMED)}, `;
}

function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}
