import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerFlips, answerFlips, answerFlipsIn, type Flip } from "../../src/analysis/answer-flips.ts";
import type { Criterion, Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Contribution, Evaluation, Standing } from "../../src/engine/evaluation.ts";
import { bestEnd, isBeyond, oneStep, valueFunction } from "../../src/engine/values.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { anySmallDecision, withScore } from "./outcomes.ts";

function flipsOf(decision: Decision): readonly AnswerFlips[] {
  return answerFlips(decision, evaluate(decision));
}

/** Three questions at the most, so that every combination of answers can be tried. */
const anyTinyDecision = fc.tuple(anySmallDecision(30), fc.constantFrom(0, 0, 0.6)).map(([decision, coverageFloor]) => {
  const criteria = decision.pack.criteria.slice(0, 3).map((criterion, place) => ({
    ...criterion,
    importance: place === 0 ? criterion.importance + 0.5 : criterion.importance,
  }));
  return { ...decision, importance: {}, pack: { ...decision.pack, criteria, coverageFloor } };
});

const TWO = packOf([question("fit"), question("time")]);

describe("what it takes to catch up with the leader", () => {
  it("agrees with trying every combination of better answers, and does what it says", () => {
    fc.assert(
      fc.property(anyTinyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const standings = [...evaluation.ranking, ...evaluation.knockedOut];
        for (const { challenger, oneQuestion, ...several } of answerFlips(decision, evaluation)) {
          const standing = standings.find(({ candidate }) => candidate.id === challenger);
          if (standing === undefined) throw new Error(`No candidate ${challenger}.`);
          const ways = waysUp(decision, evaluation, standing);
          const leader = evaluation.ranking[0].score;
          for (const [found, among] of [
            [several, ways],
            [oneQuestion, ways.filter(({ questions }) => questions <= 1)],
          ] as const) {
            agrees(
              found.level,
              among.filter((way) => way.score >= leader - 1e-9),
            );
            agrees(
              found.past,
              among.filter((way) => way.score > leader + 1e-9),
            );
            if (found.past !== undefined)
              expect(evaluate(changed(decision, found.past)).lead.leaders).toEqual([challenger]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("works the example by hand: two steps of twelve and a half points close a gap of 25, three pass", () => {
    const decision = decisionOn(TWO, { a: [score(5), score(3)], b: [score(2), score(4)] });
    const level = { steps: 2, changes: [{ candidate: "b", criterion: "fit", from: 2, to: 4 }] };
    expect(flipsOf(decisionOn(TWO, { a: [score(5), score(3)], b: [score(2), score(4)] }))).toEqual([
      {
        challenger: "b",
        level,
        past: { steps: 3, changes: [{ candidate: "b", criterion: "fit", from: 2, to: 5 }] },
        oneQuestion: { level, past: { steps: 3, changes: [{ candidate: "b", criterion: "fit", from: 2, to: 5 }] } },
      },
    ]);
    expect(evaluate(changed(decision, level)).lead.leaders).toEqual(["a", "b"]);
  });

  it("finds two steps that the best next step misses, where value points make later steps worth more", () => {
    const values = [
      { answer: 1, value: 0 },
      { answer: 4, value: 0.1 },
      { answer: 5, value: 1 },
    ];
    const pack = packOf([question("steep", { values }), question("even")]);
    const [b] = flipsOf(decisionOn(pack, { a: [score(5), score(4)], b: [score(3), score(5)] }));
    // A step to 4 gains almost nothing, the next one 45 points; the other question has no step left.
    expect(b.past?.changes).toEqual([{ candidate: "b", criterion: "steep", from: 3, to: 5 }]);
  });

  it("lets a knocked-out candidate first meet its minimums, with steps that count", () => {
    const pack = packOf([question("fit", { minimum: 2 }), question("safe", { importance: 0, minimum: 3 })]);
    const answers = { a: [score(3), score(3)], b: [score(1), score(1)] };
    const [b] = flipsOf(decisionOn(pack, answers));
    expect(b.level).toEqual({
      steps: 4,
      changes: [
        { candidate: "b", criterion: "fit", from: 1, to: 3 },
        { candidate: "b", criterion: "safe", from: 1, to: 3 },
      ],
    });
    expect(b.oneQuestion).toEqual({});
  });

  it("takes only the steps to the minimum where the candidate is high enough already", () => {
    const pack = packOf([question("fit"), question("safe", { importance: 0, minimum: 3 })]);
    const [b] = flipsOf(decisionOn(pack, { a: [score(3), score(3)], b: [score(5), score(2)] }));
    expect(b.past).toEqual({ steps: 1, changes: [{ candidate: "b", criterion: "safe", from: 2, to: 3 }] });
    expect(b.oneQuestion.past).toEqual(b.past);
  });

  it("finds nothing where a range is beyond a minimum, or where too little would be known all the same", () => {
    const guarded = packOf([question("fit", { minimum: 3 }), question("time")]);
    expect(flipsOf(decisionOn(guarded, { a: [score(4), score(4)], b: [range(1, 2), score(5)] }))).toEqual([
      { challenger: "b", oneQuestion: {} },
    ]);
    const floored = { ...guarded, coverageFloor: 0.6 };
    expect(flipsOf(decisionOn(floored, { a: [score(4), score(4)], b: [score(1), UNKNOWN] }))).toEqual([
      { challenger: "b", oneQuestion: {} },
    ]);
  });

  it("needs no step to be level in a tie, and leaves out whoever is too little known", () => {
    const pack = { ...TWO, coverageFloor: 0.6 };
    const decision = decisionOn(pack, { a: [score(5), score(1)], b: [score(1), score(5)], c: [score(5), UNKNOWN] });
    const flips = flipsOf(decision);
    expect(flips.map(({ challenger, level, past }) => [challenger, level?.steps, past?.steps])).toEqual([["b", 0, 1]]);
    const { tooLittleKnown } = evaluate(decision);
    expect(answerFlipsIn(decision, evaluate(decision))(tooLittleKnown[0])).toEqual({
      challenger: "c",
      oneQuestion: {},
    });
  });

  it("counts a short last step, and steps where lower is better, as the scale has them", () => {
    const scale = { min: 0, max: 40, step: 15 };
    const pack = packOf([question("far", { scale, direction: "lower-is-better" })]);
    const [b] = flipsOf(decisionOn(pack, { a: [score(0)], b: [score(40)] }));
    expect(b.level).toEqual({ steps: 3, changes: [{ candidate: "b", criterion: "far", from: 40, to: 0 }] });
    expect(b).not.toHaveProperty("past");
  });

  it("has nobody to speak of where nobody leads, or nobody else is there", () => {
    const guarded = packOf([question("fit", { minimum: 3 })]);
    expect(flipsOf(decisionOn(guarded, { a: [score(1)] }))).toEqual([]);
    expect(flipsOf(decisionOn(TWO, { a: [score(1), score(1)] }))).toEqual([]);
  });

  it("goes through a scale of a million steps and ids that records trip over", () => {
    const scale = { min: 0, max: 1_000_000, step: 1 };
    const pack = packOf([question("constructor", { scale }), question("__proto__", { scale })]);
    const [b] = flipsOf(decisionOn(pack, { a: [score(900_000), score(500)], b: [score(899_990), score(500)] }));
    expect(b.level?.steps).toBe(10);
    expect(b.past?.steps).toBe(11);
  });

  it("finds steps by the hundred thousand, on several questions and on one", () => {
    const visitors = question("visitors", { scale: { min: 0, max: 1_000_000, step: 1 } });
    const pack = packOf([visitors, question("fit")]);
    const [b] = flipsOf(decisionOn(pack, { a: [score(800_000), score(4)], b: [score(100_000), score(4)] }));
    // 35 points behind: one step of fit is worth 12.5, so many visitors one twenty-thousandth of a point each.
    expect(b.level?.changes).toEqual([
      { candidate: "b", criterion: "visitors", from: 100_000, to: 550_000 },
      { candidate: "b", criterion: "fit", from: 4, to: 5 },
    ]);
    expect([b.past?.steps, b.oneQuestion.level?.steps, b.oneQuestion.past?.steps]).toEqual([450_002, 700_000, 700_001]);
  });
});

interface Way {
  readonly steps: number;
  readonly questions: number;
  readonly score: number;
}

/** Every combination of better answers with which the candidate is ranked, by steps that the engine takes one by one. */
function waysUp(decision: Decision, { criteria }: Evaluation, standing: Standing): readonly Way[] {
  if (standing.coverage < decision.pack.coverageFloor - 1e-9) return [];
  let ways: readonly Way[] = [{ steps: 0, questions: 0, score: standing.priority }];
  for (const [position, criterion] of decision.pack.criteria.entries()) {
    const possible = better(criterion, standing.answers[position]);
    ways = ways.flatMap((way) =>
      possible.map(({ steps, value }) => ({
        steps: way.steps + steps,
        questions: way.questions + (steps > 0 ? 1 : 0),
        score: way.score + 100 * criteria[position].weight * value,
      })),
    );
  }
  return ways;
}

function better(criterion: Criterion, { answer, value }: Contribution): readonly { steps: number; value: number }[] {
  const { direction, minimum } = criterion;
  const isFine = (given: number) => minimum === undefined || !isBeyond(direction, given, minimum);
  if (answer.kind !== "score") return isFine(bestEnd(criterion, answer)) ? [{ steps: 0, value }] : [];
  const valueOn = valueFunction(criterion);
  const possible: { steps: number; value: number }[] = [];
  let given = answer.score;
  for (let steps = 0; ; steps += 1) {
    if (isFine(given)) possible.push({ steps, value: valueOn(given) });
    const next = oneStep(criterion, given, "better");
    if (Math.abs(next - given) < 1e-12 * criterion.scale.step) return possible;
    given = next;
  }
}

function agrees(found: Flip | undefined, tried: readonly Way[]): void {
  const fewest = Math.min(...tried.map(({ steps }) => steps));
  expect(found?.steps ?? Number.POSITIVE_INFINITY).toBe(fewest);
}

function changed(decision: Decision, { changes }: Flip): Decision {
  return changes.reduce(
    (before, { candidate, criterion, to }) => withScore(before, candidate, criterion, to),
    decision,
  );
}
