import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadFlip } from "../../src/analysis/lead-flip.ts";
import type { Answer, Ballot, Decision, Pack } from "../../src/engine/decision.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { importanceInWords } from "../../src/render/flip-words.ts";
import { answersApart } from "../../src/render/numbers.ts";
import { inShort } from "../../src/render/pages/in-short.ts";
import { anyDecision } from "../any.ts";
import { decisionOn, packOf, question, range, score, UNKNOWN } from "../engine/small.ts";
import { HOSTILE_NAMES } from "./show.ts";

const MISSION = question("mission", { label: "Mission" });
const TIMING = question("timing", { label: "Timing" });
const CULTURE = question("culture", { label: "Culture" });

/** The sentences about first place, as somebody reads them aloud. */
function said(decision: Decision): string {
  return inShort(decision, evaluate(decision)).join(" ");
}

type Given = number | readonly [number, number] | "?";

function answer(given: Given): Answer {
  if (given === "?") return UNKNOWN;
  return typeof given === "number" ? score(given) : range(...given);
}

function on(pack: Pack, rows: Readonly<Record<string, readonly Given[]>>, more: Partial<Decision> = {}): Decision {
  return decisionOn(
    pack,
    Object.fromEntries(Object.entries(rows).map(([name, given]) => [name, given.map(answer)])),
    more,
  );
}

const TWO = packOf([MISSION, TIMING]);

