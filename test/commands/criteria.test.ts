import { describe, expect, it } from "vitest";
import { parsed, run } from "./run.ts";

const files = {
  "mine.yaml": "extends: partnering-with-purpose\nid: mine\ntitle: Mine\ncriteria: [{id: mission, importance: 1}]\n",
  "bad.yaml": "id: mine\ntitle: Mine\ncriteria: [{id: fit, label: Fit}]\n",
};

describe("without an id", () => {
  it("the packs that ship are listed", async () => {
    const { status, out, err } = await run(["criteria"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("better-together");
    expect(out).toContain("partnering-with-purpose");
  });

  it("scripts get their ids, titles, versions and questions", async () => {
    expect(parsed((await run(["criteria", "--json"])).out)).toMatchObject({
      schemaVersion: 1,
      packs: [{ id: "better-together" }, { id: "partnering-with-purpose", version: "1.0.0", criteria: { length: 10 } }],
    });
  });
});

describe("with an id or a path", () => {
  it("the pack is shown in full, on lines that print", async () => {
    const { status, out, err } = await run(["criteria", "partnering-with-purpose"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("What is the partner's mission");
    for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it("a pack of one’s own is shown with what it inherits", async () => {
    expect(parsed((await run(["criteria", "mine.yaml", "--json"], { files })).out)).toMatchObject({
      schemaVersion: 1,
      pack: {
        id: "mine",
        title: "Mine",
        criteria: expect.arrayContaining([expect.objectContaining({ importance: 1 })]),
      },
    });
  });

  it("it may be written into a file", async () => {
    const ended = await run(["criteria", "better-together", "-o", "questions.txt"]);
    expect(ended).toMatchObject({ status: 0, out: "", err: "" });
    expect(ended.files.get("questions.txt")).toBe((await run(["criteria", "better-together"])).out);
  });

  it("a bad pack is told like any bad file", async () => {
    const { status, out, err } = await run(["criteria", "bad.yaml"], { files });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(/^bad\.yaml:3:12: /);
    expect(parsed((await run(["criteria", "bad.yaml", "--json"], { files })).err)).toMatchObject({
      errors: [{ path: "bad.yaml", line: 3, column: 12 }],
    });
  });

  it("a missing file is told, with the nearest that is there", async () => {
    expect(await run(["criteria", "min.yaml"], { files })).toMatchObject({
      status: 1,
      err: "There is no file “min.yaml”.\n  Did you mean mine.yaml?\n",
    });
  });
});

describe("--schema", () => {
  it.each(["decision", "criteria", "result"])("prints the JSON Schema of a %s", async (name) => {
    const { status, out, err } = await run(["criteria", "--schema", name]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(parsed(out)).toMatchObject({ $schema: expect.stringContaining("json-schema.org") });
    expect((await run(["criteria", "--schema", name, "--json"])).out).toBe(out);
  });
});
