import { describe, expect, it } from "vitest";
import type { Decision, Pack } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { evaluationPage } from "../../src/render/pages/evaluation.ts";
import { displayWidth } from "../../src/render/width.ts";
import { HOSTILE_NAMES, screen } from "./show.ts";
import { decisionOn, PACK, PRIORITY_PACK, type Row, TOUR } from "./tour.ts";

function shown(decision: Decision, setting = {}, top?: number): string {
  const options = { heading: "Partners 2027", ...(top !== undefined && { top }) };
  return `\n${screen(evaluationPage(decision, evaluate(decision), options), { width: 80, ...setting })}`;
}

/** What stands under a heading. */
function section(text: string, heading: string): string {
  const [, after = ""] = text.split(`\n${heading}\n`);
  const [lines] = after.split("\n\n");
  return lines.replaceAll("\n  ", " ").trim();
}

const inShort = (decision: Decision): string => section(shown(decision, { width: 10_000 }), "In short");

/** Two questions of equal weight, without levels, unless the test says otherwise. */
function small(more: Partial<Pack> = {}): Pack {
  const [first, second] = PACK.criteria;
  const { minimum: _minimum, ...free } = first;
  return {
    ...PACK,
    criteria: [
      { ...free, importance: 1 },
      { ...second, importance: 1 },
    ],
    levels: [],
    ...more,
  };
}

const rows = (given: Readonly<Record<string, Row["given"]>>): readonly Row[] =>
  Object.entries(given).map(([name, answers]) => ({ name, given: answers }));