describe("what would change the leader", () => {
  it("is one answer of its own, or one importance", () => {
    expect(said(on(TWO, { Zoo: [5, 4], Park: [2, 5] }))).toBe(
      "Zoo leads by 25.0 points. Settled: every question is answered. It would lose the lead if Mission fell from 5 to 2, or if Mission mattered less than a third as much.",
    );
  });

  it("is an answer of another, who is named", () => {
    const pack = packOf([MISSION, { ...TIMING, importance: 3 }]);
    expect(
      said(
        on(pack, {
          Zoo: [
            [4, 5],
            [3, 4],
          ],
          Park: [3, 2],
          Pool: [1, 1],
        }),
      ),
    ).toBe(
      "Zoo leads by 37.5 points. Settled: no open answer can change the leader. It would lose the lead if Timing of Park rose from 2 to 5; no change of any one importance would do that.",
    );
  });

  it("is a rise where less is better", () => {
    const far = question("far", {
      label: "Distance",
      direction: "lower-is-better",
      scale: { min: 0, max: 40, step: 10 },
    });
    expect(said(on(packOf([far, MISSION]), { Zoo: [0, 4], Park: [30, 5] }))).toBe(
      "Zoo leads by 25.0 points. Settled: every question is answered. It would lose the lead if Distance rose from 0 to 30, or if Distance mattered less than a third as much.",
    );
    expect(
      said(
        on(packOf([{ ...far, importance: 4 }, MISSION]), {
          Zoo: [
            [0, 10],
            [4, 5],
          ],
          Park: [30, 5],
        }),
      ),
    ).toBe(
      "Zoo leads by 47.5 points. Settled: no open answer can change the leader. It would lose the lead if Distance of Park fell from 30 to 0, or if Distance mattered less than 5% as much.",
    );
  });

  it("is a fall beyond a minimum, which sets the leader aside", () => {
    const guarded = packOf([{ ...MISSION, minimum: 3 }, TIMING, CULTURE]);
    expect(said(on(guarded, { Zoo: [5, 5, 4], Park: [3, 3, 5] }))).toBe(
      "Zoo leads by 25.0 points. Settled: every question is answered. It would be set aside if Mission fell from 5 to 2, and would lose the lead if Culture mattered more than four times as much.",
    );
    expect(said(on(guarded, { Zoo: [5, 5, 5], Park: [3, 3, 5] }))).toBe(
      "Zoo leads by 33.3 points. Settled: every question is answered. It would be set aside if Mission fell from 5 to 2; no change of any one importance would change the leader.",
    );
  });

  it("is what keeps somebody out who would lead", () => {
    const guarded = packOf([{ ...MISSION, importance: 0, minimum: 3 }, TIMING, CULTURE]);
    expect(said(on(guarded, { Zoo: [5, 5, 2], Park: [5, 1, 3], SparkleKids: [1, 5, 5] }))).toBe(
      "Zoo leads by 37.5 points. Settled: every question is answered. It would lose the lead if Timing mattered less than a quarter as much. If Mission of SparkleKids rose from 1 to 3, SparkleKids would be back in and lead.",
    );
    expect(said(on(guarded, { Zoo: [5, 4, 4], Park: [5, 1, 1], SparkleKids: [1, 5, 5] }))).toBe(
      "Zoo leads by 75.0 points. Settled: every question is answered. If Mission of SparkleKids rose from 1 to 3, SparkleKids would be back in and lead; no change of any one importance would change the leader.",
    );
    expect(said(on(guarded, { Zoo: [[3, 5], 4, 4], SparkleKids: [1, 5, 5] }))).toBe(
      "Zoo is the only candidate ranked, with 75.0 points: there is nobody to compare it with. If Mission of SparkleKids rose from 1 to 3, SparkleKids would be back in and lead.",
    );
  });

  it("is nothing where the leader is ahead on every question, by more than any answer weighs", () => {
    expect(said(on(packOf([MISSION, TIMING, CULTURE]), { Zoo: [5, 5, 5], Park: [1, 2, 1] }))).toBe(
      "Zoo leads by 91.7 points. Settled: every question is answered. No change of any one scored answer, or of any one importance, would change the leader.",
    );
  });

  it("is only an importance where no answer weighs enough, or all are open", () => {
    expect(
      said(
        on(TWO, {
          Zoo: [
            [4, 5],
            [3, 4],
          ],
          Park: [
            [2, 3],
            [4, 5],
          ],
        }),
      ),
    ).toBe(
      "Zoo leads by 12.5 points. Not settled: Park could still lead. It would lose the lead if Mission mattered less than half as much; no change of any one scored answer would do that. Find out next: Mission and Timing of Zoo; then Mission of Park.",
    );
  });

  it("is found however many steps a scale has", () => {
    const metres = question("metres", { label: "Metres", scale: { min: 0, max: 40_000, step: 1 } });
    expect(said(on(packOf([metres]), { Zoo: [40_000], Park: [20_000] }))).toContain(
      "It would lose the lead if Metres fell from 40000 to 19999",
    );
  });

  it("has steps as the scale has them, and numbers as they are written", () => {
    const halves = packOf([
      { ...MISSION, scale: { min: 0, max: 3, step: 0.5 } },
      { ...TIMING, scale: { min: 0, max: 3, step: 0.5 } },
    ]);
    expect(said(on(halves, { Zoo: [2.5, 2], Park: [1, 2.5] }))).toBe(
      "Zoo leads by 16.7 points. Settled: every question is answered. It would lose the lead if Mission fell from 2.5 to 1, or if Mission mattered less than a third as much.",
    );
  });

  it("is said of means where several rate", () => {
    const ballot = (rater: string, zoo: number, park: number): Ballot => ({
      rater,
      answers: { Zoo: { mission: score(zoo), timing: score(4) }, Park: { mission: score(park), timing: score(5) } },
    });
    const ballots = [ballot("Ann", 5, 2), ballot("Bo", 5, 2), ballot("Cy", 4, 2)];
    expect(said(on(TWO, { Zoo: [], Park: [] }, { ballots }))).toBe(
      "Zoo leads by 20.8 points. Settled: every question is answered. It would lose the lead if Mission fell from 4.67 to 2.67 on average, or if Mission mattered 37% as much.",
    );
  });

  it("takes no account of a question that weighs nothing, but for its minimum", () => {
    const pack = packOf([MISSION, { ...TIMING, importance: 0 }]);
    expect(said(on(pack, { Zoo: [4, 1], Park: [2, 5] }))).toBe(
      "Zoo leads by 50.0 points. Settled: every question is answered. It would lose the lead if Mission fell from 4 to 1; no change of any one importance would do that.",
    );
    const guarded = packOf([MISSION, { ...TIMING, importance: 0, minimum: 2 }]);
    expect(said(on(guarded, { Zoo: [5, 4], Park: [1, 5] }))).toBe(
      "Zoo leads by 100.0 points. Settled: every question is answered. It would be set aside if Timing fell from 4 to 1; no change of any one importance would change the leader.",
    );
  });

  it("names the leader again where the sentence before was about who alone could lead", () => {
    const pack = packOf(
      [
        { ...MISSION, importance: 4 },
        { ...TIMING, importance: 6 },
      ],
      { coverageFloor: 0.6 },
    );
    expect(said(on(pack, { Zoo: [1, 3], Radio: [5, "?"], Park: [1, 1] }))).toBe(
      "Zoo leads by 30.0 points. Not settled: once enough is known, only Radio could lead. Zoo would lose the lead if Timing of Park rose from 1 to 4; no change of any one importance would do that.",
    );
  });
});

