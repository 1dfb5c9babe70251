import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, run } from "../e2e/program.ts";
import { paste } from "../pseudo-terminal.ts";
import {
  answersIn,
  asks,
  atTerminal,
  confirmed,
  FIT,
  NEAR,
  neighbours,
  OWN_PACK,
  shellAtTerminal,
  TRUST,
} from "./at-terminal.ts";

describe("what is asked", () => {
  it("with --order question is one question about everybody, before the next", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const terminal = atTerminal(["interview", "partners.yaml", "--order", "question"], { folder });
    for (const [question, answer] of [
      [FIT, "5"],
      [NEAR, "6"],
      [TRUST, "4"],
    ]) {
      // Their order is one of chance.
      await terminal.until((window) => window.includes(question) && window.includes("? help"));
      terminal.type(`${answer}\r`);
      await terminal.until((window) => (window.match(new RegExp(`^✔ .+: ${answer}$`, "gm")) ?? []).length === 1);
      terminal.type(`${answer}\r`);
    }
    expect(await terminal.ended).toBe(0);
    const labels = confirmed(terminal).map((line) => line.replace(/^.+, /, ""));
    expect(labels).toEqual(["Fit: 5", "Fit: 5", "Distance: 6", "Distance: 6", "Trust: 4", "Trust: 4"]);
    const both = { fit: 5, near: 6, trust: 4 };
    expect(answersIn(folder)).toEqual({ Zoo: both, "Radio Este": both });
  });

  it("with --order shortest ends when no remaining answer can change the leader, and offers the rest", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const terminal = atTerminal(["interview", "partners.yaml", "--order", "shortest"], { folder });
    await terminal.shows(FIT);
    const isAboutZoo = terminal.window().includes("Zoo");
    const [first, second] = isAboutZoo ? ["Zoo", "Radio Este"] : ["Radio Este", "Zoo"];
    terminal.type("10\r");
    await asks(terminal, second, FIT);
    terminal.type("0\r");
    await terminal.shows(`No remaining answer can change the leader: ${first}.`);
    await terminal.shows("Go on with the rest?");
    terminal.type("\r");
    await asks(terminal, "Zoo", NEAR);
    terminal.type("ssss");
    expect(await terminal.ended).toBe(0);
    expect(terminal.everything()).toContain(`${first} leads by`);
    expect(answersIn(folder)).toEqual({ [first]: { fit: 10 }, [second]: { fit: 0 } });
  });

  it("with --order shortest never says so where an answer that can was left open", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const terminal = atTerminal(["interview", "partners.yaml", "--order", "shortest"], { folder });
    await terminal.shows(FIT);
    terminal.type("ssssss");
    await terminal.shows("All that can change the leader has been asked, and some of it is still open.");
    await terminal.shows("Go on with the rest?");
    terminal.type("\u001b[B\r");
    expect(await terminal.ended).toBe(0);
    expect(terminal.everything()).not.toContain("No remaining answer");
  });

  it("with --candidate and --question is no more than that, in no order to choose", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const one = atTerminal(["interview", "partners.yaml", "--candidate", "radio"], { folder });
    await asks(one, "Radio Este", FIT);
    one.type("1\r2\r3\r");
    expect(await one.ended).toBe(0);
    const other = atTerminal(["interview", "partners.yaml", "--question", "near"], { folder });
    await asks(other, "Zoo", NEAR);
    await other.shows("1/2 answered, 1 left");
    other.type("9\r");
    expect(await other.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { near: 9 }, "Radio Este": { fit: 1, near: 2, trust: 3 } });
  });

  it("with --all is what has an answer too; without it, that there is nothing to ask", async () => {
    const folder = neighbours("Zoo");
    const whole = readFileSync(join(folder, "partners.yaml"), "utf8").replace(
      '- name: "Zoo"',
      '- name: "Zoo"   # met in May\n    answers: {fit: 7,   near: unknown, trust: 2-4}',
    );
    writeFileSync(join(folder, "partners.yaml"), whole);
    const idle = atTerminal(["interview", "partners.yaml"], { folder });
    expect(await idle.ended).toBe(0);
    expect(idle.everything()).toMatch(/^Every question has an answer\.\n/);
    expect(idle.everything()).toContain("1 ranked.");

    const all = atTerminal(["interview", "partners.yaml", "--all"], { folder });
    await asks(all, "Zoo", FIT);
    await all.shows("❯  7");
    all.type("\r");
    await asks(all, "Zoo", NEAR);
    await all.shows("❯ u");
    all.type("5\r");
    await asks(all, "Zoo", TRUST);
    await all.shows("❯ r  2 to 4");
    all.type("\r");
    expect(await all.ended).toBe(0);
    expect(confirmed(all)).toEqual(["Zoo, Distance: 5"]);
    expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toBe(whole.replace("near: unknown", "near: 5"));
  });
});

