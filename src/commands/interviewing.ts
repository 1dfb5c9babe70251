import { isDecision } from "../documents/document-kind.ts";
import { parseDocument } from "../documents/parse-document.ts";
import type { Diagnostic } from "../documents/problems.ts";
import type { Decision } from "../engine/decision.ts";
import type { Ask } from "../interview/ask.ts";
import type { Notebook } from "../interview/notebook.ts";
import { ORDERS, type Order } from "../interview/orders.ts";
import { BEGIN_CHOICES, goOnLater, goOnWithout, ORDER_CHOICES, whatToRunNext } from "../interview/sentences.ts";
import type { Scope } from "../interview/topics.ts";
import { begin } from "./beginning.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { conduct, isSomethingOpen, openToAnswer, terminalFor } from "./conducting.ts";
import { DEFAULT_FILE } from "./file-names.ts";
import { findCandidate, findCriterion } from "./find-candidate.ts";
import type { Machine } from "./machine.ts";
import { openOptions } from "./opening.ts";
import { flagOption, textOption } from "./options.ts";
import { showRanking } from "./ranking.ts";
import { formatAsked, refuse, tellProblems, tellWarnings } from "./showing.ts";
import { severalDecisions } from "./usage-problems.ts";

const INSTEAD = "Write the answers into the file with an editor: partner-score init writes one to fill in.";

/** Asks what is open in a file, or in the only decision of the folder. */
export async function interviewFile(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const terminal = await terminalFor("interview", input, machine, INSTEAD);
  if ("problem" in terminal) return refuse(terminal.problem, input, machine);
  const { ask } = terminal;
  try {
    const path = input.parameters[0] ?? (await onlyDecision(ask, input, machine));
    return typeof path === "string" ? await interviewOn(path, ask, input, machine) : path;
  } finally {
    ask.close();
  }
}

async function interviewOn(path: string, ask: Ask, input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const opened = await openToAnswer(path, openOptions(input), machine);
  if ("problems" in opened) {
    await tellProblems(opened.problems, false, input.settings, machine);
    return 1;
  }
  const { notebook, warnings } = opened;
  await tellWarnings(warnings, input.settings, machine);
  const scope = scopeAsked(notebook.reading().decision, input);
  if ("problem" in scope) return refuse(scope.problem, input, machine);
  const order = orderStated(input) ?? (await orderAsked(ask, notebook, scope));
  if (order === "quit" || order === "stop") return order === "stop" ? 130 : 0;

  const { ending, lost } = await conduct(ask, notebook, { path, order, scope }, machine);
  // What is shown on standard output stands apart from the questions, and they from what comes last.
  ask.say("");
  if (ending === "done") {
    await showRanking([path], input, machine);
    ask.say("");
  }
  const last = lost ? goOnWithout(path) : ending === "done" ? whatToRunNext(path) : goOnLater(path);
  for (const line of last) ask.say(line, "quiet");
  if (ending === "stop") return 130;
  return lost ? 1 : 0;
}

function scopeAsked(decision: Decision, input: CommandInput): Scope | { readonly problem: Diagnostic } {
  const name = textOption(input, "candidate");
  const question = textOption(input, "question");
  const candidate = name === undefined ? undefined : findCandidate(decision.candidates, name);
  if (candidate !== undefined && "problem" in candidate) return candidate;
  const criterion = question === undefined ? undefined : findCriterion(decision.pack.criteria, question);
  if (criterion !== undefined && "problem" in criterion) return criterion;
  return {
    all: flagOption(input, "all"),
    ...(candidate !== undefined && { candidates: [candidate.found.id] }),
    ...(criterion !== undefined && { criteria: [criterion.found.id] }),
  };
}

function orderStated(input: CommandInput): Order | undefined {
  return ORDERS.find((order) => order === textOption(input, "order"));
}

/** Asked only where there are questions in more than one order. */
async function orderAsked(ask: Ask, notebook: Notebook, scope: Scope): Promise<Order | "quit" | "stop"> {
  const { candidates } = notebook.reading().decision;
  const isOneByOne = (scope.candidates ?? candidates).length === 1 || scope.criteria?.length === 1;
  if (isOneByOne || !isSomethingOpen(notebook, scope)) return "partner";
  const chosen = await ask.choice(ORDER_CHOICES);
  return chosen.given ? chosen.value : chosen.why;
}

/** The path of the only decision in the working folder, or of one begun now; else the status to end with. */
async function onlyDecision(ask: Ask, input: CommandInput, machine: Machine): Promise<string | ExitStatus> {
  const found = await decisionsHere(machine);
  if (found.length === 1) return found[0];
  if (found.length > 1) return refuse(severalDecisions(found), input, machine);
  const chosen = await ask.choice(BEGIN_CHOICES);
  if (!chosen.given) return chosen.why === "stop" ? 130 : 0;
  if (chosen.value === "no") return 0;
  const status = await begin(DEFAULT_FILE, ask, input, machine);
  // Who leaves while beginning has no file yet.
  return status === 0 && (await machine.exists(DEFAULT_FILE)) ? DEFAULT_FILE : status;
}

async function decisionsHere(machine: Machine): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await machine.namesHere()) {
    if (!/\.(ya?ml|json)$/i.test(name) || name.startsWith(".")) continue;
    const read = await machine.read(name);
    const tree = read.ok ? (await parseDocument(read.value)).tree : undefined;
    if (tree?.ok && isDecision(tree.value)) found.push(name);
  }
  return found;
}

/** Asks what is open; who leaves early sees the ranking of what is known by then. */
export async function askFirst(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const terminal = await terminalFor(
    "evaluate --interview",
    input,
    machine,
    "Leave --interview out to rank what is known.",
  );
  if ("problem" in terminal) return refuse(terminal.problem, input, machine);
  const { ask } = terminal;
  try {
    const opened = await openToAnswer(input.parameters[0], openOptions(input), machine);
    if ("problems" in opened) {
      await tellProblems(opened.problems, formatAsked(input) === "json", input.settings, machine);
      return 1;
    }
    const [path] = input.parameters;
    const asked = { path, order: "partner", scope: { all: false } } as const;
    const { ending, lost } = await conduct(ask, opened.notebook, asked, machine);
    ask.say("");
    if (ending === "stop") return 130;
    return lost ? 1 : 0;
  } finally {
    ask.close();
  }
}
