import { expect, it } from "vitest";
import { contenders } from "../../src/analysis/contenders.ts";
import { weightedPositions } from "../../src/analysis/value-differences.ts";
import type { Answer } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";

const PACK = packOf(
  [question("fit", { minimum: 2 }), question("time"), question("weightless", { importance: 0, minimum: 2 })],
  { priority: { kinds: ["museum"], points: 3 } },
);

function contendersOf(answers: Readonly<Record<string, readonly Answer[]>>, museums: readonly string[] = []) {
  const about = Object.fromEntries(museums.map((id) => [id, { kind: "museum" }]));
  const decision = decisionOn(PACK, answers, { about });
  const evaluation = evaluate(decision);
  return contenders(decision, evaluation, weightedPositions(evaluation)).map(({ members, ...contender }) => ({
    ...contender,
    members: members.map((place) => evaluation.ranking[place].candidate.id),
  }));
}

it("candidates with the same values and priority are one contender, whatever they say where nothing weighs", () => {
  const answers = {
    a: [score(4), score(3), score(2)],
    b: [score(4), score(3), score(5)],
    c: [score(3), score(4), score(5)],
  };
  expect(contendersOf(answers).map(({ members }) => members)).toEqual([["a", "b"], ["c"]]);
});

it("candidates with different priority are two, even where the scores agree", () => {
  const answers = { a: [score(4), score(3), score(2)], b: [score(4), score(3), score(2)] };
  expect(contendersOf(answers, ["b"]).map(({ members, priority }) => [members, priority])).toEqual([
    [["b"], 3],
    [["a"], 0],
  ]);
});

it("a candidate with an open answer stands alone", () => {
  const answers = { a: [range(3, 5), score(3), score(2)], b: [range(3, 5), score(3), score(2)] };
  expect(contendersOf(answers).map(({ members, open }) => [members, open])).toEqual([
    [["a"], [{ place: 0, worst: 0.5, best: 1, acceptable: 0.5 }]],
    [["b"], [{ place: 0, worst: 0.5, best: 1, acceptable: 0.5 }]],
  ]);
});

it("an open answer to a question without weight counts where its minimum is at stake, and only there", () => {
  const answers = {
    a: [score(4), score(3), UNKNOWN],
    b: [score(4), score(3), range(3, 5)],
    c: [score(4), score(3), score(4)],
  };
  expect(contendersOf(answers).map(({ members, open }) => [members, open])).toEqual([
    [["a"], [{ worst: 0, best: 1, acceptable: 0.25 }]],
    [["b", "c"], []],
  ]);
});
