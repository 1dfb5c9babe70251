import { describe, expect, it } from "vitest";
import { parsed, run } from "./run.ts";

const files = {
  "good.yaml": "candidates:\n  - {name: Zoo, answers: {mission: 5}}\n",
  "bad.yaml": "candidates:\n  - {name: Zoo, answers: {misson: 5, position: 7}}\n",
  "odd.yaml": "candidates:\n  - {name: Zoo, answers: {mission: 1-5}}\n",
  "pack.yaml": "id: mine\ntitle: Mine\ncriteria:\n  - {id: fit, label: Fit, question: Does it fit?}\n",
  "bad-pack.yaml": "id: mine\ntitle: Mine\ncriteria:\n  - {id: fit, lable: Fit, question: Does it fit?}\n",
  "fit.csv": "name,fit\nZoo,5\nAquarium,4\n",
};

describe("good files", () => {
  it("get a line each, decisions and packs alike", async () => {
    expect(await run(["validate", "good.yaml", "pack.yaml"], { files })).toMatchObject({
      status: 0,
      out: "good.yaml is good: a decision with 1 candidate and 10 questions.\npack.yaml is good: a criteria pack with 1 question.\n",
      err: "",
    });
  });

  it("may be a table, with the pack that the command line names", async () => {
    expect(await run(["validate", "fit.csv", "--criteria", "./pack.yaml"], { files })).toMatchObject({
      status: 0,
      out: "fit.csv is good: a decision with 2 candidates and 1 question.\n",
    });
    expect(await run(["validate", "fit.csv"], { files })).toMatchObject({ status: 1, out: "" });
  });

  it("may be standard input", async () => {
    const { out } = await run(["validate", "-"], { files: { "-": files["good.yaml"] } });
    expect(out).toMatch(/^standard input is good: /);
  });

  it("may have warnings, and stay good", async () => {
    const { status, out, err } = await run(["validate", "odd.yaml"], { files });
    expect(status).toBe(0);
    expect(out).toMatch(/^odd\.yaml is good: /);
    expect(err).toMatch(/^odd\.yaml:2:36: warning: [^\n]*\n$/);
    expect((await run(["validate", "odd.yaml", "--quiet"], { files })).err).toBe("");
  });

  it("have no errors in JSON", async () => {
    const { status, out, err } = await run(["validate", "good.yaml", "pack.yaml", "--json"], { files });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(parsed(out)).toEqual({ schemaVersion: 1, errors: [], warnings: [] });
  });
});

describe("files with problems", () => {
  it("leave standard output empty, and every problem of every file is told at once", async () => {
    const { status, out, err } = await run(["validate", "bad.yaml", "good.yaml", "bad-pack.yaml", "gone.yaml"], {
      files,
    });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatchInlineSnapshot(`
      "bad.yaml:2:27: There is no criterion “misson” in this pack.
        2 |   - {name: Zoo, answers: {misson: 5, position: 7}}
          |                           ^^^^^^
        Did you mean mission?

      bad.yaml:2:48: 7 is not on the scale of Position: answers go from 1 to 5.
        2 |   - {name: Zoo, answers: {misson: 5, position: 7}}
          |                                                ^
        Write a number from 1 to 5, a range such as 2-4, or unknown.

      bad-pack.yaml:4:15: A criterion has no “lable”.
        4 |   - {id: fit, lable: Fit, question: Does it fit?}
          |               ^^^^^
        Did you mean label?

      There is no file “gone.yaml”.
        Check the name and the folder.
      "
    `);
  });

  it("are the result in JSON, on standard output, with the warnings apart", async () => {
    const { status, out, err } = await run(["validate", "bad.yaml", "odd.yaml", "gone.yaml", "--json"], { files });
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(parsed(out)).toMatchObject({
      schemaVersion: 1,
      errors: [
        { path: "bad.yaml", line: 2, column: 27, didYouMean: "mission" },
        { path: "bad.yaml", line: 2, column: 48 },
        { path: "gone.yaml", code: "missing-file" },
      ],
      warnings: [{ severity: "warning", code: "range-says-nothing", path: "odd.yaml", line: 2 }],
    });
  });

  it.each(Object.keys(files).filter((name) => name !== "fit.csv" && !name.includes("pack")))(
    "are exactly those that evaluate finds in %s",
    async (name) => {
      const validated = await run(["validate", name], { files });
      const evaluated = await run(["evaluate", name], { files });
      expect(validated.err).toBe(evaluated.err);
      expect(validated.status).toBe(evaluated.status);
    },
  );

  it("are written into no file, but as JSON they are", async () => {
    const table = await run(["validate", "bad.yaml", "-o", "verdict"], { files });
    expect(table.files.has("verdict")).toBe(false);
    const json = await run(["validate", "bad.yaml", "--json", "-o", "verdict"], { files });
    expect(json).toMatchObject({ status: 1, out: "", err: "" });
    expect(parsed(json.files.get("verdict") ?? "")).toMatchObject({ errors: [{ line: 2 }, { line: 2 }] });
  });
});

