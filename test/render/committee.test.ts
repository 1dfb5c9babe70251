import { describe, expect, it } from "vitest";
import type { Answer, Decision, Id, Pack } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { evaluationPage } from "../../src/render/pages/evaluation.ts";
import { displayWidth } from "../../src/render/width.ts";
import { HOSTILE_NAMES, screen } from "./show.ts";
import { decisionOn, PACK, type Row } from "./tour.ts";

type Given = Readonly<Record<string, Row["given"]>>;

/** Mission with a minimum of 2, and Position without. */
function small(more: Partial<Pack> = {}): Pack {
  const [first, second] = PACK.criteria;
  return { ...PACK, criteria: [first, { ...second, importance: 9 }], levels: [], coverageFloor: 0, ...more };
}

/** Several raters of one decision, each with what they gave. */
function committee(raters: Readonly<Record<string, Given>>, pack = small()): Decision {
  const rows = (given: Given) => Object.entries(given).map(([name, answers]) => ({ id: name, name, given: answers }));
  const [first, ...others] = Object.values(raters);
  const ballots = [first, ...others].map((given) => decisionOn(pack, rows(given)).ballots[0]);
  return {
    ...decisionOn(pack, rows(first)),
    ballots: ballots.map((ballot, rater) => ({ ...ballot, rater: Object.keys(raters)[rater] })),
  };
}

/** With something beside one rater's answer. */
function withGround(
  decision: Decision,
  rater: string,
  candidate: Id,
  criterion: Id,
  ground: Partial<Answer>,
): Decision {
  const ballots = decision.ballots.map((ballot) => {
    if (ballot.rater !== rater) return ballot;
    const about = { ...ballot.answers[candidate], [criterion]: { ...ballot.answers[candidate][criterion], ...ground } };
    return { ...ballot, answers: { ...ballot.answers, [candidate]: about as Readonly<Record<Id, Answer>> } };
  });
  return { ...decision, ballots };
}

function shown(decision: Decision, setting = {}, top?: number): string {
  const options = { heading: "Partners 2027", ...(top !== undefined && { top }) };
  return `\n${screen(evaluationPage(decision, evaluate(decision), options), { width: 80, ...setting })}`;
}

const oneParagraph = (text: string) => text.replace(/\s+/g, " ");

describe("the page of a committee", () => {
  const divided = withGround(
    withGround(
      committee({
        Ann: { Zoo: [4, 5], Park: [3, 2] },
        Bo: { Zoo: [1, 4], Park: [3, 4] },
        "Cy the Younger": { Zoo: [4, "?"], Park: ["-", "2-3"] },
      }),
      ...(["Bo", "Zoo", "mission", { note: "They turned two groups away, and said nothing.", basis: "seen" }] as const),
    ),
    ...(["Ann", "Zoo", "mission", { note: "Every promise kept.", evidence: "Minutes of May" }] as const),
  );

  it("begins with what is disputed, the furthest apart first, with everybody's answer and note together", () => {
    expect(shown(divided)).toMatchInlineSnapshot(`
      "
      Partners 2027
      2 ranked.
      3 raters: Ann, Bo and Cy the Younger. Cy the Younger abstains from 1 question.

      Where raters disagree
      Two steps apart or more, the furthest apart first: worth talking about before
      the ranking.

      Mission of Zoo: 3 steps apart
      Rater           Answer  Basis  Note                               Evidence
      Ann             4              Every promise kept.                Minutes of May
      Bo              1 ✗     seen   They turned two groups away, and
                                     said nothing.
      Cy the Younger  4

      Position of Park: 2 steps apart
      Rater           Answer
      Ann             2
      Bo              4
      Cy the Younger  2 to 3

      Single answers beyond a minimum
        ✗ Mission of Zoo: Bo answers 1, and the minimum is 2. All raters together come
          to 3, which meets it.

      Ranking
      Score 0 to 100; low–high: open answers at worst and at best.

      Rank  Candidate  0      100  Score  Low–high  Known
         1  Zoo        ▇▇▇▇▇▇▇░░░   68.8   69        100%
         2  Park       ▇▇▇▇▇░░░░░   47.9   46–50     100%

      In short
        Zoo leads by 20.9 points. Settled: no open answer can change the leader.
        It would be set aside if Mission fell from 3 to 1 on average; no change of any
        one importance would change the leader.
      "
    `);
  });

  it("on a narrow screen keeps each rater's answer and note together", () => {
    expect(shown(divided, { width: 38 }).split("\nRanking")[0]).toMatchInlineSnapshot(`
      "
      Partners 2027
      2 ranked.
      3 raters: Ann, Bo and Cy the Younger.
      Cy the Younger abstains from 1
      question.

      Where raters disagree
      Two steps apart or more, the furthest
      apart first: worth talking about
      before the ranking.

      Mission of Zoo: 3 steps apart
      Ann
        Answer 4
        Note: Every promise kept.
        Evidence: Minutes of May

      Bo
        Answer 1 ✗, Basis seen
        Note: They turned two groups away,
        and said nothing.

      Cy the Younger
        Answer 4

      Position of Park: 2 steps apart
      Rater           Answer
      Ann             2
      Bo              4
      Cy the Younger  2 to 3

      Single answers beyond a minimum
        ✗ Mission of Zoo: Bo answers 1, and
          the minimum is 2. All raters
          together come to 3, which meets
          it.
      "
    `);
  });

  it("shows at most so many disputes, and how many more there are", () => {
    const text = shown(divided, {}, 1);
    expect(text).toContain("Mission of Zoo: 3 steps apart");
    expect(text).not.toContain("Position of Park:");
    expect(text).toContain("1 more question.");
  });

  it("has a column for what stands beside an answer only where somebody wrote it", () => {
    const bare = committee({ Ann: { Zoo: [4, 5] }, Bo: { Zoo: [4, 2] } });
    expect(shown(bare)).toMatch(/Position of Zoo: 3 steps apart\nRater {2}Answer\nAnn {4}5\nBo {5}2\n/);
  });

  it.each(Object.entries(HOSTILE_NAMES))("%s as rater, candidate and note fits, harmless", (_what, name) => {
    const raters = { [`A ${name}`]: { [name]: [5, 5] }, [`B ${name}`]: { [name]: [1, "-"] } } as const;
    const decision = withGround(committee(raters), `A ${name}`, name, "mission", { note: name, evidence: name });
    for (const width of [20, 40, 80, 130]) {
      const text = shown(decision, { width });
      expect(Math.max(...text.split("\n").map(displayWidth))).toBeLessThanOrEqual(width);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
    }
  });
});

