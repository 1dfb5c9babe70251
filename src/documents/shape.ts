import { listed } from "./phrases.ts";

/**
 * The kinds of Valibot schema that ours are made of, as `read-shape.ts` walks them. A schema made of anything else does not
 * compile there, so none can be half checked.
 */
export type Shape =
  | Text
  | (Parts & { readonly type: "number" | "boolean" })
  | Choice
  | List
  | Entries
  | Keys
  | (Parts & { readonly type: "nullish" | "nullable"; readonly wrapped: Shape })
  | Union;

export type Text = Parts & { readonly type: "string" };
export type Choice = Parts & { readonly type: "picklist"; readonly options: readonly string[] };
export type List = Parts & { readonly type: "array"; readonly item: Shape };
/** Keys that people choose: ids. */
export type Entries = Parts & { readonly type: "record"; readonly value: Shape };
/** Keys that we know. */
export type Keys = Parts & { readonly type: "strict_object"; readonly entries: Readonly<Record<string, Shape>> };
/** At most one option of each type, so that the type says which one a person meant. */
export type Union = Parts & { readonly type: "union"; readonly options: readonly Shape[] };

interface Parts {
  readonly pipe?: readonly Part[];
}

interface Part {
  readonly type: string;
  readonly requirement?: unknown;
  readonly title?: string;
  readonly description?: string;
}

/** What a schema calls one such thing: `candidate`. */
export function titleOf(shape: Shape): string {
  return shape.pipe?.findLast((part) => part.type === "title")?.title ?? "document";
}

/** What the schema says the value means. */
export function descriptionOf(shape: Shape): string {
  const own = shape.pipe?.findLast((part) => part.type === "description")?.description;
  if (own !== undefined) return own;
  return shape.type === "nullish" || shape.type === "nullable" ? descriptionOf(shape.wrapped) : "";
}

export function has(shape: Shape, part: "trim" | "regex"): boolean {
  return shape.pipe?.some(({ type }) => type === part) ?? false;
}

/** The number behind a part of a schema, such as 2 of `v.length(2)`. */
export function requirement(
  shape: Shape,
  part: "min_value" | "max_value" | "gt_value" | "min_length" | "length",
): number | undefined {
  const found = shape.pipe?.find(({ type }) => type === part)?.requirement;
  return typeof found === "number" ? found : undefined;
}

export function pattern(shape: Shape): RegExp | undefined {
  const found = shape.pipe?.find(({ type }) => type === "regex")?.requirement;
  return found instanceof RegExp ? found : undefined;
}

/** Which numbers a schema takes, in words; undefined when it takes this one. */
export function boundsBrokenBy(value: number, shape: Shape): string | undefined {
  if (Number.isFinite(value) && shape.pipe === undefined) return undefined;
  const least = requirement(shape, "min_value");
  const most = requirement(shape, "max_value");
  const above = requirement(shape, "gt_value");
  if (!Number.isFinite(value)) return "an ordinary number";
  if (shape.pipe?.some(({ type }) => type === "integer") && !Number.isInteger(value)) return "a whole number";
  if (above !== undefined && value <= above) return `more than ${above}`;
  if (most !== undefined && value > most) return least === 0 && most <= 100 ? `from 0 to ${most}` : `at most ${most}`;
  if (least !== undefined && value < least)
    return least === 0 && most !== undefined && most <= 100 ? `from 0 to ${most}` : `${least} or more`;
  return undefined;
}

/** What a schema takes, as a sentence says it. */
export function expectedWords(shape: Shape): string {
  switch (shape.type) {
    case "nullish":
    case "nullable":
      return expectedWords(shape.wrapped);
    case "union":
      return listed(shape.options.map(expectedWords), "or");
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "picklist":
      return listed(shape.options, "or");
    case "array":
      return "a list";
    case "record":
    case "strict_object":
      return "names with values";
  }
}

/** What stands there instead. */
export function foundWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "names with values";
  if (typeof value === "number") return "a number";
  return typeof value === "boolean" ? "true or false" : "text";
}

/** The option of a union that a value's type asks for; a number or true will do as text. */
export function optionFor(union: Union, value: unknown): Shape | undefined {
  const type = typeOf(value);
  for (const option of union.options) if (option.type === type) return option;
  return typeof value === "object" ? undefined : union.options.find((option) => option.type === "string");
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "object" ? "strict_object" : typeof value;
}
