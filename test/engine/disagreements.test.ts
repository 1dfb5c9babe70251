import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Decision } from "../../src/engine/decision.ts";
import { disagreements } from "../../src/engine/disagreements.ts";
import { anyDecision } from "../any.ts";
import { ABSTAIN, packOf, question, range, score, UNKNOWN } from "./small.ts";

/** One candidate, a row of answers a rater. */
function committee(rows: readonly (readonly Answer[])[], pack = packOf([question("fit"), question("time")])): Decision {
  const ballots = rows.map((row, rater) => ({
    rater: `Rater ${rater + 1}`,
    answers: { zoo: Object.fromEntries(row.map((answer, at) => [pack.criteria[at].id, answer])) },
  }));
  return { reasons: [], readiness: {}, pack, importance: {}, candidates: [{ id: "zoo", name: "Zoo" }], ballots };
}

function steps(...answers: readonly Answer[]): readonly number[] {
  return disagreements(committee(answers.map((answer) => [answer]))).map((found) => found.steps);
}

describe("disagreements", () => {
  it.each<[string, readonly Answer[], readonly number[]]>([
    ["one step apart is no disagreement", [score(4), score(5)], []],
    ["two steps apart is one", [score(3), score(5)], [2]],
    ["the furthest two of three count", [score(1), score(3), score(5)], [4]],
    ["a range counts at its middle", [range(1, 2), score(4)], [2.5]],
    ["unknown and abstain disagree with nobody", [UNKNOWN, ABSTAIN, score(1)], []],
    ["a range over the whole scale says nothing", [range(1, 5), score(5)], []],
    ["one rater alone does not disagree", [score(1)], []],
    ["a hair below two steps is two steps", [score(3 + 1e-12), score(5)], [2 - 1e-12]],
  ])("%s", (_, answers, expected) => {
    expect(steps(...answers)).toEqual(expected.map((number) => expect.closeTo(number, 9)));
  });

  it("measures in steps of the question's own scale", () => {
    const pack = packOf([question("km", { scale: { min: 0, max: 40, step: 10 } })]);
    expect(disagreements(committee([[score(0)], [score(19)]], pack))).toEqual([]);
    expect(disagreements(committee([[score(0)], [score(25)]], pack))[0].steps).toBe(2.5);
  });

  it("puts the furthest apart first and says who said what", () => {
    const noted: Answer = { kind: "score", score: 1, note: "They left early" };
    const found = disagreements(
      committee([
        [score(5), score(5)],
        [score(3), noted],
        [UNKNOWN, ABSTAIN],
      ]),
    );
    expect(found).toEqual([
      {
        candidate: "zoo",
        criterion: "time",
        steps: 4,
        answers: [
          { rater: "Rater 1", answer: score(5) },
          { rater: "Rater 2", answer: noted },
          { rater: "Rater 3", answer: ABSTAIN },
        ],
      },
      expect.objectContaining({ criterion: "fit", steps: 2 }),
    ]);
  });

  it("leaves the equally far apart in the order of candidates and questions, by a hair too", () => {
    const apart = (far: number) => [score(1), score(1 + far)];
    const [ann, ben] = [0, 1].map((rater) => [apart(2)[rater], apart(2 + 1e-12)[rater], apart(3)[rater]]);
    const pack = packOf(["first", "second", "third"].map((id) => question(id)));
    expect(disagreements(committee([ann, ben], pack)).map(({ criterion }) => criterion)).toEqual([
      ...["third", "first", "second"],
    ]);
  });

  it("takes an answer that a rater left out for unknown", () => {
    const [{ answers }] = disagreements(committee([[score(1)], [score(5)], []]));
    expect(answers[2]).toEqual({ rater: "Rater 3", answer: UNKNOWN });
  });

  it("does not depend on the order of the raters", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const turned = { ...decision, ballots: decision.ballots.toReversed() };
        const places = (of: Decision) =>
          disagreements(of).map(({ candidate, criterion, steps: apart }) => [candidate, criterion, apart]);
        expect(places(turned)).toEqual(places(decision));
      }),
    );
  });

  it("agrees with comparing every two raters", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        for (const { candidate, criterion, steps: apart, answers } of disagreements(decision)) {
          const { scale } = decision.pack.criteria.filter(({ id }) => id === criterion)[0];
          const middles = answers.flatMap(({ answer }) => middleOf(answer, scale));
          const all = middles.flatMap((one) => middles.map((other) => Math.abs(one - other) / scale.step));
          expect(apart).toBe(Math.max(...all));
          expect(decision.candidates.map(({ id }) => id)).toContain(candidate);
        }
      }),
    );
  });
});

function middleOf(answer: Answer, scale: { min: number; max: number }): number[] {
  if (answer.kind === "score") return [answer.score];
  if (answer.kind !== "range") return [];
  return answer.low === scale.min && answer.high === scale.max ? [] : [(answer.low + answer.high) / 2];
}
