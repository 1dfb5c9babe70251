import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { comparison } from "../../src/analysis/comparison.ts";
import type { Pack } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { comparisonPage } from "../../src/render/pages/comparison/page.ts";
import { anyDecision } from "../any.ts";
import { HOSTILE_NAMES, screen } from "./show.ts";
import { decisionOn, PACK, PRIORITY_PACK, type Row } from "./tour.ts";
import { comparedPage, TEN, TWO, under } from "./two-pages.ts";

const QUESTIONS = "Question by question";
const BEHIND = "What stands behind the differences";
const WEIGHTS = "If the questions weighed differently";
const ALL_FOUR = Array.from({ length: 10 }, () => 4);

type Given = Row["given"];

function two(one: Given, other: Given, pack: Pack = TWO, importance = {}) {
  const rows = [
    { name: "Zoo", given: one },
    { name: "Park", given: other },
  ];
  return comparedPage(pack, rows, { importance });
}

describe("two candidates side by side", () => {
  it("stand with who is ahead, and where each stands", () => {
    expect(under(two([5, 3], [1, 4]))).toBe(`Zoo is 37.5 points ahead of Park.
  – Zoo is at rank 1 of 2, with 75.0 points. Every question is answered.
  – Park is at rank 2 of 2, with 37.5 points. Every question is answered.
`);
  });

  it.each([
    ["could turn it round", [4, 4], [3, "2-5"], "Zoo is 18.7 points ahead of Park. What is open could change that."],
    ["cannot turn it round", [5, 5], [3, "2-4"], "Zoo is 50.0 points ahead of Park. No open answer can change that."],
    ["could part them", [4, 2], [4, "1-3"], "They are level, with 50.0 points each. What is open could part them."],
    ["is nothing", [4, 2], [2, 4], "They are level, with 50.0 points each."],
  ] satisfies readonly (readonly [string, Given, Given, string])[])(
    "say whether what is open %s",
    (_what, one, other, expected) => {
      expect(under(two(one, other)).split("\n")[0]).toBe(expected);
    },
  );

  it("are too close to call where they are the first two and a step undoes the lead, and only there", () => {
    const rows = [
      { name: "Zoo", given: [4, 4] },
      { name: "Park", given: [4, 3] },
      { name: "Pool", given: [1, 1] },
    ];
    expect(under(comparedPage(TWO, rows))).toMatch(/^Too close to call: Zoo is 12\.5 points ahead of Park/);
    expect(under(comparedPage(TWO, rows, {}, [2, 1]))).toMatch(/^Too close to call: Zoo is 12\.5 points ahead of Park/);
    expect(under(comparedPage(TWO, rows, {}, [1, 3]))).toMatch(/^Zoo is 75\.0 points ahead of Pool\./);
    expect(under(comparedPage(TWO, rows, {}, [2, 3]))).toMatch(/^Park is 62\.5 points ahead of Pool\./);
  });

  it("are told apart by their ids where they have the same name", () => {
    const text = screen(
      comparedPage(TWO, [
        { name: "Zoo", given: [5, 3] },
        { name: "Zoo", given: [1, 4] },
      ]),
    );
    expect(text).toMatch(/^Zoo \(c1\) and Zoo \(c2\)\nZoo \(c1\) is 37\.5 points ahead of Zoo \(c2\)\./);
    expect(text).toMatch(/^Question {2}Zoo \(c1\) {2}Zoo \(c2\) {2}Difference$/m);
    expect(text).not.toMatch(/Zoo(?! \(c)/);
  });

  it("may be not ranked, or alone in the ranking", () => {
    const pack = { ...TEN, coverageFloor: 0.9 };
    const page = comparedPage(
      pack,
      [
        { name: "Zoo", given: ALL_FOUR },
        { name: "Acme", given: [1, ...ALL_FOUR.slice(1)] },
        { name: "Radio", given: [4, 4] },
      ],
      {},
      [1, 2],
    );
    expect(under(page)).toContain("– Zoo is the only candidate ranked, with 75.0 points. Every question is answered.");
    expect(under(page)).toContain("– Acme is set aside: Mission is 1, the minimum is 2; it would have 63.8 points.");
    const little = comparedPage(pack, [
      { name: "Zoo", given: [4] },
      { name: "Radio", given: [4, 4] },
    ]);
    expect(under(little)).toContain("– Radio is not ranked yet: 23% is known, and candidates are ranked from 90%;");
  });
});

describe("question by question", () => {
  it("stand both answers and the difference, the largest first, and all of it adds up", () => {
    const page = comparedPage(PRIORITY_PACK, [
      { name: "Zoo", kind: "museum", given: [5, 4, 4, "3-4", 4, 4, 4, 4, 4, "?"] },
      { name: "Park", given: [4, 4, 5, 4, 4, 4, 4, 4, 4, 5] },
    ]);
    expect(under(page, QUESTIONS)).toBe(
      `  Zoo is ahead on Mission and priority; Park is ahead on Audience, Opportunity and Resources. They are level on Position, Strategy, Leaders, Timing, Culture and Budget. Differences above 0 are in favor of Zoo.

Question     Zoo      Park  Difference
Mission      5        4           +3.7
Audience     4        5           −3.3
Opportunity  unknown  5           −2.5
Resources    3 to 4   4           −1.7
Position     4        4            0.0
Strategy     4        4            0.0
Leaders      4        4            0.0
Timing       4        4            0.0
Culture      4        4            0.0
Budget       4        4            0.0
Priority     3        none        +3.0
Score        78.8     79.6        −0.8
`,
    );
  });

  it("show a question without weight too, and say that it moves no score", () => {
    const page = two([5, 1], [3, 4], TWO, { fit: 1, time: 0 });
    expect(under(page, QUESTIONS)).toMatch(/^Time +1 +4 +0\.0\nScore/m);
    expect(under(page, QUESTIONS)).toContain("  Time has importance 0 and moves no score.\n");
  });

  it("need no explanation where the two are level on everything", () => {
    const page = two([4, 4], [4, 4]);
    expect(under(page, QUESTIONS)).toMatch(/^ {2}They are level on every question that counts\.\n\nQuestion/);
    expect(page.blocks).not.toContainEqual({ kind: "heading", text: BEHIND });
  });
});

describe("behind the differences", () => {
  it("stand the meaning of each answer, its basis, and what was written", () => {
    const ballots = [
      {
        answers: {
          c1: { fit: { kind: "score", score: 4, basis: "seen", note: "Twice", evidence: "A letter" } },
          c2: { fit: { kind: "score", score: 3, note: "They try" }, time: { kind: "range", low: 2, high: 4 } },
        },
      } as const,
    ];
    const page = comparedPage(
      TWO,
      [
        { name: "Zoo", given: [] },
        { name: "Park", given: [] },
      ],
      { ballots },
    );
    expect(under(page, "Fit: ")).toBe(
      `  – Zoo 4, seen: “fit that is good.” Twice. Evidence: A letter
  – Park 3. They try
`,
    );
    expect(page.blocks).toContainEqual({ kind: "heading", text: "Fit: 12.5 points for Zoo", minor: true });
  });

  it("say the points that the table says", () => {
    const page = comparedPage(TEN, [
      { name: "Zoo", given: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3] },
      { name: "Park", given: [2, 4, 2, 4, 2, 4, 2, 4, 2, 4] },
    ]);
    const [, table] = under(page, QUESTIONS).split("\n\n");
    for (const block of page.blocks) {
      if (block.kind !== "heading" || !block.minor) continue;
      const [, label, points, name] = /^(.*): (.*) points for (.*)$/.exec(block.text) ?? [];
      expect(table).toMatch(new RegExp(`^${label} .* ${name === "Zoo" ? "\\+" : "−"}${points}$`, "m"));
    }
  });

  it("are at most ten, the others counted", () => {
    const criteria = Array.from({ length: 12 }, (_, place) => ({
      ...TWO.criteria[0],
      id: `q${place}`,
      label: `Q${place}`,
    }));
    const page = two(Array(12).fill(5), Array(12).fill(4), { ...TWO, criteria });
    expect(page.blocks.filter((block) => block.kind === "heading" && block.minor)).toHaveLength(10);
    expect(screen(page)).toContain("  2 more questions differ, none by more.\n");
  });
});

