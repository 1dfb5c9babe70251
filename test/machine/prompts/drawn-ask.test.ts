import { describe, expect, it } from "vitest";
import type { QuestionView, Reply } from "../../../src/interview/ask.ts";
import { makeAsk } from "../../../src/machine/prompts/prompts.ts";
import { type MemoryTerminalOptions, memoryTerminal } from "./memory-terminal.ts";
import { AUDIENCE, ELEVEN, KILOMETRES } from "./views.ts";

function opened(options: MemoryTerminalOptions = {}, unicode = true) {
  const terminal = memoryTerminal(options);
  const ask = makeAsk({ ...terminal, unicode, paint: (_tone, text) => text, plain: false });
  return { terminal, ask };
}

const score = (value: number): Reply => ({ write: { kind: "score", score: value }, go: "on" });

describe("a question", () => {
  it("takes the terminal, and close gives it back", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    terminal.type("4\r");
    expect(await reply).toEqual(score(4));
    expect(terminal.modes).toEqual([true]);
    ask.close();
    expect(terminal.modes).toEqual([true, false]);
    expect(terminal.written().startsWith("\u001b[?2004h")).toBe(true);
    expect(terminal.written().endsWith("\u001b[?2004l\u001b[?25h")).toBe(true);
  });

  it("takes it again after close", async () => {
    const { terminal, ask } = opened();
    terminal.type("4\r");
    await ask.question(AUDIENCE);
    ask.close();
    const reply = ask.question(AUDIENCE);
    terminal.type("3\r");
    expect(await reply).toEqual(score(3));
    ask.close();
  });

  it("is drawn in one write a key, whatever the key", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    await terminal.shows("? help");
    for (const [keys, shown] of [
      ["4", "❯ 4"],
      ["\u001b[A", "❯ 3"],
      ["u", "❯ u"],
      ["g", "ground: seen"],
      ["?", "Why:"],
      ["?", "Ctrl-C"],
      ["r", "Type two numbers"],
      ["2", "range: 2_"],
      ["-", "range: 2-_"],
      ["4", "❯ r  2 to 4"],
      ["n", "Note on"],
      ["国", "  国"],
      ["\u001b[D", "\u001b["],
      ["\u001b[200~one\rtwo\u001b[201~", "  two国"],
      ["\r", "note: one / two国"],
    ]) {
      const before = terminal.writes.length;
      terminal.type(keys);
      await terminal.until(() => terminal.writes.slice(before).join("").includes(shown));
      await settled();
      expect(terminal.writes.length - before, `${JSON.stringify(keys)}`).toBe(1);
    }
    terminal.type("\r");
    expect(await reply).toEqual({
      write: { kind: "range", low: 2, high: 4, note: "one\ntwo国", basis: "seen" },
      go: "on",
    });
    ask.close();
  });

  it("keeps every key that was typed ahead, for the questions and notes that they were meant for", async () => {
    const { terminal, ask } = opened();
    terminal.type("4\rnlater\r10\r12.5\rq");
    expect(await ask.question(AUDIENCE)).toEqual(score(4));
    expect(await ask.question(ELEVEN)).toEqual({ write: { kind: "score", score: 10, note: "later" }, go: "on" });
    expect(await ask.question(KILOMETRES)).toEqual(score(12.5));
    expect(await ask.question(AUDIENCE)).toEqual({ go: "quit" });
    ask.close();
  });

  it("lets go of keys typed ahead of bad news, but not of Ctrl-C", async () => {
    const { terminal, ask } = opened();
    terminal.type("4\r3\r\u0003");
    expect(await ask.question(AUDIENCE)).toEqual(score(4));
    await settled();
    ask.say("The disk is full.", "bad");
    expect(await ask.choice({ message: "What next?", options: [{ value: 1, label: "Try again" }] })).toEqual({
      given: false,
      why: "stop",
    });
    ask.close();
  });
});

