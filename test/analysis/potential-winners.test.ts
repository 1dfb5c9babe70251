import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solve } from "yalps";
import { type PotentialWinner, potentialWinnerIn, potentialWinners } from "../../src/analysis/potential-winners.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";

function winnersOf(decision: Decision): readonly PotentialWinner[] {
  return potentialWinners(evaluate(decision));
}

const TWO = packOf([question("fit"), question("time")]);
const verdicts = (winners: readonly PotentialWinner[]) =>
  Object.fromEntries(winners.map((each) => [each.candidate, each.verdict]));

/** A candidate with no points but its values, so that any table of leads can be made. */
function standingOf(id: string, values: readonly number[]) {
  const answers = values.map((value, place) => ({ criterion: `q${place}`, answer: UNKNOWN, value, contribution: 0 }));
  const nothing = { score: 0, base: 0, low: 0, high: 0, coverage: 1, provisional: [], blocked: [] };
  return { candidate: { id, name: id }, rank: 1, priority: 0, answers, ...nothing };
}

/** Leads over up to 25 rivals on up to 12 questions. */
function anyLeads(lead: fc.Arbitrary<number>): fc.Arbitrary<readonly (readonly number[])[]> {
  return fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 25 })).chain(([questions, rivals]) => {
    const row = fc.array(lead, { minLength: questions, maxLength: questions });
    return fc.array(row, { minLength: rivals, maxLength: rivals });
  });
}

const onSteps = fc.integer({ min: -4, max: 4 }).map((steps) => steps / 4);
const byRounding = fc.integer({ min: -9, max: 9 }).map((tenths) => 0.3 * tenths - 3 * (0.1 * tenths));
const anywhere = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((millionths) => millionths / 1_000_000);
const byAHair = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1e-12, 1e-11, 1e-10, 1e-9, 1e-8))
  .map(([count, hair]) => count * hair);

