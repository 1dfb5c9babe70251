import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Acceptability, type AcceptabilityOptions, acceptability } from "../../src/analysis/acceptability.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";

function acceptabilityOf(decision: Decision, options: Partial<AcceptabilityOptions> = {}): Acceptability {
  return acceptability(decision, evaluate(decision), { model: "any", spread: 0.5, runs: 500, seed: 1, ...options });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("acceptability", () => {
  it("gives every candidate a place in every run: its shares and the share of runs in which it is out make 1", () => {
    fc.assert(
      fc.property(anyDecision, fc.constantFrom("around", "any", "ranked"), (decision, model) => {
        for (const { ranks, out } of acceptabilityOf(decision, { model }).candidates) {
          expect(sum(ranks) + out).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
