import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerInFile, numberFrom, readAnswer } from "../../src/documents/answers.ts";
import type { Scale } from "../../src/engine/decision.ts";

const SCALE: Scale = { min: 1, max: 5, step: 1 };
const BELOW_ZERO: Scale = { min: -5, max: 5, step: 1 };

describe("an answer in a file", () => {
  const means: readonly [AnswerInFile, object][] = [
    [5, { kind: "score", score: 5 }],
    [3.5, { kind: "score", score: 3.5 }],
    ["4", { kind: "score", score: 4 }],
    ["4.", { kind: "score", score: 4 }],
    ["3-4", { kind: "range", low: 3, high: 4 }],
    ["3-3", { kind: "score", score: 3 }],
    ["2.5-4", { kind: "range", low: 2.5, high: 4 }],
    [" 2 - 4 ", { kind: "range", low: 2, high: 4 }],
    ["2–4", { kind: "range", low: 2, high: 4 }],
    ["1-5", { kind: "range", low: 1, high: 5 }],
    ["unknown", { kind: "unknown" }],
    ["abstain", { kind: "abstain" }],
    [{ score: 4 }, { kind: "score", score: 4 }],
    [{ score: "3-4" }, { kind: "range", low: 3, high: 4 }],
    [
      { score: "unknown", note: "asked" },
      { kind: "unknown", note: "asked" },
    ],
    [
      { range: [2, 4], evidence: "plan" },
      { kind: "range", low: 2, high: 4, evidence: "plan" },
    ],
    [{ range: [4, 4] }, { kind: "score", score: 4 }],
    [{ range: "2-4" }, { kind: "range", low: 2, high: 4 }],
    [{ unknown: true }, { kind: "unknown" }],
    [
      { abstain: true, note: "my own employer" },
      { kind: "abstain", note: "my own employer" },
    ],
    [
      { score: 4, unknown: false, basis: "read" },
      { kind: "score", score: 4, basis: "read" },
    ],
    [{ note: "figures by June" }, { kind: "unanswered", note: "figures by June" }],
    [{}, { kind: "unanswered" }],
  ];
  for (const [written, meant] of means) {
    it(`${JSON.stringify(written)} means ${JSON.stringify(meant)}`, () => {
      expect(readAnswer(written, SCALE)).toEqual(meant);
    });
  }

  const saysNothing: readonly [AnswerInFile, object][] = [
    [7, { why: "off-scale", number: 7 }],
    [0.999, { why: "off-scale", number: 0.999 }],
    [Number.NaN, { why: "off-scale", number: Number.NaN }],
    ["0-3", { why: "off-scale", number: 0 }],
    ["3-9", { why: "off-scale", number: 9 }],
    ["4-2", { why: "reversed", low: 4, high: 2 }],
    ["unknwon", { why: "no-answer", text: "unknwon" }],
    ["2-3-4", { why: "no-answer", text: "2-3-4" }],
    ["-", { why: "no-answer", text: "-" }],
    ["three", { why: "no-answer", text: "three" }],
    [{ score: 7 }, { why: "off-scale", key: "score", number: 7 }],
    [{ range: [4, 2] }, { why: "reversed", key: "range" }],
    [
      { score: 4, range: [2, 4] },
      { why: "contradiction", keys: ["score", "range"] },
    ],
    [
      { score: 4, unknown: true },
      { why: "contradiction", keys: ["score", "unknown"] },
    ],
  ];
  for (const [written, misread] of saysNothing) {
    it(`${JSON.stringify(written)} is read as ${JSON.stringify(misread)}`, () => {
      expect(readAnswer(written, SCALE)).toMatchObject(misread);
    });
  }

  it("takes a hyphen before the first digit of a number as its sign", () => {
    expect(readAnswer("-2-3", BELOW_ZERO)).toEqual({ kind: "range", low: -2, high: 3 });
    expect(readAnswer("-4--1", BELOW_ZERO)).toEqual({ kind: "range", low: -4, high: -1 });
    expect(readAnswer("-4 – -1.5", BELOW_ZERO)).toEqual({ kind: "range", low: -4, high: -1.5 });
    expect(readAnswer("-3", BELOW_ZERO)).toEqual({ kind: "score", score: -3 });
    expect(readAnswer("2--1", BELOW_ZERO)).toMatchObject({ why: "reversed", low: 2, high: -1 });
  });

  it("as a range of any two numbers on the scale, in short form, is that range", () => {
    const end = fc.double({ min: -5, max: 5, noNaN: true }).map((number) => Number(number.toFixed(3)));
    fc.assert(
      fc.property(end, end, fc.constantFrom("-", " - ", "–"), (one, other, hyphen) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const meant =
          low === high ? { kind: "score", score: low + 0 } : { kind: "range", low: low + 0, high: high + 0 };
        expect(readAnswer(`${low + 0}${hyphen}${high + 0}`, BELOW_ZERO)).toEqual(meant);
      }),
    );
  });

  it("is told from a text of a million characters at once", () => {
    expect(readAnswer(`${"1".repeat(1_000_000)}x`, SCALE)).toMatchObject({ why: "no-answer" });
    expect(readAnswer(`4${" ".repeat(1_000_000)}x`, SCALE)).toMatchObject({ why: "no-answer" });
  });
});

describe("numberFrom", () => {
  it("takes a number, and no range or word", () => {
    expect(numberFrom("4")).toBe(4);
    expect(numberFrom("-0.5")).toBe(-0.5);
    expect(numberFrom("2-4")).toBeUndefined();
    expect(numberFrom("two")).toBeUndefined();
    expect(numberFrom("")).toBeUndefined();
  });
});