describe("other weights", () => {
  const said = (one: Given, other: Given, pack: Pack = TWO, importance = {}) =>
    under(two(one, other, pack, importance), WEIGHTS)
      .split("\n")
      .slice(0, -1)
      .map((line) => line.trim());

  it("decide where neither is better on everything: with the shares, and with what makes them level", () => {
    expect(said([5, 3], [2, 4], TWO, { fit: 3, time: 1 })).toEqual([
      "Neither is at least as good as the other on everything, so the weights decide.",
      "Of all ways to weigh the questions, Zoo is ahead in 75.0% and Park in 25.0%. Of those that keep the order of importance, Zoo is ahead in 100%. These shares are exact. They say how much hangs on the weights, not who is better.",
      "They would be level if 50.0% of all weight went from Fit to Time. Time would then weigh 75.0% instead of 25.0%.",
    ]);
  });

  it("do not make a share of nearly all into all", () => {
    const criteria = Array.from({ length: 10 }, (_, place) => ({
      ...TWO.criteria[0],
      id: `q${place}`,
      label: `Q${place}`,
    }));
    const [, shares] = said([...Array(9).fill(5), 3], [...Array(9).fill(1), 3.1], { ...TWO, criteria });
    expect(shares).toContain("Zoo is ahead in more than 99.9% and Park in less than 0.1%.");
    const [, swapped] = said([...Array(9).fill(1), 3.1], [...Array(9).fill(5), 3], { ...TWO, criteria });
    expect(swapped).toContain("Zoo is ahead in less than 0.1% and Park in more than 99.9%.");
  });

  it("do not matter where one is at least as good on everything", () => {
    expect(said([5, 4], [4, 4])).toEqual([
      "Zoo is at least as good as Park on everything and better on 1 question: no weighting puts Park ahead.",
      "Of all ways to weigh the questions, Zoo is ahead in 100%.",
      "They would be level if 50.0% of all weight went from Fit, all that it has, to Time. Time would then weigh 100.0% instead of 50.0%.",
    ]);
    expect(said([3, 3], [5, 4])).toEqual([
      "Park is at least as good as Zoo on everything and better on 2 questions: no weighting puts Zoo ahead.",
      "Of all ways to weigh the questions, Park is ahead in 100%.",
      "No shift of weight between questions makes them level.",
    ]);
  });

  it("may come to matter where an open answer ends that", () => {
    expect(said([5, "?"], [4, 3])[0]).toBe(
      "As the answers count now, though an open one could end that, Zoo is at least as good as Park on everything and better on 1 question: no weighting puts Park ahead.",
    );
    expect(said([5, "3-5"], [4, 3])[0]).toBe(
      "However the open answers turn out, Zoo is at least as good as Park on everything and better on 2 questions: no weighting puts Park ahead.",
    );
  });

  it("count priority as one more thing to be better at", () => {
    const rows = [
      { name: "Zoo", kind: "museum", given: ALL_FOUR },
      { name: "Park", given: ALL_FOUR },
    ];
    const [dominance] = under(comparedPage(PRIORITY_PACK, rows), WEIGHTS).split("\n");
    expect(dominance).toBe(
      "  Zoo is at least as good as Park on everything and has more priority points: no weighting puts Park ahead.",
    );
  });

  it("cannot part those who are level on everything", () => {
    expect(said([4, 2], [4, 2])).toEqual([
      "Neither is better on anything that counts.",
      "They are level however the questions are weighed.",
    ]);
  });

  it("leave out the order of importance where there is none, and other weights where there is one question", () => {
    expect(said([5, 3], [2, 4])[1]).toContain(
      "Zoo is ahead in 75.0% and Park in 25.0%. All questions matter the same, so no other weighting keeps their order of importance.",
    );
    expect(said([5, 3], [2, 4], TWO, { fit: 1, time: 0 })).toEqual([
      "Zoo is at least as good as Park on everything and better on 1 question: no weighting puts Park ahead.",
      "Only one question has weight, so there is no other weighting.",
    ]);
  });

  it("are level already, or level under the order of importance", () => {
    expect(said([5, 3], [3, 5]).slice(2)).toEqual([]);
    const three = ["a", "b", "c"].map((id) => ({ ...TWO.criteria[0], id, label: id.toUpperCase() }));
    const [, shares] = said([5, 1, 3], [1, 5, 3], { ...TWO, criteria: three }, { a: 2, b: 2, c: 1 });
    expect(shares).toContain("Of those that keep the order of importance, they are level in 100%.");
  });

  it("shift from several questions, each all that it has before the next", () => {
    const three = ["a", "b", "c"].map((id) => ({ ...TWO.criteria[0], id, label: id.toUpperCase() }));
    const last = said([5, 4, 1], [1, 3, 1.5], { ...TWO, criteria: three }, { a: 1, b: 2, c: 1 })[2];
    expect(last).toBe(
      "They would be level if 41.7% of all weight went to C: 25.0% from A (all that it has) and 16.7% from B. C would then weigh 66.7% instead of 25.0%.",
    );
  });
});

