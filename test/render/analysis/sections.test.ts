import { describe, expect, it } from "vitest";
import type { Criterion, Id } from "../../../src/engine/decision.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../../engine/small.ts";
import { lead, section } from "./sections.ts";

const asked = (label: string, more: Partial<Criterion> = {}) => question(label.toLowerCase(), { label, ...more });
const FIT = asked("Fit");
const TIME = asked("Time");
const TWO = packOf([FIT, TIME]);

/** The worked example of the design: the middle one leads where the weights are even, each other at one end. */
const BETWEEN = decisionOn(TWO, {
  Museum: [score(5), score(1)],
  Zoo: [score(4), score(4)],
  Park: [score(1), score(5)],
});
const APART = decisionOn(TWO, { Zoo: [score(5), score(5)], Park: [score(2), score(2)] });
const EQUAL = decisionOn(TWO, { Zoo: [score(3), score(3)], Park: [score(3), score(3)] });
const TIED = decisionOn(TWO, { Zoo: [score(4), score(2)], Park: [score(2), score(4)] });
const NOTHING_KNOWN = decisionOn(TWO, { Zoo: [UNKNOWN, UNKNOWN], Park: [UNKNOWN, UNKNOWN] });
const GUARDED = packOf([asked("Fit", { minimum: 2 }), TIME]);
const AT_STAKE = decisionOn(GUARDED, { Zoo: [range(1, 5), score(4)], Park: [score(3), score(3)] });
const SET_ASIDE = decisionOn(GUARDED, {
  Zoo: [score(4), score(4)],
  Park: [score(3), score(3)],
  Bank: [score(1), score(5)],
});

function many(count: number) {
  const rows = Array.from({ length: count }, (_, place): [Id, readonly ReturnType<typeof score>[]] => [
    `Place ${String(place + 1).padStart(2, "0")}`,
    [score(1 + (4 * place) / count), score(5 - (3 * place) / count)],
  ]);
  return decisionOn(packOf([asked("Fit", { scale: FINE }), asked("Time", { scale: FINE })]), Object.fromEntries(rows));
}
const FINE = { min: 1, max: 5, step: 0.01 };

