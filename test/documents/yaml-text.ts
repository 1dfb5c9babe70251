import type { Tree } from "../../src/documents/tree.ts";
import { parseYaml } from "../../src/documents/yaml-tree.ts";

/** The tree of a YAML text that is right as YAML. */
export function yamlTree(text: string, path = "decision.yaml"): Tree {
  const parsed = parseYaml({ path, text, sha256: "" });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.value;
}
