import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parsed, run } from "./run.ts";

const pack = `id: two-questions
title: Two questions
version: 1.2.0
coverageFloor: 0.6
criteria:
  - {id: fit, label: Fit, question: Does it fit?, importance: 3, minimum: 2}
  - {id: time, label: Time, question: Is it time?, importance: 1}
`;
const partners = `decision: Partners
criteria: ./two-questions.yaml
candidates:
  - {name: Zoo, answers: {fit: 5}}
  - {name: Aquarium, answers: {fit: 4, time: 4}}
  - {name: Casino, answers: {fit: 1, time: 5}}
  - {name: Radio, answers: {time: 5}}
`;
const files = { "two-questions.yaml": pack, "partners.yaml": partners };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("a good file", () => {
  it("gives a ranking on standard output and nothing else", async () => {
    const { status, out, err } = await run(["evaluate", "partners.yaml"], { files });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Partners\n2 ranked, 1 too little known, 1 set aside\.\n/);
    expect(out.indexOf("Zoo")).toBeLessThan(out.indexOf("Aquarium"));
  });

  it("without a title is headed by its own name", async () => {
    const untitled = { ...files, "north/2027.yaml": partners.replace(/^.*\n.*\n/, "") };
    expect(
      (await run(["evaluate", "north/2027.yaml", "--criteria", "two-questions.yaml"], { files: untitled })).out,
    ).toMatch(/^2027\.yaml\n/);
    const input = { "-": "name,mission\nZoo,5\n" };
    expect((await run(["evaluate", "-"], { files: input })).out).toMatch(/^Standard input\n/);
  });

  it("as JSON says what it was made of, and speaks of nobody else’s files", async () => {
    const { status, out, err } = await run(["evaluate", "partners.yaml", "--json"], { files });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(parsed(out)).toMatchObject({
      schemaVersion: 1,
      provenance: {
        tool: "partner-score 1.2.3",
        criteria: { id: "two-questions", version: "1.2.0" },
        inputs: [
          { path: "partners.yaml", sha256: sha256(partners) },
          { path: "two-questions.yaml", sha256: sha256(pack) },
        ],
      },
      ranking: [
        { rank: 1, id: "zoo", score: 87.5 },
        { rank: 2, id: "aquarium", score: 75 },
      ],
      tooLittleKnown: [{ id: "radio", coverage: 0.25 }],
      knockedOut: [{ id: "casino" }],
      warnings: [],
    });
    expect((await run(["evaluate", "partners.yaml", "--format", "json"], { files })).out).toBe(out);
  });

  it("lists no pack that ships among its inputs", async () => {
    const { out } = await run(["evaluate", "-", "--json"], { files: { "-": "name,mission\nZoo,5\n" } });
    expect(parsed(out)).toMatchObject({
      provenance: { inputs: [{ path: "-" }], criteria: { id: "partnering-with-purpose" } },
    });
  });

  it("as CSV is a row a candidate, with a byte order mark only where one is asked for", async () => {
    const csv = ["evaluate", "partners.yaml", "--format", "csv"];
    const { out } = await run(csv, { files });
    expect(out.split(/\r?\n/)[0]).toBe(
      "status,rank,id,name,kind,held,score,base,priority,low,high,coverage,level,fit,time",
    );
    expect(out.split(/\r?\n/)[1]).toMatch(/^ranked,1,zoo,Zoo,/);
    expect((await run([...csv, "--bom"], { files })).out).toBe(`\uFEFF${out}`);
  });

  it("is read by the pack that --criteria names, with a warning where the file names another", async () => {
    const args = ["evaluate", "partners.yaml", "--criteria", "partnering-with-purpose"];
    const { status, err } = await run(args, { files });
    expect(status).toBe(1); // it asks other questions
    expect(err).toContain("fit");
    const same = await run(["evaluate", "partners.yaml", "--criteria", "two-questions.yaml", "--json"], { files });
    expect(parsed(same.out)).toMatchObject({ warnings: [{ code: expect.any(String) }] });
  });

  it("is read as what --input says, whatever its name says", async () => {
    const odd = { "partners.txt": "name,mission\nZoo,5\n", "partners.csv": "candidates: [{name: Zoo}]\n" };
    expect(await run(["evaluate", "partners.txt", "--input", "csv"], { files: odd })).toMatchObject({ status: 0 });
    expect(await run(["evaluate", "partners.csv", "--input", "yaml"], { files: odd })).toMatchObject({ status: 0 });
    expect(await run(["evaluate", "partners.csv"], { files: odd })).toMatchObject({ status: 1 });
  });
});

