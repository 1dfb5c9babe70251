import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { explanation } from "../../src/analysis/explanation.ts";
import type { Answer, Decision, Pack } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { explanationPage } from "../../src/render/pages/explanation/page.ts";
import { anyDecision } from "../any.ts";
import { HOSTILE_NAMES, screen } from "./show.ts";
import { decisionOn, PACK, PRIORITY_PACK } from "./tour.ts";
import { explainedPage, TEN, TWO, under } from "./two-pages.ts";

const ALL_FOUR = Array.from({ length: 10 }, () => 4);
const ALL_FIVE = Array.from({ length: 10 }, () => 5);
const NEXT = "Against";
const SURE = "How sure it is";
const LEVEL = "Level";
const FIRST = "First place";
const WEIGHTS = "If the questions weighed differently";

describe("an explanation says where a candidate stands", () => {
  it("with its rank and how far the leader is ahead", () => {
    const page = explainedPage(
      TWO,
      [
        { name: "Zoo", given: [5, 5] },
        { name: "Park", given: [2, 3] },
      ],
      2,
    );
    expect(under(page)).toBe("Rank 2 of 2, with 37.5 points: 62.5 points behind Zoo. Every question is answered.\n");
  });

  it("with how far the leader is ahead of the next", () => {
    const page = explainedPage(TWO, [
      { name: "Zoo", given: [5, 5] },
      { name: "Park", given: [2, 3] },
    ]);
    expect(under(page)).toContain("Rank 1 of 2, with 100.0 points: 62.5 points ahead of Park.");
  });

  it("with whom it shares its rank", () => {
    const rows = ["Zoo", "Park", "Pool", "Farm", "Mill"].map((name) => ({ name, given: [3, 3] }));
    const page = explainedPage(TWO, rows, 5);
    expect(under(page)).toContain("Rank 1 of 5 (shared with Farm, Park, Pool and Zoo), with 50.0 points.");
  });

  it("alone, where nobody else is ranked", () => {
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [3, 3] }]))).toContain(
      "The only candidate ranked, with 50.0 points. Every question is answered.",
    );
  });

  it("too close to call first, to the leader and to whoever is next", () => {
    const rows = [
      { name: "Zoo", given: [4, 4] },
      { name: "Park", given: [4, 3] },
      { name: "Pool", given: [1, 1] },
    ];
    const close =
      "Too close to call: Zoo is 12.5 points ahead of Park, and one answer a step different would make that a tie";
    expect(under(explainedPage(TWO, rows, 1))).toMatch(new RegExp(`^${close}.*\\. Rank 1 of 3, with 75.0 points\\.`));
    expect(under(explainedPage(TWO, rows, 2))).toMatch(new RegExp(`^${close}.*\\. Rank 2 of 3, with 62.5 points\\.`));
    expect(under(explainedPage(TWO, rows, 3))).not.toContain("Too close");
  });

  it("not ranked yet, where too little is known, however near the floor", () => {
    const pack = { ...TWO, coverageFloor: 0.5004 };
    expect(under(explainedPage(pack, [{ name: "Zoo", given: [3] }]))).toBe(
      "Not ranked yet: 50% is known, and candidates are ranked from 50.04%; as it is, it would have 50.0 points. " +
        "What is open leaves it anywhere from 25 to 75.\n",
    );
    expect(under(explainedPage(pack, [{ name: "Zoo", given: [] }]))).toContain("Not ranked yet: nothing is known");
  });

  it("set aside, with the minimum that it misses", () => {
    const page = explainedPage(TEN, [{ name: "Zoo", given: [1, ...ALL_FOUR.slice(1)] }]);
    expect(under(page)).toContain("Set aside: Mission is 1, the minimum is 2; it would have");
  });

  it("with what ranges and unanswered questions leave", () => {
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [3, "2-4"] }]))).toContain(
      "Every question is answered; ranges leave it anywhere from 38 to 63.",
    );
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [3, "2.98-3.02"] }]))).toContain(
      "Every question is answered; ranges leave it anywhere from 49.8 to 50.3.",
    );
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [3, "?"] }]))).toContain(
      "50% is known; what is open leaves it anywhere from 25 to 75.",
    );
    const weightless = { importance: { fit: 1, time: 0 } };
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [3, "?"] }], 1, weightless))).toContain(
      "100% is known; what is open moves no score.",
    );
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [] }]))).toContain(
      "Nothing is known; what is open leaves it anywhere from 0 to 100.",
    );
  });
});

