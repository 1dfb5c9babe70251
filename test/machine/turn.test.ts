import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { replaceFile } from "../../src/machine/replace-file.ts";
import { replaceWhole } from "../../src/machine/replace-whole.ts";

vi.setConfig({ testTimeout: 20_000 });

let folder = "";
const at = (name: string): string => join(folder, name);
const names = () => readdirSync(folder).toSorted();

/** What another process put there that still lives; the first of all does. */
const OTHERS_NEXT = ".partner-score-1-1-next.tmp";
const OTHERS_DRAFT = ".partner-score-1-1.tmp";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "partner-score-turn-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(at("file"), "old");
});

const replace = (isStill: () => boolean = () => true) => replaceWhole(at("file"), undefined, "new", isStill);

describe("whoever replaces a file", () => {
  it("does not wait for somebody who is still writing", () => {
    writeFileSync(at(OTHERS_DRAFT), "half");
    expect(replace()).toBe("replaced");
    expect(names()).toEqual([OTHERS_DRAFT, "file"]);
  });

  it("does not wait for the dead", () => {
    writeFileSync(at(`.partner-score-${spawnSync("true").pid}-1-next.tmp`), "whole");
    expect(replace()).toBe("replaced");
    expect(names()).toEqual(["file"]);
  });

  it("takes what a living process has not touched for a day for a dead one's, whose id it got", () => {
    writeFileSync(at(OTHERS_DRAFT), "half");
    utimesSync(at(OTHERS_DRAFT), new Date(), new Date(Date.now() - 25 * 60 * 60 * 1000));
    expect(replace()).toBe("replaced");
    expect(names()).toEqual(["file"]);
  });

  it("waits for somebody whose turn it is, and after two seconds goes first", () => {
    writeFileSync(at(OTHERS_NEXT), "theirs");
    expect(replace()).toBe("replaced");
    expect(names()).toEqual(["file"]);
    expect(readFileSync(at("file"), "utf8")).toBe("new");
  });

  it("and was itself not waited for any longer, has lost its turn, and leaves the file as it is", () => {
    const overtaken = () => {
      for (const name of names()) if (name.endsWith("-next.tmp")) rmSync(at(name));
      return true;
    };
    expect(replace(overtaken)).toBe("no-turn");
    expect(readFileSync(at("file"), "utf8")).toBe("old");
    expect(names()).toEqual(["file"]);
  });

  it("never puts another's text in the file's place for its own", () => {
    const exchanged = () => {
      for (const name of names()) if (name.endsWith("-next.tmp")) renameSync(at(name), at(OTHERS_DRAFT));
      return true;
    };
    expect(replace(exchanged)).toBe("no-turn");
    expect(names()).toEqual([OTHERS_DRAFT, "file"]);
  });

  it("gives up where somebody is in the way for good, and says so", async () => {
    // A folder cannot be removed as a file can; in /tmp, neither can what belongs to others.
    mkdirSync(at(OTHERS_NEXT));
    expect(await replaceFile(at("file"), ["new"], () => false)).toMatchObject({
      ok: false,
      problem: { message: `“${at("file")}” cannot be written: another partner-score is writing into its folder.` },
    });
    expect(readFileSync(at("file"), "utf8")).toBe("old");
    expect(names()).toEqual([OTHERS_NEXT, "file"]);
  });

  it("leaves the file as it is, and nothing beside it, where it is not what it has to be", () => {
    expect(replace(() => false)).toBe("changed");
    expect(readFileSync(at("file"), "utf8")).toBe("old");
    expect(names()).toEqual(["file"]);
  });
});
