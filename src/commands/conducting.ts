import { inputKind } from "../documents/input-kind.ts";
import { type OpenedDecision, type OpenOptions, openDecision } from "../documents/open-decision.ts";
import type { Diagnostic } from "../documents/problems.ts";
import { tableNotEdited } from "../documents/problems-in-edits.ts";
import type { Source } from "../documents/source.ts";
import type { Ask } from "../interview/ask.ts";
import { type Ending, runInterview } from "../interview/interview.ts";
import { type Notebook, openNotebook } from "../interview/notebook.ts";
import type { Order } from "../interview/orders.ts";
import { readingOf } from "../interview/reading.ts";
import { neverSaved, nothingOpen, RULES_HEADING, rulesToSay } from "../interview/sentences.ts";
import { isUnanswered, type Scope, topicsInOrder } from "../interview/topics.ts";
import type { CommandInput } from "./command.ts";
import type { Machine, TerminalAsk } from "./machine.ts";
import { flagOption } from "./options.ts";
import { noTerminal } from "./usage-problems.ts";

/** What `interview`, `evaluate --interview` and `init` share: a terminal, a file that takes answers, and the questions. */

/** Somebody to ask, or the problem that nobody is there. */
export async function terminalFor(
  command: string,
  input: CommandInput,
  machine: Machine,
  instead: string,
): Promise<{ readonly ask: TerminalAsk } | { readonly problem: Diagnostic }> {
  if (machine.terminal === undefined || !input.settings.prompts) return { problem: noTerminal(command, instead) };
  const { ascii, colour } = input.settings;
  return { ask: await machine.terminal({ plain: flagOption(input, "plain"), ascii, colour }) };
}

/** The file of one rater, opened to be written in; the problems that `validate` would show, else. */
export async function openToAnswer(
  path: string,
  options: OpenOptions,
  machine: Machine,
): Promise<
  | { readonly notebook: Notebook; readonly warnings: readonly Diagnostic[] }
  | { readonly problems: readonly Diagnostic[] }
> {
  const opened = await openDecision([path], options, machine);
  if (!opened.ok) return { problems: opened.problems };
  const [source] = opened.value.inputs;
  const input = inputKind(source, options.input);
  if (input === "csv") return { problems: [tableNotEdited(path)] };
  const read = (from: Source, decision: OpenedDecision) => readingOf(from, input, decision);
  const notebook = openNotebook(
    { source, input, reading: await read(source, opened.value) },
    {
      ...(await machine.shelf(path)),
      async open(changed) {
        const sameFile = async () => ({ ok: true as const, value: changed, warnings: [] });
        const reader = { ...machine, read: (asked: string) => (asked === path ? sameFile() : machine.read(asked)) };
        const reopened = await openDecision([path], options, reader);
        return reopened.ok ? { ...reopened, value: await read(changed, reopened.value) } : reopened;
      },
    },
  );
  return { notebook, warnings: opened.warnings };
}

export interface Conducted {
  readonly path: string;
  readonly order: Order;
  readonly scope: Scope;
}

/** Whether an interview would ask anything at all. */
export function isSomethingOpen(notebook: Notebook, scope: Scope): boolean {
  const reading = notebook.reading();
  const topics = topicsInOrder(reading.decision, scope, "partner", (list) => list);
  return scope.all || topics.some((topic) => isUnanswered(reading, topic));
}

/** Asks; what could not be saved in the end is said, so that the person can write it down. */
export async function conduct(
  ask: Ask,
  notebook: Notebook,
  { path, order, scope }: Conducted,
  machine: Machine,
): Promise<{ readonly ending: Ending; readonly lost: boolean }> {
  if (isSomethingOpen(notebook, scope)) sayRules(ask, rulesToSay(notebook.reading().decision, order));
  else if (order !== "shortest") for (const line of nothingOpen(path)) ask.say(line, "quiet");
  const ending = await runInterview({ order, scope, ask, notebook, shuffle: machine.shuffle });
  const unsaved = notebook.unsaved();
  if (unsaved.length > 0) ask.say(neverSaved(notebook.reading().decision, unsaved), "bad");
  return { ending, lost: unsaved.length > 0 };
}

function sayRules(ask: Ask, rules: readonly string[]): void {
  if (rules.length > 0) ask.say(RULES_HEADING, "heading");
  for (const rule of rules) ask.say(rule, "item");
}
