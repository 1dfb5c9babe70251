import { emitKeypressEvents } from "node:readline";
import type { Leaving } from "../../interview/ask.ts";
import type { Pen } from "./pen.ts";
import { type NodeKey, type Stroke, strokeReader } from "./strokes.ts";

const PASTE_MARKS_ON = "\u001b[?2004h";
const PASTE_MARKS_OFF = "\u001b[?2004l";
const SHOW_CURSOR = "\u001b[?25h";

/**
 * The one reader of the terminal. It reads for as long as an interview lasts, not only while a prompt waits, so that keys
 * typed ahead are kept for the prompt that they were meant for.
 */
export interface Keyboard {
  /** Takes the terminal, and keeps what is typed until somebody listens. */
  open(): void;
  /**
   * Gives what is typed to a listener, one stroke at a time, until the function that is returned is called. `first` comes
   * as if it had been typed before all else.
   */
  listen(listener: Listener, first?: readonly Stroke[]): () => void;
  /** Lets go of what was typed ahead: it was meant for something else than what comes now. */
  forget(): void;
  /** Tells whoever listens to leave; false where nobody does. */
  interrupt(): boolean;
  /** Gives the terminal back as it was. Listening takes it again. */
  close(): void;
}

export interface Listener {
  stroke(stroke: Stroke): void;
  /** `stop`: Ctrl-C, or the terminal is gone. `quit`: Ctrl-D, or the input has ended. */
  leave(why: Leaving): void;
  /** The window has another size, or somebody else has written into it. */
  redraw(): void;
}

export function makeKeyboard(input: NodeJS.ReadStream, output: NodeJS.WriteStream, pen: Pen): Keyboard {
  let isOpen = false;
  let listener: Listener | undefined;
  let ended: Leaving | undefined;
  let typed: Stroke[] = [];
  let isDelivering = false;
  const read = strokeReader();

  const onKey = (text: string | undefined, key: NodeKey): void => {
    const stroke = read(text, key);
    if (stroke !== undefined) typed.push(stroke);
    schedule();
  };
  /** Here Ctrl-D is a key, and ends nothing: where a terminal ends, it was closed. */
  const onEnd = (): void => {
    ended ??= input.isTTY ? "stop" : "quit";
    schedule();
  };
  /** A terminal that was closed may also fail in reading, in writing or in changing its mode. */
  const onError = (): void => {
    ended = "stop";
    schedule();
  };

  const schedule = (): void => {
    if (listener === undefined) return;
    if (isDelivering || (typed.length === 0 && ended === undefined)) return;
    isDelivering = true;
    setImmediate(deliver);
  };
  /** One stroke a turn: the prompt that it settles stops listening before the next, which waits for the next prompt. */
  const deliver = (): void => {
    isDelivering = false;
    if (listener === undefined) return;
    const stroke = typed.shift();
    if (stroke === undefined) {
      if (ended !== undefined) listener.leave(ended);
      return;
    }
    const key = stroke.kind === "key" ? stroke.key : undefined;
    if (key === "suspend") suspend();
    else if (key === "quit" || key === "stop") listener.leave(key);
    else listener.stroke(stroke);
    schedule();
  };

  const take = (): void => {
    input.setRawMode?.(true);
    pen.write(PASTE_MARKS_ON);
  };
  const giveBack = (): void => {
    pen.write(`${PASTE_MARKS_OFF}${SHOW_CURSOR}`);
    pen.flush();
    input.setRawMode?.(false);
  };
  const redraw = (): void => {
    if (listener === undefined) return;
    pen.clearFirst();
    listener.redraw();
  };
  /** As the terminal itself would on Ctrl-Z: the whole group sleeps, or nobody where no shell could wake it again. */
  const suspend = (): void => {
    if (!input.isTTY || process.platform === "win32") return;
    giveBack();
    process.kill(0, "SIGTSTP");
    onContinued();
  };
  /** Whoever had the terminal in between may have changed its mode, which Node would not notice. */
  const onContinued = (): void => {
    input.setRawMode?.(false);
    take();
    redraw();
  };

  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    input.on("end", onEnd);
    output.on("resize", redraw);
    process.on("SIGCONT", onContinued);
    process.on("exit", close);
    take();
    emitKeypressEvents(input);
    input.on("keypress", onKey);
    input.resume();
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    input.off("keypress", onKey);
    input.off("end", onEnd);
    output.off("resize", redraw);
    process.off("SIGCONT", onContinued);
    process.off("exit", close);
    giveBack();
    input.pause();
  };

  // For good: giving back a terminal that is gone fails too, now or later.
  input.on("error", onError);
  output.on("error", onError);

  return {
    open,
    listen(next, first = []) {
      open();
      listener = next;
      typed = [...first, ...typed];
      // Nothing but a prompt that waits keeps the program alive.
      input.ref?.();
      schedule();
      return () => {
        if (listener !== next) return;
        listener = undefined;
        input.unref?.();
      };
    },
    forget() {
      typed = typed.filter((stroke) => stroke.kind === "key" && (stroke.key === "stop" || stroke.key === "quit"));
    },
    interrupt() {
      if (listener === undefined) return false;
      listener.leave("stop");
      return true;
    },
    close,
  };
}
