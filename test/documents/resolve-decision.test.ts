import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDecision } from "../../src/documents/check.ts";
import { type Checked, checked, type Diagnostic } from "../../src/documents/problems.ts";
import { decisionFrom, type ResolvedDecision } from "../../src/documents/resolve-decision.ts";
import type { Pack } from "../../src/engine/decision.ts";
import { plainPack } from "./plain-pack.ts";
import { plainTree } from "./plain-tree.ts";
import { yamlTree } from "./yaml-text.ts";

const PACK = plainPack({
  criteria: ["size", "trust"],
  reasons: ["reach", "save", "learn"],
  kinds: ["museum", "shop"],
  levels: ["date", "glance"],
  readiness: ["plan"],
});

function resolved(written: object, pack: Pack = PACK, columns?: readonly string[]): Checked<ResolvedDecision> {
  const tree = plainTree(written, "plain", columns);
  return checked((problems) => decisionFrom([{ tree, written: readDecision(tree, problems) }], pack, problems));
}

function decisionOf(written: object, pack?: Pack) {
  const result = resolved(written, pack);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value.decision;
}

function problemsOf(written: object, pack?: Pack, columns?: readonly string[]): readonly Diagnostic[] {
  const result = resolved(written, pack, columns);
  return result.ok ? [] : result.problems;
}

function only(problems: readonly Diagnostic[]): Diagnostic {
  expect(problems).toHaveLength(1);
  return problems[0];
}

const A = { name: "A" };

describe("a decision", () => {
  it("of nothing but a name is complete", () => {
    expect(decisionOf({ candidates: [A] })).toEqual({
      reasons: [],
      readiness: {},
      importance: {},
      pack: PACK,
      candidates: [{ id: "a", name: "A" }],
      ballots: [{ answers: { a: {} } }],
    });
  });

  it("says all that its file says", () => {
    const details = {
      website: "w",
      contact: "c",
      city: "x",
      scope: "local",
      notes: "n",
      source: { register: "r", id: "1" },
    };
    const decision = decisionOf({
      format: 1,
      decision: "Partners 2027",
      purpose: "Reach families.",
      reasons: ["save", "reach"],
      readiness: { plan: "partly" },
      importance: { trust: 9 },
      rater: "Ann",
      candidates: [
        {
          id: "x",
          name: " A ",
          kind: "museum",
          held: "glance",
          ...details,
          answers: { size: "2-4", trust: { score: 5, note: "n" } },
        },
      ],
    });
    expect(decision).toEqual({
      title: "Partners 2027",
      purpose: "Reach families.",
      reasons: ["save", "reach"],
      readiness: { plan: "partly" },
      importance: { trust: 9 },
      pack: PACK,
      candidates: [{ id: "x", name: "A", kind: "museum", held: "glance", ...details }],
      ballots: [
        {
          rater: "Ann",
          answers: { x: { size: { kind: "range", low: 2, high: 4 }, trust: { kind: "score", score: 5, note: "n" } } },
        },
      ],
    });
  });

  it("keeps a note that waits for an answer beside an unknown, and leaves out what is not answered", () => {
    const answers = { size: { note: "by June" }, trust: null };
    expect(decisionOf({ candidates: [{ ...A, answers }] }).ballots[0].answers).toEqual({
      a: { size: { kind: "unknown", note: "by June" } },
    });
  });

  it("keeps a range over the whole scale: that it says nothing is for the engine to say", () => {
    const { ballots } = decisionOf({ candidates: [{ ...A, answers: { size: "1-5" } }] });
    expect(ballots[0].answers.a.size).toEqual({ kind: "range", low: 1, high: 5 });
  });

  it("may give any text as kind or held where the pack lists neither", () => {
    const candidate = { ...A, kind: "anything", held: "something" };
    expect(decisionOf({ candidates: [candidate] }, plainPack({ criteria: ["size"] })).candidates[0]).toMatchObject(
      candidate,
    );
  });

  it("may have candidates and criteria called as the language calls things of its own", () => {
    const pack = plainPack({ criteria: ["constructor", "valueof"] });
    const candidates = [{ id: "__proto__", name: "A", answers: { constructor: 4 } }, { name: "constructor" }];
    const [{ answers }] = decisionOf({ candidates }, pack).ballots;
    expect(Object.entries(answers)).toEqual([
      ["__proto__", { constructor: { kind: "score", score: 4 } }],
      ["constructor", {}],
    ]);
  });

  it("of any small shape is what was meant", () => {
    const note = fc.option(fc.constantFrom("n", "m"), { nil: undefined });
    const answer = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((score) => ({ written: score, meant: { kind: "score", score } })),
      fc.constant({ written: "unknown", meant: { kind: "unknown" } }),
      fc.constant({ written: "abstain", meant: { kind: "abstain" } }),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
        .filter(([low, high]) => low < high)
        .chain(([low, high]) =>
          fc
            .constantFrom<unknown>(`${low}-${high}`, { range: [low, high] }, { score: `${low} – ${high}` })
            .map((written) => ({ written, meant: { kind: "range", low, high } })),
        ),
      fc.tuple(fc.double({ min: 1, max: 5, noNaN: true }), note).map(([score, said]) => ({
        written: { score, ...(said && { note: said }) },
        meant: { kind: "score", score, ...(said && { note: said }) },
      })),
    );
    const candidate = fc.record({
      name: fc.stringMatching(/^[A-D][a-d ]{0,3}[a-d]$/),
      size: fc.option(answer, { nil: undefined }),
      trust: fc.option(answer, { nil: undefined }),
      kind: fc.constantFrom(undefined, "museum", "shop"),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, {
          minLength: 1,
          maxLength: 4,
          selector: ({ name }) => name.replaceAll(" ", "-").replaceAll(/-+/g, "-").toLowerCase(),
        }),
        (drawn) => {
          const given = (key: "written" | "meant", { size, trust }: (typeof drawn)[number]) => ({
            ...(size && { size: size[key] }),
            ...(trust && { trust: trust[key] }),
          });
          const decision = decisionOf({
            candidates: drawn.map((one) => ({
              name: one.name,
              ...(one.kind && { kind: one.kind }),
              answers: given("written", one),
            })),
          });
          expect(decision.candidates.map(({ name, kind }) => ({ name, kind }))).toEqual(
            drawn.map(({ name, kind }) => ({ name, kind })),
          );
          expect(decision.candidates.map(({ id }) => decision.ballots[0].answers[id])).toEqual(
            drawn.map((one) => given("meant", one)),
          );
        },
      ),
    );
  });
});