describe("leaving a question", () => {
  it.each<[what: string, keys: string, reply: Reply]>([
    ["Ctrl-C writes nothing", "4\u0003", { go: "stop" }],
    ["Ctrl-C in a note writes nothing", "4nhello\u0003", { go: "stop" }],
    ["Ctrl-D writes what was chosen", "4\u0004", { write: { kind: "score", score: 4 }, go: "quit" }],
    [
      "Ctrl-D in a note writes it as far as it is",
      "nhel\u0004",
      { write: { kind: "unanswered", note: "hel" }, go: "quit" },
    ],
    ["s writes the note alone", "4nhello\rs", { write: { kind: "unanswered", note: "hello" }, go: "on" }],
    ["b writes the note alone", "nhello\rb", { write: { kind: "unanswered", note: "hello" }, go: "back" }],
    [
      "q writes the note beside what was chosen",
      "4nhello\rq",
      { write: { kind: "score", score: 4, note: "hello" }, go: "quit" },
    ],
    ["evidence is kept in the same way", "eSurvey\rs", { write: { kind: "unanswered", evidence: "Survey" }, go: "on" }],
  ])("%s", async (_what, keys, expected) => {
    const { terminal, ask } = opened();
    terminal.type(keys);
    expect(await ask.question(AUDIENCE)).toEqual(expected);
    ask.close();
  });

  const noted: QuestionView = { ...AUDIENCE, existing: { kind: "score", score: 2, note: "old\nnote" } };

  it("an empty note removes it, and Enter saves that", async () => {
    const { terminal, ask } = opened();
    terminal.type("n\u0015\u007f\u0015\r\r");
    expect(await ask.question(noted)).toEqual({ write: { kind: "score", score: 2 }, go: "on" });
    ask.close();
  });

  it("a note that is only looked at changes nothing", async () => {
    const { terminal, ask } = opened();
    terminal.type("n\r\r");
    expect(await ask.question(noted)).toEqual({ go: "on" });
    ask.close();
  });

  it("the end of the input writes what was chosen, and every later question ends at once", async () => {
    const { terminal, ask } = opened({ isTTY: false });
    terminal.type("4");
    terminal.endInput();
    expect(await ask.question(AUDIENCE)).toEqual({ write: { kind: "score", score: 4 }, go: "quit" });
    expect(await ask.question(AUDIENCE)).toEqual({ go: "quit" });
    expect(await ask.line({ message: "Title" })).toEqual({ given: false, why: "quit" });
    ask.close();
  });

  it("a terminal that fails in reading stops", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    await terminal.shows("? help");
    terminal.breakInput();
    expect(await reply).toEqual({ go: "stop" });
    ask.close();
  });

  it("a terminal whose mode cannot be changed stops", async () => {
    const { ask } = opened({ isGone: true });
    expect(await ask.question(AUDIENCE)).toEqual({ go: "stop" });
    ask.close();
  });

  it("a terminal that fails in writing stops", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    await terminal.shows("? help");
    terminal.output.destroy(new Error("write EIO"));
    expect(await reply).toEqual({ go: "stop" });
    ask.close();
  });

  it("a signal stops the question that waits, and says where none does", async () => {
    const { terminal, ask } = opened();
    expect(ask.interrupt()).toBe(false);
    const reply = ask.question(AUDIENCE);
    await terminal.shows("? help");
    expect(ask.interrupt()).toBe(true);
    expect(await reply).toEqual({ go: "stop" });
    expect(ask.interrupt()).toBe(false);
    ask.close();
  });

  it("no matter how often Esc is pressed, it never goes anywhere", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    await terminal.shows("? help");
    terminal.type("\u001b\u001b\u001b");
    terminal.type("\u001bb\u001bq\u001bs");
    terminal.type("4\r");
    expect(await reply).toEqual(score(4));
    ask.close();
  });
});

