import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesInWords, importanceInWords } from "../../src/render/flip-words.ts";
import { packOf, question } from "../engine/small.ts";

const PACK = packOf([
  question("fit", { label: "Mission" }),
  question("time", { label: "Timing" }),
  question("far", { label: "Distance", direction: "lower-is-better", scale: { min: 0, max: 40, step: 0.5 } }),
]);
const ONE = { pack: PACK, ballots: [{ answers: {} }] };
const COMMITTEE = { pack: PACK, ballots: [{ answers: {} }, { answers: {} }] };

const changed = (criterion: string, from: number, to: number) => ({ candidate: "a", criterion, from, to });

describe("answers that change, in words", () => {
  it.each([
    ["a fall", changed("fit", 5, 2), "Mission fell from 5 to 2"],
    ["a rise", changed("fit", 2, 4), "Mission rose from 2 to 4"],
    ["more kilometres, which are worse, rose all the same", changed("far", 3, 12.5), "Distance rose from 3 to 12.5"],
    ["a mean has two decimals", changed("fit", 11 / 3, 8 / 3), "Mission fell from 3.67 to 2.67"],
    ["what two decimals do not tell apart has more", changed("fit", 2.0004, 2), "Mission fell from 2.0004 to 2"],
    ["a question that the pack does not have is its id", changed("gone", 1, 2), "gone rose from 1 to 2"],
  ])("%s", (_, change, words) => {
    expect(changesInWords(ONE, [change])).toBe(words);
  });

  it("names the candidate where the sentence has not, and once", () => {
    const both = [changed("fit", 2, 4), changed("time", 1, 3)];
    expect(changesInWords(ONE, both, "Radio Este")).toBe(
      "Mission of Radio Este rose from 2 to 4 and Timing from 1 to 3",
    );
  });

  it("says of each whether it rose or fell where they differ", () => {
    const all = [changed("fit", 2, 4), changed("time", 1, 3), changed("far", 30, 10)];
    expect(changesInWords(ONE, all)).toBe(
      "Mission rose from 2 to 4, Timing rose from 1 to 3 and Distance fell from 30 to 10",
    );
  });

  it("calls what a committee answered a mean", () => {
    expect(changesInWords(COMMITTEE, [changed("fit", 4.5, 2.5)])).toBe("Mission fell from 4.5 to 2.5 on average");
    expect(changesInWords(COMMITTEE, [changed("fit", 2.5, 4.5), changed("time", 1, 2)])).toBe(
      "Mission rose from 2.5 to 4.5 and Timing from 1 to 2, each on average",
    );
  });

  it("says nothing of nothing", () => {
    expect(changesInWords(COMMITTEE, [])).toBe("");
  });

  it("never says that a number changes to itself", () => {
    const near = fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(near, ([from, difference]) => {
        fc.pre(from + difference !== from);
        const words = changesInWords(ONE, [changed("fit", from, from + difference)]);
        const [, verb, before, after] = /^Mission (rose|fell) from (\S+) to (\S+)$/.exec(words) ?? [];
        expect(before).not.toBe(after);
        expect(Number(after) > Number(before)).toBe(verb === "rose");
      }),
      { numRuns: 1000 },
    );
  });
});

function mattered(factor: number): string {
  return importanceInWords({ pack: PACK }, { criterion: "time", factor }).replace(/^Timing (?:mattered )?/, "");
}

