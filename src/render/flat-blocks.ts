import type { Block } from "./page.ts";

/** What is left of a page for a dialect that neither draws nor folds; a heading knows how deep it stands, from 1. */
export type FlatBlock =
  | Exclude<Block, { readonly kind: "section" | "facts" | "picture" | "heading" }>
  | { readonly kind: "heading"; readonly text: string; readonly depth: number };

/**
 * The blocks of a page one after another: a section is its heading and what follows, facts are a list, and pictures are
 * left out, since what they show is also said.
 *
 * @example
 * const inner = { kind: "heading", text: "Fit" };
 * [...flatBlocks([{ kind: "section", id: "zoo", title: "Zoo", blocks: [inner] }])] // → [{"kind":"heading","text":"Zoo","depth":1},{"kind":"heading","text":"Fit","depth":2}]
 * [...flatBlocks([{ kind: "section", id: "zoo", title: "Zoo", blocks: [] }])] // → []
 */
export function* flatBlocks(blocks: Iterable<Block>, depth = 1): Generator<FlatBlock> {
  for (const block of blocks) {
    switch (block.kind) {
      case "section":
        if (block.blocks.length === 0) break;
        yield { kind: "heading", text: block.title, depth };
        yield* flatBlocks(block.blocks, depth + 1);
        break;
      case "facts":
        yield {
          kind: "list",
          items: block.facts.map(({ label, text }) => ({
            text: [{ text: `${label}: `, tone: "strong" }, ...(typeof text === "string" ? [{ text }] : text)],
          })),
        };
        break;
      case "picture":
        break;
      case "heading":
        yield { kind: "heading", text: block.text, depth: block.minor ? depth + 1 : depth };
        break;
      default:
        yield block;
    }
  }
}
