import { readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { statOf } from "./files.ts";
import { systemCode } from "./system-error.ts";

/**
 * Where a text waits until it takes a file's place: in that file's own folder, under a name that says whose it is,
 * `.partner-score-PROCESS-STAMP.tmp`. While it is about to take the place, its name ends in `-next.tmp`: see turn.ts.
 *
 * The process id tells whether whoever made it still lives. The stamp, nanoseconds of the steady clock, keeps one save
 * from taking another's text for its own, even where two containers share a folder and have the same id in it.
 */
export interface Temporary {
  readonly draft: string;
  readonly next: string;
}

export function temporaryIn(folder: string): Temporary {
  const start = join(folder, `.partner-score-${process.pid}-${process.hrtime.bigint()}`);
  return { draft: `${start}.tmp`, next: `${start}-next.tmp` };
}

interface Found {
  readonly path: string;
  readonly processId: number;
  readonly isNext: boolean;
}

/** Throws where the folder cannot be listed: who cannot see the others cannot give way to them. */
function temporariesIn(folder: string): readonly Found[] {
  return readdirSync(folder).flatMap((name) => {
    const found = /^\.partner-score-(\d{1,10})-\d+(-next)?\.tmp$/.exec(name);
    if (found === null) return [];
    return [{ path: join(folder, name), processId: Number(found[1]), isNext: found[2] !== undefined }];
  });
}

/**
 * Removes what processes left behind that were killed in the middle. This process's own id counts among them: it got it
 * from one that died, and calls this before it writes anything itself.
 */
export function removeLeftovers(folder: string): void {
  for (const { path, processId } of temporariesIn(folder)) {
    if (processId === process.pid || !lives(processId) || isOld(path)) remove(path);
  }
}

/** The texts of other living processes that are about to take a file's place in this folder. */
export function othersNext(folder: string, own: Temporary): readonly string[] {
  const others = temporariesIn(folder).filter(({ path, isNext }) => isNext && path !== own.next);
  return others.flatMap(({ path, processId }) => (!lives(processId) && remove(path) ? [] : [path]));
}

/** Whether it is gone now. It may not be ours to remove. */
export function remove(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch (error) {
    return systemCode(error) === "ENOENT";
  }
}

function lives(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}

/** Where another process has got the id of the one that died, the age must tell: no save takes a day. */
const DAY = 24 * 60 * 60 * 1000;

function isOld(path: string): boolean {
  try {
    const stats = statOf(path);
    return stats !== undefined && Date.now() - stats.mtimeMs > DAY;
  } catch {
    // On Windows, one that is just being removed cannot be looked at.
    return false;
  }
}
