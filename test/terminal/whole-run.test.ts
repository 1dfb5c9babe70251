import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../e2e/program.ts";
import { isGivenBack, paste } from "../pseudo-terminal.ts";
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
  OWN_PACK,
  TRUST,
} from "./at-terminal.ts";

const DOWN = "\u001b[B";

it("a person begins a decision, answers every question, and sees who leads", async () => {
  const folder = folderWith({ "own.yaml": OWN_PACK });
  const init = atTerminal(["init", "partners.yaml", "--criteria", "./own.yaml"], { folder });
  await init.shows("What is to be decided");
  init.type("Family learning\r");
  await init.shows("What do you want to achieve");
  init.type("Bring families – who rarely visit – to science\r");
  await init.shows("Why do you look for a partner?");
  await init.shows("Trust counts 2 times.");
  init.type(` ${DOWN} ${DOWN} \r`);
  await init.shows("At most 2");
  init.type(" \r");
  await init.shows("under Trust, ask those who do not come yet.");
  await init.shows("Who decides?");
  init.type(`${DOWN}${DOWN}`);
  await init.shows("Nobody knows.");
  init.type("\r");
  await init.shows("! Settle it first.");
  await init.shows("? All branches agree.");
  init.type("\r");
  await init.shows("Who are the candidates?");
  init.type(paste("Zoo\nRadio Este\n国立博物館"));
  await init.shows("  国立博物館");
  init.type("\r\r");
  await init.shows("What kind of organization is Zoo?");
  init.type("\r");
  await init.shows("What kind of organization is Radio Este?");
  init.type(DOWN.repeat(2));
  await init.shows("❯ Radio");
  init.type("\r");
  await init.shows("What kind of organization is 国立博物館?");
  init.type(DOWN);
  await init.shows("❯ Museum");
  init.type("\r");
  expect(await init.ended).toBe(0);
  expect(init.everything()).toContain(
    "\npartners.yaml is written.\nOpen it in an editor, or run: partner-score interview partners.yaml\n",
  );
  expect(isGivenBack(init.written())).toBe(true);
  const begun = readFileSync(join(folder, "partners.yaml"), "utf8");
  expect(begun).toContain("Bring families – who rarely visit – to science");
  expect(begun).toContain("reasons: [reach, tap]");
  expect(begun).toContain("readiness: {formal: no, wide: yes}");
  expect(begun).toMatch(/name: "Zoo"\n {4}answers:/);
  expect(begun).toMatch(/name: "Radio Este"\n {4}kind: radio/);
  expect(begun).toMatch(/name: "国立博物館"\n {4}kind: museum/);

  // The only decision in the folder needs no name.
  const interview = atTerminal(["interview"], { folder });
  await interview.shows("In which order?");
  interview.type("\r");
  await interview.shows("How to score");
  for (const [name, fit, near, trust] of [
    ["Zoo", "10", "0.5", "5"],
    ["Radio Este", "3", "40", "u"],
    ["国立博物館", `${DOWN}`, "12,5", "r2-4"],
  ]) {
    await asks(interview, name, FIT);
    interview.type(`${fit}\r`);
    await asks(interview, name, NEAR);
    interview.type(`${near}\r`);
    await asks(interview, name, TRUST);
    await interview.shows("- Ask those who do not come yet.");
    interview.type(`${trust}\r`);
  }
  expect(await interview.ended).toBe(0);
  expect(confirmed(interview)).toEqual([
    "Zoo, Fit: 10",
    "Zoo, Distance: 0.5",
    "Zoo, Trust: 5",
    "Radio Este, Fit: 3",
    "Radio Este, Distance: 40",
    "Radio Este, Trust: unknown",
    "国立博物館, Fit: 0",
    "国立博物館, Distance: 12.5",
    "国立博物館, Trust: 2 to 4",
  ]);
  expect(interview.everything()).toContain("Family learning\n3 ranked.");
  expect(interview.everything()).toContain("Zoo leads by");
  expect(interview.everything().trimEnd()).toMatch(
    /\n\nEverything is saved in partners\.yaml\.\nTo see the ranking again: partner-score evaluate partners\.yaml$/,
  );
  expect(isGivenBack(interview.written())).toBe(true);
  expect(answersIn(folder)).toEqual({
    Zoo: { fit: 10, near: 0.5, trust: 5 },
    "Radio Este": { fit: 3, near: 40, trust: "unknown" },
    国立博物館: { fit: 0, near: 12.5, trust: "2-4" },
  });
  expect(leftBehind(folder)).toEqual([]);
});

