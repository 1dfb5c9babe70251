import { beforeAll, describe, expect, it, vi } from "vitest";
import { isGivenBack, paste, type Size, start } from "../../pseudo-terminal.ts";
import { bundledDriver, commandFor, openTerminal } from "./terminal.ts";
import { AUDIENCE, ELEVEN, KILOMETRES } from "./views.ts";

/** In a pseudo-terminal, as a person would sit before it. Each step waits for what the window shows. */

// On a busy machine; nothing here asserts a time.
const PATIENCE = { timeout: 30_000 };
vi.setConfig({ testTimeout: PATIENCE.timeout });

beforeAll(async () => {
  await bundledDriver();
}, 30_000);

const THREE = { questions: [AUDIENCE, ELEVEN, KILOMETRES] };
const SMALL: Size = { columns: 40, rows: 15 };

describe("in a real terminal", () => {
  it("three questions are answered one after the other, and only what was said of them stays", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("Who are the groups");
    terminal.type("4");
    await terminal.shows("❯ 4");
    terminal.type("\r");
    await terminal.shows("How well do we fit?");
    terminal.type("\u001b[B\u001b[B");
    await terminal.shows("❯  1");
    terminal.type("\r");
    await terminal.shows("How many kilometres");
    terminal.type("12.5\r");
    await terminal.ended;
    expect(terminal.told()).toEqual([
      { write: { kind: "score", score: 4 }, go: "on" },
      { write: { kind: "score", score: 1 }, go: "on" },
      { write: { kind: "score", score: 12.5 }, go: "on" },
      0,
    ]);
    expect(terminal.everything().trimEnd()).toBe(
      "✔ Audience is answered.\n✔ Fit is answered.\n✔ Distance is answered.",
    );
    expect(isGivenBack(terminal.written())).toBe(true);
  });

  it("keys typed ahead in one burst answer the questions that they were meant for", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("Who are the groups");
    terminal.type("4\r10\rnfar\r\u001b[B\r");
    await terminal.ended;
    expect(terminal.told()).toEqual([
      { write: { kind: "score", score: 4 }, go: "on" },
      { write: { kind: "score", score: 10 }, go: "on" },
      { write: { kind: "unknown", note: "far" }, go: "on" },
      0,
    ]);
  });

  it("keys typed before the program asks are not lost", async () => {
    const terminal = await openTerminal(THREE);
    terminal.type("4\r10\r");
    await terminal.shows("How many kilometres");
    expect(terminal.told()).toHaveLength(2);
    terminal.type("q");
    await terminal.ended;
  });

  it("a paste into a note keeps its lines", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("Who are the groups");
    terminal.type("n");
    await terminal.shows("Note on Natural History Museum, Audience");
    terminal.type(paste("hello note\r\nzweite Zeile, über 国立\nthird"));
    await terminal.shows("third");
    terminal.type("\r");
    await terminal.shows("note: hello note / zweite Zeile, über 国立 / third");
    terminal.type("5q");
    await terminal.ended;
    expect(terminal.told()).toEqual([
      { write: { kind: "score", score: 5, note: "hello note\nzweite Zeile, über 国立\nthird" }, go: "quit" },
      0,
    ]);
  });

  it("the cursor stands where the next letter of a note goes", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("Who are the groups");
    terminal.type("n");
    await terminal.shows("Note on");
    terminal.type(`${paste("国立 one\ntwo")}\u001b[A\u001b[D`);
    const isThere = () => terminal.cursor().row === terminal.window().indexOf("  国立 one");
    await terminal.until(() => isThere() && terminal.cursor().column === "  国立".length + 2);
    terminal.type("X");
    await terminal.shows("  国立X one");
    terminal.type("\u0003");
    await terminal.ended;
  });

  it("a paste into the scale is no key", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("Who are the groups");
    terminal.type(paste("4\rquit\rb"));
    await terminal.shows("Pasted text is no answer");
    terminal.type("\u0003");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ go: "stop" }, 130]);
  });

  it("a list is pasted one a line", async () => {
    const terminal = await openTerminal({ lines: "Who could it be?" });
    await terminal.shows("Who could it be?");
    terminal.type(paste("Zoo\rRadio Este\r国立博物館"));
    await terminal.shows("国立博物館");
    terminal.type("\r\r");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ given: true, value: ["Zoo", "Radio Este", "国立博物館"] }, 0]);
  });
});

