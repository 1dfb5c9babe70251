import xterm from "@xterm/headless";
import { describe, expect, it } from "vitest";
import { progressLine } from "../../src/machine/progress-line.ts";

type Tell = ReturnType<typeof progressLine>;

/** What a terminal shows once a run of some age has said something, and what was written to it. */
async function shownBy(say: (tell: Tell) => void, { age = 0, columns = 40 } = {}) {
  const written: string[] = [];
  say(progressLine({ write: (text: string) => written.push(text), columns }, () => age));
  const screen = new xterm.Terminal({ cols: columns || 80, rows: 5, allowProposedApi: true });
  await new Promise<void>((done) => screen.write(written.join(""), done));
  const lines = Array.from({ length: 5 }, (_, row) => screen.buffer.active.getLine(row)?.translateToString(true) ?? "");
  return { written: written.join(""), lines: lines.filter((line) => line !== "") };
}

describe("the line that says what a long run is at", () => {
  it("is not there before the run is a second old", async () => {
    const say = (tell: Tell) => tell("Reading", false);
    expect(await shownBy(say, { age: 999 })).toEqual({ written: "", lines: [] });
    expect((await shownBy(say, { age: 1000 })).lines).toEqual(["Reading"]);
  });

  it("is there at once for what is known to take longer", async () => {
    expect((await shownBy((tell) => tell("Reading", true))).lines).toEqual(["Reading"]);
  });

  it("is one line, of which nothing is left of a longer one before", async () => {
    const { lines } = await shownBy((tell) => {
      tell("Reading 1,000,000 candidates", true);
      tell("Writing", true);
    });
    expect(lines).toEqual(["Writing"]);
  });

  it("is taken away, and where there is none nothing is written", async () => {
    const { lines } = await shownBy((tell) => {
      tell("Reading", true);
      tell("", false);
    });
    expect(lines).toEqual([]);
    expect((await shownBy((tell) => tell("", false), { age: 5000 })).written).toBe("");
  });

  it("is not drawn again while it says the same", async () => {
    const { written } = await shownBy((tell) => {
      for (let step = 0; step < 100; step++) tell("Analyzing, 3% done", true);
    });
    expect(written.match(/Analyzing/g)).toHaveLength(1);
  });

  it("is there on a terminal that claims to have no columns", async () => {
    expect((await shownBy((tell) => tell("Reading", true), { columns: 0 })).written).toContain("Reading");
  });

  it("is never wider than the terminal", async () => {
    const { lines } = await shownBy(
      (tell) => {
        tell("Reading 1,000,000 candidates", true);
        tell("Writing 1,000,000 candidates", true);
      },
      { columns: 10 },
    );
    expect(lines).toEqual(["Writing 1"]);
  });
});
