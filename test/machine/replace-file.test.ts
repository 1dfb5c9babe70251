import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "rolldown";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceFile } from "../../src/machine/replace-file.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const write = (path: string, ...pieces: readonly string[]) => replaceFile(path, pieces, () => false);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "partner-score-replace-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Why nothing was written, with the folder of this run taken out. */
async function refusal(path: string, written = write(path, "new")) {
  const outcome = await written;
  return outcome.ok ? "written" : outcome.problem.message.replaceAll(folder, "FOLDER");
}

describe("a file is replaced whole", () => {
  it("with all the pieces in order, and nothing else is left in the folder", async () => {
    expect(await write(at("new.csv"), "a,", "b\n", "é".repeat(100_000), "\n")).toEqual({ ok: true });
    expect(readFileSync(at("new.csv"), "utf8")).toBe(`a,b\n${"é".repeat(100_000)}\n`);
    expect(readdirSync(folder)).toEqual(["new.csv"]);
  });

  it("and keeps its permissions", async () => {
    writeFileSync(at("old.csv"), "old");
    chmodSync(at("old.csv"), 0o640);
    await write(at("old.csv"), "new");
    expect(statSync(at("old.csv")).mode & 0o7777).toBe(0o640);
    expect(readFileSync(at("old.csv"), "utf8")).toBe("new");
  });

  it("and a new one gets the permissions that any new file gets", async () => {
    await write(at("new.csv"), "new");
    writeFileSync(at("any.csv"), "any");
    expect(statSync(at("new.csv")).mode).toBe(statSync(at("any.csv")).mode);
  });

  it("behind a symbolic link, which stays one", async () => {
    mkdirSync(at("real"));
    writeFileSync(at("real/old.csv"), "old");
    symlinkSync("real/old.csv", at("link.csv"));
    symlinkSync("link.csv", at("link-to-link.csv"));
    await write(at("link-to-link.csv"), "new");
    expect(lstatSync(at("link-to-link.csv")).isSymbolicLink()).toBe(true);
    expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("real/old.csv"), "utf8")).toBe("new");
    expect(readdirSync(at("real"))).toEqual(["old.csv"]);
  });

  it("behind a link that points to nothing yet", async () => {
    symlinkSync("later.csv", at("link.csv"));
    await write(at("link.csv"), "new");
    expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("later.csv"), "utf8")).toBe("new");
  });

  it("and a reader who has it open goes on reading the old one", async () => {
    writeFileSync(at("old.csv"), "old");
    const before = statSync(at("old.csv")).ino;
    await write(at("old.csv"), "new");
    expect(statSync(at("old.csv")).ino).not.toBe(before);
  });

  it("and what a killed process left behind is cleared away, but not what a living one is writing", async () => {
    const dead = spawnSync("true").pid;
    writeFileSync(at(`.partner-score-${dead}-1.tmp`), "half");
    writeFileSync(at(`.partner-score-${dead}-2-next.tmp`), "whole");
    writeFileSync(at(".partner-score-1-1.tmp"), "somebody else is at work");
    writeFileSync(at(".partner-score-notes.tmp"), "not ours");
    await write(at("new.csv"), "new");
    expect(readdirSync(folder).toSorted()).toEqual([".partner-score-1-1.tmp", ".partner-score-notes.tmp", "new.csv"]);
  });

  it("even where this process finds a leftover under its own number", async () => {
    writeFileSync(at(`.partner-score-${process.pid}-1.tmp`), "half");
    await write(at("new.csv"), "new");
    expect(readdirSync(folder)).toEqual(["new.csv"]);
  });
});

