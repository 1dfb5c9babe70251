import { describe, expect, it } from "vitest";
import type { QuestionView } from "../../../src/interview/ask.ts";
import { pressed, stateAfter } from "./press.ts";
import { AUDIENCE, ELEVEN, KILOMETRES } from "./views.ts";

const FIRST: QuestionView = { ...AUDIENCE, canGoBack: false };
const FOUR: QuestionView = { ...AUDIENCE, existing: { kind: "score", score: 4, note: "old", basis: "told" } };
const NOTED: QuestionView = { ...AUDIENCE, existing: { kind: "unanswered", note: "by June" } };
const RANGED: QuestionView = { ...AUDIENCE, existing: { kind: "range", low: 2, high: 3 } };
const ABSTAINED: QuestionView = { ...AUDIENCE, existing: { kind: "abstain" } };
const HALVES: QuestionView = {
  ...AUDIENCE,
  scale: { min: 1, max: 2, step: 0.5 },
  answers: [{ answer: 1 }, { answer: 1.5 }, { answer: 2 }],
};
const BELOW_ZERO: QuestionView = {
  ...AUDIENCE,
  scale: { min: -2, max: 2, step: 1 },
  answers: [-2, -1, 0, 1, 2].map((answer) => ({ answer })),
};

/** What is written and where it goes, in short. */
function replyTo(view: QuestionView, keys: string): unknown {
  const last = pressed(view, keys);
  return last.kind === "reply" ? last.reply : last.kind === "edit" ? `writes a ${last.field}` : last.state.message;
}

const score = (value: number) => ({ kind: "score", score: value });
const FULL = { note: "old", basis: "told" };

