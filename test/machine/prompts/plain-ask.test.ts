import { describe, expect, it } from "vitest";
import type { QuestionView, Reply } from "../../../src/interview/ask.ts";
import { makeAsk } from "../../../src/machine/prompts/prompts.ts";
import { memoryTerminal } from "./memory-terminal.ts";
import { AUDIENCE, ELEVEN, KILOMETRES } from "./views.ts";

function opened(columns = 80) {
  const terminal = memoryTerminal({ isTTY: false });
  terminal.resize(columns, 24);
  const ask = makeAsk({ ...terminal, unicode: true, paint: (_tone, text) => text, plain: true });
  return { terminal, ask };
}

/** What a question comes to when these lines are typed. */
async function reply(view: QuestionView, ...lines: readonly string[]) {
  const { terminal, ask } = opened();
  terminal.type(lines.map((line) => `${line}\n`).join(""));
  const given = await ask.question(view);
  ask.close();
  return { given, written: terminal.written() };
}

const score = (value: number) => ({ kind: "score", score: value });
const FOUR: QuestionView = { ...AUDIENCE, existing: { kind: "score", score: 4, note: "old\nnote", basis: "told" } };
const FIRST: QuestionView = { ...AUDIENCE, canGoBack: false };

describe("a typed answer", () => {
  it.each<[what: string, view: QuestionView, lines: readonly string[], reply: Reply]>([
    ["a number is the answer", AUDIENCE, ["4"], { write: score(4), go: "on" } as Reply],
    ["space around it does not matter", AUDIENCE, ["  4 "], { write: score(4), go: "on" } as Reply],
    ["a range is one", AUDIENCE, ["2-4"], { write: { kind: "range", low: 2, high: 4 }, go: "on" }],
    [
      "a range may be written with its key",
      AUDIENCE,
      ["r 2 - 4"],
      { write: { kind: "range", low: 2, high: 4 }, go: "on" },
    ],
    ["u is unknown", AUDIENCE, ["u"], { write: { kind: "unknown" }, go: "on" }],
    ["the word unknown too", AUDIENCE, ["Unknown"], { write: { kind: "unknown" }, go: "on" }],
    ["a fraction, where the answer is a number", KILOMETRES, ["12.5"], { write: score(12.5), go: "on" } as Reply],
    ["a fraction with a comma", KILOMETRES, ["12,5"], { write: score(12.5), go: "on" } as Reply],
    ["an empty line keeps what is written", FOUR, [""], { go: "on" }],
    ["s leaves it open", AUDIENCE, ["s"], { go: "on" }],
    ["b goes back", AUDIENCE, ["b"], { go: "back" }],
    ["q leaves", AUDIENCE, ["q"], { go: "quit" }],
    [
      "a note and then an answer",
      AUDIENCE,
      ["n They promised figures", "3"],
      { write: { ...score(3), note: "They promised figures" }, go: "on" } as Reply,
    ],
    [
      "n alone asks for the note, which is then no answer",
      AUDIENCE,
      ["n", "4", "3"],
      { write: { ...score(3), note: "4" }, go: "on" } as Reply,
    ],
    ["an empty note removes it", FOUR, ["n", "", ""], { write: { ...score(4), basis: "told" }, go: "on" } as Reply],
    [
      "evidence goes in the same way",
      AUDIENCE,
      ["e Visitor survey", "3"],
      { write: { ...score(3), evidence: "Visitor survey" }, go: "on" } as Reply,
    ],
    [
      "a ground is one of four words",
      AUDIENCE,
      ["g read", "3"],
      { write: { ...score(3), basis: "read" }, go: "on" } as Reply,
    ],
    [
      "none takes the ground away",
      FOUR,
      ["g none", ""],
      { write: { ...score(4), note: "old\nnote" }, go: "on" } as Reply,
    ],
    ["g alone asks for it", AUDIENCE, ["g", "seen", "3"], { write: { ...score(3), basis: "seen" }, go: "on" } as Reply],
    ["q keeps a note", AUDIENCE, ["n later", "q"], { write: { kind: "unanswered", note: "later" }, go: "quit" }],
    ["b keeps a note", AUDIENCE, ["n later", "b"], { write: { kind: "unanswered", note: "later" }, go: "back" }],
    ["s keeps a note", AUDIENCE, ["n later", "s"], { write: { kind: "unanswered", note: "later" }, go: "on" }],
  ])("%s", async (_what, view, lines, expected) => {
    expect((await reply(view, ...lines)).given).toEqual(expected);
  });

  it.each<[what: string, view: QuestionView, line: string, said: string]>([
    ["a number beyond the scale", AUDIENCE, "7", "7 is not on the scale: answers go from 1 to 5."],
    ["a word", AUDIENCE, "good", "Type a number from 1 to 5, or a range such as 2-4."],
    ["a range the wrong way round", AUDIENCE, "4-2", "Write the lower number first: 2-4."],
    ["the whole scale", AUDIENCE, "1-5", "1-5 is the whole scale, which says nothing: type u for unknown."],
    [
      "nothing, where nothing is written",
      AUDIENCE,
      "",
      "Type a number from 1 to 5, u for unknown, or s to leave it open.",
    ],
    ["back at the first question", FIRST, "b", "This is the first question: there is none to go back to."],
    ["a ground that is none", AUDIENCE, "g heard", "The ground is one of these: seen, read, told, guess or none."],
    ["help", AUDIENCE, "?", "Probe: Who came last month, and from where?\n"],
  ])("%s is answered with a sentence, and asked again", async (_what, view, line, said) => {
    const { given, written } = await reply(view, line, "3");
    expect(given).toEqual({ write: score(3), go: "on" });
    expect(written).toContain(said);
    expect(written.split("Answer: ")).toHaveLength(3);
  });
});

