import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Column } from "../../src/render/page.ts";
import { displayWidth } from "../../src/render/width.ts";
import { blocks, HOSTILE_NAMES, screen } from "./show.ts";

const COLUMNS: readonly Column[] = [
  { title: "Rank", align: "right" },
  { title: "Candidate", align: "left", flexible: true },
  { title: "Bar", align: "left", ends: ["0", "100"] },
  { title: "Score", align: "right" },
  { title: "Level", align: "left" },
  { title: "Next level needs", align: "left", flexible: true, spare: true },
];

function table(names: readonly string[]): Block {
  return {
    kind: "table",
    columns: COLUMNS,
    rows: names.map((text, place) => [
      { text: String(place + 1) },
      { text },
      { text: "", bar: { low: 76.25, high: 86.25 } },
      { text: "81.3", value: 81.25 },
      { text: "date ?", tone: "warning" },
      { text: "a score of 75 or more" },
    ]),
  };
}

const widest = (text: string): number => Math.max(...text.split("\n").map(displayWidth));

describe("a page", () => {
  it("begins with its title, and headings and tables stand apart", () => {
    const shown = screen({
      title: "Partners",
      blocks: [
        { kind: "text", text: "Two candidates." },
        table(["Zoo", "Park"]),
        { kind: "heading", text: "In short" },
        { kind: "text", text: "Zoo leads.", indent: 1 },
        { kind: "list", items: [{ mark: "✗", text: "Bank: too late." }], indent: 1 },
      ],
    });
    expect(`\n${shown}`).toMatchInlineSnapshot(`
      "
      Partners
      Two candidates.

      Rank  Candidate  0      100  Score  Level
         1  Zoo        ▇▇▇▇▇▇▇▇▒░   81.3  date ?
         2  Park       ▇▇▇▇▇▇▇▇▒░   81.3  date ?

      In short
        Zoo leads.
        ✗ Bank: too late.
      "
    `);
  });

  it("without a title begins with its first block", () => {
    expect(blocks([{ kind: "heading", text: "First" }])).toBe("First\n");
  });

  it("an empty text is an empty line", () => {
    expect(
      blocks([
        { kind: "text", text: "one" },
        { kind: "text", text: "", indent: 1 },
        { kind: "text", text: "two" },
      ]),
    ).toBe("one\n\ntwo\n");
  });

  it("for reading keeps its measure on a wide screen and in a pipe, and gives way on a narrow one", () => {
    const page = { title: "", measure: 30, blocks: [{ kind: "text", text: "word ".repeat(40) } as const] };
    expect(widest(screen(page))).toBe(29);
    expect(widest(screen(page, { width: 100 }))).toBe(29);
    expect(widest(screen(page, { width: 20 }))).toBe(19);
  });

  it("is not wrapped where no width is known", () => {
    expect(blocks([{ kind: "text", text: "word ".repeat(400).trim() }]).split("\n")).toHaveLength(2);
  });

  it("is painted by tone, piece by piece and never over a line's end", () => {
    const paint = (tone: string, text: string) => `<${tone}>${text}</${tone}>`;
    const text = [{ text: "one two", tone: "bad" as const }, { text: " three" }];
    expect(blocks([{ kind: "text", text }], { paint, width: 5 })).toBe("<bad>one</bad>\n<bad>two</bad>\nthree\n");
  });
});

describe("a list", () => {
  it("goes on under its first word, and marks end together", () => {
    const items = [
      { mark: "9", text: "nine is a number" },
      { mark: "10", text: "two\nlines" },
    ];
    expect(blocks([{ kind: "list", items, indent: 1 }], { width: 14 })).toBe(
      ["   9 nine is a", "     number", "  10 two", "     lines", ""].join("\n"),
    );
  });
});