describe("how far each weight can move", () => {
  it("is a picture of who leads where, and words for it", () => {
    expect(section(BETWEEN, "stability")).toMatchInlineSnapshot(`
      "
      How far each weight can move
      The nearest change of one weight that ends the lead: if Fit mattered more than
      three times as much, Museum would lead.
      ▇ Zoo, B Museum, C Park; = is a tie, | today’s weight. The other weights keep
      their proportions.

      Question  0%              100%  Points  Leads with  Otherwise
      Fit       CCCCC▇▇▇▇▇|▇▇▇▇BBBBB       1  0.33 to 3   Park below, Museum above
      Time      BBBBB▇▇▇▇▇|▇▇▇▇CCCCC       1  0.33 to 3   Museum below, Park above
      "
    `);
  });

  it("is said with letters only on a screen of ASCII, and in cards on a narrow one", () => {
    expect(section(BETWEEN, "stability", { setting: { ascii: true } })).toContain("BBBBB#####|####CCCCC");
    expect(section(BETWEEN, "stability", { setting: { width: 31 } })).toMatchInlineSnapshot(`
      "
      How far each weight can move
      The nearest change of one
      weight that ends the lead: if
      Fit mattered more than three
      times as much, Museum would
      lead.
      ▇ Zoo, B Museum, C Park; = is a
      tie, | today’s weight. The
      other weights keep their
      proportions.

      Fit
        0% CCCCC▇▇▇▇▇|▇▇▇▇BBBBB 100%
        Points 1, Leads with 0.33 to
        3
        Otherwise: Park below, Museum
        above

      Time
        0% BBBBB▇▇▇▇▇|▇▇▇▇CCCCC 100%
        Points 1, Leads with 0.33 to
        3
        Otherwise: Museum below, Park
        above
      "
    `);
  });

  it("has the weights beside the picture where there is room", () => {
    expect(section(BETWEEN, "stability", { setting: { width: 130 } })).toContain(
      "Fit          50%  CCCCC▇▇▇▇▇|▇▇▇▇BBBBB  25% to 75%       1  0.33 to 3   Park below, Museum above",
    );
  });

  it("is any, where no weight makes a difference", () => {
    expect(lead(APART, "stability")).toBe("Zoo leads whatever any one question weighs.");
    expect(section(APART, "stability")).toContain("Fit       ▇▇▇▇▇▇▇▇▇▇|▇▇▇▇▇▇▇▇▇       1  any\n");
  });

  it("says of a tie that it is one, and who shares what", () => {
    expect(section(TIED, "stability")).toMatchInlineSnapshot(`
      "
      How far each weight can move
      Park and Zoo are tied, so that other weights can part them.
      ▇ Park, B Zoo; = is a tie, | today’s weight. The other weights keep their
      proportions.

      Question  0%              100%  Points  Leads with  Otherwise
      Fit       ▇▇▇▇▇▇▇▇▇▇|BBBBBBBBB       1  up to 1     Zoo
      Time      BBBBBBBBBB|▇▇▇▇▇▇▇▇▇       1  from 1      Zoo
      "
    `);
    expect(lead(EQUAL, "stability")).toBe(
      "Park and Zoo are tied, so that other weights can part them. Park stays first, alone or tied, whatever any one question weighs.",
    );
    expect(section(NOTHING_KNOWN, "stability")).toContain("==========|=========");
  });

  it("leaves out questions that weigh nothing", () => {
    const pack = packOf([FIT, asked("Time", { importance: 0 })]);
    const text = section(decisionOn(pack, { Zoo: [score(4), score(1)], Park: [score(2), score(5)] }), "stability");
    expect(text).toMatchInlineSnapshot(`
      "
      How far each weight can move
      The table says with which weights another leads.
      ▇ Zoo, B Park; = is a tie, | today’s weight. The other weights keep their
      proportions.

      Question  0%              100%  Points  Leads with  Otherwise
      Fit       BBBBBBBBBBBBB▇▇▇▇▇▇|       1  any         Park
      "
    `);
  });

  it("says of the only question that counts that any points of its own are all the weight", () => {
    const pack = packOf([FIT, asked("Time", { importance: 0 })]);
    const decision = decisionOn(pack, { Zoo: [score(4), score(1)], Park: [score(2), score(5)] });
    expect(lead(decision, "stability")).toBe("The table says with which weights another leads.");
  });

  it("cannot be told of a single question", () => {
    const one = decisionOn(packOf([FIT]), { Zoo: [score(4)], Park: [score(2)] });
    expect(lead(one, "stability")).toBe("Only one question is asked, so no weight can move.");
  });

  it("has a letter for 25 others who lead somewhere, and a sign for all beyond", () => {
    const questions = Array.from({ length: 32 }, (_, place) => asked(`Q${String(place).padStart(2, "0")}`));
    const rows = questions.map((_, own): [string, readonly ReturnType<typeof score>[]] => [
      `N${String(own).padStart(2, "0")}`,
      questions.map((__, place) => score(place === own ? 5 : 1)),
    ]);
    const all = decisionOn(packOf(questions), { Leader: questions.map(() => score(2)), ...Object.fromEntries(rows) });
    const text = section(all, "stability").replace(/\s+/g, " ");
    expect(text).toContain("Z N24, * 7 others; = is a tie");
    expect(text).toContain("Q30 |▇▇▇▇****");
  });
});

