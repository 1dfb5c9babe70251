import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Acceptability,
  type AcceptabilityOptions,
  acceptability,
  type CandidateAcceptability,
  simulation,
} from "../../src/analysis/acceptability.ts";
import { isCertain } from "../../src/analysis/certainty.ts";
import { isOpen } from "../../src/analysis/open-answers.ts";
import { pairwiseShares } from "../../src/analysis/pairwise-share.ts";
import type { WeightModel } from "../../src/analysis/weightings.ts";
import type { Answer, Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { manyCandidates } from "./many-candidates.ts";
import { obviousAcceptability } from "./obvious-acceptability.ts";

const OPTIONS: AcceptabilityOptions = { model: "any", spread: 0.5, runs: 200, seed: 1 };

function acceptabilityOf(decision: Decision, options: Partial<AcceptabilityOptions> = {}): Acceptability {
  return acceptability(decision, evaluate(decision), { ...OPTIONS, ...options });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const anyModel = fc.constantFrom<WeightModel>("around", "any", "ranked");

const FIT = packOf([question("fit")]);
const GUARDED = packOf([question("fit", { minimum: 2 })]);
const TWO = packOf([question("fit"), question("time")]);

function sharesOn(
  pack: Parameters<typeof decisionOn>[0],
  answers: Readonly<Record<string, readonly Answer[]>>,
  options: Partial<AcceptabilityOptions> = {},
): readonly CandidateAcceptability[] {
  return acceptabilityOf(decisionOn(pack, answers), { runs: 20_000, ...options }).candidates;
}

/** Within four standard errors of what it must be. */
function expectAbout(share: number, expected: number, runs = 20_000): void {
  expect(Math.abs(share - expected)).toBeLessThanOrEqual(4 * Math.sqrt((expected * (1 - expected)) / runs) + 1e-12);
}

function expectTheSame(decision: Decision, options: AcceptabilityOptions): void {
  const found = acceptabilityOf(decision, options).candidates;
  const obvious = obviousAcceptability(decision, evaluate(decision), options);
  expect(found.map(({ candidate }) => candidate)).toEqual(obvious.map(({ candidate }) => candidate));
  for (const [place, { ranks, out, centralWeights, confidence }] of found.entries()) {
    const expected = obvious[place];
    expect(ranks).toEqual(expected.ranks.map((share) => (share === 0 ? 0 : expect.closeTo(share, 12))));
    expect(out).toBe(expected.out);
    expect(confidence).toEqual(expected.confidence === undefined ? undefined : expect.closeTo(expected.confidence, 12));
    const central = expected.centralWeights?.map(([id, weight]) => [id, expect.closeTo(weight, 10)]);
    expect(centralWeights).toEqual(central && Object.fromEntries(central));
  }
}

describe("acceptability agrees count for count with sorting the scores of every run", () => {
  it("for any decision: knock-outs at stake, ranges, ties, priority", () => {
    fc.assert(
      fc.property(anyDecision, anyModel, fc.constantFrom(0, 0.5, 1), fc.nat(), (decision, model, spread, seed) => {
        expectTheSame(decision, { ...OPTIONS, model, spread, seed });
      }),
      { numRuns: 200 },
    );
  });

  it("for many candidates and questions, on five levels or continuous, some identical, some with priority", () => {
    const counts = fc.tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(counts, fc.nat(), anyModel, fc.boolean(), ([candidates, questions], seed, model, onLevels) => {
        const decision = manyCandidates({ candidates, questions, onLevels, seed });
        expectTheSame(decision, { ...OPTIONS, runs: 50, model, seed });
      }),
      { numRuns: 60 },
    );
  });
});

describe("acceptability agrees with the exact share of all weightings", () => {
  it.each(["any", "ranked"] as const)("of two candidates, within four standard errors, drawn as %s", (model) => {
    const runs = 5000;
    fc.assert(
      fc.property(anyDecision, fc.nat(), (decision, seed) => {
        const evaluation = evaluate(decision);
        const settledOnes = evaluation.ranking.filter(({ answers }) => !answers.some(({ answer }) => isOpen(answer)));
        fc.pre(settledOnes.length >= 2);
        const two = { ...evaluation, ranking: settledOnes.slice(0, 2) };
        const [{ share, tie }] = pairwiseShares(two, model);
        const [{ ranks, standardErrors }] = acceptability(decision, two, { ...OPTIONS, model, runs, seed }).candidates;
        if (tie) expect(ranks).toEqual([0.5, 0.5]);
        // Where the exact share is all but 0 or 1, so is the simulated, and its standard error is 0.
        else expect(Math.abs(ranks[0] - share)).toBeLessThanOrEqual(4 * standardErrors[0] + 16 / runs);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the shares of each candidate", () => {
  it("make 1 with the share of runs in which it is out", () => {
    fc.assert(
      fc.property(anyDecision, anyModel, (decision, model) => {
        for (const { ranks, out } of acceptabilityOf(decision, { model }).candidates) {
          expect(sum(ranks) + out).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("make 1 for each rank too, where nobody can be out", () => {
    const { candidates } = acceptabilityOf(manyCandidates({ candidates: 12, questions: 4, onLevels: true, seed: 5 }));
    for (const rank of candidates.keys()) expect(sum(candidates.map(({ ranks }) => ranks[rank]))).toBeCloseTo(1, 12);
  });

  it("stand in ranking order, and are of the ranked alone", () => {
    const answers = { out: [score(1)], second: [score(2)], first: [score(5)] };
    expect(sharesOn(GUARDED, answers).map(({ candidate }) => candidate)).toEqual(["first", "second"]);
  });

  it("are all of rank 1 for a candidate alone, whatever is open", () => {
    expect(sharesOn(TWO, { a: [score(2), UNKNOWN] })).toEqual([
      {
        candidate: "a",
        ranks: [1],
        standardErrors: [0],
        out: 0,
        outStandardError: 0,
        centralWeights: { fit: expect.closeTo(0.5, 2), time: expect.closeTo(0.5, 2) },
        confidence: 1,
      },
    ]);
  });

  it("are all of rank 1 for one that dominates, and the other has neither central weights nor confidence", () => {
    const [a, b] = sharesOn(TWO, { a: [score(3), score(5)], b: [score(2), score(5)] });
    expect(a).toMatchObject({ ranks: [1, 0], standardErrors: [0, 0], confidence: 1 });
    expect(b).toEqual({ candidate: "b", ranks: [0, 1], standardErrors: [0, 0], out: 0, outStandardError: 0 });
  });

  it("are none for a decision in which nobody is ranked", () => {
    expect(acceptabilityOf(decisionOn(GUARDED, { a: [score(1)] }), { untilCertain: true })).toEqual({
      model: "any",
      runs: 0,
      seed: 1,
      certain: true,
      candidates: [],
    });
  });

  it("are of the ranks that a tie takes together, in equal parts", () => {
    const shares = sharesOn(FIT, { a: [score(3)], b: [score(3)], c: [score(5)], d: [score(3)], e: [score(1)] });
    const third = expect.closeTo(1 / 3, 15);
    expect(shares.map(({ candidate, ranks }) => [candidate, ...ranks])).toEqual([
      ["c", 1, 0, 0, 0, 0],
      ["a", 0, third, third, third, 0],
      ["b", 0, third, third, third, 0],
      ["d", 0, third, third, third, 0],
      ["e", 0, 0, 0, 0, 1],
    ]);
  });

  it("are shared in a tie that only some weightings make: equal importance stays equal", () => {
    const answers = { a: [score(5), score(1)], b: [score(1), score(5)] };
    for (const { ranks, standardErrors, confidence } of sharesOn(TWO, answers, { model: "ranked" })) {
      expect({ ranks, standardErrors, confidence }).toEqual({
        ranks: [0.5, 0.5],
        standardErrors: [0, 0],
        confidence: 0.5,
      });
    }
  });

  it("follow a chain of ties as the ranks do", () => {
    const hair = 0.8e-9 / 25;
    const answers = { a: [score(3)], b: [score(3 - hair)], c: [score(3 - 2 * hair)], d: [score(2)] };
    const third = expect.closeTo(1 / 3, 15);
    expect(sharesOn(FIT, answers).map(({ ranks }) => ranks)).toEqual([
      [third, third, third, 0],
      [third, third, third, 0],
      [third, third, third, 0],
      [0, 0, 0, 1],
    ]);
  });

  it("do not change for one when another with priority points far beyond all is added, but for the ranks after it", () => {
    const pack = { ...TWO, priority: { kinds: ["museum"], points: 1e9 } };
    const answers = { a: [score(4), score(2)], b: [score(2), score(4)] };
    const alone = acceptabilityOf(decisionOn(pack, answers)).candidates;
    const about = { museum: { kind: "museum" } };
    const [museum, ...others] = acceptabilityOf(
      decisionOn(pack, { ...answers, museum: [score(1), score(1)] }, { about }),
    ).candidates;
    expect(museum.ranks).toEqual([1, 0, 0]);
    expect(others.map(({ ranks }) => ranks)).toEqual(alone.map(({ ranks }) => [0, ...ranks]));
  });
});

describe("open answers", () => {
  it("are drawn uniform in value between their ends", () => {
    // b is ahead where its value, from 0 to 1, is above 0.75; c where its value, from 0.5 to 1, is.
    const [a, b] = sharesOn(FIT, { a: [score(4)], b: [UNKNOWN] });
    expectAbout(a.ranks[0], 0.75);
    expectAbout(b.ranks[0], 0.25);
    const [c] = sharesOn(FIT, { a: [score(4)], c: [range(3, 5)] });
    expectAbout(c.ranks[0], 0.5);
  });

  it("are drawn in value where steps are not equal, and where lower is better", () => {
    const values = [
      { answer: 1, value: 0 },
      { answer: 3, value: 0.8 },
      { answer: 5, value: 1 },
    ];
    const bent = packOf([question("fit", { values })]);
    const [first] = sharesOn(bent, { a: [range(1, 3)], b: [range(1.0001, 1.5)] });
    // From 0 to 0.8 against from 0 to 0.2: ahead in all but an eighth.
    expectAbout(first.ranks[0], 7 / 8);
    const far = packOf([question("distance", { direction: "lower-is-better", minimum: 4 })]);
    const [candidate] = sharesOn(far, { a: [range(3, 5)] });
    expectAbout(candidate.out, 0.5);
  });

  it("below a minimum put the candidate out of the run, and the others move up", () => {
    const [a, b] = sharesOn(GUARDED, { a: [range(1, 5)], b: [score(2)] });
    // Below 2 in a quarter of the runs, and above b in the rest.
    expectAbout(a.out, 0.25);
    expect(a.ranks).toEqual([expect.closeTo(1 - a.out, 15), 0]);
    expect(b.ranks[0]).toBe(a.out);
    expect(a.outStandardError).toBeCloseTo(Math.sqrt((a.out * (1 - a.out)) / 20_000), 12);
  });

  it("count for nothing but the minimum at importance 0", () => {
    const pack = packOf([question("fit"), question("weightless", { importance: 0, minimum: 3 })]);
    const [a, b] = sharesOn(pack, { a: [score(5), UNKNOWN], b: [score(4), score(3)] });
    expectAbout(a.out, 0.5);
    expect(a.ranks).toEqual([expect.closeTo(1 - a.out, 15), 0]);
    expect(b.ranks).toEqual([a.out, expect.closeTo(1 - a.out, 15)]);
    expect(b.centralWeights).toEqual({ fit: 1 });
  });

  it("of all at once can leave nobody in", () => {
    const [a] = sharesOn(packOf([question("fit", { minimum: 5 })]), { a: [range(1, 5)] });
    expect(a).toMatchObject({ ranks: [0], out: 1 });
    expect(a).not.toHaveProperty("centralWeights");
  });
});

describe("central weights and confidence", () => {
  it("give a question alone a weight of 1 and no hair more, however many thirds are added up", () => {
    const hair = range(2, 2 + 4e-16);
    const found = sharesOn(FIT, { a: [score(2)], b: [hair], c: [range(2, 2 + 8e-16)] });
    expect(found.map(({ ranks }) => ranks[0])).toEqual(Array(3).fill(expect.closeTo(1 / 3, 12)));
    expect(found.map(({ centralWeights }) => centralWeights)).toEqual(Array(3).fill({ fit: 1 }));
  });

  it("are the mean of the weightings that put it first", () => {
    // a leads where fit weighs more than a half: from 1/2 to 1, every share the same.
    const [a, b] = sharesOn(TWO, { a: [score(5), score(1)], b: [score(1), score(5)] });
    expect(a.centralWeights?.fit).toBeCloseTo(0.75, 1);
    expect(b.centralWeights?.fit).toBeCloseTo(0.25, 1);
    expect([a.confidence, b.confidence]).toEqual([1, 1]);
  });

  it("hold the weights still, and draw what is open", () => {
    const [b, a] = sharesOn(TWO, { a: [UNKNOWN, score(1)], b: [score(1), score(3)] });
    expect([a.candidate, b.candidate]).toEqual(["a", "b"]);
    expect(a.confidence).toBeGreaterThan(a.ranks[0]);
    expect(b.confidence).toBeGreaterThan(b.ranks[0]);
    const weight = a.centralWeights?.fit ?? Number.NaN;
    // a is first where weight × value > (1 − weight) / 2.
    expectAbout(a.confidence ?? Number.NaN, 1 - (1 - weight) / 2 / weight);
  });

  it("are there for those that are first in some run, and only for them", () => {
    fc.assert(
      fc.property(anyDecision, anyModel, (decision, model) => {
        for (const { ranks, confidence, centralWeights } of acceptabilityOf(decision, { model }).candidates) {
          expect(confidence !== undefined).toBe(ranks[0] > 0);
          if (centralWeights === undefined || confidence === undefined) continue;
          expect(sum(Object.values(centralWeights))).toBeCloseTo(1, 10);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("are 1 where nothing is open and nobody is level: weightings that put it first surround their mean", () => {
    const decision = manyCandidates({ candidates: 12, questions: 5, onLevels: false, seed: 3 });
    const first = acceptabilityOf(decision).candidates.filter(({ ranks }) => ranks[0] > 0);
    expect(first.length).toBeGreaterThan(1);
    for (const { confidence } of first) expect(confidence).toBe(1);
  });
});

describe("standard errors", () => {
  it("are those of a share, the root of share × (1 − share) / runs, where nobody is level", () => {
    const decision = manyCandidates({ candidates: 5, questions: 4, onLevels: false, seed: 8 });
    const { candidates, runs } = acceptabilityOf(decision);
    for (const { ranks, standardErrors } of candidates) {
      expect(standardErrors).toEqual(ranks.map((share) => expect.closeTo(Math.sqrt((share * (1 - share)) / runs), 12)));
    }
  });

  it("are how far shares of other seeds lie apart", () => {
    const decision = manyCandidates({ candidates: 4, questions: 4, onLevels: false, seed: 9 });
    const firsts = Array.from({ length: 400 }, (_, seed) => acceptabilityOf(decision, { seed }).candidates[0]);
    const shares = firsts.map(({ ranks }) => ranks[0]);
    const mean = sum(shares) / shares.length;
    const deviation = Math.sqrt(sum(shares.map((share) => (share - mean) * (share - mean))) / shares.length);
    expect(deviation / firsts[0].standardErrors[0]).toBeGreaterThan(0.85);
    expect(deviation / firsts[0].standardErrors[0]).toBeLessThan(1.15);
  });
});

describe("the same seed", () => {
  const decision = manyCandidates({ candidates: 12, questions: 11, onLevels: true, seed: 1 });

  it.each([
    ["around", [8274, 1164, 144]],
    ["any", [2914, 627, 1163]],
    ["ranked", [5478, 4522, 0]],
  ] as const)("gives the same counts on every machine, drawn as %s", (model, counts) => {
    const { candidates } = acceptabilityOf(decision, { model, runs: 10_000 });
    expect(candidates.slice(0, 3).map(({ ranks }) => Math.round(ranks[0] * 10_000))).toEqual(counts);
  });

  it("gives the same bytes twice, and another seed others", () => {
    const [one, again, other] = [1, 1, 2].map((seed) => JSON.stringify(acceptabilityOf(decision, { seed }).candidates));
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it("gives the runs before in a longer simulation", () => {
    const shorter = acceptabilityOf(decision, { runs: 999 }).candidates[0].ranks[0] * 999;
    const longer = acceptabilityOf(decision, { runs: 1000 }).candidates[0].ranks[0] * 1000;
    expect([0, 1]).toContain(Math.round(longer - shorter));
  });
});

describe("a simulation", () => {
  const decision = decisionOn(TWO, { a: [score(4), score(2)], b: [score(2), score(5)], c: [UNKNOWN, score(3)] });
  const start = (options: Partial<AcceptabilityOptions>) =>
    simulation(decision, evaluate(decision), { ...OPTIONS, ...options });

  it("says after each block how far it is, and never goes back", () => {
    const steps = [...start({ runs: 2500 })];
    expect(steps.slice(0, 3)).toEqual([
      { done: 1000, of: 2500 },
      { done: 2000, of: 2500 },
      { done: 2500, of: 2500 },
    ]);
    for (const step of steps.slice(3)) expect(step).toEqual({ done: 2500, of: 2500 });
  });

  it("is refused for more candidates than a table of their ranks has room for", () => {
    const many = manyCandidates({ candidates: 2001, questions: 1, onLevels: false, seed: 1 });
    expect(() => acceptabilityOf(many)).toThrow("2000 ranked ones at most");
  });

  it("counts hundreds of candidates as it does a few, though more than a byte can count", () => {
    expectTheSame(manyCandidates({ candidates: 300, questions: 3, onLevels: false, seed: 4 }), {
      ...OPTIONS,
      runs: 20,
    });
  });

  it("names the model, and the spread only where it counts", () => {
    expect(acceptabilityOf(decision, { model: "around" })).toMatchObject({
      model: "around",
      spread: 0.5,
      runs: 200,
      seed: 1,
    });
    expect(acceptabilityOf(decision, { model: "ranked" })).not.toHaveProperty("spread");
    expect(acceptabilityOf(decision)).not.toHaveProperty("certain");
  });

  it("until certain ends when every share is, before the bound", () => {
    // First in three quarters of the runs: half a per cent is three standard errors after 67,500.
    const quarter = decisionOn(FIT, { a: [score(4)], b: [UNKNOWN] });
    const found = acceptabilityOf(quarter, { runs: 1_000_000, untilCertain: true });
    expect(found.certain).toBe(true);
    expect(found.runs).toBeGreaterThan(50_000);
    expect(found.runs).toBeLessThan(200_000);
    for (const { ranks, standardErrors, out, outStandardError } of found.candidates) {
      for (const [rank, share] of ranks.entries())
        expect(isCertain(share, standardErrors[rank], found.runs)).toBe(true);
      expect(isCertain(out, outStandardError, found.runs)).toBe(true);
    }
  });

  it("until certain ends at the bound, and says so, where a share lies right where rounding turns", () => {
    const eight = Object.fromEntries([..."abcdefgh"].map((id) => [id, [score(3)]]));
    const found = acceptabilityOf(decisionOn(FIT, eight), { runs: 30_000, untilCertain: true });
    expect(found).toMatchObject({ runs: 30_000, certain: false });
    expect(found.candidates[0].ranks[0]).toBe(0.125);
  });
});
