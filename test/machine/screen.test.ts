import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { type Environment, type Output, screenOf } from "../../src/machine/screen.ts";

const terminal: Output = { isTTY: true, columns: 100 };
const pipe: Output = {};

describe("the width", () => {
  it.each<[environment: Environment, output: Output, width: number | undefined]>([
    [{}, terminal, 100],
    [{}, pipe, undefined],
    [{ COLUMNS: "72" }, terminal, 72],
    [{ COLUMNS: "72" }, pipe, 72],
    [{ COLUMNS: "" }, terminal, 100],
    [{ COLUMNS: "0" }, terminal, 100],
    [{ COLUMNS: "-3" }, pipe, undefined],
    [{ COLUMNS: "wide" }, pipe, undefined],
    [{ COLUMNS: "1" }, pipe, 20],
    [{ COLUMNS: "9".repeat(400) }, pipe, 1000],
    [{}, { isTTY: true, columns: 0 }, undefined],
  ])("with %j and %j is %s", (environment, output, width) => {
    expect(screenOf(environment, output).width).toBe(width);
  });
});

describe("colour", () => {
  it.each<[environment: Environment, output: Output, colour: boolean]>([
    [{}, terminal, true],
    [{}, pipe, false],
    [{ NO_COLOR: "1" }, terminal, false],
    [{ NO_COLOR: "" }, terminal, true],
    [{ TERM: "dumb" }, terminal, false],
    [{ ACCESSIBLE: "1" }, terminal, false],
    [{ ACCESSIBLE: "" }, terminal, true],
    [{ FORCE_COLOR: "1" }, pipe, true],
    [{ FORCE_COLOR: "1", NO_COLOR: "1", TERM: "dumb" }, pipe, true],
    [{ FORCE_COLOR: "0" }, terminal, false],
    [{ FORCE_COLOR: "" }, pipe, false],
  ])("with %j and %j is wanted: %s", (environment, output, colour) => {
    expect(screenOf(environment, output).colour).toBe(colour);
  });

  it("changes nothing but the looks", async () => {
    const screen = screenOf({}, pipe);
    const [plain, coloured] = [await screen.paint(false), await screen.paint(true)];
    for (const tone of ["strong", "quiet", "good", "warning", "bad"] as const) {
      expect(plain(tone, "Zoo")).toBe("Zoo");
      expect(stripVTControlCharacters(coloured(tone, "Zoo"))).toBe("Zoo");
      expect(coloured(tone, "Zoo")).not.toBe("Zoo");
    }
  });

  it("is one of the sixteen that every terminal has, whatever chalk thinks of this one", async () => {
    const paint = await screenOf({}, pipe).paint(true);
    expect(paint("good", "Zoo")).toBe("\u001b[32mZoo\u001b[39m");
    expect(paint("strong", "Zoo")).toBe("\u001b[1mZoo\u001b[22m");
  });
});

describe("UTF-8", () => {
  it.each<[environment: Environment, unicode: boolean]>([
    [{}, true],
    [{ LANG: "C.UTF-8" }, true],
    [{ LANG: "de_DE.utf8" }, true],
    [{ LANG: "C" }, false],
    [{ LANG: "en_US.ISO-8859-1" }, false],
    [{ LC_ALL: "POSIX", LANG: "C.UTF-8" }, false],
    [{ LC_ALL: "C.UTF-8", LC_CTYPE: "C", LANG: "C" }, true],
    [{ LC_ALL: "", LC_CTYPE: "C", LANG: "C.UTF-8" }, false],
  ])("with %j is shown: %s", (environment, unicode) => {
    expect(screenOf(environment, terminal).unicode).toBe(unicode);
  });
});