describe("the page of a comparison", () => {
  it.each(Object.entries(HOSTILE_NAMES))("fits a screen of 80 columns with %s for a name", (_what, name) => {
    const rows = [
      { name, given: [5, 4, 4, 4, 4, 4, 3, 4, 4, 4] },
      { name: `${name} 2`, given: [4, 4, 4, 4, 4, 5, 4, "?", 4, 4] },
    ];
    const text = screen(comparedPage(PACK, rows), { width: 80 });
    expect(Math.max(...text.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
  });

  it("is made of any two candidates in any decision, its differences add up, and no share is called a chance", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const everybody = [...evaluation.ranking, ...evaluation.tooLittleKnown, ...evaluation.knockedOut];
        for (const one of everybody) {
          for (const other of everybody) {
            if (one === other) continue;
            const compared = comparison(decision, evaluation, one, other);
            const page = comparisonPage(decision, evaluation, compared, { heading: "" });
            const [table] = page.blocks.filter((block) => block.kind === "table");
            const shown = [...(table?.rows ?? [])].map((row) => Number(row[3].text.replace("−", "-")));
            const score = shown.pop() ?? Number.NaN;
            expect(Math.abs(shown.reduce((sum, points) => sum + points, 0) - score)).toBeLessThan(0.01);
            expect(screen(page)).not.toMatch(/undefined|NaN|Infinity|probab|likel|chance/i);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a candidate that the evaluation does not know", () => {
    const decision = decisionOn(TWO, [
      { name: "Zoo", given: [4, 4] },
      { name: "Park", given: [3, 4] },
    ]);
    const evaluation = evaluate(decision);
    const compared = comparison(decision, evaluation, evaluation.ranking[0], evaluation.ranking[1]);
    expect(() => comparisonPage(decision, { ...evaluation, ranking: [] }, compared, { heading: "" })).toThrow(
      RangeError,
    );
  });
});
