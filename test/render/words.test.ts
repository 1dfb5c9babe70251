import { describe, expect, it } from "vitest";
import type { Warning } from "../../src/engine/evaluation.ts";
import { conditionsInWords } from "../../src/render/conditions.ts";
import { kindName, listed, nameOf, warningMessage, withArticle } from "../../src/render/words.ts";
import { decisionOn, PACK, TOUR } from "./tour.ts";

describe("lists in words", () => {
  it.each([
    [[], ""],
    [["A"], "A"],
    [["A", "B"], "A and B"],
    [["A", "B", "C"], "A, B and C"],
  ])("%j is %j", (items, words) => {
    expect(listed(items)).toBe(words);
  });

  it("counts the others, but names a single one", () => {
    expect(listed(["A", "B", "C", "D"], 3)).toBe("A, B, C and D");
    expect(listed(["A", "B", "C", "D", "E"], 3)).toBe("A, B, C and 2 others");
  });
});

it.each([
  ["engagement", "an engagement"],
  ["one-year trial", "a one-year trial"],
  ["union", "a union"],
  ["umbrella agreement", "an umbrella agreement"],
  ["date", "a date"],
])("%j takes its article", (noun, words) => {
  expect(withArticle(noun)).toBe(words);
});

it("a label inside a sentence is small unless it has more capitals, and an unknown id is itself", () => {
  const pack = { ...PACK, kinds: [...(PACK.kinds ?? []), { id: "ngo", label: "NGO" }] };
  expect(["civic-group", "ngo", "circus"].map((kind) => kindName(pack, kind))).toEqual([
    "civic group",
    "NGO",
    "circus",
  ]);
});

it("a name is found by an id that is a word of the language", () => {
  const decision = decisionOn(PACK, [{ id: "__proto__", name: "Zoo", given: [] }]);
  expect(nameOf(decision, "__proto__")).toBe("Zoo");
  expect(nameOf(decision, "constructor")).toBe("constructor");
});

it("the conditions of a level are said together where they ask the same", () => {
  const [marriage, engagement, date, glance] = PACK.levels.map(({ conditions }) => conditionsInWords(conditions, PACK));
  expect([marriage, engagement, date, glance]).toMatchInlineSnapshot(`
    [
      "a score of 75 or more; Mission, Resources, Strategy, Leaders and Culture 4 or more; Position, Timing and Budget 3 or more; a basis of read or better for Mission, Resources and Budget; a basis of seen for Leaders and Culture; every question answered; and an engagement first",
      "a score of 62.5 or more; Mission, Resources, Strategy, Leaders, Timing and Culture 3 or more; Position and Budget 2 or more; a basis of told or better for Resources and Leaders; and 80% known",
      "a score of 50 or more; Mission, Position, Leaders and Culture 2 or more; Timing 3 or more; and 60% known",
      "",
    ]
  `);
});

describe("a warning of the engine", () => {
  const decision = decisionOn(PACK, TOUR);
  const warnings: readonly Warning[] = [
    { code: "range-says-nothing", candidate: "c1", criterion: "culture" },
    { code: "range-says-nothing", candidate: "c1", criterion: "culture", rater: "Ann" },
    { code: "level-not-advised", candidate: "c3", level: "engagement", needed: "date", found: "glance" },
    { code: "level-not-advised", candidate: "c3", level: "engagement", needed: "date", found: null },
    { code: "not-ready", candidate: "c1", statement: "formal-process", level: "engagement", highest: "date" },
    { code: "rater-beyond-minimum", candidate: "c6", criterion: "mission", rater: "Bo", answer: 1, minimum: 2 },
  ];

  it("is a sentence that names the candidate first", () => {
    expect(warnings.map((warning) => warningMessage(warning, decision))).toMatchInlineSnapshot(`
      [
        "Natural History Museum, Culture: a range over the whole scale says nothing, so it counts as unknown.",
        "Natural History Museum, Culture: the range that Ann gave over the whole scale says nothing, so it counts as unknown.",
        "Friends of the River: an engagement is advised only after a date; today there is a glance.",
        "Friends of the River: an engagement is advised only after a date; today there is nothing yet.",
        "Natural History Museum: the answers support an engagement, but the library says no to “Partnering is a formal process”. Until that changes, a date is the most that is advised. Settle the deciders, freeze importance and minimums, declare any ties to candidates, then score.",
        "Acme Payday Loans, Mission: Bo answered 1, and the minimum is 2.",
      ]
    `);
  });
});
