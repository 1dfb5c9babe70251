import { chmodSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { decisionIn, decisionOnDisk, leftBeside, scoresAfter, scoresAt, series } from "./decision-on-disk.ts";
import { openOnDisk, save } from "./notebook-on-disk.ts";
import { interviewer } from "./processes.ts";
import { canMount, fill, smallDisk } from "./small-disk.ts";

vi.setConfig({ testTimeout: 30_000 });

describe("where a file cannot be replaced, it stays as it is, the answer waits, and a sentence says why", () => {
  it("a read-only file, whoever runs the program; and once writing is allowed, the answer is saved", async () => {
    const decision = decisionOnDisk(1);
    const [answer] = series(decision, 1);
    const notebook = await openOnDisk(decision.file);
    const old = readFileSync(decision.file, "utf8");
    chmodSync(decision.file, 0o444);
    expect(await save(notebook, answer)).toEqual({
      kind: "failed",
      changes: [],
      message: `“${decision.file}” is read-only, so it stays as it is. Allow it first (chmod u+w ${decision.file}), or name another file.`,
    });
    expect(readFileSync(decision.file, "utf8")).toBe(old);
    expect(leftBeside(decision)).toEqual([]);

    chmodSync(decision.file, 0o644);
    expect(await notebook.retry()).toMatchObject({ kind: "saved" });
    expect(await scoresAt(decision.file)).toEqual(scoresAfter([answer]));
  });

  it.each([
    ["folder", 0o555, `Nothing can be written into the folder “FOLDER”: permission denied.`],
    ["file", 0o555, `“FILE” is read-only, so it stays as it is.`],
  ])("a %s in which the person has no right to write", async (what, mode, words) => {
    const decision = decisionOnDisk(1);
    const [answer] = series(decision, 1);
    const old = readFileSync(decision.file, "utf8");
    chmodSync(what === "folder" ? decision.folder : decision.file, mode);
    const child = interviewer(decision.file, { withoutRights: true });
    child.ask(answer);
    child.finish();
    expect(await child.ended).toMatchObject({ status: 0, err: "" });
    const message = words.replace("FOLDER", decision.folder).replace("FILE", decision.file);
    expect(child.said[2]).toMatchObject({ said: "failed", message: expect.stringContaining(message) });
    expect(readFileSync(decision.file, "utf8")).toBe(old);
    expect(leftBeside(decision)).toEqual([]);
  });
});

describe.skipIf(!canMount)("a full disk (skipped where nobody may mount one)", () => {
  it.each([
    ["takes nothing", 0],
    ["takes a part of the text", 4096],
  ])("that %s leaves the old file whole; and once there is room, the answer is saved", async (_, room) => {
    const decision = decisionIn(smallDisk(), 200);
    const answers = series(decision, 2);
    const notebook = await openOnDisk(decision.file);
    expect(await save(notebook, answers[0])).toMatchObject({ kind: "saved" });
    const old = readFileSync(decision.file, "utf8");
    expect(old.length).toBeGreaterThan(4096);
    const filler = join(decision.folder, "filler");
    fill(filler, room);

    expect(await save(notebook, answers[1])).toEqual({
      kind: "failed",
      changes: [],
      message: `“${decision.file}” cannot be written: the disk is full. Make room, then try again.`,
    });
    expect(notebook.unsaved()).toHaveLength(1);
    expect(readFileSync(decision.file, "utf8")).toBe(old);
    expect(leftBeside(decision)).toEqual(["filler"]);

    rmSync(filler);
    expect(await notebook.retry()).toMatchObject({ kind: "saved" });
    expect(await scoresAt(decision.file)).toEqual(scoresAfter(answers));
    expect(leftBeside(decision)).toEqual([]);
  });
});
