import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeAnswers, mergeBallots } from "../../src/engine/ballots.ts";
import type { Answer } from "../../src/engine/decision.ts";
import { anyAnswer, anyDecision } from "../any.ts";
import { answerOf } from "./obvious.ts";
import { ABSTAIN, decisionOn, packOf, question, range, score, UNKNOWN } from "./small.ts";

const FIT = question("fit", { minimum: 2 });
const PACK = packOf([FIT]);

/** One candidate, one question, a rater an answer. */
function ratedBy(answers: readonly Answer[], named = true) {
  const ballots = answers.map((answer, place) => ({
    ...(named && { rater: `Rater ${place + 1}` }),
    answers: { zoo: { fit: answer } },
  }));
  return mergeBallots(decisionOn(PACK, { zoo: [UNKNOWN] }, { ballots }));
}

describe("the answer of several raters", () => {
  test.each([
    ["the mean of scores: 5 and 2 give 3.5", [score(5), score(2)], score(3.5)],
    ["what is unknown is left out: unknown and 2 to 4 give 2 to 4", [UNKNOWN, range(2, 4)], range(2, 4)],
    ["who abstains is left out", [ABSTAIN, score(4)], score(4)],
    ["a range as soon as one gives a range; a score is both its ends", [score(5), range(2, 4)], range(3.5, 4.5)],
    ["all left out is unknown", [ABSTAIN, UNKNOWN], UNKNOWN],
    ["all abstaining is unknown", [ABSTAIN, ABSTAIN], UNKNOWN],
  ] as const)("is %s", (_claim, answers, merged) => {
    expect(mergeAnswers(answers)).toEqual(merged);
  });

  test("has the best basis that a rater who answered states", () => {
    const answers: Answer[] = [
      { ...score(4), basis: "guess" },
      { ...score(2), basis: "read" },
      { kind: "unknown", basis: "seen" },
    ];
    expect(mergeAnswers(answers)).toEqual({ ...score(3), basis: "read" });
  });

  test("never leaves the span of the raters, not by the last bit", () => {
    expect(mergeAnswers([score(0.1), score(0.1), score(0.1)])).toEqual(score(0.1));
    fc.assert(
      fc.property(fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 1, maxLength: 9 }), (scores) => {
        const merged = mergeAnswers(scores.map(score));
        const mean = merged.kind === "score" ? merged.score : Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(mean).toBeLessThanOrEqual(Math.max(...scores));
      }),
    );
  });

  test("does not depend on the order of the raters, but for the last bit", () => {
    fc.assert(
      fc.property(fc.array(anyAnswer(FIT), { minLength: 1, maxLength: 5 }), (answers) => {
        const one = mergeAnswers(answers);
        const other = mergeAnswers(answers.toReversed());
        expect(other.kind).toBe(one.kind);
        expect(other.basis).toBe(one.basis);
        expect(endsOf(other)).toEqual(endsOf(one).map((end) => expect.closeTo(end, 12)));
      }),
    );
  });
});

describe("one ballot", () => {
  test("is taken as it is, ground and abstention included", () => {
    const answer: Answer = { kind: "score", score: 4, basis: "read", note: "Best known", evidence: "Survey" };
    expect(ratedBy([answer]).answers).toEqual([[answer]]);
    expect(ratedBy([ABSTAIN]).answers).toEqual([[ABSTAIN]]);
  });

  test("that leaves a question out has it unknown", () => {
    expect(mergeBallots(decisionOn(PACK, { zoo: [] })).answers).toEqual([[UNKNOWN]]);
  });

  test("never names its rater for going beyond a minimum: the knock-out says it", () => {
    expect(ratedBy([score(1)]).warnings).toEqual([]);
  });
});

describe("a range over the whole scale", () => {
  test("says nothing: it is unknown, keeps its note, and carries a warning", () => {
    const { answers, warnings } = ratedBy([{ ...range(1, 5), note: "No idea", basis: "guess" }]);
    expect(answers).toEqual([[{ kind: "unknown", note: "No idea", basis: "guess" }]]);
    expect(warnings).toEqual([{ code: "range-says-nothing", candidate: "zoo", criterion: "fit" }]);
  });

  test("is left out for the one rater who gave it, by name", () => {
    const { answers, warnings } = ratedBy([range(1, 5), score(4)]);
    expect(answers).toEqual([[score(4)]]);
    expect(warnings).toEqual([{ code: "range-says-nothing", candidate: "zoo", criterion: "fit", rater: "Rater 1" }]);
  });
});

describe("one rater beyond the minimum among several", () => {
  const warning = { code: "rater-beyond-minimum", candidate: "zoo", criterion: "fit", minimum: 2 };

  test("is named with the answer, though the mean is not beyond it", () => {
    expect(ratedBy([score(5), score(1)]).warnings).toEqual([{ ...warning, rater: "Rater 2", answer: 1 }]);
  });

  test("is beyond it only when the best end of a range is", () => {
    expect(ratedBy([score(5), range(1, 3)]).warnings).toEqual([]);
    expect(ratedBy([score(5), range(1, 1.5)]).warnings).toEqual([{ ...warning, rater: "Rater 2", answer: 1.5 }]);
  });

  test("goes by number where no name is known", () => {
    expect(ratedBy([score(5), score(1)], false).warnings).toEqual([{ ...warning, rater: "2", answer: 1 }]);
  });
});

describe("all ballots together", () => {
  test("give what the slow, obvious version gives", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const { answers } = mergeBallots(decision);
        for (const [position, { id }] of decision.candidates.entries()) {
          for (const [column, criterion] of decision.pack.criteria.entries()) {
            const obvious = answerOf(decision, id, criterion);
            const merged = answers[position][column];
            expect(merged.kind === "abstain" ? "unknown" : merged.kind).toBe(
              obvious.kind === "abstain" ? "unknown" : obvious.kind,
            );
            expect(endsOf(merged)).toEqual(endsOf(obvious).map((end) => expect.closeTo(end, 12)));
          }
        }
      }),
    );
  });

  test("share one row for everybody about whom nothing was written", () => {
    const { answers, unanswered } = mergeBallots(decisionOn(PACK, { zoo: [], radio: [], farm: [score(3)] }));
    expect(answers[0]).toBe(unanswered);
    expect(answers[1]).toBe(unanswered);
    expect(answers[2]).not.toBe(unanswered);
  });

  test("may be none at all", () => {
    expect(mergeBallots(decisionOn(PACK, { zoo: [] }, { ballots: [] })).answers).toEqual([[UNKNOWN]]);
  });
});

function endsOf(answer: Answer): number[] {
  if (answer.kind === "score") return [answer.score];
  return answer.kind === "range" ? [answer.low, answer.high] : [];
}
