import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmlessLines } from "../../src/render/clean.ts";
import { markdown } from "../../src/render/markdown.ts";
import type { Block, Page } from "../../src/render/page.ts";
import { displayWidth } from "../../src/render/width.ts";
import { HOSTILE_NAMES, written } from "./show.ts";

const ofPage = (page: Page, warnings?: readonly string[]) => written(markdown, { page, ...(warnings && { warnings }) });
const of = (...blocks: readonly Block[]) => ofPage({ title: "", blocks });

function table(...names: readonly string[]): Block {
  return {
    kind: "table",
    columns: [
      { title: "Rank", align: "right" },
      { title: "Candidate", align: "left", flexible: true },
      { title: "Low to high", align: "left", ends: ["0", "100"] },
      { title: "To go further", align: "left", flexible: true, spare: true },
    ],
    rows: names.map((text, place) => [
      { text: String(place + 1) },
      { text },
      { text: "", bar: { low: 50, high: 60 } },
      { text: "a date: more" },
    ]),
  };
}

/** The cells of a row as GitHub splits it: at every border that has no backslash of its own before it. */
function cellsOf(row: string): readonly string[] {
  const cells = row.split(/(?<=(?<!\\)(?:\\\\)*)\|/);
  return cells.slice(1, -1).map((cell) => cell.trim());
}

/** What a reader sees of a text in which nothing means anything but an address between angle brackets. */
function read(text: string): string {
  return text
    .split(/<(https?:[^>]*)>/)
    .map((part, place) => (place % 2 === 1 ? part : unescaped(part)))
    .join("");
}

