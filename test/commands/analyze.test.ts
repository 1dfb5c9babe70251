import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ANALYSES, kebabCase } from "../../src/analysis/analysis-names.ts";
import { runProgram } from "../../src/commands/program.ts";
import { type ResultDocument, resultSchema } from "../../src/render/result-schema.ts";
import { memoryMachine } from "../memory-machine.ts";
import { parsed, run } from "./run.ts";

const PACK = `id: two
title: Two questions
coverageFloor: 0.5
criteria:
  - {id: fit, label: Fit, question: Do we fit?, importance: 3}
  - {id: time, label: Time, question: Is it time?, importance: 2}
`;
const FILES = {
  "two.yaml": PACK,
  "partners.yaml": `criteria: two.yaml
decision: Partners
candidates:
  - {name: Zoo, answers: {fit: 5, time: 2}}
  - {name: Park, answers: {fit: 4, time: 4}}
  - {name: Farm, answers: {fit: 2, time: unknown}}
`,
  "one.yaml": "criteria: two.yaml\ncandidates: [{name: Zoo, answers: {fit: 5, time: 4}}]\n",
  "none.yaml": "criteria: two.yaml\ncandidates: [{name: Zoo}, {name: Park}]\n",
  "ann.yaml":
    "criteria: two.yaml\nrater: Ann\ncandidates: [{id: zoo, name: Zoo, answers: {fit: 5, time: 5}}, {id: park, name: Park, answers: {fit: 2, time: 4}}]\n",
  "bo.yaml":
    "criteria: two.yaml\nrater: Bo\ncandidates: [{id: zoo, name: Zoo, answers: {fit: 2, time: 3}}, {id: park, name: Park, answers: {fit: 4, time: 4}}]\n",
  "bad.yaml": "criteria: two.yaml\ncandidates: [{name: Zoo, answers: {fit: 7}}]\n",
};

async function analyzed(...args: readonly string[]) {
  return run(["analyze", ...args], { files: FILES, screen: { width: 80 } });
}

async function documentOf(...args: readonly string[]): Promise<ResultDocument> {
  const { status, out, err } = await analyzed(...args, "--json", "--runs", "200");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return v.parse(resultSchema, JSON.parse(out));
}

describe("analyze", () => {
  it("shows a section for each analysis on standard output, and nothing else there", async () => {
    const { status, out, err } = await analyzed("partners.yaml", "--runs", "200");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Partners\n/);
    for (const heading of ["How far each weight can move", "What the lead rests upon"]) {
      expect(out).toContain(`\n\n${heading}\n`);
    }
  });

  it("writes the document of evaluate and the analysis beside it, for programs", async () => {
    const document = await documentOf("partners.yaml");
    const evaluated = parsed((await run(["evaluate", "partners.yaml", "--json"], { files: FILES })).out);
    const { analysis, ...rest } = document;
    expect(rest).toEqual(evaluated);
    expect(Object.keys(analysis ?? {})).toEqual(ANALYSES.filter((name) => name !== "agreement"));
  });

  it("writes Markdown for minutes, into a file if that is wanted", async () => {
    const { status, out, files } = await analyzed("partners.yaml", "--format", "markdown", "-o", "minutes.md");
    expect({ status, out }).toEqual({ status: 0, out: "" });
    expect(files.get("minutes.md")).toContain("\n## How far each weight can move\n");
    expect(files.get("minutes.md")).not.toContain("▇");
  });

  it("analyzes a committee, and says how far it agrees", async () => {
    const { analysis } = await documentOf("ann.yaml", "bo.yaml");
    expect(analysis?.agreement?.raters.map(({ rater }) => rater)).toEqual(["Ann", "Bo"]);
  });

  it("gives the same bytes for the same input and seed, and other numbers for another seed", async () => {
    const [one, same, other] = await Promise.all(
      ["4", "4", "5"].map((seed) =>
        analyzed(
          "partners.yaml",
          "--json",
          "--only",
          "acceptability",
          "--weights",
          "any",
          "--seed",
          seed,
          "--runs",
          "999",
        ),
      ),
    );
    expect(one.out).toBe(same.out);
    expect(one.out).not.toBe(other.out);
  });
});

