import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { parseCsv } from "../../src/documents/csv-tree.ts";
import { problemsOf, shownAt, sourceOf, treeOf } from "./places-of-tree.ts";

const read = (text: string) => parseCsv(sourceOf(text, "candidates.csv"));
const meaningOf = (text: string): unknown => treeOf(read(text)).value;

function numberOrText(text: string): unknown {
  const value: unknown = parseDocument(text, { schema: "core" }).toJS();
  return typeof value === "number" ? value : text;
}

describe("a table", () => {
  test("is one entry a row, with details beside the answers", () => {
    const text = "id,name,kind,mission,rater,position\na,Museum,museum,4,Ana,2-4\na,Museum,museum,,Ben,unknown\n";
    expect(meaningOf(text)).toEqual({
      candidates: [
        { id: "a", name: "Museum", kind: "museum", rater: "Ana", answers: { mission: 4, position: "2-4" } },
        { id: "a", name: "Museum", kind: "museum", rater: "Ben", answers: { position: "unknown" } },
      ],
    });
  });

  test("has numbers in answers only, as YAML would read them in decimals", () => {
    const cells = ["4", "-2.50", "+.5", "1e2", "0x10", "1_000", "3,5", "4 of 5"];
    const text = `name,notes,${cells.map((_, column) => `q${column}`).join()}\n7,8,${cells.map((cell) => `"${cell}"`).join()}`;
    const answers = [4, -2.5, 0.5, 100, "0x10", "1_000", "3,5", "4 of 5"];
    expect(meaningOf(text)).toEqual({
      candidates: [
        { name: "7", notes: "8", answers: Object.fromEntries(answers.map((answer, column) => [`q${column}`, answer])) },
      ],
    });
  });

  test("has the same numbers as YAML for all that signs, digits, points and exponents can make", () => {
    const sign = fc.constantFrom("0", "7", "45", "+", "-", ".", "e", "E");
    // What is too large to count with is refused.
    const isCountable = (text: string) => Math.abs(Number(numberOrText(text))) !== Number.POSITIVE_INFINITY;
    const cell = fc.string({ unit: sign, minLength: 1, maxLength: 6 }).filter(isCountable);
    fc.assert(
      fc.property(cell, (text) => {
        expect(meaningOf(`name,q\nA,"${text}"\n`)).toEqual({
          candidates: [{ name: "A", answers: { q: numberOrText(text) } }],
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("says which columns it has, those without any answer too", () => {
    expect(treeOf(read('name, mission ,"q"\nMuseum,,\n')).columns).toEqual(["name", "mission", "q"]);
  });

  test("may have short rows, blank lines and rows without anything in any cell", () => {
    expect(meaningOf("\n\nname,mission\n\nMuseum\n,\n \nRadio,3\n\n")).toEqual({
      candidates: [
        { name: "Museum", answers: {} },
        { name: "Radio", answers: { mission: 3 } },
      ],
    });
  });

  test("may have a column __proto__, which is a question like any other", () => {
    const { candidates } = meaningOf("name,__proto__,constructor\nA,1,2\n") as { candidates: { answers: object }[] };
    expect(Object.entries(candidates[0].answers)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });

  test("may start with a byte order mark, which moves no column", () => {
    const tree = treeOf(read("\uFEFFname,mission\r\nMuseum,4\r\n"));
    expect(tree.placeOf(["candidates", 0, "answers", "mission"], "key")).toMatchObject({ line: 1, column: 6 });
  });

  test("gives back any cells that were put in quotes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", ";", " ", "é", "🎪", "'", "4") });
    const name = cell.filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, cell), { minLength: 1 }), fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const text = [["name", "notes"], ...rows].map((row) => row.map(inQuotes).join()).join(end);
        expect(meaningOf(text)).toEqual({
          candidates: rows.map(([first, notes]) => ({
            name: first.trim(),
            ...(notes.trim() !== "" && { notes: notes.trim() }),
            answers: {},
          })),
        });
      }),
    );
  });

  test("has the cells that csv-parse finds, wherever csv-parse accepts the text", () => {
    const pieces = fc.constantFrom("a", '"', '""', ",", ",", "\n", "\r\n", "4", " x", "é");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = `name,q,r\n${parts.join("")}`;
        const records = cellsOf(text);
        const checked = read(text);
        const isTable = records?.every(([first, , , extra]) => first !== "" && extra === undefined);
        if (!isTable || !records?.length) return;
        expect(problemsOf(checked)).toEqual([]);
        const tree = treeOf(checked);
        for (const [row, [first, second]] of records.entries()) {
          expect(tree.textOf(["candidates", row, "name"])).toBe(first);
          expect(tree.textOf(["candidates", row, "answers", "q"]) ?? "").toBe(second ?? "");
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a place in a table", () => {
  const tree = treeOf(read('name,mission,q\n"🎪 Circus",4,\n\nMuseum, 2-4 \n'));

  test("is the cell, or the head of its column", () => {
    expect(tree.placeOf(["candidates", 0, "answers", "mission"], "value")).toMatchObject({
      line: 2,
      column: 12,
      length: 1,
    });
    expect(shownAt(tree, ["candidates", 1, "answers", "mission"], "value")).toBe("2-4");
    expect(shownAt(tree, ["candidates", 1, "answers", "mission"], "key")).toBe("mission");
    expect(shownAt(tree, ["candidates", 0, "name"], "value")).toBe('"🎪 Circus"');
  });

  test("of an empty cell is where it would stand", () => {
    expect(tree.placeOf(["candidates", 0, "answers", "q"], "value")).toMatchObject({ line: 2, column: 14, length: 1 });
  });

  test("of something that is not there is the name in its row, or the start of the head", () => {
    expect(shownAt(tree, ["candidates", 1, "answers", "q"], "value")).toBe("Museum");
    expect(shownAt(tree, ["candidates", 1, "answers", "other"], "value")).toBe("Museum");
    expect(shownAt(tree, ["candidates", 1], "value")).toBe("Museum");
    expect(shownAt(tree, ["candidates", 7], "value")).toBe("name");
    expect(shownAt(tree, ["purpose"], "key")).toBe("name");
  });
});

describe("the text of a cell", () => {
  test("is what stands there, without quotes and the white space around it", () => {
    const tree = treeOf(read('name,mission,q\n" A ""b"" ", 4.00 ,\n'));
    expect(tree.textOf(["candidates", 0, "name"])).toBe('A "b"');
    expect(tree.textOf(["candidates", 0, "answers", "mission"])).toBe("4.00");
    expect(tree.textOf(["candidates", 0, "answers", "q"])).toBeUndefined();
    expect(tree.textOf(["candidates", 0])).toBeUndefined();
  });
});

describe("a table with mistakes", { timeout: 60_000 }, () => {
  test("gets every one of them, each with row and column", () => {
    const text = 'name,mission\n,4\nA,1,2\nB "x",3\n"C" d,4\nD,1e999\n';
    expect(problemsOf(read(text))).toEqual([
      "csv-empty-name 2:1",
      "csv-extra-cells 3:5",
      "csv-stray-quote 4:3",
      "csv-text-after-quote 5:5",
      "number-out-of-range 6:3",
    ]);
  });

  test("gets only those of its head while its columns are in doubt", () => {
    expect(problemsOf(read("name,,mission,mission\n,1,2,3\n"))).toEqual([
      "csv-empty-column 1:6",
      "csv-repeated-column 1:15",
    ]);
  });

  test("is not read beyond a quote that was never closed", () => {
    expect(problemsOf(read('name,mission\n"A,4\nB,"x"y\n,3\n'))).toEqual(["csv-open-quote 2:1"]);
  });

  test("has a thousand columns at most", () => {
    const text = (columns: number) =>
      `name${Array.from({ length: columns - 1 }, (_, column) => `,q${column}`).join("")}\nA\n`;
    expect(read(text(1000)).ok).toBe(true);
    expect(problemsOf(read(text(1001)))).toEqual(["csv-too-many-columns 1:4891"]);
  });

  test("has a million rows at most", () => {
    expect(read(`name\n${"A\n".repeat(1_000_000)}`).ok).toBe(true);
    expect(problemsOf(read(`name\n${"A\n".repeat(1_000_001)}`))).toEqual(["too-many-candidates 1000002:1"]);
  });

  test("keeps no more than a hundred of a million, and says how many there are", () => {
    const checked = read(`name,mission\n${'A "b",4\n'.repeat(200_000)}`);
    expect(problemsOf(checked)).toHaveLength(101);
    expect(checked.ok ? "" : checked.problems[100].message).toContain("199900");
    expect(problemsOf(read(`name,mission\n${'"a" b,'.repeat(300_000)}`))).toHaveLength(101);
  });
});

function inQuotes(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Rows as csv-parse reads them, blank ones left out and cells trimmed; undefined where it refuses the text. */
function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  try {
    const [, ...rows] = parse(text, { relax_column_count: true, record_delimiter: ["\n", "\r\n"] });
    const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
    return trimmed.filter((row) => row.some((cell) => cell !== ""));
  } catch {
    return undefined;
  }
}
