import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerFlips } from "../../src/analysis/answer-flips.ts";
import { type Explanation, explanation } from "../../src/analysis/explanation.ts";
import { leadFlip } from "../../src/analysis/lead-flip.ts";
import { potentialWinners } from "../../src/analysis/potential-winners.ts";
import { rankIntervals } from "../../src/analysis/rank-intervals.ts";
import type { Answer, Basis, Decision, Level } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Evaluation, Standing } from "../../src/engine/evaluation.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { anySmallDecision, withScore } from "./outcomes.ts";

function everyone({ ranking, tooLittleKnown, knockedOut }: Evaluation): readonly Standing[] {
  return [...ranking, ...tooLittleKnown, ...knockedOut];
}

function explained(decision: Decision, id: string): Explanation {
  const evaluation = evaluate(decision);
  const [standing] = everyone(evaluation).filter(({ candidate }) => candidate.id === id);
  return explanation(decision, evaluation, standing);
}

const grounded = (answer: Answer, basis: Basis): Answer => ({ ...answer, basis });
const level = (id: string, conditions: Partial<Level["conditions"]> = {}): Level => ({
  id,
  label: id,
  conditions: { answers: {}, basis: {}, ...conditions },
});

const TWO = packOf([question("fit", { importance: 3 }), question("time")]);

