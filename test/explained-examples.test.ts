import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { resultSchema } from "../src/render/result-schema.ts";
import { root, runInClone } from "./in-clone.ts";

const renewed = process.env.GOLDEN === "write";
const golden = join(root, "test/golden/explained");

/** Of the tour one of every kind, of the other examples who is listed second; and the first two side by side. */
const runs = [
  ["family-learning", "explain", "Harbor Science Museum"],
  ["family-learning", "explain", "Friends of the North Branch"],
  ["family-learning", "explain", "Клуб «Радуга»"],
  ["family-learning", "explain", "SparkleKids Apps"],
  ["family-learning", "compare", "Harbor Science Museum", "Riverbend Community College"],
  ["family-learning", "compare", "Radio Encuentro 91.7", "SparkleKids Apps"],
  ["branch-library", "explain", "2"],
  ["branch-library", "compare", "1", "2"],
  ["minimal", "explain", "2"],
  ["minimal", "compare", "1", "2"],
  ["own-criteria", "explain", "2"],
  ["own-criteria", "compare", "1", "2"],
] as const;
const paths = {
  "family-learning": "examples/family-learning.yaml",
  "branch-library": "examples/branch-library.csv",
  minimal: "examples/minimal.yaml",
  "own-criteria": "examples/own-criteria/decision.yaml",
};
const formats = [
  ["table", "txt"],
  ["json", "json"],
  ["markdown", "md"],
] as const;
const cases = runs.flatMap((run) => formats.map(([format, extension]) => ({ run, format, extension })));

describe("the golden files", () => {
  beforeAll(() => {
    if (renewed) rmSync(golden, { recursive: true, force: true });
    mkdirSync(golden, { recursive: true });
  });

  it.each(cases)("$run as $format, at 80 columns", async ({ run, format, extension }) => {
    const [example, command, ...named] = run;
    const whole = await evaluated(example);
    const listed = [...whole.ranking, ...whole.tooLittleKnown, ...whole.knockedOut].map(({ name }) => name);
    const names = named.map((name) => listed[Number(name) - 1] ?? name);
    const args = [command, paths[example], ...names, "--format", format, "--quiet"];
    const { status, out, err } = await runInClone(args, { width: 80 });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const said = format === "json" ? partOf(out, command, whole) : out;
    const file = join(golden, goldenName(run, extension));
    if (renewed) writeFileSync(file, said);
    expect(said).toBe(readFileSync(file, "utf8"));
  });

  it("are those of these runs and no others", () => {
    const expected = cases.map(({ run, extension }) => goldenName(run, extension));
    expect(readdirSync(golden).sort()).toEqual(expected.sort());
  });
});

describe.each(Object.keys(paths) as readonly (keyof typeof paths)[])("in the example %s", (example) => {
  it("everybody is explained, and compared with everybody else, as the shipped schema says", async () => {
    const { ranking, tooLittleKnown, knockedOut } = await evaluated(example);
    const ids = [...ranking, ...tooLittleKnown, ...knockedOut].map(({ id }) => id);
    const lines = ids.flatMap((id) => [
      ["explain", paths[example], id, "--json"],
      ...ids.filter((other) => other !== id).map((other) => ["compare", paths[example], id, other, "--json"]),
    ]);
    for (const args of lines) {
      const { status, out } = await runInClone(args);
      expect({ args, status }).toEqual({ args, status: 0 });
      expect({ args, issues: v.safeParse(resultSchema, JSON.parse(out)).issues }).toEqual({ args, issues: undefined });
    }
  });
});

async function evaluated(example: keyof typeof paths) {
  const { out } = await runInClone(["evaluate", paths[example], "--json"]);
  return v.parse(resultSchema, JSON.parse(out));
}

/** What the command adds; the rest is what `evaluate` says, whose golden files have it. */
function partOf(text: string, command: "explain" | "compare", whole: object): string {
  const { explanation, comparison, ...rest } = v.parse(resultSchema, JSON.parse(text));
  expect(rest).toEqual(whole);
  return `${JSON.stringify(command === "explain" ? explanation : comparison, null, 2)}\n`;
}

function goldenName([example, command, ...names]: readonly string[], extension: string): string {
  return `${[example, command, ...names]
    .join("-")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/-$/, "")}.${extension}`;
}
