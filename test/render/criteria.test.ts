import { describe, expect, it } from "vitest";
import type { Pack } from "../../src/engine/decision.ts";
import { criteriaListPage, criteriaPage } from "../../src/render/pages/criteria.ts";
import { displayWidth } from "../../src/render/width.ts";
import { HOSTILE_NAMES, screen } from "./show.ts";
import { PACK, PRIORITY_PACK } from "./tour.ts";

const text = screen(criteriaPage(PRIORITY_PACK));
const flat = text.replace(/\s+/g, " ");

/** From a heading to the next. */
function section(heading: string, whole = text): string {
  const start = whole.indexOf(`\n${heading}\n`);
  const next = whole.slice(start + 1).search(/\n\n(?=\S)/);
  return whole.slice(start, next === -1 ? undefined : start + 1 + next + 1);
}

describe("a pack on paper", () => {
  it("says how to score", () => {
    expect(section("How to score")).toMatchInlineSnapshot(`
      "
      How to score
        1 against us
        2 weak
        3 acceptable
        4 good
        5 exceptional

        – Score what you have seen, read or been told, not what you hope. If you have
          nothing, answer unknown.
        – Read all five sentences, then choose the one that fits best. If you waver
          between two, give a range.
        – Score one question for every candidate before going to the next question.
        – A 5 is rare. If every candidate has a 5 on a question, the question is not
          helping you choose.
        – An answer is a number from 1 to 5, or a range such as 4-5. Where nobody
          knows yet and somebody should ask, the answer is unknown; where a rater may
          not or cannot judge, it is abstain.
        – A question without an answer counts half of what it could, and the score is
          shown with the lowest and the highest that it may still become. A candidate
          is ranked once 60% of the weight is answered; before that, it is listed as
          too little known.
        – Beside an answer may stand its basis: seen, read, told, guess; the best
          comes first. It changes no score; levels ask for it.
      "
    `);
  });

  it("shows all questions at a glance, with weights that add up to 100", () => {
    expect(section("The questions")).toMatchInlineSnapshot(`
      "
      The questions
      No.  Question               In a file    Group     Importance  Weight  Minimum
        1  Mission                mission      worth              9     15%  2 or more
        2  Position in the        position     worth              5      8%
           community
        3  People served          audience     worth              8     13%
        4  Assets and strengths   resources    worth              8     13%
        5  Strategic directions   strategy     worth              6     10%
        6  Leaders                leadership   workable           6     10%
        7  Timing                 timing       workable           4      7%
        8  Culture, and working   culture      workable           7     12%  2 or more
           together
        9  Planning and budget    budget       workable           4      7%
           cycle
       10  Unique opportunities   opportunity  worth              3      5%
      "
    `);
    const weights = [...section("The questions").matchAll(/(\d+)%/g)].map(([, weight]) => Number(weight));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it("shows each question with all that helps to answer it", () => {
    expect(section("8. Culture, and working together")).toMatchInlineSnapshot(`
      "
      8. Culture, and working together
        What is the partner's corporate culture, and can you work together?
        Importance 7, which is 12% of the weight. The minimum is 2: a candidate with
        less is set aside.
        Why: Respect, trust, openness and compromise decide whether shared work feels
        shared. It is the hardest answer to obtain from a desk; a small joint task
        tells more than any document.
        Not this: How they work and treat people, not what they believe in (mission).

        1 Their way of working breaks our basic rules, such as open access, patron
          privacy, safety of children or honest dealing, or a past partner was treated
          badly and nothing has changed.
        2 Pace, style or decision rules differ so much that simple tasks stall;
          problems surface late or not at all.
        3 Different, but we have talked about it and agreed how to decide, communicate
          and disagree.
        4 A joint task or earlier project went well; a problem arose, was told early
          and was solved together.
        5 Repeated shared work, in which credit, work and bad news were shared openly
          and both sides changed something for it.

        Ask:
        – Tell us of a partnership that went wrong. What did you do?
        – Who must approve a flyer, and how long does that take?
        – How do you treat a complaint from the public about a shared program?
        – What annoys people about working with libraries?

        Look for:
        – How the meetings and replies so far went, written down the same day
        – Two past partners, asked the same three questions
        – Policies on privacy, safeguarding, complaints and accessibility
        – A small trial task and what came of it

        Trap: People like us feel easy to work with. Score what happened, not comfort.
        Where there has been no shared work yet, this is seldom above 3.
      "
    `);
  });

  it("shows levels with their conditions in words", () => {
    expect(section("Levels of relationship")).toMatchInlineSnapshot(`
      "
      Levels of relationship
      From most to least committed. A candidate reaches the first whose conditions all
      hold; a range counts at its worse end.

        Marriage
        A formal, long-term agreement to share the work, the risk and the results,
        with joint investment and authority.
        Needs: a score of 75 or more without priority points; Mission, Resources,
        Strategy, Leaders and Culture 4 or more; Position, Timing and Budget 3 or
        more; a basis of read or better for Mission, Resources and Budget; a basis of
        seen for Leaders and Culture; every question answered; and an engagement
        first.
        Why: Compatible goals need mission and strategy at 4; joint investment needs
        resources at 4 and budget at 3; shared authority needs leaders and culture at
        4; a long term leaves nothing unanswered. The engagement is the trial, so a
        first meeting cannot score its way to a marriage.
        Who decides: library board, on the director's proposal
        Write down: An agreement with goals, contributions, money, decision rights,
        credit, data, measures, yearly review and how to end.

        Engagement
        An agreement to work toward a marriage through a trial phase with an end.
        Needs: a score of 62.5 or more without priority points; Mission, Resources,
        Strategy, Leaders, Timing and Culture 3 or more; Position and Budget 2 or
        more; a basis of told or better for Resources and Leaders; and 80% known.
        Advised: only after a date.
        Why: It aims at a marriage, so each thing a marriage needs must be at least
        acceptable and nothing may be against us. But it is an experiment, so some
        answers may still be open, and it may fail cheaply.
        Who decides: library director
        Write down: Two pages with aim, trial tasks, contributions, measures, the date
        of the decision, and what happens if nobody decides (it returns to a date).

        Date
        An agreement for one specific short-term activity or commitment.
        Needs: a score of 50 or more without priority points; Mission, Position,
        Leaders and Culture 2 or more; Timing 3 or more; and 60% known.
        Why: It must be possible soon (timing 3), nobody may object in principle, and
        the match must be acceptable on average. Strategy and budget do not matter for
        one afternoon.
        Who decides: partnership coordinator
        Write down: One page with what, when, who does what, who pays, and how we will
        know that it went well.

        Glance
        Any overture or contact.
        Needs: nothing; it is open to everyone who is not set aside.
        Why: Everyone who is not set aside can be greeted, thanked and remembered.
        Who decides: any member of staff, who tells the coordinator
        Write down: A line in the register with who, when, what was said, and when to
        look again.
      "
    `);
  });

  it("shows reasons, kinds, priority and readiness", () => {
    expect(section("Reasons to partner").split("\n\n").slice(0, 3).join("\n\n")).toMatchInlineSnapshot(`
      "
      Reasons to partner
      A reason makes some questions more important. Where there are several, each
      question takes the mean of what they say.

        Reach new library users (reach-new-users)
        Importance: Position × 1.5 and Audience × 2.
        Why: New users come through people they already know (audience) and trust
        (position).
        – Audience: Score high where few of these people use the library now.

        Reach current library patrons in a new way (reach-patrons-new-way)
        Importance: Audience × 1.25, Resources × 1.5 and Culture × 1.25.
        Why: The partner's skills and spaces make it new, the same patrons must be
        theirs too, and patrons notice friction.
        – Audience: Score high where they meet the same people as we do, elsewhere or
          otherwise."
    `);
    expect(section("Kinds of partner")).toMatchInlineSnapshot(`
      "
      Kinds of partner
        Business, Civic group (civic-group), Nonprofit organization (nonprofit),
        School or college (school-or-college), Library, Museum, Public broadcaster
        (public-broadcaster) and Government agency (government-agency).
      "
    `);
    expect(section("Priority")).toMatchInlineSnapshot(`
      "
      Priority
        3 points on top of the score, always shown apart, for museum and public
        broadcaster.
        Why: Less than one step on mission (3.75 points), so it decides a close call
        and nothing more.
      "
    `);
    expect(section("Is the library ready?").split("\n\n").at(-1)).toMatchInlineSnapshot(`
      "  Partnering is a formal process. (formal-process)
        Who decides at each level, when are importance and minimums fixed, and what is
        signed?
        Yes: Deciders, importance, minimums and forms of agreement are settled before
        scoring.
        Partly: The deciders are known.
        No: We will see who scores best.
        Remedy: Settle the deciders, freeze importance and minimums, declare any ties
        to candidates, then score.
        After a no, any level above a date carries a warning.
      "
    `);
  });

  it("leaves nothing out", () => {
    const said = (words: string | undefined) => expect(flat).toContain((words ?? "").replace(/\s+/g, " "));
    for (const { question, why, notThis, trap, anchors, probes, evidence } of PACK.criteria) {
      for (const words of [question, why, notThis, trap, ...probes, ...evidence]) said(words);
      for (const anchor of anchors) said(anchor.text);
    }
    for (const { meaning, why, decidedBy, writeDown } of PACK.levels) {
      for (const words of [meaning, why, decidedBy, writeDown]) said(words);
    }
    for (const { label, why, readings } of PACK.reasons)
      for (const words of [label, why, ...Object.values(readings)]) said(words);
    for (const { statement, ask, yes, partly, no, remedy } of PACK.readiness) {
      for (const words of [statement, ask, yes, partly, no, remedy]) said(words);
    }
    for (const { rule } of PACK.scale.rules) said(rule);
  });

  it("fits on paper where no width is known, and on a narrow screen", () => {
    expect(Math.max(...text.split("\n").map(displayWidth))).toBeLessThanOrEqual(80);
    const narrow = screen(criteriaPage(PACK), { width: 40 });
    expect(Math.max(...narrow.split("\n").map(displayWidth))).toBeLessThanOrEqual(40);
  });
});

describe("a pack of another kind", () => {
  const bare: Pack = {
    id: "stops",
    title: "Bookmobile stops",
    scale: { min: 1, max: 5, step: 1, words: [], rules: [] },
    unknown: "worst",
    coverageFloor: 0,
    criteria: [
      {
        id: "distance",
        label: "Distance",
        question: "How many kilometers?",
        importance: 1,
        minimum: 30,
        direction: "lower-is-better",
        scale: { min: 0, max: 40, step: 5 },
        anchors: [],
        probes: [],
        evidence: [],
      },
      {
        id: "families",
        label: "Families",
        question: "How many come by?",
        importance: 0.005,
        direction: "higher-is-better",
        scale: { min: 0, max: 300, step: 25 },
        values: [
          { answer: 0, value: 0 },
          { answer: 50, value: 0.6 },
          { answer: 300, value: 1 },
        ],
        anchors: [],
        probes: [],
        evidence: [],
      },
    ],
    reasons: [],
    levels: [],
    readiness: [],
  };

  it("says what is different, and is silent about what it lacks", () => {
    expect(`\n${screen(criteriaPage(bare))}`).toMatchInlineSnapshot(`
      "
      Bookmobile stops
      stops

      How to score
        – An answer is a number from 1 to 5, or a range such as 4-5. Where nobody
          knows yet and somebody should ask, the answer is unknown; where a rater may
          not or cannot judge, it is abstain.
        – A question without an answer counts as its worst answer, and the score is
          shown with the lowest and the highest that it may still become. A candidate
          is ranked however little is known.

      The questions
      No.  Question  In a file  Importance  Weight  Minimum
        1  Distance  distance            1   99.5%  30 or less
        2  Families  families        0.005    0.5%

      1. Distance
        How many kilometers?
        Importance 1, which is 99.5% of the weight. The most allowed is 30: a
        candidate with more is set aside.
        Answers go from 0 to 40, in steps of 5. Less is better.

      2. Families
        How many come by?
        Importance 0.005, which is 0.5% of the weight.
        Answers go from 0 to 300, in steps of 25. Of 100, 0 counts 0, 50 counts 60 and
        300 counts 100; between them evenly.
      "
    `);
  });

  it("without any importance still has a page", () => {
    const criteria = bare.criteria.map((criterion) => ({ ...criterion, importance: 0 }));
    expect(screen(criteriaPage({ ...bare, criteria }))).toContain("Importance 0, which is 0% of the weight.");
  });

  it.each(Object.entries(HOSTILE_NAMES))("%s in a title, a question and an anchor is harmless", (_what, name) => {
    const criteria = PACK.criteria.map((criterion) => ({
      ...criterion,
      label: name,
      question: name,
      anchors: [{ answer: 1, text: name }],
    }));
    const shown = screen(criteriaPage({ ...PACK, title: name, criteria }), { width: 60 });
    expect(Math.max(...shown.split("\n").map(displayWidth))).toBeLessThanOrEqual(60);
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
  });
});

it("the list of packs has their ids, titles and how many questions they ask", () => {
  expect(`\n${screen(criteriaListPage([PRIORITY_PACK, PACK]), { width: 80 })}`).toMatchInlineSnapshot(`
    "
    Criteria packs

    Pack                     Title                                         Questions
    better-together          Ten questions, with priority to museums and          10
                             public broadcasters
    partnering-with-purpose  Ten questions for choosing a community               10
                             partner
    "
  `);
});
