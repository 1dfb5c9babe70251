import { readFileSync } from "node:fs";
import { heldFile, notWritten, othersWrite } from "../documents/problems-in-files.ts";
import type { Replaced, Shelf } from "../interview/notebook.ts";
import { readFile, statOf } from "./files.ts";
import { MOVING, type Moving } from "./moving.ts";
import { behindLinks, obstacleTo } from "./replace-file.ts";
import { replaceWhole } from "./replace-whole.ts";
import { systemCode } from "./system-error.ts";
import { sha256Of } from "./text.ts";

/**
 * Where a notebook's file lies on disk. Any number of programs may change that file: a replacement happens only on top of
 * the very bytes that were read, and never of what else stands there by now, be it another text, a folder or nothing.
 */
export function shelfFor(path: string, moving = MOVING): Pick<Shelf, "read" | "replace"> {
  return {
    read: () => readFile(path, () => {}),
    replace: async (text, ifSha256) => replaced(path, text, ifSha256, moving),
  };
}

function replaced(path: string, text: string, ifSha256: string, moving: Moving): Replaced {
  try {
    const target = behindLinks(path);
    const old = statOf(target);
    // Reading it again finds the words for what stands there now.
    if (old?.isFile() !== true) return { kind: "changed" };
    const problem = obstacleTo(path, target, old, () => false);
    if (problem !== undefined) return { kind: "failed", problem };
    const outcome = replaceWhole(target, old, text, () => sha256At(target) === ifSha256, moving);
    if (outcome === "no-turn") return { kind: "failed", problem: othersWrite(path) };
    if (outcome === "held") return { kind: "failed", problem: heldFile(path) };
    if (outcome === "changed") return { kind: "changed" };
    return { kind: "replaced", source: { path, text, sha256: sha256Of(text) } };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { kind: "failed", problem: notWritten(path, code) };
  }
}

/** Undefined where there is no file any more. */
function sha256At(target: string): string | undefined {
  return statOf(target)?.isFile() ? sha256Of(readFileSync(target)) : undefined;
}
