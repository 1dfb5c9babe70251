import type { Checked } from "../../src/documents/problems.ts";
import type { Source } from "../../src/documents/source.ts";
import type { Path, Tree } from "../../src/documents/tree.ts";

export function sourceOf(text: string, path = "decision.yaml"): Source {
  return { path, text, sha256: "" };
}

/** The tree of a text that has nothing wrong with it. */
export function treeOf(checked: Checked<Tree>): Tree {
  if (!checked.ok) throw new Error(`unexpected problems: ${checked.problems.map(({ message }) => message).join(" ")}`);
  return checked.value;
}

/** Code and place of each problem, as in `duplicate-key 3:5`. */
export function problemsOf(checked: Checked<Tree>): readonly string[] {
  if (checked.ok) return [];
  return checked.problems.map(({ code, place }) => (place ? `${code} ${place.line}:${place.column}` : code));
}

/** The characters that a place points at. */
export function shownAt(tree: Tree, path: Path, part: "key" | "value"): string {
  const { lineText, column, length } = tree.placeOf(path, part);
  return [...lineText].slice(column - 1, column - 1 + length).join("");
}

/** Every path of a value, with the value there. */
export function* pathsOf(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, child] of entries) yield* pathsOf(child, [...path, key]);
}
