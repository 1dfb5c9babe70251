import { win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/all.ts";
import { completionAnswer } from "../../src/commands/completion-answers.ts";
import { topics } from "../../src/commands/topics.ts";
import { Script, scored } from "../interview/scripted.ts";
import { memoryMachine } from "../memory-machine.ts";
import { parsed, run } from "./run.ts";

const PACK =
  "id: two\ntitle: Two\ncriteria:\n  - {id: fit, label: Fit, question: Fit?}\n  - {id: time, label: Time, question: Time?}\n";
const DECISION =
  "criteria: ..\\packs\\two.yaml\ncandidates:\n  - name: City Zoo\n    answers: {fit: 4}\n  - name: Café\n";
const files = {
  "C:\\partners\\2027\\zoo.yaml": DECISION,
  "C:\\partners\\packs\\two.yaml": PACK,
  "2027\\zoo.yaml": DECISION,
  "packs\\two.yaml": PACK,
};
const paths = win32;

describe("on Windows", () => {
  it.each([
    ["C:\\partners\\2027\\zoo.yaml", "C:\\partners\\packs\\two.yaml"],
    ["2027\\zoo.yaml", "packs\\two.yaml"],
    ["2027/zoo.yaml", "packs\\two.yaml"],
  ])("a decision finds its pack, and provenance keeps the path as it was written: %s", async (path, pack) => {
    const { status, out, err } = await run(["evaluate", path, "--json"], { files, paths });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const { provenance } = parsed(out);
    expect(provenance).toMatchObject({ criteria: { id: "two" }, inputs: [{ path }, { path: pack }] });
  });

  it("the heading is the file's name without its folders", async () => {
    const { out } = await run(["evaluate", "C:\\partners\\2027\\zoo.yaml"], { files, paths });
    expect(out.split("\n")[0]).toBe("zoo.yaml");
  });

  it("a rater without a name is called by the file's name", async () => {
    const raters = { ...files, "C:\\partners\\2027\\ben.yaml": DECISION.replace("fit: 4", "fit: 3") };
    const { out } = await run(["evaluate", ...Object.keys(raters).filter((path) => /^C.*2027/.test(path)), "--json"], {
      files: raters,
      paths,
    });
    expect(parsed(out)).toMatchObject({ decision: { raters: ["zoo.yaml", "ben.yaml"] } });
  });

  it("a problem is shown with the path as it was written", async () => {
    const broken = { "C:\\a\\zoo.yaml": "candidates:\r\n  - {name: Zoo, anwsers: {}}\r\n" };
    const { err } = await run(["validate", "C:\\a\\zoo.yaml"], { files: broken, paths });
    expect(err).toBe(
      [
        "C:\\a\\zoo.yaml:2:17: A candidate has no “anwsers”.",
        "  2 |   - {name: Zoo, anwsers: {}}",
        "    |                 ^^^^^^^",
        "  Did you mean answers?",
        "",
      ].join("\n"),
    );
  });

  it("the tab key finds the candidates of the file on the line", async () => {
    const machine = memoryMachine({ files, paths });
    const program = { commands, topics, options: [], summary: "", examples: [], version: () => "" };
    const before = ["interview", "C:\\partners\\2027\\zoo.yaml", "--candidate"];
    const { offers } = await completionAnswer(before, "", program, machine);
    expect(offers.map(({ value }) => value)).toEqual(["City Zoo", "Café"]);
  });
});

const crlf = (text: string) => text.replaceAll("\n", "\r\n");

describe("lines that end as on Windows", () => {
  const TEXTS = {
    "zoo.yaml": `criteria: ./two.yaml\npurpose: >-\n  Bring families\n  to science.\ncandidates:\n  - name: City Zoo\n    answers:\n      fit: {score: 4, note: "two\\nlines"}\n  - name: Café\n`,
    "zoo.json": `{\n  "criteria": "./two.yaml",\n  "candidates": [\n    {"name": "City Zoo", "answers": {"fit": 4}}\n  ]\n}\n`,
    "zoo.csv": 'name,fit,time,notes\nCity Zoo,4,2-3,"one\ntwo"\nCafé,5,,\n',
    "two.yaml": PACK,
  };
  const withCrlf = Object.fromEntries(Object.entries(TEXTS).map(([path, text]) => [path, crlf(text)]));

  it.each(["zoo.yaml", "zoo.json", "zoo.csv"])("change nothing in the result: %s", async (path) => {
    const args = ["evaluate", path, "--criteria", "./two.yaml"];
    for (const format of ["table", "csv", "markdown"]) {
      const plain = await run([...args, "--format", format], { files: TEXTS });
      expect(plain.status).toBe(0);
      expect(await run([...args, "--format", format], { files: withCrlf })).toMatchObject({
        status: 0,
        out: plain.out,
        err: plain.err,
      });
    }
    const [plain, other] = [TEXTS, withCrlf].map(async (texts) => {
      const { provenance: _, ...rest } = parsed((await run([...args, "--json"], { files: texts })).out);
      return rest;
    });
    expect(await other).toEqual(await plain);
  });

  it.each([
    ["zoo.yaml", "candidates:\n  - name: Zoo\n    answers:\n      mission: 9\n", "zoo.yaml:4:16: 9"],
    ["zoo.json", '{"candidates": [\n  {"name": "Zoo", "answers": {"mission": 9}}\n]}\n', "zoo.json:2:42: 9"],
    ["zoo.csv", "name,mission\nZoo,9\n", "zoo.csv:2:5: 9"],
    ["open.yaml", 'candidates:\n  - name: "Zoo\n', "open.yaml:2:11: "],
  ])("change neither place nor excerpt of a problem: %s", async (path, text, start) => {
    const plain = await run(["validate", path], { files: { [path]: text } });
    expect(plain.err.startsWith(start), plain.err).toBe(true);
    expect((await run(["validate", path], { files: { [path]: crlf(text) } })).err).toBe(plain.err);
  });

  it("stay where an answer is saved", async () => {
    for (const ends of [(text: string) => text, crlf]) {
      const ask = new Script([scored(3), scored(5), scored(5)], ["partner"]);
      const held = { "zoo.yaml": ends(TEXTS["zoo.yaml"]), "two.yaml": PACK };
      const { status, files: left } = await run(["interview", "zoo.yaml"], { files: held, ask });
      expect(status).toBe(0);
      const text = left.get("zoo.yaml") ?? "";
      expect(text).toBe(ends(text.replaceAll("\r\n", "\n")));
      expect(text).toContain(ends('      fit: {score: 4, note: "two\\nlines"}\n      time: 3\n'));
    }
  });
});