describe("plain text", () => {
  it("says all about a question, the keys in full at first and in short afterwards", async () => {
    const { terminal, ask } = opened();
    terminal.type("4\n\n");
    await ask.question(AUDIENCE);
    ask.say("Natural History Museum, Audience: 4", "good");
    await ask.question(FOUR);
    ask.close();
    expect(terminal.written()).toMatchInlineSnapshot(`
      "
      Natural History Museum
      Question 3 of 10. 3 of 30 answered, 27 left.
      Who are the groups or segments of the community served by the partner?
      Score high where few of these people use the library now.
      1: They do not serve the people our purpose names, and have no plan to.
      2: They serve a few of those people, nearly all of whom we reach already by
      ourselves.
      3: They serve some of those people, and about half of them are new to us.
      4: They serve many of those people, and most of them are new to us.
      5: They serve a large share of those people, few of whom we reach, and are
      trusted by them.
      Type 1 to 5, a range such as 2-4, or u for unknown; then Enter.
      Also: n and a note, e and the evidence, g and the ground, b to go back, s to
      leave it open, q to save and quit, ? for help.
      Answer: OK: Natural History Museum, Audience: 4

      Natural History Museum
      Question 3 of 10. 3 of 30 answered, 27 left.
      Who are the groups or segments of the community served by the partner?
      Score high where few of these people use the library now.
      1: They do not serve the people our purpose names, and have no plan to.
      2: They serve a few of those people, nearly all of whom we reach already by
      ourselves.
      3: They serve some of those people, and about half of them are new to us.
      4: They serve many of those people, and most of them are new to us.
      5: They serve a large share of those people, few of whom we reach, and are
      trusted by them.
      Answer now: 4. Enter keeps it.
      Note: old / note
      Ground: told
      Type 1 to 5, u for unknown, or ? for help.
      Answer: "
    `);
  });

  it("says in help how to score, too", async () => {
    const { written } = await reply({ ...AUDIENCE, help: { ...AUDIENCE.help, rules: ["A 5 is rare."] } }, "?", "4");
    expect(written).toContain("Trap: A large number is not a new one.\nHow to score: A 5 is rare.\nType 1 to 5");
  });

  it("reads no list of numbers aloud that say nothing", async () => {
    const { written } = await reply(ELEVEN, "7");
    expect(written).toContain("How well do we fit?\nThe answer is a number from 0 to 10.\nType 0 to 10");
  });

  it("sets a heading apart, and what belongs to it below", () => {
    const { terminal, ask } = opened();
    ask.say("How to score", "heading");
    ask.say("A 5 is rare.", "item");
    ask.close();
    expect(terminal.written()).toBe("\nHow to score:\nA 5 is rare.\n");
  });

  it("fits a terminal of 30 columns", async () => {
    const { terminal, ask } = opened(30);
    terminal.type("?\n4\n");
    await ask.question(FOUR);
    for (const line of terminal.written().split(/\n|(?<=Answer:) /)) expect(line.length, line).toBeLessThanOrEqual(30);
  });

  it("moves no cursor, colours nothing, and keeps the terminal in its own mode", async () => {
    const { terminal, ask } = opened();
    terminal.type("?\nn\nnote\ng\nread\n4\n1\n1 2\nTitle\nZoo\n\n");
    const options = [
      { value: 1, label: "\u001b[2JOne" },
      { value: 2, label: "Two" },
    ];
    await ask.question(AUDIENCE);
    await ask.choice({ message: "Which?", options });
    await ask.choices({ message: "Which?", options });
    await ask.line({ message: "Title" });
    await ask.lines({ message: "Names" });
    ask.say("Done.", "good");
    ask.say("Not done.", "bad");
    ask.close();
    expect(terminal.written()).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(terminal.written()).not.toMatch(/[✔✗❯▇░]/);
    expect(terminal.modes).toEqual([]);
    expect(terminal.written()).toContain("OK: Done.\nProblem: Not done.\n");
  });
});