describe("a key on the screen of a question", () => {
  it.each<[what: string, view: QuestionView, keys: string, comesTo: unknown]>([
    ["a digit and Enter save that answer", AUDIENCE, "4 enter", { write: score(4), go: "on" }],
    ["the last digit counts", AUDIENCE, "42 enter", { write: score(2), go: "on" }],
    ["u and Enter save unknown", AUDIENCE, "u enter", { write: { kind: "unknown" }, go: "on" }],
    ["a capital letter is the letter", AUDIENCE, "U enter", { write: { kind: "unknown" }, go: "on" }],
    ["Enter keeps what is written, and writes nothing", FOUR, "enter", { go: "on" }],
    ["choosing what is written writes nothing", FOUR, "4 enter", { go: "on" }],
    [
      "a new answer keeps what stands beside the old one",
      FOUR,
      "2 enter",
      { write: { ...score(2), ...FULL }, go: "on" },
    ],
    ["Enter keeps a range", RANGED, "enter", { go: "on" }],
    ["Enter keeps an abstention", ABSTAINED, "enter", { go: "on" }],
    [
      "Enter with nothing chosen says what to press",
      AUDIENCE,
      "enter",
      "Choose 1 to 5, or u for unknown; s leaves it open.",
    ],
    ["Enter does not take a note for an answer", NOTED, "enter", "Choose 1 to 5, or u for unknown; s leaves it open."],
    [
      "Enter with no number typed says what to type",
      KILOMETRES,
      "enter",
      "Type a number from 0 to 40, or u for unknown; s leaves it open.",
    ],
    ["an answer takes the waiting note along", NOTED, "3 enter", { write: { ...score(3), note: "by June" }, go: "on" }],

    ["down chooses the first answer", AUDIENCE, "down enter", { write: score(1), go: "on" }],
    ["down goes on to the next", AUDIENCE, "down down down enter", { write: score(3), go: "on" }],
    ["down from the last answer is unknown", AUDIENCE, "5 down enter", { write: { kind: "unknown" }, go: "on" }],
    ["down from unknown stays there", AUDIENCE, "u down enter", { write: { kind: "unknown" }, go: "on" }],
    ["up chooses the last row", AUDIENCE, "up enter", { write: { kind: "unknown" }, go: "on" }],
    ["up from unknown is the highest answer", AUDIENCE, "u up enter", { write: score(5), go: "on" }],
    ["up from the first answer stays there", AUDIENCE, "1 up enter", { write: score(1), go: "on" }],
    ["down from between two answers is the next one", AUDIENCE, "3.5 down enter", { write: score(4), go: "on" }],
    ["up from between two answers is the one before", AUDIENCE, "3.5 up enter", { write: score(3), go: "on" }],
    [
      "down where the number is typed is unknown",
      KILOMETRES,
      "12 down enter",
      { write: { kind: "unknown" }, go: "on" },
    ],

    ["r and two numbers are a range", AUDIENCE, "r2-4 enter", { write: { kind: "range", low: 2, high: 4 }, go: "on" }],
    [
      "a range keeps what stands beside the answer",
      FOUR,
      "r2-3 enter",
      { write: { kind: "range", low: 2, high: 3, ...FULL }, go: "on" },
    ],
    ["a range of one answer is that answer", AUDIENCE, "r3-3 enter", { write: score(3), go: "on" }],
    [
      "a range may have fractions, with a comma too",
      AUDIENCE,
      "r2,5-4 enter",
      { write: { kind: "range", low: 2.5, high: 4 }, go: "on" },
    ],
    [
      "a range may lie below zero",
      BELOW_ZERO,
      "r-2--1 enter",
      { write: { kind: "range", low: -2, high: -1 }, go: "on" },
    ],
    ["a range may be typed without r", AUDIENCE, "2-4 enter", { write: { kind: "range", low: 2, high: 4 }, go: "on" }],
    [
      "a number and a hyphen ask for the second number",
      AUDIENCE,
      "2- enter",
      "Type a number from 1 to 5, or a range such as 2-4.",
    ],
    ["r without numbers asks for them", AUDIENCE, "r enter", "Type a number from 1 to 5, or a range such as 2-4."],
    ["a range of one number asks for the second", AUDIENCE, "r2 enter", "A range has two numbers, such as 2-4."],
    ["a range ends on a number", AUDIENCE, "r2- enter", "Type a number from 1 to 5, or a range such as 2-4."],
    ["a range has the lower number first", AUDIENCE, "r4-2 enter", "Write the lower number first: 2-4."],
    ["a range lies on the scale", AUDIENCE, "r2-7 enter", "7 is not on the scale: answers go from 1 to 5."],
    [
      "the whole scale says nothing",
      AUDIENCE,
      "r1-5 enter",
      "1-5 is the whole scale, which says nothing: type u for unknown.",
    ],
    ["r again takes the range back", FOUR, "r2-3 r enter", { go: "on" }],
    [
      "backspace takes a range back character by character",
      FOUR,
      "r2-3 backspace backspace backspace enter",
      { go: "on" },
    ],
    ["a range that came to nothing leaves the answer before", FOUR, "r2-3 backspace q", { go: "quit" }],

    ["1 then 0 is 10", ELEVEN, "10 enter", { write: score(10), go: "on" }],
    ["1 alone is 1", ELEVEN, "1 enter", { write: score(1), go: "on" }],
    ["what cannot follow begins anew", ELEVEN, "107 enter", { write: score(7), go: "on" }],
    ["backspace after 10 is 1", ELEVEN, "10 backspace enter", { write: score(1), go: "on" }],
    [
      "backspace after one digit chooses nothing",
      ELEVEN,
      "1 backspace enter",
      "Choose 0 to 10, or u for unknown; s leaves it open.",
    ],
    ["an answer between two steps can be typed", AUDIENCE, "3.5 enter", { write: score(3.5), go: "on" }],
    ["fractional steps are typed", HALVES, "1.5 enter", { write: score(1.5), go: "on" }],
    ["a comma is a point", HALVES, "1,5 enter", { write: score(1.5), go: "on" }],
    ["a minus begins a number below zero", BELOW_ZERO, "-2 enter", { write: score(-2), go: "on" }],
    ["a minus alone is no answer", BELOW_ZERO, "- enter", "Type a number from -2 to 2, or a range such as -1-1."],
    ["a digit that is on no answer says so", AUDIENCE, "7", "Answers go from 1 to 5."],
    [
      "a digit that is on no answer takes the choice back",
      AUDIENCE,
      "47 enter",
      "Choose 1 to 5, or u for unknown; s leaves it open.",
    ],
    ["a number is typed where none is listed", KILOMETRES, "12.5 enter", { write: score(12.5), go: "on" }],
    [
      "a typed number beyond the scale says so",
      KILOMETRES,
      "43 enter",
      "43 is not on the scale: answers go from 0 to 40.",
    ],

    ["n writes a note", AUDIENCE, "n", "writes a note"],
    ["e writes the evidence", AUDIENCE, "e", "writes a evidence"],
    ["g chooses the best ground first", AUDIENCE, "4g enter", { write: { ...score(4), basis: "seen" }, go: "on" }],
    ["g goes on to the next", AUDIENCE, "4ggg enter", { write: { ...score(4), basis: "told" }, go: "on" }],
    ["g after the last is none", AUDIENCE, "4ggggg enter", { write: score(4), go: "on" }],
    [
      "g alone changes a written answer",
      FOUR,
      "g enter",
      { write: { ...score(4), note: "old", basis: "guess" }, go: "on" },
    ],

    ["b goes back at once", AUDIENCE, "b", { go: "back" }],
    ["b lets go of what was chosen", FOUR, "2 b", { go: "back" }],
    [
      "b keeps a ground beside the written answer",
      FOUR,
      "2gb",
      { write: { ...score(4), note: "old", basis: "guess" }, go: "back" },
    ],
    ["b at the first question says so", FIRST, "b", "This is the first question: there is none to go back to."],
    ["s goes on at once, and leaves it unanswered", AUDIENCE, "3s", { go: "on" }],
    ["s keeps a ground without an answer", AUDIENCE, "gs", { write: { kind: "unanswered", basis: "seen" }, go: "on" }],
    ["q leaves at once", AUDIENCE, "q", { go: "quit" }],
    ["q saves what was chosen", AUDIENCE, "4q", { write: score(4), go: "quit" }],
    ["Ctrl-D saves what was chosen", AUDIENCE, "4g quit", { write: { ...score(4), basis: "seen" }, go: "quit" }],
    ["q lets go of a range that is not finished", AUDIENCE, "r2-q", { go: "quit" }],

    ["a paste is no answer", AUDIENCE, "paste:45q", "Pasted text is no answer: press n, then paste it into the note."],
    ["left means nothing", AUDIENCE, "4 left enter", { write: score(4), go: "on" }],
    ["a letter without a meaning means nothing", AUDIENCE, "4xyz国 enter", { write: score(4), go: "on" }],
    ["Enter in the help closes it, and saves nothing", FOUR, "?", undefined],
    ["Enter after the help is Enter", FOUR, "? enter enter", { go: "on" }],
    ["b acts in the help too", AUDIENCE, "?b", { go: "back" }],
  ])("%s", (_claim, view, keys, comesTo) => {
    expect(replyTo(view, keys)).toEqual(comesTo);
  });
});