describe("against the best possible", () => {
  const BEST = "Against the best possible";

  it("stands what each question gives and costs, the most first, adding up to the score as shown", () => {
    const page = explainedPage(TEN, [{ name: "Zoo", given: [5, 4, 4, 4, 4, 4, 4, 4, 2, 4] }]);
    expect(
      under(page, BEST),
    ).toBe(`  It gains 75.4 of 100 points and loses 24.6. Budget, Audience and Resources cost it most.

Question     Answer  Gains  Loses
Budget       2         1.7    5.0
Audience     4        10.0    3.3
Resources    4        10.0    3.3
Culture      4         8.8    2.9
Strategy     4         7.5    2.5
Leaders      4         7.5    2.5
Position     4         6.2    2.1
Timing       4         5.0    1.7
Opportunity  4         3.7    1.3
Mission      5        15.0    0.0
Score                 75.4   24.6
`);
  });

  it("stand the basis, note and evidence beside the answer, and no column for what nobody wrote", () => {
    const decision = withAnswers({
      fit: { kind: "score", score: 4, note: "They came\n  twice ", evidence: "Letter of 3 May" },
      time: { kind: "score", score: 3, basis: "told" },
    });
    expect(explained(decision)).toContain(`Question  Answer  Gains  Loses  Basis  Note
Time      3        25.0   25.0  told
Fit       4        37.5   12.5         They came twice. Evidence: Letter of 3 May
Score              62.5   37.5
`);
    expect(explained(withAnswers({ fit: { kind: "score", score: 4, evidence: "A plan" } }))).toMatch(
      /^Fit +4 .* 12\.5 {2}Evidence: A plan$/m,
    );
  });

  it("stands what each rater answered, and only twelve of many", () => {
    const ballots = Array.from({ length: 15 }, (_, rater) => ({
      rater: `R${rater + 1}`,
      answers: { c1: { fit: { kind: "score", score: 4, ...(rater === 0 && { note: "Yes" }) } as const } },
    }));
    const page = explainedPage(TWO, [{ name: "Zoo", given: [] }], 1, { ballots });
    expect(under(page, BEST)).toContain("Raters\n");
    expect(under(page, BEST)).toMatch(/Fit .* {2}R1 4: Yes; R2 4; .*R12 4; 3 others$/m);
  });

  it("stands priority apart, and all of it adds up", () => {
    const page = explainedPage(PRIORITY_PACK, [{ name: "Zoo", kind: "museum", given: ALL_FOUR }]);
    expect(under(page, BEST)).toContain("Priority for its kind (museum) adds 3 points.");
    expect(under(page, BEST)).toMatch(/All questions +75\.0 +25\.0\nPriority +3\.0\nScore +78\.0\n$/);
  });

  it("names no question as the costliest where more than three are alike", () => {
    const alike = { importance: Object.fromEntries(TEN.criteria.map(({ id }) => [id, 1])) };
    const page = explainedPage(TEN, [{ name: "Zoo", given: ALL_FOUR }], 1, alike);
    expect(under(page, BEST)).toContain("loses 25.0. 10 questions cost it most, each as much.");
  });

  it("is nothing lost with the best answers, and nothing gained with the worst", () => {
    expect(under(explainedPage(TEN, [{ name: "Zoo", given: ALL_FIVE }]), BEST)).toContain(
      "It gains all 100 points: nothing that counts could be better.",
    );
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [1, 1] }]), BEST)).toContain(
      "It gains 0.0 of 100 points and loses 100.0. Fit and Time cost it most.",
    );
  });

  it("says which questions have no weight", () => {
    const page = (importance: Decision["importance"]) =>
      under(explainedPage(TWO, [{ name: "Zoo", given: [4, 4] }], 1, { importance }), BEST);
    expect(page({ fit: 1, time: 0 })).toContain("\n  Time has importance 0 and moves no score.\n");
    expect(page({ fit: 1, time: 0 })).not.toMatch(/^Time/m);
    const many = Object.fromEntries(TEN.criteria.map(({ id }, place) => [id, place === 0 ? 1 : 0]));
    expect(under(explainedPage(TEN, [{ name: "Zoo", given: ALL_FOUR }], 1, { importance: many }), BEST)).toContain(
      "Position, Audience, Resources and 6 others have importance 0 and move no score.",
    );
  });
});

