import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Criterion, Decision, Id } from "../../src/engine/decision.ts";
import { entryOf } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Evaluation, Standing } from "../../src/engine/evaluation.ts";
import { anyAnswer, anyDecision } from "../any.ts";
import { officeLocation, weightedSum } from "../published.ts";
import { obviousEvaluation } from "./obvious.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

const FIT = question("fit", { minimum: 2 });
const TIME = question("time");

describe("published worked examples", () => {
  test("Addison Square leads and Filton Village is last (Goodwin and Wright 2004, table 3.2)", () => {
    const scale = { min: 0, max: 100, step: 5 };
    const criteria = Object.entries(officeLocation.importance).map(([id, importance]) =>
      question(id, { importance, scale }),
    );
    const answers = Object.entries(officeLocation.offices).map(([name, { values }]) => [name, values.map(score)]);
    const { ranking } = evaluate(decisionOn(packOf(criteria), Object.fromEntries(answers)));
    const byAggregate = Object.entries(officeLocation.offices).sort(([, a], [, b]) => b.aggregate - a.aggregate);
    expect(ranking.map(({ candidate }) => candidate.id)).toEqual(byAggregate.map(([name]) => name));
  });

  test("A2 and A3 share first place, A1 is third (Triantaphyllou 2000, chapter 2)", () => {
    const scale = { min: 0, max: 100, step: 5 };
    const criteria = weightedSum.weights.map((importance, k) => question(`C${k + 1}`, { importance, scale }));
    const answers = Object.entries(weightedSum.alternatives).map(([name, { values }]) => [name, values.map(score)]);
    const { ranking, lead } = evaluate(decisionOn(packOf(criteria), Object.fromEntries(answers)));
    expect(ranking.map(({ rank, candidate }) => [rank, candidate.id])).toEqual([
      [1, "A2"],
      [1, "A3"],
      [3, "A1"],
    ]);
    expect(lead).toEqual({ leaders: ["A2", "A3"], margin: 0, closeCall: true });
  });
});

describe("who is ranked", () => {
  const pack = packOf([FIT, TIME], { coverageFloor: 0.6 });

  test("a candidate below the floor is scored, shown apart and not ranked", () => {
    const { ranking, tooLittleKnown } = evaluate(decisionOn(pack, { zoo: [score(5), UNKNOWN] }));
    expect(ranking).toEqual([]);
    expect(tooLittleKnown).toMatchObject([{ score: 75, low: 50, high: 100, coverage: 0.5, provisional: [] }]);
    expect(tooLittleKnown[0]).not.toHaveProperty("rank");
  });

  test("a knocked-out candidate is knocked out even when too little is known", () => {
    const { tooLittleKnown, knockedOut } = evaluate(decisionOn(pack, { zoo: [score(1), UNKNOWN] }));
    expect(tooLittleKnown).toEqual([]);
    expect(knockedOut).toMatchObject([{ score: 25, reasons: [{ criterion: "fit", answer: 1, minimum: 2 }] }]);
  });

  test("a provisional candidate is ranked", () => {
    const answers = { zoo: [range(1, 3), score(3)], farm: [UNKNOWN, score(4)] };
    const { ranking } = evaluate(decisionOn({ ...pack, coverageFloor: 0 }, answers));
    expect(ranking.map(({ candidate, provisional }) => [candidate.id, provisional])).toEqual([
      ["farm", ["fit"]],
      ["zoo", ["fit"]],
    ]);
  });

  test("a minimum holds at importance 0", () => {
    const unweighed = packOf([question("fit", { minimum: 2, importance: 0 }), TIME]);
    expect(evaluate(decisionOn(unweighed, { zoo: [score(1), score(5)] })).knockedOut).toHaveLength(1);
  });

  test("the mean of several raters meets a minimum that one of them is beyond, and that rater is named", () => {
    const ballots = [5, 1].map((given, at) => ({
      rater: `Rater ${at + 1}`,
      answers: { zoo: { fit: score(given), time: score(3) } },
    }));
    const { ranking, warnings } = evaluate(decisionOn(pack, { zoo: [] }, { ballots }));
    expect(ranking).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(["rater-beyond-minimum"]);
  });

  test("nobody at all is nobody ranked", () => {
    expect(evaluate(decisionOn(pack, {}))).toMatchObject({
      ranking: [],
      tooLittleKnown: [],
      knockedOut: [],
      lead: { leaders: [], margin: null, closeCall: false },
      warnings: [],
    });
  });
});

