import type { Socket } from "node:net";
import { type IPty, spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { onTestFailed, onTestFinished } from "vitest";

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
  /**
   * Resolves when the window satisfies a condition, looked at after each piece of output; never waits for a time. Rejects
   * where the program ends before.
   */
  until(condition: (window: string) => boolean): Promise<void>;
  shows(text: string): Promise<void>;
  type(keys: string): void;
  resize(size: Size): void;
  signal(name: string): void;
  /** Takes the terminal away, as closing its window does. */
  closeWindow(): void;
  /** All that was written, control sequences included. */
  written(): string;
  /** Resolves with its exit status when the program has ended and its last output is on the screen. */
  readonly ended: Promise<number>;
}

export interface Whereabouts {
  readonly folder?: string;
  /** Beside where to find programs, a UTF-8 locale and the terminal's own name, each of which it may replace. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a program in a terminal of its own, with nothing else of this process's environment. */
export function start(
  file: string,
  parameters: readonly string[],
  { columns, rows }: Size,
  { folder, environment = {} }: Whereabouts = {},
): Terminal {
  const env = { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", TERM: "xterm-256color", ...environment };
  const pty = spawn(file, [...parameters], {
    cols: columns,
    rows,
    name: env.TERM,
    env,
    ...(folder && { cwd: folder }),
  });
  const closeSocket = readToTheEnd(pty);
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  let written = "";
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const abandoned = new Set<(error: Error) => void>();
  pty.onData((data) => {
    screen.write(data, () => {
      // Nothing counts as written before it is on the screen.
      written += data;
      look();
    });
  });
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      hasEnded = true;
      screen.write("", () => {
        look();
        for (const abandon of abandoned) abandon(new Error("The program ended before it showed what is waited for."));
        resolve(signal ? 128 + signal : exitCode);
      });
    });
  });
  onTestFinished(() => {
    if (!hasEnded) pty.kill("SIGKILL");
    screen.dispose();
  });
  onTestFailed(() => {
    const shown = window().map((line) => `|${line}\n`);
    console.error(`${[file, ...parameters].join(" ")} ${hasEnded ? "has ended" : "shows"}:\n${shown.join("")}`);
  });

  const lines = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, at) => screen.buffer.active.getLine(from + at)?.translateToString(true) ?? "",
    );
  const window = () => lines(screen.buffer.active.baseY, screen.buffer.active.baseY + screen.rows);
  const until = (condition: (window: string) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const watcher = () => {
        if (!condition(window().join("\n"))) return;
        watchers.delete(watcher);
        abandoned.delete(reject);
        resolve();
      };
      watchers.add(watcher);
      abandoned.add(reject);
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
    closeWindow: closeSocket,
    written: () => written,
    ended,
  };
}

/**
 * Node-pty throws away what it has not read 200 ms after a program has ended, which on a busy machine may be its last
 * screen. Now it reads until the system says that nothing more comes. Returns what takes the terminal away at once.
 */
function readToTheEnd(pty: IPty): () => void {
  const terminal = pty as unknown as { readonly _socket: Socket; destroy(): void }; // it has both, but not in its types
  const socket = terminal._socket;
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => (error === undefined && !socket.readableEnded ? socket : destroy(error));
  return () => {
    socket.destroy = destroy;
    terminal.destroy();
  };
}

/** What a terminal sends when text is pasted into a program that asked it to say so. */
export function paste(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

/** Whether the terminal is as a program found it, after all that was written: the cursor shown, pastes unmarked. */
export function isGivenBack(written: string): boolean {
  const isLast = (one: string, other: string) => written.lastIndexOf(one) > written.lastIndexOf(other);
  return isLast("\u001b[?25h", "\u001b[?25l") && isLast("\u001b[?2004l", "\u001b[?2004h");
}
