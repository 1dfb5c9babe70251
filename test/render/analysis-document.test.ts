import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analysis/analysis-names.ts";
import { type AnalysisOptions, analyze } from "../../src/analysis/analyze.ts";
import { askNext } from "../../src/analysis/ask-next.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { analysisDocument } from "../../src/render/analysis-document.ts";
import { type AnalysisDocument, analysisSchema } from "../../src/render/analysis-schema.ts";
import { json } from "../../src/render/json.ts";
import { resultSchema } from "../../src/render/result-schema.ts";
import { shownAnalysis } from "../../src/render/shown-analysis.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { written } from "./show.ts";

const FEW = { runs: 40 };

/** As a program reads it. */
function documentOf(decision: Decision, options: AnalysisOptions = FEW, top?: number): AnalysisDocument {
  const document = analysisDocument(analyze(decision, evaluate(decision), options), top);
  return v.parse(analysisSchema, JSON.parse(JSON.stringify(document)));
}

const TWO = packOf([question("fit"), question("time")]);
const DECISION = decisionOn(TWO, { a: [score(5), range(1, 3)], b: [score(3), UNKNOWN], c: [score(2), score(2)] });

describe("the document of an analysis", () => {
  it("is as the schema says, of any decision and under any model, nothing in it unknown to the schema", () => {
    fc.assert(
      fc.property(anyDecision, fc.constantFrom("around", "any", "ranked"), (decision, model) => {
        documentOf(decision, { ...FEW, model });
      }),
    );
  });

  it("has the fields that the design names, and lists in ranking order", () => {
    const found = documentOf(DECISION);
    expect(Object.keys(found)).toEqual(ANALYSES.filter((name) => name !== "agreement"));
    expect(found.stability?.map(({ criterion }) => criterion)).toEqual(["fit", "time"]);
    expect(found.flips?.map(({ challenger }) => challenger)).toEqual(["b", "c"]);
    expect(found.settled).toEqual({
      settled: false,
      mayLead: ["a", "b"],
      askNext: askNext(DECISION, evaluate(DECISION)),
    });
    expect(found.rankIntervals?.map(({ candidate }) => candidate)).toEqual(["a", "b", "c"]);
    expect(found.pairwise?.map(({ a, b }) => `${a}${b}`)).toEqual(["ab", "ac", "bc"]);
    expect(found.acceptability).toMatchObject({ model: "around", spread: 0.5, runs: 40, seed: 1 });
    expect(found.acceptability?.candidates.map(({ id, ranks }) => [id, ranks.length])).toEqual([
      ["a", 3],
      ["b", 3],
      ["c", 3],
    ]);
  });

  it("has the numbers as they were computed", () => {
    const analysis = analyze(DECISION, evaluate(DECISION), FEW);
    const found = documentOf(DECISION);
    expect(found.stability).toEqual(JSON.parse(JSON.stringify(analysis.stability)));
    expect(found.pairwise).toEqual(JSON.parse(JSON.stringify(analysis.pairwise)));
  });

  it("leaves out what was not asked for", () => {
    expect(Object.keys(documentOf(DECISION, { only: ["dominance"] }))).toEqual(["dominance"]);
    expect(documentOf(DECISION, { only: [] })).toEqual({});
  });

  it("has no spread where none was drawn within", () => {
    expect(documentOf(DECISION, { ...FEW, model: "any" }).acceptability).not.toHaveProperty("spread");
  });

  it("cuts lists of candidates and pairs at so many, and what is said by question not", () => {
    const found = documentOf(DECISION, FEW, 1);
    expect(found.stability).toHaveLength(2);
    expect(found.flips).toHaveLength(1);
    expect(found.rankIntervals).toHaveLength(1);
    expect(found.pairwise).toHaveLength(1);
    expect(found.acceptability?.candidates).toHaveLength(1);
    expect(found.settled?.mayLead).toEqual(["a", "b"]);
  });

  it("says of raters how far they rank alike", () => {
    const { ballots } = DECISION;
    const committee = { ...DECISION, ballots: [...ballots, ...ballots] };
    expect(documentOf(committee).agreement).toEqual({
      compared: ["a", "b", "c"],
      concordance: 1,
      meanCorrelation: 1,
      raters: ["1", "2"].map((rater) => ({
        rater,
        ranking: ["a", "b", "c"].map((candidate, place) => ({ candidate, rank: place + 1 })),
        leaders: ["a"],
        leadersWithout: ["a"],
      })),
    });
  });

  it("stands in the document of the evaluation, as its last field", () => {
    const evaluation = evaluate(DECISION);
    const { document } = shownAnalysis(DECISION, evaluation, analyze(DECISION, evaluation, { only: ["flips"] }));
    const read = v.parse(resultSchema, JSON.parse(written(json, { document })));
    expect(Object.keys(read).at(-1)).toBe("analysis");
    expect(read.ranking).toHaveLength(3);
    expect(Object.keys(read.analysis ?? {})).toEqual(["flips"]);
  });
});