describe("leaving", () => {
  it("Ctrl-C stops, with 130", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("? help");
    terminal.type("4\u0003");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ go: "stop" }, 130]);
    expect(isGivenBack(terminal.written())).toBe(true);
  });

  it("Ctrl-D quits with what was chosen, though a timer runs", async () => {
    const terminal = await openTerminal({ ...THREE, timer: true });
    await terminal.shows("? help");
    terminal.type("4\u0004");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ write: { kind: "score", score: 4 }, go: "quit" }, 0]);
    expect(isGivenBack(terminal.written())).toBe(true);
  });

  it.each([
    ["\u0003", { given: false, why: "stop" }],
    ["\u0004", { given: false, why: "quit" }],
  ])("%j leaves a list too, though a timer runs", async (key, given) => {
    const terminal = await openTerminal({ choice: ["one", "two"], timer: true });
    await terminal.shows("Ctrl-D quits");
    terminal.type(key);
    await terminal.ended;
    expect(terminal.told()).toEqual([given, 0]);
    expect(isGivenBack(terminal.written())).toBe(true);
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])("%s gives the terminal back", async (name, status) => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("? help");
    terminal.signal(name);
    await terminal.ended;
    expect(terminal.told()).toEqual([status]);
    expect(isGivenBack(terminal.written())).toBe(true);
  });

  it("SIGINT from elsewhere stops the question that waits", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("? help");
    terminal.signal("SIGINT");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ go: "stop" }, 130]);
  });

  it("a closed window ends the program, and no error is left behind", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("? help");
    terminal.closeWindow();
    await vi.waitUntil(() => typeof terminal.told().at(-1) === "number", PATIENCE);
    // The end of the input and the signal race each other.
    expect([[129], [{ go: "stop" }, 129], [{ go: "stop" }, 130]]).toContainEqual(terminal.told());
  });

  it("a closed window stops the question that waits, where the program outlives it", async () => {
    const terminal = await openTerminal({ ...THREE, ignoresHangup: true });
    await terminal.shows("? help");
    terminal.type("4");
    await terminal.shows("❯ 4");
    terminal.closeWindow();
    await vi.waitUntil(() => terminal.told().length === 2, PATIENCE);
    expect(terminal.told()).toEqual([{ go: "stop" }, 130]);
  });

  it("Ctrl-Z sleeps and fg wakes, with the question as it was", async () => {
    const { command, told } = await commandFor({ questions: [ELEVEN] });
    const terminal = start("bash", ["--norc", "-i"], { columns: 80, rows: 24 });
    const isReady = () => terminal.until((window) => window.trimEnd().endsWith("ready>"));
    terminal.type(`PS1='ready> '; ${command.map((part) => `'${part}'`).join(" ")}\r`);
    await terminal.shows("? help");
    terminal.type("7");
    await terminal.shows("❯  7");
    terminal.type("\u001a");
    await terminal.shows("Stopped");
    await isReady();
    expect(isGivenBack(terminal.written().slice(0, terminal.written().indexOf("Stopped")))).toBe(true);
    terminal.type("echo as$((1+1))usual\r");
    await terminal.shows("as2usual");
    terminal.type("fg\r");
    await terminal.shows("❯  7");
    terminal.type("\r");
    await terminal.shows("Fit is answered.");
    await isReady();
    expect(told()).toEqual([{ write: { kind: "score", score: 7 }, go: "on" }, 0]);
    terminal.type("exit\r");
    await terminal.ended;
  });

  it("Ctrl-Z where no shell could wake it again only draws anew", async () => {
    const terminal = await openTerminal({ questions: [ELEVEN] });
    await terminal.shows("? help");
    terminal.type("7\u001a");
    await terminal.until(() => terminal.written().includes("\u001b[H\u001b[J") && terminal.window().includes("❯  7"));
    terminal.type("8");
    await terminal.shows("❯  8");
    terminal.type("\r");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ write: { kind: "score", score: 8 }, go: "on" }, 0]);
  });

  it("a program that was stopped by another and goes on draws anew", async () => {
    const terminal = await openTerminal({ questions: [ELEVEN] });
    await terminal.shows("? help");
    terminal.type("7");
    await terminal.shows("❯  7");
    terminal.signal("SIGSTOP");
    terminal.signal("SIGCONT");
    await terminal.until(() => terminal.written().includes("\u001b[H\u001b[J"));
    await terminal.shows("❯  7");
    terminal.type("q");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ write: { kind: "score", score: 7 }, go: "quit" }, 0]);
  });
});

