import { describe, expect, it } from "vitest";
import { isRightToLeft, namesToSetApart, turns } from "../../../src/render/html/direction.ts";
import { directionOf, textInHtml } from "../../../src/render/html/text.ts";

const plain = (text: string) => textInHtml(text, undefined);

describe("addresses", () => {
  it.each([
    ["https://zoo.example/a?b=1&c=2", "https://zoo.example/a?b=1&amp;c=2"],
    ["http://zoo.example", "http://zoo.example"],
    ["ann@zoo.example", "mailto:ann@zoo.example"],
  ])("%s leads where it says", (text, href) => {
    expect(plain(`see ${text}, please`)).toContain(`<a href="${href}" rel="noreferrer">`);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt://zoo.example/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "//zoo.example",
    "ftp://zoo.example",
    "java\nscript:alert(1)",
    "http:javascript:alert(1)",
    "blob:https",
  ])("%s leads nowhere", (text) => {
    expect(plain(text)).not.toContain("<a");
  });

  it("leads to what is shown, and no sign in it ends the attribute", () => {
    for (const text of [`https://zoo.example/"onclick="x`, `https://zoo.example/'x`, "https://zoo.example/<b>"]) {
      const [, href, shown] = /<a href="([^"]*)" rel="noreferrer">([^<]*)<\/a>/.exec(plain(text)) ?? [];
      expect(href).toBe(shown);
      expect(plain(text)).not.toContain('onclick="');
    }
  });

  it("a long text that almost is an address takes no long time", () => {
    const long = "a".repeat(100_000);
    for (const text of [long, `${long}@`, `https://${long}`, "@a.".repeat(30_000), `${"a.".repeat(50_000)}@b`]) {
      expect(plain(text).length).toBeGreaterThanOrEqual(text.length);
    }
  });
});

describe("names from right to left", () => {
  const [science, peace] = ["متحف العلوم", "בית שלום"];
  const names = namesToSetApart(["City Zoo", science, peace, `${peace} Bar`]);

  it("are set apart each for itself, however they follow each other", () => {
    expect(textInHtml(`${science} and ${peace} are 3.2 ahead`, names)).toBe(
      `<bdi>${science}</bdi> and <bdi>${peace}</bdi> are 3.2 ahead`,
    );
  });

  it("the longest name is meant", () => {
    expect(textInHtml(`${peace} Bar leads`, names)).toBe(`<bdi>${peace} Bar</bdi> leads`);
  });

  it("a sentence that begins with one is read from left to right, and a text in that language is not", () => {
    expect(directionOf(`${science} leads`, names)).toBe("");
    expect(directionOf(`לקרוא יחד with ${peace}`, names)).toBe(' dir="rtl"');
    expect(isRightToLeft("City Zoo", names)).toBe(false);
  });

  it("a name with signs that mean something in a pattern is one name", () => {
    const odd = "גן (א+ב) [ג]? \\ | .*";
    expect(turns(`${odd} leads`, namesToSetApart([odd]))[0]).toEqual({ text: odd, isApart: true });
  });

  it("other runs of such letters are set apart, too", () => {
    expect(textInHtml("Fit of גן עדן: 4", undefined)).toBe("Fit of <bdi>גן עדן</bdi>: 4");
  });

  it.each(["(שלום)", "שלום 2027!", "3 متحف C++", "91.7 שלום"])("%s keeps the digits and signs at its ends", (name) => {
    expect(textInHtml(`Fit of ${name}; then Time of City Zoo.`, namesToSetApart([name]))).toBe(
      `Fit of <bdi>${name}</bdi>; then Time of City Zoo.`,
    );
  });

  it("a name is not found in a longer word, whose letters would come apart", () => {
    expect(textInHtml("العلم", namesToSetApart(["علم"]))).toBe("<bdi>العلم</bdi>");
  });

  it("a sign that turns what follows and is not seen is set apart, too", () => {
    expect(textInHtml("Zoo\u200f 4 leads", namesToSetApart(["Zoo\u200f"]))).toBe("<bdi>Zoo\u200f</bdi> 4 leads");
    expect(plain("Zoo\u200f 4")).toBe("Zoo<bdi>\u200f</bdi> 4");
  });

  it("nothing gets lost or doubled", () => {
    const text = `a ${science}${peace}, ${peace} Bar 5 – 6 ${science}!`;
    expect(
      turns(text, names)
        .map((turn) => turn.text)
        .join(""),
    ).toBe(text);
  });
});

it("a tone is a class, and what is strong is strong", () => {
  expect(
    textInHtml(
      [
        { text: "A & B", tone: "strong" },
        { text: " ✗", tone: "bad" },
      ],
      undefined,
    ),
  ).toBe('<strong>A &amp; B</strong><span class="bad"> ✗</span>');
});
