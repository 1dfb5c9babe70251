/**
 * A JSON Schema as declarations of TypeScript types: what `documents/` and `render/` infer from a schema in the code cannot
 * ship as it stands, because it would need the package that infers it. Descriptions become comments; what the schema
 * defines by a name has a type of that name.
 * @param {string} name
 * @param {Schema} schema
 * @returns {string}
 */
export function typeDeclarations(name, schema) {
  const parts = Object.entries(schema.$defs ?? {});
  const declarations = [...parts, /** @type {const} */ ([name, schema])].map(
    ([of, part]) => `${comment(part, "")}${of === name ? "export " : ""}type ${of} = ${typeOf(part, "")};\n`,
  );
  return declarations.join("\n");
}

/**
 * What the schemas that ship are made of; anything else is refused below.
 * @typedef {{
 *   readonly $defs?: Readonly<Record<string, Schema>>,
 *   readonly $ref?: string,
 *   readonly description?: string,
 *   readonly type?: string,
 *   readonly const?: unknown,
 *   readonly enum?: readonly unknown[],
 *   readonly anyOf?: readonly Schema[],
 *   readonly oneOf?: readonly Schema[],
 *   readonly items?: Schema | readonly Schema[],
 *   readonly properties?: Readonly<Record<string, Schema>>,
 *   readonly required?: readonly string[],
 *   readonly additionalProperties?: boolean | Schema,
 * }} Schema
 */

/**
 * @param {Schema} schema
 * @param {string} indent
 * @returns {string}
 */
function typeOf(schema, indent) {
  if (schema.$ref !== undefined) return schema.$ref.slice("#/$defs/".length);
  const { const: constant, enum: values, anyOf, oneOf = anyOf, type } = schema;
  if (constant !== undefined) return JSON.stringify(constant);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (oneOf !== undefined) return oneOf.map((each) => typeOf(each, indent)).join(" | ");
  switch (type) {
    case "string":
    case "number":
    case "boolean":
    case "null":
      return type;
    case "integer":
      return "number";
    case "array":
      return listOf(schema, indent);
    case "object":
      return objectOf(schema, indent);
    default:
      throw new Error(`No type is known for this schema: ${JSON.stringify(schema)}`);
  }
}

/**
 * @param {Schema} schema
 * @param {string} indent
 * @returns {string}
 */
function listOf({ items = [] }, indent) {
  if ("map" in items) return `[${items.map((item) => typeOf(item, indent)).join(", ")}]`;
  const item = typeOf(items, indent);
  return (items.anyOf ?? items.oneOf ?? items.enum) ? `(${item})[]` : `${item}[]`;
}

/**
 * @param {Schema} schema
 * @param {string} indent
 * @returns {string}
 */
function objectOf({ properties = {}, required = [], additionalProperties }, indent) {
  if (typeof additionalProperties === "object") return `{ [id: string]: ${typeOf(additionalProperties, indent)} }`;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([key, value]) =>
      `${comment(value, inner)}${inner}${key}${required.includes(key) ? "" : "?"}: ${typeOf(value, inner)};\n`,
  );
  return `{\n${lines.join("")}${indent}}`;
}

/**
 * @param {Schema} schema
 * @param {string} indent
 * @returns {string}
 */
function comment({ description }, indent) {
  return description === undefined ? "" : `${indent}/** ${description} */\n`;
}