describe("in a call too close", () => {
  it("the answer is named once, with who is ahead, and the importance after it", () => {
    const pack = packOf([
      { ...MISSION, importance: 3 },
      { ...TIMING, importance: 2 },
    ]);
    expect(said(on(pack, { Zoo: [5, 3], Park: [4, 4] }))).toBe(
      "Too close to call: Zoo is 5.0 points ahead of Park, and one answer a step different would undo that, such as Mission of Zoo at 4 instead of 5. It would also fall behind if Mission mattered over a third less.",
    );
  });

  it("a step that only makes a tie is told from what puts another ahead", () => {
    expect(said(on(TWO, { Zoo: [5, 3], Park: [3, 4] }))).toBe(
      "Too close to call: Zoo is 12.5 points ahead of Park, and one answer a step different would make that a tie, such as Mission of Zoo at 4 instead of 5. It would fall behind if Mission fell from 5 to 3, or if Mission mattered less than half as much.",
    );
  });

  it("no importance may be able to do it", () => {
    expect(said(on(TWO, { Zoo: [5, 5], Park: [5, 4] }))).toBe(
      "Too close to call: Zoo is 12.5 points ahead of Park, and one answer a step different would make that a tie, such as Mission of Zoo at 4 instead of 5. It would fall behind if Mission fell from 5 to 3; no change of any one importance would do that.",
    );
  });

  it("a step that sets the leader aside is named as that", () => {
    const guarded = packOf([{ ...MISSION, minimum: 3 }, TIMING]);
    expect(said(on(guarded, { Zoo: [3, 5], Park: [3, 1] }))).toBe(
      "Too close to call: Zoo is 50.0 points ahead of Park, and one answer a step different would undo that: Mission of Zoo at 2 instead of 3, which would set it aside. No change of any one importance would put another ahead.",
    );
  });

  it("somebody who is set aside may be a step away as well", () => {
    const guarded = packOf([{ ...MISSION, importance: 0, minimum: 3 }, TIMING]);
    expect(said(on(guarded, { Zoo: [5, 4], Park: [5, 3], SparkleKids: [2, 5] }))).toBe(
      "Too close to call: Zoo is 25.0 points ahead of Park, and one answer a step different would make that a tie, such as Timing of Zoo at 3 instead of 4. If Mission of SparkleKids rose from 2 to 3, SparkleKids would be back in and lead; no change of any one importance would put another ahead.",
    );
  });
});

describe("nothing is said of a lead to lose", () => {
  it.each<[string, Readonly<Record<string, readonly Given[]>>]>([
    ["in a tie", { Zoo: [5, 3], Park: [3, 5] }],
    ["where all are equal", { Zoo: [3, 3], Park: [3, 3], Pool: [3, 3] }],
    ["where everything is unknown", { Zoo: ["?", "?"], Park: ["?", "?"] }],
    ["where one is ranked and no answer sets it aside", { Zoo: [5, 3] }],
    ["where nobody is there", {}],
  ])("%s", (_, rows) => {
    expect(said(on(TWO, rows))).not.toMatch(/would (?:also )?(?:lose|fall|be set)|importance|scored answer/);
  });
});

it("of one candidate alone, only what sets it aside is said", () => {
  const guarded = packOf([{ ...MISSION, minimum: 2 }, TIMING]);
  expect(said(on(guarded, { Zoo: [3, 3] }))).toBe(
    "Zoo is the only candidate ranked, with 50.0 points: there is nobody to compare it with. It would be set aside if Mission fell from 3 to 1.",
  );
});

it.each(Object.entries(HOSTILE_NAMES))(
  "%s stands in the sentence as it is, for each format to make harmless",
  (_, name) => {
    const pack = packOf([MISSION, { ...TIMING, label: name, importance: 3 }]);
    const decision = on(
      pack,
      { Zoo: [5, 2], Park: [2, 2] },
      {
        candidates: [
          { id: "Zoo", name },
          { id: "Park", name },
        ],
      },
    );
    expect(said(decision)).toContain(`${name} of ${name}`);
  },
);

it("of any decision, what the summary has is said, and no sentence has a hole in it", () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      const evaluation = evaluate(decision);
      const text = inShort(decision, evaluation).join(" ");
      const { answer: change, importance } = leadFlip(decision, evaluation);
      expect(text).not.toMatch(/undefined|NaN|Infinity/);
      if (importance !== undefined) expect(text).toContain(` if ${importanceInWords(decision, importance)}`);
      if (change !== undefined) {
        const [from, to] = answersApart(change.from, change.to);
        expect(
          [`from ${from} to ${to}`, `at ${to} instead of ${from}`].filter((words) => text.includes(words)),
        ).toHaveLength(1);
      }
    }),
    { numRuns: 300 },
  );
});
