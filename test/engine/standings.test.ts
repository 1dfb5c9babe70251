import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerRows } from "../../src/engine/ballots.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Standing } from "../../src/engine/evaluation.ts";
import { findings } from "../../src/engine/findings.ts";
import { standings } from "../../src/engine/standings.ts";
import { weighCriteria } from "../../src/engine/weights.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

/** Standings that are plain data, or looked up when they are read. */
function standingsOf(decision: Decision, keptWhole: number) {
  const rows = answerRows(decision);
  const found = findings(decision, rows);
  const weights = weighCriteria(decision).map(({ weight }) => weight);
  const of = standings(decision, weights, found, rows, keptWhole);
  return [
    ...found.ranked.map((position) => of.ranked(position, 7)),
    ...found.tooLittleKnown.map((position) => of.tooLittleKnown(position)),
    ...found.knockedOut.map((position) => of.knockedOut(position)),
  ];
}

/** Every part read one by one. */
function partsOf(standing: Standing) {
  const parts = ["candidate", "score", "base", "priority", "low", "high", "coverage", "provisional", "level"] as const;
  const known = [...parts, "blocked", "answers", "rank", "reasons"] as const;
  return known.map((part) => [part, Reflect.get(standing, part)]);
}

describe("a standing that is looked up", () => {
  test("reads like one that is plain data, part by part and as JSON, for any decision", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const plain = standingsOf(decision, Number.POSITIVE_INFINITY);
        const lookedUp = standingsOf(decision, -1);
        expect(lookedUp.map(partsOf)).toEqual(plain.map(partsOf));
        expect(JSON.stringify(lookedUp)).toBe(JSON.stringify(plain));
      }),
    );
  });

  test("reads the same again after another was read", () => {
    const decision = decisionOn(packOf([question("fit")]), { zoo: [score(5)], farm: [range(1, 3)] });
    const [zoo, farm] = standingsOf(decision, -1);
    const before = JSON.stringify(zoo.answers);
    expect(JSON.stringify(farm.answers)).not.toBe(before);
    expect(JSON.stringify(zoo.answers)).toBe(before);
  });
});

describe("an evaluation of very many", () => {
  const pack = packOf([question("fit", { minimum: 2 }), question("time")], {
    coverageFloor: 0.6,
    levels: [
      { id: "date", label: "Date", conditions: { score: 70, answers: {}, basis: {} }, advised: { held: "date" } },
      { id: "glance", label: "Glance", conditions: { answers: {}, basis: {} } },
    ],
  });
  const rows = [[score(5), score(4)], [score(3), score(3)], [score(1), score(5)], [score(4), UNKNOWN], []];
  const answers = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, at) => [`c${String(at).padStart(5, "0")}`, rows[at % rows.length]]),
  );
  const many = decisionOn(pack, answers);
  const evaluation = evaluate(many);

  test("says of each what an evaluation of that candidate alone says", () => {
    const lists = [evaluation.ranking, evaluation.tooLittleKnown, evaluation.knockedOut];
    expect(lists.map((list) => list.length)).toEqual([8000, 8000, 4000]);
    for (const list of lists) {
      for (const at of [0, 1, list.length >> 1, list.length - 1]) {
        const standing = list[at];
        const alone = evaluate({ ...many, candidates: [standing.candidate] });
        const [same] = [...alone.ranking, ...alone.tooLittleKnown, ...alone.knockedOut];
        expect({ ...JSON.parse(JSON.stringify(standing)), rank: 0 }).toEqual({ ...same, rank: 0 });
      }
    }
  });

  test("ranks and orders all, ties by name, and warns of each", () => {
    expect(evaluation.ranking.map(({ rank }) => rank)).toEqual(
      Array.from({ length: 8000 }, (_, at) => (at < 4000 ? 1 : 4001)),
    );
    expect(evaluation.ranking.slice(0, 3).map(({ candidate }) => candidate.id)).toEqual(["c00000", "c00005", "c00010"]);
    expect(evaluation.lead).toMatchObject({ margin: 0, closeCall: true });
    expect(evaluation.lead.leaders).toHaveLength(4000);
    expect(evaluation.warnings).toHaveLength(4000);
  });
});
