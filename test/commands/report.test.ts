import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../src/commands/program.ts";
import { type Circumstances, memoryMachine } from "../memory-machine.ts";
import { run } from "./run.ts";

const pack = `id: two-questions
title: Two questions
version: 1.2.0
coverageFloor: 0.6
criteria:
  - {id: fit, label: Fit, question: Does it fit?, importance: 3, minimum: 2, probes: [Whom are you here for?]}
  - {id: time, label: Time, question: Is it time?, importance: 1}
`;
const partners = `decision: Partners
purpose: Read together
criteria: ./two-questions.yaml
rater: Ann
candidates:
  - {name: Zoo, answers: {fit: 5}}
  - {name: Aquarium, answers: {fit: 4, time: {score: 4, basis: seen, note: On Mondays}}}
  - {name: Casino, answers: {fit: 1, time: 5}}
  - {name: Radio, contact: the front desk, answers: {time: 5}}
`;
const files = { "two-questions.yaml": pack, "partners.yaml": partners };
const report = (...args: readonly string[]) => ["report", "partners.yaml", ...args];

describe("a good file", () => {
  it("gives a page on standard output and nothing else", async () => {
    const { status, out, err } = await run(report(), { files });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toMatch(/<\/html>\n$/);
    for (const said of ["<h1>Partners</h1>", "Read together", "Ann", "January 31, 2027", "On Mondays", "1.2.0"]) {
      expect(out).toContain(said);
    }
  });

  it("says who is set aside and why, and who is too little known", async () => {
    const { out } = await run(report(), { files });
    expect(out).toContain("Casino (would score 25.0): Fit is 1, the minimum is 2.");
    expect(out).toContain("<strong>Radio:</strong> 25% known");
  });

  it("says what each file was, by its hash", async () => {
    const { out } = await run(report(), { files });
    for (const text of Object.values(files)) {
      expect(out).toContain(createHash("sha256").update(text).digest("hex"));
    }
  });

  it("is the same story in Markdown, without a picture and without a script", async () => {
    const { status, out, err } = await run(report("--format", "markdown"), { files });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^# Partners\n\nRead together\n/);
    expect(out.match(/^## .*$/gm)).toEqual([
      "## In short",
      "## Ranking",
      "## Too little known",
      "## Set aside",
      "## What to find out next",
      "## The first two side by side",
      "## How sure this is",
      "## The candidates",
      "## How this was made",
    ]);
    expect(out).not.toMatch(/<svg|<script|<section/);
  });

  it("goes into a file, and then nowhere else", async () => {
    const { status, out, err, files: left } = await run(report("-o", "report.html"), { files });
    expect({ status, out, err }).toEqual({ status: 0, out: "", err: "" });
    expect(left.get("report.html")).toBe((await run(report(), { files })).out);
  });

  it("gives the same bytes on the same day, and on another only another date", async () => {
    const [first, again, later] = await Promise.all(
      ["2027-01-31", "2027-01-31", "2027-02-01"].map(
        async (today) => (await run(report(), { files, today } satisfies Circumstances)).out,
      ),
    );
    expect(again).toBe(first);
    expect(later).not.toBe(first);
    expect(later.replace("February 1, 2027", "January 31, 2027")).toBe(first);
  });

  it("may be ranked from another share of the weight on", async () => {
    const { out } = await run(report("--coverage-floor", "0.2"), { files });
    expect(out).toContain("3 ranked, 1 set aside.");
  });
});

describe("in a terminal", () => {
  const screen = { isTerminal: true };

  it("a page of HTML is wrong usage, which says where it belongs", async () => {
    const { status, out, err } = await run(report(), { files, screen });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("-o report.html");
  });

  it.each([
    ["-o", "-"],
    ["-o", "report.html"],
    ["--format", "markdown"],
  ])("is fine with %s %s", async (...more) => {
    expect((await run(report(...more), { files, screen })).status).toBe(0);
  });
});