describe("whether a candidate can ever come first", () => {
  it("finds a margin that its own weighting reaches and that some mixture of its rivals forbids to exceed", () => {
    fc.assert(
      fc.property(anyLeads(fc.oneof(onSteps, byRounding, anywhere)), (leads) => {
        const { weights, margin } = winnerAmong(leads);
        const shares = leads[0].map((_, place) => weights[`q${place}`] ?? 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        const reached = Math.min(...leads.map((lead) => lead.reduce((sum, each, at) => sum + each * shares[at], 0)));
        expect(Math.abs((margin ?? Number.NaN) - reached)).toBeLessThan(1e-12);
        expect(bestAgainstMixture(leads) - reached).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it("is off by less than 1e-7 even where values that differ by hairs stand among others", () => {
    fc.assert(
      fc.property(anyLeads(fc.oneof(onSteps, anywhere, byAHair)), (leads) => {
        expect(bestAgainstMixture(leads) - (winnerAmong(leads).margin ?? Number.NaN)).toBeLessThan(1e-7);
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with the engine under the weighting reached: alone is first by the margin, shared is a tie", () => {
    fc.assert(
      fc.property(anyDecision, (anything) => {
        const decision = { ...anything, pack: { ...anything.pack, coverageFloor: 0 } };
        for (const { candidate, verdict, margin, weights } of winnersOf(decision)) {
          const none = decision.pack.criteria.map(({ id }) => [id, 0] as const);
          const importance = Object.fromEntries([...none, ...Object.entries(weights)]);
          const { ranking } = evaluate({ ...decision, importance });
          const own = ranking.find((ranked) => ranked.candidate.id === candidate);
          const rival = ranking.find((ranked) => ranked.candidate.id !== candidate);
          if (margin === undefined || own === undefined || rival === undefined) continue;
          expect(own.score - rival.score).toBeCloseTo(100 * margin, 7);
          expect(verdict).toBe(margin > 1e-9 ? "alone" : margin >= -1e-9 ? "shared" : "never");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never says never of who leads now", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        for (const { candidate, verdict } of potentialWinners(evaluation)) {
          if (evaluation.lead.leaders.includes(candidate)) expect(verdict).not.toBe("never");
        }
      }),
    );
  });

  it("works the example by hand: (5, 1) and (1, 5) alone, (3, 3) shared, (2, 3) never", () => {
    const answers = {
      a: [score(5), score(1)],
      b: [score(1), score(5)],
      c: [score(3), score(3)],
      d: [score(2), score(3)],
    };
    const winners = winnersOf(decisionOn(TWO, answers));
    expect(verdicts(winners)).toEqual({ a: "alone", b: "alone", c: "shared", d: "never" });
    // a leads by most at weight 1 for fit, half the scale over c; d is nearest at equal weights, an eighth behind all three.
    expect(winners[0]).toEqual({ candidate: "a", verdict: "alone", margin: 0.5, weights: { fit: 1 } });
    expect(winners[3].margin).toBeCloseTo(-0.125, 12);
    expect(winners[2]).toEqual({
      candidate: "c",
      verdict: "shared",
      margin: expect.closeTo(0, 12),
      weights: { fit: expect.closeTo(0.5, 12), time: expect.closeTo(0.5, 12) },
    });
  });

  it("is not stopped by differences as small as the solver's own precision", () => {
    // With precision 1e-12 alone the simplex method goes round in circles here.
    const leads = [
      [0, 0, 0, 0],
      [-1e-11, -5e-11, -4.8e-11, 0],
      [-5e-11, -1e-11, 0, -4e-11],
    ];
    expect(winnerAmong(leads).verdict).toBe("shared");
  });

  it("counts priority, which no weighting takes away", () => {
    const pack = packOf([question("fit"), question("time")], { priority: { kinds: ["museum"], points: 30 } });
    const answers = { a: [score(3), score(3)], b: [score(4), score(4)] };
    const winners = winnersOf(decisionOn(pack, answers, { about: { a: { kind: "museum" } } }));
    expect(winners.map(({ candidate, verdict, margin }) => [candidate, verdict, margin])).toEqual([
      ["a", "alone", expect.closeTo(0.05, 12)],
      ["b", "never", expect.closeTo(-0.05, 12)],
    ]);
  });

  it("gives a question without weight none, and the only candidate the weights as they are", () => {
    const pack = packOf([question("fit"), question("time", { importance: 0 })]);
    const winners = winnersOf(decisionOn(pack, { a: [score(5), score(1)], b: [score(4), score(5)] }));
    expect(verdicts(winners)).toEqual({ a: "alone", b: "never" });
    expect(winnersOf(decisionOn(TWO, { a: [score(1), score(2)] }))).toEqual([
      { candidate: "a", verdict: "alone", weights: { fit: 0.5, time: 0.5 } },
    ]);
    expect(winnersOf(decisionOn(TWO, {}))).toEqual([]);
  });

  it("shares first place with an exact double", () => {
    const winners = winnersOf(decisionOn(TWO, { a: [score(4), score(2)], b: [score(4), score(2)] }));
    expect(verdicts(winners)).toEqual({ a: "shared", b: "shared" });
  });

  it("goes through ids that records trip over", () => {
    const pack = packOf([question("__proto__"), question("constructor")]);
    const [first] = winnersOf(decisionOn(pack, { a: [score(5), score(1)], b: [score(1), score(2)] }));
    expect(Object.entries(first.weights)).toEqual([["__proto__", 1]]);
  });
});

function winnerAmong(leads: readonly (readonly number[])[]): PotentialWinner {
  const criteria = leads[0].map((_, place) => ({
    id: `q${place}`,
    importance: 1,
    emphasis: 1,
    weight: 1 / leads[0].length,
  }));
  const rivals = leads.map((lead, place) =>
    standingOf(
      `rival ${place}`,
      lead.map((each) => -each),
    ),
  );
  const own = standingOf(
    "own",
    leads[0].map(() => 0),
  );
  return potentialWinnerIn({ criteria, ranking: rivals })(own);
}

/**
 * However weights are chosen, the smallest lead is at most the mean lead over any mixture of the rivals, so at most the best
 * question's mean. The mixture comes from the dual programme; that it is a mixture is all the bound needs to hold.
 */
function bestAgainstMixture(leads: readonly (readonly number[])[]): number {
  const constraints = leads[0].map((_, place) => [place, { max: 1 }] as const);
  const variables = leads.map((lead, rival) => {
    const columns = lead.map((each, place) => [place, (each + 3) / 3] as const);
    return [rival, [[-1, 1] as const, ...columns]] as const;
  });
  const bounds = [1e-12, 1e-10, 1e-8].flatMap((precision) => {
    const found = solve({ direction: "maximize", objective: -1, constraints, variables }, { precision });
    if (found.status !== "optimal") return [];
    const total = found.variables.reduce((sum, [, amount]) => sum + amount, 0);
    const means = leads[0].map((_, place) =>
      found.variables.reduce((sum, [rival, amount]) => sum + (leads[rival][place] * amount) / total, 0),
    );
    return [Math.max(...means)];
  });
  return Math.min(...bounds);
}
