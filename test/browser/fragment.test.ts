import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedOn } from "../../src/browser/agreed.ts";
import { fragmentOf, linkedTrial } from "../../src/browser/fragment.ts";
import { sliderStops, withStops } from "../../src/browser/slider-stops.ts";
import { differing, NOTHING_TRIED, type Trial } from "../../src/browser/trial.ts";
import type { Decision } from "../../src/engine/decision.ts";
import { anyDecision } from "../any.ts";
import { smallDecision } from "./small-decision.ts";

const agreed = agreedOn(smallDecision());
const tried = (entries: string) => linkedTrial(`#what-if=1&${entries}`, agreed);

describe("what a reader tries, as the fragment of an address", () => {
  it("comes back as it was, whatever was tried in whatever decision", () => {
    const trials = anyDecision.chain((decision) => anyTrial(decision).map((trial) => ({ decision, trial })));
    fc.assert(
      fc.property(trials, ({ decision, trial }) => {
        const about = agreedOn(decision);
        const differs = differing(trial, about);
        const fragment = fragmentOf(differs);
        expect(fragment).toMatch(/^(?:#[!-~]*)?$/);
        if (fragment === "") expect(differs).toEqual(NOTHING_TRIED);
        else expect(linkedTrial(fragment, about)).toEqual({ trial: differs, isPart: false });
      }),
      { numRuns: 300 },
    );
  });

  it("is empty where nothing differs from what was agreed", () => {
    const same = { importance: { fit: 6 }, reasons: [], unknown: "neutral", answers: [] } as const;
    expect(fragmentOf(differing(same, agreed))).toBe("");
  });

  it("that leads inside the page, or is of another form, is none", () => {
    for (const fragment of ["", "#", "#ranking", "#what-if", "#what-if=2&u=worst", "#what-if=10", "what-if = 1"]) {
      expect(linkedTrial(fragment, agreed)).toBeUndefined();
    }
  });
});

describe("a link that anybody may have written", () => {
  it.each([
    ...[
      "i:fit=-1",
      "i:fit=13",
      "i:fit=1e308",
      "i:fit=NaN",
      "i:fit=Infinity",
      "i:fit=0x1",
      "i:fit= 1",
      "i:fit=",
      "i:fit",
    ],
    ...["i:fit=1=2", "i=1", "i:fit:time=1", "i:other=1", "i:constructor=1", "i:__proto__=1", "i:%=1", "i:%E0%A4=1"],
    ...["r=other", "r=grow,other", "r=%", "r:grow=1", "u=best", "u=", "u:x=worst", "p=1", "p=", "p"],
    ...["a:zoo:fit=3", "a:zoo:time=6", "a:zoo:time=0.5", "a:zoo:time=x", "a:nobody:time=3", "a:zoo=3", "a:zoo:other=3"],
    ...["a:__proto__:time=3", "a:zoo:constructor=3", "", "=", "&", "x=1", "i:fit=9&i:fit=x".slice(8)],
  ])("keeps nothing of %s", (entry) => {
    expect(tried(entry)).toEqual({ trial: NOTHING_TRIED, isPart: true });
  });

  it("keeps what makes sense, and says that it is a part", () => {
    expect(tried("i:fit=9&a:gone:time=3&u=worst")).toEqual({
      trial: { ...NOTHING_TRIED, importance: { fit: 9 }, unknown: "worst" },
      isPart: true,
    });
  });

  it("means what it says last", () => {
    expect(tried("i:fit=9&i:fit=2&a:zoo:time=3&a:zoo:time=4")).toEqual({
      trial: { importance: { fit: 2 }, answers: [{ candidate: "zoo", criterion: "time", score: 4 }] },
      isPart: false,
    });
  });

  it("of a million entries is read no further than a page has controls for", () => {
    expect(linkedTrial(`#what-if=1${"&i:fit=9".repeat(1_000_000)}`, agreed)?.isPart).toBe(true);
  });

  it("is read whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { trial } = linkedTrial(`#what-if=1&${text}`, agreed) ?? { trial: NOTHING_TRIED };
        expect(differing(trial, agreed)).toEqual(trial);
      }),
    );
  });
});

it("no number of a slider is lost on its way through an address", () => {
  for (const importance of [0.001, 0.3, 1, 7, 12.25, 40, 999, 1e12]) {
    const decision = smallDecision({ importance: { fit: importance } });
    const about = agreedOn(decision);
    for (const points of withStops(sliderStops(about), [importance])) {
      const trial = differing({ importance: { time: points }, answers: [] }, about);
      const fragment = fragmentOf(trial);
      if (fragment !== "") expect(linkedTrial(fragment, about)?.trial).toEqual(trial);
    }
  }
});

/** Anything that the controls of a page can be set to. */
function anyTrial(decision: Decision): fc.Arbitrary<Trial> {
  const { pack } = decision;
  const about = agreedOn(decision);
  const open = [...about.open].flatMap(([candidate, ofThis]) =>
    [...ofThis.keys()].map((criterion) => ({ candidate, criterion })),
  );
  const importance = fc
    .subarray(pack.criteria.map(({ id }) => id))
    .chain((ids) =>
      fc
        .array(fc.constantFrom(...sliderStops(about)), { minLength: ids.length, maxLength: ids.length })
        .map((points) => Object.fromEntries(ids.map((id, at) => [id, points[at]]))),
    );
  const answers = fc.subarray(open).map((tried) =>
    tried.map(({ candidate, criterion }) => {
      const scale = pack.criteria.find(({ id }) => id === criterion)?.scale ?? pack.scale;
      return { candidate, criterion, score: (scale.min + scale.max) / 2 };
    }),
  );
  return fc.record(
    {
      importance,
      reasons: fc.subarray(pack.reasons.map(({ id }) => id)),
      unknown: fc.constantFrom("neutral", "worst"),
      withoutPriority: fc.constant(true),
      answers,
    },
    { requiredKeys: ["importance", "answers"] },
  );
}
