import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "broken/meaning");
const SOURCES = join(import.meta.dirname, "../src/documents");

/** Beside each stands what is found in it; `test/documents` finds it again. */
const FILES = readdirSync(FOLDER).filter((name) => /\.(yaml|json|csv)$/.test(name));

it("files are broken in at least forty ways, with every code that the meaning of files has", () => {
  expect(FILES.length).toBeGreaterThanOrEqual(40);
  const found = FILES.map((name) => readFileSync(join(FOLDER, name.replace(/\.\w+$/, ".expected.txt")), "utf8")).join(
    "",
  );
  const shownCodes = new Set([...found.matchAll(/^ {2}(?:error|warning) ([a-z-]+)$/gm)].map(([, code]) => code));
  // These take an option, a warning alone, or more of something than a reader wants to see.
  const elsewhere = ["option-wins", "borrowed-id", "committee-too-large", "extends-too-deep"];
  expect([...codesOfMeaning()].filter((code) => !shownCodes.has(code)).toSorted()).toEqual(elsewhere.toSorted());
});

/** Read from the sources as text, which is why this stands apart: breaking them on purpose rewrites them. */
function codesOfMeaning(): ReadonlySet<string> {
  const files = ["shape", "decisions", "committees", "packs"].map((what) => `problems-in-${what}.ts`);
  const text = files.map((name) => readFileSync(join(SOURCES, name), "utf8")).join("");
  return new Set([...text.matchAll(/\bcode: "([a-z-]+)"/g)].map(([, code]) => code));
}