describe("what a pack does not know", () => {
  const unknown: readonly [string, object, object][] = [
    [
      "a criterion in answers",
      { candidates: [{ ...A, answers: { trsut: 4 } }] },
      { code: "unknown-criterion", didYouMean: "trust", place: { lineText: "key candidates.0.answers.trsut" } },
    ],
    [
      "a criterion with nothing behind it",
      { candidates: [{ ...A, answers: { sise: null } }] },
      { code: "unknown-criterion", didYouMean: "size" },
    ],
    [
      "a criterion in importance",
      { importance: { Trust: 3 }, candidates: [A] },
      { code: "unknown-criterion", didYouMean: "trust" },
    ],
    [
      "a criterion of the language",
      { candidates: [{ ...A, answers: { constructor: 4 } }] },
      { code: "unknown-criterion", hint: "The criteria of this pack: size and trust." },
    ],
    [
      "a reason",
      { reasons: ["reech"], candidates: [A] },
      { code: "unknown-reason", didYouMean: "reach", place: { lineText: "value reasons.0" } },
    ],
    [
      "a kind",
      { candidates: [{ ...A, kind: "Musem" }] },
      { code: "unknown-kind", didYouMean: "museum", place: { lineText: "value candidates.0.kind" } },
    ],
    [
      "a level",
      { candidates: [{ ...A, held: "marriage" }] },
      { code: "unknown-level", hint: "The levels of this pack: date and glance." },
    ],
    [
      "a statement",
      { readiness: { plans: "yes" }, candidates: [A] },
      { code: "unknown-statement", didYouMean: "plan", place: { lineText: "key readiness.plans" } },
    ],
  ];
  for (const [what, written, problem] of unknown) {
    it(`is reported, with the nearest that it knows: ${what}`, () => {
      expect(only(problemsOf(written))).toMatchObject(problem);
    });
  }

  it("is said to be none where the pack has none", () => {
    const pack = plainPack({ criteria: ["size"] });
    expect(only(problemsOf({ reasons: ["reach"], candidates: [A] }, pack)).hint).toBe("This pack has no reasons.");
  });

  it("may be the label of something it knows", () => {
    const pack = plainPack({ criteria: ["size"], kinds: [{ id: "pb", label: "Public broadcaster" }] });
    const problem = only(problemsOf({ candidates: [{ ...A, kind: "public broadcaster" }] }, pack));
    expect(problem).toMatchObject({ didYouMean: "pb", hint: "Did you mean pb?" });
  });

  it("in a column of a table is reported once, at the head of the column, even of an empty one", () => {
    const columns = ["name", "size", "sise", "webiste"];
    const candidates = ["A", "B"].map((name) => ({ name, answers: { size: 4, sise: 4 } }));
    expect(problemsOf({ candidates }, PACK, columns)).toMatchObject([
      { code: "unknown-column", didYouMean: "size", place: { lineText: "key candidates.0.answers.sise" } },
      { code: "unknown-column", didYouMean: "website" },
    ]);
  });
});