describe("against the leader, or for the leader against the next,", () => {
  it("stand both answers where they differ, and the differences add up", () => {
    const page = explainedPage(
      TEN,
      [
        { name: "Zoo", given: ALL_FOUR },
        { name: "Park", given: [4, 4, 4, 4, 2, 3, 4, 5, 4, 4] },
      ],
      2,
    );
    expect(page.blocks).toContainEqual({ kind: "heading", text: "Against Zoo, the leader" });
    expect(under(page, NEXT.concat(" Zoo"))).toBe(
      `  It is ahead on Culture; Zoo is ahead on Strategy and Leaders. They are level on Mission, Position, Audience, Resources, Timing, Budget and Opportunity. Differences above 0 are in its favor.

Question  Park  Zoo   Difference
Strategy  2     4           −5.0
Culture   5     4           +2.9
Leaders   3     4           −2.5
Score     70.4  75.0        −4.6
`,
    );
  });

  it("is the next for who leads, and who is level for who shares a rank", () => {
    const rows = [
      { name: "Zoo", given: [5, 5] },
      { name: "Park", given: [4, 1] },
    ];
    expect(headings(explainedPage(TWO, rows))).toContain("Against Park, the next");
    const level = rows.map((row) => ({ ...row, given: [3, 3] }));
    const page = explainedPage(TWO, level, 1);
    expect(headings(page)).toContain("Against Park, at the same rank");
    expect(under(page, "Against Park")).toBe("  They are level on every question that counts.\n");
  });

  it("may be parted by priority alone", () => {
    const page = explainedPage(PRIORITY_PACK, [
      { name: "Zoo", kind: "museum", given: ALL_FOUR },
      { name: "Park", given: ALL_FOUR },
    ]);
    expect(under(page, "Against Park")).toContain("It is ahead on priority; Park is ahead on nothing.");
    expect(under(page, "Against Park")).toMatch(/Priority +3 +none +\+3\.0\nScore +78\.0 +75\.0 +\+3\.0\n$/);
  });

  it("names nothing where more than three differences are alike", () => {
    const alike = { importance: Object.fromEntries(TEN.criteria.map(({ id }) => [id, 1])) };
    const page = explainedPage(
      TEN,
      [
        { name: "Zoo", given: ALL_FIVE },
        { name: "Park", given: ALL_FOUR },
      ],
      2,
      alike,
    );
    expect(under(page, "Against Zoo")).toContain("It is ahead on nothing; Zoo is ahead on 10 questions.");
  });

  it("is nobody where nobody else is ranked", () => {
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [4, 4] }]), NEXT.concat(" the leader"))).toBe(
      "  Nobody else is ranked, so there is nobody to compare it with.\n",
    );
    const little = { ...TWO, coverageFloor: 1 };
    expect(under(explainedPage(little, [{ name: "Zoo", given: [4] }]), NEXT.concat(" the leader"))).toBe(
      "  Nobody is ranked, so there is nobody to compare it with.\n",
    );
  });
});

