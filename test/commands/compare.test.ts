import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/render/result-schema.ts";
import { parsed, run } from "./run.ts";

const pack = `id: two-questions
title: Two questions
criteria:
  - {id: fit, label: Fit, question: Does it fit?, importance: 3, minimum: 2}
  - {id: time, label: Time, question: Is it time?, importance: 1}
`;
const partners = `decision: Partners
criteria: ./two-questions.yaml
candidates:
  - {name: Zoo, answers: {fit: 5, time: 3}}
  - {name: Aquarium, answers: {fit: 4, time: 4}}
  - {name: Casino, answers: {fit: 1, time: 5}}
`;
const files = { "two-questions.yaml": pack, "partners.yaml": partners };

const compare = (...args: readonly string[]) => run(["compare", ...args], { files });

describe("compare", () => {
  it("sets two side by side in the order named, ranked or not", async () => {
    const { status, out, err } = await compare("partners.yaml", "zoo", "cas");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Zoo and Casino\nPartners\nZoo is 62\.5 points ahead of Casino\./);
    expect(out).toMatch(/^Question {2}Zoo +Casino +Difference$/m);
    expect((await compare("partners.yaml", "cas", "zoo")).out).toMatch(/^Question {2}Casino +Zoo +Difference$/m);
  });

  it("as JSON is the document of the whole evaluation, and the comparison", async () => {
    const whole = parsed((await run(["evaluate", "partners.yaml", "--json"], { files })).out);
    const { status, out, err } = await compare("partners.yaml", "Zoo", "Aquarium", "--json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const { comparison, ...rest } = v.parse(resultSchema, JSON.parse(out));
    expect(rest).toEqual(whole);
    expect(comparison).toEqual({
      a: "zoo",
      b: "aquarium",
      margin: 12.5,
      priority: 0,
      questions: [
        { criterion: "fit", points: 18.75 },
        { criterion: "time", points: -6.25 },
      ],
      shares: { any: { a: 0.5, b: 0.5 }, ranked: { a: 1, b: 0 } },
      shift: { weight: 0.25, moves: [{ from: "fit", to: "time", weight: 0.25 }] },
    });
  });

  it("of a candidate with itself is wrong usage, however it is named", async () => {
    expect(await compare("partners.yaml", "Zoo", "z")).toMatchObject({
      status: 2,
      out: "",
      err: "Both names stand for “Zoo”.\n  Name two candidates, each by its name or the beginning of it.\n",
    });
    const { err } = await compare("partners.yaml", "Zoo", "Zoo", "--json");
    expect(parsed(err)).toMatchObject({ errors: [{ code: "same-candidate-twice" }] });
  });

  it("needs two candidates that there are", async () => {
    expect(await compare("partners.yaml", "Zoo")).toMatchObject({ status: 2, out: "" });
    expect(await compare("partners.yaml", "Zoo", "Aquarum")).toMatchObject({
      status: 2,
      out: "",
      err: "There is no candidate “Aquarum”.\n  Did you mean Aquarium?\n",
    });
  });

  it("writes Markdown for minutes, and a file", async () => {
    const { out, files: left } = await compare("partners.yaml", "Zoo", "Aq", "--format", "markdown", "-o", "both.md");
    expect(out).toBe("");
    expect(left.get("both.md")).toMatch(/^# Zoo and Aquarium\n\nPartners\n/);
    expect(left.get("both.md")).toContain("| Question | Zoo  | Aquarium | Difference |\n");
  });
});
