import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeddedJson, inAttribute, inHtml } from "../../../src/render/html/escape.ts";
import { HOSTILE_NAMES } from "../show.ts";

/** Any text, with the pieces that attack a page more often than chance would bring them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "</script",
        "<!--",
        "<script",
        "]]>",
        "&lt;",
        "\u2028",
        "\u2029",
        "\u202e",
        "\ud83d",
        '"',
        "'",
        ">",
        "\n",
        "\r\n",
        "\0",
      ),
    ),
  )
  .map((pieces) => pieces.join(""));

/** What an HTML parser makes of text between tags. */
function read(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html.replaceAll("<br>", "\n").replace(/&(\w+|#39);/g, (_, name: string) => signs[name] ?? "?");
}

describe("text between tags and in attributes", () => {
  it.each(Object.entries(HOSTILE_NAMES))("%s opens no tag and no entity of its own", (_, name) => {
    expect(inHtml(name).replaceAll("<br>", "")).not.toMatch(/[<>"']/);
    expect(inAttribute(name)).not.toMatch(/[<>"'\n]/);
  });

  it("any text reads as it was, but for what nobody could see", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(inHtml(text).replaceAll("<br>", "")).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        const visible = text.replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu, "");
        expect(read(inHtml(text)).replace(/<U\+[0-9A-F]{4}>|\n| /g, "")).toBe(
          visible.replace(/<U\+[0-9A-F]{4}>|\n| /g, ""),
        );
      }),
    );
  });

  it("what turns the direction of reading is shown as what it is", () => {
    expect(inHtml("a\u202eb\u2066c")).toBe("a&lt;U+202E&gt;b&lt;U+2066&gt;c");
  });
});

describe("data in a script", () => {
  it("any data comes back as it was, and nothing in it ends the script or begins another", () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, (data, text) => {
        const embedded = embeddedJson({ data, text, [`${text}!`]: 1 });
        expect(embedded).not.toMatch(/[<>&\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(embedded).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
        expect(JSON.parse(embedded)).toEqual(JSON.parse(JSON.stringify({ data, text, [`${text}!`]: 1 })));
      }),
    );
  });
});