describe("an importance that changes, in words", () => {
  it.each([
    [0, "did not matter at all"],
    [1e-300, "did not matter at all"],
    [0.0099, "did not matter at all"],
    [0.0101, "1% as much"],
    [0.104, "a tenth as much"],
    [0.205, "a fifth as much"],
    [0.255, "a quarter as much"],
    [0.3333333334, "less than a third as much"],
    [0.34, "less than 34% as much"],
    [0.4, "less than 40% as much"],
    [0.486, "48% as much"],
    [0.5, "less than half as much"],
    [0.507, "half as much"],
    [0.519, "49% less"],
    [2 / 3, "over a third less"],
    [0.755, "a quarter less"],
    [0.9, "over 10% less"],
    [0.9999999, "1% less"],
    [1 - 1e-15, "1% less"],
    [1 + 1e-15, "1% more"],
    [1.0000001, "1% more"],
    [1.01, "over 1% more"],
    [1.24, "over 24% more"],
    [1.241, "a quarter more"],
    [1.25, "over a quarter more"],
    [1.264, "27% more"],
    [1.33, "over 33% more"],
    [1.331, "a third more"],
    [4 / 3, "over a third more"],
    [1.5, "more than one and a half times as much"],
    [1.55, "1.6 times as much"],
    [1.95, "twice as much"],
    [2, "more than twice as much"],
    [2.01, "2.1 times as much"],
    [3, "more than three times as much"],
    [9.91, "ten times as much"],
    [10 + 1e-10, "more than ten times as much"],
    [10.00000001, "11 times as much"],
    [10.2, "11 times as much"],
    [101, "110 times as much"],
    [999, "1,000 times as much"],
    [1000, "more than 1,000 times as much"],
    [1001, "was nearly all that mattered"],
    [1e300, "was nearly all that mattered"],
  ])("%d times as important is %j", (factor, words) => {
    expect(mattered(factor)).toBe(words);
  });

  const anyFactor = fc.oneof(
    fc.double({ min: 0.01, max: 0.999999, noNaN: true }),
    fc.double({ min: 1.000001, max: 1000, noNaN: true }),
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })).map(([one, other]) => one / other),
    fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: -2, max: 2 }))
      .map(([n, off]) => n / 100 + off * 1e-10),
  );

  it("claims no change that would not be enough, and little more than is needed", () => {
    fc.assert(
      fc.property(anyFactor, (factor) => {
        fc.pre(factor >= 0.01 && factor <= 1000 && Math.abs(factor - 1) > 1e-12);
        const words = mattered(factor);
        const stated = meantBy(words);
        const isAsItIs = /^(?:more|less) than |^over /.test(words);
        const towards = factor > 1 ? 1 : -1;
        expect((stated - factor) * towards > -1e-8 * factor).toBe(true);
        if (!isAsItIs) expect((stated - factor) * towards).toBeGreaterThan(0);
        else expect(stated / factor).toBeCloseTo(1, 8);
        expect(Math.abs(stated - factor)).toBeLessThanOrEqual(Math.max(0.01, factor < 1.4 ? 0 : 0.1 * factor) + 1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  it("never says that more of the same needs less", () => {
    fc.assert(
      fc.property(anyFactor, anyFactor, (one, other) => {
        fc.pre([one, other].every((factor) => factor >= 0.01 && factor <= 1000 && Math.abs(factor - 1) > 1e-12));
        const [lower, higher] = [one, other].toSorted((a, b) => a - b);
        expect(meantBy(mattered(lower))).toBeLessThanOrEqual(meantBy(mattered(higher)) + 1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});

const NUMBERS: Readonly<Record<string, number>> = {
  "a quarter more": 5 / 4,
  "a third more": 4 / 3,
  "one and a half times as much": 1.5,
  "twice as much": 2,
  "three times as much": 3,
  "four times as much": 4,
  "five times as much": 5,
  "six times as much": 6,
  "seven times as much": 7,
  "eight times as much": 8,
  "nine times as much": 9,
  "ten times as much": 10,
  "a quarter less": 3 / 4,
  "a third less": 2 / 3,
  "half as much": 1 / 2,
  "a third as much": 1 / 3,
  "a quarter as much": 1 / 4,
  "a fifth as much": 1 / 5,
  "a tenth as much": 1 / 10,
};

/** What a reader takes the words to mean. */
function meantBy(words: string): number {
  const bare = words.replace(/^(?:more than|less than|over) /, "");
  if (bare in NUMBERS) return NUMBERS[bare];
  const [, number, unit] = /^([\d.,]+)(% more|% less|% as much| times as much)$/.exec(bare) ?? [];
  const count = Number(number.replace(",", ""));
  if (unit === "% more") return 1 + count / 100;
  if (unit === "% less") return 1 - count / 100;
  return unit === "% as much" ? count / 100 : count;
}
