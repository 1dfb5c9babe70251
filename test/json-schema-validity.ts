type Rules = Readonly<Record<string, unknown>>;

/** Where a value breaks a JSON Schema of draft 7, for the keywords that ours use; it fails on any other. */
export function invalidities(value: unknown, schema: unknown, path = "$"): readonly string[] {
  if (typeof schema === "boolean") return schema ? [] : [path];
  const rules = asMap(schema);
  return Object.keys(rules).flatMap((keyword) => broken(value, keyword, rules, path));
}

function broken(value: unknown, keyword: string, rules: Rules, path: string): readonly string[] {
  const rule = rules[keyword];
  const unless = (holds: boolean) => (holds ? [] : [`${path}: ${keyword}`]);
  switch (keyword) {
    case "$schema":
    case "title":
    case "description":
    case "then":
    case "else":
      return [];
    case "type":
      return unless([rule].flat().some((type) => isOfType(value, type)));
    case "enum":
      return unless(asList(rule).includes(value));
    case "const":
      return unless(value === rule);
    case "anyOf":
      return unless(asList(rule).some((option) => invalidities(value, option, path).length === 0));
    case "if": {
      const branch = invalidities(value, rule, path).length === 0 ? rules.then : rules.else;
      return branch === undefined ? [] : invalidities(value, branch, path);
    }
    case "required":
      return isMap(value) ? asList(rule).flatMap((key) => unless(Object.hasOwn(value, String(key)))) : [];
    case "properties": {
      const known = asMap(rule);
      return entriesOf(value).flatMap(([key, item]) =>
        Object.hasOwn(known, key) ? invalidities(item, known[key], `${path}.${key}`) : [],
      );
    }
    case "additionalProperties": {
      const known = asMap(rules.properties ?? {});
      return entriesOf(value).flatMap(([key, item]) =>
        Object.hasOwn(known, key) ? [] : invalidities(item, rule, `${path}.${key}`),
      );
    }
    case "propertyNames":
      return entriesOf(value).flatMap(([key]) => invalidities(key, rule, `${path}.${key}`));
    case "items":
      return Array.isArray(value) ? value.flatMap((item, index) => invalidities(item, rule, `${path}.${index}`)) : [];
    case "minItems":
      return unless(!Array.isArray(value) || value.length >= Number(rule));
    case "maxItems":
      return unless(!Array.isArray(value) || value.length <= Number(rule));
    case "minimum":
      return unless(typeof value !== "number" || value >= Number(rule));
    case "maximum":
      return unless(typeof value !== "number" || value <= Number(rule));
    case "exclusiveMinimum":
      return unless(typeof value !== "number" || value > Number(rule));
    case "pattern":
      return unless(typeof value !== "string" || new RegExp(String(rule), "u").test(value));
    default:
      throw new Error(`A schema uses “${keyword}”, which this check does not know.`);
  }
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isMap(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isMap(value: unknown): value is Rules {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asMap(value: unknown): Rules {
  if (!isMap(value)) throw new Error("A schema has something else where a map is expected.");
  return value;
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error("A schema has something else where a list is expected.");
  return value;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMap(value) ? Object.entries(value) : [];
}
