/** What happens at each single step of a save: strace shows them, kills at one, refuses one, or makes one last. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { decisionOnDisk, leftBeside, type OnDisk, scoresAfter, scoresAt, series } from "./decision-on-disk.ts";
import { type Asked, openOnDisk, save } from "./notebook-on-disk.ts";
import { type Interviewer, interviewer } from "./processes.ts";

vi.setConfig({ testTimeout: 30_000 });

/** Not every system has all of them. */
const RENAMES = "?rename,?renameat,?renameat2";

const hasStrace = spawnSync("strace", ["-V"]).status === 0;

/** An interviewer that saves these answers while strace looks on, or has a hand in it. */
function traced(options: readonly string[], { file }: OnDisk, asked: readonly Asked[]): Interviewer {
  const child = interviewer(file, { under: ["strace", "-f", ...options] });
  child.ask(...asked);
  child.finish();
  return child;
}

/** The first (or second…) call of a kind meets this. */
function meeting(calls: string, what: string, when: number): readonly string[] {
  return ["-o", "/dev/null", "-e", `trace=${calls}`, "-e", `inject=${calls}:${what}:when=${when}`];
}

const said = ({ said }: Interviewer): readonly string[] => said.map((one) => one.said);

describe.skipIf(!hasStrace && !process.env.CI)("a save, step by step (skipped where there is no strace)", () => {
  it("writes, flushes, exchanges, flushes the folder, and only then says that it has saved", async () => {
    const decision = decisionOnDisk(1);
    const log = join(decision.folder, "log");
    const calls = `trace=write,fsync,fdatasync,${RENAMES}`;
    const child = traced(["-y", "-o", log, "-e", calls], decision, series(decision, 1));
    expect(await child.ended).toMatchObject({ status: 0 });
    expect(stepsIn(readFileSync(log, "utf8"), decision)).toEqual([
      "says ready",
      "says saving",
      "writes OURS.tmp",
      "flushes OURS.tmp",
      "renames OURS.tmp to OURS-next.tmp",
      "renames OURS-next.tmp to decision.yaml",
      "flushes the folder",
      "says saved",
    ]);
  });

  it.each([
    ["before the new text is flushed", "fsync", 1, "old"],
    ["before it waits for its turn", RENAMES, 1, "old"],
    ["while it has its turn", RENAMES, 2, "old"],
    ["after the exchange, before the folder is flushed", "fsync", 2, "new"],
  ] as const)("killed %s, it leaves one whole file, and the next save clears up", async (_, calls, when, left) => {
    const decision = decisionOnDisk(1);
    const [first, second] = series(decision, 2);
    await save(await openOnDisk(decision.file), first);

    const child = traced(meeting(calls, "signal=KILL", when), decision, [second]);
    await child.ended;
    expect(said(child)).toEqual(["ready", "saving"]);
    expect(await scoresAt(decision.file)).toEqual(scoresAfter(left === "old" ? [first] : [first, second]));
    expect(leftBeside(decision)).toHaveLength(left === "old" ? 1 : 0);

    await save(await openOnDisk(decision.file), { ...first, score: 5 });
    expect(await scoresAt(decision.file)).toMatchObject(scoresAfter([{ ...first, score: 5 }]));
    expect(leftBeside(decision)).toEqual([]);
  });

  it.each([
    ["the flush of the text", "fsync", 1, "EIO", "the disk does not answer", "old"],
    ["the flush of the text", "fsync", 1, "EDQUOT", "your share of the disk is full", "old"],
    ["the exchange", RENAMES, 2, "EPERM", "permission denied", "old"],
    // The new text is there, but a power cut could still take it away.
    ["the flush of the folder", "fsync", 2, "EIO", "the disk does not answer", "new"],
  ] as const)("where %s is refused, it says so, and leaves one whole file", async (_, calls, when, code, why, left) => {
    const decision = decisionOnDisk(1);
    const [first, second] = series(decision, 2);
    await save(await openOnDisk(decision.file), first);

    const child = traced(meeting(calls, `error=${code}`, when), decision, [second]);
    expect(await child.ended).toMatchObject({ status: 0 });
    expect(child.said[2]).toMatchObject({ said: "failed", message: expect.stringContaining(`be written: ${why}.`) });
    expect(await scoresAt(decision.file)).toEqual(scoresAfter(left === "old" ? [first] : [first, second]));
    expect(leftBeside(decision)).toEqual([]);
  });

  it("lets another save wait that comes between its last look at the file and the exchange", async () => {
    const decision = decisionOnDisk(1);
    const [first, second] = series(decision, 2);
    const notebook = await openOnDisk(decision.file);

    const child = traced(meeting(RENAMES, "delay_enter=300000", 2), decision, [first]);
    await vi.waitFor(() => expect(leftBeside(decision).join()).toContain("-next.tmp"), {
      interval: 5,
      timeout: 10_000,
    });
    expect(await save(notebook, second)).toMatchObject({ kind: "saved" });
    await child.ended;
    expect(said(child)).toEqual(["ready", "saving", "saved"]);
    expect(await scoresAt(decision.file)).toEqual(scoresAfter([first, second]));
    expect(leftBeside(decision)).toEqual([]);
  });

  it("stopped while it has its turn, it is not waited for long, and overwrites nothing when it goes on", async () => {
    const decision = decisionOnDisk(1);
    const [first, second] = series(decision, 2);
    const notebook = await openOnDisk(decision.file);

    const child = traced(meeting(RENAMES, "signal=STOP", 1), decision, [first]);
    const raised = () => leftBeside(decision).find((name) => name.endsWith("-next.tmp"));
    await vi.waitFor(() => expect(raised()).toBeDefined(), { timeout: 10_000 });
    const processId = Number(raised()?.split("-")[2]);
    expect(await save(notebook, second)).toMatchObject({ kind: "saved" });
    expect(leftBeside(decision)).toEqual([]);
    expect(said(child)).toEqual(["ready", "saving"]);

    process.kill(processId, "SIGCONT");
    expect(await child.ended).toMatchObject({ status: 0 });
    expect(said(child)).toEqual(["ready", "saving", "saved"]);
    expect(await scoresAt(decision.file)).toEqual(scoresAfter([first, second]));
    expect(leftBeside(decision)).toEqual([]);
  });
});

/** What strace saw, in words. */
function stepsIn(log: string, decision: OnDisk): readonly string[] {
  const named = log.replaceAll(/\.partner-score-\d+-\d+/g, "OURS");
  const steps = named.split("\n").map((line) => stepIn(line, decision));
  // A long text may take several writes.
  return steps.filter((step, place) => step !== undefined && step !== steps[place - 1]) as string[]; // undefined is out
}

function stepIn(line: string, { folder }: OnDisk): string | undefined {
  const [, call, parameters] = /^\d+ +(\w+)\((.*)/.exec(line) ?? [];
  if (call === undefined) return undefined;
  const word = /^1<.*\\"said\\":\\"(\w+)/.exec(parameters);
  if (word !== null) return `says ${word[1]}`;
  if (!parameters.includes(folder)) return undefined;
  if (call.startsWith("rename")) {
    const [from, to] = [...parameters.matchAll(/"(.*?)"/g)].map(([, path]) => basename(path));
    return `renames ${from} to ${to}`;
  }
  const path = /^\d+<(.*?)>/.exec(parameters)?.[1] ?? "";
  return `${call === "write" ? "writes" : "flushes"} ${path === folder ? "the folder" : basename(path)}`;
}
