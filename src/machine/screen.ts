import type { Screen } from "../commands/machine.ts";
import type { Tone } from "../render/page.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What this asks of a stream. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the environment and the stream say about where text goes. */
export function screenOf(environment: Environment, output: Output): Screen {
  const width = widthOf(environment, output);
  return {
    ...(width !== undefined && { width }),
    isTerminal: output.isTTY === true,
    unicode: showsUnicode(environment),
    colour: wantsColour(environment, output),
    paint: async (colour) => (colour ? await colouring() : (_tone, text) => text),
  };
}

const NARROWEST = 20;
const WIDEST = 1000;

/** COLUMNS, then the terminal's own. A terminal that claims no width or an absurd one is not believed. */
function widthOf({ COLUMNS = "" }: Environment, output: Output): number | undefined {
  const columns = /^\d+$/.test(COLUMNS) ? Number(COLUMNS) : 0;
  const width = columns > 0 ? columns : output.isTTY ? output.columns : undefined;
  if (width === undefined || width <= 0) return undefined;
  return Math.min(Math.max(width, NARROWEST), WIDEST);
}

/** The locale's encoding, by the first of the three variables that says anything. Where none does, UTF-8, as in our files. */
function showsUnicode({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}

/**
 * FORCE_COLOR over NO_COLOR (no-color.org: any text but an empty one) over what wants plain text over what the stream is.
 */
function wantsColour({ FORCE_COLOR, NO_COLOR, ...environment }: Environment, output: Output): boolean {
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR || wantsPlainText(environment)) return false;
  return output.isTTY === true;
}

/** A screen reader's user, or a terminal that cannot move its cursor. */
export function wantsPlainText({ ACCESSIBLE, TERM }: Environment): boolean {
  return Boolean(ACCESSIBLE) || TERM === "dumb";
}

const STYLES = {
  strong: "bold",
  quiet: "dim",
  good: "green",
  warning: "yellow",
  bad: "red",
} as const satisfies Readonly<Record<Tone, string>>;

/** Loaded where something is coloured, and only there. */
async function colouring(): Promise<(tone: Tone, text: string) => string> {
  const { Chalk } = await import("chalk");
  // Whether colour is wanted is decided above; the 16 colours that every terminal has are the ones its owner has chosen.
  const chalk = new Chalk({ level: 1 });
  return (tone, text) => chalk[STYLES[tone]](text);
}