describe("how sure it is", () => {
  const score = (basis?: Answer["basis"]): Answer => ({ kind: "score", score: 3, ...(basis && { basis }) });

  it.each([
    ["nothing is answered", {}, "Nothing is answered yet, so nothing rests on a guess."],
    ["no answer is a guess", { fit: score("seen"), time: score("told") }, "None of its 2 answers is a guess."],
    [
      "some say nothing",
      { fit: score("seen"), time: score() },
      "None of its 2 answers is marked as a guess; 1 states no basis.",
    ],
    [
      "none says anything",
      { fit: score(), time: score() },
      "None of its 2 answers is marked as a guess, but they state no basis.",
    ],
    [
      "the only one says nothing",
      { fit: score() },
      "Its only answer is not marked as a guess, but it states no basis.",
    ],
    ["the only one is read", { fit: score("read") }, "Its only answer is not a guess."],
    [
      "one is a guess",
      { fit: score("guess"), time: score("seen") },
      "25.0 of its 50.0 points (50%) rest on guesses: Fit.",
    ],
    [
      "one is a guess, one silent",
      { fit: score("guess"), time: score() },
      "25.0 of its 50.0 points (50%) rest on guesses: Fit. Of its other answers, 1 states no basis.",
    ],
    [
      "a guess is at the worst",
      { fit: { kind: "score", score: 1, basis: "guess" }, time: { kind: "score", score: 1 } },
      "0.0 of its 0.0 points (0%) rest on guesses: Fit.",
    ],
  ] satisfies readonly (readonly [string, Record<string, Answer>, string])[])(
    "where %s",
    (_what, answers, expected) => {
      expect(explained(withAnswers(answers))).toContain(`How sure it is\n  ${expected}`);
    },
  );

  it("leaves priority out of what rests on guesses", () => {
    const pack = { ...TWO, priority: { kinds: ["museum"], points: 3 } };
    expect(explained(withAnswers({ fit: score("guess") }, pack))).toContain(
      "25.0 of its 50.0 points without priority (50%) rest on guesses: Fit.",
    );
  });

  it("says what comes from questions that nobody answered, by the rule of the pack", () => {
    expect(explained(withAnswers({ fit: score() }))).toContain(
      "25.0 of its 50.0 points (50%) stand for what nobody has answered yet, which counts half: Time.",
    );
    expect(explained(withAnswers({ fit: score() }, { ...TWO, unknown: "worst" }))).toContain(
      "Nobody has answered Time yet: it counts as the worst answer.",
    );
    expect(explained(withAnswers({}, { ...TWO, unknown: "worst" }))).toContain(
      "Nobody has answered Fit and Time yet: they count as the worst answer.",
    );
    expect(explained(withAnswers({ fit: score() }, TWO, { time: 0, fit: 1 }))).not.toContain("nobody has answered");
  });

  it.each([
    [
      "one rank",
      [
        [5, 5],
        [2, 3],
      ],
      "No open answer can move it from rank 1.",
    ],
    [
      "two ranks",
      [
        ["2-5", 4],
        [3, 4],
      ],
      "What is open, its own and the others’, leaves it rank 1 or 2.",
    ],
    [
      "more ranks",
      [
        ["1-5", "?"],
        [3, 4],
        [4, 4],
      ],
      "What is open, its own and the others’, leaves it any rank from 1 to 3.",
    ],
    ["nobody else", [[3, "?"]], "Nobody else is ranked, so its rank cannot change."],
  ] satisfies readonly (readonly [string, readonly (readonly (string | number)[])[], string])[])(
    "which ranks are left: %s",
    (_what, given, expected) => {
      const rows = given.map((answers, place) => ({ name: `N${place + 1}`, given: answers }));
      expect(under(explainedPage(TWO, rows), SURE)).toContain(`  ${expected}\n`);
    },
  );

  it("names who has no rank to compare with yet", () => {
    const pack = { ...TWO, coverageFloor: 1 };
    const rows = [
      { name: "Zoo", given: [3, 3] },
      { name: "Park", given: [2, 2] },
      { name: "Radio", given: [5] },
    ];
    expect(under(explainedPage(pack, rows), SURE)).toContain(
      "No open answer can move it from rank 1. That leaves out Radio, which is not ranked yet.",
    );
    expect(under(explainedPage(pack, rows, 3), SURE)).toContain(
      "It is not ranked yet. Among those ranked now, what is open leaves it rank 1.",
    );
    expect(under(explainedPage(pack, rows.slice(2)), SURE)).toContain("It is not ranked yet, and nobody else is.");
  });

  it("says what would set it aside", () => {
    const one = {
      ...TWO,
      criteria: TWO.criteria.map((each) => ({ ...each, ...(each.id === "time" && { minimum: 2 }) })),
    };
    const both = { ...TWO, criteria: TWO.criteria.map((each) => ({ ...each, minimum: 2 })) };
    const rows = [{ name: "Zoo", given: ["1-4", "?"] }];
    expect(under(explainedPage(one, rows), SURE)).toContain(" It would be set aside if Time missed its minimum.");
    expect(under(explainedPage(both, rows), SURE)).toContain(
      " It would be set aside if any of these missed its minimum: Fit and Time.",
    );
    expect(under(explainedPage(both, [{ name: "Zoo", given: [1, 5] }]), SURE)).toContain(
      "It has no rank while it is set aside.",
    );
  });
});

