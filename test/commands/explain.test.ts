import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/render/result-schema.ts";
import { parsed, run } from "./run.ts";

const pack = `id: two-questions
title: Two questions
coverageFloor: 0.6
criteria:
  - {id: fit, label: Fit, question: Does it fit?, importance: 3, minimum: 2}
  - {id: time, label: Time, question: Is it time?, importance: 1}
levels:
  - {id: far, label: Far, conditions: {score: 90, answers: {time: 3}}, advised: {held: near}}
  - {id: near, label: Near, conditions: {}}
`;
const partners = `decision: Partners
criteria: ./two-questions.yaml
candidates:
  - {name: Zoo, answers: {fit: 5, time: {score: 4, basis: guess, note: As far as we know}}}
  - {name: Aquarium, answers: {fit: 4, time: 2}}
  - {name: Casino, answers: {fit: 1, time: 5}}
  - {name: Radio, answers: {time: 5, fit: {range: [1, 5]}}}
`;
const files = { "two-questions.yaml": pack, "partners.yaml": partners };

const explain = (...args: readonly string[]) => run(["explain", ...args], { files });

describe("explain", () => {
  it.each([
    ["who leads", "Zoo", "Rank 1 of 2, with 93.8 points"],
    ["who is behind", "aqua", "Rank 2 of 2, with 62.5 points"],
    ["who is set aside", "Casino", "Set aside: Fit is 1, the minimum is 2;"],
    ["who is too little known", "radio", "Not ranked yet: 25% is known, and candidates are ranked from 60%;"],
  ])("tells %s why it stands there", async (_who, name, expected) => {
    const { status, out } = await explain("partners.yaml", name);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`^${name}.*\nPartners\n${expected}`, "i"));
    for (const heading of [
      "Against the best possible",
      "How sure it is",
      "Level",
      "First place",
      "If the questions weighed differently",
    ]) {
      expect(out).toContain(`\n\n${heading}\n  `);
    }
  });

  it("takes an id, a name or an unambiguous beginning, and refuses the rest with the nearest names", async () => {
    expect((await explain("partners.yaml", "Aquarium")).out).toBe((await explain("partners.yaml", "a")).out);
    expect(await explain("partners.yaml", "Aquarum")).toMatchObject({
      status: 2,
      out: "",
      err: "There is no candidate “Aquarum”.\n  Did you mean Aquarium?\n",
    });
    const twins = { ...files, "partners.yaml": partners.replace("Aquarium", "Zoo North") };
    const { status, out, err } = await run(["explain", "partners.yaml", "zo"], { files: twins });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("“zo” stands for more than one candidate.");
    const json = await explain("partners.yaml", "Nobody", "--json");
    expect({ status: json.status, out: json.out }).toEqual({ status: 2, out: "" });
    expect(parsed(json.err)).toMatchObject({ errors: [{ code: "unknown-candidate" }] });
  });

  it("as JSON is the document of the whole evaluation, and the explanation", async () => {
    const whole = parsed((await run(["evaluate", "partners.yaml", "--json"], { files })).out);
    const { status, out, err } = await explain("partners.yaml", "Zoo", "--json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const { explanation, ...rest } = v.parse(resultSchema, JSON.parse(out));
    expect(rest).toEqual(whole);
    expect(explanation).toMatchObject({
      candidate: "zoo",
      againstBest: [
        { criterion: "time", gained: 18.75, lost: 6.25 },
        { criterion: "fit", gained: 75, lost: 0 },
      ],
      againstRival: { rival: "aquarium", margin: 31.25, priority: 0 },
      guessed: { points: 18.75, share: 0.2 },
      rankInterval: { best: 1, worst: 1, mayBeOut: false },
      fromFirst: { answer: { candidate: "zoo", criterion: "fit", from: 5, to: 3 } },
      canWin: { verdict: "alone" },
    });
  });

  it("says what is odd about the file and about this candidate, not about the others", async () => {
    const odd = { ...files, "partners.yaml": partners.replace("{range: [1, 5]}", "2-4") };
    const warned = (await run(["evaluate", "partners.yaml"], { files: odd })).err;
    expect(warned).toContain("Zoo");
    expect((await run(["explain", "partners.yaml", "Zoo"], { files: odd })).err).toContain(
      "a far is advised only after",
    );
    expect((await run(["explain", "partners.yaml", "Aquarium"], { files: odd })).err).toBe("");
    expect((await run(["explain", "partners.yaml", "Zoo", "--quiet"], { files: odd })).err).toBe("");
    const minutes = await run(["explain", "partners.yaml", "Zoo", "--format", "markdown"], { files: odd });
    expect(minutes).toMatchObject({ status: 0, err: "" });
    expect(minutes.out).toMatch(/^# Zoo\n\nPartners\n/);
    expect(minutes.out).toMatch(/## Warnings\n\n- Zoo: a far is advised only after/);
  });

  it("takes the options of evaluate: the pack, the kind of input, the floor, a file for the result", async () => {
    const input = { "-": "name,mission,position\nZoo,5,4\n" };
    const args = ["explain", "-", "Zoo", "--criteria", "better-together", "--input", "csv", "--coverage-floor", "0.1"];
    const { status, out, files: left } = await run([...args, "-o", "zoo.txt"], { files: input });
    expect({ status, out }).toEqual({ status: 0, out: "" });
    expect(left.get("zoo.txt")).toMatch(/^Zoo\nStandard input\nThe only candidate ranked/);
  });

  it("explains by the mean of several raters in one table", async () => {
    const table =
      "name,rater,mission,position,audience,resources,strategy,leadership,timing,culture\nZoo,Ann,5,4,4,4,4,4,4,4\nZoo,Ben,4,4,4,4,4,4,4,4\n";
    const { status, out } = await run(["explain", "partners.csv", "Zoo"], { files: { "partners.csv": table } });
    expect(status).toBe(0);
    expect(out).toMatch(/^Mission +4\.5 .* {2}Ann 5; Ben 4$/m);
  });

  it("does not hide what is wrong with the file or the command line", async () => {
    expect(await explain("missing.yaml", "Zoo")).toMatchObject({ status: 1, out: "" });
    expect(await explain("partners.yaml")).toMatchObject({ status: 2, out: "" });
    expect(await explain("partners.yaml", "Zoo", "Radio")).toMatchObject({ status: 2, out: "" });
    expect(await explain("partners.yaml", "Zoo", "--format", "csv")).toMatchObject({ status: 2, out: "" });
    expect(await explain("partners.yaml", "Zoo", "--json", "--format", "table")).toMatchObject({ status: 2, out: "" });
    expect(await explain("partners.yaml", "Zoo", "--criteria", "nope")).toMatchObject({ status: 2, out: "" });
  });
});
