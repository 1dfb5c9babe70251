import { describe, expect, it } from "vitest";
import { BACK, QUIT, Script, SKIP, STOP, scored } from "../interview/scripted.ts";
import { run } from "./run.ts";

const PACK = `id: two
title: Two questions
criteria:
  - {id: fit, label: Fit, question: Do we fit?}
  - {id: time, label: Time, question: Is it the time?}
`;
const FILE = `criteria: ./two.yaml
candidates:
  - name: Zoo
    answers: {fit: 4}
  - name: Café
`;
const FILES = { "partners.yaml": FILE, "two.yaml": PACK };

describe("interview", () => {
  it("asks in the order that is chosen, saves, ranks, and says what to run next", async () => {
    const ask = new Script([scored(3), scored(5), scored(5)], ["partner"]);
    const { status, out, files } = await run(["interview", "partners.yaml"], { files: FILES, ask });
    expect(status).toBe(0);
    expect(files.get("partners.yaml")).toContain("answers: {fit: 4, time: 3}");
    expect(out).toContain("Café leads by 37.5 points.");
    expect(ask.shown.slice(-2)).toEqual([
      "Everything is saved in partners.yaml.",
      "To see the ranking again: partner-score evaluate partners.yaml",
    ]);
  });

  it("says how to go on where the person leaves, and 130 where Ctrl-C stops it", async () => {
    const quitter = new Script([QUIT]);
    const left = await run(["interview", "partners.yaml", "--order", "question"], { files: FILES, ask: quitter });
    expect(left).toMatchObject({ status: 0, out: "" });
    expect(quitter.shown.at(-1)).toContain("To go on: partner-score interview partners.yaml");
    const stopper = new Script([STOP]);
    const stopped = await run(["interview", "partners.yaml", "--order", "partner"], { files: FILES, ask: stopper });
    expect(stopped).toMatchObject({ status: 130, out: "" });
    expect(stopper.shown.at(-1)).toBe(quitter.shown.at(-1));
  });

  it("narrows to a candidate by the beginning of its name, and to a question", async () => {
    const ask = new Script([SKIP]);
    const args = ["interview", "partners.yaml", "--order", "partner", "--candidate", "caf", "--question", "time"];
    await run(args, { files: FILES, ask });
    expect(ask.shown).toContain("Café, Time?");
    expect(ask.views).toHaveLength(1);
  });

  it("asks answered questions again with --all", async () => {
    const ask = new Script([SKIP, BACK, SKIP, SKIP, SKIP, SKIP]);
    await run(["interview", "partners.yaml", "--order", "partner", "--all"], { files: FILES, ask });
    expect(ask.views.map(({ candidate, label }) => `${candidate} ${label}`)).toEqual([
      "Zoo Fit",
      "Zoo Time",
      "Zoo Fit",
      "Zoo Time",
      "Café Fit",
      "Café Time",
    ]);
  });

  it.each([
    [
      ["interview", "partners.yaml", "--order", "partner", "--candidate", "Zo0"],
      "There is no candidate “Zo0”.",
      "Did you mean Zoo?",
    ],
    [
      ["interview", "partners.yaml", "--order", "partner", "--question", "tim3"],
      "There is no question “tim3”.",
      "Did you mean time?",
    ],
    [["interview", "partners.yaml", "--order", "shortst"], "--order cannot be “shortst”.", "Did you mean shortest?"],
  ])("%j is wrong usage", async (args, message, hint) => {
    const { status, err } = await run(args, { files: FILES, ask: new Script([]) });
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });

  it("refuses where there is no terminal, and names the way around", async () => {
    for (const ask of [undefined, new Script([])]) {
      const args = ["interview", "partners.yaml", ...(ask === undefined ? [] : ["--no-input"])];
      const { status, err } = await run(args, { files: FILES, ...(ask !== undefined && { ask }) });
      expect(status).toBe(2);
      expect(err).toContain("there is no terminal");
      expect(err).toContain("partner-score init");
    }
  });

  it("shows what is wrong with a file as validate does, and asks nothing", async () => {
    const files = { ...FILES, "partners.yaml": FILE.replace("fit: 4", "fit: 9") };
    const { status, err } = await run(["interview", "partners.yaml"], { files, ask: new Script([]) });
    expect(status).toBe(1);
    expect(err).toBe((await run(["validate", "partners.yaml"], { files })).err);
  });

  it("does not write into a CSV, and says why", async () => {
    const files = { "partners.csv": "name,mission\nZoo,4\n" };
    const { status, err } = await run(["interview", "partners.csv"], { files, ask: new Script([]) });
    expect(status).toBe(1);
    expect(err).toContain("partners.csv");
  });

  it("finds the only decision of the folder", async () => {
    const ask = new Script([QUIT], []);
    await run(["interview", "--order", "partner"], { files: FILES, ask });
    expect(ask.shown[0]).toBe("Zoo, Time?");
  });

  it("asks for a name where there are several, and offers to begin where there is none", async () => {
    const several = { ...FILES, "more.yaml": FILE };
    const chosen = await run(["interview"], { files: several, ask: new Script([]) });
    expect(chosen).toMatchObject({ status: 2 });
    expect(chosen.err).toContain("partners.yaml and more.yaml");
    const none = await run(["interview"], { files: {}, ask: new Script([], ["no"]) });
    expect(none).toMatchObject({ status: 0, err: "" });
  });

  it("ends with 1 and names what is lost where nothing could be saved", async () => {
    const ask = new Script([scored(3)], ["leave"]);
    const { status, files } = await run(["interview", "partners.yaml", "--order", "partner"], {
      files: FILES,
      ask,
      full: true,
    });
    expect(status).toBe(1);
    expect(ask.shown).toContain("Not saved yet: Zoo, Time: 3.");
    expect(ask.shown.slice(-4)).toEqual([
      "Not saved, so write it down: Zoo, Time: 3.",
      "",
      "All else is saved in partners.yaml.",
      "To go on: partner-score interview partners.yaml",
    ]);
    expect(files.get("partners.yaml")).toBe(FILE);
  });

  it("never says that everything is saved where the last answer could not be", async () => {
    const ask = new Script([SKIP, SKIP, scored(3)], ["on"]);
    const args = ["interview", "partners.yaml", "--order", "partner"];
    const { status } = await run(args, { files: FILES, ask, full: true });
    expect(status).toBe(1);
    expect(ask.shown.join("\n")).not.toContain("Everything is saved");
    expect(ask.shown.at(-2)).toBe("All else is saved in partners.yaml.");
  });

  it("says how to score before the first question, under a heading, and nothing of it where nothing is open", async () => {
    const pack = `${PACK}scale: {min: 1, max: 5, rules: [A 5 is rare.]}\n`;
    const files = { ...FILES, "two.yaml": pack };
    const args = ["interview", "partners.yaml", "--order", "partner"];
    const ask = new Script([QUIT]);
    await run(args, { files, ask });
    expect(ask.shown.slice(0, 3)).toEqual(["How to score", "A 5 is rare.", "Zoo, Time?"]);

    const answered = FILE.replace("{fit: 4}", "{fit: 4, time: 2}").replace(
      "name: Café",
      "name: Café\n    answers: {fit: 1, time: unknown}",
    );
    const idle = new Script([]);
    const { status, out } = await run(args.slice(0, 2), { files: { ...files, "partners.yaml": answered }, ask: idle });
    expect(status).toBe(0);
    expect(out).toContain("Zoo leads");
    expect(idle.shown.slice(0, 2)).toEqual([
      "Every question has an answer.",
      "To go through them again: partner-score interview partners.yaml --all",
    ]);
  });

  it("asks for no order where there is but one partner, or one question", async () => {
    for (const narrow of [
      ["--candidate", "Zoo"],
      ["--question", "time"],
    ]) {
      const ask = new Script([QUIT]);
      expect((await run(["interview", "partners.yaml", ...narrow], { files: FILES, ask })).status).toBe(0);
      expect(ask.shown[0]).toBe("Zoo, Time?");
    }
  });

  it.each([
    ["our partners.yaml", '"our partners.yaml"'],
    ["it’s $5.yaml", "'it’s $5.yaml'"],
    ["Partnerschaft-für_2027.yaml", "Partnerschaft-für_2027.yaml"],
  ])("quotes the path %s in what to run next, where a shell would take it apart", async (path, quoted) => {
    const ask = new Script([QUIT]);
    await run(["interview", path, "--order", "partner"], { files: { [path]: FILE, "two.yaml": PACK }, ask });
    expect(ask.shown.at(-1)).toContain(`To go on: partner-score interview ${quoted}`);
  });
});

describe("evaluate --interview", () => {
  it("asks what is open first, then ranks in the format that is wanted", async () => {
    const ask = new Script([scored(3), scored(5), QUIT]);
    const { status, out } = await run(["evaluate", "partners.yaml", "--interview", "--json"], { files: FILES, ask });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ranking: [{ name: "Café" }, { name: "Zoo" }] });
  });

  it("ranks nothing where Ctrl-C stops it", async () => {
    const { status, out } = await run(["evaluate", "partners.yaml", "--interview"], {
      files: FILES,
      ask: new Script([STOP]),
    });
    expect({ status, out }).toEqual({ status: 130, out: "" });
  });

  it("fills in one rater’s file at a time", async () => {
    const { status, err } = await run(["evaluate", "a.yaml", "b.yaml", "--interview"], { ask: new Script([]) });
    expect(status).toBe(2);
    expect(err).toContain("partner-score interview FILE");
  });
});
