import { type Moving, pause, whenFree } from "./moving.ts";
import { othersNext, remove, type Temporary } from "./temporary-file.ts";

/**
 * Of all partner-scores that save into one folder at once, lets one at a time look at a file and put its text in the
 * file's place. Returns true when it is this one's turn: its text then lies under its `next` name, and until it is moved
 * from there, whoever comes later waits. False: others were in the way for too long.
 *
 * The name is the flag. A process raises it by giving its finished text the `next` name, then looks around. If it is alone,
 * it goes on; else it lowers its flag, and tries again in a moment. Of two that both replace a file, one raised its flag
 * later, so it saw the other's until that one was done, and looks at the file only after that: no answer of the other is
 * lost. For this it is enough that a listing shows what is there all the while, and that a rename is one step.
 *
 * What may happen to a process that holds the flag cannot harm:
 * - Killed: the flag bears its id, and the next one removes it.
 * - Killed, and its id lives on in another process; or stopped, as by Ctrl-Z: after two seconds in which the flag did not
 *   move (it takes less than a millisecond), the next one removes it. Whoever was only stopped has no text any more to
 *   put in the file's place: its rename fails, it says so, and nothing is overwritten. So to take somebody for dead may
 *   cost them a second try, never an answer. That also holds for processes of another container or machine, whose ids
 *   say nothing here.
 * - A folder in which nothing can be written has been refused before. In one where everybody may remove only what is
 *   their own (as in /tmp), a flag may be left that stays: then this gives up after a while.
 *
 * A lock file that is made with O_EXCL would need all this besides, and who takes over a dead one's could remove that of
 * somebody who was faster. Node has no flock.
 */
export function takeTurn(folder: string, own: Temporary, { rename, pauses }: Moving): boolean {
  let seenSince: ReadonlyMap<string, number> = new Map();
  const start = performance.now();
  for (;;) {
    whenFree(() => rename(own.draft, own.next), pauses);
    const others = othersNext(folder, own);
    if (others.length === 0) return true;
    whenFree(() => rename(own.next, own.draft), pauses);
    const now = performance.now();
    if (now - start > MOST_WAITING) return false;
    // Whoever lowers it in between is awake.
    seenSince = new Map(others.map((other) => [other, seenSince.get(other) ?? now]));
    for (const [other, since] of seenSince) if (now - since > MOST_STILLNESS) remove(other);
    // Up to ten milliseconds, differently long for each, so that two do not get in each other's way again and again.
    pause(1 + 9 * Math.random());
  }
}

const MOST_STILLNESS = 2000;
const MOST_WAITING = 4000;
