import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFile } from "../../src/machine/files.ts";

const folder = mkdtempSync(join(tmpdir(), "partner-score-files-"));
const at = (name: string): string => join(folder, name);
const read = (path: string) => readFile(path, () => {});

/** The one problem, with the folder of this run taken out. */
async function problemWith(path: string) {
  const found = await read(path);
  if (found.ok) throw new Error(`${path} was read`);
  const [problem] = found.problems;
  const text = (words: string | undefined) => words?.replaceAll(folder, "FOLDER");
  return { code: problem.code, message: text(problem.message), hint: text(problem.hint), place: problem.place };
}

beforeAll(() => {
  writeFileSync(at("partners.yaml"), "candidates:\n  - name: Zoo\n");
  writeFileSync(at("other.csv"), "name\nZoo\n");
  mkdirSync(at("decisions"));
  writeFileSync(at("decisions/2027.yaml"), "candidates: []\n");
  mkdirSync(at("empty"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file that is a text", () => {
  it("is read byte for byte, with its byte order mark, its line ends and the SHA-256 of its bytes", async () => {
    const bytes = Buffer.from("\uFEFFname,mission\r\nMus\u00e9e \u{1F3DB},5\r\n");
    writeFileSync(at("exact.csv"), bytes);
    const found = await read(at("exact.csv"));
    expect(found).toMatchObject({
      ok: true,
      value: {
        path: at("exact.csv"),
        text: bytes.toString("utf8"),
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
    });
  });

  it("may be empty", async () => {
    writeFileSync(at("nothing.yaml"), "");
    expect(await read(at("nothing.yaml"))).toMatchObject({ ok: true, value: { text: "" } });
  });

  it("is found through a symbolic link, and known under both names", async () => {
    symlinkSync("partners.yaml", at("link.yaml"));
    const seen: unknown[] = [];
    for (const name of ["partners.yaml", "link.yaml"])
      await readFile(at(name), ({ dev, ino }) => seen.push([dev, ino]));
    expect(seen[0]).toEqual(seen[1]);
  });

  it("may hold a stray control character: whoever reads the text says on which line", async () => {
    writeFileSync(at("nul.yaml"), "a: \0\n");
    expect(await read(at("nul.yaml"))).toMatchObject({ ok: true, value: { text: "a: \0\n" } });
  });
});

describe("a name where nothing stands", () => {
  it.each([
    ["partnrs.yaml", "Did you mean FOLDER/partners.yaml?"],
    ["partners", "Did you mean FOLDER/partners.yaml?"],
    ["OTHER.CSV", "Did you mean FOLDER/other.csv?"],
    ["partners.yml", "Did you mean FOLDER/partners.yaml?"],
    ["gone.yaml", "Check the name and the folder."],
    ["something-else.txt", "Check the name and the folder."],
  ])("%s is missing, and the hint says: %s", async (name, hint) => {
    expect(await problemWith(at(name))).toMatchObject({
      code: "missing-file",
      message: `There is no file “FOLDER/${name}”.`,
      hint,
    });
  });

  it("may be written as on Windows, where people share files across systems", async () => {
    expect(await problemWith(at("packs\\own.yaml"))).toMatchObject({
      code: "missing-file",
      message: "There is no file “FOLDER/packs\\own.yaml”.",
      hint: "Write / between folders, which works on Windows too: FOLDER/packs/own.yaml",
    });
  });

  it("names the folder when that is what is missing", async () => {
    expect(await problemWith(at("decsions/2027.yaml"))).toMatchObject({
      code: "missing-folder",
      message: "There is no folder “FOLDER/decsions”.",
    });
  });

  it("may have a file where a folder is meant", async () => {
    expect(await problemWith(at("partners.yaml/2027.yaml"))).toMatchObject({
      code: "unreadable-file",
      message: "“FOLDER/partners.yaml/2027.yaml” cannot be read: a part of the path is a file, not a folder.",
    });
  });

  it("may be a circle of symbolic links, or longer than any name", async () => {
    symlinkSync("round.yaml", at("round.yaml"));
    expect(await problemWith(at("round.yaml"))).toMatchObject({
      message: "“FOLDER/round.yaml” cannot be read: its symbolic links go in a circle.",
    });
    expect((await problemWith(at("x".repeat(300)))).message).toMatch(/cannot be read: the name is too long\.$/);
  });

  it("may be one that no system has", async () => {
    expect(await problemWith("a\0b")).toMatchObject({ code: "unreadable-file" });
  });
});

describe("what is no file", () => {
  it("a folder is one, and its documents are suggested", async () => {
    expect(await problemWith(at("decisions"))).toMatchObject({
      code: "folder-not-file",
      message: "“FOLDER/decisions” is a folder.",
      hint: "Name a file in it, such as “2027.yaml”.",
    });
    expect(await problemWith(at("empty"))).toMatchObject({ hint: "Name a file." });
  });

  it.each(["/dev/zero", "/dev/random", "/dev/null", "/dev/full"])("%s is refused at once", async (device) => {
    expect(await problemWith(device)).toMatchObject({
      code: "device-not-file",
      message: `“${device}” is a device, not a file.`,
    });
  });

  it("a socket is refused", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(at("socket"), resolve));
    expect(await problemWith(at("socket"))).toMatchObject({ code: "device-not-file" });
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("a pipe", () => {
  it("is read to its end, however slowly it is written", async () => {
    execFileSync("mkfifo", [at("slow")]);
    const writer = spawn("sh", ["-c", `exec > "$0"; printf 'name\\n'; sleep 0.2; printf 'Zoo\\n'`, at("slow")]);
    expect(await read(at("slow"))).toMatchObject({ ok: true, value: { text: "name\nZoo\n" } });
    writer.kill();
  });

  it("that nobody writes into is given up after three seconds", async () => {
    execFileSync("mkfifo", [at("silent")]);
    expect(await problemWith(at("silent"))).toMatchObject({
      code: "silent-pipe",
      message: "Nothing came through the pipe “FOLDER/silent” within 3 seconds.",
    });
  });

  it("that never ends is given up as soon as it is plainly no text", async () => {
    execFileSync("mkfifo", [at("endless")]);
    const writer = spawn("sh", ["-c", `exec cat /dev/zero > "$0"`, at("endless")]);
    expect(await problemWith(at("endless"))).toMatchObject({ code: "not-text" });
    writer.kill();
  });
});

describe("bytes that are no text", () => {
  it.each([
    [
      "a workbook",
      "PK\x03\x04\x14\x00",
      "is a spreadsheet, a word processor’s document or another archive, not a text.",
    ],
    ["a PDF", "%PDF-1.7\n", "is a PDF, not a text."],
    ["a picture", "\x89PNG\r\n\x1a\n", "is a picture, not a text."],
    ["a compressed file", "\x1f\x8b\x08", "is compressed, not a text."],
    ["noise", "\x00\x01\x02\x03".repeat(100), "is not a text."],
  ])("%s is called what it is", async (_what, start, ending) => {
    writeFileSync(at("binary.csv"), Buffer.from(start, "latin1"));
    expect(await problemWith(at("binary.csv"))).toMatchObject({
      code: "not-text",
      message: `“FOLDER/binary.csv” ${ending}`,
    });
  });

  it.each([
    ["in the middle of a line", "name\nMus\xe9e,5\n", { line: 2, column: 4, lineText: "Mus\uFFFDe,5" }, "E9"],
    ["at the start", "\xffname", { line: 1, column: 1, lineText: "\uFFFDname" }, "FF"],
    [
      "after wide characters",
      "\xe5\x9b\xbd\xe7\xab\x8b\x80\r\nx",
      { line: 1, column: 3, lineText: "国立\uFFFD" },
      "80",
    ],
    ["where the end cuts a character off", "name\nab\xe5\x9b", { line: 2, column: 3, lineText: "ab\uFFFD" }, "E5"],
    ["where a character never ends", "ab\xe5\x9bcd\n", { line: 1, column: 3, lineText: "ab\uFFFDcd" }, "E5"],
  ])("a byte that is not UTF-8 is found %s", async (_where, bytes, place, byte) => {
    writeFileSync(at("latin1.csv"), Buffer.from(bytes, "latin1"));
    expect(await problemWith(at("latin1.csv"))).toMatchObject({
      code: "not-utf-8",
      message: `The byte ${byte} is not UTF-8, and only UTF-8 is read.`,
      place,
    });
  });

  it("UTF-16 is called by its name", async () => {
    writeFileSync(at("utf16.csv"), Buffer.from("\uFEFFname\nMuseum of everything\n", "utf16le"));
    expect(await problemWith(at("utf16.csv"))).toMatchObject({
      code: "not-utf-8",
      message: "“FOLDER/utf16.csv” is saved as UTF-16, and only UTF-8 is read.",
    });
  });
});

it("a file that would not leave room to work is refused unread", async () => {
  writeFileSync(at("huge.csv"), "");
  truncateSync(at("huge.csv"), 1e12);
  expect(await problemWith(at("huge.csv"))).toMatchObject({
    code: "file-too-large",
    message: "“FOLDER/huge.csv” is larger than 256 MB.",
  });
});
