import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type UndoingStep, undoingSteps } from "../../src/engine/close-call.ts";
import type { Answer, Criterion, Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { withScore } from "../analysis/outcomes.ts";
import { anyDecision } from "../any.ts";
import { obviousCloseCall } from "./obvious.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

const isClose = (decision: Decision) => evaluate(decision).lead.closeCall;

/** Candidates by their answers to the questions. */
function isCloseAmong(criteria: readonly Criterion[], ...rows: readonly (readonly Answer[])[]): boolean {
  return isClose(decisionOn(packOf(criteria), Object.fromEntries(rows.map((row, at) => [`candidate-${at}`, row]))));
}

const FIT = question("fit");
const TIME = question("time");

describe("a close call", () => {
  test("is a tie at the top", () => {
    expect(isCloseAmong([FIT], [score(3)], [score(3)])).toBe(true);
  });

  test("is a lead of exactly one step, and not of two", () => {
    expect(isCloseAmong([FIT], [score(5)], [score(4)])).toBe(true);
    expect(isCloseAmong([FIT], [score(5)], [score(3)])).toBe(false);
  });

  test("is a lead that one step on the heaviest question undoes, whoever takes it", () => {
    const heavy = question("heavy", { importance: 3 });
    // The leader is at its worst on the heavy question, the challenger is not: only the challenger can take the step.
    expect(isCloseAmong([heavy, FIT], [score(1), score(5)], [score(1), score(2)])).toBe(true);
    // Nobody can take it: the challenger's heavy answer is a range.
    expect(isCloseAmong([heavy, FIT], [score(1), score(5)], [range(1, 1.1), score(1)])).toBe(false);
  });

  test("is a leader that one step would carry beyond a minimum, at importance 0 too", () => {
    const guarded = question("guarded", { importance: 0, minimum: 3 });
    expect(isCloseAmong([FIT, guarded], [score(5), score(3)], [score(1), score(5)])).toBe(true);
    expect(isCloseAmong([FIT, guarded], [score(5), score(4)], [score(1), score(5)])).toBe(false);
  });

  test("counts a short step at the end of the scale as a step", () => {
    const km = question("km", { direction: "lower-is-better", scale: { min: 0, max: 40, step: 15 } });
    expect(isCloseAmong([km], [score(0)], [score(10)])).toBe(true);
    expect(isCloseAmong([km], [score(0)], [score(16)])).toBe(false);
  });

  test("follows the value points: the same step is worth more where the points are steep", () => {
    const values = [
      { answer: 1, value: 0 },
      { answer: 2, value: 0.6 },
      { answer: 5, value: 1 },
    ];
    const steep = question("steep", { values });
    expect(isCloseAmong([steep, TIME], [score(2), score(3)], [score(1), score(4)])).toBe(true);
    expect(isCloseAmong([steep, TIME], [score(5), score(4)], [score(4), score(1)])).toBe(false);
  });

  test("leaves open answers as they are", () => {
    expect(isCloseAmong([FIT, TIME], [score(5), UNKNOWN], [score(2), UNKNOWN])).toBe(false);
  });

  test("is between ranked candidates only", () => {
    const strict = packOf([FIT, TIME], { coverageFloor: 1 });
    const answers = { leader: [score(5), score(5)], unknown: [score(5), UNKNOWN] };
    expect(isClose(decisionOn(strict, answers))).toBe(false);
    expect(isClose(decisionOn(strict, { ...answers, last: [score(1), score(1)] }))).toBe(false);
  });

  test("is none with fewer than two ranked", () => {
    expect(isCloseAmong([FIT])).toBe(false);
    expect(isCloseAmong([FIT], [score(1)])).toBe(false);
  });

  test("counts priority points in the lead", () => {
    const pack = packOf([FIT], { priority: { kinds: ["museum"], points: 30 } });
    const answers = { museum: [score(3)], shop: [score(4)] };
    const about = { museum: { kind: "museum" } };
    expect(evaluate(decisionOn(pack, answers, { about })).lead).toEqual({
      leaders: ["museum"],
      margin: 5,
      closeCall: true,
    });
  });

  test("is found wherever the slow, obvious version finds one, and nowhere else", () => {
    // Several raters' answers move together there, which is no single step of the mean.
    const oneRater = anyDecision.map((decision) => ({ ...decision, ballots: decision.ballots.slice(0, 1) }));
    fc.assert(
      fc.property(oneRater, (decision) => {
        expect(isClose(decision)).toBe(obviousCloseCall(decision));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the steps that undo a lead", () => {
  const stepsOf = (decision: Decision): readonly UndoingStep[] => {
    const { ranking, criteria } = evaluate(decision);
    return [
      ...undoingSteps(
        ranking,
        decision.pack.criteria,
        criteria.map(({ weight }) => weight),
      ),
    ];
  };

  test("are the leader's in pack order, then the challengers' as ranked, each with what it takes from the lead", () => {
    const decision = decisionOn(packOf([FIT, TIME]), {
      zoo: [score(5), score(4)],
      park: [score(4), score(4)],
      pool: [score(4), score(4)],
    });
    expect(stepsOf(decision)).toEqual([
      { candidate: "zoo", criterion: "fit", from: 5, to: 4, points: 12.5 },
      { candidate: "zoo", criterion: "time", from: 4, to: 3, points: 12.5 },
      { candidate: "park", criterion: "fit", from: 4, to: 5, points: 12.5 },
      { candidate: "park", criterion: "time", from: 4, to: 5, points: 12.5 },
      { candidate: "pool", criterion: "fit", from: 4, to: 5, points: 12.5 },
      { candidate: "pool", criterion: "time", from: 4, to: 5, points: 12.5 },
    ]);
  });

  test("say nothing of points where the step carries an answer beyond its minimum", () => {
    const guarded = question("guarded", { minimum: 3 });
    const decision = decisionOn(packOf([guarded, FIT]), { zoo: [score(3), score(5)], park: [score(3), score(1)] });
    expect(stepsOf(decision)).toEqual([{ candidate: "zoo", criterion: "guarded", from: 3, to: 2 }]);
  });

  test("are none in a tie, which no step has to undo, and none for one alone", () => {
    expect(stepsOf(decisionOn(packOf([FIT]), { zoo: [score(3)], park: [score(3)] }))).toEqual([]);
    expect(stepsOf(decisionOn(packOf([FIT]), { zoo: [score(3)] }))).toEqual([]);
  });

  test("are there exactly where a lead that is no tie is close, and taking any of them does undo it", () => {
    fc.assert(
      fc.property(
        anyDecision.map((decision) => ({ ...decision, ballots: decision.ballots.slice(0, 1) })),
        (decision) => {
          const { lead, ranking } = evaluate(decision);
          const steps = stepsOf(decision);
          expect(steps.length > 0).toBe(lead.closeCall && lead.leaders.length === 1);
          for (const { candidate, criterion, to } of steps) {
            const changed = withScore(decision, candidate, criterion, to);
            const [first, second] = evaluate(changed).ranking;
            const margin = second === undefined ? 0 : first.score - second.score;
            expect(first?.candidate.id !== ranking[0].candidate.id || margin <= 1e-8).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
