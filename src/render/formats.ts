import type { Decision } from "../engine/decision.ts";
import type { Page, Tone } from "./page.ts";

/**
 * All that a format may need: JSON takes the document, CSV the records, the others the page, Markdown the warnings too. Each may be a getter, so that
 * only what is taken is made.
 */
export interface Shown {
  readonly page: Page;
  /** Plain data, unrounded. */
  readonly document: unknown;
  /** Absent: this result has no CSV. */
  readonly records?: Records;
  /** Sentences for people, for a format that tells warnings itself and does not find them in the document. */
  readonly warnings?: readonly string[];
  /** What somebody called something, for a format that keeps such names together inside its sentences. */
  readonly names?: readonly string[];
  /** For a format that lets its reader evaluate again; absent: it cannot. */
  readonly decision?: Decision;
}

export interface Records {
  readonly columns: readonly string[];
  /** Numbers unrounded; undefined is an empty cell. */
  readonly rows: Iterable<readonly (string | number | undefined)[]>;
}

export interface Setting {
  /** Columns to write in; undefined: as wide as it needs, nothing cut. */
  readonly width?: number;
  /** Only characters of ASCII in what the program itself draws. */
  readonly ascii: boolean;
  /** Colours a piece; the identity where there is no colour. */
  readonly paint: (tone: Tone, text: string) => string;
  /** A byte order mark before CSV, for Excel. */
  readonly bom?: boolean;
  /** What makes an HTML page look and move; absent: it does neither. */
  readonly assets?: Assets;
}

/** A style and a script, each with its SHA-256 in Base64, by which a page allows these and no others. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly styleHash: string;
  readonly scriptHash: string;
}

/** The text in pieces, so that a million rows need not be in memory at once. */
export type Render = (shown: Shown, setting: Setting) => Iterable<string>;

export interface Format {
  readonly name: string;
  /** Of a file that holds it, without the dot. */
  readonly extension: string;
  readonly summary: string;
  /** Whether warnings are part of what it writes; else they are told beside it. */
  readonly tellsWarnings: boolean;
  /** What writes it is read from disk on first use: a table needs no CSV. */
  load(): Promise<Render>;
}

export const formats: readonly Format[] = [
  {
    name: "table",
    extension: "txt",
    summary: "for reading in a terminal",
    tellsWarnings: false,
    load: async () => (await import("./terminal.ts")).terminal,
  },
  {
    name: "json",
    extension: "json",
    summary: "for programs: everything, unrounded",
    tellsWarnings: true,
    load: async () => (await import("./json.ts")).json,
  },
  {
    name: "csv",
    extension: "csv",
    summary: "for spreadsheets: a row for each candidate, unrounded",
    tellsWarnings: false,
    load: async () => (await import("./csv.ts")).csv,
  },
  {
    name: "markdown",
    extension: "md",
    summary: "for minutes and wikis",
    tellsWarnings: true,
    load: async () => (await import("./markdown.ts")).markdown,
  },
  {
    name: "html",
    extension: "html",
    summary: "for a board: a page in one file",
    tellsWarnings: true,
    load: async () => (await import("./html/page.ts")).html,
  },
];
