import { readRecord } from "./csv-record.ts";
import type { InputKind } from "./open-decision.ts";
import { textStart } from "./places.ts";
import type { Source } from "./source.ts";

/**
 * Which kind of text a source is: what the person said, else the ending of its name, else what it looks like. A text that
 * opens with a bracket and is JSON is JSON; a first line with a cell `name` and no `: ` is a table; all else is YAML.
 */
export function inputKind({ path, text }: Source, stated?: InputKind): InputKind {
  return stated ?? kindOfName(path) ?? kindOfText(text);
}

function kindOfName(path: string): InputKind | undefined {
  const name = path.toLowerCase();
  if (name.endsWith(".yaml") || name.endsWith(".yml")) return "yaml";
  if (name.endsWith(".json")) return "json";
  return name.endsWith(".csv") ? "csv" : undefined;
}

function kindOfText(text: string): InputKind {
  const start = textStart(text);
  if (isJson(text, start)) return "json";
  return isTable(text, start) ? "csv" : "yaml";
}

function isJson(text: string, start: number): boolean {
  if (!/^[ \t\r\n]*[{[]/.test(text.slice(start, start + 1_000))) return false;
  try {
    JSON.parse(text.slice(start));
    return true;
  } catch {
    return false;
  }
}

/** A table parted by semicolons or tabs is a table too: it gets the advice for tables. */
function isTable(text: string, start: number): boolean {
  const line = /^.*/.exec(text.slice(start, start + LONGEST_HEADER))?.[0] ?? "";
  if (line.includes(": ")) return false;
  const { cells } = readRecord(line, 0);
  return cells.includes("name") || line.split(/[;\t]/).some((cell) => cell.trim() === "name" && line.trim() !== "name");
}

/** A first line longer than this names no columns. */
const LONGEST_HEADER = 100_000;