function unescaped(text: string): string {
  return text
    .replaceAll("<br>", "\n")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** As it comes out: harmless, and without spaces at the ends of lines. */
function asRead(text: string): string {
  return harmlessLines(text)
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
}

describe("a page in Markdown", () => {
  it("leaves out pictures, and what explains them", () => {
    const column = { title: "Who leads", align: "left", ends: ["0%", "100%"] } as const;
    const text = of(
      { kind: "text", text: "| is today.", ofPictures: true },
      {
        kind: "table",
        columns: [{ title: "Question", align: "left" }, column],
        rows: [[{ text: "Fit" }, { text: "", stretches: { upTo: [{ sign: "▇", end: 1 }], mark: 0.5 } }]],
      },
    );
    expect(text).toBe("| Question |\n| -------- |\n| Fit      |\n");
  });

  it("is headings, paragraphs, tables and lists, and its warnings come last", () => {
    const page: Page = {
      title: "Partners",
      blocks: [
        { kind: "text", text: "Two candidates." },
        { kind: "text", text: "" },
        table("Zoo", "国立科学博物館"),
        { kind: "heading", text: "In short" },
        { kind: "text", text: "Zoo leads.", indent: 1 },
        { kind: "heading", text: "Fit of Zoo", minor: true },
        {
          kind: "list",
          items: [
            { mark: "✗", text: "Bank: too late." },
            { mark: "–", text: "Pool" },
          ],
          indent: 1,
        },
      ],
    };
    expect(`\n${ofPage(page, ["Zoo, Fit: a range says nothing."])}`).toMatchInlineSnapshot(`
      "
      # Partners

      Two candidates.

      | Rank | Candidate      | To go further |
      | ---: | -------------- | ------------- |
      |    1 | Zoo            | a date: more  |
      |    2 | 国立科学博物館 | a date: more  |

      ## In short

      Zoo leads.

      ### Fit of Zoo

      - ✗ Bank: too late.
      - Pool

      ## Warnings

      - Zoo, Fit: a range says nothing.
      "
    `);
  });

  it("without a title begins with its first block, and without warnings has no heading for them", () => {
    expect(of({ kind: "text", text: "Zoo" }, { kind: "text", text: "Park" })).toBe("Zoo\n\nPark\n");
  });

  it("has strong words in bold where asterisks do not touch a word", () => {
    const text = (...pieces: readonly string[]) =>
      of({
        kind: "text",
        text: pieces.map((piece, place) => ({ text: piece, ...(place === 0 && { tone: "strong" as const }) })),
      });
    expect(text("Why: ", "it fits")).toBe("**Why:** it fits\n");
    expect(text("国立。", "科学")).toBe("国立。科学\n");
    expect(text("* a", " b")).toBe("**\\* a** b\n");
  });

  it("shows a line of a file as it stands there, with its caret", () => {
    const excerpt = { kind: "excerpt", line: 4, column: 3, length: 1, lineText: "a *b* c" } as const;
    expect(of(excerpt)).toBe("      4 | a *b* c\n        |   ^\n");
  });

  it("in ASCII draws no other sign", () => {
    const shown = written(markdown, { page: { title: "“Zoo” – …", blocks: [] } }, { ascii: true });
    expect(shown).toBe('# "Zoo" - ...\n');
  });
});

describe("a table in Markdown", () => {
  it("can be read as it stands: columns line up, and one long text does not push all others away", () => {
    const shown = of(table("Zoo", "国立科学博物館", "x".repeat(100)));
    const [header, rule, zoo, museum, long] = shown.split("\n");
    expect(new Set([header, rule, zoo, museum].map(displayWidth)).size).toBe(1);
    expect(displayWidth(header)).toBeLessThan(80);
    expect(long).toContain("x".repeat(100));
  });

  it("leaves out pictures, and has what a screen has no room for", () => {
    expect(cellsOf(of(table("Zoo")).split("\n")[0])).toEqual(["Rank", "Candidate", "To go further"]);
  });

  it("reads each row once more than it looks ahead, however many there are", () => {
    let made = 0;
    const rows = {
      *[Symbol.iterator]() {
        for (let row = 0; row < 5000; row++) {
          made += 1;
          yield [{ text: `Zoo ${row}` }];
        }
      },
    };
    const shown = of({ kind: "table", columns: [{ title: "Candidate", align: "left" }], rows });
    expect(shown.split("\n")).toHaveLength(5003);
    expect(made).toBeLessThan(5300);
  });
});

describe("a name in Markdown", () => {
  it.each([
    ["a border", "Zoo | Garden", "Zoo \\| Garden"],
    ["a border behind a backslash", "Zoo \\| Garden", "Zoo \\\\\\| Garden"],
    ["emphasis and code", "*Zoo* `x` _y_ ~z~", "\\*Zoo\\* \\`x\\` \\_y\\_ \\~z\\~"],
    ["a link", "[Zoo](https://evil.example)", "\\[Zoo\\](<https://evil.example>)"],
    ["HTML", "<b onclick=x>Zoo</b>", "&lt;b onclick=x&gt;Zoo&lt;/b&gt;"],
    ["an entity", "Feed & Seed &copy; &#65;", "Feed & Seed &amp;copy; &amp;\\#65;"],
    ["a formula of TeX", "$5 and $6", "\\$5 and \\$6"],
    ["a template", "{{ user }}", "\\{\\{ user \\}\\}"],
    ["line breaks", "two\nlines", "two<br>lines"],
    ["a bidirectional override", "Museum \u202egnp.exe", "Museum &lt;U+202E&gt;gnp.exe"],
    ["an address with underscores", "see https://zoo.example/a_b_c.", "see <https://zoo.example/a_b_c>."],
    ["an address that is none", "http://] www.a_b", "http\\://\\] www\\.a_b"],
    ["words with underscores", "snake_case", "snake_case"],
  ])("shows %s as what it is", (_what, name, shown) => {
    expect(cellsOf(of(table(name)).split("\n")[2])[1]).toBe(shown);
  });

  it.each([
    ["- Zoo", "\\- Zoo"],
    ["+ Zoo", "\\+ Zoo"],
    ["* Zoo", "\\* Zoo"],
    ["# Zoo", "\\# Zoo"],
    ["> Zoo", "&gt; Zoo"],
    ["1. Zoo", "1\\. Zoo"],
    ["1986) Zoo", "1986\\) Zoo"],
    ["---", "\\---"],
    ["===", "\\==="],
    [": Zoo", "\\: Zoo"],
    ["    Zoo", "Zoo"],
    ["1.5 points", "1.5 points"],
    ["1.", "1\\."],
  ])("%s begins no list, heading, rule or quotation", (name, shown) => {
    expect(of({ kind: "text", text: name })).toBe(`${shown}\n`);
    expect(of({ kind: "list", items: [{ text: name }] })).toBe(`- ${shown}\n`);
    expect(ofPage({ title: name, blocks: [] })).toBe(`# ${shown}\n`);
    expect(of({ kind: "heading", text: name })).toBe(`## ${shown}\n`);
  });

  it.each(Object.entries(HOSTILE_NAMES))("%s stays in its cell and reads as it is", (_what, name) => {
    const shown = of(table(name, "Zoo"));
    expect(shown.split("\n")).toHaveLength(5);
    expect(read(cellsOf(shown.split("\n")[2])[1])).toBe(asRead(name));
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
  });

  it("whatever it is, stays in its cell and reads as it is", () => {
    const sign = fc.constantFrom(
      ..."|\\`*_[]<>&#~-+1.)(! ab\n$:={}/'\"@^国é;".split(""),
      "https://a.b/",
      "www.",
      "&lt;",
    );
    const name = fc.array(fc.oneof(sign, fc.string({ unit: "grapheme", maxLength: 2 })), { maxLength: 12 });
    fc.assert(
      fc.property(name, (signs) => {
        const shown = of(table(signs.join(""), "Zoo"));
        const cells = cellsOf(shown.split("\n")[2]);
        expect(cells).toHaveLength(3);
        expect(read(cells[1]).trim()).toBe(asRead(signs.join("")).trim());
      }),
      { numRuns: 1000 },
    );
  });
});