describe("the page of an evaluation", () => {
  it("shows the ranking, the summary, who is too little known and who is set aside", () => {
    expect(shown(decisionOn(PRIORITY_PACK, TOUR))).toMatchInlineSnapshot(`
      "
      Partners 2027
      4 ranked, 1 too little known, 1 set aside.
      Score 0 to 100; low–high: open answers at worst and at best.

      Rank  Candidate               0      100  Score  Low–high  Known  Level
         1  Natural History Museum  ▇▇▇▇▇▇▇▇░░   80.3   79–82     100%  date
         2  国立科学博物館・北分館  ▇▇▇▇▇▇▒▒░░   66.3   56–77      78%  glance ?
        =3  Friends of the River    ▇▇▇▇▇▇▇░░░   65.4   65        100%  date
        =3  Park District           ▇▇▇▇▇▇▇░░░   65.4   65        100%  date

      In short
        Natural History Museum leads by 14.0 points. Not settled: Radio Este could
        still lead.
        It would be set aside if Mission fell from 5 to 1, and would lose the lead if
        Budget mattered 5.8 times as much.
        The answers support a date, as there is today. An engagement also needs a
        basis of told or better for Resources and Leaders.
        Find out next: Audience and Resources of Radio Este; then Culture of Natural
        History Museum.
        ? marks a candidate with an open answer that may still miss a minimum, and
        would then be set aside.
        3 points of the score are priority, for the kind of partner and not for an
        answer: Natural History Museum (museum), 国立科学博物館・北分館 (museum) and
        Radio Este (public broadcaster). Levels do not count them.

      Too little known
        Radio Este  23% known; anywhere from 23 to 99.
        Candidates are ranked from 60% known.

      Set aside
        ✗ Acme Payday Loans (would score 56.3): Mission is 1, the minimum is 2.
      "
    `);
  });

  it("on a wide screen has room for what it takes to go further", () => {
    expect(shown(decisionOn(PACK, TOUR.slice(0, 3)), { width: 120 })).toMatchInlineSnapshot(`
      "
      Partners 2027
      3 ranked.
      Score 0 to 100; low–high: open answers at worst and at best.

      Rank  Candidate               0                100  Score  Low–high  Known  Level     To go further
         1  Natural History Museum  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▒░░░░   77.3   76–79     100%  date      engagement: a basis of told or
                                                                                            better for Resources and Leaders
         2  Friends of the River    ▇▇▇▇▇▇▇▇▇▇▇▇▇░░░░░░░   65.4   65        100%  date      engagement: a basis of told or
                                                                                            better for Resources and Leaders
         3  国立科学博物館・北分館  ▇▇▇▇▇▇▇▇▇▇▇▒▒▒▒░░░░░   63.3   53–74      78%  glance ?  date: Culture 2 or more (not known
                                                                                            yet)

      In short
        Natural History Museum leads by 11.9 points. Settled: no open answer can change the leader.
        It would be set aside if Mission fell from 5 to 1, and would lose the lead if Budget mattered 4.6 times as much.
        The answers support a date, as there is today. An engagement also needs a basis of told or better for Resources and
        Leaders.
        ? marks a candidate with an open answer that may still miss a minimum, and would then be set aside.
      "
    `);
  });

  it("on a narrow screen is a card for each", () => {
    expect(shown(decisionOn(PACK, TOUR.slice(0, 2)), { width: 40 })).toMatchInlineSnapshot(`
      "
      Partners 2027
      2 ranked.
      Score 0 to 100; low–high: open answers
      at worst and at best.

      1 Natural History Museum
        0 ▇▇▇▇▇▇▇▇░░ 100
        Score 77.3, Low–high 76–79, Known
        100%, Level date

      2 国立科学博物館・北分館
        0 ▇▇▇▇▇▒▒░░░ 100
        Score 63.3, Low–high 53–74, Known 78%,
        Level glance ?

      In short
        Natural History Museum leads by 14.0
        points. Settled: no open answer can
        change the leader.
        It would be set aside if Mission fell
        from 5 to 1, and would lose the lead
        if Budget mattered 9.4 times as much.
        The answers support a date, as there
        is today. An engagement also needs a
        basis of told or better for Resources
        and Leaders.
        ? marks a candidate with an open
        answer that may still miss a minimum,
        and would then be set aside.
      "
    `);
  });

  it("in ASCII has no other character than those of names", () => {
    const text = shown(decisionOn(PRIORITY_PACK, TOUR), { ascii: true });
    expect(text.replaceAll("国立科学博物館・北分館", "")).toMatch(/^[\n -~]*$/);
    expect(text).toContain("x Acme Payday Loans");
  });

  it("shows so many of each list, and how many more there are", () => {
    const many = [
      ...Array.from(
        { length: 5 },
        (_, place): Row => ({ name: `Ranked ${place}`, given: [5, 3, 3, 3, 3, 3, 3, 3, 3, 3] }),
      ),
      ...Array.from({ length: 3 }, (_, place): Row => ({ name: `Unknown ${place}`, given: [5] })),
      ...Array.from({ length: 4 }, (_, place): Row => ({ name: `Out ${place}`, given: [1] })),
    ];
    const text = shown(decisionOn(PACK, many), {}, 2);
    expect(text).toContain("5 ranked, 3 too little known, 4 set aside.");
    expect(text).toContain("3 more ranked below.");
    expect(text).toContain("all 5 candidates are tied");
    expect(section(text, "Too little known")).toMatch(/^Unknown 0.*Unknown 1.* 1 more\./);
    expect(section(text, "Set aside")).toMatch(/2 more\.$/);
    expect(text).not.toContain("Ranked 2");
  });

  it.each(Object.entries(HOSTILE_NAMES))("%s is on the page, harmless, in lines that fit", (_what, name) => {
    const decision = decisionOn(
      PRIORITY_PACK,
      TOUR.map((row) => ({ ...row, name: `${name} ${row.name}` })),
      { title: name },
    );
    for (const width of [20, 40, 80, 130]) {
      const text = shown(decision, { width });
      expect(Math.max(...text.split("\n").map(displayWidth))).toBeLessThanOrEqual(width);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
    }
  });
});

describe("who leads", () => {
  it("is said with the margin, and that nothing is open", () => {
    expect(inShort(decisionOn(small(), rows({ Zoo: [5, 5], Park: [3, 3] })))).toBe(
      "Zoo leads by 50.0 points. Settled: every question is answered. No change of any one scored answer, or of any one importance, would change the leader.",
    );
  });

  it("leads by the difference of the scores that are shown", () => {
    // 81.04 and 76.06 are 4.98 apart.
    const decision = decisionOn(small(), rows({ Zoo: [4.2416, 4.2416], Park: [4.0424, 4.0424], Pool: [1, 1] }));
    const text = shown(decision);
    expect(text).toMatch(/81\.0.*\n.*76\.1/);
    expect(inShort(decision)).toMatch(/^Too close to call: Zoo is 4\.9 points ahead of Park/);
  });

  it("is less than a tenth of a point ahead where the shown scores are alike", () => {
    expect(inShort(decisionOn(small(), rows({ Zoo: [4.001, 4], Park: [4, 4] })))).toContain(
      "less than 0.1 points ahead of Park",
    );
  });

  it("is nobody alone in a tie", () => {
    const two = rows({ Zoo: [5, 3], Park: [3, 5], Pool: [1, 1] });
    expect(inShort(decisionOn(small(), two))).toBe(
      "Too close to call: Park and Zoo are tied at 75.0 points. No open answer can part them.",
    );
    const all = rows({ Zoo: [5, 3], Park: [3, 5], Pool: [4, 4] });
    expect(inShort(decisionOn(small(), all))).toBe(
      "Too close to call: all 3 candidates are tied at 75.0 points. No open answer can part them.",
    );
  });

  it("has nobody to be compared with where one is ranked", () => {
    expect(inShort(decisionOn(small(), rows({ Zoo: [5, 3] })))).toBe(
      "Zoo is the only candidate ranked, with 75.0 points: there is nobody to compare it with.",
    );
  });
});