describe("the lists of those who are not ranked", () => {
  test("are by score, then name, then id", () => {
    const pack = packOf([FIT, TIME], { coverageFloor: 1 });
    const about = { one: { name: "Same" }, two: { name: "Same" }, three: { name: "Before" } };
    const answers = {
      two: [score(3), UNKNOWN],
      one: [score(3), UNKNOWN],
      three: [score(3), UNKNOWN],
      best: [score(5)],
    };
    const { tooLittleKnown } = evaluate(decisionOn(pack, answers, { about }));
    expect(tooLittleKnown.map(({ candidate }) => candidate.id)).toEqual(["best", "three", "one", "two"]);
    const out = { a: [score(1), score(2)], b: [score(1), score(4)], c: [score(1), score(2)] };
    const { knockedOut } = evaluate(decisionOn(pack, out));
    expect(knockedOut.map(({ candidate }) => candidate.id)).toEqual(["b", "a", "c"]);
  });
});

describe("the lead", () => {
  test("is the first score minus the next listed", () => {
    const { lead } = evaluate(
      decisionOn(packOf([FIT, TIME]), { zoo: [score(5), score(3)], farm: [score(2), score(2)] }),
    );
    expect(lead).toEqual({ leaders: ["zoo"], margin: 50, closeCall: false });
  });

  test("has no margin with one candidate", () => {
    expect(evaluate(decisionOn(packOf([FIT]), { zoo: [score(5)] })).lead.margin).toBeNull();
  });

  test("has all at rank 1 as leaders, in the order listed, and no margin but 0 between them", () => {
    const answers = { zoo: [UNKNOWN, score(5)], farm: [score(3), score(5)] };
    const { lead } = evaluate(decisionOn(packOf([TIME, FIT]), answers));
    expect(lead).toEqual({ leaders: ["farm", "zoo"], margin: 0, closeCall: true });
  });
});

test("in a tie whose scores differ by a hair the margin is 0 and the name decides", () => {
  const { lead } = evaluate(decisionOn(packOf([FIT]), { zoo: [score(3 + 1e-11)], farm: [score(3)] }));
  expect(lead).toMatchObject({ leaders: ["farm", "zoo"], margin: 0 });
});

test("ids that a record knows already are ids like any other", () => {
  const ids = ["constructor", "__proto__", "toString", "hasOwnProperty", "1"];
  const pack = packOf(
    ids.map((id) => question(id)),
    { levels: [{ id: "__proto__", label: "P", conditions: { answers: {}, basis: {}, score: 60 } }] },
  );
  const rows = ids.map((id, at) => [id, Object.fromEntries(ids.map((each) => [each, score(at + 1)]))]);
  const decision: Decision = {
    ...decisionOn(pack, {}),
    importance: Object.fromEntries(ids.map((id) => [id, 1])),
    candidates: [...ids, "valueOf"].map((id) => ({ id, name: id })),
    ballots: [{ answers: Object.fromEntries(rows) }],
  };
  const { ranking, criteria } = evaluate(decision);
  expect(criteria.map(({ id, importance, emphasis }) => [id, importance, emphasis])).toEqual(
    ids.map((id) => [id, 1, 1]),
  );
  expect(ranking.map(({ candidate, score: points, level }) => [candidate.id, points, level])).toEqual([
    ["1", expect.closeTo(100, 9), "__proto__"],
    ["hasOwnProperty", expect.closeTo(75, 9), "__proto__"],
    ["toString", expect.closeTo(50, 9), undefined],
    ["valueOf", expect.closeTo(50, 9), undefined],
    ["__proto__", expect.closeTo(25, 9), undefined],
    ["constructor", expect.closeTo(0, 9), undefined],
  ]);
  expect(ranking[5].answers.map(({ criterion }) => criterion)).toEqual(ids);
});

