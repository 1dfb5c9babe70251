import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decisionOnDisk, leftBeside, type OnDisk, scoresAfter, scoresAt, series } from "./decision-on-disk.ts";
import { openOnDisk, save } from "./notebook-on-disk.ts";

/** What an editor does: writes the whole text anew. */
function edit({ file }: OnDisk, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe("another program changes the file between two answers", () => {
  it("another answer and a comment: both stay, and the new answer joins them", async () => {
    const decision = decisionOnDisk(2);
    const [fit, time] = series(decision, 2);
    const notebook = await openOnDisk(decision.file);
    await save(notebook, fit);
    edit(decision, "name: c2}", "name: c2, answers: {fit: 5}}");
    edit(decision, "# ours", "# ours, and theirs");
    expect(await save(notebook, time)).toMatchObject({ kind: "saved" });
    const theirs = { candidate: "c2", criterion: "fit", score: 5 };
    expect(await scoresAt(decision.file)).toEqual(scoresAfter([fit, time, theirs]));
    expect(readFileSync(decision.file, "utf8")).toMatch(/^# ours, and theirs\n/);
    expect(notebook.reading().decision.ballots[0].answers.c2).toEqual({ fit: { kind: "score", score: 5 } });
    expect(leftBeside(decision)).toEqual([]);
  });

  it("the same answer: it is told, the file keeps theirs, and the person's goes over it only when they insist", async () => {
    const decision = decisionOnDisk(1);
    const notebook = await openOnDisk(decision.file);
    edit(decision, "name: c1}", "name: c1, answers: {fit: 5}}");
    const theirs = readFileSync(decision.file, "utf8");
    const mine = { candidate: "c1", criterion: "fit", score: 2 };
    expect(await save(notebook, mine)).toMatchObject({
      kind: "changed",
      message: "c1, fit was changed in the file meanwhile: it says 5, your answer is 2.",
    });
    expect(readFileSync(decision.file, "utf8")).toBe(theirs);
    expect(leftBeside(decision)).toEqual([]);
    expect(await notebook.insist()).toMatchObject({ kind: "saved" });
    expect(await scoresAt(decision.file)).toEqual(scoresAfter([mine]));
  });

  it("to something that is no decision: it is told, and nothing is written over it", async () => {
    const decision = decisionOnDisk(1);
    const notebook = await openOnDisk(decision.file);
    writeFileSync(decision.file, "candidates: [");
    expect(await save(notebook, series(decision, 1)[0])).toMatchObject({ kind: "failed" });
    expect(readFileSync(decision.file, "utf8")).toBe("candidates: [");
  });

  it.each([
    ["deleted", () => {}, /^There is no file “.*decision\.yaml”\./],
    ["a folder now", (file: string) => void mkdirSync(file), /decision\.yaml” is a folder\./],
    ["a link to nothing", (file: string) => symlinkSync("nowhere", file), /^There is no file “.*decision\.yaml”\./],
  ])(
    "%s: it is told, nothing is made in its place, and when it is back, the answer is saved",
    async (_, becomes, words) => {
      const decision = decisionOnDisk(1);
      const answers = series(decision, 2);
      const notebook = await openOnDisk(decision.file);
      await save(notebook, answers[0]);
      const away = join(decision.folder, "elsewhere");
      renameSync(decision.file, away);
      becomes(decision.file);
      const there = lstatSync(decision.file, { throwIfNoEntry: false })?.mode;

      expect(await save(notebook, answers[1])).toMatchObject({ kind: "failed", message: expect.stringMatching(words) });
      expect(lstatSync(decision.file, { throwIfNoEntry: false })?.mode).toBe(there);
      expect(leftBeside(decision)).toEqual([]);

      rmSync(decision.file, { recursive: true, force: true });
      renameSync(away, decision.file);
      expect(await notebook.retry()).toMatchObject({ kind: "saved" });
      expect(await scoresAt(decision.file)).toEqual(scoresAfter(answers));
    },
  );
});

describe("what a file is besides its text stays", () => {
  it("permissions", async () => {
    const decision = decisionOnDisk(1);
    chmodSync(decision.file, 0o640);
    await save(await openOnDisk(decision.file), series(decision, 1)[0]);
    expect(statSync(decision.file).mode & 0o7777).toBe(0o640);
  });

  it.skipIf(process.getuid?.() !== 0)(
    "its owner and its group (only an administrator can give a file away)",
    async () => {
      const decision = decisionOnDisk(1);
      chownSync(decision.file, 65_534, 65_533);
      await save(await openOnDisk(decision.file), series(decision, 1)[0]);
      expect(statSync(decision.file)).toMatchObject({ uid: 65_534, gid: 65_533 });
    },
  );

  it("a symbolic link into another folder, in which the text is written and nothing is left", async () => {
    const decision = decisionOnDisk(1);
    const answers = series(decision, 2);
    const real = join(decision.folder, "elsewhere");
    mkdirSync(real);
    renameSync(decision.file, join(real, "real.yaml"));
    symlinkSync("real.yaml", join(real, "between.yaml"));
    symlinkSync("elsewhere/between.yaml", decision.file);
    const notebook = await openOnDisk(decision.file);
    for (const answer of answers) await save(notebook, answer);
    expect(lstatSync(decision.file).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(real, "between.yaml")).isSymbolicLink()).toBe(true);
    expect(await scoresAt(decision.file)).toEqual(scoresAfter(answers));
    expect(readdirSync(real).toSorted()).toEqual(["between.yaml", "real.yaml"]);
    expect(leftBeside(decision)).toEqual([]);
  });
});