describe("the screen of a question", () => {
  it("opens and turns the pages of the help, and closes it after the last", () => {
    expect(["?", "??", "???", "????"].map((keys) => stateAfter(AUDIENCE, keys).help)).toEqual([0, 1, undefined, 0]);
  });

  it.each(["? enter", "?4", "?u", "?g", "?r", "? down"])("closes the help on %s", (keys) => {
    expect(stateAfter(AUDIENCE, keys).help).toBeUndefined();
  });

  it("closes the help for a note", () => {
    expect(pressed(AUDIENCE, "?n")).toEqual({
      kind: "edit",
      field: "note",
      state: { chosen: { kind: "unanswered" }, ground: AUDIENCE.existing },
    });
  });

  it("has what is written chosen at first", () => {
    expect(stateAfter(RANGED, "x").chosen).toEqual({ kind: "range", low: 2, high: 3 });
  });

  it("says something about the last key only", () => {
    expect(stateAfter(AUDIENCE, "enter 4").message).toBeUndefined();
  });

  it("stays the very same where a key means nothing, so that nothing is drawn", () => {
    const before = stateAfter(AUDIENCE, "4");
    expect(pressed(AUDIENCE, "4x")).toEqual({ kind: "state", state: before });
    expect(stateAfter(AUDIENCE, "enter x").message).toBe(stateAfter(AUDIENCE, "enter").message);
  });

  it("takes no more than forty characters of a number", () => {
    expect(stateAfter(KILOMETRES, "1".repeat(60)).typed?.text).toHaveLength(40);
    expect(stateAfter(AUDIENCE, `r${"1".repeat(60)}`).typed?.text).toHaveLength(40);
  });

  it("chooses the listed answer that a sum of steps missed by a bit", () => {
    const tenths = { ...AUDIENCE, scale: { min: 0, max: 0.5, step: 0.1 }, answers: [{ answer: 0.1 + 0.2 }] };
    expect(stateAfter(tenths, "0.3").chosen).toEqual({ kind: "score", score: 0.1 + 0.2 });
  });
});
