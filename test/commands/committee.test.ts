import { describe, expect, it } from "vitest";
import { parsed, run } from "./run.ts";

const files = {
  "ann.yaml":
    "rater: Ann\nimportance: {mission: 9}\nreadiness: {library-wide: yes}\ncandidates:\n  - {name: City Zoo, answers: {mission: 5}}\n",
  "ben.yaml":
    "rater: Ben\nimportance: {mission: 8}\nreadiness: {library-wide: no}\ncandidates:\n  - {name: City Zoo, answers: {mission: 4}}\n",
  "cay.yaml":
    "rater: Cay\nimportance: {mission: 9}\nreadiness: {library-wide: no}\ncandidates:\n  - {name: City Zoo, answers: {mission: 4}}\n",
  "rows.csv": "name,rater,mission\nCity Zoo,Ann,4\nCity Zoos,Ben,3\n",
};

describe("raters whose files do not fit together", () => {
  it("are shown the line in both files, and how to mend it", async () => {
    const { status, out, err } = await run(["evaluate", "ann.yaml", "ben.yaml", "--quiet"], { files });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatchInlineSnapshot(`
      "ben.yaml:2:23: The importance of Mission is not the same: 8 here, 9 in ann.yaml:2:23.
        2 | importance: {mission: 8}
          |                       ^
        ann.yaml:2:23:
        2 | importance: {mission: 9}
          |                       ^
        Raters of one decision share the criteria pack, the reasons and the importance: copy “importance” from one file into the other.

      ben.yaml:3:27: warning: The answer “no” to “Partnering is a library-wide strategy.” does not count: “yes” counts, in ann.yaml:3:27.
        3 | readiness: {library-wide: no}
          |                           ^^
        ann.yaml:3:27:
        3 | readiness: {library-wide: yes}
          |                           ^^^
        Readiness is about us, not about a candidate: agree on one answer, and write it in the first file.
      "
    `);
  });

  it("are shown two lines of one table", async () => {
    const { err } = await run(["evaluate", "rows.csv"], { files });
    expect(err).toMatchInlineSnapshot(`
      "rows.csv:3:1: “City Zoos” differs by one letter from “City Zoo” in line 2.
        3 | City Zoos,Ben,3
          | ^^^^^^^^^
        2 | City Zoo,Ann,4
          | ^^^^^^^^
        If they are one candidate, write “City Zoo” in both or give both the same id; if two, give each an id.
      "
    `);
  });

  it("have both places in JSON", async () => {
    const { err } = await run(["evaluate", "ann.yaml", "ben.yaml", "--json"], { files });
    expect(parsed(err)).toMatchObject({
      errors: [{ code: "raters-differ", path: "ben.yaml", line: 2, also: { path: "ann.yaml", line: 2, column: 23 } }],
      warnings: [
        { code: "readiness-differs", path: "ben.yaml", line: 3, also: { path: "ann.yaml", line: 3, column: 27 } },
      ],
    });
  });
});

describe("raters who answer a readiness statement otherwise", () => {
  it("are told in a line which answer counts, and get a ranking", async () => {
    const { status, err } = await run(["evaluate", "ann.yaml", "cay.yaml"], { files });
    expect(status).toBe(0);
    expect(err).toBe(
      "cay.yaml:3:27: warning: The answer “no” to “Partnering is a library-wide strategy.” does not count: “yes” counts, in ann.yaml:3:27.\n",
    );
  });

  it("find that warning in JSON", async () => {
    const { out } = await run(["evaluate", "ann.yaml", "cay.yaml", "--json"], { files });
    expect(parsed(out)).toMatchObject({
      decision: { readiness: { "library-wide": "yes" } },
      warnings: [{ code: "readiness-differs" }],
    });
  });
});
