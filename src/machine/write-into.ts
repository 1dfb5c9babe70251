import { closeSync, constants, openSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { Written } from "../commands/machine.ts";
import { nobodyReads, notWritten } from "../documents/problems-in-files.ts";
import { inParts } from "./parts.ts";
import { systemCode } from "./system-error.ts";

const PIPE_SECONDS = 3;

/** Straight into a device or a pipe, which stays what it is. A pipe gets three seconds until somebody reads from it. */
export async function writeInto(path: string, target: string, pieces: Iterable<string>): Promise<Written> {
  try {
    const file = await openedForWriting(target);
    if (file === undefined) return { ok: false, problem: nobodyReads(path, PIPE_SECONDS) };
    try {
      for (const part of inParts(pieces)) await writeAll(file, part);
    } finally {
      closeSync(file);
    }
    return { ok: true };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // Whoever read from it has had enough.
    return code === "EPIPE" ? { ok: true } : { ok: false, problem: notWritten(path, code) };
  }
}

/** Without O_NONBLOCK, opening a pipe waits until somebody reads, and no signal would be heard meanwhile. */
async function openedForWriting(target: string): Promise<number | undefined> {
  const deadline = performance.now() + 1000 * PIPE_SECONDS;
  for (;;) {
    try {
      return openSync(target, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    } catch (error) {
      if (systemCode(error) !== "ENXIO") throw error;
      if (performance.now() > deadline) return undefined;
      await delay(10);
    }
  }
}

/** A full pipe says EAGAIN until its reader has taken some. */
async function writeAll(file: number, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(file, bytes, written);
    } catch (error) {
      if (systemCode(error) !== "EAGAIN") throw error;
      await delay(5);
    }
  }
}
