import { inputKind } from "./input-kind.ts";
import { parseJson } from "./json-tree.ts";
import type { InputKind } from "./open-decision.ts";
import type { Checked } from "./problems.ts";
import type { Source } from "./source.ts";
import type { Tree } from "./tree.ts";
import { parseYaml } from "./yaml-tree.ts";

/** A text as the tree of whichever kind it is, and which kind that was. What reads tables is loaded with the first of them. */
export async function parseDocument(
  source: Source,
  stated?: InputKind,
): Promise<{ readonly kind: InputKind; readonly tree: Checked<Tree> }> {
  const kind = inputKind(source, stated);
  switch (kind) {
    case "yaml":
      return { kind, tree: parseYaml(source) };
    case "json":
      return { kind, tree: parseJson(source) };
    case "csv": {
      const { parseCsv } = await import("./csv-tree.ts");
      return { kind, tree: parseCsv(source) };
    }
  }
}