describe("the other questions", () => {
  const options = [
    { value: "a", label: "First", explanation: "Goes before." },
    { value: "b", label: "Second" },
  ];

  it("a choice is a number, or Enter for what is selected", async () => {
    const { terminal, ask } = opened();
    terminal.type("3\nfirst\n1\n\n");
    expect(await ask.choice({ message: "Which?", options })).toEqual({ given: true, value: "a" });
    expect(await ask.choice({ message: "Which?", options, selected: "b" })).toEqual({ given: true, value: "b" });
    expect(terminal.written()).toMatchInlineSnapshot(`
      "Which?
      1: First. Goes before.
      2: Second
      Type 1 to 2: Type a number from 1 to 2.
      Type 1 to 2: Type a number from 1 to 2.
      Type 1 to 2: Which?
      1: First. Goes before.
      2: Second
      Type 1 to 2, or Enter for 2: "
    `);
    ask.close();
  });

  it("what helps to answer comes after what is asked", async () => {
    const { terminal, ask } = opened();
    terminal.type("1\n1\nNew\n");
    await ask.choice({ message: "It is formal.", hint: "Who decides?", options });
    await ask.choices({ message: "Why?", hint: "Two at the most.", options });
    await ask.line({ message: "What is it?", hint: "A few words" });
    expect(terminal.written()).toContain("It is formal.\nWho decides?\n1: First");
    expect(terminal.written()).toContain("Why?\nTwo at the most.\n1: First");
    expect(terminal.written()).toMatch(/A few words\nWhat is it\? $/);
    ask.close();
  });

  it("a choice without anything selected needs a number", async () => {
    const { terminal, ask } = opened();
    terminal.type("\n2\n");
    expect(await ask.choice({ message: "Which?", options })).toEqual({ given: true, value: "b" });
    ask.close();
  });

  it("several are numbers, no more than are wanted", async () => {
    const { terminal, ask } = opened();
    terminal.type("1 2\n2,2\n\n\n0\n9\n1\n");
    expect(await ask.choices({ message: "Which?", options, atMost: 1 })).toEqual({ given: true, value: ["b"] });
    expect(await ask.choices({ message: "Which?", options })).toEqual({ given: true, value: [] });
    expect(await ask.choices({ message: "Which?", options, selected: ["a"] })).toEqual({ given: true, value: ["a"] });
    expect(await ask.choices({ message: "Which?", options, selected: ["a"] })).toEqual({ given: true, value: [] });
    expect(await ask.choices({ message: "Which?", options })).toEqual({ given: true, value: ["a"] });
    expect(terminal.written()).toContain("At most 1 can be chosen.");
    expect(terminal.written()).toContain("Type numbers from 1 to 2.");
    ask.close();
  });

  it("a line is kept, replaced or removed, and checked", async () => {
    const { terminal, ask } = opened();
    const check = (text: string) => (text === "no" ? "Say yes." : undefined);
    terminal.type("\nNew\n-\nno\nyes\n\n");
    expect(await ask.line({ message: "Title", existing: "Old" })).toEqual({ given: true, value: "Old" });
    expect(await ask.line({ message: "Title", existing: "Old" })).toEqual({ given: true, value: "New" });
    expect(await ask.line({ message: "Title", existing: "Old" })).toEqual({ given: true, value: "" });
    expect(await ask.line({ message: "Title", hint: "yes or no", check })).toEqual({ given: true, value: "yes" });
    expect(await ask.line({ message: "Title" })).toEqual({ given: true, value: "" });
    expect(terminal.written()).toContain("Say yes.");
    ask.close();
  });

  it("several lines end with an empty one; an empty one at first keeps what is there", async () => {
    const { terminal, ask } = opened();
    const check = (text: string) => (text === "" ? "Name at least one." : undefined);
    terminal.type("\nZoo\n 国立 \n\n\n");
    expect(await ask.lines({ message: "Names", check })).toEqual({ given: true, value: ["Zoo", "国立"] });
    expect(await ask.lines({ message: "Names", existing: "Zoo\nMuseum" })).toEqual({
      given: true,
      value: ["Zoo", "Museum"],
    });
    expect(terminal.written()).toContain("Name at least one.");
    ask.close();
  });
});

