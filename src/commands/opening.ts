import type { OpenOptions } from "../documents/open-decision.ts";
import { packName } from "../documents/open-pack.ts";
import type { Diagnostic } from "../documents/problems.ts";
import { unknownPack } from "../documents/problems-in-packs.ts";
import type { CommandInput, CommandOption } from "./command.ts";
import type { Machine } from "./machine.ts";
import { someText, textOption } from "./options.ts";

/** What the commands that open a person's file have in common. */

export const INPUT_KINDS = ["yaml", "json", "csv"] as const;

export const openingOptions: readonly CommandOption[] = [
  {
    flags: "--criteria <pack>",
    description: "use this criteria pack, an id or a path, in place of the file’s own",
    completes: "pack",
    parse: someText("a pack’s id or path"),
  },
  { flags: "--input <kind>", description: "what the file is, where its name does not say", choices: INPUT_KINDS },
];

export const filesParameter = "YAML, JSON or CSV; - is standard input";

export function openOptions(input: CommandInput): OpenOptions {
  const criteria = textOption(input, "criteria");
  const kind = INPUT_KINDS.find((name) => name === textOption(input, "input"));
  return { ...(criteria !== undefined && { criteria }), ...(kind !== undefined && { input: kind }) };
}

/** A pack that is named on the command line and ships with no program: wrong usage, like any other word out of a list. */
export function packNotShipped(idOrPath: string | undefined, machine: Machine): Diagnostic | undefined {
  if (idOrPath === undefined || packName(idOrPath).isPath) return undefined;
  const ids = machine.shippedPackIds;
  return ids.includes(idOrPath) ? undefined : unknownPack(undefined, idOrPath, ids);
}
