import type { Id } from "../../engine/decision.ts";
import type { Block } from "../page.ts";

/** Blocks that reading matter is made of. */

export function heading(text: string): Block {
  return { kind: "heading", text };
}

export function paragraph(text: string, indent = 0): Block {
  return { kind: "text", text, indent };
}

export function strong(text: string): Block {
  return { kind: "text", text: [{ text, tone: "strong" }], indent: 1 };
}

/** A label, and how files call it where that is not the same word. */
export function named(label: string, id: Id): Block {
  return {
    kind: "text",
    text: [
      { text: label, tone: "strong" },
      { text: idBeside(label, id), tone: "quiet" },
    ],
    indent: 1,
  };
}

/** ` (civic-group)`, or nothing. */
export function idBeside(label: string, id: Id): string {
  return label.toLowerCase() === id ? "" : ` (${id})`;
}

export const gap: Block = { kind: "text", text: "" };

/** `Why: …`, or nothing where there is nothing to say. */
export function labelled(label: string, text: string | undefined): readonly Block[] {
  if (text === undefined) return [];
  return [{ kind: "text", text: [{ text: `${label}: `, tone: "strong" }, { text }], indent: 1 }];
}

export function bullets(texts: readonly string[]): Block {
  return { kind: "list", items: texts.map((text) => ({ mark: "–", text })), indent: 1 };
}

/** A list under a word of its own, or nothing where it is empty. */
export function asked(label: string, texts: readonly string[]): readonly Block[] {
  return texts.length === 0 ? [] : [gap, strong(`${label}:`), bullets(texts)];
}
