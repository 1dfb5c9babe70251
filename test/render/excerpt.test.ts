import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/render/width.ts";
import { blocks, HOSTILE_NAMES } from "./show.ts";

function excerpt(lineText: string, meant: string, setting = {}, line = 4): string {
  const column = Array.from(lineText.slice(0, lineText.indexOf(meant))).length + 1;
  return blocks([{ kind: "excerpt", line, column, length: Array.from(meant).length, lineText }], setting);
}

/** Where the carets stand, and what stands above them. */
function underlined(shown: string): string {
  const [above, below] = shown.split("\n");
  const start = displayWidth(below.slice(0, below.indexOf("^")));
  let width = 0;
  let meant = "";
  for (const { segment } of new Intl.Segmenter().segment(above)) {
    if (width >= start && width < displayWidth(below)) meant += segment;
    width += displayWidth(segment);
  }
  return meant;
}

describe("an excerpt", () => {
  it("shows the line and a caret under what is meant", () => {
    const line = "    answers: {misson: 5, position: 7, timing: unknwon, culture: 2-4}";
    expect(`\n${excerpt(line, "7")}`).toMatchInlineSnapshot(`
      "
        4 |     answers: {misson: 5, position: 7, timing: unknwon, culture: 2-4}
          |                                    ^
      "
    `);
  });

  it.each([
    ["wide characters", "name: 国立科学博物館, position: 7"],
    ["emoji of several", "name: 👩‍👩‍👧‍👦👍🏽, position: 7"],
    ["tabs", "\t\tname: Zoo,\tposition: 7"],
    ["what is shown as a code", "name: \u001b[31m\u202eZoo, position: 7"],
    ["combining marks", "name: Ze\u0301\u0323bra, position: 7"],
  ])("lines up behind %s", (_what, line) => {
    expect(underlined(excerpt(line, "7"))).toBe("7");
  });

  it("underlines all of it, as wide as it is shown", () => {
    expect(underlined(excerpt("kind: 博物館, held: date", "博物館"))).toBe("博物館");
    expect(excerpt("kind: 博物館, held: date", "博物館")).toContain("^^^^^^\n");
  });

  it("points behind the end of a line that is too short", () => {
    const shown = blocks([{ kind: "excerpt", line: 1, column: 9, length: 1, lineText: "{a: [1, 2" }]);
    expect(shown).toBe("  1 | {a: [1, 2\n    |         ^\n");
    expect(blocks([{ kind: "excerpt", line: 1, column: 4, length: 1, lineText: "abc" }])).toBe(
      "  1 | abc\n    |    ^\n",
    );
  });

  it("cuts a long line around what is meant", () => {
    const line = `{name: "${"x".repeat(500)}", position: 7, note: "${"y".repeat(500)}"}`;
    expect(`\n${excerpt(line, "7", { width: 60 })}`).toMatchInlineSnapshot(`
      "
        4 | …xxxxxxxxxxxxxxxxxxxxx", position: 7, note: "yyyyyyyy…
          |                                    ^
      "
    `);
    expect(underlined(excerpt(line, "7", { width: 60 }))).toBe("7");
    expect(excerpt(line, "7", { width: 60, ascii: true })).not.toContain("…");
  });

  it("cuts a line of ten million characters too", () => {
    const shown = excerpt(`${"漢".repeat(3_000_000)}7${"x".repeat(5_000_000)}`, "7");
    expect(underlined(shown)).toBe("7");
    expect(displayWidth(shown.split("\n")[0])).toBeLessThanOrEqual(170);
  });

  it("is never wider than asked, whatever the line and the place", () => {
    const anyLine = fc.array(fc.constantFrom(...Object.values(HOSTILE_NAMES), "a", "\t", " "), { maxLength: 8 });
    fc.assert(
      fc.property(
        anyLine,
        fc.nat(),
        fc.nat({ max: 60 }),
        fc.integer({ min: 20, max: 120 }),
        (parts, at, more, width) => {
          const lineText = parts.join("").replaceAll("\n", "");
          const column = 1 + (at % (Array.from(lineText).length + 1));
          const shown = blocks([{ kind: "excerpt", line: 12, column, length: 1 + more, lineText }], { width });
          for (const line of shown.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(shown).toContain("^");
        },
      ),
    );
  });
});
