import { EventEmitter } from "node:events";
import type { Given } from "../../interview/ask.ts";
import type { Keyboard, Listener } from "./keyboard.ts";
import type { Pen } from "./pen.ts";
import type { NodeKey, Stroke } from "./strokes.ts";

/** What a prompt of our own is told through inquirer: a stroke, or that the window has changed. */
export type Cue = Stroke | { readonly kind: "redraw" };

/** What inquirer takes for its terminal. */
export interface Scene {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  /** A prompt that has its answer leaves nothing behind. */
  readonly clearPromptOnDone: true;
}

/** How a kind of prompt takes what comes from the keyboard. */
export interface Acting {
  /** How wide it takes the terminal to be. */
  readonly columns: () => number;
  /** True: the prompt itself is told to quit, because it has something to keep. */
  readonly hearsQuit: boolean;
  /** What stands there at first, as if the person had typed it. */
  readonly first?: readonly Stroke[];
  /** What the prompt hears, as the arguments of Node's event. */
  hears(cue: Cue): readonly KeyEvent[];
}

export type KeyEvent = readonly [text: string | undefined, key: NodeKey];

/** Our own prompts: every cue reaches them, nothing is edited for them, and no line of theirs is wrapped again. */
export const OWN: Acting = {
  columns: () => Number.MAX_SAFE_INTEGER,
  hearsQuit: true,
  hears: (cue) => [[undefined, cueEvent(cue)]],
};

/** A key that Node's line editor, which inquirer puts under each prompt, knows nothing of and so leaves alone. */
export function cueEvent(cue: Cue): NodeKey & { readonly cue: Cue } {
  return { name: "cue", cue };
}

/** The cue in an event that a prompt is given. */
export function cueIn(event: object): Cue | undefined {
  return "cue" in event ? (event.cue as Cue) : undefined; // only cueEvent makes such events
}

/**
 * Lets a prompt of inquirer talk to the person until it has its answer, or until the person leaves. Each prompt reads and
 * writes through a terminal of its own, so that nothing of it touches the real one.
 */
export async function onStage<T>(
  { keyboard, pen }: { readonly keyboard: Keyboard; readonly pen: Pen },
  { columns, hearsQuit, first, hears }: Acting,
  play: (scene: Scene) => Promise<T>,
): Promise<Given<T>> {
  const input = inputOfKeys();
  const leaving = new AbortController();
  const tell = (cue: Cue): void => {
    for (const [text, key] of hears(cue)) input.emit("keypress", text, key);
  };
  let outcome: Given<T> | undefined;
  const leave: Listener["leave"] = (why) => {
    if (why === "quit" && hearsQuit) return tell({ kind: "key", key: "quit" });
    outcome ??= { given: false, why };
    leaving.abort();
  };
  const stopListening = keyboard.listen({ stroke: tell, redraw: () => tell({ kind: "redraw" }), leave }, first);
  try {
    const output = pen.stream(columns);
    return { given: true, value: await play({ input, output, signal: leaving.signal, clearPromptOnDone: true }) };
  } catch (error) {
    if (outcome === undefined) throw error;
    return outcome;
  } finally {
    stopListening();
  }
}

/** The little that Node's line editor asks of an input. Keys come in as events, already read. */
function inputOfKeys(): NodeJS.ReadableStream {
  const input = Object.assign(new EventEmitter(), { pause: () => input, resume: () => input });
  return input as unknown as NodeJS.ReadableStream; // it never reads from it
}
