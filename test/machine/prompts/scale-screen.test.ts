import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { QuestionView } from "../../../src/interview/ask.ts";
import { helpPages } from "../../../src/machine/prompts/help-screen.ts";
import { scaleScreen } from "../../../src/machine/prompts/scale-screen.ts";
import { initialState, type ScaleState } from "../../../src/machine/prompts/scale-state.ts";
import type { Surface } from "../../../src/machine/prompts/surface.ts";
import { stateAfter } from "./press.ts";
import { AUDIENCE, ELEVEN, KILOMETRES } from "./views.ts";

const plain = (_tone: string, text: string) => text;
const window = (columns: number, rows: number, more: Partial<Surface> = {}): Surface => ({
  columns,
  rows,
  unicode: true,
  paint: plain,
  ...more,
});

/** The screen as a person sees it, with a line of its own around it. */
function seen(view: QuestionView, surface: Surface, state: ScaleState = initialState(view)): string {
  return `\n${scaleScreen(view, state, surface).join("\n")}\n`;
}

const WIDE: QuestionView = { ...AUDIENCE, candidate: "国立科学博物館・北分館と友の会および市民科学者のネットワーク" };
const ANSWERED: QuestionView = {
  ...AUDIENCE,
  existing: {
    kind: "score",
    score: 4,
    note: "hello note\nsecond line",
    evidence: "Visitor survey 2026",
    basis: "read",
  },
};

