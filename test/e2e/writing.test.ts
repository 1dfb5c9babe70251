import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { decisionOf, folderWith, program, run, shell } from "./program.ts";

const decision = { "partners.json": decisionOf(Array.from({ length: 100 }, (_, place) => `Candidate ${place}`)) };
const toFile = (path: string): readonly string[] => ["evaluate", "partners.json", "--json", "-o", path];

/** A plain sentence that names the file, status 1, and in the folder only what was there before. */
function expectNotWritten(ended: Awaited<ReturnType<typeof run>>, path: string, sentence: RegExp): void {
  expect(ended).toMatchObject({ status: 1, out: "" });
  expect(ended.err).toContain(path);
  expect(ended.err).toMatch(sentence);
  expect(ended.err).not.toMatch(/^\s+at |node:|Error:|ENO|EACCES|EROFS|EFBIG/m);
}

it("-o writes what would have been printed, and prints nothing", async () => {
  const folder = folderWith(decision);
  const printed = await run(["evaluate", "partners.json", "--json"], { folder });
  expect(await run(toFile("result.json"), { folder })).toMatchObject({ status: 0, out: "" });
  expect(readFileSync(join(folder, "result.json"), "utf8")).toBe(printed.out);
  expect(readdirSync(folder).sort()).toEqual(["partners.json", "result.json"]);
});

it("-o replaces a file, and keeps its permissions and the link to it", async () => {
  const folder = folderWith({ ...decision, "old.json": "old" });
  chmodSync(join(folder, "old.json"), 0o640);
  symlinkSync("old.json", join(folder, "link.json"));
  expect(await run(toFile("link.json"), { folder })).toMatchObject({ status: 0 });
  expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, "old.json"), "utf8")).ranking).toHaveLength(100);
  expect(statSync(join(folder, "old.json")).mode & 0o777).toBe(0o640);
});

it("-o into a missing folder says which folder", async () => {
  const folder = folderWith(decision);
  expectNotWritten(await run(toFile("nowhere/result.json"), { folder }), "nowhere/result.json", /folder/);
  expect(readdirSync(folder)).toEqual(["partners.json"]);
});

it("-o onto a folder says that it is one", async () => {
  const folder = folderWith(decision);
  expectNotWritten(await run(toFile("."), { folder }), ".", /folder/);
});

it("-o onto a read-only file leaves it whole", async () => {
  const folder = folderWith({ ...decision, "old.json": "old" });
  chmodSync(join(folder, "old.json"), 0o444);
  expectNotWritten(
    await run(toFile("old.json"), { folder, withoutRights: true }),
    "old.json",
    /read|permission|write/i,
  );
  expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("old");
});

it("-o into a folder without permission leaves the old file whole", async () => {
  const folder = folderWith({ ...decision, "old.json": "old" });
  chmodSync(folder, 0o555);
  expectNotWritten(
    await run(toFile("old.json"), { folder, withoutRights: true }),
    "old.json",
    /permission|allow|write/i,
  );
  expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("old");
});

it("a disk that fills up in the middle leaves the old file whole, and nothing beside it", async () => {
  const folder = folderWith({ ...decision, "old.json": "old" });
  // A limit on the size of a file is what a full disk is to the one who writes it.
  const ended = await shell(`trap '' XFSZ; ulimit -f 4; partner-score ${toFile("old.json").join(" ")}`, { folder });
  expectNotWritten(ended, "old.json", /large|full|space|room/);
  expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("old");
  expect(readdirSync(folder).sort()).toEqual(["old.json", "partners.json"]);
});

const LARGE_TABLE = `name,mission\n${Array.from({ length: 50_000 }, (_, row) => `Candidate ${row},${1 + (row % 5)}\n`).join("")}`;

/** Sends a signal as soon as there is something, however little, and gives the status that comes of it. */
async function stoppedWhileWriting(child: ChildProcess, signal: NodeJS.Signals, size: () => number): Promise<unknown> {
  const ended = once(child, "exit");
  await vi.waitUntil(() => size() > 0, { timeout: 60_000, interval: 1 });
  child.kill(signal);
  const [status] = await ended;
  return status;
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s while a large result is written ends at once, with %i, and leaves the old file alone",
  async (signal, status) => {
    const folder = folderWith({ "table.csv": LARGE_TABLE, "old.json": "old" });
    const child = spawn(program, ["evaluate", "table.csv", "--json", "-o", "old.json"], {
      cwd: folder,
      stdio: "ignore",
    });
    const draftSize = () => {
      const draft = readdirSync(folder).find((name) => name.endsWith(".tmp"));
      return draft === undefined ? 0 : statSync(join(folder, draft)).size;
    };
    expect(await stoppedWhileWriting(child, signal, draftSize)).toBe(status);
    expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["old.json", "table.csv"]);
  },
);

it("SIGINT while a large result goes to a file as standard output ends at once, with 130", async () => {
  const folder = folderWith({ "table.csv": LARGE_TABLE });
  const file = openSync(join(folder, "out.json"), "w");
  onTestFinished(() => closeSync(file));
  const stdio = ["ignore", file, "ignore"] as const;
  const child = spawn(program, ["evaluate", "table.csv", "--json"], { cwd: folder, stdio: [...stdio] });
  expect(await stoppedWhileWriting(child, "SIGINT", () => fstatSync(file).size)).toBe(130);
});

it("-o onto a full device says so and does not replace the device", async () => {
  expectNotWritten(await run(toFile("/dev/full"), { folder: folderWith(decision) }), "/dev/full", /full|space|room/);
  expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
});

it("-o onto /dev/null writes into it and does not replace it", async () => {
  expect(await run(toFile("/dev/null"), { folder: folderWith(decision) })).toMatchObject({
    status: 0,
    out: "",
    err: "",
  });
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

it("a full disk behind standard output is a sentence too", async () => {
  const ended = await shell("partner-score evaluate partners.json --json > /dev/full", {
    folder: folderWith(decision),
  });
  expectNotWritten(ended, "standard output", /full|space|room/);
});

it("a problem in the file leaves the old result whole", async () => {
  const folder = folderWith({ "partners.json": "{}", "old.json": "old" });
  expect(await run(toFile("old.json"), { folder })).toMatchObject({ status: 1, out: "" });
  expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("old");
});
