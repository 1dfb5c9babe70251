import type * as v from "valibot";
import { criteriaSchema } from "./criteria-schema.ts";
import { decisionSchema, tableSchema } from "./decision-schema.ts";
import { type Checked, checked, type Problems } from "./problems.ts";
import { readShape } from "./read-shape.ts";
import type { Tree } from "./tree.ts";

export type WrittenDecision = v.InferOutput<typeof tableSchema>;
export type WrittenCriteria = v.InferOutput<typeof criteriaSchema>;

/**
 * A written document as far as it could be read: what was broken is left out, and has been reported; an entry of a list
 * keeps its number. In a document without problems nothing that its schema requires is missing.
 */
export type Draft<T> = T extends readonly (infer Item)[]
  ? readonly (Draft<Item> | undefined)[]
  : T extends object
    ? string extends keyof T
      ? { readonly [Key in keyof T]: Draft<T[Key]> }
      : { readonly [Key in keyof T]?: Draft<Exclude<T[Key], null | undefined>> }
    : T;

/** What was written, or every wrong key, type and bound. */
export function checkDecision(tree: Tree): Checked<Draft<WrittenDecision>> {
  return checked((problems) => readDecision(tree, problems));
}

/** What was written, or every wrong key, type and bound; a pack that extends another is grafted onto it before. */
export function checkCriteria(tree: Tree): Checked<Draft<WrittenCriteria>> {
  return checked((problems) => readCriteria(tree, problems));
}

/** As `checkDecision`, for a road on which later steps find more. */
export function readDecision(tree: Tree, problems: Problems): Draft<WrittenDecision> {
  // Who answered stands once in a file, but in every row of a table.
  const read = readShape(tree.columns === undefined ? decisionSchema : tableSchema, tree, problems) ?? {};
  // The walk follows the schema that the type is made from.
  return read as Draft<WrittenDecision>;
}

/** As `checkCriteria`, for a road on which later steps find more. */
export function readCriteria(tree: Tree, problems: Problems): Draft<WrittenCriteria> {
  const read = readShape(criteriaSchema, tree, problems) ?? {};
  // The walk follows the schema that the type is made from.
  return read as Draft<WrittenCriteria>;
}
