import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/documents/parse-document.ts";
import type { Diagnostic } from "../../src/documents/problems.ts";

/** Texts that nobody can read, each beside what the person sees. `GOLDEN=write` renews what they see. */
const FOLDER = new URL("../broken/text/", import.meta.url);
const EXPECTED = ".expected.txt";

const names = readdirSync(FOLDER).filter((name) => !name.endsWith(EXPECTED));

describe("a broken text", () => {
  test.each(names)("%s gets the message that stands beside it", async (name) => {
    const bytes = readFileSync(new URL(name, FOLDER));
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const { tree } = await parseDocument({ path: name, text, sha256: "" });
    const told = tree.ok ? "nothing wrong\n" : tree.problems.map(toldPlainly).join("\n");
    const expected = new URL(name + EXPECTED, FOLDER);
    if (process.env.GOLDEN === "write") writeFileSync(expected, told);
    expect(told).toBe(readFileSync(expected, "utf8"));
    expect(tree.ok).toBe(false);
  });
});

function toldPlainly({ code, place, message, hint }: Diagnostic): string {
  const where = place === undefined ? "the whole file" : `${place.line}:${place.column}`;
  return `${code}\n${where}\n${message}\n${hint}\n`;
}