describe("leaving", () => {
  it("the end of the input quits, keeps a note, and ends every later question", async () => {
    const { terminal, ask } = opened();
    terminal.type("n later\n");
    terminal.endInput();
    expect(await ask.question(AUDIENCE)).toEqual({ write: { kind: "unanswered", note: "later" }, go: "quit" });
    expect(await ask.question(AUDIENCE)).toEqual({ go: "quit" });
    expect(await ask.choice({ message: "Which?", options: [] })).toEqual({ given: false, why: "quit" });
    expect(await ask.lines({ message: "Which?" })).toEqual({ given: false, why: "quit" });
  });

  it("the end of the input inside a note quits", async () => {
    const { terminal, ask } = opened();
    terminal.type("n\n");
    terminal.endInput();
    expect(await ask.question(AUDIENCE)).toEqual({ go: "quit" });
  });

  it("a signal stops the question that waits, and says where none does", async () => {
    const { ask } = opened();
    expect(ask.interrupt()).toBe(false);
    const reply = ask.question(AUDIENCE);
    expect(ask.interrupt()).toBe(true);
    expect(await reply).toEqual({ go: "stop" });
    ask.close();
  });

  it("a terminal that fails stops", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    terminal.breakInput();
    expect(await reply).toEqual({ go: "stop" });
  });

  it("lines typed ahead of bad news are let go", async () => {
    const { terminal, ask } = opened();
    terminal.type("4\n1\n");
    await ask.question(AUDIENCE);
    ask.say("The disk is full.", "bad");
    const given = ask.choice({ message: "What next?", options: [{ value: 1, label: "Retry" }] });
    terminal.type("x\n1\n");
    expect(await given).toEqual({ given: true, value: 1 });
    expect(terminal.written()).toContain("Type a number from 1 to 1.");
  });
});
