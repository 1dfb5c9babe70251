import type { Machine } from "./machine.ts";

/** 0 done; 1 the input or the run failed; 2 wrong usage; 130 stopped at a question by Ctrl-C. */
export type ExitStatus = 0 | 1 | 2 | 130;

/** A command is a function of its arguments and a machine. It opens, calls and shows; it computes nothing. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** As in `<files...>` or `[id]`, each with what it is. */
  readonly parameters: readonly CommandParameter[];
  readonly options: readonly CommandOption[];
  readonly examples: readonly Example[];
  run(input: CommandInput, machine: Machine): Promise<ExitStatus>;
}

export interface Example {
  /** What to type. */
  readonly line: string;
  /** What that does. */
  readonly shows: string;
}

export interface CommandParameter {
  readonly usage: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}

/** What a shell offers for a word of the command line, where that is no fixed list. */
export type Completes = "file" | "pack" | "candidate" | "question";

export interface CommandOption {
  /** As commander reads it: `-o, --output <file>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
  /** Several of the choices may be named, a comma between. */
  readonly isList?: true;
  /** Turns the text into a value, or says in words what it may be, and which part of it is wrong where it is not all of it. */
  readonly parse?: (
    text: string,
  ) => { readonly value: unknown } | { readonly expected: string; readonly part?: string };
}

export interface CommandInput {
  readonly parameters: readonly string[];
  /** By camel-cased long name. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
}

/** What every command is told in the same way. */
export interface Settings {
  /** No warnings. */
  readonly quiet: boolean;
  /** Only ASCII in what the program itself draws. */
  readonly ascii: boolean;
  /** False: no colour, whatever the screen can do. */
  readonly colour: boolean;
  /** False: nobody is there to answer a question. */
  readonly prompts: boolean;
}
