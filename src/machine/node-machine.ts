import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { Machine } from "../commands/machine.ts";
import type { Checked } from "../documents/problems.ts";
import type { Source } from "../documents/source.ts";
import { type FileIdentity, namesIn, readFile } from "./files.ts";
import { shippedExample, shippedPack, shippedPackIds, shippedSchema, shippedVersion } from "./package-folder.ts";
import { replaceFile } from "./replace-file.ts";
import { type Environment, screenOf } from "./screen.ts";
import { shuffle } from "./shuffle.ts";
import { readStandardInput } from "./standard-input.ts";
import { writeOut } from "./standard-output.ts";

const STANDARD_OUTPUT = ["-", "/dev/stdout"];

/** The world as Node gives it. */
export function nodeMachine(): Machine {
  const { env, stdout } = process;
  forgiving(stdout);

  const filesRead = new Set<string>();
  // It can be read only once, and may be named twice.
  let standardInput: Promise<Checked<Source>> | undefined;
  const out = (pieces: Iterable<string>) => writeOut(stdout, pieces);

  return {
    read(path) {
      if (path !== "-") return readFile(path, (file) => filesRead.add(identity(file)));
      standardInput ??= readStandardInput();
      return standardInput;
    },
    resolve: (from, path) => (isAbsolute(path) ? path : join(from === "-" ? "." : dirname(from), path)),
    shippedPack: async (id) => shippedPack(id),
    get shippedPackIds() {
      return shippedPackIds();
    },
    exists: async (path) => existsSync(path),
    namesHere: async () => namesIn("."),
    shelf: async (path) => (await import("./shelf.ts")).shelfFor(path),
    ...(process.stdin.isTTY && stdout.isTTY && { terminal: terminalOf(env) }),
    shuffle,
    example: async () => shippedExample(),
    schema: async (name) => shippedSchema(name),
    out,
    note: (text) => void forgiving(process.stderr).write(text),
    write(path, pieces) {
      if (STANDARD_OUTPUT.includes(path)) return out(pieces);
      return replaceFile(path, pieces, (file) => filesRead.has(identity(file)));
    },
    screen: screenOf(env, stdout),
    get noteScreen() {
      return screenOf(env, process.stderr);
    },
    get version() {
      return shippedVersion();
    },
    debug: env.DEBUG === "partner-score",
  };
}

/** A screen reader's user, and a terminal that cannot move its cursor, get plain text without asking for it. */
function terminalOf(env: Environment): NonNullable<Machine["terminal"]> {
  return async ({ plain, ascii, colour }) => {
    const { makeAsk } = await import("./prompts/prompts.ts");
    const screen = screenOf(env, process.stdout);
    return makeAsk({
      input: process.stdin,
      output: process.stdout,
      unicode: screen.unicode && !ascii,
      paint: screen.paint(colour && screen.colour),
      plain: plain || Boolean(env.ACCESSIBLE) || env.TERM === "dumb",
    });
  };
}

/** A failed write is told to whoever wrote; without a listener, it would end the program besides. */
function forgiving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return stream;
}

function identity({ dev, ino }: FileIdentity): string {
  return `${dev}:${ino}`;
}
