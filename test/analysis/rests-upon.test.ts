import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restsUpon } from "../../src/analysis/rests-upon.ts";
import type { Answer, Decision } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, score, UNKNOWN } from "../engine/small.ts";

function foundOf(decision: Decision) {
  return restsUpon(decision, evaluate(decision));
}

const changesOf = (decision: Decision) => foundOf(decision).map(({ change, leader }) => [change, leader]);
const TWO = packOf([question("fit", { importance: 3 }), question("time")]);

describe("what the result rests upon", () => {
  it("is one importance, where another leads without that question", () => {
    const decision = decisionOn(TWO, { a: [score(5), score(1)], b: [score(2), score(4)] });
    expect(foundOf(decision)).toEqual([
      { change: { kind: "importance-zero", criterion: "fit" }, leader: "b", leaders: ["b"] },
    ]);
  });

  it("is priority, where the points decide", () => {
    const pack = { ...TWO, priority: { kinds: ["museum"], points: 30 } };
    const decision = decisionOn(
      pack,
      { a: [score(3), score(3)], b: [score(4), score(4)] },
      { about: { a: { kind: "museum" } } },
    );
    expect(changesOf(decision)).toEqual([[{ kind: "no-priority" }, "b"]]);
  });

  it("is the rule for what is unknown, in either direction", () => {
    const answers = { a: [score(5), UNKNOWN], b: [score(4), score(5)] };
    expect(changesOf(decisionOn(TWO, answers))).toEqual([
      [{ kind: "importance-zero", criterion: "fit" }, "b"],
      [{ kind: "unknown-rule", rule: "worst" }, "b"],
    ]);
    expect(changesOf(decisionOn({ ...TWO, unknown: "worst" }, answers))).toEqual([
      [{ kind: "importance-zero", criterion: "time" }, "a"],
      [{ kind: "unknown-rule", rule: "neutral" }, "a"],
    ]);
  });

  it("is a minimum, where the best of all is set aside by it, also where nobody else is left", () => {
    const pack = packOf([question("fit"), question("safe", { importance: 0, minimum: 3 })]);
    const answers = { a: [score(3), score(3)], b: [score(5), score(2)] };
    expect(changesOf(decisionOn(pack, answers))).toEqual([[{ kind: "minimum-removed", criterion: "safe" }, "b"]]);
    expect(changesOf(decisionOn(pack, { b: answers.b }))).toEqual([
      [{ kind: "minimum-removed", criterion: "safe" }, "b"],
    ]);
  });

  it("is a reason, where its emphasis decides", () => {
    const reasons = [
      { id: "reach", label: "Reach", emphasis: { time: 9 }, readings: {} },
      { id: "tap", label: "Tap", emphasis: {}, readings: {} },
    ];
    const answers = { a: [score(5), score(1)], b: [score(2), score(4)] };
    const decision = decisionOn({ ...TWO, reasons }, answers, { reasons: ["reach", "tap"] });
    // Time has 1 × (9 + 1)/2 = 5 points beside 3, and b leads; without the reason it has 1.
    expect(changesOf(decision)).toEqual([
      [{ kind: "importance-zero", criterion: "time" }, "a"],
      [{ kind: "reason-left-out", reason: "reach" }, "a"],
    ]);
  });

  it("is a rater, by name or by number", () => {
    const ballot = (a: number, b: number, rater?: string) => ({
      ...(rater !== undefined && { rater }),
      answers: { a: rowOf(score(a), score(a)), b: rowOf(score(b), score(b)) },
    });
    const empty = decisionOn(TWO, { a: [], b: [] });
    const decision = { ...empty, ballots: [ballot(5, 1, "Ann"), ballot(2, 4), ballot(3, 4, "Cleo")] };
    expect(changesOf(decision)).toEqual([[{ kind: "rater-left-out", rater: "Ann" }, "b"]]);
    const turned = { ...empty, ballots: [ballot(2, 4, "Ann"), ballot(5, 1), ballot(3, 4, "Cleo")] };
    expect(changesOf(turned)).toEqual([[{ kind: "rater-left-out", rater: "2" }, "b"]]);
  });

  it("is nothing where no change makes another first, and nothing is tried that leaves nothing to weigh", () => {
    expect(foundOf(decisionOn(packOf([question("fit")]), { a: [score(5)], b: [score(2)] }))).toEqual([]);
    expect(foundOf(decisionOn(TWO, {}))).toEqual([]);
  });

  it("changes nothing else, and holds for any decision: each change listed makes the leader that it says", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const before = structuredClone(decision);
        const now = evaluate(decision).lead.leaders[0] ?? null;
        const found = foundOf(decision);
        expect(decision).toEqual(before);
        for (const { leader, leaders } of found) {
          expect(leader).not.toBe(now);
          expect(leaders[0] ?? null).toBe(leader);
        }
        const zeroed = found.flatMap(({ change, leader }) =>
          change.kind === "importance-zero" ? [{ change, leader }] : [],
        );
        for (const { change, leader } of zeroed) {
          const without = decision.pack.criteria.map(({ id, importance }) => [
            id,
            id === change.criterion ? 0 : Object.hasOwn(decision.importance, id) ? decision.importance[id] : importance,
          ]);
          if (decision.reasons.length > 0) continue;
          const { lead } = evaluate({ ...decision, importance: Object.fromEntries(without) });
          expect(lead.leaders[0] ?? null).toBe(leader);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function rowOf(fit: Answer, time: Answer) {
  return { fit, time };
}