describe("which better answers would change the leader", () => {
  it("begins with the nearest, and has every other with its steps", () => {
    expect(section(BETWEEN, "flips")).toMatchInlineSnapshot(`
      "
      Which better answers would change the leader
      Of all others, Museum needs the fewest better answers: it would lead if Time
      rose from 1 to 4 (3 steps in all).

      Candidate  Steps to level  To lead  Better answers  Or one alone
      Museum                  2        3  Time 1 to 4     Time 1 to 4
      Park                    2        3  Fit 1 to 4      Fit 1 to 4
      "
    `);
  });

  it("has no column for one answer alone where one is never enough", () => {
    const text = section(APART, "flips");
    expect(text).not.toContain("Or one alone");
    expect(text).toMatchInlineSnapshot(`
      "
      Which better answers would change the leader
      Better scored answers alone would bring nobody past Zoo; what is open counts as
      the score counts it.

      Candidate  Steps to level  To lead  Better answers
      Park                    6        –  out of reach
      "
    `);
  });

  it("says of whoever is set aside that it would be back in", () => {
    expect(lead(SET_ASIDE, "flips")).toBe(
      "Of all others, Park needs the fewest better answers: it would lead if Fit rose from 3 to 5 and Time from 3 to 4 (3 steps in all).",
    );
    const far = decisionOn(GUARDED, {
      Zoo: [score(5), score(4)],
      Park: [score(2), score(2)],
      Bank: [score(1), score(5)],
    });
    expect(section(far, "flips")).toMatch(/\nBank \(set aside\) +3 +4 +Fit 1 to 5 +Fit 1 to 5\n/);
    expect(lead(far, "flips")).toBe(
      "Of all others, Bank needs the fewest better answers: it would be back in and lead if Fit rose from 1 to 5 (4 steps in all).",
    );
  });

  it("says where nobody can get past by answers that are scored", () => {
    const open = decisionOn(TWO, { Zoo: [score(5), score(5)], Park: [UNKNOWN, UNKNOWN] });
    expect(section(open, "flips")).toMatchInlineSnapshot(`
      "
      Which better answers would change the leader
      Better scored answers alone would bring nobody past Zoo; what is open counts as
      the score counts it.

      Candidate  Steps to level  To lead  Better answers
      Park                    –        –  out of reach
      "
    `);
  });

  it("counts no step to the level of whom one is tied with", () => {
    expect(section(EQUAL, "flips")).toMatchInlineSnapshot(`
      "
      Which better answers would change the leader
      Of all others, Zoo needs the fewest better answers: it would lead if Fit rose
      from 3 to 4 (1 step in all).

      Candidate  Steps to level  To lead  Better answers  Or one alone
      Zoo                     0        1  Fit 3 to 4      Fit 3 to 4
      "
    `);
  });
});

describe("whether the lead is settled", () => {
  it("is followed by what to ask, the one that changes most first", () => {
    const open = decisionOn(TWO, {
      Zoo: [score(4), score(4)],
      Park: [score(3), UNKNOWN],
      Farm: [range(1, 4), score(5)],
    });
    expect(section(open, "settled")).toMatchInlineSnapshot(`
      "
      Is the lead settled
      Not settled: Farm and Park could still lead. Ask first what changes the leader
      most often, if every value that the answer may have counts the same.

      Candidate  Question  Changes the leader  Points gained by asking
      Farm       Fit                      33%                      2.1
      Park       Time                      0%                      0.0
      "
    `);
  });

  it("is a sentence where nothing is open", () => {
    expect(section(APART, "settled")).toBe("\nIs the lead settled\nSettled: every question is answered.\n");
    expect(lead(EQUAL, "settled")).toBe("No open answer can part them.");
  });

  it("says where an answer may set its candidate aside, and so has no gain", () => {
    expect(section(AT_STAKE, "settled")).toMatchInlineSnapshot(`
      "
      Is the lead settled
      Not settled: Park could still lead. Ask first what changes the leader most
      often, if every value that the answer may have counts the same.

      Candidate  Question  Changes the leader  Points gained by asking
      Zoo        Fit                      25%         may set it aside
      "
    `);
  });

  it("says what weighs most where no single answer is enough", () => {
    const pack = packOf([FIT, TIME, asked("Means"), asked("Will")]);
    const far = decisionOn(pack, {
      Zoo: [score(5), score(4), score(5), score(4)],
      Park: [UNKNOWN, UNKNOWN, UNKNOWN, score(5)],
    });
    expect(section(far, "settled")).toMatchInlineSnapshot(`
      "
      Is the lead settled
      Not settled: Park could still lead. No single answer can change the leader,
      several together can: ask first what weighs most.

      Candidate  Question
      Park       Fit
      Park       Time
      Park       Means
      "
    `);
  });

  it("shows ten questions at most, and fewer where fewer are wanted", () => {
    const rows = Object.fromEntries(Array.from({ length: 9 }, (_, place) => [`P${place}`, [UNKNOWN, UNKNOWN]]));
    const rowsShown = (top?: number) =>
      section(decisionOn(TWO, rows), "settled", top === undefined ? {} : { page: { top } }).match(/^P\d /gm);
    expect(rowsShown()).toHaveLength(10);
    expect(rowsShown(3)).toHaveLength(3);
  });
});