describe("the window", () => {
  it.each([
    [24, "\nNatural History Museum"],
    [21, "\nNatural History Museum"],
    [20, "Natural History Museum"],
  ])("of %i rows leaves a line empty above the screen if it has one left", async (rows, start) => {
    const { terminal, ask } = opened();
    terminal.resize(80, rows);
    const reply = ask.question(ELEVEN);
    await terminal.shows("? help");
    expect(terminal.written().replace("\u001b[?2004h", "").startsWith(start)).toBe(true);
    terminal.type("s");
    await reply;
    ask.close();
  });

  it("is emptied and drawn anew in another size, in one write", async () => {
    const { terminal, ask } = opened();
    const reply = ask.question(AUDIENCE);
    await terminal.shows("? help");
    const before = terminal.writes.length;
    terminal.resize(40, 15);
    await terminal.until(() => terminal.writes.length > before);
    await settled();
    const drawn = terminal.writes.slice(before);
    expect(drawn).toHaveLength(1);
    expect(drawn[0].startsWith("\u001b[H\u001b[J")).toBe(true);
    expect(drawn[0]).toContain("g ground  ? help\u001b");
    terminal.type("s");
    await reply;
    ask.close();
  });

  it.each(["choice", "choices", "line"] as const)("is drawn anew for a %s too", async (kind) => {
    const { terminal, ask } = opened();
    const options = ["one", "two"].map((label) => ({ value: label, label }));
    const given = ask[kind]({
      message: "What is it?",
      options,
      selected: ["one"] as never,
      existing: "some text",
    } as never);
    await terminal.shows("What is it?");
    const before = terminal.writes.length;
    terminal.resize(40, 15);
    await terminal.until(() => terminal.writes.slice(before).join("").includes("What is it?"));
    expect(terminal.writes[before].startsWith("\u001b[H\u001b[J")).toBe(true);
    terminal.type("\r");
    expect(await given).toMatchObject({ given: true });
    ask.close();
  });
});

describe("inquirer's own prompts", () => {
  const options = [
    { value: "a", label: "First\u001b[2J", explanation: "Goes before." },
    { value: "b", label: "Second" },
    { value: "c", label: "Third" },
  ];

  it("let choose from a list, with one selected at first", async () => {
    const { terminal, ask } = opened();
    const given = ask.choice({ message: "Which?", options, selected: "b" });
    await terminal.shows("Ctrl-D quits");
    expect(terminal.written()).toContain("❯ Second");
    expect(terminal.written()).toContain("First<U+001B>[2J");
    terminal.type("\u001b[B\r");
    expect(await given).toEqual({ given: true, value: "c" });
    expect(terminal.written()).toContain("✔ Which? Third\n");
    ask.close();
  });

  it("break a long message, its hint and the keys between words, and what is typed then has a line of its own", async () => {
    const { terminal, ask } = opened();
    terminal.resize(30, 24);
    const message = "What is to be decided, in a few words?";
    const hint = "For instance: Family learning";
    const typed = ask.line({ message, hint });
    await terminal.shows("❯");
    expect(terminal.written()).toContain(
      "? What is to be decided, in a\n  few words?\n  For instance: Family\n  learning\n❯",
    );
    terminal.type("Zoo\r");
    expect(await typed).toEqual({ given: true, value: "Zoo" });
    const chosen = ask.choice({ message, hint, options });
    await terminal.shows("Ctrl-D quits");
    expect(terminal.written()).toContain("Arrows move   Enter chooses\nCtrl-D quits");
    terminal.type("\r");
    await chosen;
    expect(terminal.written()).toContain("✔ What is to be decided, in a\n  few words? First<U+001B>[2J\n");
    ask.close();
  });

  it("let mark several, but no more than are wanted", async () => {
    const { terminal, ask } = opened({}, false);
    const given = ask.choices({ message: "Which?", options, selected: ["a"], atMost: 2 });
    await terminal.shows("Space marks");
    expect(terminal.written()).toContain(">[x] First");
    terminal.type("\u001b[B \u001b[B \r");
    await terminal.shows("At most 2");
    terminal.type(" \r");
    expect(await given).toEqual({ given: true, value: ["a", "b"] });
    expect(terminal.written()).toContain("ok Which? First<U+001B>[2J, Second\n");
    ask.close();
  });

  it("let type a line, which may be there already, and is checked", async () => {
    const { terminal, ask } = opened();
    const check = (text: string) => (text === "" ? "It needs a title." : undefined);
    const given = ask.line({ message: "Title", existing: "Old", hint: "a few words", check });
    await terminal.shows("Old");
    terminal.type("\u0015\r");
    await terminal.shows("It needs a title.");
    terminal.type("Ne国w\u001b[D\u001b[D\u007f'\r");
    expect(await given).toEqual({ given: true, value: "N'国w" });
    ask.close();
  });

  it("take a paste into a line as one line, and none into a list", async () => {
    const { terminal, ask } = opened();
    terminal.type("\u001b[200~one\rtwo\u0007\u001b[201~\r");
    expect(await ask.line({ message: "Title" })).toEqual({ given: true, value: "one two" });
    const given = ask.choice({ message: "Which?", options });
    await terminal.shows("❯ First");
    terminal.type("\u001b[200~Third\r\u001b[201~\r");
    expect(await given).toEqual({ given: true, value: "a" });
    ask.close();
  });

  it.each([
    ["\u0004", "quit"],
    ["\u0003", "stop"],
  ] as const)("leave on %j", async (key, why) => {
    const { terminal, ask } = opened();
    terminal.type(key.repeat(4));
    expect(await ask.choice({ message: "Which?", options })).toEqual({ given: false, why });
    expect(await ask.choices({ message: "Which?", options })).toEqual({ given: false, why });
    expect(await ask.line({ message: "Which?" })).toEqual({ given: false, why });
    expect(await ask.lines({ message: "Which?" })).toEqual({ given: false, why });
    ask.close();
  });

  it("have what was typed ahead of them", async () => {
    const { terminal, ask } = opened();
    terminal.type("\u001b[B\r \u001b[B \rFamily learning\rZoo\rMuseum\r\r");
    expect(await ask.choice({ message: "Which?", options })).toEqual({ given: true, value: "b" });
    expect(await ask.choices({ message: "Which?", options })).toEqual({ given: true, value: ["a", "b"] });
    expect(await ask.line({ message: "Title" })).toEqual({ given: true, value: "Family learning" });
    expect(await ask.lines({ message: "Names" })).toEqual({ given: true, value: ["Zoo", "Museum"] });
    ask.close();
  });
});

