import { join } from "node:path";
import { expect, it } from "vitest";
import { examples, run } from "./program.ts";

const tour = join(examples, "family-learning.yaml");

it.each([
  ["an unknown command", ["evalute", tour], "evaluate"],
  ["an unknown option", ["evaluate", tour, "--fromat", "csv"], "--format"],
  ["an unknown format", ["evaluate", tour, "--format", "jsn"], "json"],
  ["a number that is none", ["evaluate", tour, "--top", "many"], "--top"],
  ["no file", ["evaluate"], "file"],
  ["an option without its value", ["evaluate", tour, "-o"], "output"],
])("%s is wrong usage, and the right one is named", async (_what, parameters, named) => {
  const { status, out, err } = await run(parameters);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain(named);
});

it.each([["--help"], ["evaluate", "--help"], ["validate", "--help"], ["criteria", "--help"], ["--version"]])(
  "%s %s is an answer, on standard output",
  async (...parameters) => {
    const { status, out, err } = await run(parameters);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).not.toBe("");
  },
);

it("criteria lists the packs, shows one and prints the schemas", async () => {
  expect((await run(["criteria"])).out).toContain("partnering-with-purpose");
  expect((await run(["criteria", "partnering-with-purpose"])).out).toContain("What is the partner's mission");
  for (const schema of ["decision", "criteria", "result"]) {
    expect(JSON.parse((await run(["criteria", "--schema", schema])).out)).toHaveProperty("$schema");
  }
});

it("validate says one line of each good file", async () => {
  const files = [tour, join(examples, "minimal.yaml")];
  const { status, out, err } = await run(["validate", ...files]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out.trimEnd().split("\n")).toHaveLength(files.length);
});
