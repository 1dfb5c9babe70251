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
const committeeOf = (path: string) => /^(.*)\/rater-\d+\.yaml$/.exec(path)?.[1];
const readme = readFileSync(join(root, "examples/README.md"), "utf8");

/** What is evaluated at once: one file, or those of a committee. */
const decisions = examples
  .filter((path) => !isPack(path))
  .map((path) => ({ name: committeeOf(path) ?? path, path }))
  .filter(({ name }, place, all) => all.findIndex((each) => each.name === name) === place)
  .map(({ name, path }) => ({
    name,
    paths: examples.filter((each) => each === path || committeeOf(each) === name).map((each) => `examples/${each}`),
  }));
/** HTML is for a report. */
const cases = decisions.flatMap(({ name, paths }) =>
  formats
    .filter((format) => format.name !== "html")
    .map((format) => ({ name, paths, format: format.name, extension: format.extension })),
);

describe("the golden files", () => {
  beforeAll(() => {
    if (renewed) rmSync(golden, { recursive: true, force: true });
    mkdirSync(golden, { recursive: true });
  });

  it.each(cases)("$name as $format, at 80 columns", async ({ name, paths, format, extension }) => {
    const args = ["evaluate", ...paths, "--format", format, "--quiet"];
    const { status, out, err } = await runInClone(args, { width: 80 });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const file = join(golden, goldenName(name, extension));
    if (renewed) writeFileSync(file, out);
    expect(out).toBe(readFileSync(file, "utf8"));
  });

  it("are those of the examples and no others", () => {
    const expected = cases.map(({ name, extension }) => goldenName(name, extension));
    expect(readdirSync(golden).sort()).toEqual(expected.sort());
  });

  it.each(decisions)("the JSON of $name is as the shipped schema says", ({ name }) => {
    const document: unknown = JSON.parse(readFileSync(join(golden, goldenName(name, "json")), "utf8"));
    expect(v.safeParse(resultSchema, document).issues).toBeUndefined();
  });
});

/** Few runs, so that nobody waits; as the numbers are drawn from a seed, they are the same everywhere. */
const analyzed = ["--runs", "1000"];
const analyses = join(root, "test/golden/analysis");
const analysisCases = decisions.flatMap(({ name, paths }) =>
  formats
    .filter(({ name: format }) => ["table", "markdown", "json"].includes(format))
    .map((format) => ({ name, paths, format: format.name, extension: format.extension })),
);

describe("the golden files of their analysis", () => {
  beforeAll(() => {
    if (renewed) rmSync(analyses, { recursive: true, force: true });
    mkdirSync(analyses, { recursive: true });
  });

  it.each(analysisCases)("$name as $format, at 80 columns", async ({ name, paths, format, extension }) => {
    const args = ["analyze", ...paths, "--format", format, "--quiet", ...analyzed];
    const { status, out, err } = await runInClone(args, { width: 80 });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    // The rest of the document is that of `evaluate`, which has a golden file of its own.
    const shown = format === "json" ? `${JSON.stringify(JSON.parse(out).analysis, null, 1)}\n` : out;
    const file = join(analyses, goldenName(name, extension));
    if (renewed) writeFileSync(file, shown);
    expect(shown).toBe(readFileSync(file, "utf8"));
  });

  it("are those of the examples and no others", () => {
    const expected = analysisCases.map(({ name, extension }) => goldenName(name, extension));
    expect(readdirSync(analyses).sort()).toEqual(expected.sort());
  });
});

describe("the examples", () => {
  it.each(examples)("%s is valid, without a warning", async (path) => {
    const { status, out, err } = await runInClone(["validate", `examples/${path}`]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`examples/${path}`);
  });

  it.each(decisions)("$name has a line in examples/README.md that runs it", ({ paths }) => {
    const line = readme.split("\n").find((text) => text.includes(`](${paths[0].slice("examples/".length)})`));
    expect(line).toContain(`\`bin/partner-score.js evaluate ${paths.join(" ")}\``);
  });

  it("are all that examples/README.md links to", () => {
    const linked = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(linked.sort()).toEqual([...examples].sort());
  });
});

describe("the committee", () => {
  const paths = decisions.find(({ name }) => name === "committee")?.paths ?? [];

  it("shows a dispute of three steps with its notes, an abstention, a knock-out answer and a candidate left out", async () => {
    const { out } = await runInClone(["evaluate", ...paths, "--json"]);
    const { decision, disagreements, abstentions, warnings, knockedOut } = v.parse(resultSchema, JSON.parse(out));
    expect(decision.raters).toEqual(["Branch manager", "Teen librarian", "Trustee"]);
    const [widest] = disagreements;
    expect(widest.steps).toBe(3);
    expect(widest.answers.filter(({ note }) => note !== undefined).length).toBeGreaterThan(1);
    // All ten questions about the one who is left out, and one more.
    expect(abstentions).toEqual([{ rater: "Trustee", count: 11 }]);
    expect(warnings.map(({ code }) => code)).toEqual(["rater-beyond-minimum"]);
    expect(knockedOut).toEqual([]);
  });

  it("says on standard error too who is beyond a minimum", async () => {
    const { status, err } = await runInClone(["evaluate", ...paths]);
    expect(status).toBe(0);
    expect(err).toMatch(
      /^examples\/committee\/rater-2\.yaml:\d+:\d+: warning: Linden High School, Culture: Teen librarian answered 1, and the minimum is 2\.\n$/,
    );
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
function goldenName(name: string, extension: string): string {
  return `${name.replaceAll("/", "-")}.${extension}`;
}
