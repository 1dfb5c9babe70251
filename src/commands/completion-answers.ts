import { DEFAULT_PACK, type OpenedDecision, openDecision, type Reader } from "../documents/open-decision.ts";
import { openPack } from "../documents/open-pack.ts";
import { missingFile } from "../documents/problems-in-files.ts";
import { type Criterion, entryOf } from "../engine/decision.ts";
import { harmless } from "../render/clean.ts";
import type { Command, CommandOption, CommandParameter } from "./command.ts";
import { HELP_OPTION, type Program } from "./command-line.ts";
import type { Machine } from "./machine.ts";
import { INPUT_KINDS } from "./opening.ts";

/** What may stand at the end of a command line that is being typed. */
export interface Answer {
  readonly offers: readonly Offer[];
  /** The name of a file may stand here as well. */
  readonly files: boolean;
}

export interface Offer {
  readonly value: string;
  readonly description?: string;
}

/** A larger file would take longer to read than anybody waits at a key. */
const LARGEST_BYTES = 500_000;

/**
 * What may stand where a command line ends: `before` are its finished words, without the program's name and without
 * quotes; `current` is the beginning of the next. A line that makes no sense is answered with nothing, and so is a file
 * that cannot be read, is broken, or is too large to be read at the press of a key.
 */
export async function completionAnswer(
  before: readonly string[],
  current: string,
  program: Program,
  machine: Machine,
): Promise<Answer> {
  const line = typed(before, program);
  if (line === undefined) return NOTHING;
  if (line.awaited !== undefined) return goingOn(line.awaited, current, await answerFor(line.awaited, line, machine));
  if (current.startsWith("-") && !line.onlyParameters) {
    const [, flag, equals] = /^(--[^=]+)(=?)/s.exec(current) ?? [];
    if (flag === undefined || equals === "") return { offers: optionOffers(line.options), files: false };
    const option = line.options.find((each) => takesValue(each) && flagsOf(each).includes(flag));
    const value = current.slice(flag.length + 1);
    const values = option === undefined ? NOTHING : goingOn(option, value, await answerFor(option, line, machine));
    return { ...values, offers: values.offers.map((offer) => ({ ...offer, value: `${flag}=${offer.value}` })) };
  }
  if (line.command === undefined) return { offers: commandOffers(program), files: false };
  const { parameters } = line.command;
  const last = parameters.at(-1);
  const parameter = parameters.at(line.parameters.length) ?? (last?.usage.includes("...") ? last : undefined);
  return parameter === undefined ? NOTHING : answerFor(parameter, line, machine);
}

/** In a list, what has been named stays, and what has not been may follow. */
function goingOn({ isList }: CommandOption, current: string, answer: Answer): Answer {
  const named = current.slice(0, current.lastIndexOf(",") + 1);
  if (isList === undefined || named === "") return answer;
  const before = named.split(",");
  const others = answer.offers.filter(({ value }) => !before.includes(value));
  return { ...answer, offers: others.map((offer) => ({ ...offer, value: `${named}${offer.value}` })) };
}

const NOTHING: Answer = { offers: [], files: false };

/**
 * Those that continue what has been typed: with the same letters, else with other capitals. Shells put what several
 * offers begin with in place of what was typed, so those with other capitals must share their beginning.
 *
 * @example
 * continuing([{ value: "Zoo" }, { value: "Zebra Club" }, { value: "Radio" }], "Z") // → [{"value":"Zoo"},{"value":"Zebra Club"}]
 * continuing([{ value: "Zoo" }, { value: "Radio" }], "zo") // → [{"value":"Zoo"}]
 * continuing([{ value: "Radio" }, { value: "RADAR" }], "rad") // → []
 */
export function continuing(offers: readonly Offer[], current: string): readonly Offer[] {
  const same = offers.filter(({ value }) => value.startsWith(current));
  if (same.length > 0) return same;
  const alike = offers.filter(({ value }) => value.toLowerCase().startsWith(current.toLowerCase()));
  const beginnings = new Set(alike.map(({ value }) => value.slice(0, current.length)));
  return beginnings.size === 1 ? alike : [];
}

// ---- what has been typed ----

type Asked = Pick<CommandOption & CommandParameter, "choices" | "completes">;

interface Line {
  readonly command: Pick<Command, "parameters" | "options"> | undefined;
  /** The options that the command knows, and those of the program. */
  readonly options: readonly CommandOption[];
  readonly parameters: readonly string[];
  /** By long flag. */
  readonly values: Readonly<Record<string, string>>;
  /** The option whose value comes next. */
  readonly awaited?: CommandOption;
  /** After `--`, nothing is an option. */
  readonly onlyParameters: boolean;
}

