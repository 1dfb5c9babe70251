import { describe, expect, test } from "vitest";
import type { Answer, Conditions, Id } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Blocking, Standing } from "../../src/engine/evaluation.ts";
import { isAbove, isHeld } from "../../src/engine/levels.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

const level = (id: Id, conditions: Partial<Conditions> = {}, advised?: Id) => ({
  id,
  label: id,
  conditions: { answers: {}, basis: {}, ...conditions },
  ...(advised === undefined ? {} : { advised: { held: advised } }),
});

const FIT = question("fit");
const KM = question("km", { direction: "lower-is-better" });

/** One candidate under one condition for the level `date`; below it, `glance` asks nothing. */
function standingUnder(conditions: Partial<Conditions>, answers: readonly Answer[], held?: Id): Standing {
  const levels = [level("marriage", { score: 101 }), level("date", conditions), level("glance")];
  const pack = packOf([FIT, KM], { levels });
  const about = { zoo: held === undefined ? {} : { held } };
  return evaluate(decisionOn(pack, { zoo: answers }, { about })).ranking[0];
}

function blockingUnder(conditions: Partial<Conditions>, answers: readonly Answer[], held?: Id): readonly Blocking[] {
  return standingUnder(conditions, answers, held).blocked.find((each) => each.level === "date")?.conditions ?? [];
}

describe("a condition on the score", () => {
  test("is met at the bound and blocks below it, with what is needed and what is there", () => {
    expect(blockingUnder({ score: 75 }, [score(4), score(2)])).toEqual([]);
    expect(blockingUnder({ score: 75.1 }, [score(4), score(2)])).toEqual([{ kind: "score", needed: 75.1, found: 75 }]);
  });

  test("is about the base: priority points buy no level", () => {
    const pack = packOf([FIT], {
      priority: { kinds: ["museum"], points: 50 },
      levels: [level("date", { score: 75 }), level("glance")],
    });
    const about = { zoo: { kind: "museum" } };
    const [standing] = evaluate(decisionOn(pack, { zoo: [score(3)] }, { about })).ranking;
    expect([standing.score, standing.level]).toEqual([100, "glance"]);
  });
});

describe("a condition on coverage", () => {
  test("blocks while a question is open, and allows 1e-9, so that 36 of 60 meet 0.6", () => {
    expect(blockingUnder({ coverage: 1 }, [score(4), UNKNOWN])).toEqual([{ kind: "coverage", needed: 1, found: 0.5 }]);
    const sixty = packOf([question("a", { importance: 36 }), question("b", { importance: 24 })], {
      levels: [level("date", { coverage: 0.6 }), level("glance")],
      coverageFloor: 0.6,
    });
    expect(evaluate(decisionOn(sixty, { zoo: [score(5), UNKNOWN] })).ranking[0].level).toBe("date");
  });
});

describe("a condition on an answer", () => {
  const FIT_3: Partial<Conditions> = { answers: { fit: 3 } };
  const found = (answer: number | null) => [{ kind: "answer", criterion: "fit", needed: 3, found: answer }];

  test.each([
    ["is met by that answer", score(3), []],
    ["is not met by a worse one", score(2), found(2)],
    ["takes a range at its worse end", range(2, 5), found(2)],
    ["is met by a range whose worse end is enough", range(3, 4), []],
    ["is not met by what nobody knows", UNKNOWN, found(null)],
    ["is not met by a range over the whole scale", range(1, 5), found(null)],
  ] as const)("%s", (_claim, answer, blocking) => {
    expect(blockingUnder(FIT_3, [answer, score(1)])).toEqual(blocking);
  });

  test("is the worst acceptable answer in the question's direction", () => {
    expect(blockingUnder({ answers: { km: 2 } }, [score(5), score(2)])).toEqual([]);
    expect(blockingUnder({ answers: { km: 2 } }, [score(5), range(1, 3)])).toEqual([
      { kind: "answer", criterion: "km", needed: 2, found: 3 },
    ]);
  });
});

describe("a condition on the level held today", () => {
  test.each([
    ["is met by that level", "date", []],
    ["is met by a more committed one", "marriage", []],
    ["is not met by a less committed one", "glance", [{ kind: "held", needed: "date", found: "glance" }]],
    ["is not met by none", undefined, [{ kind: "held", needed: "date", found: null }]],
  ] as const)("%s", (_claim, held, blocking) => {
    expect(blockingUnder({ held: "date" }, [score(5), score(1)], held)).toEqual(blocking);
  });
});

describe("a condition on the basis of an answer", () => {
  const READ: Partial<Conditions> = { basis: { fit: "read" } };
  const found = (basis: string | null) => [{ kind: "basis", criterion: "fit", needed: "read", found: basis }];

  test.each([
    ["is met by that basis", { ...score(5), basis: "read" }, []],
    ["is met by a better one", { ...score(5), basis: "seen" }, []],
    ["is met beside a range too", { ...range(2, 3), basis: "seen" }, []],
    ["is not met by a weaker one", { ...score(5), basis: "told" }, found("told")],
    ["is not met by none", score(5), found(null)],
    [
      "is not met by an unanswered question, whatever stands beside it",
      { kind: "unknown", basis: "seen" },
      found(null),
    ],
  ] as const)("%s", (_claim, answer, blocking) => {
    expect(blockingUnder(READ, [answer, score(1)])).toEqual(blocking);
  });
});