describe("a close call", () => {
  it("names the step that puts another ahead, as the summary has it, rather than one that makes a tie", () => {
    const [first, second] = small().criteria;
    const pack = small({ criteria: [first, { ...second, importance: 1.5 }] });
    expect(inShort(decisionOn(pack, rows({ Zoo: [5, 4], Park: [4, 4], Pool: [4, 4] })))).toBe(
      "Too close to call: Zoo is 10.0 points ahead of Park and Pool, and one answer a step different would undo that, such as Position of Zoo at 3 instead of 4. No change of any one importance would put another ahead.",
    );
  });

  it("names a challenger's step where only that would undo it, that it is the only one, and that it makes a tie", () => {
    const decision = decisionOn(small(), rows({ Zoo: ["4-5", "4-5"], Park: [4, "3-5"] }));
    expect(inShort(decision)).toContain(
      "Zoo is 12.5 points ahead of Park, and one answer a step different would make that a tie: Mission of Park at 5 instead of 4. ",
    );
  });

  it("says that the step would set the leader aside, whatever its points", () => {
    const [first, second] = small().criteria;
    const pack = small({ criteria: [{ ...first, minimum: 3 }, second] });
    expect(inShort(decisionOn(pack, rows({ Zoo: [3, 5], Park: [3, 1] })))).toContain(
      "Zoo is 50.0 points ahead of Park, and one answer a step different would undo that: Mission of Zoo at 2 instead of 3, which would set it aside.",
    );
  });

  it("says where one step is the whole scale, so that a clear lead does not look close by mistake", () => {
    const [first, second] = small().criteria;
    const online = { ...second, label: "On the web", scale: { min: 0, max: 1, step: 1 } };
    expect(inShort(decisionOn(small({ criteria: [first, online] }), rows({ Zoo: [3, 1], Park: [3, 0] })))).toContain(
      "such as On the web of Zoo at 0 instead of 1 (there is nothing in between).",
    );
  });

  it("shows the step even where rounding would hide it", () => {
    const fine = small({
      criteria: small().criteria.map((each) => ({ ...each, scale: { min: 0, max: 0.004, step: 0.0004 } })),
    });
    expect(inShort(decisionOn(fine, rows({ Zoo: [0.004, 0.004], Park: [0.004, 0.0036] })))).toContain(
      "at 0.0036 instead of 0.004",
    );
  });
});

