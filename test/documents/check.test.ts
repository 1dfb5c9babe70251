import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { checkCriteria, checkDecision } from "../../src/documents/check.ts";
import { criteriaSchema } from "../../src/documents/criteria-schema.ts";
import { decisionSchema } from "../../src/documents/decision-schema.ts";
import { slips } from "../../src/documents/did-you-mean.ts";
import type { Checked, Diagnostic } from "../../src/documents/problems.ts";
import type { Shape } from "../../src/documents/shape.ts";
import { oneSlip } from "./one-slip.ts";
import { plainTree } from "./plain-tree.ts";
import { yamlTree } from "./yaml-text.ts";

/** The smallest decision, with something more. */
function decision(more: object = {}, candidate: object = {}) {
  return { ...more, candidates: [{ name: "Museum", ...candidate }] };
}

function pack(more: object = {}, criterion: object = {}) {
  return {
    id: "p",
    title: "P",
    ...more,
    criteria: [{ id: "size", label: "Size", question: "How big?", ...criterion }],
  };
}

function problemsOf(result: Checked<unknown>): readonly Diagnostic[] {
  return result.ok ? [] : result.problems;
}

function codesAt(result: Checked<unknown>): readonly string[] {
  return problemsOf(result).map(({ code, place }) => `${code} ${place?.lineText}`);
}