describe("which ranks are still possible", () => {
  it("is told for each", () => {
    const open = decisionOn(TWO, { Zoo: [score(4), score(4)], Park: [score(3), UNKNOWN], Farm: [score(1), score(1)] });
    expect(section(open, "rankIntervals")).toMatchInlineSnapshot(`
      "
      Which ranks are still possible
      Once all that is open about the ranked is known, Zoo and Park can be first. 2
      ranks are certain already.

      Candidate  Rank now  Best  Worst
      Zoo               1     1      1
      Park              2     1      2
      Farm              3     3      3
      "
    `);
  });

  it("says who may be set aside", () => {
    expect(section(AT_STAKE, "rankIntervals")).toMatchInlineSnapshot(`
      "
      Which ranks are still possible
      Once all that is open about the ranked is known, Zoo and Park can be first.
      Every rank can still change.

      Candidate  Rank now  Best  Worst  May be set aside
      Zoo               1     1      1  yes
      Park              2     1      2  no
      "
    `);
  });

  it("is one rank each where nothing is open, and every rank where everything is", () => {
    expect(lead(APART, "rankIntervals")).toBe("Nothing that is open can move anybody: each has one rank.");
    expect(lead(NOTHING_KNOWN, "rankIntervals")).toBe(
      "Once all that is open about the ranked is known, Park and Zoo can be first. Every rank can still change.",
    );
  });
});

describe("who is better whatever counts", () => {
  it("is nobody where each is better at something", () => {
    expect(section(BETWEEN, "dominance")).toMatchInlineSnapshot(`
      "
      Who is better whatever counts
      Of no two is one at least as good on every question and better on some: what
      counts decides who is ahead.
      "
    `);
    expect(lead(EQUAL, "dominance")).toMatch(/^Of no two /);
  });

  it("is the leader where it is as good as everybody at everything", () => {
    expect(section(APART, "dominance")).toMatchInlineSnapshot(`
      "
      Who is better whatever counts
      Zoo is at least as good as every other on each question: no weights put another
      ahead.

      At least as good on everything  As    However open answers turn out
      Zoo                             Park  yes
      "
    `);
  });

  it("says which pairs, and whether an open answer may end it", () => {
    const pairs = decisionOn(TWO, {
      Museum: [score(5), score(2)],
      Zoo: [score(4), UNKNOWN],
      Park: [score(2), score(2)],
      Farm: [score(1), score(1)],
    });
    expect(section(pairs, "dominance")).toMatchInlineSnapshot(`
      "
      Who is better whatever counts
      5 pairs have one who is at least as good on every question and better on some:
      no weights put the other ahead.

      At least as good on everything  As    However open answers turn out
      Museum                          Park  yes
      Museum                          Farm  yes
      Zoo                             Park  no, as they count now
      Zoo                             Farm  yes
      Park                            Farm  yes
      "
    `);
  });
});

describe("who could come first", () => {
  it("is everybody, some, or nobody but in a tie", () => {
    const rows = { A: [score(5), score(1)], B: [score(1), score(5)], C: [score(3), score(3)], D: [score(2), score(3)] };
    expect(section(decisionOn(TWO, rows), "canWin")).toMatchInlineSnapshot(`
      "
      Who could come first
      A and B come first under some weights. C can share first place, and no more. No
      weights put D first. With the answers as they count now, shown are the weights
      that suit each best.

      Candidate  First   Ahead by  With these weights
      A          alone       50.0  Fit 100%
      B          alone       50.0  Time 100%
      C          shared       0.0  Fit 50%, Time 50%
      D          never      -12.5  Fit 50%, Time 50%
      "
    `);
    expect(lead(BETWEEN, "canWin")).toMatch(/^Each of them comes first under some weights/);
    expect(lead(EQUAL, "canWin")).toMatch(/^Nobody comes first alone, whatever the weights. Park and Zoo can share/);
    expect(lead(APART, "canWin")).toMatch(/^Zoo comes first under some weights. No weights put Park first./);
  });
});

