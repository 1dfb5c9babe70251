import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Acceptability, type AcceptabilityOptions, acceptability } from "../../src/analysis/acceptability.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { obviousAcceptability } from "./obvious-acceptability.ts";

const OPTIONS: AcceptabilityOptions = { model: "any", spread: 0.5, runs: 300, seed: 1 };

function acceptabilityOf(decision: Decision, options: Partial<AcceptabilityOptions> = {}): Acceptability {
  return acceptability(decision, evaluate(decision), { ...OPTIONS, ...options });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const anyModel = fc.constantFrom("around", "any", "ranked");

describe("acceptability", () => {
  it("gives every candidate a place in every run: its shares and the share of runs in which it is out make 1", () => {
    fc.assert(
      fc.property(anyDecision, anyModel, (decision, model) => {
        for (const { ranks, out } of acceptabilityOf(decision, { model }).candidates) {
          expect(sum(ranks) + out).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("agrees count for count with sorting the scores of every run", () => {
    fc.assert(
      fc.property(anyDecision, anyModel, fc.constantFrom(0, 0.5, 1), fc.nat(), (decision, model, spread, seed) => {
        const options = { ...OPTIONS, model, spread, seed };
        const found = acceptabilityOf(decision, options).candidates;
        const obvious = obviousAcceptability(decision, evaluate(decision), options);
        expect(found.map(({ candidate }) => candidate)).toEqual(obvious.map(({ candidate }) => candidate));
        for (const [place, { ranks, out, centralWeights, confidence }] of found.entries()) {
          const expected = obvious[place];
          expect(ranks).toEqual(expected.ranks.map((share) => expect.closeTo(share, 12)));
          expect(out).toBe(expected.out);
          expect(confidence).toEqual(
            expected.confidence === undefined ? undefined : expect.closeTo(expected.confidence, 12),
          );
          const central = expected.centralWeights?.map(([id, weight]) => [id, expect.closeTo(weight, 10)]);
          expect(centralWeights).toEqual(central && Object.fromEntries(central));
        }
      }),
      { numRuns: 500 },
    );
  });
});
