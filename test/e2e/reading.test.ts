import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { decisionOf, examples, folderWith, run, shell } from "./program.ts";

const tour = join(examples, "family-learning.yaml");

it("a ranking goes to standard output, and nothing else does", async () => {
  const { status, out, err } = await run(["evaluate", tour]);
  expect(status).toBe(0);
  expect(out).toMatch(/^Family learning partners 2027\n/);
  expect(out).toContain("In short");
  expect(err).not.toContain("In short");
});

it("one candidate is explained, and two are compared, by the beginnings of their names", async () => {
  const explained = await run(["explain", tour, "Friends"]);
  expect(explained).toMatchObject({ status: 0, err: "" });
  expect(explained.out).toMatch(/^Friends of the North Branch\nFamily learning partners 2027\nRank 4 of 6/);
  const compared = await run(["compare", tour, "Harbor", "River", "--json"]);
  expect(compared).toMatchObject({ status: 0, err: "" });
  expect(JSON.parse(compared.out).comparison).toMatchObject({ a: "harbor-science-museum", shares: { ranked: {} } });
  expect(await run(["compare", tour, "Harbor", "R"])).toMatchObject({ status: 2, out: "" });
});

it.each(["yaml", "json", "csv"])("standard input may be %s", async (kind) => {
  const input = {
    yaml: "candidates: [{name: Zoo, answers: {mission: 5}}]\n",
    json: '{"candidates": [{"name": "Zoo", "answers": {"mission": 5}}]}',
    csv: "name,mission\nZoo,5\n",
  }[kind];
  const { status, out } = await run(["evaluate", "-", "--json"], { input: input ?? "" });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ tooLittleKnown: [{ name: "Zoo" }], provenance: { inputs: [{ path: "-" }] } });
});

it("the same input gives the same bytes", async () => {
  const runs = await Promise.all(
    [1, 2].map((hour) => run(["evaluate", tour, "--json"], { environment: { TZ: `UTC${hour}` } })),
  );
  expect(runs[0].out).toBe(runs[1].out);
  expect(runs[0].status).toBe(0);
});

it("a named pipe is read to its end", async () => {
  const folder = folderWith({});
  const { status, out } = await shell(`mkfifo pipe && (cat ${tour} > pipe &) && partner-score evaluate pipe --json`, {
    folder,
  });
  expect(status).toBe(0);
  expect(JSON.parse(out).decision.title).toBe("Family learning partners 2027");
});

it("a pipe that somebody closed is no failure, and nobody hears of it", async () => {
  const folder = folderWith({
    "many.json": decisionOf(Array.from({ length: 5000 }, (_, place) => `Candidate ${place}`)),
  });
  for (const format of ["table", "json", "csv"]) {
    const ended = await shell(`partner-score evaluate many.json --format ${format} | head -1`, { folder });
    expect(ended).toMatchObject({ status: 0, err: "" });
    expect(ended.out.split("\n")).toHaveLength(2);
  }
});

it("a reader that stops before the first byte is no failure either", async () => {
  expect(await shell(`partner-score evaluate ${tour} | true`)).toMatchObject({ status: 0, out: "" });
});

/** What cannot be read: a sentence that names it, nothing on standard output, status 1, no word about our insides. */
async function expectRefused(path: string, sentence: RegExp, circumstances: Parameters<typeof run>[1]): Promise<void> {
  for (const command of ["evaluate", "validate"]) {
    const { status, out, err } = await run([command, path], circumstances);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(path);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at |node:|Error:|ENO|EACCES|EISDIR/m);
  }
}

it("a missing file is named, with the nearest that is there", async () => {
  const folder = folderWith({ "partners.yaml": "candidates: [{name: Zoo}]\n" });
  await expectRefused("partner.yaml", /partners\.yaml/, { folder });
});

it("a file in a missing folder is named", async () => {
  await expectRefused("nowhere/partners.yaml", /nowhere/, { folder: folderWith({}) });
});

it("a file without permission is named", async () => {
  const folder = folderWith({ "locked.yaml": "candidates: [{name: Zoo}]\n" });
  chmodSync(join(folder, "locked.yaml"), 0o000);
  await expectRefused("locked.yaml", /permission|allow/i, { folder, withoutRights: true });
});

it("a folder is named", async () => {
  const folder = folderWith({});
  mkdirSync(join(folder, "partners"));
  await expectRefused("partners", /folder/, { folder });
});

it("a device is named", async () => {
  await expectRefused("/dev/zero", /device/, {});
});

it.each([
  ["a picture", Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ", "base64")],
  ["bytes that are no UTF-8", Buffer.from("candidates: [{name: Caf\xe9}]\n", "latin1")],
  ["UTF-16", Buffer.from("\ufeffcandidates: [{name: Zoo}]\n", "utf16le")],
  ["NUL", Buffer.from("candidates: [{name: Zoo\0}]\n")],
])("%s is refused as no text", async (_what, bytes) => {
  const folder = folderWith({ "partners.yaml": bytes });
  await expectRefused("partners.yaml", /text|character|UTF-8/, { folder });
});

it("an empty file is refused in words", async () => {
  await expectRefused("empty.yaml", /empty|candidates/, { folder: folderWith({ "empty.yaml": "" }) });
});

it("a mistake is shown with its line and a caret, and the file stays as it was", async () => {
  const text = "candidates:\n  - name: 国立科学博物館\n    answers: {mission: 5, position: 7}\n";
  const folder = folderWith({ "partners.yaml": text });
  const { status, out, err } = await run(["evaluate", "partners.yaml"], { folder });
  expect({ status, out }).toEqual({ status: 1, out: "" });
  const lines = err.split("\n");
  expect(lines[0]).toMatch(/^partners\.yaml:3:37: 7 is not on the scale of Position: answers go from 1 to 5\.$/);
  expect(lines[2].indexOf("^")).toBe(lines[1].indexOf("7"));
  expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toBe(text);
});

it("with --json the problems are one document on standard error", async () => {
  const folder = folderWith({ "partners.yaml": "candidates:\n  - name: Zoo\n    answers: {misson: 5, position: 7}\n" });
  const { status, out, err } = await run(["evaluate", "partners.yaml", "--json"], { folder });
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(JSON.parse(err)).toMatchObject({
    schemaVersion: 1,
    errors: [
      { severity: "error", path: "partners.yaml", line: 3, column: 15, didYouMean: "mission" },
      { severity: "error", path: "partners.yaml", line: 3, column: 36 },
    ],
  });
});

it("with validate --json that document is the result", async () => {
  const folder = folderWith({ "partners.yaml": "candidates:\n  - name: Zoo\n    answers: {misson: 5}\n" });
  const { status, out, err } = await run(["validate", "partners.yaml", "--json"], { folder });
  expect({ status, err }).toEqual({ status: 1, err: "" });
  expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, errors: [{ didYouMean: "mission" }] });
});
