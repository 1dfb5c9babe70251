import { type NewDecision, newDecisionText, templateDecision } from "../documents/new-decision.ts";
import { DEFAULT_PACK } from "../documents/open-decision.ts";
import { openPack } from "../documents/open-pack.ts";
import { type Checked, gatherProblems } from "../documents/problems.ts";
import { fileInTheWay } from "../documents/problems-in-files.ts";
import type { Ask } from "../interview/ask.ts";
import { begunNext, REPLACE_CHOICES, replaceQuestion } from "../interview/sentences.ts";
import { type OfferedPack, startDecision } from "../interview/start-decision.ts";
import type { CommandInput, ExitStatus } from "./command.ts";
import { terminalFor } from "./conducting.ts";
import { DEFAULT_FILE, SCHEMA_FILE } from "./file-names.ts";
import type { Machine } from "./machine.ts";
import { packNotShipped } from "./opening.ts";
import { flagOption, textOption } from "./options.ts";
import { deliver, refuse, tellProblems } from "./showing.ts";
import { contradiction } from "./usage-problems.ts";

export async function beginDecision(input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const [path = DEFAULT_FILE] = input.parameters;
  if (flagOption(input, "template") && flagOption(input, "example")) {
    const hint = "Leave one of them out.";
    return refuse(contradiction("--template and --example write two different files.", hint), input, machine);
  }
  const notShipped = packNotShipped(textOption(input, "criteria"), machine);
  if (notShipped !== undefined) return refuse(notShipped, input, machine);

  const asksNothing = flagOption(input, "template") || flagOption(input, "example");
  const terminal = asksNothing ? undefined : await terminalFor("init", input, machine, "");
  const ask = terminal !== undefined && "ask" in terminal ? terminal.ask : undefined;
  try {
    return await begin(path, ask, input, machine);
  } finally {
    ask?.close();
  }
}

/** Writes the file, with what a person says or without asking anybody. */
export async function begin(
  path: string,
  ask: Ask | undefined,
  input: CommandInput,
  machine: Machine,
): Promise<ExitStatus> {
  const mayReplace = flagOption(input, "force") ? "yes" : await askToReplace(path, ask, machine);
  if (mayReplace === "stop") return 130;
  if (mayReplace === "no") {
    await tellProblems([fileInTheWay(path)], false, input.settings, machine);
    return 1;
  }
  const text = await textToWrite(ask, input, machine);
  if (text === "quit" || text === "stop") return text === "stop" ? 130 : 0;
  if (!text.ok) {
    await tellProblems(text.problems, false, input.settings, machine);
    return 1;
  }
  const status = flagOption(input, "editor") ? await writeSchema(path, input, machine) : 0;
  if (status !== 0) return status;
  const written = await deliver([text.value], { file: path, format: "table", settings: input.settings }, machine);
  if (written === 0 && !input.settings.quiet) tellNext(begunNext(path, flagOption(input, "example")), ask, machine);
  return written;
}

/** Where somebody was asked, in lines that fit their window. */
function tellNext(lines: readonly string[], ask: Ask | undefined, machine: Machine): void {
  if (ask === undefined) machine.note(`${lines.join(" ")}\n`);
  else for (const line of ["", ...lines]) ask.say(line);
}

async function askToReplace(path: string, ask: Ask | undefined, machine: Machine): Promise<"yes" | "no" | "stop"> {
  if (!(await machine.exists(path))) return "yes";
  if (ask === undefined) return "no";
  const chosen = await ask.choice({ ...REPLACE_CHOICES, message: replaceQuestion(path) });
  if (chosen.given) return chosen.value;
  return chosen.why === "stop" ? "stop" : "no";
}

async function textToWrite(
  ask: Ask | undefined,
  input: CommandInput,
  machine: Machine,
): Promise<Checked<string> | "quit" | "stop"> {
  const schema = flagOption(input, "editor") ? `./${SCHEMA_FILE}` : undefined;
  if (flagOption(input, "example")) {
    const example = await machine.example();
    const text = schema === undefined ? example : `# yaml-language-server: $schema=${schema}\n${example}`;
    return { ok: true, value: text, warnings: [] };
  }
  const offered = await offeredPacks(textOption(input, "criteria"), ask !== undefined, machine);
  if (!offered.ok) return offered;
  const [first] = offered.value;
  let begun: NewDecision = templateDecision(first.criteria, schema);
  let { pack } = first;
  if (ask !== undefined) {
    const started = await startDecision({ ask, packs: offered.value, ...(schema !== undefined && { schema }) });
    if (!started.given) return started.why;
    ({ begun, pack } = started.value);
  }
  return { ok: true, value: newDecisionText(begun, pack), warnings: [] };
}

/** The pack that was named, or all that ship, the default first, where somebody can choose. */
async function offeredPacks(
  named: string | undefined,
  canChoose: boolean,
  machine: Machine,
): Promise<Checked<readonly OfferedPack[]>> {
  const others = canChoose ? machine.shippedPackIds.filter((id) => id !== DEFAULT_PACK) : [];
  const names = named === undefined ? [DEFAULT_PACK, ...others] : [named];
  const problems = gatherProblems();
  const packs: OfferedPack[] = [];
  for (const criteria of names) {
    const opened = problems.take(await openPack(criteria, machine));
    if (opened !== undefined) packs.push({ criteria, pack: opened.pack });
  }
  return problems.settle(packs);
}

async function writeSchema(path: string, input: CommandInput, machine: Machine): Promise<ExitStatus> {
  const beside = machine.resolve(path, SCHEMA_FILE);
  const text = await machine.schema("decision");
  if (!flagOption(input, "force") && (await machine.exists(beside))) {
    const there = await machine.read(beside);
    if (there.ok && there.value.text === text) return 0;
    await tellProblems([fileInTheWay(beside)], false, input.settings, machine);
    return 1;
  }
  return deliver([text], { file: beside, format: "table", settings: input.settings }, machine);
}
