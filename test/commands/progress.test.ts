import { describe, expect, it } from "vitest";
import { runProgram } from "../../src/commands/program.ts";
import { memoryMachine } from "../memory-machine.ts";

/** The lines that a run says of itself, each with whether it is known to take long. */
async function toldBy(args: readonly string[], unicode = true): Promise<readonly (readonly [string, boolean])[]> {
  const told: (readonly [string, boolean])[] = [];
  const files = { "two.csv": "name,mission\nZoo,5\nFarm,4\n", "bad.csv": "name,mission\nZoo,7\n" };
  const machine = memoryMachine({ files, screen: { unicode } });
  await runProgram(args, { ...machine, progress: (line, takesLong) => void told.push([line, takesLong]) });
  return told;
}

describe("what a run says of itself", () => {
  it("is what it is at, with how many, and nothing in the end", async () => {
    expect(await toldBy(["evaluate", "two.csv"])).toEqual([
      ["Reading 2 candidates …", false],
      ["Ranking 2 candidates …", false],
      ["Writing 2 candidates …", false],
      ["", false],
    ]);
  });

  it("is which analysis it is at, and how far", async () => {
    const told = await toldBy(["analyze", "two.csv", "--coverage-floor", "0", "--only", "pairwise"]);
    expect(told).toEqual([
      ["Reading 2 candidates …", false],
      ["Ranking 2 candidates …", false],
      ["Analyzing pairwise, 0% done …", false],
      ["Analyzing pairwise, 50% done …", false],
      ["", false],
    ]);
  });

  it("ends where there is something to mend", async () => {
    expect(await toldBy(["evaluate", "bad.csv"])).toEqual([["Reading 1 candidate …", false]]);
  });

  it("is nothing under --quiet", async () => {
    expect((await toldBy(["evaluate", "two.csv", "--quiet"])).map(([line]) => line)).toEqual([""]);
  });

  it("is in ASCII where nothing else is shown", async () => {
    expect((await toldBy(["evaluate", "two.csv", "--ascii"]))[0][0]).toBe("Reading 2 candidates ...");
    expect((await toldBy(["evaluate", "two.csv"], false))[0][0]).toBe("Reading 2 candidates ...");
  });
});
