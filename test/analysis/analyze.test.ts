import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptability, SIMULATED } from "../../src/analysis/acceptability.ts";
import { agreement } from "../../src/analysis/agreement.ts";
import { ANALYSES, kebabCase } from "../../src/analysis/analysis-names.ts";
import { analyze, analyzing } from "../../src/analysis/analyze.ts";
import { answerFlips } from "../../src/analysis/answer-flips.ts";
import { askNext } from "../../src/analysis/ask-next.ts";
import { dominance } from "../../src/analysis/dominance.ts";
import { pairwiseShares } from "../../src/analysis/pairwise-share.ts";
import { potentialWinners } from "../../src/analysis/potential-winners.ts";
import { rankIntervals } from "../../src/analysis/rank-intervals.ts";
import { restsUpon } from "../../src/analysis/rests-upon.ts";
import { settled } from "../../src/analysis/settled.ts";
import { weightStability } from "../../src/analysis/weight-stability.ts";
import { WEIGHT_MODELS } from "../../src/analysis/weightings.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";

const FEW = { runs: 20, seed: 3 };

describe("an analysis", () => {
  it("holds what each analysis says by itself", () => {
    fc.assert(
      fc.property(anyDecision, fc.constantFrom(...WEIGHT_MODELS), (decision, model) => {
        const evaluation = evaluate(decision);
        fc.pre(evaluation.ranking.length > 0 && decision.candidates.length > 1);
        const { settled: leading, ...found } = analyze(decision, evaluation, { ...FEW, model });
        const raters = agreement(decision, evaluation);
        expect(found).toEqual({
          stability: weightStability(evaluation),
          flips: answerFlips(decision, evaluation),
          rankIntervals: rankIntervals(decision, evaluation),
          dominance: dominance(decision, evaluation),
          canWin: potentialWinners(evaluation),
          pairwise: pairwiseShares(evaluation, model),
          acceptability: acceptability(decision, evaluation, { ...SIMULATED, ...FEW, model }),
          restsUpon: restsUpon(decision, evaluation),
          ...(raters && { agreement: raters }),
        });
        expect({ ...leading, askNext: [...(leading?.askNext ?? [])] }).toEqual({
          ...settled(decision, evaluation),
          askNext: askNext(decision, evaluation),
        });
      }),
    );
  });

  it("holds only what is asked for, in the order of the list", () => {
    const decision = decisionOn(packOf([question("fit")]), { a: [score(5)], b: [score(4)] });
    const evaluation = evaluate(decision);
    for (const name of ANALYSES.filter((each) => each !== "agreement")) {
      expect(Object.keys(analyze(decision, evaluation, { ...FEW, only: [name] }))).toEqual([name]);
    }
    expect(Object.keys(analyze(decision, evaluation, { only: ["pairwise", "flips"] }))).toEqual(["flips", "pairwise"]);
    expect(analyze(decision, evaluation, { only: [] })).toEqual({});
  });

  it("simulates 100,000 runs around the weights as they are, where nothing is said", () => {
    const decision = decisionOn(packOf([question("fit")]), { a: [score(5)], b: [score(4)] });
    const found = analyze(decision, evaluate(decision), { only: ["acceptability"] });
    expect(found.acceptability).toMatchObject({ model: "around", spread: 0.5, runs: 100_000, seed: 1 });
  });

  it.each([
    ["nobody is ranked", { a: [UNKNOWN], b: [UNKNOWN] }],
    ["there is one candidate", { a: [score(5)] }],
    ["there is no candidate", {}],
  ])("compares nobody where %s, and still says who may lead", (_, rows) => {
    const decision = decisionOn(packOf([question("fit")], { coverageFloor: 0.6 }), rows);
    const evaluation = evaluate(decision);
    const { settled: leading, acceptability: simulated, ...lists } = analyze(decision, evaluation);
    expect(lists).toEqual({
      ...{ stability: [], flips: [], rankIntervals: [], dominance: [], canWin: [], pairwise: [], restsUpon: [] },
    });
    expect(simulated?.candidates).toEqual([]);
    expect(leading?.mayLead).toEqual(settled(decision, evaluation).mayLead);
  });

  it("says of the only one who is ranked what the others could change", () => {
    const pack = packOf([question("fit", { minimum: 2 })]);
    const decision = decisionOn(pack, { a: [score(3)], b: [score(1)] });
    const found = analyze(decision, evaluate(decision), FEW);
    expect(found.flips?.map(({ challenger, past }) => [challenger, past?.steps])).toEqual([["b", 3]]);
    expect(found.rankIntervals).toEqual([{ candidate: "a", best: 1, worst: 1, mayBeOut: false }]);
    expect(found.pairwise).toEqual([]);
  });

  it("comes in steps that say how far it is, and ends with the same", () => {
    const decision = decisionOn(packOf([question("fit")]), { a: [score(5)], b: [score(4)], c: [score(4)] });
    const evaluation = evaluate(decision);
    const steps = analyzing(decision, evaluation, { ...FEW, only: ["canWin", "pairwise", "acceptability"] });
    const told: [string, number][] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      const { analysis, done, of } = step.value;
      expect(done).toBeLessThanOrEqual(of);
      told.push([analysis, of]);
    }
    expect(told.filter(([analysis]) => analysis !== "acceptability")).toEqual([
      ...[3, 3, 3].map((of) => ["canWin", of]),
      ...[3, 3, 3].map((of) => ["pairwise", of]),
    ]);
    expect(told).toContainEqual(["acceptability", FEW.runs]);
    expect(step.value).toEqual(
      analyze(decision, evaluation, { ...FEW, only: ["canWin", "pairwise", "acceptability"] }),
    );
  });
});

it("an analysis is named on a command line in small letters with hyphens", () => {
  for (const name of ANALYSES) expect(kebabCase(name)).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