describe("the old file stays, whole, and a sentence says why", () => {
  it("when it is read-only, whoever runs the program", async () => {
    writeFileSync(at("old.csv"), "old");
    chmodSync(at("old.csv"), 0o444);
    expect(await refusal(at("old.csv"))).toBe("“FOLDER/old.csv” is read-only, so it stays as it is.");
    expect(readFileSync(at("old.csv"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["old.csv"]);
  });

  it("when it is one of the files that were read", async () => {
    writeFileSync(at("old.csv"), "old");
    const { ino } = statSync(at("old.csv"), { bigint: true });
    const written = replaceFile(at("old.csv"), ["new"], (file) => file.ino === ino);
    expect(await refusal(at("old.csv"), written)).toBe(
      "“FOLDER/old.csv” is one of the files that were read, so it stays as it is.",
    );
    expect(readFileSync(at("old.csv"), "utf8")).toBe("old");
  });

  it("when making the text fails halfway, and nothing is left beside it", async () => {
    writeFileSync(at("old.csv"), "old");
    function* halfway() {
      yield "x".repeat(100_000);
      throw new TypeError("a mistake of ours");
    }
    await expect(replaceFile(at("old.csv"), halfway(), () => false)).rejects.toThrow("a mistake of ours");
    expect(readFileSync(at("old.csv"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["old.csv"]);
  });

  it("when the disk takes only a part", async () => {
    writeFileSync(at("old.csv"), "old");
    await build({ input: "src/machine/replace-file.ts", platform: "node", output: { file: at("replace-file.mjs") } });
    const program = `
      const { replaceFile } = await import(process.argv[1]);
      const outcome = await replaceFile(process.argv[2], ["x".repeat(100_000)], () => false);
      process.stdout.write(outcome.problem.message);`;
    // A limit of 8 blocks on the size of any file: the first write is cut short, as on a disk that fills up.
    const limited = `ulimit -f 8; exec "$0" --input-type=module -e "$@"`;
    const said = execFileSync("sh", ["-c", limited, process.execPath, program, at("replace-file.mjs"), at("old.csv")]);
    expect(said.toString()).toMatch(/cannot be written: it would grow larger than the system allows\.$/);
    expect(readFileSync(at("old.csv"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["old.csv", "replace-file.mjs"]);
  });
});

describe("where nothing can be written", () => {
  it.each([
    ["missing/new.csv", "There is no folder “FOLDER/missing”."],
    ["missing/", "There is no folder “FOLDER/missing/”."],
    [".", "“FOLDER” is a folder."],
    ["file/new.csv", "“FOLDER/file/new.csv” cannot be written: a part of the path is a file, not a folder."],
    ["round", "“FOLDER/round” cannot be written: its symbolic links go in a circle."],
    ["x".repeat(300), `“FOLDER/${"x".repeat(300)}” cannot be written: the name is too long.`],
  ])("%s: %s", async (name, message) => {
    writeFileSync(at("file"), "");
    symlinkSync("round", at("round"));
    expect(await refusal(at(name))).toBe(message);
    expect(readdirSync(folder).toSorted()).toEqual(["file", "round"]);
  });
});

describe("what is no file is written into, and stays what it is", () => {
  it("/dev/null takes everything", async () => {
    expect(await write("/dev/null", "new")).toEqual({ ok: true });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("/dev/full says that the disk is full", async () => {
    expect(await refusal("/dev/full")).toBe("“/dev/full” cannot be written: the disk is full.");
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });

  it("a pipe carries more than it holds at once", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const reader = spawn("wc", ["-c", at("pipe")]);
    const counted = new Promise<string>((resolve) => reader.stdout.on("data", (data) => resolve(String(data))));
    expect(await write(at("pipe"), "x".repeat(1_000_000))).toEqual({ ok: true });
    expect(await counted).toMatch(/^1000000 /);
    expect(statSync(at("pipe")).isFIFO()).toBe(true);
  });

  it("a reader who has had enough ends it quietly", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const reader = spawn("sh", ["-c", `head -c 10 "$0" > /dev/null`, at("pipe")]);
    expect(await write(at("pipe"), "x".repeat(1_000_000))).toEqual({ ok: true });
    reader.kill();
  });

  it("a pipe that nobody reads from is given up after three seconds", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    expect(await refusal(at("pipe"))).toBe("Nobody read from the pipe “FOLDER/pipe” within 3 seconds.");
  });
});