describe("an answer", () => {
  it("has a note of pasted lines, evidence and a ground beside it, in any script", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(["interview", "partners.yaml", "--question", "trust"], { folder });
    await asks(terminal, "Zoo", TRUST);
    terminal.type("n");
    await terminal.shows("Note on Zoo, Trust");
    terminal.type(paste("First line: 100 %\r\n- zweite Zeile, über 国立\nthird # “no” comment"));
    await terminal.shows("  third # “no” comment");
    terminal.type("\r");
    await terminal.shows("note: First line: 100 % / - zweite Zeile, über 国立 / third # “no” comment");
    terminal.type("e");
    await terminal.shows("Evidence on Zoo, Trust");
    terminal.type("Enquête 2026 — p. 3\r");
    await terminal.shows("evidence: Enquête 2026 — p. 3");
    terminal.type("gg");
    await terminal.shows("ground: read");
    terminal.type("?");
    await terminal.shows("- Whom do you ask first?");
    await terminal.shows("How to score:\n- Score what you have seen.");
    terminal.type("\r4\r");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({
      Zoo: {
        trust: {
          score: 4,
          basis: "read",
          note: "First line: 100 %\n- zweite Zeile, über 国立\nthird # “no” comment",
          evidence: "Enquête 2026 — p. 3",
        },
      },
    });
    expect((await run(["validate", "partners.yaml"], { folder })).status).toBe(0);
  });

  it("is never made of what is pasted into its scale", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(["interview", "partners.yaml", "--question", "fit"], { folder });
    await asks(terminal, "Zoo", FIT);
    terminal.type(paste("4\rquit\rb"));
    await terminal.shows("Pasted text is no answer");
    terminal.type("\u0003");
    expect(await terminal.ended).toBe(130);
    expect(answersIn(folder)).toEqual({ Zoo: {} });
  });

  it("may be any number of a scale that is typed, and no other", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(["interview", "partners.yaml", "--question", "near"], { folder });
    await asks(terminal, "Zoo", NEAR);
    await terminal.shows("#  a number from 0 to 40");
    terminal.type("41\r");
    await terminal.shows("41 is not on the scale: answers go from 0 to 40.");
    terminal.type("\u007f\u007f0,25\r");
    expect(await terminal.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { near: 0.25 } });
  });
});

describe("where the questions and the result go", () => {
  it("a result can be piped while a person answers", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const terminal = shellAtTerminal("partner-score evaluate partners.yaml --interview --json > result.json", {
      folder,
    });
    await asks(terminal, "Zoo", FIT);
    terminal.type("9\r1\r4\r");
    await asks(terminal, "Radio Este", FIT);
    terminal.type("2\r30\r2\r");
    expect(await terminal.ended).toBe(0);
    expect(confirmed(terminal)).toHaveLength(6);
    expect(terminal.everything()).not.toContain("schemaVersion");
    const result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    expect(result.ranking.map(({ name }: { name: string }) => name)).toEqual(["Zoo", "Radio Este"]);
  });

  it.each([
    ["interview", ["interview", "partners.yaml"], "partner-score init"],
    ["evaluate --interview", ["evaluate", "partners.yaml", "--interview"], "Leave --interview out"],
  ])("%s without any terminal is wrong usage, and names the way around", async (name, parameters, advice) => {
    const folder = neighbours("Zoo");
    const { status, out, err } = await run(parameters, { folder, input: "4\n4\n4\n" });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(`${name} asks questions, and there is no terminal to answer them at.`);
    expect(err).toContain(advice);
    expect(answersIn(folder)).toEqual({ Zoo: {} });
  });

  it("an input that is a pipe is no terminal, though the output is one", async () => {
    const folder = neighbours("Zoo");
    const terminal = shellAtTerminal("echo 4 | partner-score interview partners.yaml", { folder });
    expect(await terminal.ended).toBe(2);
    expect(answersIn(folder)).toEqual({ Zoo: {} });
  });

  it("init without any terminal writes a file to fill in", async () => {
    const folder = folderWith({ "own.yaml": OWN_PACK });
    const { status, err } = await run(["init", "new.yaml", "--criteria", "./own.yaml"], { folder });
    expect(status).toBe(0);
    expect(err).toContain("partner-score interview new.yaml");
    expect((await run(["validate", "new.yaml"], { folder })).status).toBe(0);
  });
});