describe("a table", () => {
  it("lines up under wide names, and a long name goes on below", () => {
    const names = ["国立科学博物館・北分館", "Friends of the River", "Society for the Encouragement of Reading Aloud"];
    expect(`\n${blocks([table(names)], { width: 64 })}`).toMatchInlineSnapshot(`
      "
      Rank  Candidate                        0      100  Score  Level
         1  国立科学博物館・北分館           ▇▇▇▇▇▇▇▇▒░   81.3  date ?
         2  Friends of the River             ▇▇▇▇▇▇▇▇▒░   81.3  date ?
         3  Society for the Encouragement    ▇▇▇▇▇▇▇▇▒░   81.3  date ?
            of Reading Aloud
      "
    `);
  });

  const divided: Block = {
    kind: "table",
    columns: [
      { title: "Question", align: "left", flexible: true },
      { title: "Who leads", align: "left", ends: ["0%", "100%"], pictureWidth: 20 },
    ],
    rows: [
      [
        { text: "Fit of all we do" },
        { text: "", stretches: { upTo: [{ sign: "▇", end: 0.5 }, ...[{ sign: "B", end: 1 }]], mark: 0.25 } },
      ],
      [{ text: "Time" }, { text: "", stretches: { upTo: [{ sign: "▇", end: 1 }], mark: 1 } }],
    ],
  };

  it("shows who stands where from one end to the other, as wide as the column asks, and a mark", () => {
    expect(blocks([divided], { width: 80 }).split("\n")).toEqual([
      "Question          0%              100%",
      "Fit of all we do  ▇▇▇▇▇|▇▇▇▇BBBBBBBBBB",
      "Time              ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇|",
      "",
    ]);
    expect(blocks([divided], { width: 80, ascii: true })).toContain("#####|####BBBBBBBBBB");
    expect(blocks([divided], { width: 32 })).toContain("\n  0% ▇▇▇▇▇|▇▇▇▇BBBBBBBBBB 100%\n");
  });

  it("wraps a long heading above a narrow column", () => {
    const wide: Block = {
      kind: "table",
      columns: [
        { title: "Under which weighting it leads", align: "left", flexible: true },
        { title: "A", align: "right" },
      ],
      rows: [[{ text: "All of it" }, { text: "1" }]],
    };
    expect(blocks([wide], { width: 24 }).split("\n")).toEqual([
      "Under which weighting  A",
      "it leads",
      "All of it              1",
      "",
    ]);
  });

  it("has longer bars and spare columns where there is plenty of room", () => {
    expect(`\n${blocks([table(["Zoo"])], { width: 120 })}`).toMatchInlineSnapshot(`
      "
      Rank  Candidate  0                100  Score  Level   Next level needs
         1  Zoo        ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▒▒░░░   81.3  date ?  a score of 75 or more
      "
    `);
  });

  it("becomes a card for each row where columns do not fit", () => {
    expect(`\n${blocks([table(["Society for Reading Aloud", "Zoo"])], { width: 32 })}`).toMatchInlineSnapshot(`
      "
      1 Society for Reading Aloud
        0 ▇▇▇▇▇▇▇▇▒░ 100
        Score 81.3, Level date ?

      2 Zoo
        0 ▇▇▇▇▇▇▇▇▒░ 100
        Score 81.3, Level date ?
      "
    `);
  });

  it("draws in ASCII where that is asked for", () => {
    const shown = blocks([table(["Zoo – the old “one”"])], { width: 80, ascii: true });
    expect(shown).toContain('Zoo - the old "one"  ########=.');
  });

  it("colours cells without moving them", () => {
    const paint = (_tone: string, text: string) => `\u001b[1m${text}\u001b[0m`;
    const block = table(["国立", "Zoo"]);
    const coloured = blocks([block], { width: 80, paint });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are taken away again.
    expect(coloured.replace(/\u001b\[\dm/g, "")).toBe(blocks([block], { width: 80 }));
  });

  it("cuts no name where no width is known, and the rest of the row follows it", () => {
    const shown = blocks([table(["x".repeat(5000), "Zoo"])]);
    expect(shown).toContain(`   1  ${"x".repeat(5000)}  ▇`);
    expect(shown.split("\n")).toHaveLength(4);
  });

  it("does not pad ten thousand rows to the longest name", () => {
    const names = Array.from({ length: 10_000 }, (_, place) => (place === 7 ? "x".repeat(1_000_000) : "Zoo"));
    const shown = blocks([table(names)]);
    expect(shown).toContain("x".repeat(1_000_000));
    expect(shown.length).toBeLessThan(13_000_000);
  });

  it("cuts a name that would fill more than two hundred lines of a screen", () => {
    const shown = blocks([table(["x".repeat(10_000_000)])], { width: 80 });
    expect(shown.split("\n").length).toBeLessThan(210);
    expect(shown).toContain("…");
  });

  it("loses nothing of a name of a thousand characters", () => {
    for (const width of [40, 80, undefined]) {
      const shown = blocks([table(["漢".repeat(1000)])], width === undefined ? {} : { width });
      expect(shown.match(/漢/g)).toHaveLength(1000);
    }
  });
});

describe("hostile text", () => {
  const everywhere = (name: string): readonly Block[] => [
    { kind: "heading", text: name },
    { kind: "text", text: [{ text: name, tone: "strong" }, { text: " leads." }] },
    { kind: "list", items: [{ mark: "✗", text: name }], indent: 1 },
    table([name, "Zoo"]),
  ];

  it.each(Object.entries(HOSTILE_NAMES))("%s reaches no terminal and makes no line too wide", (_what, name) => {
    for (const width of [20, 40, 59, 60, 79, 80, 120, 200]) {
      for (const ascii of [false, true]) {
        const shown = screen({ title: name, blocks: everywhere(name) }, { width, ascii });
        expect(widest(shown)).toBeLessThanOrEqual(width);
        expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
      }
    }
  });

  it("any text fits any width", () => {
    const anyName = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyName, fc.integer({ min: 20, max: 130 }), (name, width) => {
        expect(widest(screen({ title: name, blocks: everywhere(name) }, { width }))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
