import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../src/commands/program.ts";
import { memoryMachine } from "./memory-machine.ts";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The paths of all files below a folder of the clone, seen from that folder. */
export function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(join(root, folder).length + 1).replaceAll("\\", "/")).sort();
}

export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  /** Of the terminal; absent: a pipe. */
  readonly width?: number;
  /** Texts that stand in the clone besides the examples. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs the program as the sources have it, where the examples are. */
export async function runInClone(args: readonly string[], { width, files = {} }: Circumstances = {}): Promise<Ended> {
  const paths = filesBelow("examples").map((path) => `examples/${path}`);
  const examples = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
  const screen = width === undefined ? {} : { width };
  const machine = memoryMachine({ files: { ...examples, ...files }, screen });
  const status = await runProgram(args, machine);
  return { status, out: machine.stdout, err: machine.stderr };
}
