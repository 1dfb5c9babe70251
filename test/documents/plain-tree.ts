import type { Place } from "../../src/documents/source.ts";
import type { Tree } from "../../src/documents/tree.ts";

/** A tree of a value that nobody wrote down, of a table where it has columns. A place shows in `lineText` which path was asked for. */
export function plainTree(value: unknown, path = "plain", columns?: readonly string[]): Tree {
  return {
    source: { path, text: "", sha256: "" },
    value,
    ...(columns !== undefined && { columns }),
    placeOf: (to, part): Place => ({ path, line: 1, column: 1, length: 1, lineText: `${part} ${to.join(".")}` }),
    textOf: () => undefined,
  };
}
