import { Argument, Command as CommanderCommand, CommanderError, InvalidArgumentError, Option } from "commander";
import { listed } from "../documents/phrases.ts";
import type { Diagnostic } from "../documents/problems.ts";
import type { Command, CommandInput, CommandOption, CommandParameter, Example, Settings } from "./command.ts";
import { examplesAfter, helpLayout, topicsAfter } from "./help-layout.ts";
import type { Topic } from "./topics.ts";
import {
  badOptionValue,
  badParameter,
  missingParameter,
  optionWithoutValue,
  tooManyParameters,
  unknownCommand,
  unknownHelp,
  unknownOption,
} from "./usage-problems.ts";

/** What a command line asks for. */
export type Request =
  | { readonly kind: "run"; readonly command: Command; readonly input: CommandInput }
  /** Help or the version. */
  | { readonly kind: "text"; readonly text: string }
  /** Help on something that is no command. */
  | { readonly kind: "topic"; readonly topic: Topic; readonly settings: Settings }
  /** No command at all: here is what there is. */
  | { readonly kind: "nothing"; readonly help: string }
  | { readonly kind: "misuse"; readonly problem: Diagnostic; readonly settings: Settings };

export interface Program {
  readonly commands: readonly Command[];
  readonly topics: readonly Topic[];
  /** Before or after any command. */
  readonly options: readonly CommandOption[];
  readonly summary: string;
  readonly examples: readonly Example[];
  readonly version: () => string;
}

/** Reads the arguments, and does nothing yet. `width` is how wide help may be. */
export function readCommandLine(args: readonly string[], program: Program, width: number): Request {
  const reading: Reading = { said: "" };
  const top = topLevel(program, reading, width);
  for (const command of program.commands) addCommand(top, command, reading);
  addHelpCommand(top, program, reading);
  try {
    top.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "text", text: reading.said };
    if (error.code === "commander.help") return { kind: "nothing", help: reading.said };
    const problem = reading.problem ?? misuse(error, top, reading.reader ?? top);
    return { kind: "misuse", problem, settings: settingsOf(top) };
  }
  return reading.request ?? { kind: "text", text: reading.said };
}

/** What comes to light while commander calls back. */
interface Reading {
  said: string;
  /** The command whose part of the line is being read. */
  reader?: CommanderCommand;
  problem?: Diagnostic;
  request?: Request;
}

