import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/render/csv.ts";
import { HOSTILE_NAMES, written } from "./show.ts";

type Cells = readonly (string | number | undefined)[];

const textOf = (rows: readonly Cells[], setting = {}): string =>
  written(csv, { records: { columns: ["name", "score"], rows } }, setting);

describe("CSV", () => {
  it("has a header, plain line breaks, unrounded numbers and empty cells", () => {
    expect(
      textOf([
        ["Zoo", 81.25],
        ["Park", 0.1 + 0.2],
        [undefined, -5],
      ]),
    ).toBe("name,score\nZoo,81.25\nPark,0.30000000000000004\n,-5\n");
  });

  it("is read back as it was where nothing had to be made harmless", () => {
    const anyCell = fc.stringMatching(/^[a-z",; \n漢é]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, fc.integer({ min: 0 })), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(textOf(rows), { relax_column_count: false });
        expect(read.slice(1)).toEqual(rows.map(([text, number]) => [text, String(number)]));
      }),
    );
  });

  it.each(["=1+1", "-5", "+49 30 1234", "@SUM(A1)", "＝1", "  =1+1", "\t=1+1", "\n=1+1"])(
    "%j is no formula",
    (name) => {
      const [, [cell]]: string[][] = parse(textOf([[name, 1]]));
      expect(cell.startsWith("'")).toBe(true);
    },
  );

  it.each(Object.entries(HOSTILE_NAMES))("%s stays in its cell and is harmless", (_what, name) => {
    const text = textOf([[name, 1]]);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
    const [, row]: string[][] = parse(text);
    expect(row).toHaveLength(2);
    expect(row[0]).not.toMatch(/^\s*[=+\-@]/);
  });

  it("begins with a byte order mark only where that is asked for", () => {
    expect(textOf([], { bom: true })).toBe("\ufeffname,score\n");
    expect(textOf([])).toBe("name,score\n");
  });
});

it("a result without CSV is a mistake of the command", () => {
  expect(() => written(csv, {})).toThrow("no CSV");
});