describe("the window", () => {
  const sizes: readonly Size[] = [{ columns: 80, rows: 24 }, SMALL, { columns: 30, rows: 24 }];

  it.each(sizes)("of $columns by $rows holds the whole question, once", async (size) => {
    const terminal = await openTerminal(THREE, size);
    await terminal.shows("? help");
    terminal.type("54321");
    await terminal.shows("❯ 1");
    expect(terminal.everything().split("Natural History Museum")).toHaveLength(2);
    expect(terminal.window().slice(0, 2)).toContain("Natural History Museum");
    expect(terminal.window().at(-1)).toBe("");
    terminal.type("\u0003");
    await terminal.ended;
  });

  it("may change its size in the middle, and no half of the old screen stays", async () => {
    const terminal = await openTerminal(THREE);
    await terminal.shows("? help");
    terminal.type("5");
    await terminal.shows("❯ 5");
    for (const size of [SMALL, { columns: 30, rows: 24 }, { columns: 120, rows: 30 }, SMALL]) {
      terminal.resize(size);
      await terminal.until((window) => fits(window, size));
      expect(terminal.window().join("\n").split("Natural History Museum")).toHaveLength(2);
      expect(terminal.window().join("\n").split("❯ 5")).toHaveLength(2);
    }
    terminal.type("\r");
    await terminal.shows("How well");
    terminal.type("q");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ write: { kind: "score", score: 5 }, go: "on" }, { go: "quit" }, 0]);
  });

  it("may change its size while a note is written and while a list is shown", async () => {
    const terminal = await openTerminal({ choice: ["one", "two"], ...THREE });
    await terminal.shows("Ctrl-D quits");
    terminal.resize(SMALL);
    await terminal.until((window) => window.trimStart().startsWith("? Which?") && window.includes("❯ one"));
    expect(terminal.window().join("\n").split("Which?")).toHaveLength(2);
    terminal.type("\r");
    await terminal.shows("Who are the groups");
    terminal.type("n");
    await terminal.shows("Note on");
    terminal.type("国立科学博物館の友の会と国立科学博物館の友の会");
    await terminal.shows("の友の会と");
    terminal.resize({ columns: 24, rows: 15 });
    await terminal.until(
      (window) => window.trimStart().startsWith("Note on") && window.includes("国立科学博物館の友の\n  会と"),
    );
    terminal.type("\rs");
    await terminal.shows("How well");
    terminal.type("\u0003");
    await terminal.ended;
  });

  /** What AUDIENCE looks like with its fifth answer chosen, as far as a size tells it from others. */
  function fits(window: string, { columns, rows }: Size): boolean {
    const lines = window.split("\n");
    const isWrapped = columns < 72 === !window.includes("community served by the partner?\n- ") || columns >= 72;
    const isAtTop = lines.slice(0, 2).includes("Natural History Museum");
    return lines.length === rows && isAtTop && isWrapped && /\? help/.test(window);
  }
});

describe("plain mode in a real terminal", () => {
  it.each<Size>([
    { columns: 80, rows: 24 },
    { columns: 30, rows: 10 },
  ])("of $columns by $rows asks, takes lines typed ahead, and never moves the cursor", async (size) => {
    const terminal = await openTerminal({ ...THREE, plain: true }, size);
    await terminal.shows("Answer:");
    terminal.type("n später\n4\n7-9\n12.5\n");
    await terminal.ended;
    expect(terminal.written()).not.toContain("\u001b");
    expect(terminal.told()).toEqual([
      { write: { kind: "score", score: 4, note: "später" }, go: "on" },
      { write: { kind: "range", low: 7, high: 9 }, go: "on" },
      { write: { kind: "score", score: 12.5 }, go: "on" },
      0,
    ]);
  });

  it("Ctrl-D quits, and keeps a note", async () => {
    const terminal = await openTerminal({ ...THREE, plain: true });
    await terminal.shows("Answer:");
    terminal.type("n later\n\u0004");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ write: { kind: "unanswered", note: "later" }, go: "quit" }, 0]);
  });

  it("Ctrl-C stops", async () => {
    const terminal = await openTerminal({ ...THREE, plain: true });
    await terminal.shows("Answer:");
    terminal.type("\u0003");
    await terminal.ended;
    expect(terminal.told()).toEqual([{ go: "stop" }, 130]);
  });

  it("a closed window ends the program, and no error is left behind", async () => {
    const terminal = await openTerminal({ ...THREE, plain: true });
    await terminal.shows("Answer:");
    terminal.closeWindow();
    await vi.waitUntil(() => typeof terminal.told().at(-1) === "number", PATIENCE);
    // The end of the input and the signal race each other.
    expect([[129], [{ go: "stop" }, 129], [{ go: "stop" }, 130]]).toContainEqual(terminal.told());
  });

  it("a closed window stops the question that waits, where the program outlives it", async () => {
    const terminal = await openTerminal({ ...THREE, plain: true, ignoresHangup: true });
    await terminal.shows("Answer:");
    terminal.closeWindow();
    await vi.waitUntil(() => terminal.told().length === 2, PATIENCE);
    expect(terminal.told()).toEqual([{ go: "stop" }, 130]);
  });
});
