import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isGivenBack } from "../pseudo-terminal.ts";
import {
  answersIn,
  asks,
  asksPlainly,
  atTerminal,
  confirmed,
  FIT,
  leftBehind,
  NEAR,
  neighbours,
  TRUST,
} from "./at-terminal.ts";

const INTERVIEW = ["interview", "partners.yaml", "--order", "partner"];

describe("whoever leaves", () => {
  it("with q goes on the next day at the question where they stopped", async () => {
    const folder = neighbours("Zoo", "Radio Este");
    const first = atTerminal(INTERVIEW, { folder });
    await asks(first, "Zoo", FIT);
    first.type("7\r");
    await asks(first, "Zoo", NEAR);
    first.type("q");
    expect(await first.ended).toBe(0);
    expect(first.everything()).toContain("To go on: partner-score interview partners.yaml");
    expect(isGivenBack(first.written())).toBe(true);

    const second = atTerminal(INTERVIEW, { folder });
    await asks(second, "Zoo", NEAR);
    await second.shows("1/6 answered, 5 left");
    second.type("3\rq");
    expect(await second.ended).toBe(0);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7, near: 3 }, "Radio Este": {} });
  });

  it("with Ctrl-C ends with 130, keeps what was confirmed and nothing else, and has the cursor back", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    terminal.type("7\r");
    await asks(terminal, "Zoo", NEAR);
    terminal.type("12");
    await terminal.shows("❯ 12");
    terminal.type("\u0003");
    expect(await terminal.ended).toBe(130);
    expect(isGivenBack(terminal.written())).toBe(true);
    expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7"]);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
    expect(terminal.everything()).toContain("What you answered is saved in partners.yaml.");
  });

  it("with Ctrl-D ends with 0, and what was chosen is saved", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    terminal.type("7");
    await terminal.shows("❯  7");
    terminal.type("\u0004");
    expect(await terminal.ended).toBe(0);
    expect(isGivenBack(terminal.written())).toBe(true);
    expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7"]);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ])("because of %s leaves the terminal as it was", async (signal, status) => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    terminal.type("7\r");
    await asks(terminal, "Zoo", NEAR);
    terminal.signal(signal);
    expect(await terminal.ended).toBe(status);
    expect(isGivenBack(terminal.written())).toBe(true);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
  });

  it("by closing the window loses nothing that was confirmed", async () => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal(INTERVIEW, { folder });
    await asks(terminal, "Zoo", FIT);
    terminal.type("7\r");
    await asks(terminal, "Zoo", NEAR);
    terminal.type("12");
    await terminal.shows("❯ 12");
    terminal.closeWindow();
    // The end of the input and the signal race each other.
    expect([129, 130]).toContain(await terminal.ended);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
    expect(leftBehind(folder)).toEqual([]);
  });

  it.each([
    ["q", "q\r", [0]],
    ["Ctrl-D", "\u0004", [0]],
    ["Ctrl-C", "\u0003", [130]],
    ["a closed window", undefined, [129, 130]],
  ])("by %s in plain mode keeps what was confirmed", async (_what, keys, statuses) => {
    const folder = neighbours("Zoo");
    const terminal = atTerminal([...INTERVIEW, "--plain"], { folder });
    await asksPlainly(terminal, "Zoo", FIT);
    terminal.type("7\r");
    await asksPlainly(terminal, "Zoo", NEAR);
    if (keys === undefined) terminal.closeWindow();
    else terminal.type(keys);
    expect(statuses).toContain(await terminal.ended);
    expect(answersIn(folder)).toEqual({ Zoo: { fit: 7 } });
  });

  it.each(["In which order?", "Who are the candidates?"])(
    "with Ctrl-C at “%s” has written nothing",
    async (question) => {
      const folder = neighbours("Zoo", "Radio Este");
      const before = readFileSync(join(folder, "partners.yaml"), "utf8");
      const isBeginning = question.startsWith("Who");
      const parameters = isBeginning
        ? ["init", "new.yaml", "--criteria", "./own.yaml"]
        : ["interview", "partners.yaml"];
      const terminal = atTerminal(parameters, { folder });
      if (isBeginning) {
        await terminal.shows("What is to be decided");
        terminal.type("\r\r\r\r\r");
      }
      await terminal.shows(question);
      terminal.type("\u0003");
      expect(await terminal.ended).toBe(130);
      expect(isGivenBack(terminal.written())).toBe(true);
      expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toBe(before);
      expect(() => readFileSync(join(folder, "new.yaml"))).toThrow("ENOENT");
    },
  );
});