describe("the screen of a question", () => {
  it("at 80 columns and 24 rows", () => {
    expect(seen(AUDIENCE, window(80, 24), stateAfter(AUDIENCE, "5"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      Who are the groups or segments of the community served by the partner?
      - Score high where few of these people use the library now.
        1  They do not serve the people our purpose names, and have no plan to.
        2  They serve a few of those people, nearly all of whom we reach already by
           ourselves.
        3  They serve some of those people, and about half of them are new to us.
        4  They serve many of those people, and most of them are new to us.
      ❯ 5  They serve a large share of those people, few of whom we reach, and are
           trusted by them.
        u  I don’t know (counts as unknown)

      Enter keep and go on   b back   s skip   q save and quit
      1-5 choose  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
  });

  it("at 40 columns and 15 rows", () => {
    expect(seen(AUDIENCE, window(40, 15), stateAfter(AUDIENCE, "5"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10, 27 left
      Who are the groups or segments of the
      community served by the partner?
        1  They do not serve the people our…
        2  They serve a few of those people,…
        3  They serve some of those people,…
        4  They serve many of those people,…
      ❯ 5  They serve a large share of those
           people, few of whom we reach, and
           are trusted by them.
        u  I don’t know (counts as unknown)
      Enter keep and go on   ? help and keys
      "
    `);
  });

  it("at 30 columns and 24 rows", () => {
    expect(seen(AUDIENCE, window(30, 24), stateAfter(AUDIENCE, "5"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10, 27 left
      Who are the groups or
      segments of the community
      served by the partner?
      - Score high where few of
        these people use the
        library now.
        1  They do not serve the…
        2  They serve a few of…
        3  They serve some of thos…
        4  They serve many of thos…
      ❯ 5  They serve a large share
           of those people, few of
           whom we reach, and are
           trusted by them.
        u  I don’t know (counts as…
      Enter keep and go on   b back
      s skip   q save and quit
      1-5 choose  u unknown
      r range  n note  e evidence
      g ground  ? help
      "
    `);
  });

  it("with a wide name", () => {
    expect(seen(WIDE, window(40, 24))).toMatchInlineSnapshot(`
      "
      国立科学博物館・北分館と友の会および市
      民科学者のネットワーク
      Question 3 of 10, 27 left

      Who are the groups or segments of the
      community served by the partner?
      - Score high where few of these people
        use the library now.
        1  They do not serve the people our…
        2  They serve a few of those people,…
        3  They serve some of those people,…
        4  They serve many of those people,…
        5  They serve a large share of those…
        u  I don’t know (counts as unknown)

      Enter keep and go on   b back   s skip
      q save and quit
      1-5 choose  u unknown  r range  n note
      e evidence  g ground  ? help
      "
    `);
  });

  it("with what stands beside the answer", () => {
    expect(seen(ANSWERED, window(80, 24))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      Who are the groups or segments of the community served by the partner?
      - Score high where few of these people use the library now.
        1  They do not serve the people our purpose names, and have no plan to.
        2  They serve a few of those people, nearly all of whom we reach already by
           ourselves.
        3  They serve some of those people, and about half of them are new to us.
      ❯ 4  They serve many of those people, and most of them are new to us.
        5  They serve a large share of those people, few of whom we reach, and are
           trusted by them.
        u  I don’t know (counts as unknown)
        note: hello note / second line
        evidence: Visitor survey 2026
        ground: read

      Enter keep and go on   b back   s skip   q save and quit
      1-5 choose  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
  });

  it("of eleven answers without anchors, in a large window and in a small one", () => {
    expect(seen(ELEVEN, window(80, 24), stateAfter(ELEVEN, "10"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      How well do we fit?
         0
         1
         2
         3
         4
         5
         6
         7
         8
         9
      ❯ 10
         u  I don’t know (counts as unknown)

        typed: 10_
      Enter keep and go on   b back   s skip   q save and quit
      0-10 choose  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
    expect(seen(ELEVEN, window(40, 15), stateAfter(ELEVEN, "10"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10, 27 left

      How well do we fit?
        0 1 2 3 4 5 6 7 8 9 u
      ❯ 10

        typed: 10_
      Enter keep and go on   b back   s skip
      q save and quit
      0-10 choose  u unknown  r range  n note
      e evidence  g ground  ? help
      "
    `);
  });

  it("of a number that is typed", () => {
    expect(seen(KILOMETRES, window(80, 24))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      How many kilometres apart are we?
        #  a number from 0 to 40
        u  I don’t know (counts as unknown)

      Enter keep and go on   b back   s skip   q save and quit
      type 0-40  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
    expect(seen(KILOMETRES, window(80, 24), stateAfter(KILOMETRES, "12.5"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      How many kilometres apart are we?
      ❯ 12.5  (0 to 40)
           u  I don’t know (counts as unknown)

        typed: 12.5_
      Enter keep and go on   b back   s skip   q save and quit
      type 0-40  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
    expect(seen(KILOMETRES, window(40, 15), stateAfter(KILOMETRES, "43 enter"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10, 27 left

      How many kilometres apart are we?
        #  a number from 0 to 40
        u  I don’t know (counts as unknown)

        typed: 43_
      43 is not on the scale: answers go from
      0 to 40.
      Enter keep and go on   b back   s skip
      q save and quit
      type 0-40  u unknown  r range  n note
      e evidence  g ground  ? help
      "
    `);
  });

  it("while a range is typed", () => {
    expect(seen(AUDIENCE, window(80, 20), stateAfter(AUDIENCE, "3r2-"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      Who are the groups or segments of the community served by the partner?
      - Score high where few of these people use the library now.
        1  They do not serve the people our purpose names, and have no plan to.
        2  They serve a few of those people, nearly all of whom we reach already by
           ourselves.
      ❯ 3  They serve some of those people, and about half of them are new to us.
        4  They serve many of those people, and most of them are new to us.
        5  They serve a large share of those people, few of whom we reach, and are
           trusted by them.
        u  I don’t know (counts as unknown)

        range: 2-_
      Enter keep and go on   b back   s skip   q save and quit
      1-5 choose  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
    expect(seen(AUDIENCE, window(80, 20), stateAfter(AUDIENCE, "r2-4"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left

      Who are the groups or segments of the community served by the partner?
      - Score high where few of these people use the library now.
        1  They do not serve the people our purpose names, and have no plan to.
        2  They serve a few of those people, nearly all of whom we reach already by
           ourselves.
        3  They serve some of those people, and about half of them are new to us.
        4  They serve many of those people, and most of them are new to us.
        5  They serve a large share of those people, few of whom we reach, and are
           trusted by them.
        u  I don’t know (counts as unknown)
      ❯ r  2 to 4

        range: 2-4_
      Enter keep and go on   b back   s skip   q save and quit
      1-5 choose  u unknown  r range  n note  e evidence  g ground  ? help
      "
    `);
  });

  it("with a word about what to press", () => {
    expect(seen(AUDIENCE, window(60, 16), stateAfter(AUDIENCE, "enter"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  ▇░░░░░░░░░ 3/30 answered, 27 left
      Who are the groups or segments of the community served by
      the partner?
      - Score high where few of these people use the library now.
        1  They do not serve the people our purpose names, and…
        2  They serve a few of those people, nearly all of whom…
        3  They serve some of those people, and about half of…
        4  They serve many of those people, and most of them are…
        5  They serve a large share of those people, few of whom…
        u  I don’t know (counts as unknown)
      Choose 1 to 5, or u for unknown; s leaves it open.
      Enter keep and go on   b back   s skip   q save and quit
      1-5 choose  u unknown  r range  n note  e evidence
      g ground  ? help
      "
    `);
  });

  it("in ASCII", () => {
    expect(seen(AUDIENCE, window(60, 16, { unicode: false }), stateAfter(AUDIENCE, "u"))).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10  #--------- 3/30 answered, 27 left
      Who are the groups or segments of the community served by
      the partner?
      - Score high where few of these people use the library now.
        1  They do not serve the people our purpose names, and...
        2  They serve a few of those people, nearly all of who...
        3  They serve some of those people, and about half of...
        4  They serve many of those people, and most of them a...
        5  They serve a large share of those people, few of wh...
      > u  I don't know (counts as unknown)
      Enter keep and go on   b back   s skip   q save and quit
      1-5 choose  u unknown  r range  n note  e evidence
      g ground  ? help
      "
    `);
  });

  it("with colours only around what it says anyway", () => {
    const paint = (tone: string, text: string) => `<${tone}>${text}</>`;
    const painted = seen(ANSWERED, window(80, 24, { paint }));
    expect(painted).toContain(
      "<strong>❯ 4  </><strong>They serve many of those people, and most of them are new to us.</>",
    );
    expect(painted.replaceAll(/<\/?\w*>/g, "")).toBe(seen(ANSWERED, window(80, 24)));
  });

  it("offers no way back where there is none", () => {
    expect(seen({ ...AUDIENCE, canGoBack: false }, window(80, 24))).toContain("Enter keep and go on   s skip   q save");
  });

  it("shows a number between the listed answers, and an abstention", () => {
    expect(seen(AUDIENCE, window(80, 24), stateAfter(AUDIENCE, "3.5"))).toContain("❯ 3.5\n");
    const abstained: QuestionView = { ...AUDIENCE, existing: { kind: "abstain" } };
    expect(seen(abstained, window(80, 24))).toContain("❯ -  abstains, as it is written");
  });

  it("of a text without end looks at its beginning only", () => {
    const endless: QuestionView = { ...AUDIENCE, question: "Why, ".repeat(1_000_000) };
    const lines = scaleScreen(endless, stateAfter(endless, "4"), window(40, 15));
    expect(lines).toHaveLength(14);
    expect(lines.filter((line) => line.startsWith("Why, ")).at(-1)).toMatch(/…$/);
    expect(lines.join("\n")).toContain("❯ 4  They serve many");
  });

  it("shows what a text would do to the terminal as what it is", () => {
    const hostile: QuestionView = {
      ...AUDIENCE,
      candidate: "\u001b[2JZoo\u202e",
      question: "Is it\u0007 safe?\nReally?",
      readings: ["\u009b31m"],
      answers: [{ answer: 1, text: "\u001b]0;title\u0007" }],
      existing: { kind: "unknown", note: "a\u001bb\nc\u2028d" },
    };
    expect(seen(hostile, window(80, 24))).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028]/u);
    expect(seen(hostile, window(80, 24))).toContain("note: a<U+001B>b / c d");
  });
});

describe("the help of a question", () => {
  it("keeps the question and what is chosen in sight", () => {
    expect(seen(ANSWERED, window(80, 24), stateAfter(ANSWERED, "?"))).toMatchInlineSnapshot(`
      "
      Who are the groups or segments of the community served by the partner?
      Why: A partner is worth most where it reaches people whom the library does not
           reach alone.
      Not this: Who comes to them, not how others see them (position).
      Probes:
      - Who came last month, and from where?
      - Who does not come, and why?
      Evidence:
      - Visitor survey
      - Membership figures by postcode
      Trap: A large number is not a new one.
      Keys:
      1 to 5  choose an answer; so do the arrows
      Enter   keep the answer and go on
      u       unknown: nobody knows yet
      r       a range, typed as 2-4
      n       a note
      e       the evidence: where you read it
      g       the ground: seen, read, told, guess, none
      b       back to the question before
      s       leave it unanswered
      ❯ 4  They serve many of those people, and most of them are new to us.
      ? more   Enter back to the answers
      "
    `);
  });

  it("has as many pages as the window needs, with each line on one of them", () => {
    const surface = window(40, 15);
    const state = initialState(AUDIENCE);
    const pages = helpPages(AUDIENCE, state, surface);
    const texts = Array.from({ length: pages }, (_, help) => seen(AUDIENCE, surface, { ...state, help }));
    expect(pages).toBeGreaterThan(2);
    for (const text of ["Why:", "Not this:", "Who came last month", "postcode", "Trap:", "q ", "Ctrl-C"]) {
      expect(texts.filter((page) => page.includes(text)).length, text).toBeGreaterThanOrEqual(1);
    }
    expect(texts.filter((page) => page.includes("? more"))).toHaveLength(pages - 1);
    expect(texts.at(-1)).toContain("? or Enter back");
  });

  it("shows the last page where a larger window has fewer", () => {
    expect(seen(AUDIENCE, window(80, 60), { ...initialState(AUDIENCE), help: 7 })).toContain("Ctrl-C");
  });
});

describe("in any window", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.lorem({ maxCount: 60 }));
  const anchors = fc.array(text, { minLength: 2, maxLength: 11 });
  const view = fc.record({ name: text, question: text, reading: text, anchors, note: text, isTyped: fc.boolean() }).map(
    ({ name, question, reading, anchors: texts, note, isTyped }): QuestionView => ({
      ...AUDIENCE,
      candidate: name,
      question: `Q: ${question}`,
      readings: [reading],
      scale: { min: 0, max: texts.length - 1, step: 1 },
      answers: isTyped ? [] : texts.map((anchor, answer) => ({ answer, text: anchor })),
      existing: { kind: "score", score: 1, note },
      help: { why: reading, probes: texts, evidence: [] },
    }),
  );
  const state = (of: QuestionView) =>
    fc.constantFrom(...["x", "u", "r0-1", "r", "paste:x", "g", "0", "?", "??"].map((keys) => stateAfter(of, keys)));
  const sizes = fc.record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 12, max: 60 }) });

  it("a screen leaves a row free, and no line is wider than the window", () => {
    fc.assert(
      fc.property(
        view.chain((of) => fc.tuple(fc.constant(of), state(of))),
        sizes,
        ([of, at], size) => {
          const lines = scaleScreen(of, at, window(size.columns, size.rows));
          expect(lines.length).toBeLessThanOrEqual(size.rows - 1);
          for (const line of lines) expect(stringWidth(line)).toBeLessThan(size.columns);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("the beginning of the question, what is chosen and a word about the keys are there", () => {
    fc.assert(
      fc.property(view, sizes, (of, size) => {
        const lines = scaleScreen(of, initialState(of), window(size.columns, size.rows));
        expect(lines.some((line) => line.startsWith("Q:"))).toBe(true);
        expect(lines.filter((line) => line.startsWith("❯ ")).length).toBe(1);
        expect(lines.at(-1)).toMatch(/\? (?:help|help and keys)$/);
      }),
      { numRuns: 200 },
    );
  });
});