describe("--top", () => {
  it.each(["json", "csv", "table"])("shows so many of each list as %s", async (format) => {
    const { out } = await run(["evaluate", "partners.yaml", "--format", format, "--top", "1"], { files });
    expect(out).toContain("Zoo");
    expect(out.split("In short")[0]).not.toContain("Aquarium");
    expect(out).toContain("Casino");
    expect(out).toContain("Radio");
  });
});

describe("--coverage-floor", () => {
  it.each([
    ["0", ["zoo", "aquarium", "radio"]],
    [".25", ["zoo", "aquarium", "radio"]],
    ["0.8", ["aquarium"]],
    ["1", ["aquarium"]],
  ])("%s ranks %j", async (floor, ranked) => {
    const { out } = await run(["evaluate", "partners.yaml", "--json", "--coverage-floor", floor], { files });
    const { ranking } = parsed(out) as { ranking: { id: string }[] }; // as the result schema says
    expect(ranking.map(({ id }) => id).toSorted()).toEqual(ranked.toSorted());
  });
});

describe("a bad file", () => {
  const bad = { ...files, "bad.yaml": partners.replace("fit: 5", "fti: 5").replace("fit: 4", "fit: 9") };

  it("gives every problem with its place, its line, a caret and the likely fix, and no result", async () => {
    const { status, out, err } = await run(["evaluate", "bad.yaml"], { files: bad });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatchInlineSnapshot(`
      "bad.yaml:4:27: There is no criterion “fti” in this pack.
        4 |   - {name: Zoo, answers: {fti: 5}}
          |                           ^^^
        Did you mean fit?

      bad.yaml:5:37: 9 is not on the scale of Fit: answers go from 1 to 5.
        5 |   - {name: Aquarium, answers: {fit: 9, time: 4}}
          |                                     ^
        Write a number from 1 to 5, a range such as 2-4, or unknown.
      "
    `);
  });

  it("gives the same as one document under --json", async () => {
    const { status, out, err } = await run(["evaluate", "bad.yaml", "--json"], { files: bad });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(parsed(err)).toMatchObject({
      schemaVersion: 1,
      errors: [
        { severity: "error", path: "bad.yaml", line: 4, column: 27, didYouMean: "fit" },
        { severity: "error", path: "bad.yaml", line: 5, column: 37 },
      ],
      warnings: [],
    });
  });

  it("that is missing is named, with the nearest that is there", async () => {
    expect(await run(["evaluate", "partner.yaml"], { files })).toMatchObject({
      status: 1,
      out: "",
      err: "There is no file “partner.yaml”.\n  Did you mean partners.yaml?\n",
    });
  });

  it("leaves an older result as it was", async () => {
    const older = { ...bad, "result.json": "older" };
    const ended = await run(["evaluate", "bad.yaml", "--json", "-o", "result.json"], { files: older });
    expect(ended.status).toBe(1);
    expect(ended.files.get("result.json")).toBe("older");
  });
});

