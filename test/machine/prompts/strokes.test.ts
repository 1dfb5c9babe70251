import { emitKeypressEvents } from "node:readline";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { type NodeKey, nodeKeyOf, type Stroke, strokeReader } from "../../../src/machine/prompts/strokes.ts";

/** What is understood of the bytes of a terminal, which may come in several pieces. */
function understoodFrom(...pieces: readonly (string | Uint8Array)[]): readonly Stroke[] {
  const input = new PassThrough();
  const read = strokeReader();
  const strokes: Stroke[] = [];
  emitKeypressEvents(input);
  input.on("keypress", (text: string | undefined, key: NodeKey) => {
    const stroke = read(text, key);
    if (stroke !== undefined) strokes.push(stroke);
  });
  for (const piece of pieces) input.emit("data", Buffer.from(piece));
  return strokes;
}

const text = (...letters: readonly string[]): readonly Stroke[] =>
  letters.map((letter) => ({ kind: "text", text: letter }));
const keys = (...names: readonly string[]) => names.map((key) => ({ kind: "key", key }));
const PASTE = ["\u001b[200~", "\u001b[201~"];

describe("what a terminal sends", () => {
  it.each<[what: string, sent: string, strokes: readonly unknown[]]>([
    ["letters, digits and signs are text", "4uR? é", text("4", "u", "R", "?", " ", "é")],
    ["a character of any script is one stroke", "国😀", text("国", "😀")],
    ["Enter is Enter, before and after the terminal gives its keys one by one", "\r\n", keys("enter", "enter")],
    ["arrows come in two forms", "\u001b[A\u001bOB", keys("up", "down")],
    [
      "keys for editing",
      "\u007f\u001b[3~\u001b[H\u001b[F\u001b[D\u001b[C",
      keys("backspace", "delete", "home", "end", "left", "right"),
    ],
    ["keys with Ctrl for editing", "\u0001\u0005\u0015\u0017", keys("home", "end", "erase", "erase-word")],
    ["Ctrl-C, Ctrl-D and Ctrl-Z", "\u0003\u0004\u001a", keys("stop", "quit", "suspend")],
    ["other control characters mean nothing", "\u0000\u0007\u0016\u001c\u0080", []],
    ["a key with Alt means nothing", "\u001bq\u001bb", []],
    ["a key that nobody knows means nothing", "\u001b[99~\u001b[15~", []],
  ])("%s", (_what, sent, strokes) => {
    expect(understoodFrom(sent)).toEqual(strokes);
  });

  it("a paste is one stroke, with its line breaks, and none of its letters is a key", () => {
    const [start, end] = PASTE;
    expect(understoodFrom(`1${start}4q\r\n国立\rthird\tline\u0003\u0004${end}2`)).toEqual([
      ...text("1"),
      { kind: "paste", text: "4q\n国立\nthird line" },
      ...text("2"),
    ]);
  });

  it("a paste may come in pieces, cut inside a character and inside the marks around it", () => {
    const bytes = Buffer.from(`${PASTE[0]}国立${PASTE[1]}`);
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(understoodFrom(...pieces)).toEqual([{ kind: "paste", text: "国立" }]);
  });

  it("a paste that colours or moves the cursor is what is left of it as text", () => {
    expect(understoodFrom(`${PASTE[0]}\u001b[31mred\u001b[0m${PASTE[1]}`)).toEqual([
      { kind: "paste", text: "[31mred[0m" },
    ]);
  });

  it("the end of a paste that never began is an empty paste", () => {
    expect(understoodFrom(PASTE[1])).toEqual([{ kind: "paste", text: "" }]);
  });
});

it("every stroke that inquirer's own prompts understand goes back to the key it was", () => {
  const strokes = understoodFrom("4 é\r\u001b[A\u007f\u0015\u0017");
  const input = strokes.map((stroke) => nodeKeyOf(stroke));
  const read = strokeReader();
  expect(input.map((event) => event && read(...event))).toEqual(strokes);
});