describe("the level", () => {
  it("says what the next one needs, which answers would do, what remains, and what that looks like", () => {
    const page = explainedPage(PACK, [{ name: "Zoo", held: "date", given: [4, 4, 4, 2, 4, 4, 4, 4, 4, 4] }]);
    expect(under(page, LEVEL)).toBe(
      `  The answers support a date, as there is today. An engagement also needs Resources 3 or more (is 2) and a basis of told or better for Resources and Leaders.
  Its answers would be good enough if Resources rose from 2 to 3. What remains is a basis of told or better for Resources and Leaders.
  – Resources at 3: ${anchorOf(PACK, "resources", 3)}
`,
    );
  });

  it("says no more where only open answers or the ground stand in the way", () => {
    const page = explainedPage(PACK, [{ name: "Zoo", given: [4, 4, 4, 4, 4, 4, "?", 4, 4, 4] }]);
    expect(under(page, LEVEL)).toBe(
      "  The answers support a glance. A date also needs Timing 3 or more (not known yet).\n",
    );
  });

  it("says where better answers are not enough", () => {
    const levels = [
      { id: "high", label: "High", conditions: { score: 90, answers: {}, basis: {} } },
      { id: "low", label: "Low", conditions: { answers: {}, basis: {} } },
    ];
    const page = explainedPage({ ...TWO, levels }, [{ name: "Zoo", given: [4, "?"] }]);
    expect(under(page, LEVEL)).toContain(
      "A high also needs a score of 90 or more (is 62.5).\n  Better answers to what is scored would not be enough for that.\n",
    );
  });

  it("is the most there is, none while set aside, and no section in a pack without levels", () => {
    const levels = [{ id: "only", label: "Only", conditions: { answers: {}, basis: {} } }];
    expect(under(explainedPage({ ...TWO, levels }, [{ name: "Zoo", given: [4, 4] }]), LEVEL)).toBe(
      "  The answers support an only, the most there is.\n",
    );
    expect(under(explainedPage(PACK, [{ name: "Zoo", given: [1, ...ALL_FOUR.slice(1)] }]), LEVEL)).toBe(
      "  While it is set aside, its answers support no level.\n",
    );
    expect(headings(explainedPage(TWO, [{ name: "Zoo", given: [4, 4] }]))).not.toContain(LEVEL);
  });
});

