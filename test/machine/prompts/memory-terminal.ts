import { EventEmitter } from "node:events";
import { PassThrough, Writable } from "node:stream";

/** A terminal in memory: what is typed into it, and each write to it, one after the other. */
export interface MemoryTerminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly writes: readonly string[];
  /** All that was written so far. */
  written(): string;
  /** The modes it was put into: true is raw. */
  readonly modes: readonly boolean[];
  type(keys: string): void;
  endInput(): void;
  breakInput(): void;
  resize(columns: number, rows: number): void;
  /** Resolves when what was written satisfies a condition, looked at after each write. */
  until(condition: (written: string) => boolean): Promise<void>;
  shows(text: string): Promise<void>;
}

export interface MemoryTerminalOptions {
  /** False: a pipe. */
  readonly isTTY?: boolean;
  /** Its mode cannot be changed, as when the terminal is gone. */
  readonly isGone?: boolean;
}

export function memoryTerminal({ isTTY = true, isGone = false }: MemoryTerminalOptions = {}): MemoryTerminal {
  const writes: string[] = [];
  const modes: boolean[] = [];
  const written = new EventEmitter();
  const input = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode(mode: boolean) {
      modes.push(mode);
      if (isGone) input.emit("error", Object.assign(new Error("setRawMode EIO"), { code: "EIO" }));
    },
  });
  const output = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        writes.push(String(chunk));
        done();
        written.emit("write");
      },
    }),
    { isTTY: true, columns: 80, rows: 24 },
  );
  const all = () => writes.join("");
  const until = (condition: (written: string) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!condition(all())) return;
        written.off("write", look);
        resolve();
      };
      written.on("write", look);
      look();
    });
  return {
    input: input as unknown as NodeJS.ReadStream, // as much of one as is asked for
    output: output as unknown as NodeJS.WriteStream,
    writes,
    written: all,
    modes,
    type: (keys) => input.write(keys),
    endInput: () => input.end(),
    breakInput: () => input.destroy(Object.assign(new Error("read EIO"), { code: "EIO" })),
    resize(columns, rows) {
      Object.assign(output, { columns, rows });
      output.emit("resize");
    },
    until,
    shows: (text) => until((shown) => shown.includes(text)),
  };
}