describe("several lines", () => {
  it("are typed or pasted, one a line, without blank ones", async () => {
    const { terminal, ask } = opened();
    const given = ask.lines({ message: "Who could it be?", hint: "names" });
    await terminal.shows("Who could it be? (names)");
    terminal.type("\u001b[200~Zoo\r\r 国立博物館 \rRadio\u001b[201~\r\r");
    expect(await given).toEqual({ given: true, value: ["Zoo", "国立博物館", "Radio"] });
    expect(terminal.written()).toContain("✔ Who could it be? Zoo / 国立博物館 / Radio\n");
    ask.close();
  });

  it("are checked together", async () => {
    const { terminal, ask } = opened();
    const check = (text: string) => (text.trim() === "" ? "Name at least one." : undefined);
    const given = ask.lines({ message: "Who?", check });
    terminal.type("\r");
    await terminal.shows("Name at least one.");
    terminal.type("Zoo\r\r");
    expect(await given).toEqual({ given: true, value: ["Zoo"] });
    ask.close();
  });
});

describe("what is said", () => {
  it("has a mark for what it means, and wraps at the window", async () => {
    const { terminal, ask } = opened();
    terminal.resize(30, 24);
    ask.say("Natural History Museum, Audience: 4", "good");
    ask.say("The disk is full.", "bad");
    ask.say("Two are alike.", "warning");
    ask.say("Go on with Enter.", "quiet");
    ask.say("How to score", "heading");
    ask.say("Score what you have seen, not what you hope.", "item");
    ask.say("\u001b[2JPlain");
    expect(terminal.written()).toMatchInlineSnapshot(`
      "✔ Natural History Museum,
        Audience: 4
      ✗ The disk is full.
      ! Two are alike.
      Go on with Enter.

      How to score
      - Score what you have seen,
        not what you hope.
      <U+001B>[2JPlain
      "
    `);
  });

  it("has a word in ASCII", () => {
    const { terminal, ask } = opened({}, false);
    ask.say("Zoo, Audience: 4", "good");
    ask.say("The disk is full.", "bad");
    expect(terminal.written()).toBe("ok Zoo, Audience: 4\nx The disk is full.\n");
  });
});

/** Everything that was on its way has been written. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