describe("a committee that is of one mind", () => {
  const agreed = committee({ Ann: { Zoo: [4, 5], Park: [3, 3] }, Bo: { Zoo: [5, 4], Park: [3, 2] } });

  it("is said to be", () => {
    expect(oneParagraph(shown(agreed))).toContain("2 raters: Ann and Bo. They are nowhere two steps apart. Ranking");
    expect(shown(agreed)).not.toContain("disagree");
  });

  it("of one rater is no committee", () => {
    const alone = { ...agreed, ballots: agreed.ballots.slice(0, 1) };
    expect(shown(alone)).not.toMatch(/rater|Ranking/);
  });

  it("takes a step of all together for a step of one", () => {
    expect(
      oneParagraph(shown(committee({ Ann: { Zoo: [4, 5], Park: [4, 5] }, Bo: { Zoo: [5, 4], Park: [4, 4] } }))),
    ).toContain("such as Mission of Zoo at 3.5 instead of 4.5 on average.");
  });
});

describe("who abstains", () => {
  it("is counted, and named with the candidates that are left out whole", () => {
    const decision = committee({
      Ann: { Zoo: [4, 4], Park: [4, 4] },
      Bo: { Zoo: ["-", "-"], Park: ["-", 4] },
      Cy: { Zoo: [4, "-"], Park: [4, "?"] },
    });
    expect(oneParagraph(shown(decision))).toContain(
      "3 raters: Ann, Bo and Cy. Bo abstains from 3 questions, all about Zoo among them; Cy abstains from 1 question.",
    );
  });

  it("is counted together in a crowd", () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 30 }, (_, rater) => [`R${rater + 1}`, { Zoo: ["-", 3] } satisfies Given]),
    );
    const text = oneParagraph(shown(committee(crowd)));
    expect(text).toContain("30 raters: R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12 and 18 others.");
    expect(text).toContain("R12 abstains from 1 question; 18 others abstain from some.");
  });
});

describe("a rater beyond a minimum", () => {
  const about = (...given: readonly (number | string)[]) =>
    oneParagraph(
      shown(
        committee(
          Object.fromEntries(given.map((answer, rater) => [`R${rater + 1}`, { Zoo: [answer, 3] } satisfies Given])),
        ),
      ),
    );

  it("is named, with what all together come to", () => {
    expect(about(1, 4)).toContain(
      "✗ Mission of Zoo: R1 answers 1, and the minimum is 2. All raters together come to 2.5, which meets it.",
    );
    expect(about(1, 2)).toContain(
      "R1 answers 1, and the minimum is 2. All raters together come to 1.5, which is beyond it too.",
    );
    expect(about(1, "1-4")).toContain("come to 1 to 2.5, which may still miss it.");
  });

  it("is marked at the answer where it is disputed", () => {
    expect(about(1, 4)).toContain("R1 1 ✗ R2 4");
  });

  it("is not looked for in an answer that only may be beyond", () => {
    expect(about("1-3", 4)).not.toContain("✗");
  });
});
