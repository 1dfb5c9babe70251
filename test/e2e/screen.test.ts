import { join } from "node:path";
import stringWidth from "string-width";
import { expect, it } from "vitest";
import { examples, obeyed, run } from "./program.ts";

const tour = ["evaluate", join(examples, "family-learning.yaml")];
const ESCAPE = "\u001b[";

it("there is no colour in a pipe", async () => {
  expect(obeyed((await run(tour)).out)).toEqual([]);
});

it("FORCE_COLOR brings it, and --no-color takes it away", async () => {
  const environment = { FORCE_COLOR: "1" };
  expect((await run(tour, { environment })).out).toContain(ESCAPE);
  expect((await run([...tour, "--no-color"], { environment })).out).not.toContain(ESCAPE);
});

it.each([
  ["NO_COLOR", { NO_COLOR: "1" }],
  ["TERM=dumb", { TERM: "dumb" }],
])("%s leaves words and numbers as they were", async (_what, environment) => {
  expect((await run(tour, { environment })).out).toBe((await run(tour)).out);
});

it.each(["C", "POSIX", "en_US.ISO-8859-1"])("under LC_ALL=%s the program itself draws with ASCII", async (locale) => {
  const { status, out } = await run(tour, { environment: { LC_ALL: locale } });
  expect(status).toBe(0);
  expect(out).not.toMatch(/[▇▒░✗–…]/);
  expect(out).toMatch(/#+=*\.*/);
  expect(out).toBe((await run([...tour, "--ascii"])).out);
});

it.each([40, 60, 80, 120])("with COLUMNS=%i no line is wider", async (columns) => {
  const { status, out } = await run(tour, { environment: { COLUMNS: String(columns) } });
  expect(status).toBe(0);
  expect(Math.max(...out.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
});

it("a warning on a broken file fits COLUMNS too", async () => {
  const { err } = await run(["evaluate", "-"], {
    input: "candidates:\n  - {name: Zoo, kin: museum}\n",
    environment: { COLUMNS: "60" },
  });
  expect(Math.max(...err.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(60);
});
