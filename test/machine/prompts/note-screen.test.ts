import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { noteScreen } from "../../../src/machine/prompts/note-screen.ts";
import { type NoteText, noteText } from "../../../src/machine/prompts/note-text.ts";
import type { Surface } from "../../../src/machine/prompts/surface.ts";

const window = (columns: number, rows: number): Surface => ({
  columns,
  rows,
  unicode: true,
  paint: (_tone, text) => text,
});
const FRAME = { message: "Note on Zoo, Fit", hint: "Enter takes it." };

/** The screen with a bar where the cursor is. */
function seen(state: NoteText, surface: Surface): string {
  const { above, afterCursor, below } = noteScreen(FRAME, state, surface);
  const line = above.at(-1) ?? "";
  const marked = `${line.slice(0, line.length - afterCursor.length)}_${afterCursor}`;
  return `\n${[...above.slice(0, -1), marked, ...below].join("\n")}\n`;
}

describe("the screen of a note", () => {
  it("has the text under what it is about", () => {
    expect(seen(noteText("hello note\nsecond 国立"), window(40, 12))).toMatchInlineSnapshot(`
      "
      Note on Zoo, Fit
        hello note
        second 国立_
      Enter takes it.
      "
    `);
  });

  it("is empty at first", () => {
    expect(seen(noteText(""), window(40, 12))).toMatchInlineSnapshot(`
      "
      Note on Zoo, Fit
        _
      Enter takes it.
      "
    `);
  });

  it("wraps wide text, with the cursor in the middle of it", () => {
    expect(seen({ text: "国立科学博物館の友の会", at: 4 }, window(16, 12))).toMatchInlineSnapshot(`
      "
      Note on Zoo,
      Fit
        国立科学_博物
        館の友の会
      Enter takes it.
      "
    `);
  });

  it("shows what a text would do to the terminal as what it is", () => {
    expect(seen(noteText("a\u001bb\u202ec"), window(40, 12))).toContain("  a<U+001B>b<U+202E>c_");
  });

  it("shows the lines around the cursor where there are more than fit", () => {
    const lines = Array.from({ length: 50 }, (_, line) => `line ${line}`).join("\n");
    expect(seen({ text: lines, at: lines.indexOf("line 20") }, window(40, 8))).toMatchInlineSnapshot(`
      "
      Note on Zoo, Fit
        line 16
        line 17
        line 18
        line 19
        _line 20
      Enter takes it.
      "
    `);
  });

  it("fits any window, and the cursor lies on a line of the text", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom("\n", " ", "国", "a"), fc.string({ unit: "grapheme", maxLength: 1 })),
      maxLength: 400,
    });
    const size = fc.record({ columns: fc.integer({ min: 12, max: 120 }), rows: fc.integer({ min: 5, max: 40 }) });
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), size, (written, share, { columns, rows }) => {
        const state = { text: written, at: Math.floor(share * written.length) };
        const { above, afterCursor, below } = noteScreen(FRAME, state, window(columns, rows));
        expect(above.length + below.length).toBeLessThanOrEqual(rows - 1);
        for (const line of [...above, ...below]) expect(stringWidth(line)).toBeLessThan(columns);
        expect(above.at(-1)?.startsWith("  ")).toBe(true);
        expect(above.at(-1)?.endsWith(afterCursor)).toBe(true);
      }),
    );
  });
});
