import { piecesOf } from "../../render/width.ts";
import type { NamedKey, Stroke } from "./strokes.ts";

/** A text of several lines under the cursor. */
export interface NoteText {
  readonly text: string;
  /** Where the cursor is, in code units from the start. */
  readonly at: number;
  readonly message?: string;
}

/** What ends the text: Enter, or Enter on an empty last line. */
export type NoteEnd = "enter" | "empty-line";

export type Written =
  | { readonly kind: "state"; readonly state: NoteText }
  | { readonly kind: "ended" | "quit"; readonly text: string };

export function noteText(text: string): NoteText {
  return { text, at: text.length };
}

/** The text after a stroke. */
export function afterNoteStroke(state: NoteText, stroke: Stroke, end: NoteEnd): Written {
  const { text, at } = state;
  if (stroke.kind !== "key") return { kind: "state", state: inserted(state, stroke.text) };
  if (stroke.key === "quit") return { kind: "quit", text };
  if (stroke.key !== "enter") return { kind: "state", state: movements[stroke.key]?.(state) ?? state };
  const isAtEmptyEnd = at === text.length && (text === "" || text.endsWith("\n"));
  if (end === "enter" || isAtEmptyEnd) return { kind: "ended", text };
  return { kind: "state", state: inserted(state, "\n") };
}

function inserted({ text, at }: NoteText, added: string): NoteText {
  return { text: text.slice(0, at) + added + text.slice(at), at: at + added.length };
}

const movements: Readonly<Partial<Record<NamedKey, (state: NoteText) => NoteText>>> = {
  left: ({ text, at }) => ({ text, at: at - lengthBefore(text, at) }),
  right: ({ text, at }) => ({ text, at: at + lengthAfter(text, at) }),
  home: ({ text, at }) => ({ text, at: lineStart(text, at) }),
  end: ({ text, at }) => ({ text, at: lineEnd(text, at) }),
  up: ({ text, at }) => ({ text, at: lineAbove(text, at) }),
  down: ({ text, at }) => ({ text, at: lineBelow(text, at) }),
  backspace: ({ text, at }) => without(text, at - lengthBefore(text, at), at),
  delete: ({ text, at }) => without(text, at, at + lengthAfter(text, at)),
  erase: ({ text, at }) => without(text, lineStart(text, at), at),
  "erase-word": ({ text, at }) => without(text, wordStart(text, at), at),
};

function without(text: string, from: number, to: number): NoteText {
  return { text: text.slice(0, from) + text.slice(to), at: from };
}

/** So many code units are looked at for the character beside the cursor. */
const LOOK = 64;

/** Code units of what a reader sees as the character before a place; a line break is one. */
function lengthBefore(text: string, at: number): number {
  if (at === 0 || text[at - 1] === "\n") return Math.min(at, 1);
  const start = Math.max(lineStart(text, at), at - LOOK);
  return [...piecesOf(text.slice(start, at), 1)].at(-1)?.length ?? 0;
}

function lengthAfter(text: string, at: number): number {
  if (text[at] === "\n") return 1;
  const [first = ""] = piecesOf(text.slice(at, Math.min(lineEnd(text, at), at + LOOK)), 1);
  return first.length;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function lineAbove(text: string, at: number): number {
  const start = lineStart(text, at);
  if (start === 0) return at;
  const above = lineStart(text, start - 1);
  return Math.min(above + (at - start), start - 1);
}

function lineBelow(text: string, at: number): number {
  const end = lineEnd(text, at);
  if (end === text.length) return at;
  return Math.min(end + 1 + (at - lineStart(text, at)), lineEnd(text, end + 1));
}

function wordStart(text: string, at: number): number {
  const before = text.slice(lineStart(text, at), at);
  return at - (/\S*\s*$/u.exec(before)?.[0].length ?? 0);
}
