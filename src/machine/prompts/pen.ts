import { Writable } from "node:stream";

const CLEAR_WINDOW = "\u001b[H\u001b[J";

/** Writes to the terminal. What is drawn in one go, such as everything that follows from a key, is one write. */
export interface Pen {
  write(text: string): void;
  /** The window is emptied before what is written next. */
  clearFirst(): void;
  flush(): void;
  /** Writes here as a stream of its own; a prompt that takes it for a terminal learns how wide that is. */
  stream(columns: () => number): NodeJS.WritableStream;
}

export function makePen(output: NodeJS.WritableStream): Pen {
  let gathered = "";
  let mustClear = false;
  let waiting: NodeJS.Immediate | undefined;

  const flush = (): void => {
    if (waiting !== undefined) clearImmediate(waiting);
    waiting = undefined;
    if (gathered === "") return;
    const text = mustClear ? `${CLEAR_WINDOW}${gathered}` : gathered;
    gathered = "";
    mustClear = false;
    output.write(text);
  };
  const write = (text: string): void => {
    gathered += text;
    waiting ??= setImmediate(flush);
  };

  return {
    write,
    flush,
    clearFirst() {
      flush();
      mustClear = true;
    },
    stream(columns) {
      const stream = new Writable({
        decodeStrings: false,
        write(chunk, _encoding, done) {
          write(String(chunk));
          done();
        },
      });
      return Object.defineProperty(stream, "columns", { get: columns });
    },
  };
}
