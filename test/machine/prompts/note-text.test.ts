import { describe, expect, it } from "vitest";
import { afterNoteStroke, type NoteEnd, type NoteText, noteText } from "../../../src/machine/prompts/note-text.ts";
import { strokes } from "./press.ts";

/** The text with a bar where the cursor is, after these keys; `~` in the text is a space, `|` a line break. */
function afterKeys(text: string, keys: string, end: NoteEnd = "enter"): string {
  let state: NoteText = noteText(text.replaceAll("|", "\n"));
  for (const stroke of strokes(keys)) {
    const written = afterNoteStroke(state, stroke, end);
    if (written.kind !== "state") return `${written.kind}: ${written.text.replaceAll("\n", "|")}`;
    state = written.state;
  }
  return `${state.text.slice(0, state.at)}_${state.text.slice(state.at)}`.replaceAll("\n", "|");
}

describe("a note while it is written", () => {
  it.each<[what: string, text: string, keys: string, after: string]>([
    ["text goes where the cursor is", "note", "left left xy", "noxy_te"],
    ["Enter ends it", "note", "left x enter", "ended: notxe"],
    ["Ctrl-D ends it too, and says so", "note", "x quit", "quit: notex"],
    ["a paste keeps its lines", "a", "paste:b\nc\nd", "ab|c|d_"],
    ["a paste goes where the cursor is", "ad", "left paste:b\nc", "ab|c_d"],
    ["backspace takes what a reader sees as one character", "ae\u0301👨‍👩‍👧", "backspace backspace", "a_"],
    ["backspace takes a line break alone", "a|", "backspace", "a_"],
    ["backspace at the start does nothing", "ab", "home backspace", "_ab"],
    ["delete takes the character after the cursor", "a👨‍👩‍👧b", "home right delete", "a_b"],
    ["delete takes a line break", "a|b", "up delete", "a_b"],
    ["delete at the end does nothing", "ab", "delete", "ab_"],
    ["left and right go over whole characters", "国e\u0301x", "left left left right", "国_e\u0301x"],
    ["left goes over a line break", "a|b", "left left", "a_|b"],
    ["right goes over a line break", "a|b", "up right right", "a|b_"],
    ["home and end stay in the line", "ab|cd", "home x end y", "ab|xcdy_"],
    [
      "up and down keep to the column as far as the line goes",
      "abcd|e|fghi",
      "up x down y",
      "abcd|ex|fgyhi".replace("y", "y_"),
    ],
    ["up in the first line stays", "ab", "up", "ab_"],
    ["down in the last line stays", "ab", "left down", "a_b"],
    ["Ctrl-U takes the line before the cursor", "ab|cd", "left erase", "ab|_d"],
    ["Ctrl-W takes the word before the cursor", "one two", "erase-word", "one _"],
    ["any script is text", "", "国立é", "国立é_"],
  ])("%s", (_what, text, keys, expected) => {
    expect(afterKeys(text, keys)).toBe(expected);
  });

  it.each<[what: string, text: string, keys: string, after: string]>([
    ["Enter begins a new line", "a", "enter b", "a|b_"],
    ["Enter on an empty last line ends it", "a|b", "enter enter", "ended: a|b|"],
    ["Enter ends an empty list", "", "enter", "ended: "],
    ["Enter on an empty line in between does not end it", "a||b", "up enter", "a||_|b"],
    ["a pasted list needs one more line", "", "paste:a\nb\n enter", "ended: a|b|"],
  ])("in a list, %s", (_what, text, keys, expected) => {
    expect(afterKeys(text, keys, "empty-line")).toBe(expected);
  });
});
