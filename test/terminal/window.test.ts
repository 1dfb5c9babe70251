import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { folderWith, obeyed } from "../e2e/program.ts";
import type { Size, Terminal } from "../pseudo-terminal.ts";
import {
  answersIn,
  asks,
  atTerminal,
  CLEAR_WINDOW,
  confirmed,
  FIT,
  NARROW,
  NEAR,
  neighbours,
  SMALL,
  TRUST,
  USUAL,
} from "./at-terminal.ts";

const INTERVIEW = ["interview", "partners.yaml", "--order", "partner"];
const HELP = /\? help/;
const ESCAPE = "\u001b";
/** What moves or hides the cursor, empties a line, or has pastes marked. */
const MOVES = new RegExp(String.raw`${ESCAPE}\[(?:\d*[A-HJKG]|\?(?:25|2004)[hl])|\r\n?`, "g");
const COLOUR = new RegExp(String.raw`${ESCAPE}\[\d+m`);

/** Gives the window another size, and waits until it is drawn anew. */
async function resized(terminal: Terminal, size: Size): Promise<void> {
  const before = terminal.written().length;
  terminal.resize(size);
  await terminal.until((window) => terminal.written().includes(CLEAR_WINDOW, before) && HELP.test(window));
}

it("a window that changes its size in the middle holds the question once, whole, and no piece of the old one", async () => {
  const folder = neighbours("Zoo");
  const terminal = atTerminal(INTERVIEW, { folder, size: USUAL });
  await asks(terminal, "Zoo", FIT);
  terminal.type("7\r3\r");
  await asks(terminal, "Zoo", TRUST);
  terminal.type("4");
  await terminal.shows("❯ 4");
  for (const size of [SMALL, NARROW, USUAL, SMALL]) {
    await resized(terminal, size);
    const lines = terminal.window();
    const shown = lines.join("\n");
    expect(shown.split("Zoo")).toHaveLength(2);
    expect(shown.split(TRUST)).toHaveLength(2);
    expect(shown.split("❯ 4  Most do.")).toHaveLength(2);
    expect(shown.split("? help")).toHaveLength(2);
    expect(lines.slice(0, 2)).toContain("Zoo");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThan(size.columns);
  }
  terminal.type("\r");
  expect(await terminal.ended).toBe(0);
  expect(answersIn(folder)).toEqual({ Zoo: { fit: 7, near: 3, trust: 4 } });
});

describe.each([USUAL, SMALL, NARROW])("a window of $columns by $rows", (size) => {
  const WIDE = "国立科学博物館・北分館と友の会の連絡協議会";
  const HOSTILE = "Evil \u001b[31mred\u001b[0m \u0007\u202eoverride\u001b]0;title\u0007";

  it.each([
    ["in wide characters", WIDE],
    ["full of escape sequences", HOSTILE],
  ])("holds each question about a name %s, and obeys nothing in it", async (_what, name) => {
    const folder = neighbours(name, "Zoo");
    const terminal = atTerminal(INTERVIEW, { folder, size, environment: { NO_COLOR: "1" } });
    const isAsked = (question: string) => (window: string) => window.includes(question) && HELP.test(window);
    for (const [question, keys] of [
      [FIT, "7\r"],
      [NEAR.slice(0, 14), "12\r"],
      [TRUST, "n国\r4\r"],
    ]) {
      await terminal.until(isAsked(question));
      expect(Math.max(...terminal.window().map((line) => stringWidth(line)))).toBeLessThan(size.columns);
      terminal.type(keys);
    }
    await asks(terminal, "Zoo", FIT);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    // What the program itself moves the cursor with is all that there is to obey.
    const drawn = terminal.written().replaceAll(MOVES, "");
    expect(obeyed(drawn)).toEqual([]);
    if (name === HOSTILE) expect(terminal.everything()).toContain("<U+001B>[31mred<U+001B>[0m");
    expect(Object.values(answersIn(folder))[0]).toEqual({ fit: 7, near: 12, trust: { score: 4, note: "国" } });
  });

  it("holds each of the ten questions, its five anchors or as much of them as fits, and the keys", async () => {
    const folder = folderWith({ "partners.yaml": "candidates:\n  - name: Zoo\n" });
    const terminal = atTerminal(INTERVIEW, { folder, size });
    for (let answered = 0; answered < 10; answered += 1) {
      await terminal.until((window) => confirmed(terminal).length === answered && HELP.test(window));
      terminal.type("4");
      // To the last line: a window may be read while it is drawn.
      await terminal.until((window) => window.includes("❯ 4  ") && HELP.test(window));
      const lines = terminal.window();
      expect(lines.filter((line) => /^. [1-5u] /.test(line)).map((line) => line[2])).toEqual([..."12345u"]);
      expect(lines.filter((line) => line === "Zoo")).toHaveLength(1);
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThan(size.columns);
      terminal.type("\r");
    }
    expect(await terminal.ended).toBe(0);
    expect(Object.values(answersIn(folder).Zoo as object)).toEqual(Array(10).fill(4));
  });
});

it("colour comes in a terminal, and none under NO_COLOR or --no-color", async () => {
  const folder = neighbours("Zoo");
  const seen = async (parameters: readonly string[], environment: Readonly<Record<string, string>>) => {
    const terminal = atTerminal([...INTERVIEW, ...parameters], { folder, environment });
    await asks(terminal, "Zoo", FIT);
    terminal.type("u7q");
    expect(await terminal.ended).toBe(0);
    return COLOUR.test(terminal.written());
  };
  expect(await seen([], {})).toBe(true);
  expect(await seen(["--all"], { NO_COLOR: "1" })).toBe(false);
  expect(await seen(["--all", "--no-color"], {})).toBe(false);
});

it.each([
  ["a locale without UTF-8", [], { LC_ALL: "C" }],
  ["--ascii", ["--ascii"], {}],
])(
  "under %s the program itself draws with ASCII, and asks and saves the same",
  async (_what, parameters, environment) => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(["interview", "partners.yaml", ...parameters], { folder, environment });
    await asks(terminal, "Zoo", FIT);
    terminal.type("7");
    await terminal.shows(">  7");
    terminal.type("\r");
    await terminal.shows("ok Zoo, Fit: 7");
    await asks(terminal, "Zoo", NEAR);
    terminal.type("3\r4\r");
    expect(await terminal.ended).toBe(0);
    expect(terminal.everything()).toContain("1 ranked.");
    expect([...terminal.written()].filter((character) => character > "~")).toEqual([]);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7, near: 3, trust: 4 } });
  },
);
