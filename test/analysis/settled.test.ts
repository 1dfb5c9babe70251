import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settled } from "../../src/analysis/settled.ts";
import type { Answer, Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { anyDecisionAtStake, anySmallDecision, extremeOutcomes } from "./outcomes.ts";

function verdict(decision: Decision) {
  return settled(decision, evaluate(decision));
}

const FIT = packOf([question("fit")]);
const GUARDED = packOf([question("fit", { minimum: 2 })]);

describe("settled", () => {
  it("agrees with trying every extreme outcome of all open answers, knock-outs at stake included", () => {
    fc.assert(
      fc.property(anyDecisionAtStake(6), (decision) => {
        const mayLead = new Set<string>();
        for (const outcome of extremeOutcomes(decision)) {
          for (const leader of outcome.lead.leaders) mayLead.add(leader);
        }
        const found = verdict(decision);
        expect(new Set(found.mayLead)).toEqual(mayLead);
        expect(found.settled).toBe(mayLead.size === 1);
      }),
      { numRuns: 1350 },
    );
  });

  it("is settled where the open answers of the second cannot lift it to the leader at its worst", () => {
    expect(verdict(decisionOn(FIT, { a: [range(4, 5)], b: [range(2, 3)] }))).toEqual({ settled: true, mayLead: ["a"] });
  });

  it("is not settled where a range of the second just reaches the leader at its worst", () => {
    const decision = decisionOn(FIT, { a: [range(3, 5)], b: [range(1, 3)] });
    expect(verdict(decision)).toEqual({ settled: false, mayLead: ["a", "b"] });
  });

  it("lets anyone lead whose rivals above may still be knocked out", () => {
    const decision = decisionOn(GUARDED, { a: [range(1, 5)], b: [score(2)], c: [score(1)] });
    expect(verdict(decision)).toEqual({ settled: false, mayLead: ["a", "b"] });
  });

  it("counts the candidates about whom too little is known", () => {
    const pack = packOf([question("fit"), question("time")], { coverageFloor: 0.6 });
    const decision = decisionOn(pack, { a: [score(4), score(4)], b: [score(5), UNKNOWN] });
    expect(verdict(decision)).toEqual({ settled: false, mayLead: ["a", "b"] });
  });

  it("is settled for the only candidate, and for nobody where all are out", () => {
    const alone: Record<string, Answer[]> = { a: [UNKNOWN] };
    expect(verdict(decisionOn(FIT, alone))).toEqual({ settled: true, mayLead: ["a"] });
    expect(verdict(decisionOn(GUARDED, { a: [score(1)] }))).toEqual({ settled: false, mayLead: [] });
  });

  it("leaves an exact tie of answered candidates unsettled: no answer will part them", () => {
    expect(verdict(decisionOn(FIT, { a: [score(4)], b: [score(4)] })).settled).toBe(false);
  });

  it("never becomes unsettled by one more answer", () => {
    fc.assert(
      fc.property(anySmallDecision(6), (decision) => {
        if (!verdict(decision).settled) return;
        for (const outcome of extremeOutcomes(decision)) {
          if (outcome.ranking.length > 0) expect(outcome.lead.leaders).toEqual(verdict(decision).mayLead);
        }
      }),
    );
  });
});
