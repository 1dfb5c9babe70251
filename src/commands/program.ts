import { commands } from "./all.ts";
import { bugProblem } from "./bug.ts";
import type { CommandOption, ExitStatus, Settings } from "./command.ts";
import { type Program, readCommandLine } from "./command-line.ts";
import { SHELLS, type Shell } from "./completion.ts";
import type { Machine } from "./machine.ts";
import { deliver, show, tellProblems } from "./showing.ts";
import { topics } from "./topics.ts";

const SUMMARY =
  "Ranks possible community partners by weighted questions, and shows how sure the ranking is. " +
  "Nothing is sent over a network.";

const EXAMPLES = [
  { line: "partner-score evaluate partners.yaml", shows: "rank the candidates in a file" },
  { line: "partner-score validate partners.yaml", shows: "find every mistake in it" },
  {
    line: "partner-score criteria partnering-with-purpose",
    shows: "read the ten questions and what each answer means",
  },
];

const OPTIONS: readonly CommandOption[] = [
  { flags: "-q, --quiet", description: "no warnings" },
  { flags: "--no-color", description: "no color, whatever the terminal can do" },
  { flags: "--ascii", description: "draw with # = . and - only" },
  { flags: "--no-input", description: "never ask anything" },
  { flags: "-V, --version", description: "print the version" },
];

const WIDEST_HELP = 80;

/**
 * One run of the program: arguments in, exit status out, and what it says through the machine. It never throws: a mistake
 * of ours is told as one, with how to report it.
 */
export async function runProgram(args: readonly string[], machine: Machine): Promise<ExitStatus> {
  try {
    return await answer(args, machine);
  } catch (error) {
    await tellProblems([bugProblem(error)], wantsJson(args), PLAIN, machine);
    if (machine.debug && error instanceof Error) machine.note(`${error.stack}\n`);
    return 1;
  }
}

const PLAIN: Settings = { quiet: false, ascii: false, colour: true, prompts: true };

async function answer(args: readonly string[], machine: Machine): Promise<ExitStatus> {
  const program: Program = {
    ...{ commands, topics, options: OPTIONS },
    ...{ summary: SUMMARY, examples: EXAMPLES },
    version: () => machine.version,
  };
  const [first, asked, ...line] = args;
  const shell = SHELLS.find((name) => name === asked);
  if (first === "complete" && shell !== undefined) return complete(shell, line, program, machine);
  const width = Math.min(machine.screen.width ?? WIDEST_HELP, WIDEST_HELP);
  const request = readCommandLine(args, program, width);
  switch (request.kind) {
    case "run":
      return request.command.run(request.input, machine);
    case "text":
      return deliver([request.text], { format: "table", settings: PLAIN }, machine);
    case "topic": {
      const shown = { page: await request.topic.load(machine), document: {} };
      return show(shown, { format: "table", settings: request.settings }, machine);
    }
    case "nothing":
      machine.note(request.help);
      return 2;
    case "misuse":
      await tellProblems([request.problem], wantsJson(args), request.settings, machine);
      return 2;
  }
}

/** What a shell asks while somebody types. It is no command: nobody types it. */
async function complete(
  shell: Shell,
  line: readonly string[],
  program: Program,
  machine: Machine,
): Promise<ExitStatus> {
  const { completionText } = await import("./completion-text.ts");
  await machine.out([await completionText(shell, line, program, machine)]);
  return 0;
}

/** What is wrong with a command line is told as it asks, even where the rest of it makes no sense. */
function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args
    .slice(0, end < 0 ? args.length : end)
    .some((arg, at) => arg === "--json" || arg === "--format=json" || (arg === "--format" && args[at + 1] === "json"));
}