describe("an answer that says nothing", () => {
  const pack = plainPack({
    criteria: [
      "size",
      { id: "far", label: "Distance", scale: { min: 0, max: 40, step: 1 } },
      { id: "web", label: "Web", scale: { min: 0, max: 1, step: 1 } },
    ],
  });
  const told: readonly [string, object, string, string, string][] = [
    [
      "off the scale",
      { size: 7 },
      "7 is not on the scale of Size: answers go from 1 to 5.",
      "Write a number from 1 to 5, a range such as 2-4, or unknown.",
      "size",
    ],
    [
      "off its own scale",
      { far: 41 },
      "41 is not on the scale of Distance: answers go from 0 to 40.",
      "Write a number from 0 to 40, a range such as 1-39, or unknown.",
      "far",
    ],
    [
      "off a scale of two answers",
      { web: 2 },
      "2 is not on the scale of Web: answers go from 0 to 1.",
      "Write a number from 0 to 1, or unknown.",
      "web",
    ],
    [
      "off the scale, in a map",
      { size: { score: 0, note: "n" } },
      "0 is not on the scale of Size: answers go from 1 to 5.",
      "Write a number from 1 to 5, a range such as 2-4, or unknown.",
      "size.score",
    ],
    [
      "backwards",
      { size: "4-2" },
      "The range 4-2 for Size runs from high to low.",
      "Write 2-4, the lower end first.",
      "size",
    ],
    [
      "backwards, in a map",
      { size: { range: [4, 2] } },
      "The range 4-2 for Size runs from high to low.",
      "Write 2-4, the lower end first.",
      "size.range",
    ],
    ["misspelt", { size: "unknwon" }, "“unknwon” is not an answer to Size.", "Did you mean unknown?", "size"],
    [
      "another word",
      { size: "good" },
      "“good” is not an answer to Size.",
      "Write a number from 1 to 5, a range such as 2-4, or unknown.",
      "size",
    ],
    ["with a comma", { size: "3,5" }, "“3,5” is not an answer to Size.", "Write decimals with a point: 3.5.", "size"],
    [
      "two things at once",
      { size: { score: 4, unknown: true } },
      "This answer to Size says more than one thing: score and unknown.",
      "Keep one of them.",
      "size",
    ],
  ];
  for (const [what, answers, message, hint, path] of told) {
    it(`is told in plain words: ${what}`, () => {
      const problem = only(problemsOf({ candidates: [{ ...A, answers }] }, pack));
      expect(problem).toMatchObject({ message, hint, place: { lineText: `value candidates.0.answers.${path}` } });
    });
  }
});

describe("reasons", () => {
  it("count once", () => {
    expect(only(problemsOf({ reasons: ["reach", "reach"], candidates: [A] }))).toMatchObject({
      code: "repeated-reason",
      place: { lineText: "value reasons.1" },
    });
  });

  it("that are more than two are taken with a warning", () => {
    const warningsFor = (reasons: readonly string[]) => {
      const result = resolved({ reasons, candidates: [A] });
      return result.ok ? result.warnings.map(({ code }) => code) : ["not ok"];
    };
    expect(warningsFor(["reach", "save"])).toEqual([]);
    expect(warningsFor(["reach", "save", "learn"])).toEqual(["many-reasons"]);
  });
});

