import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { formats } from "../src/render/formats.ts";
import { type ResultDocument, resultSchema } from "../src/render/result-schema.ts";
import { filesBelow, root, runInClone } from "./in-clone.ts";

const renewed = process.env.GOLDEN === "write";
const golden = join(root, "test/golden/examples");

const examples = filesBelow("examples").filter((path) => /\.(?:yaml|json|csv)$/.test(path));
const isPack = (path: string) => /(?:^|\/)criteria\.yaml$/.test(path);
const decisions = examples.filter((path) => !isPack(path));
const readme = readFileSync(join(root, "examples/README.md"), "utf8");
const cases = decisions.flatMap((path) => formats.map(({ name, extension }) => ({ path, name, extension })));

describe("the golden files", () => {
  beforeAll(() => {
    if (renewed) rmSync(golden, { recursive: true, force: true });
    mkdirSync(golden, { recursive: true });
  });

  it.each(cases)("$path as $name, at 80 columns", async ({ path, name, extension }) => {
    const { status, out, err } = await runInClone(["evaluate", `examples/${path}`, "--format", name], { width: 80 });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const file = join(golden, goldenName(path, extension));
    if (renewed) writeFileSync(file, out);
    expect(out).toBe(readFileSync(file, "utf8"));
  });

  it("are those of the examples and no others", () => {
    const expected = cases.map(({ path, extension }) => goldenName(path, extension));
    expect(readdirSync(golden).sort()).toEqual(expected.sort());
  });

  it.each(decisions)("the JSON of %s is as the shipped schema says", (path) => {
    const document: unknown = JSON.parse(readFileSync(join(golden, goldenName(path, "json")), "utf8"));
    expect(v.safeParse(resultSchema, document).issues).toBeUndefined();
  });
});

describe("the examples", () => {
  it.each(examples)("%s is valid, without a warning", async (path) => {
    const { status, out, err } = await runInClone(["validate", `examples/${path}`]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`examples/${path}`);
  });

  it.each(decisions)("%s has a line in examples/README.md that runs it", (path) => {
    const line = readme.split("\n").find((text) => text.includes(`](${path})`));
    expect(line).toContain(`\`bin/partner-score.js evaluate examples/${path}\``);
  });

  it("are all that examples/README.md links to", () => {
    const linked = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(linked.sort()).toEqual([...examples].sort());
  });
});

describe("the tour", () => {
  let ranking: ResultDocument["ranking"];
  let tooLittleKnown: ResultDocument["tooLittleKnown"];
  let knockedOut: ResultDocument["knockedOut"];

  beforeAll(async () => {
    const { out } = await runInClone(["evaluate", "examples/family-learning.yaml", "--json"]);
    ({ ranking, tooLittleKnown, knockedOut } = v.parse(resultSchema, JSON.parse(out)));
  });

  it("shows a tie, a knock-out, one too little known, one provisional and priority points", () => {
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 5]);
    expect(knockedOut).toHaveLength(1);
    expect(tooLittleKnown).toHaveLength(1);
    expect(ranking.filter(({ provisional }) => provisional.length > 0)).toHaveLength(1);
    expect(ranking.filter(({ priority }) => priority > 0)).toHaveLength(2);
  });

  it("shows every level, and that the best score is not the best level", () => {
    const levels = ranking.map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(["marriage", "engagement", "date", "glance"]));
    expect(levels[0]).not.toBe("marriage");
  });

  it("shows notes, evidence, every form of an answer, and one who is already engaged", () => {
    const answers = ranking.flatMap((standing) => Object.values(standing.answers));
    for (const key of ["score", "range", "unknown", "note", "evidence", "basis"]) {
      expect(answers.some((answer) => key in answer)).toBe(true);
    }
    expect(ranking.map(({ held }) => held)).toContain("engagement");
  });
});

/** One flat folder: `own-criteria/decision.yaml` becomes `own-criteria-decision.yaml.txt`. */
function goldenName(path: string, extension: string): string {
  return `${path.replaceAll("/", "-")}.${extension}`;
}
