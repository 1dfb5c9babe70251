import type { Reader } from "../documents/open-decision.ts";
import type { Diagnostic } from "../documents/problems.ts";
import type { Source } from "../documents/source.ts";
import type { Ask } from "../interview/ask.ts";
import type { Shelf } from "../interview/notebook.ts";
import type { Assets } from "../render/formats.ts";
import type { Tone } from "../render/page.ts";

/** Everything a command may ask of the world. Tests give one made of memory. */
export interface Machine extends Reader {
  /** To standard output, piece by piece as it takes them. A pipe that somebody closed has had enough: that is no failure. */
  out(pieces: Iterable<string>): Promise<Written>;
  /** To standard error. */
  note(text: string): void;
  /**
   * Says what a long run is at, in a line of standard error that the next replaces; an empty one takes it away, and so does
   * whatever else is written there. Nothing is shown of a run that is over within a second, unless it is known to take long.
   * Absent where nobody looks.
   */
  readonly progress?: (line: string, takesLong: boolean) => void;
  /** Lets whatever waits have its turn, such as Ctrl-C: between two steps of a long run. */
  breathe(): Promise<void>;
  /** Replaces a file whole or not at all; a device or a pipe is written into; `-` is standard output. */
  write(path: string, pieces: Iterable<string>): Promise<Written>;
  /**
   * The text of a regular file of at most so many bytes, undefined for whatever else stands there: no pipe is emptied, and
   * nothing is waited for. `~/` is the home folder.
   */
  glance(path: string, atMost: number): Promise<Source | undefined>;
  /** Whether anything stands under this path. */
  exists(path: string): Promise<boolean>;
  /** The names in the working folder. */
  namesHere(): Promise<readonly string[]>;
  /** Where an interview keeps its file. */
  shelf(path: string): Promise<Pick<Shelf, "read" | "replace">>;
  /** Somebody at a terminal who can be asked; absent where nobody is. */
  readonly terminal?: (how: TerminalSettings) => Promise<TerminalAsk>;
  /** The list in an order of chance: the only thing here that differs from run to run. */
  shuffle<T>(list: readonly T[]): readonly T[];
  /** The text of the example decision that ships. */
  example(): Promise<string>;
  /** The text of a JSON Schema that ships. */
  schema(name: SchemaName): Promise<string>;
  /** The style and the script of a report, as they ship. */
  reportAssets(): Promise<Assets>;
  /** Shows a file in the browser that this machine opens pages with; false where there is none. */
  openInBrowser(path: string): Promise<boolean>;
  /** The day, as in `2027-01-31`; of SOURCE_DATE_EPOCH where that is set. */
  readonly today: string;
  /** What is known of where standard output goes. */
  readonly screen: Screen;
  /** What is known of where standard error goes. */
  readonly noteScreen: Screen;
  /** As in `1.0.0`. */
  readonly version: string;
  /** A stack trace is wanted. */
  readonly debug: boolean;
}

export interface TerminalSettings {
  /** Static text and typed answers, whatever the environment says. */
  readonly plain: boolean;
  readonly ascii: boolean;
  readonly colour: boolean;
}

export type TerminalAsk = Ask & {
  /** Gives the terminal back as it was. */
  close(): void;
};

/** A disk that is full or a folder that is missing is a sentence, not a throw. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly problem: Diagnostic };

export const SCHEMA_NAMES = ["decision", "criteria", "result"] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

export interface Screen {
  /** Somebody sees at once what is written there. */
  readonly isTerminal: boolean;
  /** Columns of the terminal or of COLUMNS; absent in a pipe. */
  readonly width?: number;
  /** False: the terminal does not show UTF-8. */
  readonly unicode: boolean;
  /** Colour is wanted where the command line says nothing. */
  readonly colour: boolean;
  /** Colours a piece; the identity without colour. The command line's `--no-color` chooses. */
  paint(colour: boolean): Promise<(tone: Tone, text: string) => string>;
}