function topLevel(program: Program, reading: Reading, width: number): CommanderCommand {
  const say = (text: string): void => {
    reading.said += text;
  };
  const top = new CommanderCommand("partner-score")
    .description(program.summary)
    .usage("<command> [options]")
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .helpCommand(false)
    .configureHelp(helpLayout(width))
    .configureOutput({ writeOut: say, writeErr: say, outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride()
    .addHelpText("after", topicsAfter(program.topics))
    .addHelpText("after", examplesAfter(program.examples));
  for (const option of program.options) top.addOption(commanderOption(option, reading));
  return top.on("option:version", () => {
    say(`${program.version()}\n`);
    throw new CommanderError(0, "commander.version", "");
  });
}

/** Commander adds it to every command by itself. */
export const HELP_OPTION: CommandOption = { flags: "-h, --help", description: "print help, with examples" };

function addCommand(top: CommanderCommand, command: Command, reading: Reading): void {
  const added = top
    .command(command.name)
    .description(command.summary)
    .addHelpText("after", examplesAfter(command.examples));
  noteReader(added, reading);
  for (const parameter of command.parameters) added.addArgument(commanderArgument(parameter, reading));
  for (const option of command.options) added.addOption(commanderOption(option, reading));
  added.action(() => {
    const options = added.opts<Record<string, unknown>>();
    const settings = settingsOf(top);
    // Plain is plain to the end: what is shown after the questions has no colour either.
    const colour = settings.colour && options.plain !== true;
    const input = { parameters: added.args, options, settings: { ...settings, colour } };
    reading.request = { kind: "run", command, input };
  });
}

function addHelpCommand(top: CommanderCommand, { topics }: Program, reading: Reading): void {
  const help = top.command("help").description("print this, or the help of a command, or a page about a topic");
  noteReader(help, reading);
  help.addHelpText("after", examplesAfter(HELP_EXAMPLES));
  help.argument("[name]", "a command or a topic").action((name: string | undefined) => {
    const command = name === undefined ? top : top.commands.find((each) => each.name() === name);
    if (command !== undefined) return command.outputHelp();
    const settings = settingsOf(top);
    const topic = topics.find((each) => each.name === name);
    if (topic !== undefined) {
      reading.request = { kind: "topic", topic, settings };
      return;
    }
    const known = [...namesOf(top), ...topics.map((each) => each.name)];
    reading.request = { kind: "misuse", problem: unknownHelp(name ?? "", known), settings };
  });
}

const HELP_EXAMPLES: readonly Example[] = [
  { line: "partner-score help evaluate", shows: "the options of a command, with examples" },
  { line: "partner-score help files", shows: "how to write a decision" },
];

function noteReader(command: CommanderCommand, reading: Reading): void {
  command.exitOverride((error) => {
    reading.reader = command;
    throw error;
  });
}

function commanderArgument({ usage, description, choices }: CommandParameter, reading: Reading): Argument {
  const made = new Argument(usage, description);
  if (choices === undefined) return made;
  return made.choices(choices).argParser((text) => {
    const found = chosen(text, choices);
    if ("value" in found) return found.value;
    reading.problem = badParameter(made.name(), text, found.expected, choices);
    throw new InvalidArgumentError(found.expected);
  });
}

function commanderOption(option: CommandOption, reading: Reading): Option {
  const { flags, description, choices = [], parse } = option;
  const made = new Option(flags, description);
  if (choices.length > 0) made.choices(choices);
  if (choices.length === 0 && parse === undefined) return made;
  return made.argParser((text) => {
    const parsed = parse?.(text) ?? chosen(text, choices);
    if ("value" in parsed) return parsed.value;
    reading.problem = badOptionValue(flags, parsed.part ?? text, parsed.expected, choices);
    throw new InvalidArgumentError(parsed.expected);
  });
}

function chosen(
  text: string,
  choices: readonly string[],
): { readonly value: string } | { readonly expected: string; readonly part?: string } {
  return choices.includes(text) ? { value: text } : { expected: listed(choices, "or") };
}

function settingsOf(top: CommanderCommand): Settings {
  const { quiet, ascii, color, input } = top.opts<Record<string, unknown>>();
  return { quiet: quiet === true, ascii: ascii === true, colour: color !== false, prompts: input !== false };
}

// ---- what went wrong ----

/** Commander tells the kind by a code, and the word concerned only in its message, in the outermost quotation marks. */
function misuse(error: CommanderError, top: CommanderCommand, reader: CommanderCommand): Diagnostic {
  const concerned = /'(.*)'/s.exec(error.message)?.[1] ?? "";
  const name = reader === top ? undefined : reader.name();
  switch (error.code) {
    case "commander.unknownOption": {
      const flag = concerned.replace(/=.*/s, "");
      const owner = reader === top ? top.commands.find((command) => flagsOf(command).includes(flag)) : undefined;
      const known = [...new Set([...flagsOf(reader), ...flagsOf(top), "--help"])];
      return unknownOption(flag, known, name, owner?.name());
    }
    case "commander.unknownCommand":
      return unknownCommand(top.args[0], namesOf(top));
    case "commander.missingArgument": {
      const missing = reader.registeredArguments.find((argument) => argument.name() === concerned);
      return missingParameter(name, concerned, missing?.description ?? "");
    }
    case "commander.excessArguments":
      return tooManyParameters(name, reader.registeredArguments.length, reader.args);
    case "commander.optionMissingArgument":
      return optionWithoutValue(concerned, name);
    default:
      // Nothing here asks for another kind: this is a mistake of ours.
      throw error;
  }
}

function flagsOf(command: CommanderCommand): readonly string[] {
  return command.options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined));
}

function namesOf(top: CommanderCommand): readonly string[] {
  return top.commands.map((command) => command.name());
}