describe("who is ahead of whom", () => {
  it("is the share of all weightings, pair by pair", () => {
    expect(section(BETWEEN, "pairwise")).toMatchInlineSnapshot(`
      "
      Who is ahead of whom under how many weightings
      Of all weightings of the questions, 75% put Zoo ahead of Museum. Each counts the
      same, which says how much rests on the weights, not how right a choice is.

      Candidate  Ahead of  Weightings  0%    100%
      Zoo        Museum           75%  ▇▇▇▇▇▇▇▇░░
      Zoo        Park             75%  ▇▇▇▇▇▇▇▇░░
      Museum     Park             50%  ▇▇▇▇▇░░░░░
      "
    `);
  });

  it("says which weightings count where not all do", () => {
    const text = lead(BETWEEN, "pairwise", { page: { model: "ranked" }, model: "ranked" });
    expect(text).toContain("Of all weightings that keep the questions in their order of importance, ");
  });

  it("says of two who are always level that they are", () => {
    expect(section(EQUAL, "pairwise")).toMatchInlineSnapshot(`
      "
      Who is ahead of whom under how many weightings
      Park and Zoo are level under every weighting. Each counts the same, which says
      how much rests on the weights, not how right a choice is.

      Candidate  Ahead of    Weightings  0%    100%
      Park       Zoo       always level
      "
    `);
  });

  it("shows the leader’s pairs only, of more than ten candidates, and says how to see all", () => {
    const rows = (count: number, page = {}) =>
      section(many(count), "pairwise", { page }).match(/^Place \d+ +Place \d+ /gm);
    expect(rows(10)).toHaveLength(45);
    expect(rows(11)).toHaveLength(10);
    expect(rows(11, { allPairs: true })).toHaveLength(55);
    expect(rows(11, { allPairs: true, top: 4 })).toHaveLength(4);
    expect(section(many(11), "pairwise")).toContain(
      "Only pairs with the leader are shown; for all of them, add --only pairwise.",
    );
    expect(section(many(11), "pairwise", { page: { top: 4 } })).toContain("\n6 more.\n");
  });
});