/** Undefined where there is no such command. */
function typed(words: readonly string[], program: Program): Line | undefined {
  let command: Line["command"];
  let options: readonly CommandOption[] = [...program.options, HELP_OPTION];
  const parameters: string[] = [];
  const values: [flag: string, value: string][] = [];
  let awaited: CommandOption | undefined;
  let onlyParameters = false;
  for (const word of words) {
    if (awaited !== undefined) {
      values.push([flagsOf(awaited).at(-1) ?? "", word]);
      awaited = undefined;
    } else if (word === "--" && !onlyParameters) {
      onlyParameters = true;
    } else if (word.startsWith("-") && word !== "-" && !onlyParameters) {
      const [, flag, value] = /^([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
      const option = options.find((each) => takesValue(each) && flagsOf(each).includes(flag ?? ""));
      if (value === undefined) awaited = option;
      else values.push([flag ?? "", value]);
    } else if (command === undefined) {
      command = commandNamed(word, program);
      if (command === undefined) return undefined;
      options = [...command.options, ...options];
    } else {
      parameters.push(word);
    }
  }
  const line = { command, options, parameters, values: Object.fromEntries(values), onlyParameters };
  return awaited === undefined ? line : { ...line, awaited };
}

function commandNamed(name: string, { commands, topics }: Program): Line["command"] {
  if (name !== "help") return commands.find((command) => command.name === name);
  const choices = [...commands, ...topics].map((each) => each.name);
  return { parameters: [{ usage: "[name]", description: "", choices }], options: [] };
}

function flagsOf({ flags }: CommandOption): readonly string[] {
  return flags.match(/--?[\w-]+/g) ?? [];
}

function takesValue({ flags }: CommandOption): boolean {
  return /[<[]/.test(flags);
}

// ---- what may come next ----

function commandOffers({ commands }: Program): readonly Offer[] {
  const help = { value: "help", description: "help on a command or a topic" };
  return [...commands.map(({ name, summary }) => ({ value: name, description: summary })), help];
}

function optionOffers(options: readonly CommandOption[]): readonly Offer[] {
  return options.map((option) => ({ value: flagsOf(option).at(-1) ?? "", description: option.description }));
}

async function answerFor({ choices = [], completes }: Asked, line: Line, machine: Machine): Promise<Answer> {
  if (completes === undefined) return { offers: choices.map((value) => ({ value })), files: false };
  switch (completes) {
    case "file":
      return { offers: [], files: true };
    case "pack":
      return { offers: machine.shippedPackIds.map((value) => ({ value })), files: true };
    case "candidate":
      return { offers: candidateOffers(await decisionOn(line, machine)), files: false };
    case "question":
      return { offers: (await questionsOn(line, machine)).flatMap(questionOffer), files: false };
  }
}

/** By name; by id where the name is another's too, or holds what a terminal would obey. */
function candidateOffers(opened: OpenedDecision | undefined): readonly Offer[] {
  const candidates = opened?.decision.candidates ?? [];
  const bearers = new Map<string, number>();
  for (const { name } of candidates) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return candidates.flatMap(({ id, name, kind }) => {
    const value = bearers.get(name) === 1 && isPlain(name) ? name : id;
    if (!isPlain(value)) return [];
    const description = value === name ? kind : harmless(name);
    return description === undefined ? [{ value }] : [{ value, description: harmless(description) }];
  });
}

function questionOffer({ id, label }: Criterion): readonly Offer[] {
  return isPlain(id) ? [{ value: id, description: harmless(label) }] : [];
}

function isPlain(text: string): boolean {
  return harmless(text) === text;
}

async function questionsOn(line: Line, machine: Machine): Promise<readonly Criterion[]> {
  const decision = await decisionOn(line, machine);
  if (decision !== undefined) return decision.decision.pack.criteria;
  if (fileOn(line) !== undefined) return [];
  const opened = await openPack(criteriaOn(line) ?? DEFAULT_PACK, glancing(machine));
  return opened.ok ? opened.value.pack.criteria : [];
}

/** The decision in the first file of the line. */
async function decisionOn(line: Line, machine: Machine): Promise<OpenedDecision | undefined> {
  const path = fileOn(line);
  if (path === undefined) return undefined;
  const criteria = criteriaOn(line);
  const input = INPUT_KINDS.find((kind) => kind === entryOf(line.values, "--input"));
  const options = { ...(criteria !== undefined && { criteria }), ...(input !== undefined && { input }) };
  const opened = await openDecision([path], options, glancing(machine));
  return opened.ok ? opened.value : undefined;
}

function fileOn({ command, parameters }: Line): string | undefined {
  const place = command?.parameters.findIndex(({ completes }) => completes === "file") ?? -1;
  return place === -1 ? undefined : parameters[place];
}

function criteriaOn({ values }: Line): string | undefined {
  return entryOf(values, "--criteria");
}

/** Reads what is a small file and nothing else. */
function glancing(machine: Machine): Reader {
  return {
    ...machine,
    async read(path) {
      const source = await machine.glance(path, LARGEST_BYTES);
      if (source !== undefined) return { ok: true, value: source, warnings: [] };
      return { ok: false, problems: [missingFile(path, path, [])] };
    },
  };
}
