import { closeSync, constants, fsyncSync, openSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { writeDraft, writeDraftBehind } from "./draft.ts";
import { isHeld, MOVING, type Moving, whenFree } from "./moving.ts";
import { systemCode } from "./system-error.ts";
import { remove, removeLeftovers, type Temporary, temporaryIn } from "./temporary-file.ts";
import { takeTurn } from "./turn.ts";

/**
 * `changed`: the file is not what it has to be. `no-turn`: other partner-scores were in the way, or went first while this
 * one was stopped. `held`: another program holds the file open. All of them leave the file as it is.
 */
export type Outcome = "replaced" | "changed" | "no-turn" | "held";

/**
 * The file is the old one or the new one, whole, whatever happens: the text goes into a new file in the same folder, is
 * flushed to disk, and takes the old one's place in one step, if `isStill` says that the old one is what it has to be.
 * Then the folder is flushed, so that the step, too, outlives a power cut. Throws what the system refuses.
 *
 * Nothing here gives way to the event loop, so that a signal finds nothing half done. Between the last look at the file
 * and the step are some microseconds in which a program that knows nothing of turns could still write: no system closes
 * this gap for two programs of which one does not ask.
 */
export function replaceWhole(
  target: string,
  old: Stats | undefined,
  text: string,
  isStill: () => boolean,
  moving = MOVING,
): Outcome {
  const folder = dirname(target);
  removeLeftovers(folder);
  const temporary = temporaryIn(folder);
  writeDraft(temporary.draft, old, text);
  return placed(folder, temporary, target, isStill, moving);
}

/**
 * The same for a result, which may have gigabytes: it is written while it is made, and a signal that ends the process
 * meanwhile leaves the old file and nothing beside it.
 */
export async function replaceWithResult(
  target: string,
  old: Stats | undefined,
  pieces: Iterable<string>,
  moving = MOVING,
): Promise<Outcome> {
  const folder = dirname(target);
  removeLeftovers(folder);
  const temporary = temporaryIn(folder);
  const forget = () => void remove(temporary.draft);
  process.once("exit", forget);
  try {
    await writeDraftBehind(temporary.draft, old, pieces);
    return placed(folder, temporary, target, () => true, moving);
  } finally {
    process.off("exit", forget);
  }
}

/** The draft in the file's place, and the folder flushed. */
function placed(folder: string, temporary: Temporary, target: string, isStill: () => boolean, moving: Moving): Outcome {
  const outcome = takePlace(folder, temporary, target, isStill, moving);
  if (outcome === "replaced") flushFolder(folder);
  return outcome;
}

function takePlace(
  folder: string,
  temporary: Temporary,
  target: string,
  isStill: () => boolean,
  moving: Moving,
): Outcome {
  try {
    if (!takeTurn(folder, temporary, moving)) return "no-turn";
    // Whoever held the file may have changed it, so each try looks again.
    return whenFree(() => {
      if (!isStill()) return "changed";
      moving.rename(temporary.next, target);
      return "replaced";
    }, moving.pauses);
  } catch (error) {
    if (moving.pauses.length > 0 && isHeld(error)) return "held";
    // The text is gone: somebody waited for this process while it was stopped, and then went first.
    if (systemCode(error) === "ENOENT") return "no-turn";
    throw error;
  } finally {
    remove(temporary.draft);
    remove(temporary.next);
  }
}

/** What a file system or a system says that cannot flush a folder at all, or not this one for us. */
const NOT_FLUSHED = ["EINVAL", "ENOTSUP", "ENOSYS", "EISDIR", "EPERM", "EACCES"];

function flushFolder(folder: string): void {
  try {
    const opened = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (!NOT_FLUSHED.includes(systemCode(error) ?? "")) throw error;
  }
}