describe("whether the lead is settled", () => {
  const ofThree = (more: Partial<Pack> = {}) => {
    const [first, second] = small().criteria;
    return small({ criteria: [first, second, { ...first, id: "third", label: "Third", importance: 1 }], ...more });
  };

  it("names who could still lead, three at most", () => {
    const open = (count: number) =>
      decisionOn(
        ofThree({ coverageFloor: 0 }),
        rows({
          Zoo: [5, 5, 3],
          ...Object.fromEntries(Array.from({ length: count }, (_, place) => [`Park ${place + 1}`, [4, 4, "?"]])),
        }),
      );
    expect(inShort(open(1))).toBe(
      "Zoo leads by 16.6 points. Not settled: Park 1 could still lead. It would lose the lead if Mission fell from 5 to 2; no change of any one importance would do that. Find out next: Third of Park 1.",
    );
    expect(inShort(open(3))).toContain("Not settled: Park 1, Park 2 and Park 3 could still lead.");
    expect(inShort(open(5))).toContain("Not settled: Park 1, Park 2, Park 3 and 2 others could still lead.");
    expect(inShort(open(5))).toMatch(/Find out next: Third of Park 1; then Third of Park 2; then Third of Park 3\.$/);
  });

  it("is settled where no open answer reaches the leader, and then nothing is left to find out", () => {
    expect(inShort(decisionOn(ofThree(), rows({ Zoo: [5, 5, 5], Park: [2, 2, "?"] })))).toBe(
      "Zoo leads by 66.7 points. Settled: no open answer can change the leader. No change of any one scored answer, or of any one importance, would change the leader.",
    );
  });

  it("is not called settled where one step would undo the lead", () => {
    const close = decisionOn(ofThree(), rows({ Zoo: [4, 4, 4], Park: [4, 4, 3], Pool: [1, 1, "?"] }));
    expect(inShort(close)).toMatch(
      /^Too close to call: .*\. No open answer can change who is ahead\. It would fall behind/,
    );
    const known = decisionOn(ofThree(), rows({ Zoo: [4, 4, 4], Park: [4, 4, 3] }));
    expect(inShort(known)).toMatch(/^Too close to call: [^.]*8\.3 points[^.]*\. It would fall behind/);
  });

  it("of a tie depends on whether an open answer could part them", () => {
    const tied = decisionOn(ofThree(), rows({ Zoo: [4, 4, "?"], Park: [4, 4, "?"], Pool: [1, 1, 1] }));
    expect(inShort(tied)).toBe(
      "Too close to call: Park and Zoo are tied at 66.7 points. Not settled: an open answer could part them. Find out next: Third of Park; then Third of Zoo.",
    );
    const three = decisionOn(ofThree(), rows({ Zoo: [4, 4, 3], Park: [4, 4, 3], Pool: [4, 3, "?"] }));
    expect(inShort(three)).toContain("Park and Zoo are tied at 66.7 points. Not settled: Pool could still lead.");
  });

  it("of candidates about whom nothing is known is open for all of them", () => {
    const decision = decisionOn(ofThree({ coverageFloor: 0 }), rows({ Zoo: [], Park: [], Pool: [] }));
    expect(inShort(decision)).toBe(
      "Too close to call: all 3 candidates are tied at 50.0 points. Not settled: an open answer could part them. Find out next: Mission, Position and Third of Park.",
    );
  });

  it("takes no account of a question that weighs nothing", () => {
    const [first, second] = small().criteria;
    const pack = small({ criteria: [first, { ...second, importance: 0 }], coverageFloor: 0 });
    expect(inShort(decisionOn(pack, rows({ Zoo: [5, "?"], Park: [2, "?"] })))).toBe(
      "Zoo leads by 75.0 points. Settled: no open answer can change the leader. It would lose the lead if Mission fell from 5 to 1; no change of any one importance would do that.",
    );
  });

  it("counts somebody about whom too little is known, even one who is above the leader whatever is open", () => {
    const [first, second] = small().criteria;
    const pack = small({
      criteria: [
        { ...first, importance: 4 },
        { ...second, importance: 6 },
      ],
      coverageFloor: 0.6,
    });
    const below = decisionOn(pack, rows({ Zoo: [3, 3], Radio: [5] }));
    expect(inShort(below)).toContain("Not settled: Radio could still lead. Find out next: Position of Radio.");
    const above = decisionOn(pack, rows({ Zoo: [1, 1], Radio: [5] }));
    expect(inShort(above)).toBe(
      "Zoo is the only candidate ranked, with 0.0 points: there is nobody to compare it with. Not settled: once enough is known, only Radio could lead.",
    );
  });

  it("goes without saying for the only candidate, but its minimum does not", () => {
    const [first, second] = small().criteria;
    const pack = small({ criteria: [first, { ...second, minimum: 2 }], coverageFloor: 0 });
    expect(inShort(decisionOn(pack, rows({ Zoo: ["?", 4] })))).not.toMatch(/settled|Find out/i);
    expect(inShort(decisionOn(pack, rows({ Zoo: [5, "?"] })))).toMatch(
      /nobody to compare it with\. Find out next: Position of Zoo\. \? marks/,
    );
  });

  it("asks about a minimum at stake, however far the leader is ahead", () => {
    const [first, second] = small().criteria;
    const pack = small({ criteria: [first, { ...second, importance: 0, minimum: 2 }], coverageFloor: 0 });
    expect(inShort(decisionOn(pack, rows({ Zoo: [5, "?"], Park: [1, 3] })))).toMatch(
      /^Zoo leads by 100\.0 points\. Not settled: Park could still lead\. .* Find out next: Position of Zoo\./,
    );
  });
});