describe("for any decision", () => {
  test("every candidate is in exactly one list", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const ids = everyone(evaluate(decision)).map(({ candidate }) => candidate.id);
        expect(ids.sort()).toEqual(decision.candidates.map(({ id }) => id).sort());
      }),
    );
  });

  test("contributions add up to the base, exactly, in pack order, and priority to the score", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        for (const { answers, base, score: points, priority } of everyone(evaluate(decision))) {
          expect(answers.map(({ criterion }) => criterion)).toEqual(decision.pack.criteria.map(({ id }) => id));
          expect(answers.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(base);
          expect(base + priority).toBe(points);
        }
      }),
    );
  });

  test("each contribution is 100 times weight times value, and each value that of its own answer", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { criteria, ...lists } = evaluate(decision);
        for (const { answers } of everyone(lists)) {
          for (const [at, { answer, value, contribution }] of answers.entries()) {
            expect(contribution).toBe(100 * criteria[at].weight * value);
            if (answer.kind === "unknown") expect(value).toBe(decision.pack.unknown === "neutral" ? 0.5 : 0);
          }
        }
      }),
    );
  });

  test("it is what the slow, obvious version gives: lists, ranks, levels and what blocks them", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const evaluation = evaluate(decision);
        const ranks = new Map(evaluation.ranking.map(({ candidate, rank }) => [candidate.id, rank]));
        const reasons = new Map(evaluation.knockedOut.map((each) => [each.candidate.id, each.reasons]));
        for (const obvious of obviousEvaluation(decision)) {
          const standing = standingOf(evaluation, obvious.id);
          expect(ranks.get(obvious.id)).toBe(obvious.rank);
          expect((reasons.get(obvious.id) ?? []).map(({ criterion }) => criterion)).toEqual(obvious.out);
          expect(standing.level).toBe(obvious.level);
          expect(standing.provisional).toEqual(obvious.provisional);
          expect(standing.blocked).toEqual(
            obvious.blocked.map(({ level, conditions }) => ({
              level,
              conditions: conditions.map((each) =>
                typeof each.found === "number" ? { ...each, found: expect.closeTo(each.found, 9) } : each,
              ),
            })),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the order of candidates in the file does not matter", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { warnings: _order, ...straight } = evaluate(decision);
        const { warnings: _other, ...reversed } = evaluate({
          ...decision,
          candidates: decision.candidates.toReversed(),
        });
        expect(reversed).toEqual(straight);
      }),
    );
  });

  test("adding or removing a candidate changes neither another's standing nor the order of two others", () => {
    const decisionAndOne = anyDecision
      .filter(({ candidates }) => candidates.length > 0)
      .chain((decision) => fc.tuple(fc.constant(decision), fc.nat({ max: decision.candidates.length - 1 })));
    fc.assert(
      fc.property(decisionAndOne, ([decision, leaver]) => {
        const all = evaluate(decision);
        const fewer = evaluate({ ...decision, candidates: decision.candidates.filter((_, at) => at !== leaver) });
        const gone = decision.candidates[leaver].id;
        for (const standing of everyone(fewer)) {
          const { rank: _now, ...now } = { rank: 0, ...standing };
          const { rank: _before, ...before } = { rank: 0, ...standingOf(all, standing.candidate.id) };
          expect(now).toEqual(before);
        }
        const idsOf = ({ ranking }: Evaluation) =>
          ranking.map(({ candidate }) => candidate.id).filter((id) => id !== gone);
        if (!isBridge(all, gone)) expect(idsOf(fewer)).toEqual(idsOf(all));
      }),
    );
  });

  test("a better answer never lowers the score, the rank, the level or the list", () => {
    fc.assert(
      fc.property(anyImprovement, ([before, after, id]) => {
        const [then, now] = [evaluate(before), evaluate(after)];
        const [standingThen, standingNow] = [standingOf(then, id), standingOf(now, id)];
        expect(standingNow.score).toBeGreaterThanOrEqual(standingThen.score);
        expect(standingNow.low).toBeGreaterThanOrEqual(standingThen.low);
        expect(standingNow.high).toBeGreaterThanOrEqual(standingThen.high);
        expect(rankIn(now, id)).toBeLessThanOrEqual(rankIn(then, id));
        expect(levelPlace(after, standingNow)).toBeLessThanOrEqual(levelPlace(before, standingThen));
      }),
      { numRuns: 500 },
    );
  });

  test("an open answer, once given, leaves the score between low and high", () => {
    fc.assert(
      fc.property(anyDecision.chain(closedAtRandom), ([open, closed]) => {
        const now = evaluate(closed);
        for (const { candidate, low, high } of everyone(evaluate(open))) {
          const { score: points } = standingOf(now, candidate.id);
          expect(points).toBeGreaterThanOrEqual(low - 1e-9);
          expect(points).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
    );
  });

  test("the same decision gives the same evaluation, and is left as it was", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const before = JSON.stringify(decision);
        expect(JSON.stringify(evaluate(decision))).toBe(JSON.stringify(evaluate(decision)));
        expect(JSON.stringify(decision)).toBe(before);
      }),
    );
  });
});

