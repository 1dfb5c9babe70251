import { existsSync } from "node:fs";
import type { Machine } from "../commands/machine.ts";
import type { Checked } from "../documents/problems.ts";
import type { Source } from "../documents/source.ts";
import { type FileIdentity, namesIn, readFile } from "./files.ts";
import { shippedExample, shippedPack, shippedPackIds, shippedSchema, shippedVersion } from "./package-folder.ts";
import { pathFrom } from "./paths.ts";
import { preparedPack } from "./prepared-packs.ts";
import { progressLine } from "./progress-line.ts";
import type { TerminalAsk } from "./prompts/prompts.ts";
import { replaceFile } from "./replace-file.ts";
import { type Environment, screenOf, wantsPlainText } from "./screen.ts";
import { shuffle } from "./shuffle.ts";
import { readStandardInput } from "./standard-input.ts";
import { writeOut } from "./standard-output.ts";
import { today } from "./today.ts";

const STANDARD_OUTPUT = ["-", "/dev/stdout"];

export interface NodeMachine extends Machine {
  /** For Ctrl-C where it comes as a signal: the question that waits learns of it; false where none waits. */
  interrupt(): boolean;
}

/** The world as Node gives it. */
export function nodeMachine(): NodeMachine {
  const { env, stdout } = process;
  forgiving(stdout);
  const asking = terminalOf(env);

  const filesRead = new Set<string>();
  // It can be read only once, and may be named twice.
  let standardInput: Promise<Checked<Source>> | undefined;
  const progress = progressOn(process.stderr, env);
  const clear = () => progress?.("", false);
  const out = (pieces: Iterable<string>) => {
    if (stdout.isTTY) clear();
    return writeOut(stdout, pieces);
  };

  return {
    read(path) {
      if (path !== "-") return readFile(path, (file) => filesRead.add(identity(file)));
      standardInput ??= readStandardInput();
      return standardInput;
    },
    resolve: (from, path) => pathFrom(from, path),
    shippedPack: async (id) => shippedPack(id),
    preparedPack: async (id) => preparedPack(id),
    get shippedPackIds() {
      return shippedPackIds();
    },
    glance: async (path, atMost) => (await import("./glance.ts")).glanceAt(path, atMost),
    exists: async (path) => existsSync(path),
    namesHere: async () => namesIn("."),
    shelf: async (path) => (await import("./shelf.ts")).shelfFor(path),
    ...(asking !== undefined && { terminal: asking.open }),
    interrupt: () => asking?.interrupt() ?? false,
    shuffle,
    example: async () => shippedExample(),
    schema: async (name) => shippedSchema(name),
    reportAssets: async () => (await import("./report-assets.ts")).reportAssets(),
    openInBrowser: async (path) => (await import("./browser.ts")).openInBrowser(path, process.platform, env),
    get today() {
      return today(env.SOURCE_DATE_EPOCH, () => new Date());
    },
    out,
    note(text) {
      clear();
      forgiving(process.stderr).write(text);
    },
    ...(progress !== undefined && { progress }),
    breathe: () => new Promise((resolve) => void setImmediate(resolve)),
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

/**
 * Questions are no result, so they go to standard error; undefined where nobody would see them or could answer. A screen
 * reader's user, and a terminal that cannot move its cursor, get plain text without asking for it.
 */
function terminalOf(env: Environment) {
  const output = [process.stderr, process.stdout].find(({ isTTY }) => isTTY);
  if (!process.stdin.isTTY || output === undefined) return undefined;
  let latest: TerminalAsk | undefined;
  const open: Machine["terminal"] = async ({ plain, ascii, colour }) => {
    const { makeAsk } = await import("./prompts/prompts.ts");
    const screen = screenOf(env, output);
    latest = makeAsk({
      input: process.stdin,
      output,
      unicode: screen.unicode && !ascii,
      paint: await screen.paint(colour && screen.colour),
      plain: plain || wantsPlainText(env),
    });
    return latest;
  };
  return { open, interrupt: () => latest?.interrupt() ?? false };
}

/** Nothing for a screen reader, which would read each line aloud. */
function progressOn(stream: NodeJS.WriteStream, env: Environment): Machine["progress"] {
  if (!stream.isTTY || wantsPlainText(env)) return undefined;
  return progressLine(forgiving(stream), () => performance.now());
}

/** A failed write is told to whoever wrote; without a listener, it would end the program besides. */
function forgiving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return stream;
}

function identity({ dev, ino }: FileIdentity): string {
  return `${dev}:${ino}`;
}