describe("first place", () => {
  it("may be lost by an answer, or by what matters", () => {
    const page = explainedPage(TWO, [
      { name: "Zoo", given: [5, 3] },
      { name: "Park", given: [1, 5] },
    ]);
    expect(under(page, FIRST)).toBe(
      "  It would lose the lead if Fit fell from 5 to 2, or if Fit mattered less than half as much.\n",
    );
  });

  it("is not at stake where nobody else is ranked", () => {
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [4, 4] }]), FIRST)).toBe(
      "  Nobody else is ranked, and no change of one answer costs it first place.\n",
    );
  });

  it("may be shared: the first listed has no lead to lose, and the others lack a step", () => {
    const rows = [
      { name: "Zoo", given: [3, 3] },
      { name: "Park", given: [3, 3] },
    ];
    expect(under(explainedPage(TWO, rows, 2), FIRST)).toBe(
      "  It shares first place with Zoo, so it has no lead to lose.\n",
    );
    expect(under(explainedPage(TWO, rows, 1), FIRST)).toBe(
      "  It shares first place with Park. It would be ahead of Park if Fit rose from 3 to 4.\n  – Fit at 4: fit that is good.\n",
    );
    const best = rows.map((row) => ({ ...row, given: [5, 5] }));
    expect(under(explainedPage(TWO, best, 1), FIRST)).toBe(
      "  It shares first place with Park. No better answers to what is scored would bring it ahead of Park.\n",
    );
  });

  it.each([
    [
      "one answer",
      [
        [3, 3],
        [2, 3],
      ],
      "It would be level with N1 if Fit rose from 2 to 3, and ahead of it if Fit rose from 2 to 4.",
    ],
    [
      "several answers, or one alone",
      [
        [2, 4],
        [1, 2],
      ],
      "It would be level with N1 if Fit rose from 1 to 4, and ahead of it if Fit rose from 1 to 5.",
    ],
    [
      "several answers, as one is not enough",
      [
        [4, 5],
        [2, 2],
      ],
      "It would be level with N1 if Fit rose from 2 to 5 and Time from 2 to 4, and ahead of it if Fit rose from 2 to 5 and Time from 2 to 5. No single answer would do.",
    ],
    [
      "level at most",
      [
        [5, 5],
        [3, 5],
      ],
      "It would be level with N1 if Fit rose from 3 to 5. No better answers to what is scored would bring it ahead of N1.",
    ],
  ] satisfies readonly (readonly [string, readonly (readonly number[])[], string])[])(
    "may be reached by %s",
    (_what, given, expected) => {
      const rows = given.map((answers, place) => ({ name: `N${place + 1}`, given: answers }));
      expect(under(explainedPage(TWO, rows, 2), FIRST).split("\n")[0]).toBe(`  ${expected}`);
    },
  );

  it("may be reached by one answer alone, in more steps", () => {
    const values = [
      { answer: 1, value: 0 },
      { answer: 2, value: 0.6 },
      { answer: 4, value: 0.8 },
      { answer: 5, value: 1 },
    ];
    const pack = { ...TWO, criteria: TWO.criteria.map((each) => ({ ...each, values })) };
    const rows = (leader: readonly number[]) => [
      { name: "Zoo", given: leader },
      { name: "Park", given: [1, 1] },
    ];
    const passes = "It would be ahead of Zoo if Fit rose from 1 to 2 and Time from 1 to 2.";
    const [alone, level] = [rows([2, 1.5]), rows([5, 1])].map((each) => under(explainedPage(pack, each, 2), FIRST));
    expect(alone).toBe(`  ${passes} One answer alone would do: if Fit rose from 1 to 5.\n`);
    expect(level).toBe(`  ${passes} One answer alone would make it level: if Fit rose from 1 to 5.\n`);
  });

  it("may be reached only by what is open, or not at all", () => {
    const rows = [
      { name: "Zoo", given: [5, 3] },
      { name: "Park", given: [4, "?"] },
    ];
    expect(under(explainedPage(TWO, rows, 2), FIRST)).toBe(
      "  It would be level with Zoo if Fit rose from 4 to 5. No better answers to what is scored would bring it ahead of Zoo.\n",
    );
    const open = [
      { name: "Zoo", given: [5, 4] },
      { name: "Park", given: [5, "?"] },
    ];
    expect(under(explainedPage(TWO, open, 2), FIRST)).toBe(
      "  Better answers to what is scored would not bring it level with Zoo. What is open could: at its best it comes to 100.0 points.\n",
    );
    const closed = [
      { name: "Zoo", given: [5, 5] },
      { name: "Park", given: [5, "1-3"] },
    ];
    expect(under(explainedPage(TWO, closed, 2), FIRST)).toBe(
      "  Better answers to what is scored would not bring it level with Zoo.\n",
    );
  });

  it("is far from who is not ranked yet", () => {
    const pack = { ...TWO, coverageFloor: 1 };
    const page = (given: readonly (number | string)[]) =>
      explainedPage(
        pack,
        [
          { name: "Zoo", given: [5, 4] },
          { name: "Park", given },
        ],
        2,
      );
    expect(under(page([5, "?"]), FIRST)).toBe(
      "  Better answers alone do not rank it: more has to be known first. What is open could still bring it to first place.\n",
    );
    expect(under(page([3, "?"]), FIRST)).toBe(
      "  Better answers alone do not rank it: more has to be known first. Nor does what is open bring it to first place.\n",
    );
  });

  it("takes meeting the minimums first, where it is set aside", () => {
    const pack = { ...TWO, criteria: TWO.criteria.map((each) => ({ ...each, minimum: 2 })) };
    const page = (given: readonly (number | string)[]) =>
      explainedPage(
        pack,
        [
          { name: "Zoo", given: [4, 4] },
          { name: "Park", given },
        ],
        2,
      );
    expect(under(page([1, 5]), FIRST)).toMatch(
      /^ {2}To be ranked it first has to meet its minimums\. It would be level with Zoo if Fit rose from 1 to 3, and ahead of it if Fit rose from 1 to 4\.$/m,
    );
    expect(under(page(["1-1.5", 5]), FIRST)).toBe("  Better answers to what is scored would not rank it.\n");
  });

  it("is nothing where nobody is ranked", () => {
    expect(under(explainedPage(TEN, [{ name: "Zoo", given: [] }]), FIRST)).toBe(
      "  Nobody is ranked, so there is no first place to reach.\n",
    );
  });
});

