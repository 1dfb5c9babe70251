import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject, onTestFinished } from "vitest";

/** What runs the program: this Node, or another one (`npm run nodes`). */
export const node = process.env.NODE_UNDER_TEST ?? process.execPath;

export const installed = inject("installed");
export const program = join(installed, "node_modules/.bin/partner-score");
export const examples = join(installed, "node_modules/partner-score/examples");

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly input?: string | Uint8Array;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** As a user whom permissions stop, which they do not do for root. */
  readonly withoutRights?: boolean;
}

/** Runs the installed program in a pipe, with nothing of this process's environment but where to find Node and the tools. */
export function run(parameters: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  return runCommand(program, parameters, circumstances);
}

/** Node itself, in the same circumstances. */
export function runNode(parameters: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  return runCommand(node, parameters, circumstances);
}

/** A line of the shell, in which `partner-score` is the installed program. A failure anywhere in a pipe is a failure. */
export function shell(line: string, circumstances: Circumstances = {}): Promise<Ended> {
  // Bash takes the sockets that Node gives it for a remote login, and would read a profile.
  const script = `set -o pipefail; partner-score() { ${program} "$@"; }; ${line}`;
  return runCommand("bash", ["--norc", "-c", script], circumstances);
}

function runCommand(
  command: string,
  parameters: readonly string[],
  { input = "", folder = tmpdir(), environment = {}, withoutRights = false }: Circumstances,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: folder,
      env: { PATH: `${dirname(node)}:${process.env.PATH}`, LANG: "C.UTF-8", ...environment },
      ...(withoutRights && process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
    // A program that ends without reading its input is not a failure of this one.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** A folder of its own for this test, in which the files given stand; anybody may write in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "partner-score-e2e-"));
  chmodSync(folder, 0o777);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const QUESTIONS = [
  ...["mission", "position", "audience", "resources", "strategy"],
  ...["leadership", "timing", "culture", "budget", "opportunity"],
];

/** A decision in JSON under the pack that ships, every question answered; who comes first here scores highest. */
export function decisionOf(names: readonly string[]): string {
  const candidates = names.map((name, place) => {
    const score = 5 - (2 * place) / names.length;
    return { name, answers: Object.fromEntries(QUESTIONS.map((question) => [question, score])) };
  });
  return JSON.stringify({ decision: "Names", candidates });
}

/** What stands in a text that a terminal would obey instead of showing. */
export const obeyed = (text: string): readonly string[] =>
  text.match(/[\p{Cc}\p{Bidi_Control}]/gu)?.filter((mark) => mark !== "\n") ?? [];
