import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../../src/analysis/analysis-names.ts";
import { analyze } from "../../../src/analysis/analyze.ts";
import type { Decision } from "../../../src/engine/decision.ts";
import { evaluate } from "../../../src/engine/evaluate.ts";
import { markdown } from "../../../src/render/markdown.ts";
import { analysisPage } from "../../../src/render/pages/analysis/page.ts";
import { displayWidth } from "../../../src/render/width.ts";
import { anyDecision } from "../../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../../engine/small.ts";
import { HOSTILE_NAMES, screen, written } from "../show.ts";
import { pageText } from "./sections.ts";

const TWO = packOf([question("fit", { label: "Fit" }), question("time", { label: "Time" })]);
const FEW = { runs: 50 };

describe("the page of an analysis", () => {
  const decision = decisionOn(TWO, { Zoo: [score(5), range(2, 4)], Park: [score(4), UNKNOWN] });

  it("begins with who leads, and has a section for each analysis in the order of the list", () => {
    const headings = pageText(decision).match(/^(?:How|Which|Is|Who|What) .*(?=\n\S)/gm);
    expect(headings?.filter((line) => !line.endsWith("."))).toEqual([
      "How far each weight can move",
      "Which better answers would change the leader",
      "Is the lead settled",
      "Which ranks are still possible",
      "Who is better whatever counts",
      "Who could come first",
      "Who is ahead of whom under how many weightings",
      "Who takes which rank how often",
      "What the lead rests upon",
    ]);
    expect(pageText(decision)).toMatch(/^Partners\nToo close to call: Zoo is 12.5 points ahead of Park/);
  });

  it.each([
    ["there is no candidate", {}, "There is nobody to rank."],
    ["there is one candidate", { Zoo: [score(5), score(4)] }, "Zoo is the only candidate ranked, with 87.5 points"],
    ["nobody is ranked", { Zoo: [UNKNOWN, UNKNOWN] }, "Nobody is ranked yet: too little is known about Zoo."],
    ["one is ranked", { Zoo: [score(5), score(4)], Park: [UNKNOWN, UNKNOWN] }, "Zoo is the only candidate ranked"],
  ])("says why there is nothing to analyze where %s", (_, rows, why) => {
    const text = pageText(decisionOn({ ...TWO, coverageFloor: 0.6 }, rows));
    expect(text).toContain("\nThere is nothing to compare: that takes two candidates who are ranked.\n");
    expect(text).toContain(why);
    expect(text).not.toContain("How far each weight");
  });

  it("says what those who are not ranked could change, where only one is", () => {
    const pack = { ...TWO, criteria: [{ ...TWO.criteria[0], minimum: 2 }, TWO.criteria[1]], coverageFloor: 0.6 };
    const rows = { Zoo: [score(2), score(4)], Bank: [score(1), score(5)], Park: [score(5), UNKNOWN] };
    expect(pageText(decisionOn(pack, rows))).toMatchInlineSnapshot(`
      "Partners
      There is nothing to compare: that takes two candidates who are ranked.
      Zoo is the only candidate ranked, with 50.0 points: there is nobody to compare
      it with. Not settled: Park could still lead.
      It would be set aside if Fit fell from 2 to 1.
      Find out next: Time of Park.

      Which better answers would change the leader
      Of all others, Bank needs the fewest better answers: it would be back in and
      lead if Fit rose from 1 to 2 (1 step in all).

      Candidate         Steps to level  To lead  Better answers  Or one alone
      Bank (set aside)               1        1  Fit 1 to 2      Fit 1 to 2

      What the lead rests upon
      On 2 single choices: without any one of them, Zoo would not be listed first.
      Tried one at a time: a question that counts nothing, no priority, the other rule
      for unknown answers, a minimum, a reason or a rater less.
        – If Time counted nothing, Park would lead.
        – Without the minimum of Fit, Bank and Zoo would be tied.
      "
    `);
  });

  it("says what was left out, and what to type to have it", () => {
    const text = pageText(decision, { only: ["flips"], page: { leftOut: ["rankIntervals", "pairwise"] } });
    expect(text).toContain(
      "\nWhich ranks are still possible\nLeft out, as it takes long for 2 candidates. To have it, add --only\nrank-intervals.\n",
    );
  });

  it("cuts every table of candidates at so many rows, and says how many more there are", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 8 }, (_, place) => [`P${place}`, [score(5 - place / 2), score(3)]]),
    );
    const fine = packOf(["fit", "time"].map((id) => question(id, { label: id, scale: { min: 1, max: 5, step: 0.5 } })));
    const text = pageText(decisionOn(fine, rows), { page: { top: 3 } });
    for (const more of ["4 more.", "5 more.", "25 more."]) expect(text).toContain(`\n${more}\n`);
  });
});

