import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WeightStability, weightStability } from "../../src/analysis/weight-stability.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score } from "../engine/small.ts";
import { officeLocation } from "../published.ts";

function stabilityOf(decision: Decision): readonly WeightStability[] {
  return weightStability(evaluate(decision));
}

const TWO = packOf([question("fit"), question("time")]);
/** Answers (5, 1), (4, 4), (1, 5) with equal weights. */
const THREE = decisionOn(TWO, {
  above: [score(5), score(1)],
  middle: [score(4), score(4)],
  below: [score(1), score(5)],
});
/** Nobody's ranking depends on what is known, so that a changed importance changes weights and nothing else. */
const anyRankedDecision = anyDecision.map((decision) => ({
  ...decision,
  pack: { ...decision.pack, coverageFloor: 0 },
}));

describe("the stability of a weight", () => {
  it("works the example by hand: the middle leads from a quarter to three quarters", () => {
    const [fit, time] = stabilityOf(THREE);
    expect(fit).toEqual({
      criterion: "fit",
      weight: 0.5,
      from: 0.25,
      to: 0.75,
      importanceFrom: 1 / 3,
      importanceTo: 3,
      leaders: [
        { from: 0, to: 0.25, ids: ["below"] },
        { from: 0.25, to: 0.75, ids: ["middle"] },
        { from: 0.75, to: 1, ids: ["above"] },
      ],
    });
    expect(time.leaders.map(({ ids }) => ids)).toEqual([["above"], ["middle"], ["below"]]);
  });

  it("finds where Elton Street overtakes in Goodwin and Wright (2004), figure 3.8: turnover below a weight of 52.1", () => {
    const { importance, offices } = officeLocation;
    const { closeness, visibility, image, size: room, comfort, parking } = importance;
    const mean = (values: readonly number[], points: readonly number[]) =>
      values.reduce((sum, value, place) => sum + value * points[place], 0) /
      points.reduce((sum, each) => sum + each, 0);
    const scale = { min: 0, max: 100, step: 1 };
    const turnover = question("turnover", { importance: closeness + visibility + image, scale });
    const conditions = question("conditions", { importance: room + comfort + parking, scale });
    const answers = Object.entries(offices).map(([office, { values }]) => [
      office,
      [
        score(mean(values.slice(0, 3), [closeness, visibility, image])),
        score(mean(values.slice(3), [room, comfort, parking])),
      ],
    ]);
    const [{ from, to, leaders }] = stabilityOf(
      decisionOn(packOf([turnover, conditions]), Object.fromEntries(answers)),
    );
    expect(from).toBeCloseTo(0.521, 3);
    expect(to).toBe(1);
    expect(leaders.map(({ ids }) => ids)).toEqual([["Elton Street"], ["Addison Square"]]);
  });

  it("agrees with a dense scan: the decision evaluated with 21 importances for each question", () => {
    fc.assert(
      fc.property(anyRankedDecision, (decision) => {
        for (const stability of stabilityOf(decision)) {
          for (const weight of scannedWeights(decision, stability)) {
            const { lead, ranking } = evaluate(withWeight(decision, stability, weight));
            const shown = stability.leaders.filter(({ from, to }) => from <= weight && weight <= to);
            const ids = new Set(shown.flatMap((stretch) => stretch.ids));
            const scores = new Map(ranking.map((ranked) => [ranked.candidate.id, ranked.score]));
            for (const id of ids) expect(scores.get(id)).toBeGreaterThan(ranking[0].score - 1e-6);
            for (const id of lead.leaders.filter(() => (lead.margin ?? 1) > 1e-6)) expect(ids).toContain(id);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives the first listed an interval around the weight as it is, the one where the envelope shows it", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        for (const { weight, from, to, leaders } of weightStability(evaluation)) {
          expect(from).toBeLessThanOrEqual(weight);
          expect(to).toBeGreaterThanOrEqual(weight);
          const own = leaders.filter(({ ids }) => ids.includes(evaluation.ranking[0].candidate.id));
          expect(own.length).toBeGreaterThan(0);
          expect(own[0].from).toBeCloseTo(from, 6);
          expect(own.at(-1)?.to).toBeCloseTo(to, 6);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("says as importance what to state to get either end", () => {
    const [fit] = stabilityOf(THREE);
    const at = (importance: number | undefined) => evaluate({ ...THREE, importance: { fit: importance ?? 0 } }).lead;
    expect(at(fit.importanceFrom).leaders).toEqual(expect.arrayContaining(["middle", "below"]));
    expect(at(fit.importanceTo).leaders).toEqual(expect.arrayContaining(["middle", "above"]));
  });

  it("has no importance for a weight of 1, which no number of points gives", () => {
    const [fit] = stabilityOf(decisionOn(TWO, { a: [score(5), score(4)], b: [score(1), score(4)] }));
    expect(fit).toMatchObject({ from: 0, to: 1, importanceFrom: 0 });
    expect(fit).not.toHaveProperty("importanceTo");
  });

  it("lets the other questions share equally where none of them has importance", () => {
    const others = [question("time", { importance: 0 }), question("place", { importance: 0 })];
    const pack = packOf([question("fit"), ...others]);
    const decision = decisionOn(pack, { a: [score(4), score(1), score(3)], b: [score(3), score(5), score(2)] });
    const [fit, ...none] = stabilityOf(decision);
    // At 0, a has (0 + 50)/2 = 25 and b (100 + 25)/2 = 62.5; at 1, a has 75 and b 50: level where 37.5(1 − t) = 25t.
    expect(fit).toEqual({
      criterion: "fit",
      weight: 1,
      from: 0.6,
      to: 1,
      leaders: [
        { from: 0, to: 0.6, ids: ["b"] },
        { from: 0.6, to: 1, ids: ["a"] },
      ],
    });
    expect(none).toEqual([]);
  });

  it("counts priority, which does not move with any weight", () => {
    const pack = packOf([question("fit"), question("time")], { priority: { kinds: ["museum"], points: 25 } });
    const answers = { a: [score(3), score(3)], b: [score(5), score(1)] };
    const [fit] = stabilityOf(decisionOn(pack, answers, { about: { a: { kind: "museum" } } }));
    expect(fit).toMatchObject({ from: 0, to: 0.75 });
  });

  it("says a tie at the top to be one", () => {
    const tied = stabilityOf(decisionOn(TWO, { a: [score(5), score(1)], b: [score(1), score(5)] }));
    expect(tied[0]).toMatchObject({ weight: 0.5, from: 0.5, to: 1 });
    const alike = stabilityOf(decisionOn(TWO, { a: [score(4), score(2)], b: [score(4), score(2)] }));
    expect(alike[0].leaders).toEqual([{ from: 0, to: 1, ids: ["a", "b"] }]);
  });

  it("shows one that leads at a single weight only", () => {
    const pointed = { a: [score(5), score(1)], b: [score(1), score(5)], c: [score(3), score(3)] };
    expect(stabilityOf(decisionOn(TWO, pointed))[0].leaders).toEqual([
      { from: 0, to: 0.5, ids: ["b"] },
      // All have 50 and a tie lists the higher low first, then the name.
      { from: 0.5, to: 0.5, ids: ["a", "b", "c"] },
      { from: 0.5, to: 1, ids: ["a"] },
    ]);
  });

  it("has nothing to move with nobody ranked or with one question, and nothing to lose for the only candidate", () => {
    expect(stabilityOf(decisionOn(TWO, {}))).toEqual([]);
    expect(stabilityOf(decisionOn(packOf([question("fit")]), { a: [score(5)], b: [score(2)] }))).toEqual([]);
    expect(stabilityOf(decisionOn(TWO, { a: [score(1), score(5)] }))[0]).toMatchObject({ from: 0, to: 1 });
  });
});

function scannedWeights(decision: Decision, { criterion }: WeightStability): readonly number[] {
  const others = evaluate(decision).criteria.filter(({ id }) => id !== criterion);
  // An importance cannot move what the others share where they have none, nor reach a weight of 1 where they do.
  if (others.every(({ weight }) => weight === 0)) return [];
  return Array.from({ length: 21 }, (_, step) => (step + 0.37) / 21.5);
}

/** All importances stated as they are after emphasis, so that the one that moves can be stated beside them. */
function withWeight(decision: Decision, { criterion }: WeightStability, weight: number): Decision {
  const { criteria } = evaluate(decision);
  const points = criteria.map(({ id, importance, emphasis }) => [id, importance * emphasis] as const);
  const others = points.reduce((sum, [id, each]) => (id === criterion ? sum : sum + each), 0);
  const moved = points.map(([id, each]) => [id, id === criterion ? (weight * others) / (1 - weight) : each]);
  return { ...decision, importance: Object.fromEntries(moved) };
}
