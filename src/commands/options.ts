import { formats } from "../render/formats.ts";
import type { CommandInput, CommandOption } from "./command.ts";

/** Options that several commands share, and how the values of any are read back. */

export const jsonOption: CommandOption = { flags: "--json", description: "the short form of --format json" };

export const outputOption: CommandOption = {
  flags: "-o, --output <file>",
  description: "write into this file, whole or not at all",
  completes: "file",
  parse: someText("a file’s name"),
};

/** By the formats' names; their list is in `render/formats.ts`. */
export function formatOption(...names: readonly string[]): CommandOption {
  const offered = formats.filter(({ name }) => names.includes(name)).map(({ name }) => name);
  return { flags: "--format <name>", description: "how to write the result", choices: offered };
}

/** The text after an option, or undefined where it was not given. */
export function textOption({ options }: CommandInput, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function numberOption({ options }: CommandInput, name: string): number | undefined {
  const value = options[name];
  return typeof value === "number" ? value : undefined;
}

export function flagOption({ options }: CommandInput, name: string): boolean {
  return options[name] === true;
}

// ---- what a text must be ----

type Parse = NonNullable<CommandOption["parse"]>;

export function someText(what: string): Parse {
  return (text) => (text.trim() === "" ? { expected: what } : { value: text });
}

export const countFromOne: Parse = (text) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 ? { value } : { expected: "a whole number from 1 to 999999999" };
};

export const share: Parse = (text) => {
  const value = /^(\d{1,9}(\.\d{1,20})?|\.\d{1,20})$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= 1 ? { value } : { expected: "a number from 0 to 1, such as 0.6" };
};
