import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decisionSchema } from "../src/documents/decision-schema.ts";
import { invalidities } from "./json-schema-validity.ts";
import { inLines, jsonSchemas } from "./json-schemas.ts";

const ROOT = join(import.meta.dirname, "..");
const SCHEMAS = jsonSchemas();
const DECISION = SCHEMAS["decision.schema.json"];
const CRITERIA = SCHEMAS["criteria.schema.json"];

describe("the shipped JSON Schemas", () => {
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    it(`are what the code says: ${name}`, () => {
      const file = join(ROOT, "schemas", name);
      const made = `${inLines(schema)}\n`;
      if (process.env.GOLDEN === "write") writeFileSync(file, made);
      expect(made).toBe(readFileSync(file, "utf8"));
    });
  }

  it("explain each key that a person may write", () => {
    for (const schema of [DECISION, CRITERIA]) expect(keysWithoutDescription(schema, "$")).toEqual([]);
  });
});

describe("the JSON Schema of a decision", () => {
  it("finds nothing wrong in the examples", () => {
    for (const file of yamlFiles("examples")) {
      const value: unknown = parse(readFileSync(join(ROOT, file), "utf8"));
      const schema = isPack(value) ? CRITERIA : DECISION;
      expect({ file, found: invalidities(value, schema) }).toEqual({ file, found: [] });
    }
  });

  it("lets an editor see what the program would refuse", () => {
    const wrong: readonly [object, string][] = [
      [{}, "$: required"],
      [{ candidates: [] }, "$.candidates: minItems"],
      [{ candidates: [{}] }, "$.candidates.0: required"],
      [{ purpos: "x", candidates: [{ name: "A" }] }, "$.purpos"],
      [{ candidates: [{ name: [] }] }, "$.candidates.0.name: type"],
      [{ candidates: [{ name: "A", answers: { size: [1] } }] }, "$.candidates.0.answers.size: anyOf"],
      [{ candidates: [{ name: "A" }], importance: { size: -1 } }, "$.importance.size: minimum"],
      [{ candidates: [{ name: "A" }], readiness: { plan: "maybe" } }, "$.readiness.plan: enum"],
    ];
    for (const [value, found] of wrong) expect(invalidities(value, DECISION)).toContain(found);
  });

  it("lets pass what the program reads: numbers for texts, and nothing for what may be left out", () => {
    const value = {
      purpose: null,
      candidates: [{ name: 1.5, kind: true, answers: { size: null, trust: { score: null } } }],
    };
    expect(invalidities(value, DECISION)).toEqual([]);
  });

  it("agrees with the schema it was made from, for texts that are texts", () => {
    const leaf = fc.constantFrom(null, 1, -1, "text", "seen", [1, 2], [], {}, ["a"]);
    const answer = fc.dictionary(fc.constantFrom("score", "range", "note", "basis", "odd"), leaf, { maxKeys: 2 });
    const candidate = fc.record(
      {
        name: fc.constantFrom("A", null, []),
        source: leaf,
        answers: fc.oneof(leaf, fc.record({ size: fc.oneof(leaf, answer) })),
        odd: leaf,
      },
      { requiredKeys: [] },
    );
    const written = fc.record(
      {
        candidates: fc.oneof(leaf, fc.array(candidate, { maxLength: 2 })),
        importance: fc.oneof(leaf, fc.record({ size: leaf })),
        reasons: leaf,
        format: leaf,
      },
      { requiredKeys: ["candidates"] },
    );
    fc.assert(
      fc.property(written, (value) => {
        fc.pre(!hasNumberForText(value));
        expect(invalidities(value, DECISION).length === 0).toBe(v.is(decisionSchema, value));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the JSON Schema of a pack", () => {
  it("finds nothing wrong in the packs that ship", () => {
    for (const file of yamlFiles("criteria")) {
      const value: unknown = parse(readFileSync(join(ROOT, file), "utf8"));
      expect({ file, found: invalidities(value, CRITERIA) }).toEqual({ file, found: [] });
    }
  });

  it("asks for id, title and criteria, unless the pack extends another", () => {
    expect(invalidities({}, CRITERIA)).toHaveLength(3);
    expect(invalidities({ extends: "other" }, CRITERIA)).toEqual([]);
    expect(invalidities({ id: "p", title: "P", criteria: [{ id: "a" }] }, CRITERIA)).toEqual([
      "$.criteria.0: required",
      "$.criteria.0: required",
    ]);
    expect(invalidities({ extends: "other", criteria: [{ id: "a" }], priority: { points: 1 } }, CRITERIA)).toEqual([]);
    expect(invalidities({ extends: "other", criteria: [{ label: "A" }] }, CRITERIA)).not.toEqual([]);
  });

  it("lets a list be a map by id only beside extends", () => {
    expect(invalidities({ extends: "other", criteria: { size: null } }, CRITERIA)).toEqual([]);
    expect(invalidities({ id: "p", title: "P", criteria: { size: null } }, CRITERIA)).not.toEqual([]);
  });

  it("knows ids of any script", () => {
    const pack = (id: string) => ({ id, title: "P", criteria: [{ id: "a", label: "A", question: "A?" }] });
    expect(invalidities(pack("博物館-2"), CRITERIA)).toEqual([]);
    expect(invalidities(pack("Two words"), CRITERIA)).toEqual(["$.id: pattern"]);
  });
});

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name));
}

function isPack(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    ("extends" in value || ("criteria" in value && typeof value.criteria === "object"))
  );
}

/** Valibot wants a text where we also take a number. */
function hasNumberForText(value: unknown, key = ""): boolean {
  if (typeof value === "number") return ["note", "basis", "reasons", "register", "id"].includes(key);
  if (Array.isArray(value)) return value.some((item) => hasNumberForText(item, key));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([inner, item]) => hasNumberForText(item, inner));
}

function keysWithoutDescription(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((option) => keysWithoutDescription(option, path));
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (keyword === "else" || keyword === "if") return [];
    if (keyword !== "properties") return keysWithoutDescription(rule, path);
    return Object.entries(rule as Readonly<Record<string, { readonly description?: string }>>).flatMap(
      ([key, inner]) => [
        ...(inner.description === undefined ? [`${path}.${key}`] : []),
        ...keysWithoutDescription(inner, `${path}.${key}`),
      ],
    );
  });
}
