import { renameSync } from "node:fs";
import { systemCode } from "./system-error.ts";

/** How a file gets another name, and for how long to try again, pause by pause in milliseconds, where that is refused. */
export interface Moving {
  rename(from: string, to: string): void;
  readonly pauses: readonly number[];
}

/**
 * Windows does not move a file that another program holds open, nor over one: a spreadsheet holds it for as long as it shows
 * it, a virus scanner looks at each new file for a moment. So there it is tried again for a little more than a second, which
 * is less than after what others take a turn for abandoned. Elsewhere a refusal is one for good.
 */
export const MOVING: Moving = {
  rename: renameSync,
  pauses: process.platform === "win32" ? [10, 20, 40, 80, 160, 320, 640] : [],
};

/** What comes of an attempt that the system may refuse as long as another program holds a file. Throws what it says at last. */
export function whenFree<Result>(attempt: () => Result, pauses: Moving["pauses"]): Result {
  for (const milliseconds of pauses) {
    try {
      return attempt();
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    pause(milliseconds);
  }
  return attempt();
}

/** As Windows says that somebody has a file open; for want of rights, it says the same. */
export function isHeld(error: unknown): boolean {
  return ["EPERM", "EACCES", "EBUSY"].includes(systemCode(error) ?? "");
}

/** The event loop waits, too: a signal shall find nothing half done. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
