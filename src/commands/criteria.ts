import { openPack } from "../documents/open-pack.ts";
import type { Checked, Diagnostic } from "../documents/problems.ts";
import type { Pack } from "../engine/decision.ts";
import type { Shown } from "../render/formats.ts";
import { criteriaListPage, criteriaPage } from "../render/pages/criteria.ts";
import type { Command, CommandInput } from "./command.ts";
import { type Machine, SCHEMA_NAMES, type SchemaName } from "./machine.ts";
import { packNotShipped } from "./opening.ts";
import { formatOption, jsonOption, outputOption, textOption } from "./options.ts";
import {
  contradictingFormats,
  deliver,
  destinationOf,
  formatAsked,
  refuse,
  show,
  tellProblems,
  tellWarnings,
} from "./showing.ts";
import { contradiction } from "./usage-problems.ts";

export const criteria: Command = {
  name: "criteria",
  summary: "list the criteria packs, or show one in full, to read or to hand to a committee",
  parameters: [{ usage: "[id]", description: "a pack’s id, or the path of one of your own", completes: "pack" }],
  options: [
    { flags: "--schema <name>", description: "print the JSON Schema of a kind of file", choices: SCHEMA_NAMES },
    formatOption("table", "json"),
    jsonOption,
    outputOption,
  ],
  examples: [
    { line: "partner-score criteria", shows: "the packs there are" },
    { line: "partner-score criteria partnering-with-purpose", shows: "ten questions, with what each answer means" },
    { line: "partner-score criteria my-criteria.yaml -o questions.txt", shows: "your own pack, to print" },
    { line: "partner-score criteria --schema decision -o decision.schema.json", shows: "a schema for your editor" },
  ],
  async run(input, machine) {
    const { settings } = input;
    const misuse = misuseOf(input, machine);
    if (misuse !== undefined) return refuse(misuse, input, machine);
    const format = formatAsked(input);

    const destination = destinationOf(input, format);
    const schema = schemaAsked(input);
    if (schema !== undefined) return deliver([await machine.schema(schema)], destination, machine);
    const [id] = input.parameters;
    const opened = id === undefined ? await listedPacks(machine) : await onePack(id, machine);
    if (!opened.ok) {
      await tellProblems(opened.problems, format === "json", settings, machine);
      return 1;
    }
    const status = await show(opened.value, destination, machine);
    await tellWarnings(opened.warnings, settings, machine);
    return status;
  },
};

function schemaAsked(input: CommandInput): SchemaName | undefined {
  return SCHEMA_NAMES.find((name) => name === textOption(input, "schema"));
}

function misuseOf(input: CommandInput, machine: Machine): Diagnostic | undefined {
  const [id] = input.parameters;
  if (schemaAsked(input) !== undefined && id !== undefined) {
    return contradiction(`A schema belongs to no pack, so ${id} has no place here.`, "Leave it or --schema out.");
  }
  return contradictingFormats(input) ?? packNotShipped(id, machine);
}

async function onePack(id: string, machine: Machine): Promise<Checked<Shown>> {
  const opened = await openPack(id, machine);
  if (!opened.ok) return opened;
  const { pack } = opened.value;
  const document = { schemaVersion: 1, pack };
  return { ok: true, value: { page: criteriaPage(pack), document }, warnings: opened.warnings };
}

async function listedPacks(machine: Machine): Promise<Checked<Shown>> {
  const packs: Pack[] = [];
  const warnings: Diagnostic[] = [];
  for (const id of machine.shippedPackIds) {
    const opened = await openPack(id, machine);
    if (!opened.ok) return opened;
    packs.push(opened.value.pack);
    warnings.push(...opened.warnings);
  }
  const document = { schemaVersion: 1, packs: packs.map(listEntry) };
  return { ok: true, value: { page: criteriaListPage(packs), document }, warnings };
}

function listEntry({ id, title, version, criteria: questions }: Pack) {
  return { id, title, ...(version !== undefined && { version }), criteria: questions.map((criterion) => criterion.id) };
}
