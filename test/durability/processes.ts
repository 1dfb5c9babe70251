import { type ChildProcessByStdio, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { build } from "rolldown";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Said } from "./interviewer.ts";
import type { Asked } from "./notebook-on-disk.ts";

/** Interviewers as processes of their own. Whoever imports this has one bundled before the first test. */

let bundle = "";

beforeAll(async () => {
  bundle = mkdtempSync(join(tmpdir(), "partner-score-interviewer-"));
  // Some run as a user with no rights.
  chmodSync(bundle, 0o755);
  const output = { dir: bundle, entryFileNames: "interviewer.mjs" };
  await build({ input: "test/durability/interviewer.ts", platform: "node", output });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

export interface Interviewer {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** All it has said so far. */
  readonly said: readonly Said[];
  /** More to save, one after the other. */
  ask(...asked: readonly Asked[]): void;
  /** Nothing more is to be saved. */
  finish(): void;
  /** Waits until it has said so many things; false: it ended before. */
  saysAtLeast(count: number): Promise<boolean>;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

export interface Circumstances {
  /** A command that runs it, as in `strace -f`. */
  readonly under?: readonly string[];
  /** As a user whom permissions stop, which they do not do for root. */
  readonly withoutRights?: boolean;
}

export function interviewer(file: string, { under = [], withoutRights = false }: Circumstances = {}): Interviewer {
  const [command, ...parameters] = [...under, process.execPath, join(bundle, "interviewer.mjs"), file];
  const child = spawn(command, parameters, {
    stdio: ["pipe", "pipe", "pipe"],
    ...(withoutRights && process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  // Answers that it does not live to read are no failure.
  child.stdin.on("error", () => {});
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const said: Said[] = [];
  let isSilent = false;
  let heard = () => {};
  createInterface({ input: child.stdout })
    .on("line", (line) => {
      said.push(JSON.parse(line) as Said); // our own interviewer's
      heard();
    })
    .on("close", () => {
      isSilent = true;
      heard();
    });
  return {
    process: child,
    said,
    ask: (...asked) => void child.stdin.write(asked.map((one) => `${JSON.stringify(one)}\n`).join("")),
    finish: () => child.stdin.end(),
    async saysAtLeast(count) {
      while (said.length < count && !isSilent) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
      return said.length >= count;
    },
    ended: new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (status, signal) => resolve({ status, signal, err }));
    }),
  };
}
