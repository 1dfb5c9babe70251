import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { build } from "rolldown";
import { onTestFinished } from "vitest";
import type { Scenario } from "./driver.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A program in a real pseudo-terminal, and what a person would see of it. */
export interface Terminal {
  /** The lines of the window, without space at their ends. */
  window(): readonly string[];
  /** Where the cursor stands in the window, from 0. */
  cursor(): { readonly row: number; readonly column: number };
  /** The lines of the window and of what has left it. */
  everything(): string;
  /** Resolves when the window satisfies a condition, looked at after each piece of output; never waits for a time. */
  until(condition: (window: string) => boolean): Promise<void>;
  shows(text: string): Promise<void>;
  type(keys: string): void;
  resize(size: Size): void;
  signal(name: string): void;
  /** Takes the terminal away, as closing its window does. */
  closeWindow(): void;
  /** All that was written, control sequences included. */
  written(): string;
  /** Resolves when the program has ended and its last output is on the screen. */
  readonly ended: Promise<void>;
}

let bundle: Promise<string> | undefined;

/** Node 20 reads no TypeScript: the driver is bundled once. */
export function bundledDriver(): Promise<string> {
  bundle ??= makeBundle();
  return bundle;
}

async function makeBundle(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "partner-score-driver-"));
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
  const input = fileURLToPath(new URL("driver.ts", import.meta.url));
  await build({
    input,
    platform: "node",
    output: { dir, entryFileNames: "driver.mjs", chunkFileNames: "[name]-[hash].mjs" },
  });
  return join(dir, "driver.mjs");
}

/** A terminal in which the driver asks, and what it was told: replies, then its exit status. */
export async function openTerminal(
  scenario: Scenario,
  size: Size = { columns: 80, rows: 24 },
): Promise<Terminal & { told(): readonly unknown[] }> {
  const { command, told } = await commandFor(scenario);
  return { ...start(command[0], command.slice(1), size), told };
}

export async function commandFor(
  scenario: Scenario,
): Promise<{ readonly command: readonly string[]; told(): readonly unknown[] }> {
  const folder = mkdtempSync(join(tmpdir(), "partner-score-told-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const report = join(folder, "told");
  return {
    command: [process.execPath, await bundledDriver(), JSON.stringify(scenario), report],
    told: () => {
      const lines = existsSync(report) ? readFileSync(report, "utf8").trimEnd().split("\n") : [];
      return lines.map((line) => JSON.parse(line));
    },
  };
}

export function start(file: string, parameters: readonly string[], { columns, rows }: Size): Terminal {
  const environment = { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", TERM: "xterm-256color" };
  const pty = spawn(file, [...parameters], { cols: columns, rows, name: environment.TERM, env: environment });
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  let written = "";
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };
  pty.onData((data) => {
    written += data;
    screen.write(data, look);
  });
  const ended = new Promise<void>((resolve) => {
    pty.onExit(() => {
      hasEnded = true;
      screen.write("", resolve);
    });
  });
  onTestFinished(() => {
    if (!hasEnded) pty.kill("SIGKILL");
    screen.dispose();
  });

  const lines = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, at) => screen.buffer.active.getLine(from + at)?.translateToString(true) ?? "",
    );
  const window = () => lines(screen.buffer.active.baseY, screen.buffer.active.baseY + screen.rows);
  const until = (condition: (window: string) => boolean) =>
    new Promise<void>((resolve) => {
      const watcher = () => {
        if (!condition(window().join("\n"))) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });

  return {
    window,
    cursor: () => ({ row: screen.buffer.active.cursorY, column: screen.buffer.active.cursorX }),
    everything: () => lines(0, screen.buffer.active.length).join("\n"),
    until,
    shows: (text) => until((shown) => shown.includes(text)),
    type: (keys) => pty.write(keys),
    resize(size) {
      screen.resize(size.columns, size.rows);
      pty.resize(size.columns, size.rows);
    },
    signal: (name) => process.kill(pty.pid, name),
    closeWindow: () => (pty as unknown as { destroy(): void }).destroy(), // it has this method, but not in its types
    written: () => written,
    ended,
  };
}
