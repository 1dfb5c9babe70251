import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RankInterval, rankIntervalIn, rankIntervals } from "../../src/analysis/rank-intervals.ts";
import { settled } from "../../src/analysis/settled.ts";
import type { Decision, Id } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { anyDecisionAtStake, anySmallDecision, telltaleOutcomes } from "./outcomes.ts";

function intervalsOf(decision: Decision): readonly RankInterval[] {
  return rankIntervals(decision, evaluate(decision));
}

/** The least and the greatest rank that a candidate takes in any outcome, everybody being ranked or knocked out. */
function tried(decision: Decision, candidate: Id): RankInterval {
  let [best, worst, mayBeOut] = [Number.POSITIVE_INFINITY, 0, false];
  for (const { ranking } of telltaleOutcomes(decision)) {
    const rank = ranking.find((ranked) => ranked.candidate.id === candidate)?.rank;
    if (rank === undefined) mayBeOut = true;
    else [best, worst] = [Math.min(best, rank), Math.max(worst, rank)];
  }
  return { candidate, best, worst, mayBeOut };
}

const anyFloor = fc.constantFrom(0, 0.3, 0.6, 0.9);

const FIT = packOf([question("fit")]);
const GUARDED = packOf([question("fit", { minimum: 2 })]);

describe("rank intervals", () => {
  it("agree with trying every outcome of the open answers of the ranked, knock-outs at stake included", () => {
    fc.assert(
      fc.property(anyDecisionAtStake(5), anyFloor, (decision, coverageFloor) => {
        const withFloor = { ...decision, pack: { ...decision.pack, coverageFloor } };
        const ranked = new Set(evaluate(withFloor).ranking.map(({ candidate }) => candidate.id));
        const candidates = decision.candidates.filter(({ id }) => ranked.has(id));
        const intervals = intervalsOf(withFloor);
        expect(intervals).toHaveLength(ranked.size);
        expect(intervals).toEqual(intervals.map(({ candidate }) => tried({ ...decision, candidates }, candidate)));
      }),
      { numRuns: 1350 },
    );
  });

  it("of one about whom too little is known agree with trying every outcome of its answers and of those of the ranked", () => {
    fc.assert(
      fc.property(anySmallDecision(6), anyFloor, (decision, coverageFloor) => {
        const withFloor = { ...decision, pack: { ...decision.pack, coverageFloor } };
        const { criteria, ranking, tooLittleKnown } = evaluate(withFloor);
        const intervalOf = rankIntervalIn(withFloor, { criteria, ranking });
        for (const standing of tooLittleKnown) {
          const { id } = standing.candidate;
          const present = new Set([...ranking.map(({ candidate }) => candidate.id), id]);
          const candidates = decision.candidates.filter((candidate) => present.has(candidate.id));
          expect(intervalOf(standing)).toEqual(tried({ ...decision, candidates }, id));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("begin at 1 for exactly those who may lead, where enough is known of everybody", () => {
    fc.assert(
      fc.property(anySmallDecision(30), (decision) => {
        const best = intervalsOf(decision).filter((interval) => interval.best === 1);
        expect(best.map(({ candidate }) => candidate)).toEqual(settled(decision, evaluate(decision)).mayLead);
      }),
      { numRuns: 1000 },
    );
  });

  it("hold the rank as it is, unless the value that the score uses would itself be beyond a minimum", () => {
    fc.assert(
      fc.property(anySmallDecision(30), (decision) => {
        const { ranking } = evaluate(decision);
        const intervals = intervalsOf(decision);
        for (const [place, { rank, provisional }] of ranking.entries()) {
          expect(intervals[place].best).toBeLessThanOrEqual(rank);
          if (provisional.length === 0) expect(intervals[place].worst).toBeGreaterThanOrEqual(rank);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("work the example by hand: a between 50 and 100, b between 25 and 75, c at 25", () => {
    const decision = decisionOn(FIT, { a: [range(3, 5)], b: [range(2, 4)], c: [score(2)] });
    expect(intervalsOf(decision)).toEqual([
      { candidate: "a", best: 1, worst: 2, mayBeOut: false },
      { candidate: "b", best: 1, worst: 2, mayBeOut: false },
      // b at its worst is level with c, and a tie shares the better rank.
      { candidate: "c", best: 2, worst: 3, mayBeOut: false },
    ]);
  });

  it("lift whoever stands below one that may still be out", () => {
    const decision = decisionOn(GUARDED, { a: [range(1, 5)], b: [score(2)] });
    expect(intervalsOf(decision)).toEqual([
      { candidate: "a", best: 1, worst: 1, mayBeOut: true },
      { candidate: "b", best: 1, worst: 2, mayBeOut: false },
    ]);
  });

  it("never end before they begin, where a range meets its minimum by no more than a hair", () => {
    const scale = { min: 0, max: 1, step: 1 };
    const pack = packOf([question("far", { direction: "lower-is-better", scale, minimum: 0 })]);
    expect(intervalsOf(decisionOn(pack, { a: [score(0)], b: [range(9e-10, 1)] }))).toEqual([
      { candidate: "a", best: 1, worst: 1, mayBeOut: false },
      { candidate: "b", best: 2, worst: 2, mayBeOut: true },
    ]);
  });

  it("leave out whoever is too little known, as candidate and as rival", () => {
    const pack = packOf([question("fit"), question("time")], { coverageFloor: 0.6 });
    const decision = decisionOn(pack, { a: [score(4), score(4)], b: [score(5), UNKNOWN] });
    expect(intervalsOf(decision)).toEqual([{ candidate: "a", best: 1, worst: 1, mayBeOut: false }]);
  });

  it("are one rank each where nothing is open, ties sharing one, and none where nobody is left", () => {
    const ranks = intervalsOf(decisionOn(FIT, { a: [score(5)], b: [score(4)], c: [score(4)], d: [score(1)] }));
    expect(ranks.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 1],
      [2, 2],
      [2, 2],
      [4, 4],
    ]);
    expect(intervalsOf(decisionOn(GUARDED, { a: [score(1)] }))).toEqual([]);
  });
});
