import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/engine/decision.ts";
import { buildMatrix } from "../../src/engine/matrix.ts";
import { scores } from "../../src/engine/scores.ts";
import { anyDecision } from "../any.ts";
import { officeLocation, weightedSum } from "../published.ts";
import { obviousEvaluation } from "./obvious.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

/** The scores of every candidate, by the name of what was computed. */
function scoresOf(decision: Decision) {
  const { base, score: points, low, high, coverage } = scores(buildMatrix(decision));
  const lists = { base, score: points, low, high, coverage };
  return decision.candidates.map((_, at) => ({
    base: lists.base[at],
    score: lists.score[at],
    low: lists.low[at],
    high: lists.high[at],
    coverage: lists.coverage[at],
  }));
}

const THREE_TO_ONE = [question("fit", { importance: 3 }), question("time")];

describe("published worked examples", () => {
  test("seven offices on six attributes (Goodwin and Wright 2004, table 3.2)", () => {
    const scale = { min: 0, max: 100, step: 5 };
    const criteria = Object.entries(officeLocation.printedWeights).map(([id, importance]) =>
      question(id, { importance, scale }),
    );
    const answers = Object.entries(officeLocation.offices).map(([name, { values }]) => [name, values.map(score)]);
    const offices = scoresOf(decisionOn(packOf(criteria), Object.fromEntries(answers)));
    expect(offices.map(({ base }) => base)).toEqual(
      Object.values(officeLocation.offices).map(({ aggregate }) => expect.closeTo(aggregate, 9)),
    );
  });

  test("three alternatives on four criteria in one unit (Triantaphyllou 2000, chapter 2)", () => {
    const scale = { min: 0, max: 100, step: 5 };
    const criteria = weightedSum.weights.map((importance, k) => question(`C${k + 1}`, { importance, scale }));
    const answers = Object.entries(weightedSum.alternatives).map(([name, { values }]) => [name, values.map(score)]);
    const totals = scoresOf(decisionOn(packOf(criteria), Object.fromEntries(answers)));
    expect(totals.map(({ base }) => base)).toEqual(
      Object.values(weightedSum.alternatives).map(({ total }) => expect.closeTo(total, 9)),
    );
  });
});

describe("worked by hand", () => {
  test.each([
    ["neutral", 87.5],
    ["worst", 75],
  ] as const)(
    "weights 3:1, answers 5 and unknown, under %s: %d, low 75, high 100, coverage 0.75",
    (unknown, points) => {
      const decision = decisionOn(packOf(THREE_TO_ONE, { unknown }), { zoo: [score(5), UNKNOWN] });
      expect(scoresOf(decision)).toEqual([{ base: points, score: points, low: 75, high: 100, coverage: 0.75 }]);
    },
  );

  test("base 100 and priority 5 make 105, uncapped, and low and high have the priority too", () => {
    const pack = packOf([question("fit")], { priority: { kinds: ["museum"], points: 5 } });
    const decision = decisionOn(pack, { zoo: [score(5)], shop: [score(5)] }, { about: { zoo: { kind: "museum" } } });
    expect(scoresOf(decision)).toEqual([
      { base: 100, score: 105, low: 105, high: 105, coverage: 1 },
      { base: 100, score: 100, low: 100, high: 100, coverage: 1 },
    ]);
  });

  test("a range counts as the mean of its ends' values: points 0, 0.8, 1 at 1, 3, 5 and 1 to 3 give base 40", () => {
    const values = [
      { answer: 1, value: 0 },
      { answer: 3, value: 0.8 },
      { answer: 5, value: 1 },
    ];
    const decision = decisionOn(packOf([question("fit", { values })]), { zoo: [range(1, 3)] });
    expect(scoresOf(decision)).toEqual([{ base: 40, score: 40, low: 0, high: 80, coverage: 1 }]);
  });

  test("a range over the whole scale is unknown: coverage 0, from 0 to 100", () => {
    const decision = decisionOn(packOf([question("fit")]), { zoo: [range(1, 5)] });
    expect(scoresOf(decision)).toEqual([{ base: 50, score: 50, low: 0, high: 100, coverage: 0 }]);
  });

  test("where fewer is better the low end of a range is its better end", () => {
    const lower = question("km", { direction: "lower-is-better" });
    const decision = decisionOn(packOf([lower]), { zoo: [range(1, 2)] });
    expect(scoresOf(decision)).toEqual([{ base: 87.5, score: 87.5, low: 75, high: 100, coverage: 1 }]);
  });

  test.each([
    ["best of everything", [score(5), score(5)], 100],
    ["worst of everything", [score(1), score(1)], 0],
    ["nothing known", [UNKNOWN, UNKNOWN], 50],
  ] as const)("%s", (_limit, answers, base) => {
    expect(scoresOf(decisionOn(packOf(THREE_TO_ONE), { zoo: answers }))[0].base).toBe(base);
  });

  test("a question of importance 0 counts neither in the score nor in coverage", () => {
    const pack = packOf([question("fit"), question("extra", { importance: 0 })]);
    const [known, unknown] = scoresOf(decisionOn(pack, { zoo: [score(4), score(1)], shop: [score(4), UNKNOWN] }));
    expect(known).toEqual({ base: 75, score: 75, low: 75, high: 75, coverage: 1 });
    expect(unknown).toEqual(known);
  });

  test("a range that runs from high to low is refused", () => {
    expect(() => buildMatrix(decisionOn(packOf([question("fit")]), { zoo: [range(4, 2)] }))).toThrow(RangeError);
  });
});

describe("for any decision", () => {
  test("low never exceeds the score, and the score never exceeds high, not by the last bit", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        for (const { score: points, low, high } of scoresOf(decision)) {
          expect(low).toBeLessThanOrEqual(points);
          expect(points).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  test("coverage is between 0 and 1, and exactly 1 where every question is answered", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { known, criteria } = buildMatrix(decision);
        for (const [at, { coverage }] of scoresOf(decision).entries()) {
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
          const row = known.subarray(at * criteria.length, (at + 1) * criteria.length);
          if (row.every((flag) => flag === 1)) expect(coverage).toBe(1);
        }
      }),
    );
  });

  test("scores are what the slow, obvious version gives", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        expect(scoresOf(decision)).toEqual(
          obviousEvaluation(decision).map(({ base, score: points, low, high, coverage }) => ({
            base: expect.closeTo(base, 9),
            score: expect.closeTo(points, 9),
            low: expect.closeTo(low, 9),
            high: expect.closeTo(high, 9),
            coverage: expect.closeTo(coverage, 9),
          })),
        );
      }),
    );
  });

  test("a candidate's scores do not depend on who else is there", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const together = scoresOf(decision);
        for (const [at, candidate] of decision.candidates.entries()) {
          expect(scoresOf({ ...decision, candidates: [candidate] })).toEqual([together[at]]);
        }
      }),
    );
  });
});