describe("the simulation", () => {
  const shares = async (...args: readonly string[]) => {
    const { status, out } = await run(report("--format", "markdown", ...args), { files });
    expect(status).toBe(0);
    return /### Who takes which rank how often\n\n(.*)/.exec(out)?.[1];
  };

  it("is that of analyze, told the same", async () => {
    const told = ["--weights", "ranked", "--runs", "300", "--seed", "7"];
    const analyzed = await run(
      ["analyze", "partners.yaml", "--only", "acceptability", "--format", "markdown", ...told],
      { files },
    );
    const [of] = /In each of 300 runs .*/.exec(analyzed.out) ?? [];
    expect(of).toContain("order of importance");
    expect(await shares(...told)).toBe(of);
  });

  it("makes 100,000 runs that move each importance by half, where nothing is said", async () => {
    expect(await shares()).toBe(
      await shares("--weights", "around", "--spread", "0.5", "--runs", "100000", "--seed", "1"),
    );
    expect(await shares()).toContain(
      "In each of 100,000 runs the importance of each question moves by up to 50% either way",
    );
  });

  it("can be made again from what the page says of it", async () => {
    const { out } = await run(report("--runs", "300", "--seed", "7"), { files });
    expect(out).toContain("<dt>Simulation</dt><dd>300 runs from seed 7</dd>");
  });

  it("says that it is left out where it takes long, and is made for whoever asks for it", async () => {
    const many = Array.from({ length: 301 }, (_, at) => `Zoo ${at},5,${1 + (at % 5)}\n`).join("");
    const csv = { ...files, "many.csv": `name,fit,time\n${many}` };
    const reported = async (...args: readonly string[]) =>
      (
        await run(["report", "many.csv", "--criteria", "two-questions.yaml", "--format", "markdown", ...args], {
          files: csv,
        })
      ).out;
    expect(await reported()).toContain(
      "Not simulated, as it takes long for 301 candidates. To have it, add --runs 100000.",
    );
    expect(await reported("--runs", "20")).toContain("In each of 20 runs");
  });
});

describe("several raters", () => {
  const rater = (name: string, fit: number) => partners.replace("Ann", name).replace("fit: 5", `fit: ${fit}`);
  const both = { "two-questions.yaml": pack, "ann.yaml": rater("Ann", 5), "bo.yaml": rater("Bo", 2) };

  it("are named, with what they disagree on", async () => {
    const { status, out } = await run(["report", "ann.yaml", "bo.yaml"], { files: both });
    expect(status).toBe(0);
    expect(out).toContain("Ann and Bo");
    expect(out).toContain("Where raters disagree");
    expect(out).toContain("Fit of Zoo: 3 steps apart");
  });
});

describe("where nobody is ranked", () => {
  it("the page says what is missing, and whom to ask", async () => {
    const unknown = partners.replace(/ {2}- \{name: (?:Zoo|Aquarium|Casino).*\n/g, "");
    const { status, out, err } = await run(report(), { files: { ...files, "partners.yaml": unknown } });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("Nobody is ranked yet: too little is known about Radio.");
    expect(out).toContain("Fit of Radio");
    expect(out).toContain("Whom are you here for?");
    expect(out).toContain("the front desk");
    expect(out).not.toContain('id="first-two"');
    expect(out).not.toContain('id="how-sure"');
  });
});

describe("a bad file", () => {
  it("is told as evaluate tells it, and no page is written", async () => {
    const broken = { ...files, "partners.yaml": partners.replace("fit: 5", "fit: 7") };
    const { status, out, err, files: left } = await run(report("-o", "report.html"), { files: broken });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toBe((await run(["evaluate", "partners.yaml"], { files: broken })).err);
    expect(left.has("report.html")).toBe(false);
  });

  it("a full disk is a sentence, and nothing is opened", async () => {
    const machine = memoryMachine({ files, full: true, browser: true });
    expect(await runProgram(report("-o", "report.html", "--open"), machine)).toBe(1);
    expect(machine.stderr).toContain("report.html");
    expect(machine.opened).toEqual([]);
  });
});

describe("--open", () => {
  it("shows the file once it is written", async () => {
    const machine = memoryMachine({ files, browser: true });
    expect(await runProgram(report("-o", "report.html", "--open"), machine)).toBe(0);
    expect(machine.opened).toEqual(["report.html"]);
    expect(machine.files.has("report.html")).toBe(true);
  });

  it("where there is no browser says so, and is no failure", async () => {
    const { status, err } = await run(report("-o", "report.html", "--open"), { files });
    expect(status).toBe(0);
    expect(err).toBe("report.html is written. There is no browser here to open it with.\n");
  });

  it.each([[[]], [["-o", "-"]]])("without a file to open is wrong usage: %j", async (output) => {
    const { status, out, err } = await run(report("--open", ...output), { files });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("-o report.html");
  });
});

it.each(["table", "json", "csv"])("a report as %s is wrong usage", async (format) => {
  const { status, err } = await run(report("--format", format), { files });
  expect(status).toBe(2);
  expect(err).toContain("html");
});