describe("what is analyzed", () => {
  it.each(ANALYSES.filter((name) => name !== "agreement"))("can be only %s", async (name) => {
    const { analysis } = await documentOf("partners.yaml", "--only", kebabCase(name));
    expect(Object.keys(analysis ?? {})).toEqual([name]);
  });

  it("can be several by name, in any order and with spaces between", async () => {
    const { analysis } = await documentOf("partners.yaml", "--only", "pairwise, rank-intervals,pairwise");
    expect(Object.keys(analysis ?? {})).toEqual(["rankIntervals", "pairwise"]);
  });

  it.each([
    ["stabilty", "stabilty", "Did you mean stability?"],
    ["flips,rankintervals", "rankintervals", "Did you mean rank-intervals?"],
    ["flips,", "", "It is one or more of stability, flips, settled,"],
    ["everything", "everything", "It is one or more of stability, flips, settled,"],
  ])("--only %s names the word that is none", async (names, word, hint) => {
    const { status, out, err } = await analyzed("partners.yaml", "--only", names);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(`--only cannot be “${word}”.`);
    expect(err).toContain(hint);
  });
});

describe("how it is simulated", () => {
  const simulated = async (...args: readonly string[]) =>
    (await documentOf("partners.yaml", "--only", "acceptability,pairwise", ...args)).analysis;

  it("follows the options", async () => {
    const found = await simulated("--spread", "0.25", "--seed", "12");
    expect(found?.acceptability).toMatchObject({ model: "around", spread: 0.25, runs: 200, seed: 12 });
  });

  it("looks at pairs under the same weightings", async () => {
    const [any, ranked] = [await simulated("--weights", "any"), await simulated("--weights", "ranked")];
    expect(any?.acceptability?.model).toBe("any");
    expect(ranked?.acceptability?.model).toBe("ranked");
    expect(any?.pairwise?.[0].share).toBeCloseTo(2 / 3, 12);
    expect(ranked?.pairwise?.[0].share).toBeCloseTo(1 / 3, 12);
    const { out } = await analyzed("partners.yaml", "--weights", "ranked", "--only", "pairwise");
    expect(out.replace(/\s+/g, " ")).toContain("weightings that keep the questions in their order of importance");
  });

  it("goes on until every whole per cent is certain, and not beyond a bound", async () => {
    const certain = parsed((await analyzed("one.yaml", "--json", "--until-certain")).out) as unknown as ResultDocument;
    expect(certain.analysis?.acceptability?.candidates).toEqual([]);
    const bounded = await simulated("--until-certain");
    expect(bounded?.acceptability).toMatchObject({ runs: 200, certain: false });
  });

  it.each([
    ["--weights", "arround", "Did you mean around?"],
    ["--spread", "0", "It is a number above 0, and 1 at most, such as 0.5."],
    ["--spread", "1.5", "It is a number above 0, and 1 at most, such as 0.5."],
    ["--spread", "half", "It is a number above 0, and 1 at most, such as 0.5."],
    ["--runs", "0", "It is a whole number from 1 to 999999999."],
    ["--runs", "1e5", "It is a whole number from 1 to 999999999."],
    ["--runs", "1000000000", "It is a whole number from 1 to 999999999."],
    ["--seed", "-1", "It is a whole number from 0 to 9007199254740991."],
    ["--seed", "9007199254740992", "It is a whole number from 0 to 9007199254740991."],
    ["--top", "0", "It is a whole number from 1 to 999999999."],
    ["--format", "csv", "It is table, json or markdown."],
  ])("%s %s is wrong usage, and what it may be is said", async (option, value, hint) => {
    const { status, out, err } = await analyzed("partners.yaml", `${option}=${value}`);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toBe(`${option} cannot be “${value}”.\n  ${hint}\n`);
  });

  it.each([
    ["--seed", "0"],
    ["--seed", "9007199254740991"],
    ["--spread", "1"],
    ["--spread", ".01"],
    ["--runs", "1"],
  ])("%s %s is still in range", async (option, value) => {
    expect((await analyzed("partners.yaml", "--only", "acceptability", "--runs", "9", option, value)).status).toBe(0);
  });
});

