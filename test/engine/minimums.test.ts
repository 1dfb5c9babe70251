import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeBallots } from "../../src/engine/ballots.ts";
import { minimumCheck } from "../../src/engine/minimums.ts";
import { anyDecision } from "../any.ts";
import { obviousEvaluation } from "./obvious.ts";
import { ABSTAIN, question, range, score, UNKNOWN } from "./small.ts";

const FIT = question("fit", { minimum: 2 });
const KM = question("km", { minimum: 3, direction: "lower-is-better" });
const OUT = { knockOuts: [{ criterion: "fit", answer: 1, minimum: 2 }], provisional: [] };
const PROVISIONAL = { knockOuts: [], provisional: ["fit"] };
const FINE = { knockOuts: [], provisional: [] };

describe("a minimum of 2", () => {
  test.each([
    ["an answer of 1 is out", score(1), OUT],
    ["an answer of 2 is not", score(2), FINE],
    ["an answer within 1e-9 of it is not", score(2 - 0.9e-9), FINE],
    ["a range from 1 to 3 is provisional", range(1, 3), PROVISIONAL],
    ["a range from 2 to 4 is fine", range(2, 4), FINE],
    ["unknown is provisional", UNKNOWN, PROVISIONAL],
    ["abstaining is provisional", ABSTAIN, PROVISIONAL],
  ] as const)("%s", (_claim, answer, found) => {
    expect(minimumCheck([FIT])([answer])).toEqual(found);
  });

  test("knocks out by the better end of a range", () => {
    const { knockOuts } = minimumCheck([FIT])([range(1, 1.5)]);
    expect(knockOuts).toEqual([{ criterion: "fit", answer: 1.5, minimum: 2 }]);
  });
});

describe("where lower is better, a minimum of 3", () => {
  test.each([
    ["4 is out", score(4), ["km"], []],
    ["3 stays in", score(3), [], []],
    ["a range from 2 to 4 is provisional", range(2, 4), [], ["km"]],
    ["a range from 4 to 5 is out", range(4, 5), ["km"], []],
  ] as const)("%s", (_claim, answer, out, provisional) => {
    const check = minimumCheck([KM])([answer]);
    expect(check.knockOuts.map(({ criterion }) => criterion)).toEqual(out);
    expect(check.provisional).toEqual(provisional);
  });
});

test("a minimum that the scale cannot break leaves nothing provisional", () => {
  expect(minimumCheck([question("fit", { minimum: 1 })])([UNKNOWN])).toEqual(FINE);
});

test("every broken minimum is told, in pack order", () => {
  const { knockOuts, provisional } = minimumCheck([question("a", { minimum: 5 }), FIT, question("b"), KM])([
    UNKNOWN,
    score(1),
    UNKNOWN,
    score(5),
  ]);
  expect(knockOuts.map(({ criterion }) => criterion)).toEqual(["fit", "km"]);
  expect(provisional).toEqual(["a"]);
});

test("for any decision it finds what the slow, obvious version finds", () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      const checks = mergeBallots(decision).answers.map(minimumCheck(decision.pack.criteria));
      expect(
        checks.map(({ knockOuts, provisional }) => ({ out: knockOuts.map((each) => each.criterion), provisional })),
      ).toEqual(obviousEvaluation(decision).map(({ out, provisional }) => ({ out, provisional })));
    }),
  );
});
