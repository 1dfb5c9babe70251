import { describe, expect, it } from "vitest";
import { agreedOn } from "../../src/browser/agreed.ts";
import { changedDecision } from "../../src/browser/changed-decision.ts";
import {
  differing,
  NOTHING_TRIED,
  pointsUnstated,
  type Trial,
  withAnswer,
  withImportance,
  withReason,
} from "../../src/browser/trial.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { smallDecision } from "./small-decision.ts";

const decision = smallDecision();
const agreed = agreedOn(decision);
const pointsIn = (trial: Trial) =>
  evaluate(changedDecision(decision, trial)).criteria.map(({ importance, emphasis }) => importance * emphasis);

describe("a slider and the reasons", () => {
  it("a question that nobody moved goes with the reasons, one that somebody moved stays", () => {
    const moved = withImportance(NOTHING_TRIED, "time", 4);
    const both = withReason(withReason(moved, agreed, "grow", true), agreed, "learn", true);
    expect(pointsIn(both)).toEqual([6 * 1.375, 4]);
  });

  it("a slider put back to where it would be by itself goes with the reasons again", () => {
    const grown = withReason(NOTHING_TRIED, agreed, "grow", true);
    const back = differing(withImportance(withImportance(grown, "fit", 3), "fit", 10.5), agreed);
    expect(back.importance).toEqual({});
    expect(pointsUnstated(decision, back)).toEqual([10.5, 3]);
    expect(pointsIn(withReason(back, agreed, "grow", false))).toEqual([6, 3]);
  });

  it("a question may be held where it was while reasons change", () => {
    const held = differing(withReason(withImportance(NOTHING_TRIED, "fit", 6), agreed, "grow", true), agreed);
    expect(held).toEqual({ importance: { fit: 6 }, reasons: ["grow"], answers: [] });
  });

  it("an importance that the decision states has no emphasis to lose", () => {
    const stated = smallDecision({ importance: { fit: 8 }, reasons: ["grow"] });
    expect(pointsUnstated(stated, NOTHING_TRIED)).toEqual([8, 3]);
    expect(differing(withImportance(NOTHING_TRIED, "fit", 8), agreedOn(stated))).toEqual(NOTHING_TRIED);
  });
});

describe("what differs from what was agreed", () => {
  it("reasons in another order are the same reasons", () => {
    const both = agreedOn(smallDecision({ reasons: ["learn", "grow"] }));
    expect(differing({ ...NOTHING_TRIED, reasons: ["grow", "learn"] }, both)).toEqual(NOTHING_TRIED);
  });

  it("a reason chosen and left again leaves nothing behind", () => {
    const chosen = differing(withReason(NOTHING_TRIED, agreed, "grow", true), agreed);
    expect(chosen).toEqual({ ...NOTHING_TRIED, reasons: ["grow"] });
    expect(differing(withReason(chosen, agreed, "grow", false), agreed)).toEqual(NOTHING_TRIED);
  });

  it("an answer tried and open again leaves nothing behind", () => {
    const about = { candidate: "zoo", criterion: "time" };
    const tried = withAnswer(withAnswer(NOTHING_TRIED, about, 3), about, 4);
    expect(tried.answers).toEqual([{ ...about, score: 4 }]);
    expect(withAnswer(tried, about, undefined)).toEqual(NOTHING_TRIED);
  });

  it("an answer that is not open cannot be tried", () => {
    const trial = withAnswer(NOTHING_TRIED, { candidate: "zoo", criterion: "fit" }, 1);
    expect(differing(trial, agreed)).toEqual(NOTHING_TRIED);
  });
});

describe("an answer tried in a committee", () => {
  const pack = packOf([question("fit")]);
  const [ann, bo, cy] = [UNKNOWN, range(1, 4), score(5)].map(
    (answer) => decisionOn(pack, { zoo: [{ ...answer, basis: "told", note: "n" }] }).ballots[0],
  );
  const committee = { ...decisionOn(pack, { zoo: [UNKNOWN] }), ballots: [ann, bo, { ...cy, answers: {} }] };
  const trial = withAnswer(NOTHING_TRIED, { candidate: "zoo", criterion: "fit" }, 2.3);
  const changed = changedDecision(committee, trial);

  it("is in every rater's ballot, whether they had answered or not, and keeps the ground", () => {
    const given = changed.ballots.map(({ answers }) => answers.zoo.fit);
    expect(given).toEqual([
      { kind: "score", score: 2.3, basis: "told", note: "n" },
      { kind: "score", score: 2.3, basis: "told", note: "n" },
      { kind: "score", score: 2.3 },
    ]);
  });

  it("is then exactly the answer of all", () => {
    const [zoo] = evaluate(changed).ranking;
    expect(zoo.answers[0].answer).toMatchObject({ kind: "score", score: 2.3 });
  });
});

it("nothing tried is the agreed decision", () => {
  expect(changedDecision(decision, NOTHING_TRIED)).toEqual(decision);
});

it("open answers of those who may lead are listed first", () => {
  const far = decisionOn(packOf([question("fit"), question("time")]), {
    last: [score(1), range(1, 2)],
    first: [score(5), range(4, 5)],
    second: [score(5), UNKNOWN],
  });
  expect([...agreedOn(far).open.keys()]).toEqual(["first", "second", "last"]);
});