describe("warnings", () => {
  const odd = { ...files, "odd.yaml": partners.replace("time: 4", "time: 1-5") };

  it("stand on standard error, a line each however narrow the screen, and change no status", async () => {
    const { status, out, err } = await run(["evaluate", "odd.yaml"], { files: odd, screen: { width: 30 } });
    expect(status).toBe(0);
    expect(out).not.toContain("warning");
    expect(err).toMatch(/^odd\.yaml:5:46: warning: Aquarium, Time: [^\n]*\n$/);
  });

  it("are hidden by --quiet, before the command or after it", async () => {
    for (const args of [
      ["--quiet", "evaluate", "odd.yaml"],
      ["evaluate", "odd.yaml", "-q"],
    ]) {
      expect(await run(args, { files: odd })).toMatchObject({ status: 0, err: "" });
    }
  });

  it("are counted beyond a hundred, and all there in JSON", async () => {
    const rows = Array.from({ length: 150 }, (_, at) => `Zoo ${at},1-5,4\n`);
    const many = { ...files, "many.csv": `name,fit,time\n${rows.join("")}` };
    const args = ["evaluate", "many.csv", "--criteria", "./two-questions.yaml"];
    const lines = (await run(args, { files: many })).err.split("\n");
    expect(lines).toHaveLength(102);
    expect(lines[100]).toContain("There are 50 more warnings.");
    expect(parsed((await run([...args, "--json"], { files: many })).out)).toMatchObject({
      warnings: expect.objectContaining({ length: 150 }),
    });
  });

  it("are part of the result in JSON", async () => {
    const { out, err } = await run(["evaluate", "odd.yaml", "--json", "--quiet"], { files: odd });
    expect(err).toBe("");
    expect(parsed(out)).toMatchObject({ warnings: [{ code: "range-says-nothing", candidate: "aquarium" }] });
  });

  it("stand at the end in Markdown, and nowhere else", async () => {
    const { out, err } = await run(["evaluate", "odd.yaml", "--format", "markdown"], { files: odd });
    expect(err).toBe("");
    expect(out).toMatch(/\n## Warnings\n\n- Aquarium, Time: [^\n]*\n$/);
    expect(out.match(/Aquarium, Time/g)).toHaveLength(1);
  });
});

describe("several files", () => {
  const rater = (name: string, fit: string) =>
    `criteria: ./two-questions.yaml\nrater: ${name}\ncandidates:\n  - {name: Zoo, answers: {fit: ${fit}, time: 4}}\n`;
  const committee = { ...files, "ann.yaml": rater("Ann", "5"), "bo.yaml": `# late\n${rater("Bo", "1")}` };

  it("are several raters of one decision, and begin with what they disagree on", async () => {
    const { status, out } = await run(["evaluate", "ann.yaml", "bo.yaml"], { files: committee });
    expect(status).toBe(0);
    expect(out).toMatch(/^ann\.yaml\n1 ranked\.\n2 raters: Ann and Bo\.\n\nWhere raters disagree\n/);
    expect(out.indexOf("Fit of Zoo: 4 steps apart")).toBeLessThan(out.indexOf("Rank  Candidate"));
  });

  it("give a warning about one rater its place in that rater's file", async () => {
    const { err } = await run(["evaluate", "ann.yaml", "bo.yaml"], { files: committee });
    expect(err).toBe("bo.yaml:5:32: warning: Zoo, Fit: Bo answered 1, and the minimum is 2.\n");
  });
});

describe("-o", () => {
  it("writes what would have been printed, as wide as it needs and without colour", async () => {
    const printed = await run(["evaluate", "partners.yaml"], { files });
    const screen = { width: 40, colour: true, unicode: false };
    const ended = await run(["evaluate", "partners.yaml", "-o", "result.txt"], { files, screen });
    expect(ended).toMatchObject({ status: 0, out: "", err: "" });
    expect(ended.files.get("result.txt")).toBe(printed.out);
  });

  it("says in a sentence that it could not, on standard output too", async () => {
    expect(await run(["evaluate", "partners.yaml", "-o", "result.txt"], { files, full: true })).toMatchObject({
      status: 1,
      err: "“result.txt” cannot be written: the disk is full.\n  Make room, then try again.\n",
    });
    const { status, err } = await run(["evaluate", "partners.yaml", "--json"], { files, full: true });
    expect(status).toBe(1);
    expect(parsed(err)).toMatchObject({
      errors: [{ code: "not-written", message: "Nothing can be written to standard output: the disk is full." }],
    });
  });
});

describe("the screen", () => {
  it("is coloured where it wants to be, unless --no-color says otherwise", async () => {
    const screen = { colour: true };
    expect((await run(["evaluate", "partners.yaml"], { files, screen })).out).toContain("<strong>Partners</strong>");
    for (const args of [
      ["evaluate", "partners.yaml", "--no-color"],
      ["--no-color", "evaluate", "partners.yaml"],
    ]) {
      expect((await run(args, { files, screen })).out).toMatch(/^Partners\n/);
    }
  });

  it("is drawn in ASCII where it shows no UTF-8, or where --ascii says so", async () => {
    const drawn = [
      await run(["evaluate", "partners.yaml", "--ascii"], { files }),
      await run(["evaluate", "partners.yaml"], { files, screen: { unicode: false } }),
    ];
    for (const { out } of drawn) expect(out).toMatch(/^[\x20-\x7e\n]+$/);
  });

  it("is never written wider than it is", async () => {
    const { out } = await run(["evaluate", "partners.yaml"], { files, screen: { width: 64 } });
    for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(64);
  });
});
