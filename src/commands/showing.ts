import type { Diagnostic } from "../documents/problems.ts";
import type { Setting, Shown } from "../render/formats.ts";
import { loadFormat } from "../render/render-text.ts";
import type { CommandInput, ExitStatus, Settings } from "./command.ts";
import type { Machine, Screen } from "./machine.ts";
import { flagOption, textOption } from "./options.ts";
import { problemDocument } from "./problem-document.ts";
import { problemsPage, warningsPage } from "./problems-page.ts";
import { contradiction } from "./usage-problems.ts";

/** How a command says things: results on standard output or into a file, everything else on standard error. */

/** The format that `--format` or its short form `--json` asks for. */
export function formatAsked(input: CommandInput): string {
  return flagOption(input, "json") ? "json" : (textOption(input, "format") ?? "table");
}

export function contradictingFormats(input: CommandInput): Diagnostic | undefined {
  const named = textOption(input, "format");
  if (!flagOption(input, "json") || named === undefined || named === "json") return undefined;
  return contradiction(`--json and --format ${named} ask for two formats.`, "Leave one of them out.");
}

/** Says what is wrong with the command line, and ends with the status of wrong usage. */
export async function refuse(misuse: Diagnostic, input: CommandInput, machine: Machine): Promise<ExitStatus> {
  await tellProblems([misuse], formatAsked(input) === "json", input.settings, machine);
  return 2;
}

/** Where a result goes, and in which form to say that it could not. */
export interface Destination {
  /** Absent: standard output. */
  readonly file?: string;
  readonly format: string;
  readonly settings: Settings;
}

export function destinationOf(input: CommandInput, format: string): Destination {
  const file = textOption(input, "output");
  return { ...(file !== undefined && { file }), format, settings: input.settings };
}

/** The result as its format writes it. */
export async function show(
  shown: Shown,
  destination: Destination,
  machine: Machine,
  extra: Pick<Setting, "bom" | "assets"> = {},
): Promise<ExitStatus> {
  const { file, format, settings } = destination;
  const render = await loadFormat(format);
  const setting = file === undefined ? await onScreen(machine.screen, settings) : inFile(settings);
  return deliver(render(shown, { ...setting, ...extra }), destination, machine);
}

/** A text that needs no format any more. */
export async function deliver(
  pieces: Iterable<string>,
  { file, format, settings }: Destination,
  machine: Machine,
): Promise<ExitStatus> {
  const written = await (file === undefined ? machine.out(pieces) : machine.write(file, pieces));
  if (written.ok) return 0;
  await tellProblems([written.problem], format === "json", settings, machine);
  return 1;
}

/** What is wrong, all of it: as a page for people, or as one document for scripts. */
export async function tellProblems(
  problems: readonly Diagnostic[],
  asJson: boolean,
  settings: Settings,
  machine: Machine,
): Promise<void> {
  const shown = { page: problemsPage(problems), document: problemDocument(problems) };
  await note(shown, asJson ? "json" : "table", await onScreen(machine.noteScreen, settings), machine);
}

/** A line each, however long, so that `grep` finds it whole; nothing under `--quiet`. */
export async function tellWarnings(
  warnings: readonly Diagnostic[],
  settings: Settings,
  machine: Machine,
): Promise<void> {
  if (settings.quiet || warnings.length === 0) return;
  const { width: _, ...endless } = await onScreen(machine.noteScreen, settings);
  await note({ page: warningsPage(warnings), document: {} }, "table", endless, machine);
}

async function note(shown: Shown, format: string, setting: Setting, machine: Machine): Promise<void> {
  const render = await loadFormat(format);
  machine.note([...render(shown, setting)].join(""));
}

async function onScreen(screen: Screen, settings: Settings): Promise<Setting> {
  return {
    ...(screen.width !== undefined && { width: screen.width }),
    ascii: settings.ascii || !screen.unicode,
    paint: await screen.paint(settings.colour && screen.colour),
  };
}

/** A file is read later and elsewhere: as wide as it needs, without colour, in UTF-8. */
function inFile({ ascii }: Settings): Setting {
  return { ascii, paint: (_tone, text) => text };
}