describe("who takes which rank how often", () => {
  it("is led by how the runs are made, and by who comes first", () => {
    expect(section(BETWEEN, "acceptability")).toMatchInlineSnapshot(`
      "
      Who takes which rank how often
      In each of 1,000 runs the importance of each question moves by up to 50% either
      way. Zoo comes first in all but below 0.3% of them. Such a share says how much
      rests on the weights and on what is open, not how right a choice is.

      Candidate   1st  ±   2nd   3rd
      Zoo         all  –  none  none
      Museum     none  –   50%   50%
      Park       none  –   50%   50%

      ± is the standard error of the first share, in points of a per cent. None is
      below 0.3% (3 in 1,000 runs), all is all but that.
      "
    `);
  });

  it("says none and all where no run or every run does, and what they stand for", () => {
    expect(section(APART, "acceptability", { runs: 100 })).toMatchInlineSnapshot(`
      "
      Who takes which rank how often
      In each of 100 runs the importance of each question moves by up to 50% either
      way. Zoo comes first in all but below 3% of them. Such a share says how much
      rests on the weights and on what is open, not how right a choice is.

      Candidate   1st  ±   2nd
      Zoo         all  –  none
      Park       none  –   all

      ± is the standard error of the first share, in points of a per cent. None is
      below 3% (3 in 100 runs), all is all but that.
      "
    `);
    expect(lead(APART, "acceptability", { runs: 100_000 })).toContain(
      "Zoo comes first in all but below 0.003% of them.",
    );
  });

  it("says what else moves: open answers, and who is set aside by them", () => {
    expect(section(AT_STAKE, "acceptability")).toMatchInlineSnapshot(`
      "
      Who takes which rank how often
      In each of 1,000 runs the importance of each question moves by up to 50% either
      way, and each open answer lies anywhere from its worst to its best. Zoo comes
      first in 74% of them, Park in 26%. Such a share says how much rests on the
      weights and on what is open, not how right a choice is.

      Candidate  1st     ±  2nd  Set aside
      Zoo        74%  1.39   3%        23%
      Park       26%  1.39  74%       none

      ± is the standard error of the first share, in points of a per cent. None is
      below 0.3% (3 in 1,000 runs), all is all but that.
      "
    `);
  });

  it.each([
    ["around", "moves by up to 20% either way"],
    ["any", "the questions have any weights at all"],
    ["ranked", "the questions have any weights that keep them in their order of importance"],
  ] as const)("says which weightings %s is", (model, words) => {
    expect(lead(BETWEEN, "acceptability", { model, spread: 0.2 })).toContain(words);
  });

  it("says whether every per cent is certain, where that was asked for", () => {
    expect(section(APART, "acceptability", { untilCertain: true, runs: 1_000_000 })).toContain(
      "every whole per cent is certain",
    );
    expect(section(BETWEEN, "acceptability", { untilCertain: true, runs: 100, model: "any" })).toContain(
      "After 100 runs not every whole per cent is certain",
    );
  });

  it("has more figures for a specialist", () => {
    expect(section(BETWEEN, "acceptability", { page: { detail: true } })).toMatchInlineSnapshot(`
      "
      Who takes which rank how often
      In each of 1,000 runs the importance of each question moves by up to 50% either
      way. Zoo comes first in all but below 0.3% of them. Such a share says how much
      rests on the weights and on what is open, not how right a choice is.

      Candidate   1st  ±   2nd   3rd
      Zoo         all  –  none  none
      Museum     none  –   50%   50%
      Park       none  –   50%   50%

      ± is the standard error of the first share, in points of a per cent. None is
      below 0.3% (3 in 1,000 runs), all is all but that.

      Weights that favor each
      Central weights are the mean of those under which a candidate is first. The
      confidence factor is the share of draws of the open answers in which these
      weights put it first. Entropy is 0 where its rank never changes and 1 where it
      has every rank as often.

      Candidate  Confidence  Entropy  Central weights
      Zoo              100%        0  Time 50%, Fit 50%
      Museum              –     0.63  never first
      Park                –     0.63  never first

      Every rank
      Candidate  Rank  Share     ±
      Zoo           1    all     0
      Museum        2    50%  1.58
      Museum        3    50%  1.58
      Park          2    50%  1.58
      Park          3    50%  1.58
      "
    `);
  });

  it("shows the first five ranks, and says where the others are", () => {
    const text = section(many(7), "acceptability");
    expect(text).toMatch(/ 1st +± +2nd +3rd +4th +5th\n/);
    expect(text).toContain("Ranks below 5 are left out; --detail has them.");
  });
});

describe("what the lead rests upon", () => {
  it("is nothing where no single change matters", () => {
    expect(section(APART, "restsUpon")).toMatchInlineSnapshot(`
      "
      What the lead rests upon
      On no single choice: Zoo leads without any of them. Tried one at a time: a
      question that counts nothing, no priority, the other rule for unknown answers, a
      minimum, a reason or a rater less.
      "
    `);
  });

  it("is a list of what would put another first", () => {
    const reasons = [{ id: "reach", label: "Reach new users", emphasis: { time: 3 }, readings: {} }];
    const pack = packOf([asked("Fit", { minimum: 2, importance: 3 }), asked("Time", { importance: 2 })], {
      reasons,
      unknown: "neutral",
      priority: { kinds: ["museum"], points: 6 },
    });
    const decision = decisionOn(
      pack,
      { Zoo: [score(2), score(5)], Park: [score(4), score(3)], Bank: [score(1), score(5)], Farm: [UNKNOWN, score(5)] },
      { reasons: ["reach"], about: { Zoo: { kind: "museum" } } },
    );
    expect(section(decision, "restsUpon")).toMatchInlineSnapshot(`
      "
      What the lead rests upon
      On 3 single choices: without any one of them, Farm would not be listed first.
      Tried one at a time: a question that counts nothing, no priority, the other rule
      for unknown answers, a minimum, a reason or a rater less.
        – If Fit counted nothing, Zoo would lead.
        – If Time counted nothing, Park would lead.
        – If unknown counted as the worst, Zoo would lead.
      "
    `);
  });
});
