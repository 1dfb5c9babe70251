import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { cutEnd, cutStart, displayWidth, piecesOf } from "../../src/render/width.ts";

const anyGraphemes = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.constantFrom(
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "e\u0301\u0323",
        "©\ufe0f",
        "국",
        "\u1112\u1161\u11ab",
        "กำ",
        "ｶﾞ",
        "\u200d",
        "漢".repeat(90),
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("display width", () => {
  it("is what string-width says, however long the text", () => {
    fc.assert(
      fc.property(anyGraphemes, (text) => {
        expect(displayWidth(text)).toBe(stringWidth(text, { countAnsiEscapeCodes: true }));
      }),
    );
  });

  it("is what string-width says for each character of the basic plane, alone and beside others", () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0xd800; code++) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a${character}\u0301漢`]) {
        if (displayWidth(text) !== stringWidth(text, { countAnsiEscapeCodes: true })) wrong.push(text);
      }
    }
    // Control characters do not come here.
    expect(wrong.filter((text) => !/\p{Cc}/u.test(text))).toEqual([]);
  });

  it("counts a family of emoji once where one look ends inside it", () => {
    for (let before = 240; before <= 260; before++) {
      expect(displayWidth(`${"x".repeat(before)}👩‍👩‍👧‍👦e\u0301`)).toBe(before + 3);
    }
  });

  it.each([
    ["emoji", "👩‍👩‍👧‍👦", 20_000, 40_000],
    ["marks", "\u0301", 1_000_000, 0],
    ["ideographs", "漢", 1_000_000, 2_000_000],
  ])("a very long row of %s is measured", (_what, cluster, count, width) => {
    expect(displayWidth(cluster.repeat(count))).toBe(width);
  });
});

describe("cutting", () => {
  it("never gives more columns than asked, and keeps clusters whole", () => {
    fc.assert(
      fc.property(anyGraphemes, fc.nat({ max: 40 }), fc.constantFrom("…", "..."), (text, columns, sign) => {
        for (const cut of [cutEnd(text, columns, sign), cutStart(text, columns, sign)]) {
          expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
        }
        const kept = cutEnd(text, columns, sign);
        expect(kept === text || kept === "" || text.startsWith(kept.slice(0, -sign.length))).toBe(true);
      }),
    );
  });

  it("leaves a text that fits", () => {
    expect(cutEnd("Zoo", 3, "…")).toBe("Zoo");
    expect(cutStart("Zoo", 3, "…")).toBe("Zoo");
  });

  it("puts pieces back together to the same text", () => {
    fc.assert(
      fc.property(anyGraphemes, fc.integer({ min: 2, max: 30 }), (text, columns) => {
        const pieces = [...piecesOf(text, columns)];
        expect(pieces.join("")).toBe(text);
      }),
    );
  });
});