/** Raters of one decision who disagree on what they share, alone without a fault. */
const raters = {
  "ann.yaml": "decision: Zoo\nrater: Ann\ncandidates:\n  - {name: Radio Este, kind: museum, answers: {mission: 5}}\n",
  "ben.yaml":
    "decision: Zoo\nrater: Ben\nreasons: [tap-assets]\ncandidates:\n  - {name: Radio Esta, kind: business, answers: {mission: 4}}\n",
  "cay.yaml": "rater: Cay\ncandidates:\n  - {name: Radio Este, kind: museum, answers: {mission: 1-5}}\n",
  "garden.yaml":
    "decision: Garden\nrater: Ann\nreasons: [tap-assets]\ncandidates:\n  - {name: Radio Este, answers: {mission: 5}}\n",
  "copy.yaml": "decision: Zoo\nimportance: {mission: 1}\ncandidates:\n  - {name: Radio Este, answers: {mission: 4}}\n",
  "other.yaml": "rater: Eve\nreasons: [tap-assets]\nimportance: {mission: 1}\ncandidates:\n  - {name: Aquarium}\n",
  "table.csv": "name,rater,mission\nRadio Este,Dee,4\nRadio Este,Ann,3\n",
  "broken.yaml": "candidates: [\n",
  "pack.yaml": files["pack.yaml"],
};

describe("several decisions", () => {
  it.each([
    ["ann.yaml", "ben.yaml"],
    ["ann.yaml", "cay.yaml"],
    ["ann.yaml", "ben.yaml", "cay.yaml"],
    ["cay.yaml", "ann.yaml"],
    ["ann.yaml", "table.csv"],
    ["ann.yaml", "ann.yaml"],
    ["ann.yaml", "ben.yaml", "broken.yaml"],
    ["ann.yaml", "gone.yaml"],
  ])("that read as raters of one have exactly the problems that evaluate finds: %s %s %s", async (...names) => {
    const validated = await run(["validate", ...names, "--json"], { files: raters });
    const evaluated = await run(["evaluate", ...names, "--json"], { files: raters });
    expect(validated.status).toBe(evaluated.status);
    const found = parsed(validated.out);
    if (evaluated.status === 1) expect(inOrder(found)).toEqual(inOrder(parsed(evaluated.err)));
    else {
      expect(found.errors).toEqual([]);
      expect(codes(found.warnings)).toEqual(codes(parsed(evaluated.out).warnings));
    }
  });

  it("say in a line each whose raters they are", async () => {
    const { status, out } = await run(["validate", "ann.yaml", "cay.yaml", "pack.yaml", "other.yaml"], {
      files: raters,
    });
    expect(status).toBe(0);
    expect(out).toBe(
      [
        "ann.yaml is good: with cay.yaml, a decision of 2 raters with 1 candidate and 10 questions.",
        "cay.yaml is good: with ann.yaml, a decision of 2 raters with 1 candidate and 10 questions.",
        "pack.yaml is good: a criteria pack with 1 question.",
        "other.yaml is good: a decision with 1 candidate and 10 questions.",
        "",
      ].join("\n"),
    );
  });

  it("with other titles, or with no title and no candidate in common, are checked each by itself", async () => {
    const { status, out, err } = await run(["validate", "ann.yaml", "garden.yaml", "other.yaml"], { files: raters });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.match(/is good: a decision with/g)).toHaveLength(3);
  });

  it("without a rater may be other decisions, or copies of one, and are checked each by itself", async () => {
    const { status, err } = await run(["validate", "ann.yaml", "copy.yaml", "copy.yaml"], { files: raters });
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("of which some are raters of one decision and some are not are told apart", async () => {
    const { err } = await run(["validate", "garden.yaml", "ann.yaml", "other.yaml", "ben.yaml"], { files: raters });
    expect(err.match(/^\S+(?=: )/gm)).toEqual(["ben.yaml:3:1", "ben.yaml:5:12", "warning"]);
    expect(err).toMatch(
      /warning: ann\.yaml and ben\.yaml were read as raters of one decision\. If they are not, add --as decisions\.\n$/,
    );
  });

  it("are read as the command line says", async () => {
    const apart = await run(["validate", "ann.yaml", "ben.yaml", "--as", "decisions"], { files: raters });
    expect({ status: apart.status, err: apart.err }).toEqual({ status: 0, err: "" });
    const together = ["ann.yaml", "garden.yaml", "other.yaml"];
    const validated = await run(["validate", ...together, "pack.yaml", "--as", "raters", "--json"], { files: raters });
    const evaluated = await run(["evaluate", ...together, "--json"], { files: raters });
    expect(validated.status).toBe(1);
    expect(parsed(validated.out)).toEqual(parsed(evaluated.err));
  });

  it("are not called raters where nothing is wrong between them", async () => {
    const wrong = "rater: Bob\ncandidates:\n  - {name: Radio Este, answers: {mission: 9}}\n";
    const { err } = await run(["validate", "cay.yaml", "bob.yaml"], { files: { ...raters, "bob.yaml": wrong } });
    expect(err).toMatch(/^bob\.yaml:3:43: 9 is not on the scale/);
    expect(err).not.toContain("raters of one decision");
  });
});

/** Files that cannot be read are told where they stand on the command line. */
function inOrder(document: Record<string, unknown>): unknown {
  const entries = (found: unknown) => (found as { path: string }[]).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { errors: entries(document.errors), warnings: entries(document.warnings) };
}

function codes(warnings: unknown): readonly string[] {
  return (warnings as { code: string }[]).map(({ code }) => code);
}