describe("the level", () => {
  test("is the first whose conditions all hold, and every better one says what blocks it, in pack order", () => {
    const standing = standingUnder({ score: 60 }, [score(3), score(3)]);
    expect(standing.level).toBe("glance");
    expect(standing.blocked).toEqual([
      { level: "marriage", conditions: [{ kind: "score", needed: 101, found: 50 }] },
      { level: "date", conditions: [{ kind: "score", needed: 60, found: 50 }] },
    ]);
  });

  test("lists conditions in the order score, coverage, answers, held, basis, criteria in pack order", () => {
    const conditions: Conditions = {
      basis: { km: "read", fit: "read" },
      held: "date",
      answers: { km: 1, fit: 5 },
      coverage: 1,
      score: 90,
    };
    const blocking = blockingUnder(conditions, [UNKNOWN, score(3)]);
    expect(blocking.map((each) => ("criterion" in each ? `${each.kind} ${each.criterion}` : each.kind))).toEqual([
      "score",
      "coverage",
      "answer fit",
      "answer km",
      "held",
      "basis fit",
      "basis km",
    ]);
  });

  test("is absent where the pack has none", () => {
    const [standing] = evaluate(decisionOn(packOf([FIT]), { zoo: [score(5)] })).ranking;
    expect(standing).not.toHaveProperty("level");
    expect(standing.blocked).toEqual([]);
  });

  test("is not given to who is knocked out, and nothing is said to block one", () => {
    const pack = packOf([question("fit", { minimum: 2 })], { levels: [level("date", { score: 50 }), level("glance")] });
    const [standing] = evaluate(decisionOn(pack, { zoo: [score(1)] })).knockedOut;
    expect(standing).not.toHaveProperty("level");
    expect(standing.blocked).toEqual([]);
  });

  test("is given to who is too little known, with what blocks the next", () => {
    const pack = packOf([FIT, KM], { coverageFloor: 1, levels: [level("date", { score: 80 }), level("glance")] });
    const [standing] = evaluate(decisionOn(pack, { zoo: [score(5), UNKNOWN] })).tooLittleKnown;
    expect(standing.level).toBe("glance");
    expect(standing.blocked).toEqual([{ level: "date", conditions: [{ kind: "score", needed: 80, found: 75 }] }]);
  });

  test("is the same for two about whom nothing is known only where they hold the same today", () => {
    const pack = packOf([FIT], { levels: [level("date", { held: "glance" }), level("glance")] });
    const about = { farm: { held: "glance" } };
    const { ranking } = evaluate(decisionOn(pack, { zoo: [], farm: [], shop: [] }, { about }));
    expect(ranking.map(({ candidate, level: id }) => [candidate.id, id])).toEqual([
      ["farm", "date"],
      ["shop", "glance"],
      ["zoo", "glance"],
    ]);
  });
});

test("a level that the pack does not have is neither above nor below another, and holding it counts for nothing", () => {
  const levels = [level("date"), level("glance")];
  expect(isAbove(levels, "date", "friendship")).toBe(false);
  expect(isAbove(levels, "friendship", "glance")).toBe(false);
  expect(isHeld(levels, "friendship", "glance")).toBe(false);
});

describe("a warning about a level", () => {
  const levels = [level("engagement", { score: 75 }, "date"), level("date", { score: 50 }), level("glance")];
  const readiness = [{ id: "formal", statement: "It is a formal process.", whenNo: "date" }];
  const pack = packOf([FIT], { levels, readiness });

  test.each([
    ["glance", "glance"],
    [undefined, null],
  ])("says that the level is advised only to who holds another: holding %s", (held, found) => {
    const about = { zoo: held === undefined ? {} : { held } };
    expect(evaluate(decisionOn(pack, { zoo: [score(5)] }, { about })).warnings).toEqual([
      { code: "level-not-advised", candidate: "zoo", level: "engagement", needed: "date", found },
    ]);
  });

  test("is not given to who holds the advised level or a better one, and the level is given all the same", () => {
    for (const held of ["date", "engagement"]) {
      const { warnings, ranking } = evaluate(decisionOn(pack, { zoo: [score(5)] }, { about: { zoo: { held } } }));
      expect(warnings).toEqual([]);
      expect(ranking[0].level).toBe("engagement");
    }
  });

  test("says that a level is above what the library is ready for", () => {
    const about = { zoo: { held: "date" }, farm: { held: "date" } };
    const answers = { zoo: [score(5)], farm: [score(3)] };
    const { warnings } = evaluate(decisionOn(pack, answers, { about, readiness: { formal: "no" } }));
    expect(warnings).toEqual([
      { code: "not-ready", candidate: "zoo", statement: "formal", level: "engagement", highest: "date" },
    ]);
  });

  test.each(["yes", "partly"] as const)("is not given where the library answers %s", (answer) => {
    const about = { zoo: { held: "date" } };
    expect(evaluate(decisionOn(pack, { zoo: [score(5)] }, { about, readiness: { formal: answer } })).warnings).toEqual(
      [],
    );
  });

  test("is not given about who is too little known", () => {
    const strict = { ...pack, criteria: [FIT, KM], coverageFloor: 1 };
    const decision = decisionOn(strict, { zoo: [score(5), UNKNOWN] }, { readiness: { formal: "no" } });
    const { tooLittleKnown, warnings } = evaluate(decision);
    expect(tooLittleKnown[0].level).toBe("engagement");
    expect(warnings).toEqual([]);
  });
});
