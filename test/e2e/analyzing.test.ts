import { join } from "node:path";
import { expect, it } from "vitest";
import { start } from "../pseudo-terminal.ts";
import { examples, program, run } from "./program.ts";

const tour = join(examples, "family-learning.yaml");

it("an analysis goes to standard output, and a program reads it", async () => {
  const shown = await run(["analyze", tour, "--runs", "1000"]);
  expect(shown.status).toBe(0);
  expect(shown.out).toContain("How far each weight can move");
  const { status, out } = await run(["analyze", tour, "--json", "--only", "can-win"]);
  expect(status).toBe(0);
  expect(JSON.parse(out).analysis.canWin).toHaveLength(6);
});

it("the same seed gives the same bytes, wherever it runs", async () => {
  const args = ["analyze", tour, "--json", "--only", "acceptability", "--runs", "3000"];
  const [one, other] = await Promise.all(
    ["UTC1", "UTC2"].map((TZ) => run(args, { environment: { TZ, LC_ALL: "tr_TR.UTF-8" } })),
  );
  expect(one.status).toBe(0);
  expect(one.out).toBe(other.out);
});

it.each([
  ["Ctrl-C", 130],
  ["SIGTERM", 143],
] as const)("%s ends a long simulation at once, with %i", async (how, status) => {
  // As many runs as nobody waits for.
  const endless = ["analyze", tour, "--only", "acceptability", "--runs", "999999999"];
  const terminal = start(program, endless, { columns: 80, rows: 24 });
  await terminal.shows("Analyzing acceptability, ");
  if (how === "Ctrl-C") terminal.type("\u0003");
  else terminal.signal(how);
  expect(await terminal.ended).toBe(status);
  expect(terminal.everything()).not.toContain("Who takes which rank");
});
