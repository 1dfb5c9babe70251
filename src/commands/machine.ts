import type { Reader } from "../documents/open-decision.ts";
import type { Tone } from "../render/page.ts";

/** Everything a command may ask of the world. Tests give one made of memory. */
export interface Machine extends Reader {
  /** To standard output. Resolves when it has been taken; a closed pipe ends the program quietly. */
  out(text: string): Promise<void>;
  /** To standard error. */
  note(text: string): void;
  /** Replaces a file whole or not at all; a device or pipe is written into. A failure is a sentence, not a throw. */
  write(path: string, text: string): Promise<Written>;
  /** The text of a JSON Schema that ships. */
  schema(name: SchemaName): Promise<string>;
  readonly screen: Screen;
  /** As in `1.0.0`. */
  readonly version: string;
}

export type Written = { readonly ok: true } | { readonly ok: false; readonly message: string; readonly hint?: string };

export const SCHEMA_NAMES = ["decision", "criteria", "result"] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** What is known of where the output goes. */
export interface Screen {
  /** Columns of the terminal or of COLUMNS; undefined in a pipe. */
  readonly width?: number;
  /** False: the terminal does not show UTF-8. */
  readonly unicode: boolean;
  /** With and without colour; the command line's `--no-color` chooses. */
  paint(colour: boolean): (tone: Tone, text: string) => string;
  /** Colour is wanted when nothing was said on the command line. */
  readonly colour: boolean;
}
