import type { Ask } from "../../interview/ask.ts";
import type { Tone } from "../../render/page.ts";
import { drawnAsk } from "./drawn-ask.ts";
import { plainAsk } from "./plain-ask.ts";

/** Where a person sits. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** False: what the program itself draws is ASCII. */
  readonly unicode: boolean;
  /** Colours a piece; the identity without colour. */
  readonly paint: (tone: Tone, text: string) => string;
  /** Static text and typed lines, for screen readers and terminals that cannot move their cursor. */
  readonly plain: boolean;
}

export interface TerminalAsk extends Ask {
  /** For a signal that asks the program to stop: the question that waits is answered with `stop`; false where none does. */
  interrupt(): boolean;
  /** Gives the terminal back as it was, which also happens when the process exits. The next question takes it again. */
  close(): void;
}

/** Questions at a terminal. Nothing is read, drawn or loaded before the first one. */
export function makeAsk(terminal: Terminal): TerminalAsk {
  return terminal.plain ? plainAsk(terminal) : drawnAsk(terminal);
}
