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