describe("a key that nobody knows", () => {
  it("is named, with the nearest that is known", () => {
    const [problem] = problemsOf(checkDecision(plainTree({ candiates: [], candidates: [{ name: "A" }] })));
    expect(problem).toMatchObject({
      code: "unknown-key",
      message: "A decision has no “candiates”.",
      hint: "Did you mean candidates?",
      didYouMean: "candidates",
      place: { lineText: "key candiates" },
    });
  });

  it("is answered with all that are known when none is near", () => {
    const [problem] = problemsOf(checkDecision(plainTree(decision({}, { colour: "red" }))));
    expect(problem.hint).toBe(
      "A candidate may have id, name, kind, held, website, contact, city, scope, notes, source and answers.",
    );
  });

  it("is reported wherever it stands, all of them at once", () => {
    const written = {
      x: 1,
      y: 2,
      candidates: [
        { name: "A", x: 1, source: { register: "r", id: "1", x: 1 }, answers: { size: { score: 1, x: 1 } } },
        { name: "B", x: 1 },
      ],
    };
    expect(codesAt(checkDecision(plainTree(written)))).toEqual(
      ["x", "y", "candidates.0.x", "candidates.0.source.x", "candidates.0.answers.size.x", "candidates.1.x"].map(
        (path) => `unknown-key key ${path}`,
      ),
    );
  });

  it("is reported even when it is a word of the language itself", () => {
    for (const key of ["constructor", "__proto__", "prototype", "toString", "hasOwnProperty"]) {
      const written = JSON.parse(`{"candidates": [{"name": "A"}], "${key}": 1}`);
      expect(codesAt(checkDecision(plainTree(written)))).toEqual([`unknown-key key ${key}`]);
    }
  });

  it("after one slip in any key of a decision or a pack is told with a key one slip away", () => {
    const places = [...keysOf(decisionSchema, []), ...keysOf(criteriaSchema, [])].filter(({ key }) => key.length > 2);
    fc.assert(
      fc.property(
        fc.constantFrom(...places).chain((place) => oneSlip(place.key).map(({ slipped }) => ({ ...place, slipped }))),
        ({ schema, path, key, known, slipped }) => {
          fc.pre(!known.includes(slipped));
          const tree = plainTree(nested(path, { [slipped]: null }));
          const result = schema === criteriaSchema ? checkCriteria(tree) : checkDecision(tree);
          const found = problemsOf(result).find(({ code }) => code === "unknown-key");
          expect(found?.didYouMean).toSatisfy(
            (meant: string) => meant === key || known.filter((other) => isOneSlip(other, slipped)).includes(meant),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a value of the wrong type", () => {
  const wrong: readonly [string, unknown, string][] = [
    ["a list for the file", [], "A decision should be names with values, not a list."],
    ["a text for the file", "hello", "A decision should be names with values, not text."],
    ["a text for a list", { candidates: "A" }, "“candidates” should be a list, not text."],
    ["a text for a candidate", { candidates: ["A"] }, "Entry 1 of “candidates” should be names with values, not text."],
    ["a list for a text", decision({ purpose: [] }), "“purpose” should be text, not a list."],
    ["a map for a text", decision({}, { name: {} }), "“name” should be text, not names with values."],
    ["a list for answers", decision({}, { answers: [4] }), "“answers” should be names with values, not a list."],
    [
      "a list for an answer",
      decision({}, { answers: { size: [2, 4] } }),
      "“size” should be a number, text or names with values, not a list.",
    ],
    ["a text for points", decision({ importance: { size: "lots" } }), "“size” should be a number, not text."],
    ["true for points", decision({ importance: { size: true } }), "“size” should be a number, not true or false."],
    [
      "a text for true",
      decision({}, { answers: { size: { unknown: "yes" } } }),
      "“unknown” should be true or false, not text.",
    ],
    [
      "a text for the end of a range",
      decision({}, { answers: { size: { range: [1, "3"] } } }),
      "Entry 2 of “range” should be a number, not text.",
    ],
    [
      "three ends of a range",
      decision({}, { answers: { size: { range: [1, 2, 3] } } }),
      "“range” needs 2 entries, and here are 3.",
    ],
    ["no candidates", { candidates: [] }, "“candidates” needs at least one entry, and here is none."],
    ["an empty reason", decision({ reasons: ["a", ""] }), "Entry 2 of “reasons” is empty."],
    ["an empty candidate", { candidates: [null] }, "Entry 1 of “candidates” is empty."],
    [
      "another word for a choice",
      decision({ readiness: { plan: "true" } }),
      "“plan” cannot be “true”: it is yes, partly or no.",
    ],
    ["less than nothing", decision({ importance: { size: -1 } }), "“size” cannot be -1: it is 0 or more."],
    [
      "more than can be counted",
      decision({ importance: { size: Number.POSITIVE_INFINITY } }),
      "“size” cannot be Infinity: it is an ordinary number.",
    ],
    ["half a format", decision({ format: 0.5 }), "“format” cannot be 0.5: it is a whole number."],
  ];
  for (const [what, written, message] of wrong) {
    it(`is told in plain words: ${what}`, () => {
      expect(problemsOf(checkDecision(plainTree(written))).map((problem) => problem.message)).toEqual([message]);
    });
  }

  const wrongInPacks: readonly [string, unknown, string][] = [
    [
      "an id with blanks",
      pack({}, { id: "Too Big" }),
      "“id” cannot be “Too Big”: an id is letters and digits, joined by single hyphens.",
    ],
    ["a share above 1", pack({ coverageFloor: 60 }), "“coverageFloor” cannot be 60: it is from 0 to 1."],
    ["a share below 0", pack({ coverageFloor: -1 }), "“coverageFloor” cannot be -1: it is from 0 to 1."],
    ["a step of nothing", pack({ scale: { step: 0 } }), "“step” cannot be 0: it is more than 0."],
    [
      "an emphasis of nothing",
      pack({ reasons: [{ id: "a", emphasis: { size: 0 } }] }),
      "“size” cannot be 0: it is more than 0.",
    ],
    [
      "points beyond counting",
      pack({}, { importance: 1e13 }),
      "“importance” cannot be 10000000000000: it is at most 1000000000000.",
    ],
    ["no criteria", { id: "p", title: "P", criteria: [] }, "“criteria” needs at least one entry, and here is none."],
    [
      "a kind that is no text",
      pack({ kinds: [["museum"]] }),
      "Entry 1 of “kinds” should be text or names with values, not a list.",
    ],
  ];
  for (const [what, written, message] of wrongInPacks) {
    it(`is told in plain words: ${what} in a pack`, () => {
      expect(problemsOf(checkCriteria(plainTree(written))).map((problem) => problem.message)).toEqual([message]);
    });
  }

  it("explains what the value is for", () => {
    const [problem] = problemsOf(checkDecision(plainTree(decision({ reasons: "reach" }))));
    expect(problem.hint).toMatch(/^Why you want a partner/);
  });

  it("proposes the number without its quotes", () => {
    const [problem] = problemsOf(checkDecision(plainTree(decision({ importance: { size: " 9 " } }))));
    expect(problem.hint).toBe("Write 9 without quotes.");
  });

  it("proposes an id made from the text", () => {
    const [problem] = problemsOf(checkCriteria(plainTree(pack({}, { id: "Too Big" }))));
    expect(problem).toMatchObject({ hint: "Write too-big.", didYouMean: "too-big" });
  });

  it("may be as long as a file: it is cut in the message", () => {
    const [problem] = problemsOf(checkCriteria(plainTree(pack({}, { id: `${"a-".repeat(1_000_000)}` }))));
    expect(problem.message.length).toBeLessThan(200);
    expect(problem.hint?.length).toBeLessThan(200);
  });
});

describe("what must be there", () => {
  it("is missed where it is missing", () => {
    const result = checkDecision(plainTree({ candidates: [{ id: "a" }] }));
    expect(problemsOf(result)).toMatchObject([
      { code: "missing-key", message: "A candidate needs “name”.", place: { lineText: "value candidates.0" } },
    ]);
  });

  it("is missed where it is empty or blank", () => {
    for (const name of [null, "", " \t"]) {
      const result = checkDecision(plainTree({ candidates: [{ name }] }));
      expect(problemsOf(result)).toMatchObject([
        {
          code: "missing-key",
          message: "A candidate needs “name”, and here it is empty.",
          place: { lineText: "value candidates.0.name" },
        },
      ]);
    }
  });

  it("is not missed where its key was written with a slip, which is reported instead", () => {
    expect(problemsOf(checkDecision(plainTree({ candidates: [{ nmae: "A", xyz: 1 }] })))).toMatchObject([
      { code: "unknown-key", didYouMean: "name" },
      { code: "unknown-key" },
    ]);
  });

  it("in a pack is id, title and criteria, each with id, label and question", () => {
    expect(problemsOf(checkCriteria(plainTree({}))).map(({ message }) => message)).toEqual([
      "A criteria pack needs “id”.",
      "A criteria pack needs “title”.",
      "A criteria pack needs “criteria”.",
    ]);
    expect(
      problemsOf(checkCriteria(plainTree({ id: "p", title: "P", criteria: [{}] }))).map(({ message }) => message),
    ).toEqual(["A criterion needs “id”.", "A criterion needs “label”.", "A criterion needs “question”."]);
  });
});

describe("what a person writes", () => {
  it("that is a plain number or true where a text belongs is the characters that stand there", () => {
    const tree = yamlTree("candidates: [{name: 1.00, city: true, notes: 0x10}]");
    expect(checkDecision(tree)).toMatchObject({
      ok: true,
      value: { candidates: [{ name: "1.00", city: "true", notes: "0x10" }] },
    });
    const criteria = yamlTree("{id: 7, title: 1e3, version: 1.0, criteria: [{id: a, label: 3.0, question: false}]}");
    expect(checkCriteria(criteria)).toMatchObject({
      ok: true,
      value: { id: "7", title: "1e3", version: "1.0", criteria: [{ label: "3.0", question: "false" }] },
    });
  });

  it("as a name or an id is trimmed, as a note kept", () => {
    const result = checkDecision(plainTree(decision({}, { name: " A  B ", kind: " museum ", notes: " as it is \n" })));
    expect(result).toMatchObject({ value: { candidates: [{ name: "A  B", kind: "museum", notes: " as it is \n" }] } });
  });

  it("as nothing, or as blanks, counts as not there", () => {
    const written = decision({ purpose: null, reasons: null, criteria: "" }, { kind: " ", held: null, answers: null });
    expect(checkDecision(plainTree(written))).toEqual({
      ok: true,
      value: { candidates: [{ name: "Museum" }] },
      warnings: [],
    });
  });

  it("under an id with nothing behind it keeps the id, so that it can still be wrong", () => {
    const result = checkDecision(plainTree(decision({}, { answers: { sise: null, size: 4 } })));
    expect(result).toMatchObject({ value: { candidates: [{ answers: { sise: null, size: 4 } }] } });
  });

  it("under an id may be a word of the language itself", () => {
    const answers = JSON.parse('{"constructor": 4, "__proto__": " 5 ", "toString": {"score": 3, "note": null}}');
    const result = checkDecision(plainTree(decision({}, { answers })));
    const read = result.ok ? result.value.candidates?.[0]?.answers : undefined;
    expect(Object.entries(read ?? {})).toEqual([
      ["constructor", 4],
      ["__proto__", " 5 "],
      ["toString", { score: 3 }],
    ]);
  });

  it("that is broken leaves the rest as it is, with the entries under their numbers", () => {
    const tree = plainTree({ purpose: "P", importance: { a: "x", b: 2 }, candidates: ["?", { name: "B", kindd: 1 }] });
    const problems = problemsOf(checkDecision(tree)).map(({ place }) => place?.lineText);
    expect(problems).toEqual(["value importance.a", "value candidates.0", "key candidates.1.kindd"]);
  });
});

describe("the check", () => {
  it("lets through what Valibot lets through, and nothing else", () => {
    const leaf = fc.constantFrom(null, 1, 0.5, -1, "text", "yes", "seen", true, [1, 2], [], {}, ["a"]);
    const answer = fc.dictionary(fc.constantFrom("score", "range", "note", "basis", "unknown", "odd"), leaf, {
      maxKeys: 2,
    });
    const candidate = fc.dictionary(
      fc.constantFrom("name", "kind", "source", "answers", "odd"),
      fc.oneof(leaf, fc.record({ size: fc.oneof(leaf, answer) }), fc.constant({ register: "r", id: "1" })),
      { maxKeys: 3 },
    );
    const written = fc.record(
      {
        candidates: fc.oneof(leaf, fc.array(candidate, { maxLength: 2 })),
        importance: fc.oneof(leaf, fc.record({ size: leaf })),
        readiness: fc.oneof(leaf, fc.record({ size: leaf })),
        reasons: leaf,
        format: leaf,
        purpose: leaf,
      },
      { requiredKeys: ["candidates"] },
    );
    fc.assert(
      fc.property(written, (value) => {
        // Where a text belongs, ours also takes a number or true.
        const texts = textsForNumbers(value, decisionSchema);
        expect(checkDecision(plainTree(value)).ok).toBe(v.is(decisionSchema, texts));
      }),
      { numRuns: 1000 },
    );
  });
});

interface KeyPlace {
  readonly schema: Shape;
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly known: readonly string[];
}

/** Every key that a schema knows, with the way to it. */
function keysOf(schema: Shape, path: readonly (string | number)[], root = schema): readonly KeyPlace[] {
  switch (schema.type) {
    case "nullish":
    case "nullable":
      return keysOf(schema.wrapped, path, root);
    case "array":
      return keysOf(schema.item, [...path, 0], root);
    case "record":
      return keysOf(schema.value, [...path, "size"], root);
    case "union":
      return schema.options.flatMap((option) => keysOf(option, path, root));
    case "strict_object": {
      const known = Object.keys(schema.entries);
      return known.flatMap((key) => [
        { schema: root, path, key, known },
        ...keysOf(schema.entries[key], [...path, key], root),
      ]);
    }
    default:
      return [];
  }
}

function nested(path: readonly (string | number)[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }), value);
}

function isOneSlip(word: string, other: string): boolean {
  return slips([...word.toLowerCase()], [...other]) <= 1;
}

/** The same value with a text wherever the schema wants one and a number or true stands. */
function textsForNumbers(value: unknown, schema: Shape): unknown {
  switch (schema.type) {
    case "nullish":
    case "nullable":
      return value === null || value === undefined ? value : textsForNumbers(value, schema.wrapped);
    case "string":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
    case "union":
      return typeof value === "boolean" ? String(value) : value;
    case "array":
      return Array.isArray(value) ? value.map((item) => textsForNumbers(item, schema.item)) : value;
    case "record":
      return isMap(value) ? mapped(value, (item) => textsForNumbers(item, schema.value)) : value;
    case "strict_object":
      return isMap(value)
        ? mapped(value, (item, key) =>
            schema.entries[key] === undefined ? item : textsForNumbers(item, schema.entries[key]),
          )
        : value;
    default:
      return value;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapped(map: Readonly<Record<string, unknown>>, change: (item: unknown, key: string) => unknown): unknown {
  return Object.fromEntries(Object.entries(map).map(([key, item]) => [key, change(item, key)]));
}