/** A decision, the same with one answer of one rater better, and whose answer it was. */
const anyImprovement: fc.Arbitrary<[Decision, Decision, Id]> = anyDecision
  .filter((decision) => answersIn(decision).length > 0)
  .chain((decision) => {
    const places = answersIn(decision);
    return fc.constantFrom(...places).chain(({ rater, candidate, criterion, answer }) => {
      const better = anyAnswer(criterion)
        .filter((other) => other.kind === "score")
        .map((other) => ({ ...answer, score: betterOf(criterion, answer.score, other.score) }));
      return better.map((given): [Decision, Decision, Id] => [
        decision,
        withBallotAnswer(decision, rater, candidate, criterion.id, given),
        candidate,
      ]);
    });
  });

function answersIn({ ballots, candidates, pack }: Decision) {
  return ballots.flatMap(({ answers }, rater) =>
    candidates.flatMap(({ id }) =>
      pack.criteria.flatMap((criterion) => {
        const answer = entryOf(entryOf(answers, id) ?? {}, criterion.id);
        return answer?.kind === "score" ? [{ rater, candidate: id, criterion, answer }] : [];
      }),
    ),
  );
}

function betterOf({ direction }: Criterion, one: number, other: number): number {
  return direction === "higher-is-better" ? Math.max(one, other) : Math.min(one, other);
}

/** One rater answers what was open, with anything that the open answer allowed. */
function closedAtRandom(decision: Decision): fc.Arbitrary<[Decision, Decision]> {
  const open: Decision = { ...decision, ballots: decision.ballots.slice(0, 1) };
  const [{ answers }] = open.ballots;
  const closed = open.candidates.flatMap(({ id }) =>
    open.pack.criteria.map((criterion) => {
      const answer = entryOf(entryOf(answers, id) ?? {}, criterion.id) ?? UNKNOWN;
      return closing(criterion, answer).map((given) => ({ id, criterion: criterion.id, given }));
    }),
  );
  return fc
    .tuple(...closed)
    .map((all) => [
      open,
      all.reduce((sofar, { id, criterion, given }) => withBallotAnswer(sofar, 0, id, criterion, given), open),
    ]);
}

function closing({ scale }: Criterion, answer: Answer): fc.Arbitrary<Answer> {
  if (answer.kind === "score") return fc.constant(answer);
  const [min, max] = answer.kind === "range" ? [answer.low, answer.high] : [scale.min, scale.max];
  return fc.double({ min, max, noNaN: true }).map(score);
}

function withBallotAnswer(decision: Decision, rater: number, candidate: Id, criterion: Id, answer: Answer): Decision {
  const ballots = decision.ballots.map((ballot, at) => {
    if (at !== rater) return ballot;
    const row = [...Object.entries(entryOf(ballot.answers, candidate) ?? {}), [criterion, answer]];
    return {
      ...ballot,
      answers: Object.fromEntries([...Object.entries(ballot.answers), [candidate, Object.fromEntries(row)]]),
    };
  });
  return { ...decision, ballots };
}

function everyone({
  ranking,
  tooLittleKnown,
  knockedOut,
}: Pick<Evaluation, "ranking" | "tooLittleKnown" | "knockedOut">) {
  return [...ranking, ...tooLittleKnown, ...knockedOut];
}

function standingOf(evaluation: Evaluation, id: Id): Standing {
  return everyone(evaluation).filter(({ candidate }) => candidate.id === id)[0];
}

/** Who is not ranked is below everybody. */
function rankIn({ ranking }: Evaluation, id: Id): number {
  return ranking.find(({ candidate }) => candidate.id === id)?.rank ?? Number.POSITIVE_INFINITY;
}

/** Where no level is given there is none worse. */
function levelPlace({ pack }: Decision, { level }: Standing): number {
  return level === undefined ? Number.POSITIVE_INFINITY : pack.levels.findIndex(({ id }) => id === level);
}

/** Without a candidate in the middle of a chain, the ends of the chain no longer tie: the price of transitive ties. */
function isBridge({ ranking }: Evaluation, id: Id): boolean {
  const own = ranking.find(({ candidate }) => candidate.id === id);
  return ranking.some((each) => each.rank === own?.rank && each.score !== own.score);
}