it("where the folder has no decision, interview begins one and goes on with it", async () => {
  const folder = folderWith({});
  const terminal = atTerminal(["interview"], { folder });
  await terminal.shows("There is no decision in this folder. Begin one?");
  terminal.type("\r");
  await terminal.shows("Which criteria?");
  terminal.type("\r");
  await terminal.shows("What is to be decided");
  terminal.type("\u0004");
  expect(await terminal.ended).toBe(0);
  // Who leaves while beginning has no file yet.
  expect(existsSync(join(folder, "partners.yaml"))).toBe(false);
});

it.each<[how: string, parameters: readonly string[], environment: Readonly<Record<string, string>>]>([
  ["--plain", ["--plain"], {}],
  ["ACCESSIBLE=1", [], { ACCESSIBLE: "1" }],
  ["TERM=dumb", [], { TERM: "dumb" }],
])("with %s all of it is text and typed lines, without one escape sequence", async (_how, plain, environment) => {
  const folder = folderWith({ "own.yaml": OWN_PACK });
  const init = atTerminal(["init", "partners.yaml", "--criteria", "./own.yaml", ...plain], { folder, environment });
  await init.shows("What is to be decided, in a few words?");
  init.type("Family learning\rBring families\r");
  await init.shows("3: Gain feedback");
  init.type("1 3\r");
  await init.shows("It is formal.\nWho decides?");
  init.type("3\r");
  await init.shows("Warning: Settle it first.");
  init.type("1\r");
  await init.shows("Type one a line; an empty line ends the list.");
  init.type("Zoo\r国立博物館\r\r");
  await init.shows("What kind of organization is Zoo?");
  init.type("\r");
  await init.shows("What kind of organization is 国立博物館?");
  init.type("1\r");
  expect(await init.ended).toBe(0);

  const interview = atTerminal(["interview", "partners.yaml", ...plain], { folder, environment });
  await interview.shows("In which order?");
  interview.type("1\r");
  await interview.shows("How to score:");
  await asksPlainly(interview, "Zoo", FIT);
  interview.type("10\r");
  await interview.shows("OK: Zoo, Fit: 10");
  await asksPlainly(interview, "Zoo", NEAR);
  interview.type("n später, mit 国立\r12,5\r");
  await interview.shows("OK: Zoo, Distance: 12.5");
  await asksPlainly(interview, "Zoo", TRUST);
  interview.type("9\r");
  await interview.shows("9 is not on the scale");
  interview.type("2-4\r");
  await asksPlainly(interview, "国立博物館", FIT);
  interview.type("b\r");
  await interview.shows("Answer now: 2 to 4. Enter keeps it.");
  interview.type("\r7\r0\ru\r");
  expect(await interview.ended).toBe(0);

  const text = `${init.written()}${interview.written()}`;
  expect(text).not.toContain("\u001b");
  expect(text).not.toMatch(/[❯✔✗]/);
  expect(interview.everything()).toMatch(/leads by/);
  expect(answersIn(folder)).toEqual({
    Zoo: { fit: 10, near: { score: 12.5, note: "später, mit 国立" }, trust: "2-4" },
    国立博物館: { fit: 7, near: 0, trust: "unknown" },
  });
});

it("evaluate --interview asks what is open, then ranks", async () => {
  const folder = neighbours("Zoo", "Radio Este");
  const terminal = atTerminal(["evaluate", "partners.yaml", "--interview"], { folder });
  await asks(terminal, "Zoo", FIT);
  terminal.type("9\r1\r4\r");
  await asks(terminal, "Radio Este", FIT);
  terminal.type("2\rq");
  expect(await terminal.ended).toBe(0);
  expect(terminal.everything()).toMatch(/✔ Radio Este, Fit: 2\n\nNeighbours\n/);
  expect(answersIn(folder)).toEqual({ Zoo: { fit: 9, near: 1, trust: 4 }, "Radio Este": { fit: 2 } });
});