describe("where there is little to analyze", () => {
  it.each(["one.yaml", "none.yaml"])("%s gets a sentence why, status 0, and empty lists", async (path) => {
    const { status, out, err } = await analyzed(path);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("There is nothing to compare: that takes two candidates who are ranked.");
    const { analysis } = await documentOf(path);
    const { settled, acceptability, ...lists } = analysis ?? {};
    expect(lists).toEqual({
      ...{ stability: [], flips: [], rankIntervals: [], dominance: [], canWin: [], pairwise: [], restsUpon: [] },
    });
    expect(acceptability?.candidates).toEqual([]);
    expect(settled?.mayLead.length).toBeGreaterThan(0);
  });

  it("a broken file is told as by evaluate", async () => {
    const { status, out, err } = await analyzed("bad.yaml");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("7 is not on the scale of Fit: answers go from 1 to 5.");
    const document = parsed((await analyzed("bad.yaml", "--json")).err);
    expect(document).toMatchObject({ schemaVersion: 1, errors: [{ code: "off-scale" }] });
  });

  it("--json and another format contradict each other", async () => {
    expect(await analyzed("partners.yaml", "--json", "--format", "markdown")).toMatchObject({ status: 2, out: "" });
  });
});

describe("where there is much to analyze", () => {
  const names = Array.from({ length: 201 }, (_, place) => `P${place}`);
  const rows = names.map((name, place) => `${name},${1 + (place % 5)},${1 + ((3 * place) % 5)}`);
  const files = { "two.yaml": PACK, "many.csv": `name,fit,time\n${rows.join("\n")}\n` };
  const many = async (...args: readonly string[]) =>
    run(["analyze", "many.csv", "--criteria", "./two.yaml", ...args], { files });

  it("what grows with pairs is left out, and the page says how to have it", async () => {
    const { status, out } = await many();
    expect(status).toBe(0);
    expect(out).toContain("Left out, as it takes long for 201 candidates. To have it, add --only can-win.");
    expect(out).toContain("To have it, add --only acceptability.");
    expect(out).toContain("Which ranks are still possible");
  });

  it("a program learns of it from a warning", async () => {
    const { analysis, warnings } = v.parse(resultSchema, JSON.parse((await many("--json")).out));
    expect(Object.keys(analysis ?? {})).toEqual(["stability", "flips", "settled", "rankIntervals", "restsUpon"]);
    expect(warnings.map(({ code }) => code)).toEqual(Array(4).fill("analysis-left-out"));
    expect(warnings[0].message).toBe(
      "dominance is left out, as it takes long for 201 candidates. To have it, add --only dominance.",
    );
  });

  it("what is asked for by name is made", async () => {
    const { analysis, warnings } = v.parse(resultSchema, JSON.parse((await many("--json", "--only", "pairwise")).out));
    expect(analysis?.pairwise).toHaveLength((201 * 200) / 2);
    expect(warnings).toEqual([]);
  });
});

describe("a long analysis", () => {
  async function watched(...args: readonly string[]) {
    const machine = memoryMachine({ files: FILES });
    const told: string[] = [];
    let breaths = 0;
    const status = await runProgram(["analyze", "partners.yaml", ...args], {
      ...machine,
      progress: (line) => void told.push(line),
      breathe: async () => void breaths++,
    });
    return { status, told, breaths };
  }

  it("says how far it is, and nothing in the end", async () => {
    const { told } = await watched("--only", "can-win,flips");
    expect(told.slice(2, -1)).toEqual([
      "Analyzing flips, 0% done …",
      "Analyzing can-win, 0% done …",
      "Analyzing can-win, 33% done …",
      "Analyzing can-win, 67% done …",
    ]);
    expect(told.at(-1)).toBe("");
  });

  it("lets others have their turn between any two steps, so that Ctrl-C is heard", async () => {
    const { told, breaths } = await watched("--only", "acceptability");
    const steps = told.filter((line) => line.startsWith("Analyzing acceptability")).length;
    expect(steps).toBeGreaterThan(3);
    expect(breaths).toBe(steps);
  });

  it("is quiet under --quiet", async () => {
    expect((await watched("--only", "flips", "--quiet")).told.join("")).toBe("");
  });
});

it("refuses to simulate more candidates than it can count the ranks of, in a sentence", async () => {
  const rows = Array.from({ length: 2001 }, (_, at) => `Candidate ${at},5,${1 + (at % 5)}`);
  const files = { ...FILES, "many.csv": ["name,fit,time", ...rows, ""].join("\n") };
  const many = ["analyze", "many.csv", "--criteria", "two.yaml", "--only", "acceptability"];
  const { status, out, err } = await run(many, { files });
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("for 2000 ranked ones at most; here are 2001.");
});
