import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestFrom, laddersIn } from "../../src/analysis/answer-steps.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { oneStep } from "../../src/engine/values.ts";
import { anySmallDecision, withScore } from "./outcomes.ts";

describe("the steps of an answer", () => {
  it("are those that the engine takes one by one, with what each changes in the score", () => {
    fc.assert(
      fc.property(anySmallDecision(30), fc.constantFrom("better" as const, "worse" as const), (decision, towards) => {
        const evaluation = evaluate(decision);
        const ladderOf = laddersIn(decision, evaluation);
        for (const standing of evaluation.ranking) {
          for (const [position, criterion] of decision.pack.criteria.entries()) {
            const { answer } = standing.answers[position];
            const ladder = ladderOf(standing, position, towards);
            if (answer.kind !== "score") {
              expect(ladder).toBeUndefined();
              continue;
            }
            let stepped = answer.score;
            for (let steps = 0; steps <= (ladder?.steps ?? 0); steps += 1) {
              expect(ladder?.answerAfter(steps)).toBeCloseTo(stepped, 9);
              stepped = oneStep(criterion, stepped, towards);
            }
            const bends = ladder?.bends() ?? [];
            expect([bends[0], bends.at(-1)]).toEqual([0, ladder?.steps]);
            for (const [place, bend] of bends.slice(1).entries()) {
              const gain = (steps: number) => ladder?.gainAfter(steps) ?? Number.NaN;
              const each = (gain(bend) - gain(bends[place])) / (bend - bends[place]);
              for (let steps = bends[place]; steps < bend; steps += 1)
                expect(gain(steps + 1) - gain(steps)).toBeCloseTo(each, 9);
            }
            const end = ladder?.answerAfter(ladder.steps) ?? Number.NaN;
            expect(Math.abs(end - oneStep(criterion, end, towards))).toBeLessThan(1e-10);
            const moved = evaluate(withScore(decision, standing.candidate.id, criterion.id, end));
            const everyone = [...moved.ranking, ...moved.knockedOut];
            const after = everyone.find(({ candidate }) => candidate.id === standing.candidate.id);
            expect(after?.score).toBeCloseTo(standing.score + (ladder?.gainAfter(ladder.steps) ?? 0), 6);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the fewest steps from which on something holds", () => {
  it("agree with trying one after the other", () => {
    const anyCount = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(anyCount, anyCount, anyCount, (least, most, needed) => {
        const tried = Array.from({ length: 61 }, (_, steps) => steps).find(
          (steps) => steps >= least && steps <= most && steps >= needed,
        );
        expect(fewestFrom(least, most, (steps) => steps >= needed)).toBe(tried);
      }),
      { numRuns: 1000 },
    );
  });

  it("take few looks on a scale of a billion steps", () => {
    let looks = 0;
    const found = fewestFrom(0, 1_000_000_000, (steps) => {
      looks += 1;
      return steps >= 123_456_789;
    });
    expect([found, looks < 70]).toEqual([123_456_789, true]);
  });
});
