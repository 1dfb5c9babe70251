import type { Page, Tone } from "./page.ts";

/** All that a format may need: JSON takes the document, CSV the records, the others the page. */
export interface Shown {
  readonly page: Page;
  /** Plain data, unrounded. */
  readonly document: unknown;
  /** Absent: this result has no CSV. */
  readonly records?: Records;
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
}

export interface Format {
  readonly name: string;
  readonly extension: string;
  readonly summary: string;
  /** The text in pieces, so that a million rows need not be in memory at once. */
  render(shown: Shown, setting: Setting): Iterable<string>;
}
