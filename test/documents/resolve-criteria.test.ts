import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCriteria } from "../../src/documents/check.ts";
import { checked, type Diagnostic } from "../../src/documents/problems.ts";
import { packFrom, resolveCriteria } from "../../src/documents/resolve-criteria.ts";
import { plainTree } from "./plain-tree.ts";
import { yamlTree } from "./yaml-text.ts";

const SIZE = { id: "size", label: "Size", question: "How big?" };
const TRUST = { id: "trust", label: "Trust", question: "Who vouches?" };

function resolved(written: object) {
  const tree = plainTree({ id: "p", title: "P", criteria: [SIZE, TRUST], ...written });
  return checked((problems) => packFrom(readCriteria(tree, problems), tree, problems));
}

function packOf(written: object) {
  const result = resolved(written);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

function problemsOf(written: object): readonly Diagnostic[] {
  const result = resolved(written);
  return result.ok ? [] : result.problems;
}

function messagesOf(written: object): readonly string[] {
  return problemsOf(written).map(({ message }) => message);
}

describe("a pack that says only what it must", () => {
  it("has equal importance, a scale from 1 to 5, and no floor", () => {
    expect(packOf({ criteria: [SIZE] })).toEqual({
      id: "p",
      title: "P",
      scale: { min: 1, max: 5, step: 1, words: [], rules: [] },
      unknown: "neutral",
      coverageFloor: 0,
      criteria: [
        {
          ...SIZE,
          importance: 1,
          direction: "higher-is-better",
          scale: { min: 1, max: 5, step: 1 },
          anchors: [],
          probes: [],
          evidence: [],
        },
      ],
      reasons: [],
      levels: [],
      readiness: [],
    });
  });

  it("makes labels from ids", () => {
    const pack = packOf({
      kinds: ["public-broadcaster", { id: "museum" }, { id: "x", label: "Anyone else" }],
      reasons: [{ id: "reach-new-users" }],
      levels: [{ id: "glance" }],
      readiness: [{ id: "formal-process" }],
    });
    expect(pack.kinds).toEqual([
      { id: "public-broadcaster", label: "Public broadcaster" },
      { id: "museum", label: "Museum" },
      { id: "x", label: "Anyone else" },
    ]);
    expect(pack.reasons).toEqual([{ id: "reach-new-users", label: "Reach new users", emphasis: {}, readings: {} }]);
    expect(pack.levels).toEqual([{ id: "glance", label: "Glance", conditions: { answers: {}, basis: {} } }]);
    expect(pack.readiness).toEqual([{ id: "formal-process", statement: "Formal process" }]);
  });

  it("may leave every map empty", () => {
    const pack = packOf({
      scale: {},
      reasons: [{ id: "a", emphasis: {}, readings: {} }],
      levels: [{ id: "l", conditions: { answers: {}, basis: {} }, advised: {} }],
    });
    expect(pack.levels).toEqual([{ id: "l", label: "L", conditions: { answers: {}, basis: {} } }]);
  });

  it("keeps everything that it does say", () => {
    const criterion = {
      ...SIZE,
      heading: "Size of it",
      group: "worth",
      why: "w",
      notThis: "n",
      importance: 3,
      minimum: 2,
      probes: ["p"],
      evidence: ["e"],
      trap: "t",
    };
    const level = { id: "l", label: "L", meaning: "m", why: "w", decidedBy: "d", writeDown: "x" };
    const statement = { id: "s", statement: "S", ask: "a", yes: "y", partly: "p", no: "n", remedy: "r", whenNo: "l" };
    const reason = { id: "r", label: "R", emphasis: { size: 2 }, why: "w", readings: { size: "read so" } };
    const priority = { kinds: ["museum"], points: 3, why: "w" };
    const pack = packOf({
      version: "1",
      source: "s",
      unknown: "worst",
      coverageFloor: 0.6,
      criteria: [criterion],
      levels: [level],
      readiness: [statement],
      reasons: [reason],
      kinds: ["museum"],
      priority,
    });
    expect(pack).toMatchObject({ version: "1", source: "s", unknown: "worst", coverageFloor: 0.6, priority });
    expect(pack.criteria[0]).toMatchObject(criterion);
    expect(pack.levels[0]).toMatchObject(level);
    expect(pack.readiness).toEqual([statement]);
    expect(pack.reasons).toEqual([reason]);
  });
});

describe("a scale", () => {
  const onScale = (scale: object, more: object = {}) =>
    packOf({ scale, criteria: [{ ...SIZE, ...more }] }).criteria[0].scale;

  it("of the pack holds for each question without one of its own", () => {
    expect(onScale({ min: 0, max: 10, step: 0.5 })).toEqual({ min: 0, max: 10, step: 0.5 });
  });

  it("of a question takes the ends it does not say from the pack's, and its step is 1", () => {
    expect(onScale({ min: 0, max: 10, step: 0.5 }, { scale: { max: 40 } })).toEqual({ min: 0, max: 40, step: 1 });
    expect(onScale({ min: 0, max: 10, step: 0.5 }, { scale: { min: 5, step: 2 } })).toEqual({
      min: 5,
      max: 10,
      step: 2,
    });
  });

  it("keeps words and anchors in rising order", () => {
    const pack = packOf({
      scale: { words: { 5: "five", "1": "one", "2.5": "half" } },
      criteria: [{ ...SIZE, anchors: { 3: "three", 1: "one" } }],
    });
    expect(pack.scale.words).toEqual([
      { answer: 1, text: "one" },
      { answer: 2.5, text: "half" },
      { answer: 5, text: "five" },
    ]);
    expect(pack.criteria[0].anchors.map(({ answer }) => answer)).toEqual([1, 3]);
  });

  it("that runs backwards or has one answer is reported, and nothing that follows from it", () => {
    const message = "A scale cannot go from 5 to 1: its min is less than its max.";
    expect(messagesOf({ scale: { min: 5, max: 1 }, criteria: [{ ...SIZE, minimum: 9, anchors: { 7: "x" } }] })).toEqual(
      [message],
    );
    expect(messagesOf({ criteria: [{ ...SIZE, scale: { max: 1 } }] })).toEqual([
      "A scale cannot go from 1 to 1: its min is less than its max.",
    ]);
  });

  it("holds the minimum, the anchors, the words and the conditions of levels", () => {
    expect(
      messagesOf({
        scale: { words: { 0: "none" } },
        criteria: [{ ...SIZE, minimum: 6, anchors: { 9: "x" } }],
        levels: [{ id: "a", conditions: { answers: { size: 7 } } }, { id: "b" }],
      }).toSorted(),
    ).toEqual([
      "0 is not on the scale of this pack: it goes from 1 to 5.",
      "6 is not on the scale of Size: it goes from 1 to 5.",
      "7 is not on the scale of Size: it goes from 1 to 5.",
      "9 is not on the scale of Size: it goes from 1 to 5.",
    ]);
  });

  it("has numbers for keys, each once", () => {
    expect(messagesOf({ criteria: [{ ...SIZE, anchors: { one: "x", "1.0": "y", "1.": "z" } }] })).toEqual([
      "“one” is not an answer: the keys of “anchors” are numbers on the scale.",
      "“anchors” already says what 1 is.",
    ]);
  });
});

describe("value points", () => {
  const withValues = (values: object, more: object = {}) => ({ criteria: [{ ...SIZE, values, ...more }] });

  it("that rise make higher better, with or without saying so", () => {
    const points = [
      { answer: 1, value: 0 },
      { answer: 3, value: 0.8 },
      { answer: 5, value: 1 },
    ];
    for (const more of [{}, { direction: "higher-is-better" }]) {
      const [criterion] = packOf(withValues({ 5: 1, 1: 0, 3: 0.8 }, more)).criteria;
      expect(criterion).toMatchObject({ direction: "higher-is-better", values: points });
    }
  });

  it("that fall make lower better", () => {
    expect(packOf(withValues({ 1: 1, 5: 0 })).criteria[0].direction).toBe("lower-is-better");
  });

  it("together with a direction that they contradict or repeat are refused", () => {
    expect(messagesOf(withValues({ 1: 0, 5: 1 }, { direction: "lower-is-better" }))).toEqual([
      "The values of Size rise, and its direction says that lower is better.",
    ]);
    for (const direction of ["lower-is-better", "higher-is-better"]) {
      expect(messagesOf(withValues({ 1: 1, 5: 0 }, { direction }))).toEqual([
        "The values of Size fall, which already says that lower is better.",
      ]);
    }
  });

  it("say what both ends of the scale are worth", () => {
    expect(messagesOf(withValues({ 1: 0, 4: 1 }))).toEqual(["The values of Size do not say what 5 is worth."]);
    expect(messagesOf(withValues({}))).toEqual(["The values of Size do not say what 1 and 5 are worth."]);
  });

  it("never stay level or turn back", () => {
    for (const values of [
      { 1: 0, 3: 0.5, 4: 0.5, 5: 1 },
      { 1: 0, 3: 0.9, 5: 0.5 },
      { 1: 0, 5: 0 },
    ]) {
      expect(messagesOf(withValues(values))).toEqual([
        "The values of Size neither rise all the way nor fall all the way.",
      ]);
    }
  });

  it("off the scale, or beyond 0 to 1, are reported once", () => {
    expect(messagesOf(withValues({ 1: 0, 6: 1 }))).toEqual(["6 is not on the scale of Size: it goes from 1 to 5."]);
    expect(messagesOf(withValues({ 1: 0, 5: 1.5 }))[0]).toBe("“5” cannot be 1.5: it is from 0 to 1.");
  });
});

describe("what a pack names in itself", () => {
  const unknown: readonly [string, object, string, string | undefined][] = [
    [
      "a criterion in emphasis",
      { reasons: [{ id: "r", emphasis: { sise: 2 } }] },
      "There is no criterion “sise” in this pack.",
      "size",
    ],
    [
      "a criterion in readings",
      { reasons: [{ id: "r", readings: { Trust: "x" } }] },
      "There is no criterion “Trust” in this pack.",
      "trust",
    ],
    [
      "a criterion in answers of a level",
      { levels: [{ id: "l", conditions: { answers: { x: 1 } } }, { id: "m" }] },
      "There is no criterion “x” in this pack.",
      undefined,
    ],
    [
      "a criterion in basis of a level",
      { levels: [{ id: "l", conditions: { basis: { trusts: "read" } } }, { id: "m" }] },
      "There is no criterion “trusts” in this pack.",
      "trust",
    ],
    [
      "a level in held",
      { levels: [{ id: "date", conditions: { held: "glace" } }, { id: "glance" }] },
      "There is no level of relationship “glace” in this pack.",
      "glance",
    ],
    [
      "a level in advised",
      { levels: [{ id: "date", advised: { held: "x" } }] },
      "There is no level of relationship “x” in this pack.",
      undefined,
    ],
    [
      "a level in whenNo",
      { levels: [{ id: "date" }], readiness: [{ id: "s", whenNo: "dates" }] },
      "There is no level of relationship “dates” in this pack.",
      "date",
    ],
    [
      "a kind in priority",
      { kinds: ["museum"], priority: { kinds: ["musuem"], points: 1 } },
      "There is no kind of partner “musuem” in this pack.",
      "museum",
    ],
  ];
  for (const [what, written, message, didYouMean] of unknown) {
    it(`must be there: ${what}`, () => {
      expect(problemsOf(written)).toHaveLength(1);
      expect(problemsOf(written)[0]).toMatchObject({ message, ...(didYouMean !== undefined && { didYouMean }) });
    });
  }

  it("as a kind in priority may be anything where the pack lists no kinds", () => {
    expect(packOf({ priority: { kinds: ["museum"], points: 1 } }).priority).toEqual({ kinds: ["museum"], points: 1 });
  });

  it("has an id of its own in each list", () => {
    expect(
      messagesOf({
        criteria: [SIZE, SIZE],
        reasons: [{ id: "a" }, { id: "a" }],
        kinds: ["b", { id: "b" }],
        levels: [{ id: "c" }, { id: "c" }],
        readiness: [{ id: "d" }, { id: "d" }],
        priority: { kinds: ["b", "b"], points: 1 },
      }),
    ).toEqual([
      "The kind “b” stands in “priority” twice.",
      "Two criteria have the id “size”.",
      "Two reasons have the id “a”.",
      "Two kinds have the id “b”.",
      "Two levels have the id “c”.",
      "Two readiness statements have the id “d”.",
    ]);
  });

  it("may be called as the language calls things of its own", () => {
    const pack = packOf({
      criteria: [{ ...SIZE, id: "constructor" }],
      reasons: [{ id: "valueof", emphasis: { constructor: 2 } }],
      levels: [{ id: "l", conditions: { answers: { constructor: 3 } } }, { id: "m" }],
    });
    expect(Object.entries(pack.reasons[0].emphasis)).toEqual([["constructor", 2]]);
    expect(messagesOf({ reasons: [{ id: "r", emphasis: { constructor: 2 } }] })).toEqual([
      "There is no criterion “constructor” in this pack.",
    ]);
  });
});

describe("the last level", () => {
  it("has no conditions", () => {
    for (const conditions of [{ score: 0 }, { coverage: 0 }, { answers: { size: 2 } }, { basis: { size: "read" } }]) {
      expect(messagesOf({ levels: [{ id: "date" }, { id: "glance", conditions }] })).toEqual([
        "Glance is the last level, and it has conditions.",
      ]);
    }
  });

  it("may say so with maps that are empty", () => {
    expect(messagesOf({ levels: [{ id: "glance", conditions: { answers: {}, basis: {} } }] })).toEqual([]);
  });
});

describe("problems in a pack", () => {
  it("of its form and of its meaning are found together, in the order of the file", () => {
    const tree = yamlTree(
      [
        "id: p",
        "titel: P",
        "criteria:",
        "  - {id: size, label: Size, question: How big?, minimum: 9, importnace: 2}",
        "levels: [{id: date, conditions: {held: dat}}, {id: glance}]",
      ].join("\n"),
      "pack.yaml",
    );
    const result = checked((problems) => packFrom(readCriteria(tree, problems), tree, problems));
    const told = result.ok ? [] : result.problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
    expect(told).toEqual(["2:1 unknown-key", "4:58 off-scale", "4:61 unknown-key", "5:40 unknown-level"]);
  });

  it("never throw, whatever a small pack says", () => {
    const value = fc.constantFrom<unknown>(
      null,
      0,
      1,
      3,
      9,
      "size",
      "glance",
      [],
      {},
      ["size"],
      { size: 2 },
      { 1: 0, 5: 1 },
    );
    const thing = fc.dictionary(
      fc.constantFrom(
        "id",
        "label",
        "question",
        "emphasis",
        "conditions",
        "values",
        "scale",
        "minimum",
        "held",
        "answers",
      ),
      value,
    );
    const list = fc.oneof(value, fc.array(fc.oneof(value, thing), { maxLength: 2 }));
    const written = fc.dictionary(
      fc.constantFrom("id", "title", "criteria", "reasons", "kinds", "levels", "readiness", "priority", "scale"),
      list,
    );
    fc.assert(
      fc.property(written, (drawn) => {
        const tree = plainTree(drawn);
        const result = checked((problems) => packFrom(readCriteria(tree, problems), tree, problems));
        if (result.ok) expect(resolveCriteria(readWithout(drawn), tree)).toEqual(result);
      }),
    );
  });
});

/** The written pack of a value that has no problems. */
function readWithout(value: unknown) {
  const result = checked((problems) => readCriteria(plainTree(value), problems));
  if (!result.ok) throw new Error("has problems");
  return result.value;
}