describe("importance", () => {
  it("of 0 everywhere leaves nothing to weigh", () => {
    expect(only(problemsOf({ importance: { size: 0, trust: 0 }, candidates: [A] }))).toMatchObject({
      code: "nothing-counts",
    });
    expect(problemsOf({ importance: { size: 0 }, candidates: [A] })).toEqual([]);
  });

  it("of 0 everywhere in the pack can be mended in the decision", () => {
    const pack = plainPack({ criteria: [{ id: "size", importance: 0 }] });
    expect(only(problemsOf({ candidates: [A] }, pack))).toMatchObject({ code: "nothing-counts" });
    expect(problemsOf({ importance: { size: 1 }, candidates: [A] }, pack)).toEqual([]);
  });
});

describe("candidates", () => {
  it("with the same stated id are refused, both lines named", () => {
    const tree = yamlTree("candidates:\n  - {id: a, name: One}\n  - {name: B}\n  - {id: a, name: Two}\n", "d.yaml");
    const result = checked((problems) =>
      decisionFrom([{ tree, written: readDecision(tree, problems) }], PACK, problems),
    );
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          code: "repeated-candidate-id",
          message: "The id “a” is given twice: it also stands in line 2.",
          place: { line: 4, column: 10 },
        },
      ],
    });
  });

  it("with the same name are refused unless both have an id", () => {
    const same = (one: object, other: object) =>
      problemsOf({
        candidates: [
          { ...A, ...one },
          { ...A, ...other },
        ],
      });
    expect(only(same({}, {}))).toMatchObject({
      code: "repeated-candidate-name",
      message: "“A” is given twice: it also stands in line 1.",
    });
    expect(only(same({ id: "x" }, {}))).toMatchObject({ code: "repeated-candidate-name" });
    expect(only(same({}, { id: "x" }))).toMatchObject({ code: "repeated-candidate-name" });
    expect(same({ id: "x" }, { id: "y" })).toEqual([]);
  });

  it("with names that make the same id get a number", () => {
    const { candidates } = decisionOf({ candidates: [{ name: "A&B" }, { name: "a b" }, { name: "x", id: "a-b-2" }] });
    expect(candidates.map(({ id }) => id)).toEqual(["a-b", "a-b-3", "a-b-2"]);
  });

  it("have no id that nobody can see", () => {
    expect(only(problemsOf({ candidates: [{ ...A, id: "a\u0007b" }] }))).toMatchObject({ code: "unfit-id" });
  });
});

describe("problems in a decision", () => {
  it("are all found at once, each where it stands", () => {
    const tree = yamlTree(
      [
        "purpos: P",
        "reasons: [reech]",
        "candidates:",
        "  - name: Museum",
        "    answers: {sise: 5, trust: 7, size: unknwon}",
        "  - kind: musem",
        "    answers: {size: [2], trust: 4-2}",
      ].join("\n"),
    );
    const result = checked((problems) =>
      decisionFrom([{ tree, written: readDecision(tree, problems) }], PACK, problems),
    );
    const told = result.ok ? [] : result.problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
    expect(told).toEqual([
      "1:1 unknown-key",
      "2:11 unknown-reason",
      "5:15 unknown-criterion",
      "5:31 off-scale",
      "5:40 not-an-answer",
      "6:5 missing-key",
      "6:11 unknown-kind",
      "7:21 wrong-type",
      "7:33 range-reversed",
    ]);
  });

  it("never throw, whatever a small file says", () => {
    const value = fc.constantFrom<unknown>(
      null,
      0,
      3,
      "size",
      "2-4",
      [],
      {},
      ["reach", 3],
      { size: 3 },
      { size: { score: 3, range: [1] } },
    );
    const candidate = fc.dictionary(fc.constantFrom("id", "name", "kind", "held", "answers", "source", "rater"), value);
    const written = fc.dictionary(
      fc.constantFrom("reasons", "readiness", "importance", "candidates", "rater", "decision"),
      fc.oneof(value, fc.array(fc.oneof(value, candidate), { maxLength: 3 })),
    );
    fc.assert(
      fc.property(written, fc.constantFrom(undefined, ["name", "size"]), (drawn, columns) => {
        expect(typeof resolved(drawn, PACK, columns).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});
