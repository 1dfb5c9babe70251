import { runProgram } from "../../src/commands/program.ts";
import { type Circumstances, memoryMachine } from "../memory-machine.ts";

/** One run of the program in a world made of memory. */
export async function run(args: readonly string[], circumstances: Circumstances = {}) {
  const machine = memoryMachine(circumstances);
  const status = await runProgram(args, machine);
  return { status, out: machine.stdout, err: machine.stderr, files: machine.files };
}

/** The document that scripts get. */
export function parsed(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>; // each of our documents is an object
}
