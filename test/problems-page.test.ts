import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const SOURCES = join(ROOT, "src");
const PAGE = readFileSync(join(ROOT, "docs/problems.md"), "utf8");

describe("docs/problems.md", () => {
  const rows = [...PAGE.matchAll(/^\| `([a-z0-9-]+)` \|(.*)\|$/gm)].map(([, code, rest]) => ({
    code,
    cells: rest.split(" |"),
  }));

  it("explains every code that files, results and command lines can have, and no other", () => {
    expect(rows.map(({ code }) => code).toSorted()).toEqual([...codesInTheSource()].toSorted());
  });

  it("says of each what it means and how to mend it", () => {
    for (const { code, cells } of rows) {
      expect({ code, cells: cells.length }).toEqual({ code, cells: 3 });
      const [meaning, , remedy] = cells.map((cell) => cell.trim());
      expect(meaning.length, code).toBeGreaterThan(10);
      expect(remedy.length, code).toBeGreaterThan(5);
    }
  });
});

/** A code stands where a problem is made: after `code:`, or first in the call of a maker's helper, for some with what it is about. */
function codesInTheSource(): ReadonlySet<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const text = files.map((name) => readFileSync(join(SOURCES, name), "utf8")).join("\n");
  const made = [...text.matchAll(/(?:\bcode: |\b(?:textError|fileError|aboutFile|misuse)\(\s*)"([a-z0-9-]+)"/g)];
  const abouts = [...text.matchAll(/\bfind\("(\w+)", named/g)].map(([, about]) => about);
  const composed = [...text.matchAll(/\bmisuse\(`([a-z-]+-)\$\{what\}`/g)];
  return new Set([
    ...made.map(([, code]) => code),
    ...composed.flatMap(([, start]) => abouts.map((about) => `${start}${about}`)),
  ]);
}