describe("where nobody is ranked", () => {
  it("without candidates, says to list some", () => {
    const text = shown(decisionOn(PACK, []));
    expect(text).toMatchInlineSnapshot(`
      "
      Partners 2027
      No candidates yet.

      In short
        There is nobody to rank. List the candidates in the file, each with a name,
        and answer the questions.
      "
    `);
  });

  it("says that all are set aside", () => {
    const none = rows({ Acme: [1], Bank: [1], Casino: [1] });
    expect(inShort(decisionOn(PACK, none))).toMatchInlineSnapshot(
      `"Nobody is ranked: all 3 candidates are set aside by a minimum. Look for other candidates, or ask whether a minimum in the criteria is stricter than you mean."`,
    );
    expect(inShort(decisionOn(PACK, none.slice(0, 2)))).toContain("both candidates are set aside by a minimum");
    expect(inShort(decisionOn(PACK, none.slice(0, 1)))).toContain("the only candidate is set aside by a minimum");
  });

  it("says about whom too little is known, and what to ask", () => {
    expect(inShort(decisionOn(PACK, rows({ Zoo: [5], Park: [], Acme: [1] })))).toMatchInlineSnapshot(
      `"Nobody is ranked yet: too little is known about Zoo and Park, and 1 is set aside. What weighs most and is still open: Mission, Audience and Resources."`,
    );
    expect(shown(decisionOn(PACK, rows({ Park: [] })))).toContain("Park  nothing known; anywhere from 0 to 100.");
  });
});

