import type { Draft, WrittenDecision } from "./check.ts";
import type { Tree } from "./tree.ts";

/** One file of a decision after its check: what it says, and where. */
export interface WrittenFile {
  readonly tree: Tree;
  readonly written: Draft<WrittenDecision>;
}

export type WrittenCandidate = NonNullable<NonNullable<WrittenFile["written"]["candidates"]>[number]>;

/** A table has no room for what the raters of a decision share. */
export function isTable({ tree }: WrittenFile): boolean {
  return tree.columns !== undefined;
}
