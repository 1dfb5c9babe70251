import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskNext, askNext } from "../../src/analysis/ask-next.ts";
import { valueRange } from "../../src/analysis/open-answers.ts";
import { settled } from "../../src/analysis/settled.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { anySmallDecision } from "./outcomes.ts";

function questions(decision: Decision): readonly AskNext[] {
  return askNext(decision, evaluate(decision));
}

function named(asked: readonly AskNext[]): string[] {
  return asked.map(({ candidate, criterion }) => `${candidate} ${criterion}`);
}

const TWO = packOf([question("fit"), question("time")]);

describe("ask next", () => {
  it("gives the chance and the gain that a walk along the answer from worst to best finds", () => {
    fc.assert(
      fc.property(anySmallDecision(10), (decision) => {
        for (const asked of questions(decision)) {
          const walked = walk(decision, asked);
          // A walk calls what is within 1e-9 of a rival level, which of a rise of hardly more is much of the way.
          const hair = walked.rise > 0 ? 1e-9 / walked.rise : 0;
          expect(Math.abs(asked.chance - walked.chance)).toBeLessThan(1 / 2000 + hair);
          if (asked.gain !== undefined) expect(asked.gain).toBeCloseTo(walked.gain, 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("asks nothing where nothing is open, and nothing of one who cannot lead", () => {
    expect(questions(decisionOn(TWO, { a: [score(5), score(5)], b: [score(2), score(3)] }))).toEqual([]);
    expect(named(questions(decisionOn(TWO, { a: [score(5), score(5)], b: [score(1), UNKNOWN] })))).toEqual([]);
  });

  it("asks nothing once the lead is settled, but where a minimum is at stake", () => {
    fc.assert(
      fc.property(anySmallDecision(10), (decision) => {
        const evaluation = evaluate(decision);
        const { settled: isSettled, mayLead } = settled(decision, evaluation);
        if (!isSettled) return;
        const leader = evaluation.ranking.find(({ candidate }) => mayLead.includes(candidate.id));
        for (const { criterion } of askNext(decision, evaluation)) expect(leader?.provisional).toContain(criterion);
      }),
    );
  });

  it("works the example by hand: a at 75, b at 50 with one unknown of weight 1 passes in the last quarter", () => {
    const decision = decisionOn(packOf([question("fit")]), { a: [score(4)], b: [UNKNOWN] });
    // t = (75 − 0)/100; gain = 0.75·75 + 0 + 100(1 − 0.75²)/2 − 75.
    expect(questions(decision)).toEqual([{ candidate: "b", criterion: "fit", chance: 0.25, gain: 3.125 }]);
  });

  it("tells the chance that the leader falls behind, where the open answer is the leader's own", () => {
    const decision = decisionOn(packOf([question("fit")]), { a: [range(3, 5)], b: [score(3.5)] });
    // a runs from 50 to 100 and is behind b at 62.5 for a quarter of the way.
    expect(questions(decision).map(({ chance }) => chance)).toEqual([0.25]);
  });

  it("counts falling beyond a minimum as losing the lead, and then gives no gain", () => {
    const pack = packOf([question("fit", { minimum: 2 })]);
    const decision = decisionOn(pack, { a: [range(1, 5), UNKNOWN].slice(0, 1), b: [score(2)] });
    // The range is unknown: out for the first quarter, level with b just where it meets its minimum.
    expect(questions(decision)).toEqual([{ candidate: "a", criterion: "fit", chance: 0.25 }]);
  });

  it("asks about a minimum at importance 0, and about the only candidate's", () => {
    const pack = packOf([question("fit"), question("safe", { importance: 0, minimum: 3 })]);
    const asked = questions(decisionOn(pack, { a: [score(5), UNKNOWN] }));
    expect(asked).toEqual([{ candidate: "a", criterion: "safe", chance: 0.5 }]);
  });

  it("puts the likelier change first", () => {
    const pack = packOf([question("fit", { importance: 3 }), question("time")]);
    const decision = decisionOn(pack, { a: [score(4), score(4)], b: [UNKNOWN, UNKNOWN] });
    // b stands at 50: alone, time can add 12.5 at the most, fit 37.5.
    expect(named(questions(decision))).toEqual(["b fit", "b time"]);
    expect(questions(decision).map(({ chance }) => chance)).toEqual([1 - 62.5 / 75, 0]);
  });

  it("puts the heaviest question first where no single answer has a chance", () => {
    const pack = packOf([
      question("light"),
      question("heavy", { importance: 2 }),
      question("known", { importance: 9 }),
    ]);
    const decision = decisionOn(pack, { a: [score(5), score(5), score(4)], b: [UNKNOWN, UNKNOWN, score(4)] });
    expect(questions(decision).map(({ criterion, chance }) => [criterion, chance])).toEqual([
      ["heavy", 0],
      ["light", 0],
    ]);
  });

  it("goes through ids that records trip over", () => {
    const pack = packOf([question("constructor")]);
    expect(named(questions(decisionOn(pack, { a: [score(4)], b: [UNKNOWN] })))).toEqual(["b constructor"]);
  });
});

interface Walk {
  /** From the worst answer to the best, in points. */
  readonly rise: number;
  readonly chance: number;
  readonly gain: number;
}

/** The slow way: the answer takes 4,001 evenly spaced values, all else stays at the value its score uses. */
function walk(decision: Decision, { candidate: id, criterion: asked }: AskNext): Walk {
  const { ranking, tooLittleKnown, criteria } = evaluate(decision);
  const running = [...ranking, ...tooLittleKnown];
  const standing = running.find(({ candidate }) => candidate.id === id);
  const position = criteria.findIndex((criterion) => criterion.id === asked);
  if (standing === undefined) throw new Error(`No candidate ${id}.`);
  const rivals = running.filter(({ candidate }) => candidate.id !== id).map(({ score: points }) => points);
  const rival = Math.max(Number.NEGATIVE_INFINITY, ...rivals);
  const { answer, value } = standing.answers[position];
  const { worst, best, acceptable } = valueRange(decision.pack.criteria[position], answer);
  const leadsNow = standing.score >= rival - 1e-9;
  const points = Array.from({ length: 4001 }, (_, step) => worst + ((best - worst) * (step + 0.5)) / 4001);
  let changes = 0;
  let informed = 0;
  let mean = 0;
  for (const at of points) {
    const then = standing.score + 100 * criteria[position].weight * (at - value);
    const leads = at >= acceptable && then >= rival - 1e-9;
    if (leads !== leadsNow) changes += 1;
    informed += Math.max(then, rival) / points.length;
    mean += then / points.length;
  }
  const rise = 100 * criteria[position].weight * (best - worst);
  return { rise, chance: changes / points.length, gain: informed - Math.max(mean, rival) };
}
