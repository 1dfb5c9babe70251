import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LeadFlip, leadFlip } from "../../src/analysis/lead-flip.ts";
import { weightStability } from "../../src/analysis/weight-stability.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { oneStep } from "../../src/engine/values.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";
import { anySmallDecision, withScore } from "./outcomes.ts";

function flipOf(decision: Decision): LeadFlip {
  return leadFlip(decision, evaluate(decision));
}

const TWO = packOf([question("fit"), question("time")]);

describe("the one answer that would change the leader", () => {
  it("agrees with trying every single answer with every number of steps, better and worse", () => {
    fc.assert(
      fc.property(anySmallDecision(30), fc.constantFrom(0, 0.6), (anything, coverageFloor) => {
        const decision = { ...anything, pack: { ...anything.pack, coverageFloor } };
        const { lead } = evaluate(decision);
        const { answer } = flipOf(decision);
        if (lead.leaders.length !== 1) {
          expect(answer).toBeUndefined();
          return;
        }
        const fewest = fewestStepsTried(decision, lead.leaders[0]);
        if (answer === undefined) {
          expect(fewest).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        const { candidate, criterion, from, to } = answer;
        expect(evaluate(withScore(decision, candidate, criterion, to)).lead.leaders).not.toContain(lead.leaders[0]);
        const asked = decision.pack.criteria.find(({ id }) => id === criterion);
        expect(Math.ceil(Math.abs(to - from) / (asked?.scale.step ?? 1) - 1e-12)).toBe(fewest);
      }),
      { numRuns: 1000 },
    );
  });

  it("works the example by hand: the leader is 25 points ahead, so a fall by three steps of 12.5 loses the lead", () => {
    expect(flipOf(decisionOn(TWO, { a: [score(5), score(5)], b: [score(3), score(5)] })).answer).toEqual({
      candidate: "a",
      criterion: "fit",
      from: 5,
      to: 2,
    });
  });

  it("may be another's answer that gets better", () => {
    const pack = packOf([question("fit"), question("time", { importance: 3 })]);
    const decision = decisionOn(pack, { a: [score(5), score(1)], b: [score(3), score(1)] });
    // a has 25 and cannot fall on time; b has 12.5 and gains 18.75 with a step of it.
    expect(flipOf(decision).answer).toEqual({ candidate: "b", criterion: "time", from: 1, to: 2 });
  });

  it("may be a fall beyond a minimum, even of the only candidate, and even at importance 0", () => {
    const pack = packOf([question("fit"), question("safe", { importance: 0, minimum: 4 })]);
    const alone = decisionOn(pack, { a: [score(5), score(5)] });
    expect(flipOf(alone).answer).toEqual({ candidate: "a", criterion: "safe", from: 5, to: 3 });
  });

  it("may be the one answer that keeps a knocked-out candidate out", () => {
    const pack = packOf([question("fit"), question("safe", { importance: 0, minimum: 3 })]);
    const decision = decisionOn(pack, { a: [score(3), score(5)], b: [score(5), score(2)] });
    expect(flipOf(decision).answer).toEqual({ candidate: "b", criterion: "safe", from: 2, to: 3 });
  });

  it("is none where a tie has no one lead, nobody leads, or nothing scored can do it", () => {
    expect(flipOf(decisionOn(TWO, { a: [score(5), score(1)], b: [score(1), score(5)] }))).toEqual({});
    expect(flipOf(decisionOn(TWO, {}))).toEqual({});
    expect(flipOf(decisionOn(TWO, { a: [score(5), score(4)] }))).toEqual({});
    const open = decisionOn(packOf([question("fit", { importance: 9 }), question("time")]), {
      a: [score(5), UNKNOWN],
      b: [UNKNOWN, UNKNOWN],
    });
    expect(flipOf({ ...open, candidates: open.candidates.slice(0, 1) })).toEqual({});
  });
});

describe("the one importance that would change the leader", () => {
  it("is the nearest of the ends that the stability of each weight gives", () => {
    fc.assert(
      fc.property(anySmallDecision(30), (decision) => {
        const evaluation = evaluate(decision);
        if (evaluation.lead.leaders.length !== 1) return;
        const ends = weightStability(evaluation).flatMap(({ criterion, from, importanceFrom, to, importanceTo }) => {
          const own = evaluation.criteria.find(({ id }) => id === criterion);
          const points = (own?.importance ?? 0) * (own?.emphasis ?? 0);
          const factors = [from > 0 ? importanceFrom : undefined, to < 1 ? importanceTo : undefined];
          return factors.flatMap((each) => (each === undefined ? [] : [each / points]));
        });
        const nearest = Math.min(...ends.map((factor) => Math.max(factor, 1 / factor)));
        const { importance } = flipOf(decision);
        const found =
          importance === undefined ? Number.POSITIVE_INFINITY : Math.max(importance.factor, 1 / importance.factor);
        if (nearest < 1e6 || found < 1e6) expect(found / nearest).toBeCloseTo(1, 6);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves the leader level, and any more of the change puts the rival ahead", () => {
    fc.assert(
      fc.property(anySmallDecision(30), (decision) => {
        const { lead, criteria } = evaluate(decision);
        const { importance } = flipOf(decision);
        if (importance === undefined) return;
        const points = criteria.map(({ id, importance: given, emphasis }) => [id, given * emphasis] as const);
        const multiplied = (factor: number) => {
          const changed = points.map(([id, each]) => [id, id === importance.criterion ? each * factor : each]);
          return evaluate({ ...decision, importance: Object.fromEntries(changed) });
        };
        const { factor } = importance;
        const level = multiplied(factor).ranking;
        expect(level[0].score - level[1].score).toBeLessThan(1e-6);
        const less = 1 + (factor - 1) * 0.9;
        expect(multiplied(less).lead.leaders).toContain(lead.leaders[0]);
        const more = factor > 1 ? factor * 1.5 : factor / 1.5;
        const after = multiplied(more).ranking;
        if (after[0].score - after[1].score > 1e-6) expect(after[0].candidate.id).not.toBe(lead.leaders[0]);
      }),
      { numRuns: 1000 },
    );
  });

  it("works the example by hand: 12.5 points ahead, twice the importance of what b is better at makes it level", () => {
    const decision = decisionOn(TWO, { a: [score(5), score(3)], b: [score(2), score(5)] });
    // D = 75 − 62.5, d = (0.75, −0.5): 1 − 12.5/37.5 = 2/3 for fit, 1 + 12.5/25 = 3/2 for time, as near by ratio.
    expect(flipOf(decision).importance).toEqual({ criterion: "fit", factor: expect.closeTo(2 / 3, 12) });
    const nearer = decisionOn(TWO, { a: [score(5), score(3)], b: [score(2), score(5)], c: [score(4), score(4)] });
    expect(flipOf({ ...nearer, importance: { fit: 2 } }).importance).toEqual({
      criterion: "fit",
      factor: expect.closeTo(0.5, 12),
    });
  });

  it("is of two as near, such as 3/8 and 8/3, the one whose question comes first, whatever rounding says", () => {
    const decision = decisionOn(TWO, { a: [score(14 / 3), score(4)], b: [score(2), score(5)] });
    // D = 250/12, d = (2/3, −1/4): 1 − (250/12)/(100/3) = 3/8 and 1 + (250/12)/(25/2) = 8/3.
    expect(flipOf(decision).importance).toEqual({ criterion: "fit", factor: expect.closeTo(3 / 8, 12) });
    const turned = packOf([question("time"), question("fit")]);
    const other = decisionOn(turned, { a: [score(4), score(14 / 3)], b: [score(5), score(2)] });
    expect(flipOf(other).importance).toEqual({ criterion: "time", factor: expect.closeTo(8 / 3, 12) });
  });

  it("keeps its digits where next to nothing of an importance is left", () => {
    const pack = packOf([question("time"), question("fit", { importance: 1e-10 })]);
    const decision = decisionOn(pack, { a: [score(3), score(1)], b: [score(1), score(5)] });
    // Level where half of what time weighs is all that fit weighs: a factor of 2e-10.
    const { factor = 0 } = flipOf(decision).importance ?? {};
    expect(factor / 2e-10).toBeCloseTo(1, 12);
  });

  it("is none where the leader is ahead on every question, or on the only one", () => {
    expect(flipOf(decisionOn(TWO, { a: [score(5), score(5)], b: [score(2), score(5)] }))).not.toHaveProperty(
      "importance",
    );
    const one = packOf([question("fit")]);
    expect(flipOf(decisionOn(one, { a: [score(5)], b: [score(2)] }))).not.toHaveProperty("importance");
  });
});

/** The slow way: every scored answer of everybody, step by step, each evaluated anew. */
function fewestStepsTried(decision: Decision, leader: string): number {
  const { ranking, tooLittleKnown, knockedOut } = evaluate(decision);
  let fewest = Number.POSITIVE_INFINITY;
  for (const { candidate, answers } of [...ranking, ...tooLittleKnown, ...knockedOut]) {
    for (const [position, criterion] of decision.pack.criteria.entries()) {
      const { answer } = answers[position];
      if (answer.kind !== "score") continue;
      for (const towards of ["better", "worse"] as const) {
        let given = answer.score;
        for (let steps = 1; steps < fewest; steps += 1) {
          const next = oneStep(criterion, given, towards);
          if (Math.abs(next - given) < 1e-12 * criterion.scale.step) break;
          given = next;
          if (evaluate(withScore(decision, candidate.id, criterion.id, given)).lead.leaders.includes(leader)) continue;
          fewest = steps;
        }
      }
    }
  }
  return fewest;
}