describe("other weights", () => {
  const two = (one: readonly (number | string)[], other: readonly (number | string)[], pack: Pack = TWO) =>
    under(
      explainedPage(
        pack,
        [
          { name: "Zoo", given: one },
          { name: "Park", given: other },
        ],
        2,
      ),
      WEIGHTS,
    );

  it.each([
    ["puts it first", [5, 3], [1, 5], "Choose it if you care only about Time: then it leads by 50.0 points."],
    [
      "makes it lead by most",
      [3, 3],
      [5, 4],
      "It leads as the questions weigh now, and by most, 50.0 points, if you care only about Fit.",
    ],
    [
      "never puts it first",
      [5, 5],
      [4, 2],
      "No weighting puts it first: under each one, somebody is ahead. It comes nearest, 25.0 points behind, if you care only about Fit.",
    ],
    [
      "shares first place at best",
      [5, 3],
      [4, 3],
      "No weighting puts it first alone. At best it shares first place, for example if you care only about Time.",
    ],
    [
      "shares it now",
      [4, 3],
      [4, 3],
      "It shares first place as the questions weigh now, and no weighting puts it first alone.",
    ],
  ] satisfies readonly (readonly [string, readonly number[], readonly number[], string])[])(
    "say which %s",
    (_what, one, other, expected) => {
      expect(two(one, other)).toBe(`  ${expected}\n`);
    },
  );

  it("say how much weight each question has, where it takes several", () => {
    const rows = [
      { name: "Zoo", given: [5, 1] },
      { name: "Park", given: [4, 4] },
      { name: "Pool", given: [1, 5] },
    ];
    const page = explainedPage(TWO, rows, 2, { importance: { fit: 9, time: 1 } });
    expect(under(page, WEIGHTS)).toBe(
      "  Choose it if you care most about Fit (50% of the weight) and Time (50%): then it leads by 25.0 points.\n",
    );
  });

  it("count a candidate that is not ranked yet as its score does now", () => {
    const pack = { ...TWO, coverageFloor: 1 };
    expect(two([3, 4], [5], pack)).toBe(
      "  As it is counted now, choose it if you care only about Fit: then it leads by 50.0 points.\n",
    );
    expect(two([5, 4], [3], pack)).toMatch(/^ {2}As it is counted now, no weighting puts it first: under each one/);
  });

  it("make no difference to who is set aside or compared with nobody", () => {
    expect(under(explainedPage(TEN, [{ name: "Zoo", given: [1, ...ALL_FOUR.slice(1)] }]), WEIGHTS)).toBe(
      "  It is set aside, and no weight makes up for a minimum.\n",
    );
    expect(under(explainedPage(TWO, [{ name: "Zoo", given: [4, 4] }]), WEIGHTS)).toBe(
      "  Nobody else is ranked, so it is first whatever the weights.\n",
    );
    expect(under(explainedPage(TEN, [{ name: "Zoo", given: [] }]), WEIGHTS)).toBe(
      "  Nobody is ranked, so there is nobody to weigh it against.\n",
    );
  });
});