describe("levels", () => {
  const full = (...given: Row["given"]): Row["given"] => given;

  it("names what the next one needs, in words and with what is there", () => {
    const almost = { name: "Zoo", held: "date", given: full(4, 4, 4, 4, 4, 4, 4, "2-4", 1, "?") } as const;
    expect(inShort(decisionOn(PACK, [almost]))).toMatchInlineSnapshot(
      `"Zoo is the only candidate ranked, with 65.8 points: there is nobody to compare it with. It would be set aside if Mission fell from 4 to 1. The answers support a date, as there is today. An engagement also needs Culture 3 or more (is 2 at worst), Budget 2 or more (is 1), and a basis of told or better for Resources and Leaders."`,
    );
  });

  it("says that there is none better, and what exists today", () => {
    const levels = PACK.levels.map((level) => ({ ...level, conditions: { answers: {}, basis: {} } }));
    const pack = { ...PACK, levels };
    const given = full(5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
    expect(inShort(decisionOn(pack, [{ name: "Zoo", given }]))).toContain(
      "The answers support a marriage, the most there is.",
    );
    expect(inShort(decisionOn(pack, [{ name: "Zoo", held: "marriage", given }]))).toContain(
      "a marriage, as there is today.",
    );
  });

  it("says that today's relationship goes further than the answers", () => {
    const zoo = { name: "Zoo", held: "marriage", given: full(2, 2, 2, 2, 2, 2, 2, 2, 2, 2) } as const;
    expect(inShort(decisionOn(PACK, [zoo]))).toContain(
      "support a glance. Today there is a marriage, which is more. A date also needs",
    );
  });

  it("are said for each of two who are tied, and of many stand in the table", () => {
    const given = full(4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    const names = ["Zoo", "Park", "Pool", "Farm"];
    const two = inShort(
      decisionOn(
        PACK,
        names.slice(0, 2).map((name) => ({ name, given })),
      ),
    );
    expect(two).toContain("Park: the answers support a date.");
    expect(two).toContain("Zoo: the answers support a date.");
    const four = inShort(
      decisionOn(
        PACK,
        names.map((name) => ({ name, given })),
      ),
    );
    expect(four).toContain("The levels that the answers support stand in the table.");
  });

  it("are left out where the pack has none", () => {
    const text = shown(decisionOn(small(), rows({ Zoo: [5, 4], Park: [3, 4] })));
    expect(text).not.toMatch(/level/i);
  });

  it("show a score that is short by less than is shown otherwise", () => {
    const [marriage, , , glance] = PACK.levels;
    const pack = small({ levels: [{ ...marriage, conditions: { score: 75, answers: {}, basis: {} } }, glance] });
    expect(inShort(decisionOn(pack, rows({ Zoo: [4, 3.999] })))).toContain("a score of 75 or more (is 74.99)");
  });
});

describe("minimums", () => {
  const guarded = small({ criteria: small().criteria.map((criterion) => ({ ...criterion, minimum: 2 })) });

  it("that may still be missed are marked, with what the mark means", () => {
    const text = shown(decisionOn(guarded, rows({ Zoo: ["1-3", 5], Park: [3, 3] })), { width: 100 });
    expect(text).toMatchInlineSnapshot(`
      "
      Partners 2027
      2 ranked.
      Score 0 to 100; low–high: open answers at worst and at best.

      Rank  Candidate  0      100  Score  Low–high  Known  Minimums
         1  Zoo        ▇▇▇▇▇▒▒▒░░   62.5   50–75     100%  open ?
         2  Park       ▇▇▇▇▇░░░░░   50.0   50        100%  met

      In short
        Too close to call: Zoo is 12.5 points ahead of Park, and one answer a step different would make
        that a tie, such as Position of Zoo at 4 instead of 5. Not settled: Park could still lead.
        It would fall behind if Position fell from 5 to 3, or if Mission mattered more than twice as much.
        Find out next: Mission of Zoo.
        ? marks a candidate with an open answer that may still miss a minimum, and would then be set
        aside. For Zoo that is Mission.
      "
    `);
  });

  it("that are missed say what is and what may be, in the question's direction", () => {
    const [first, second] = guarded.criteria;
    const pack = small({
      criteria: [
        { ...first, label: "Distance", direction: "lower-is-better", minimum: 3 },
        { ...second, label: "Trust", minimum: 3.5 },
      ],
    });
    const decision = decisionOn(pack, rows({ Acme: ["4-5", 3], Bank: [5, 4], Zoo: [3, 4] }));
    expect(section(shown(decision), "Set aside")).toMatchInlineSnapshot(
      `"✗ Bank (would score 37.5): Distance is 5, the most allowed is 3. ✗ Acme (would score 31.3): Distance is 4 at best, the most allowed is 3; Trust   is 3, the minimum is 3.5."`,
    );
  });
});

describe("numbers that rounding would make alike", () => {
  it("are told apart where an answer misses a minimum by a hair, and coverage its floor", () => {
    const [first, second] = small().criteria;
    const criteria = [
      { ...first, minimum: 2 },
      { ...second, importance: 0.6678 },
    ];
    const text = shown(decisionOn(small({ criteria, coverageFloor: 0 }), rows({ Acme: [1.9996, 3] })));
    expect(section(text, "Set aside")).toContain("Mission is 1.9996, the minimum is 2.");
    const close = shown(decisionOn(small({ criteria, coverageFloor: 0.6 }), rows({ Zoo: [3] })));
    expect(section(close, "Too little known")).toMatch(/^Zoo {2}59\.96% known.*from 60% known\.$/);
  });
});

describe("priority", () => {
  const kinds = (given: readonly string[]): Decision =>
    decisionOn(
      PRIORITY_PACK,
      given.map((kind, place) => ({ name: `Candidate ${place + 1}`, kind, given: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4] })),
    );

  it("is named for each who has it", () => {
    expect(inShort(kinds(["museum", "business", "public-broadcaster"]))).toContain(
      "3 points of the score are priority, for the kind of partner and not for an answer: Candidate 1 (museum) and Candidate 3 (public broadcaster). Levels do not count them.",
    );
  });

  it("is counted where many have it, and denied where nobody does", () => {
    expect(inShort(kinds(Array.from({ length: 9 }, () => "museum")))).toContain("Candidate 3 (museum) and 6 others.");
    expect(inShort(kinds(["business"]))).toContain(
      "Nobody here has the 3 points of priority for a kind (museum and public broadcaster).",
    );
  });

  it("does not stretch a bar beyond its end, and is not in the score that a level asks for", () => {
    const pack = { ...PRIORITY_PACK, priority: { kinds: ["museum"], points: 60 } };
    const given = Array.from({ length: 10 }, () => 3);
    const text = shown(decisionOn(pack, [{ name: "Zoo", kind: "museum", given }]), { width: 130 });
    expect(text).toMatch(/▇{20} +110\.0/);
    expect(text.replace(/\s+/g, " ")).toContain("a score of 62.5 or more without priority points (is 50)");
  });
});
