import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreement, concordance, midRanks } from "../../src/analysis/agreement.ts";
import type { Answer, Decision, Id } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";

function agreementOf(decision: Decision) {
  return agreement(decision, evaluate(decision));
}

/** Each rater's answers to one question about each candidate. */
function committee(...raters: readonly Readonly<Record<Id, Answer>>[]): Decision {
  const ids = Object.keys(raters[0]);
  const empty = decisionOn(packOf([question("fit")]), Object.fromEntries(ids.map((id) => [id, []])));
  const ballots = raters.map((answers, rater) => ({
    rater: `Rater ${rater + 1}`,
    answers: Object.fromEntries(Object.entries(answers).map(([id, fit]) => [id, { fit }])),
  }));
  return { ...empty, ballots };
}

const anyRankings = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 7 }))
  .chain(([raters, things]) => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: things, maxLength: things });
    return fc.array(scores, { minLength: raters, maxLength: raters });
  })
  .map((scores) => scores.map(midRanks));

describe("Kendall's coefficient of concordance", () => {
  it("is .16 for the three executives who rank six applicants in Siegel (1956), table 9.7", () => {
    const executives = [
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 4, 2, 3],
      [6, 3, 2, 5, 4, 1],
    ];
    expect(concordance(executives).concordance).toBeCloseTo(0.16, 2);
  });

  it("works the example by hand: ranks (1.5, 1.5, 3) and (1, 2, 3) give 78/84", () => {
    const { concordance: agreed, meanCorrelation } = concordance([
      [1.5, 1.5, 3],
      [1, 2, 3],
    ]);
    expect(agreed).toBeCloseTo(78 / 84, 15);
    expect(meanCorrelation).toBeCloseTo(2 * (78 / 84) - 1, 15);
  });

  it("agrees with the slow way: how far the sums of ranks spread, of how far those of one ranking would", () => {
    fc.assert(
      fc.property(anyRankings, (rankings) => {
        const spread = (numbers: readonly number[]) => {
          const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
          return numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0);
        };
        const sums = rankings[0].map((_, thing) => rankings.reduce((sum, ranking) => sum + ranking[thing], 0));
        const own = rankings.reduce((sum, ranking) => sum + spread(ranking), 0);
        const { concordance: agreed } = concordance(rankings);
        if (own === 0) expect(agreed).toBeUndefined();
        else expect(agreed).toBeCloseTo(spread(sums) / (rankings.length * own), 12);
      }),
      { numRuns: 1000 },
    );
  });

  it("is from 0 to 1, 1 for one ranking given by all, and the mean of the rank correlations where nothing ties", () => {
    fc.assert(
      fc.property(anyRankings, (rankings) => {
        const { concordance: agreed } = concordance(rankings);
        if (agreed !== undefined) expect(Math.abs(agreed - 0.5)).toBeLessThanOrEqual(0.5 + 1e-12);
        const { concordance: same } = concordance(rankings.map(() => rankings[0]));
        if (same !== undefined) expect(same).toBeCloseTo(1, 12);
      }),
      { numRuns: 1000 },
    );
    const untied = [
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [4, 3, 2, 1],
    ];
    const correlation = (one: readonly number[], other: readonly number[]) =>
      1 - (6 * one.reduce((sum, rank, thing) => sum + (rank - other[thing]) ** 2, 0)) / (4 * 15);
    const pairs = [
      correlation(untied[0], untied[1]),
      correlation(untied[0], untied[2]),
      correlation(untied[1], untied[2]),
    ];
    expect(concordance(untied).meanCorrelation).toBeCloseTo((pairs[0] + pairs[1] + pairs[2]) / 3, 12);
  });

  it("is nothing for one ranking, for one thing, and where everybody ties everything", () => {
    expect(concordance([[1, 2, 3]])).toEqual({});
    expect(concordance([[1], [1]])).toEqual({});
    expect(concordance([])).toEqual({});
    expect(concordance([midRanks([5, 5]), midRanks([1, 1])])).toEqual({});
  });
});

describe("mid-ranks", () => {
  it("share the mean of the ranks that a tie takes, also in a chain", () => {
    expect(midRanks([50, 50 - 0.8e-9, 50 - 1.6e-9, 40])).toEqual([2, 2, 2, 4]);
    expect(midRanks([])).toEqual([]);
  });
});

describe("the agreement of a committee", () => {
  it("compares the raters' own rankings, and says who leads without each", () => {
    const decision = committee({ a: score(5), b: score(5), c: score(1) }, { a: score(5), b: score(4), c: score(1) });
    expect(agreementOf(decision)).toEqual({
      compared: ["a", "b", "c"],
      concordance: expect.closeTo(78 / 84, 12),
      meanCorrelation: expect.closeTo(72 / 84, 12),
      raters: [
        {
          rater: "Rater 1",
          ranking: [
            { candidate: "a", rank: 1 },
            { candidate: "b", rank: 1 },
            { candidate: "c", rank: 3 },
          ],
          leaders: ["a", "b"],
          leadersWithout: ["a"],
        },
        {
          rater: "Rater 2",
          ranking: [
            { candidate: "a", rank: 1 },
            { candidate: "b", rank: 2 },
            { candidate: "c", rank: 3 },
          ],
          leaders: ["a"],
          leadersWithout: ["a", "b"],
        },
      ],
    });
  });

  it("leaves out of the comparison a candidate that one rater never judged", () => {
    const decision = committee({ a: score(5), b: score(2), c: score(3) }, { a: score(4), b: score(1), c: UNKNOWN });
    const found = agreementOf(decision);
    expect(found?.compared).toEqual(["a", "b"]);
    expect(found?.concordance).toBe(1);
  });

  it("compares by score also what one rater alone would set aside", () => {
    const decision = committee({ a: score(5), b: score(1) }, { a: score(4), b: score(5) });
    const criteria = decision.pack.criteria.map((criterion) => ({ ...criterion, minimum: 2 }));
    const found = agreementOf({ ...decision, pack: { ...decision.pack, criteria } });
    expect(found?.compared).toEqual(["a", "b"]);
    expect(found?.raters[0].ranking).toEqual([{ candidate: "a", rank: 1 }]);
    expect(found?.concordance).toBe(0);
  });

  it("is nothing for one rater", () => {
    expect(agreementOf(committee({ a: score(5) }))).toBeUndefined();
  });

  it("shows every rater of any committee, in the order of the ballots", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const found = agreementOf(decision);
        if (decision.ballots.length < 2) expect(found).toBeUndefined();
        else expect(found?.raters.map(({ rater }) => rater)).toEqual(decision.ballots.map(({ rater }) => rater));
      }),
      { numRuns: 200 },
    );
  });
});
