import type { Draft, Form, WrittenDecision } from "./check.ts";
import type { Tree } from "./tree.ts";

/** One file of a decision after its check: what it says, and where. */
export interface WrittenFile {
  readonly tree: Tree;
  readonly form: Form;
  readonly written: Draft<WrittenDecision>;
}

export type WrittenCandidate = NonNullable<NonNullable<WrittenFile["written"]["candidates"]>[number]>;
