import { createHash } from "node:crypto";
import { type PlatformPath, posix } from "node:path";
import type { Machine, Screen } from "../src/commands/machine.ts";
import { missingFile, notWritten } from "../src/documents/problems-in-files.ts";
import type { Source } from "../src/documents/source.ts";
import type { Ask } from "../src/interview/ask.ts";
import { shippedExample, shippedPack, shippedPackIds, shippedSchema } from "../src/machine/package-folder.ts";
import { pathFrom } from "../src/machine/paths.ts";
import type { Assets } from "../src/render/formats.ts";

/** What one run had, said and left behind. */
export interface MemoryMachine extends Machine {
  /** By path, as written; `-` is standard input. */
  readonly files: Map<string, string>;
  readonly stdout: string;
  readonly stderr: string;
  /** The files that were shown in a browser. */
  readonly opened: readonly string[];
}

export interface Circumstances {
  readonly files?: Readonly<Record<string, string>>;
  readonly screen?: Partial<Screen>;
  readonly debug?: boolean;
  /** Who sits at the terminal; absent: nobody. */
  readonly ask?: Ask;
  /** The day, as in `2027-01-31`. */
  readonly today?: string;
  /** Whether a page can be opened. */
  readonly browser?: boolean;
  /** Nothing can be written, neither into a file nor to standard output. */
  readonly full?: boolean;
  /** How paths are written; by default as on Linux. */
  readonly paths?: PlatformPath;
}

/** A world made of memory: a map of files, two growing texts, the packs and schemas that ship. */
export function memoryMachine({
  files = {},
  screen,
  debug = false,
  full = false,
  today = "2027-01-31",
  browser = false,
  ask,
  paths = posix,
}: Circumstances = {}): MemoryMachine {
  const held = new Map(Object.entries(files));
  const said = { out: "", note: "" };
  const opened: string[] = [];
  const screens: Screen = { isTerminal: false, unicode: true, colour: false, paint: marked, ...screen };
  return {
    files: held,
    get stdout() {
      return said.out;
    },
    get stderr() {
      return said.note;
    },
    async read(path) {
      const text = held.get(path) ?? held.get(paths.normalize(path));
      if (text === undefined) return { ok: false, problems: [missingFile(path, path, [...held.keys()])] };
      const sha256 = createHash("sha256").update(text).digest("hex");
      return { ok: true, value: { path, text, sha256 }, warnings: [] };
    },
    resolve: (from, path) => pathFrom(from, path, paths),
    async glance(path, atMost) {
      const text = held.get(path) ?? held.get(paths.normalize(path));
      return text === undefined || Buffer.byteLength(text) > atMost ? undefined : { path, text, sha256: "" };
    },
    exists: async (path) => held.has(path) || held.has(paths.normalize(path)),
    namesHere: async () => [...held.keys()].filter((path) => !path.includes("/")),
    shelf: async (path) => memoryShelf(held, path, full),
    ...(ask !== undefined && { terminal: async () => Object.assign(ask, { close: () => {} }) }),
    shuffle: (list) => list.toReversed(),
    example: async () => shippedExample(),
    shippedPack: async (id) => shippedPack(id),
    shippedPackIds: shippedPackIds(),
    schema: async (name) => shippedSchema(name),
    reportAssets: async () => ASSETS,
    async openInBrowser(path) {
      if (browser) opened.push(path);
      return browser;
    },
    opened,
    today,
    async out(pieces) {
      if (full) return { ok: false, problem: notWritten("-", "ENOSPC") };
      for (const piece of pieces) said.out += piece;
      return { ok: true };
    },
    note(text) {
      said.note += text;
    },
    breathe: async () => {},
    async write(path, pieces) {
      if (full) return { ok: false, problem: notWritten(path, "ENOSPC") };
      held.set(path, [...pieces].join(""));
      return { ok: true };
    },
    screen: screens,
    noteScreen: screens,
    version: "1.2.3",
    debug,
  };
}

/** A style and a script of a line each, by their true hashes. */
const ASSETS: Assets = {
  ...{ style: "body{margin:0}", styleHash: createHash("sha256").update("body{margin:0}").digest("base64") },
  ...{ script: "void 0", scriptHash: createHash("sha256").update("void 0").digest("base64") },
};

function memoryShelf(held: Map<string, string>, path: string, full: boolean): Awaited<ReturnType<Machine["shelf"]>> {
  const sourceOf = (text: string): Source => ({ path, text, sha256: createHash("sha256").update(text).digest("hex") });
  return {
    read: async () => ({ ok: true, value: sourceOf(held.get(path) ?? ""), warnings: [] }),
    async replace(text, ifSha256) {
      if (full) return { kind: "failed", problem: notWritten(path, "ENOSPC") };
      if (sourceOf(held.get(path) ?? "").sha256 !== ifSha256) return { kind: "changed" };
      held.set(path, text);
      return { kind: "replaced", source: sourceOf(text) };
    },
  };
}

/** Colour that can be read: `<bad>…</bad>`. */
const marked: Screen["paint"] = async (colour) => (tone, text) => (colour ? `<${tone}>${text}</${tone}>` : text);