/** Everything there is, for specialists, too. */
function whole(decision: Decision, model: "around" | "any" | "ranked") {
  const evaluation = evaluate(decision);
  const analysis = analyze(decision, evaluation, { ...FEW, model });
  return analysisPage(decision, evaluation, analysis, { heading: "Partners", detail: true, allPairs: true, model });
}

describe("of any decision at all the page", () => {
  it("has no word that a share of weightings must not be called, and nothing that is not a word", () => {
    fc.assert(
      fc.property(anyDecision, fc.constantFrom("around", "any", "ranked"), (decision, model) => {
        const names = decision.candidates.map(({ name }) => name).join(" ");
        fc.pre(!/probab|chance|likel|NaN|undefined|Infinity/i.test(names));
        const text = screen(whole(decision, model), { width: 120 });
        expect(text).not.toMatch(/probab|chance|likel/i);
        expect(text).not.toMatch(/\b(?:NaN|undefined|Infinity|null)\b/);
      }),
    );
  });

  it("leads every section with a sentence that ends like one", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { blocks } = whole(decision, "around");
        for (const [place, block] of blocks.entries()) {
          if (block.kind !== "heading" || block.minor) continue;
          const next = blocks[place + 1];
          expect(next.kind).toBe("text");
          if (next.kind === "text") expect(next.text).toMatch(/^\S[\s\S]*\.$/);
        }
      }),
    );
  });

  it("is no wider than the screen", () => {
    fc.assert(
      fc.property(anyDecision, fc.constantFrom(30, 60, 80, 120), fc.boolean(), (decision, width, ascii) => {
        for (const line of screen(whole(decision, "any"), { width, ascii }).split("\n")) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("draws with ASCII only where nothing else is shown", () => {
    const decision = decisionOn(TWO, {
      Zoo: [score(5), score(1)],
      Park: [score(1), UNKNOWN],
      Farm: [score(3), score(3)],
    });
    expect(screen(whole(decision, "around"), { width: 80, ascii: true })).toMatch(/^[\n -~±]*$/);
  });
});

describe("names that attack", () => {
  const names = Object.values(HOSTILE_NAMES);
  const decision = decisionOn(
    TWO,
    Object.fromEntries(names.map((_, place) => [`c${place}`, [score(1 + (place % 5)), score(3)]])),
    {
      about: Object.fromEntries(names.map((name, place) => [`c${place}`, { name }])),
    },
  );

  it("reach neither the terminal nor Markdown", () => {
    const shown = { page: whole(decision, "any") };
    const hidden = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]|\p{Cs}/u;
    expect(screen(shown.page, { width: 80 })).not.toMatch(hidden);
    const text = written(markdown, shown);
    expect(text).not.toMatch(hidden);
    expect(text).not.toContain("<script>");
  });
});

it("there is a section for every analysis", () => {
  const decision = decisionOn(TWO, { Zoo: [score(5), score(4)], Park: [score(4), score(2)] });
  for (const name of ANALYSES.filter((each) => each !== "agreement")) {
    expect(pageText(decision, { ...FEW, only: [name] }).split("\n").length).toBeGreaterThan(4);
  }
});
