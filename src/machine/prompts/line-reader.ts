import { createInterface, type Interface } from "node:readline";
import { isatty } from "node:tty";
import type { Given, Leaving } from "../../interview/ask.ts";

/**
 * Lines as a person types them, without a terminal's help. It reads from the first question to the last, so that lines
 * typed ahead are kept.
 */
export interface LineReader {
  next(): Promise<Given<string>>;
  /** Lets go of what was typed ahead. */
  forget(): void;
  /** Tells whoever waits to leave; false where nobody does. */
  interrupt(): boolean;
  close(): void;
}

export function lineReader(input: NodeJS.ReadStream): LineReader {
  let lines: string[] = [];
  let ended: Leaving | undefined;
  let reader: Interface | undefined;
  let waiting: ((given: Given<string>) => void) | undefined;

  const settle = (given: Given<string>): void => {
    const resolve = waiting;
    waiting = undefined;
    // Nothing but a question that waits keeps the program alive.
    input.unref?.();
    resolve?.(given);
  };
  const end = (why: Leaving): void => {
    ended ??= why;
    if (waiting !== undefined) settle({ given: false, why: ended });
  };
  const open = (): Interface => {
    const opened = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    opened.on("line", (line) => {
      if (waiting === undefined) lines.push(line);
      else settle({ given: true, value: line });
    });
    opened.on("error", onError);
    opened.on("close", () => {
      if (reader === opened) end(isClosed(input) ? "stop" : "quit");
    });
    return opened;
  };
  /** A terminal that was closed fails in reading. */
  const onError = (): void => end("stop");
  input.on("error", onError);

  return {
    next() {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve({ given: true, value: line });
      if (ended !== undefined) return Promise.resolve({ given: false, why: ended });
      reader ??= open();
      input.ref?.();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    forget() {
      lines = [];
    },
    interrupt() {
      if (waiting === undefined) return false;
      settle({ given: false, why: "stop" });
      return true;
    },
    close() {
      const opened = reader;
      reader = undefined;
      opened?.close();
    },
  };
}

/** Both Ctrl-D and a terminal that was closed end the input; the second is no terminal any more. */
function isClosed(input: NodeJS.ReadStream & { readonly fd?: number }): boolean {
  return input.isTTY && !isatty(input.fd ?? -1);
}