describe("why a candidate stands where it stands", () => {
  it("says of each question what it gives and what it costs, the one that costs most first", () => {
    const decision = decisionOn(TWO, { a: [score(4), score(1)], b: [score(3), score(5)] });
    expect(explained(decision, "a").againstBest).toEqual([
      { criterion: "time", gained: 0, lost: 25 },
      { criterion: "fit", gained: 56.25, lost: 18.75 },
    ]);
  });

  it("says where it is ahead of the leader and behind, the largest difference first; the leader against the next", () => {
    const decision = decisionOn(TWO, { a: [score(4), score(1)], b: [score(3), score(5)], c: [score(1), score(1)] });
    expect(explained(decision, "a").againstRival).toEqual({
      rival: "b",
      margin: -6.25,
      priority: 0,
      questions: [
        { criterion: "time", points: -25 },
        { criterion: "fit", points: 18.75 },
      ],
    });
    expect(explained(decision, "b").againstRival).toMatchObject({ rival: "a", margin: 6.25 });
    expect(explained(decisionOn(TWO, { a: [score(4), score(1)] }), "a")).not.toHaveProperty("againstRival");
  });

  it("says how much of the base is guessed, and how much nobody answered", () => {
    const fit = grounded(score(5), "guess");
    expect(explained(decisionOn(TWO, { a: [fit, UNKNOWN] }), "a")).toMatchObject({
      guessed: { points: 75, share: 75 / 87.5 },
      unanswered: { points: 12.5, share: 12.5 / 87.5 },
    });
    const nothing = decisionOn(TWO, { a: [grounded(score(1), "guess"), grounded(score(1), "seen")] });
    expect(explained(nothing, "a").guessed).toEqual({ points: 0, share: 0 });
  });

  it("adds up for any candidate: what is gained is the base, and with what is lost 100", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        for (const standing of everyone(evaluation)) {
          const { againstBest, againstRival, guessed, unanswered } = explanation(decision, evaluation, standing);
          const gained = againstBest.reduce((sum, each) => sum + each.gained, 0);
          expect(gained).toBeCloseTo(standing.base, 9);
          expect(againstBest.reduce((sum, each) => sum + each.lost, gained)).toBeCloseTo(100, 9);
          if (againstRival !== undefined) {
            const points = againstRival.questions.reduce((sum, each) => sum + each.points, againstRival.priority);
            expect(points).toBeCloseTo(againstRival.margin, 9);
          }
          expect(guessed.points + unanswered.points).toBeLessThanOrEqual(standing.base + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says of one candidate what the analyses say of all", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const about = new Map(
          everyone(evaluation).map((each) => [each.candidate.id, explanation(decision, evaluation, each)]),
        );
        for (const interval of rankIntervals(decision, evaluation)) {
          expect(about.get(interval.candidate)?.rankInterval).toEqual(interval);
        }
        for (const flips of answerFlips(decision, evaluation))
          expect(about.get(flips.challenger)?.toFirst).toEqual(flips);
        for (const winner of potentialWinners(evaluation))
          expect(about.get(winner.candidate)?.couldWin).toEqual(winner);
        if (evaluation.ranking.length > 0) {
          const leader = about.get(evaluation.ranking[0].candidate.id);
          expect(leader?.fromFirst).toEqual(leadFlip(decision, evaluation));
          expect(leader).not.toHaveProperty("toFirst");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("speaks of no rank and no weighting where the candidate is knocked out", () => {
    const pack = packOf([question("fit", { minimum: 2 })]);
    const out = explained(decisionOn(pack, { a: [score(4)], b: [score(1)] }), "b");
    expect(out).not.toHaveProperty("rankInterval");
    expect(out).not.toHaveProperty("couldWin");
    expect(out.toFirst?.level).toEqual({ steps: 3, changes: [{ candidate: "b", criterion: "fit", from: 1, to: 4 }] });
  });

  it("explains who is too little known, as if it were ranked", () => {
    const pack = packOf([question("fit"), question("time")], { coverageFloor: 0.6 });
    const little = explained(decisionOn(pack, { a: [score(4), score(4)], b: [score(5), UNKNOWN] }), "b");
    expect(little.rankInterval).toMatchObject({ best: 1, worst: 2 });
    expect(little.couldWin?.verdict).toBe("alone");
    expect(little.toFirst).toEqual({ challenger: "b", oneQuestion: {} });
  });
});

describe("what lifts a candidate to the next level", () => {
  it("are the fewest steps that meet its score and its answers together", () => {
    const levels = [
      level("engagement", { score: 70, answers: { time: 3 } }),
      level("date", { score: 10 }),
      level("glance"),
    ];
    const { nextLevel } = explained(decisionOn({ ...TWO, levels }, { a: [score(3), score(1)] }), "a");
    // 37.5 now; time has to rise by two steps, 12.5 points, and fit gives 18.75 a step: one more leaves 68.75, so two.
    expect(nextLevel?.level).toBe("engagement");
    expect(nextLevel?.flip).toEqual({
      steps: 4,
      changes: [
        { candidate: "a", criterion: "fit", from: 3, to: 5 },
        { candidate: "a", criterion: "time", from: 1, to: 3 },
      ],
    });
    expect(nextLevel?.conditions.map(({ kind }) => kind)).toEqual(["score", "answer"]);
  });

  it("leave standing what no step can meet: an open answer, a ground, a level held", () => {
    const conditions = { score: 60, answers: { time: 4 }, held: "glance", basis: { fit: "seen" as const } };
    const levels = [level("date", conditions), level("glance")];
    const { nextLevel } = explained(decisionOn({ ...TWO, levels }, { a: [score(3), range(2, 5)] }), "a");
    // 37.5 and 15.625 for the range; one step of fit brings 71.875.
    expect(nextLevel?.flip?.changes).toEqual([{ candidate: "a", criterion: "fit", from: 3, to: 4 }]);
    expect(nextLevel?.conditions.map(({ kind }) => kind)).toEqual(["score", "answer", "held", "basis"]);
  });

  it("are none at the best level, where nothing scored blocks the next, and where they cannot do it", () => {
    const plain = [level("date", { score: 50 }), level("glance")];
    expect(explained(decisionOn({ ...TWO, levels: plain }, { a: [score(5), score(5)] }), "a")).not.toHaveProperty(
      "nextLevel",
    );
    const known = [level("date", { coverage: 1 }), level("glance")];
    const unknown = explained(decisionOn({ ...TWO, levels: known }, { a: [score(5), UNKNOWN] }), "a").nextLevel;
    expect(unknown).toEqual({ level: "date", conditions: [{ kind: "coverage", needed: 1, found: 0.75 }] });
    const high = [level("date", { score: 90 }), level("glance")];
    expect(
      explained(decisionOn({ ...TWO, levels: high }, { a: [score(3), UNKNOWN] }), "a").nextLevel,
    ).not.toHaveProperty("flip");
  });

  it("meet, taken, every condition about the score and about scored answers of any pack", () => {
    fc.assert(
      fc.property(anySmallDecision(30), (decision) => {
        const evaluation = evaluate(decision);
        for (const standing of [...evaluation.ranking, ...evaluation.tooLittleKnown]) {
          const { nextLevel } = explanation(decision, evaluation, standing);
          if (nextLevel?.flip === undefined) continue;
          const { changes } = nextLevel.flip;
          const changed = changes.reduce(
            (before, each) => withScore(before, each.candidate, each.criterion, each.to),
            decision,
          );
          const after = everyone(evaluate(changed)).find(({ candidate }) => candidate.id === standing.candidate.id);
          const left = after?.blocked.find((blocked) => blocked.level === nextLevel.level)?.conditions ?? [];
          const isScored = (criterion: string) =>
            after?.answers.find((given) => given.criterion === criterion)?.answer.kind === "score";
          for (const condition of left) {
            expect(condition.kind).not.toBe("score");
            if (condition.kind === "answer") expect(isScored(condition.criterion)).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
