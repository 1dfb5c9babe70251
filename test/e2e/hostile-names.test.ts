import { parse } from "csv-parse/sync";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { decisionOf, obeyed, run } from "./program.ts";

const names = {
  "an escape sequence": "Red \u001b[31mdanger\u001b[0m \u001b]0;title\u0007",
  "control characters": "Bell\u0007 back\b\b\b return\r delete\u007f next\u0085line",
  "a bidirectional override": "Museum \u202egnp.exe\u202c and \u2066isolate\u2069",
  "a formula": "=1+1",
  "a formula with plus": "+49 30 1234",
  "a formula with minus": "-5",
  "a formula with at": "@SUM(A1:A9)",
  "a formula behind a tab": "\t=2+2",
  "the end of a script": "</script><script>alert(1)</script>",
  "a column's border": "Zoo | Garden | \\| `code`",
  "1,000 characters": "x".repeat(1000),
  "Chinese, Japanese and Korean": "国立科学博物館・北分館 국립중앙박물관",
  "an emoji of several": "Family 👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 House",
  "right to left": "متحف العلوم מוזיאון",
  "quotes and commas": `The "Old" Mill, Inc.\\`,
  "a word that is code": "constructor",
  another: "__proto__",
} as const;

const input = decisionOf(Object.values(names));

/** Our own: ends of lines in CSV, and the mark that turns a line of a table back after a name from right to left. */
const ours: Readonly<Record<string, string>> = { csv: "\r", table: "\u200e" };

describe.each(["table", "json", "csv"])("as %s", (format) => {
  it("no name makes a terminal do anything", async () => {
    const { status, out, err } = await run(["evaluate", "-", "--format", format], { input });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(obeyed(out).filter((mark) => mark !== ours[format])).toEqual([]);
  });
});

it("the table has every name, and no line is wider than the screen", async () => {
  const { out } = await run(["evaluate", "-"], { input, environment: { COLUMNS: "80" } });
  const words = out.replace(/\s+/g, "");
  for (const name of [
    "=1+1",
    "-5",
    "</script>",
    "国立科学博物館",
    "👩‍👩‍👧‍👦",
    "مت",
    "constructor",
    "__proto__",
    "<U+202E>",
  ]) {
    expect(words).toContain(name);
  }
  expect(Math.max(...out.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
});

it("JSON gives every name back as it was, but for the space around it", async () => {
  const { out } = await run(["evaluate", "-", "--json"], { input });
  const listed = JSON.parse(out).ranking.map(({ name }: { readonly name: string }) => name);
  expect(listed).toEqual(Object.values(names).map((name) => name.trim()));
});

it("CSV keeps each name in its cell, and none is a formula to a spreadsheet", async () => {
  const { out } = await run(["evaluate", "-", "--format", "csv"], { input });
  const rows: readonly Readonly<Record<string, string>>[] = parse(out, { columns: true });
  expect(rows).toHaveLength(Object.keys(names).length);
  expect(rows.map((row) => row.name).filter((name) => /^[\s]*[=+\-@]/.test(name))).toEqual([]);
  expect(rows.map((row) => row.name)).toEqual(
    expect.arrayContaining(["'=1+1", "'-5", "'@SUM(A1:A9)", names["right to left"]]),
  );
});

it("a mistake beside such a name is shown without its power", async () => {
  const { status, out, err } = await run(["evaluate", "-"], {
    input: `{"candidates": [{"name": "\\u001b[31m \u202ename", "kind": 7, "answers": {"mission": 9}}]}`,
  });
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(obeyed(err)).toEqual([]);
});

it("a file name cannot do it either", async () => {
  const { status, err } = await run(["evaluate", "\u001b[31m\u202emissing.yaml"]);
  expect(status).toBe(1);
  expect(obeyed(err)).toEqual([]);
});