it("an interview killed in the middle, again and again, has lost no answer that it confirmed, and goes on", async () => {
  const names = ["Zoo", "Radio Este", "Museum", "School", "Choir"];
  const folder = neighbours(...names);
  const answered = () =>
    Object.entries(answersIn(folder)).flatMap(([name, answers]) =>
      Object.entries(answers as Record<string, number>).map(
        ([question, answer]) => `${name}, ${LABELS[question]}: ${answer}`,
      ),
    );
  for (const count of [1, 3, 2]) {
    const before = answered();
    const terminal = atTerminal(INTERVIEW, { folder });
    // More at once than is waited for: the kill falls anywhere between two of them, or into one.
    terminal.type("4\r".repeat(count + 2));
    await terminal.until(() => confirmed(terminal).length >= count);
    terminal.signal("SIGKILL");
    expect(await terminal.ended).toBe(128 + 9);
    const after = answered();
    expect(after).toEqual(expect.arrayContaining([...before, ...confirmed(terminal)]));
    // At most the one that was just being saved.
    expect(after.length - before.length - confirmed(terminal).length).toBeLessThanOrEqual(1);
  }
  const open = 3 * names.length - answered().length;
  const last = atTerminal(INTERVIEW, { folder });
  last.type("4\r".repeat(open));
  expect(await last.ended).toBe(0);
  expect(answersIn(folder)).toEqual(Object.fromEntries(names.map((name) => [name, { fit: 4, near: 4, trust: 4 }])));
  expect(leftBehind(folder)).toEqual([]);
});

const LABELS: Readonly<Record<string, string>> = { fit: "Fit", near: "Distance", trust: "Trust" };

it("b goes back to the answer as it stands, which Enter keeps and another key changes", async () => {
  const folder = neighbours("Zoo");
  const terminal = atTerminal(INTERVIEW, { folder });
  await asks(terminal, "Zoo", FIT);
  terminal.type("b");
  await terminal.shows("This is the first question");
  terminal.type("7\r");
  await asks(terminal, "Zoo", NEAR);
  const before = readFileSync(join(folder, "partners.yaml"), "utf8");
  terminal.type("b");
  await asks(terminal, "Zoo", FIT);
  await terminal.shows("❯  7");
  terminal.type("\r");
  await asks(terminal, "Zoo", NEAR);
  expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toBe(before);
  expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7"]);

  terminal.type("12.5\r");
  await asks(terminal, "Zoo", TRUST);
  terminal.type("b");
  await asks(terminal, "Zoo", NEAR);
  await terminal.shows("❯ 12.5  (0 to 40)");
  terminal.type("13\r");
  await asks(terminal, "Zoo", TRUST);
  terminal.type("q");
  expect(await terminal.ended).toBe(0);
  expect(confirmed(terminal)).toEqual(["Zoo, Fit: 7", "Zoo, Distance: 12.5", "Zoo, Distance: 13"]);
  expect(answersIn(folder)).toEqual({ Zoo: { fit: 7, near: 13 } });
});

it("keys typed ahead, before the program asks and in one burst, answer what they were meant for", async () => {
  const folder = neighbours("Zoo", "Radio Este");
  const terminal = atTerminal(["interview", "partners.yaml"], { folder });
  terminal.type("\r10\r12,5\rnfar away\r4\r");
  await asks(terminal, "Radio Este", FIT);
  terminal.type("3\rb\r1-2\rsq");
  expect(await terminal.ended).toBe(0);
  expect(answersIn(folder)).toEqual({
    Zoo: { fit: 10, near: 12.5, trust: { score: 4, note: "far away" } },
    "Radio Este": { fit: 3, near: "1-2" },
  });
});