describe("the page of an explanation", () => {
  it.each(Object.entries(HOSTILE_NAMES))("fits a screen of 80 columns with %s for a name", (_what, name) => {
    const rows = [
      { name, given: [5, 4, 4, 4, 4, 4, 3, 4, 4, 4] },
      { name: `${name} 2`, given: [4, 4, 4, 4, 4, 5, 4, "?", 4, 4] },
    ];
    for (const place of [1, 2]) {
      const text = screen(explainedPage(PACK, rows, place), { width: 80 });
      expect(Math.max(...text.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
    }
  });

  it("is made of any candidate in any decision, and its points add up", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        for (const standing of [...evaluation.ranking, ...evaluation.tooLittleKnown, ...evaluation.knockedOut]) {
          const explained = explanation(decision, evaluation, standing);
          const page = explanationPage(decision, evaluation, explained, { heading: "" });
          const [gains] = page.blocks.filter((block) => block.kind === "table");
          const rows = [...(gains?.rows ?? [])];
          const shown = rows.slice(0, explained.againstBest.length).map((row) => Number(row[2].text));
          const sum =
            shown.reduce((total, points) => total + points, 0) + (standing.priority === 0 ? 0 : standing.priority);
          expect(Math.abs(sum - Number(rows.at(-1)?.[2].text))).toBeLessThan(0.01);
          expect(screen(page)).not.toMatch(/undefined|NaN|Infinity|probab|likel|chance/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("refuses a candidate that the evaluation does not know", () => {
    const decision = decisionOn(TWO, [{ name: "Zoo", given: [4, 4] }]);
    const evaluation = evaluate(decision);
    const explained = explanation(decision, evaluation, evaluation.ranking[0]);
    expect(() => explanationPage(decision, { ...evaluation, ranking: [] }, explained, { heading: "" })).toThrow(
      RangeError,
    );
  });
});

function withAnswers(
  answers: Readonly<Record<string, Answer>>,
  pack: Pack = TWO,
  importance: Decision["importance"] = {},
): Decision {
  return decisionOn(pack, [{ name: "Zoo", kind: "museum", given: [] }], {
    importance,
    ballots: [{ answers: { c1: answers } }],
  });
}

function explained(decision: Decision): string {
  const evaluation = evaluate(decision);
  const [standing] = [...evaluation.ranking, ...evaluation.tooLittleKnown, ...evaluation.knockedOut];
  return screen(explanationPage(decision, evaluation, explanation(decision, evaluation, standing), { heading: "" }));
}

function headings({ blocks }: ReturnType<typeof explainedPage>): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
}

function anchorOf({ criteria }: Pack, id: string, answer: number): string | undefined {
  return criteria.find((each) => each.id === id)?.anchors.find((anchor) => anchor.answer === answer)?.text;
}
