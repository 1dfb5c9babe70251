import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { criteriaSchema } from "../src/documents/criteria-schema.ts";
import { decisionSchema } from "../src/documents/decision-schema.ts";
import { resultSchema, sharedParts } from "../src/render/result-schema.ts";

/**
 * The JSON Schemas that ship, made from the schemas in the code: draft 7, which the editors' YAML extensions know. They are
 * made here and not in the program, which has no use for what makes them.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    "decision.schema.json": written(decisionSchema),
    "criteria.schema.json": besideExtends(written(criteriaSchema)),
    "result.schema.json": toJsonSchema(resultSchema, { target: "draft-07", definitions: sharedParts }),
  };
}

/** What people write: a plain number or true may stand for a text, and nothing for whatever may be left out. */
function written(schema: GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    target: "draft-07",
    ignoreActions: ["trim"],
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      if (valibotSchema.type === "string") return { type: ["string", "number", "boolean"] };
      if (valibotSchema.type === "nullish" || valibotSchema.type === "nullable") return orNothing(jsonSchema);
      // Keys are texts, of course.
      const { propertyNames: _, ...rest } = jsonSchema;
      return valibotSchema.type === "record" ? rest : undefined;
    },
    overrideAction: ({ valibotAction, jsonSchema }) => {
      // A pattern of JSON Schema is read with the flag `u`, which is the one that ours has.
      const { requirement } = valibotAction as { readonly requirement?: unknown };
      return requirement instanceof RegExp ? { ...jsonSchema, pattern: requirement.source } : undefined;
    },
  });
}

/** `anyOf` with null, folded into the schema itself where it has types or choices of its own: editors show that better. */
function orNothing({ anyOf = [] }: JsonSchema): JsonSchema {
  const [inner] = anyOf;
  if (typeof inner !== "object") throw new Error("A schema that may be nothing is something else.");
  if (inner.anyOf !== undefined) return { ...inner, anyOf: [...inner.anyOf, { type: "null" }] };
  const types = inner.type === undefined ? [] : [inner.type].flat();
  return {
    ...inner,
    ...(types.length > 0 && { type: [...types, "null"] }),
    ...(inner.enum !== undefined && { enum: [...inner.enum, null] }),
  };
}

const LISTS_BY_ID = ["criteria", "reasons", "kinds", "levels", "readiness"];

/** A pack that extends another needs nothing of its own, and may write its lists as maps by id. */
function besideExtends(schema: JsonSchema): JsonSchema {
  const { required, properties = {}, ...rest } = schema;
  const { criteria, priority } = properties;
  if (!isSchema(criteria) || !isSchema(criteria.items) || !isSchema(priority)) throw new Error("The pack has changed.");
  const { required: ofCriterion, ...criterion } = criteria.items;
  const { required: ofPriority, ...anyPriority } = priority;
  const relaxed = {
    ...properties,
    criteria: { ...criteria, items: { ...criterion, required: ["id"] } },
    priority: anyPriority,
  };
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(relaxed).map(([key, value]) => [key, LISTS_BY_ID.includes(key) ? orMapById(value) : value]),
    ),
    if: { required: ["extends"] },
    else: {
      ...(required !== undefined && { required }),
      properties: {
        ...Object.fromEntries(LISTS_BY_ID.map((key) => [key, { type: ["array", "null"] }])),
        criteria: { type: "array", items: { ...(ofCriterion !== undefined && { required: ofCriterion }) } },
        priority: { ...(ofPriority !== undefined && { required: ofPriority }) },
      },
    },
  };
}

function orMapById(list: JsonSchema | boolean): JsonSchema {
  if (!isSchema(list)) throw new Error("A list has changed.");
  const { description, ...rest } = list;
  const byId = { type: "object" as const, description: "Beside extends: changes by id; null removes one." };
  return { ...(description !== undefined && { description }), anyOf: [rest, byId] };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON as a person would break it into lines: what fits on one stands on one. It ships, and is half as long for it. */
export function inLines(value: unknown, indent = ""): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= 120 || typeof value !== "object" || value === null) return line;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((item) => inLines(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inLines(item, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(",\n")}\n${indent}${close}`;
}
