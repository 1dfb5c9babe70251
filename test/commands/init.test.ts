import { describe, expect, it } from "vitest";
import { Starter } from "../interview/starter.ts";
import { run } from "./run.ts";

describe("init", () => {
  it("writes what a person says, and the file is a decision at once", async () => {
    const ask = new Starter(
      "partnering-with-purpose",
      "Family learning",
      "More readers",
      ["tap-assets"],
      "yes",
      "no",
      "yes",
      "yes",
      ["Zoo", "Café"],
      "museum",
      undefined,
    );
    const { status, files } = await run(["init", "new.yaml"], { ask: ask.choosing("criteria") });
    expect(status).toBe(0);
    expect(ask.shown.slice(-2)).toEqual([
      "new.yaml is written.",
      "Open it in an editor, or run: partner-score interview new.yaml",
    ]);
    const text = files.get("new.yaml") ?? "";
    expect(text).toContain('decision: "Family learning"');
    expect(text).toContain("reasons: [tap-assets]");
    const validated = await run(["validate", "new.yaml"], { files: { "new.yaml": text } });
    expect(validated).toMatchObject({
      status: 0,
      out: "new.yaml is good: a decision with 2 candidates and 10 questions.\n",
    });
  });

  it("says the remedy where a readiness statement is answered with no", async () => {
    const ask = new Starter("partnering-with-purpose", "T", "P", [], "yes", "yes", "no", "yes", ["Zoo"], undefined);
    await run(["init"], { ask: ask.choosing("criteria") });
    expect(ask.shown).toContain(
      "Start the register with this decision. Check first whether someone already works with a candidate.",
    );
  });

  it.each([
    ["where nobody can be asked", ["init"]],
    ["where it is asked for", ["init", "--template"]],
  ])("writes a commented template %s", async (_, args) => {
    const { status, files } = await run(args);
    expect(status).toBe(0);
    const text = files.get("decision.yaml") ?? "";
    expect(text).toContain("# reasons: [reach-new-users]");
    expect(await run(["validate", "decision.yaml"], { files: { "decision.yaml": text } })).toMatchObject({ status: 0 });
  });

  it("writes the example, which ranks", async () => {
    const { files } = await run(["init", "tour.yaml", "--example"]);
    const evaluated = await run(["evaluate", "tour.yaml"], { files: Object.fromEntries(files) });
    expect(evaluated.out).toContain("Family learning partners 2027");
  });

  it("puts the schema beside the file, and points the first line at it", async () => {
    for (const how of ["--template", "--example"]) {
      const { files } = await run(["init", "plans/new.yaml", "--editor", how]);
      expect(files.get("plans/new.yaml")?.split("\n")[0]).toBe(
        "# yaml-language-server: $schema=./decision.schema.json",
      );
      expect(JSON.parse(files.get("plans/decision.schema.json") ?? "")).toHaveProperty("$schema");
    }
  });

  it("never replaces a file without being asked to", async () => {
    const files = { "decision.yaml": "mine", "decision.schema.json": "also mine" };
    const kept = await run(["init"], { files });
    expect(kept).toMatchObject({ status: 1 });
    expect(kept.err).toContain("--force");
    expect(kept.files.get("decision.yaml")).toBe("mine");
    const schemaKept = await run(["init", "other.yaml", "--editor"], { files });
    expect(schemaKept).toMatchObject({ status: 1 });
    expect(schemaKept.files.has("other.yaml")).toBe(false);
    expect((await run(["init", "--force"], { files })).files.get("decision.yaml")).toContain("candidates:");
  });

  it("asks at a terminal whether to replace, and keeps the file unless the answer is yes", async () => {
    const files = { "decision.yaml": "mine" };
    const no = await run(["init", "--criteria", "better-together"], { files, ask: new Starter("no") });
    expect(no.files.get("decision.yaml")).toBe("mine");
    const yes = new Starter("yes", "T", "P", [], "yes", "yes", "yes", "yes", ["Zoo"], undefined);
    const replaced = await run(["init", "--criteria", "better-together"], { files, ask: yes });
    expect(replaced.files.get("decision.yaml")).toContain('criteria: "better-together"');
  });

  it("writes nothing where the person leaves", async () => {
    const { status, files } = await run(["init"], { ask: new Starter() });
    expect({ status, files: files.size }).toEqual({ status: 0, files: 0 });
  });

  it.each([
    [["init", "--template", "--example"], "two different files"],
    [["init", "--criteria", "partnering-with-purpos"], "partnering-with-purpose"],
  ])("%j is wrong usage", async (args, message) => {
    const { status, err } = await run(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
