import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root, runInClone } from "./in-clone.ts";

const renewed = process.env.GOLDEN === "write";
const golden = join(root, "test/golden/report");

const committee = [1, 2, 3].map((number) => `examples/committee/rater-${number}.yaml`);
const reports = [
  { name: "family-learning", paths: ["examples/family-learning.yaml"] },
  { name: "branch-library", paths: ["examples/branch-library.csv"] },
  { name: "minimal", paths: ["examples/minimal.yaml"] },
  { name: "own-criteria", paths: ["examples/own-criteria/decision.yaml"] },
  { name: "committee", paths: committee },
];
const cases = [
  ...reports.map((report) => ({ ...report, format: "markdown", file: `${report.name}.md` })),
  // One is enough to read: the blocks are the same.
  { ...reports[0], format: "html", file: "family-learning.html" },
];

describe("the golden files of the reports", () => {
  beforeAll(() => {
    if (renewed) rmSync(golden, { recursive: true, force: true });
    mkdirSync(golden, { recursive: true });
  });

  it.each(cases)("$name as $format", async ({ paths, format, file }) => {
    const { status, out, err } = await runInClone(["report", ...paths, "--format", format]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const shown = format === "html" ? aLineEach(out) : out;
    if (renewed) writeFileSync(join(golden, file), shown);
    expect(shown).toBe(readFileSync(join(golden, file), "utf8"));
  });

  it("are those of these reports and no others", () => {
    expect(readdirSync(golden).sort()).toEqual(cases.map(({ file }) => file).sort());
  });
});

/** To be read as a difference: a line for each row, paragraph and item, and not the decision again. */
function aLineEach(page: string): string {
  return page
    .replace(/(?<=<script type="application\/json" id="decision">).*(?=<\/script>)/, "…")
    .replace(/(?<=\S)(?=<(?:h\d|p|ul|li|dl|div|dt|table|thead|tbody|tr|figure|section|pattern)[ >])/g, "\n");
}
