import { describe, expect, it } from "vitest";
import { readDecision } from "../../src/documents/check.ts";
import { type Checked, checked, type Diagnostic } from "../../src/documents/problems.ts";
import { decisionFrom, type ResolvedDecision } from "../../src/documents/resolve-decision.ts";
import { plainPack } from "./plain-pack.ts";
import { plainTree } from "./plain-tree.ts";
import { yamlTree } from "./yaml-text.ts";

const PACK = plainPack({
  criteria: ["size", "trust"],
  reasons: ["reach", "save"],
  kinds: ["museum", "shop"],
  levels: ["date", "glance"],
  readiness: ["plan", "money"],
});
const ABSTAINS = { size: { kind: "abstain" }, trust: { kind: "abstain" } };

interface RaterFile {
  readonly path: string;
  readonly columns?: readonly string[];
  readonly says: object;
}

function together(...files: readonly RaterFile[]): Checked<ResolvedDecision> {
  return checked((problems) =>
    decisionFrom(
      files.map(({ path, columns, says }) => {
        const tree = plainTree(says, path, columns);
        return { tree, written: readDecision(tree, problems) };
      }),
      PACK,
      problems,
    ),
  );
}

function decisionOf(...files: readonly RaterFile[]) {
  const result = together(...files);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value.decision;
}

function problemsOf(...files: readonly RaterFile[]): readonly Diagnostic[] {
  const result = together(...files);
  return result.ok ? [] : result.problems;
}

function warningsOf(...files: readonly RaterFile[]): readonly Diagnostic[] {
  const result = together(...files);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.warnings;
}

/** A rater's file with one answer to each of some candidates. */
function file(path: string, answers: Readonly<Record<string, number>>, more: object = {}): RaterFile {
  const candidates = Object.entries(answers).map(([name, size]) => ({ name, answers: { size } }));
  return { path, says: { ...more, candidates } };
}

const score = (number: number) => ({ size: { kind: "score", score: number } });

describe("several files", () => {
  it("are one decision with a ballot each, called by the rater or else by the file's name", () => {
    const { candidates, ballots } = decisionOf(
      file("round/one.yaml", { A: 1, B: 2 }, { rater: "Ann" }),
      file("round/two.yaml", { B: 3, A: 4 }),
      file("-", { A: 5, B: 5 }),
    );
    expect(candidates.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(ballots).toEqual([
      { rater: "Ann", answers: { a: score(1), b: score(2) } },
      { rater: "two.yaml", answers: { a: score(4), b: score(3) } },
      { rater: "standard input", answers: { a: score(5), b: score(5) } },
    ]);
  });

  it("take title, purpose and readiness from the first, and a candidate's details from the first that has it", () => {
    const decision = decisionOf(
      { path: "1", says: { decision: "T", purpose: "P", candidates: [{ name: "A", city: "x" }] } },
      {
        path: "2",
        says: {
          decision: "U",
          purpose: "Q",
          candidates: [
            { name: "A", city: "y", kind: "shop" },
            { name: "B", city: "z" },
          ],
        },
      },
    );
    expect(decision).toMatchObject({ title: "T", purpose: "P" });
    expect(decision.candidates).toEqual([
      { id: "a", name: "A", city: "x", kind: "shop" },
      { id: "b", name: "B", city: "z" },
    ]);
  });

  it("count a candidate that one of them leaves out as that rater's abstention", () => {
    const { ballots } = decisionOf(file("1", { A: 1 }), file("2", { B: 2 }));
    expect(ballots.map(({ answers }) => answers)).toEqual([
      { a: score(1), b: ABSTAINS },
      { a: ABSTAINS, b: score(2) },
    ]);
  });

  it("match candidates by the stated id, and else by the exact name", () => {
    const { candidates, ballots } = decisionOf(
      {
        path: "1",
        says: {
          candidates: [
            { id: "x", name: "Old name", answers: { size: 1 } },
            { name: "B", answers: { size: 2 } },
          ],
        },
      },
      {
        path: "2",
        says: {
          candidates: [
            { id: "x", name: "New name", answers: { size: 3 } },
            { id: "y", name: "B", answers: { size: 4 } },
          ],
        },
      },
      {
        path: "3",
        says: {
          candidates: [
            { name: "Old name", answers: { size: 5 } },
            { name: "b", answers: { size: 5 } },
          ],
        },
      },
    );
    expect(candidates).toEqual([
      { id: "x", name: "Old name" },
      { id: "y", name: "B" },
      { id: "b", name: "b" },
    ]);
    expect(ballots.map(({ answers }) => [answers.x, answers.y, answers.b])).toEqual([
      [score(1), score(2), ABSTAINS],
      [score(3), score(4), ABSTAINS],
      [score(5), ABSTAINS, score(5)],
    ]);
  });

  it("keep two stated ids apart, whatever the names", () => {
    const { candidates } = decisionOf(
      { path: "1", says: { candidates: [{ id: "x", name: "A" }] } },
      { path: "2", says: { candidates: [{ id: "y", name: "A" }] } },
    );
    expect(candidates.map(({ id }) => id)).toEqual(["x", "y"]);
  });

  it("are told of one name with two ids, and where both stand", () => {
    const stated = (path: string, id: string) => ({ path, says: { candidates: [{ id, name: "A" }] } });
    expect(warningsOf(stated("1", "x"), stated("2", "y"))).toMatchObject([
      {
        code: "same-name-other-id",
        message: "“A” has the id “y” here and “x” in 1:1:1, so it counts as two candidates.",
        place: { path: "2" },
        also: { path: "1" },
      },
    ]);
  });

  it("are told of titles and readiness answers that differ, of which the first file’s count", () => {
    const says = (title: string, plan: string, money?: string) => ({
      decision: title,
      readiness: { plan, ...(money && { money }) },
    });
    const files = [file("1", { A: 1 }, says("T", "yes")), file("2", { A: 2 }, says("U", "no", "partly"))] as const;
    expect(decisionOf(...files)).toMatchObject({ title: "T", readiness: { plan: "yes" } });
    expect(warningsOf(...files)).toMatchObject([
      { code: "titles-differ", place: { path: "2" }, also: { path: "1" } },
      {
        code: "readiness-differs",
        message: "The answer “no” to “Plan” does not count: “yes” counts, in 1:1:1.",
        place: { path: "2", lineText: "value readiness.plan" },
        also: { path: "1", lineText: "value readiness.plan" },
      },
      {
        code: "readiness-differs",
        message: "The answer “partly” to “Money” does not count: the first file says nothing, in 1:1:1.",
      },
    ]);
  });

  it("are told nothing of titles and readiness answers that only the first file has", () => {
    const first = file("1", { A: 1 }, { decision: "T", readiness: { plan: "yes" } });
    expect(warningsOf(first, file("2", { A: 2 }))).toEqual([]);
  });

  it("share reasons and importance, in whatever order they are written", () => {
    const shared = { reasons: ["reach", "save"], importance: { size: 1, trust: 2 } };
    const turned = { reasons: ["save", "reach"], importance: { trust: 2, size: 1 } };
    expect(decisionOf(file("1", { A: 1 }, shared), file("2", { A: 2 }, turned)).reasons).toEqual(["reach", "save"]);
    const problems = problemsOf(
      file("1", { A: 1 }, shared),
      file("2", { A: 2 }, { reasons: ["reach"], importance: { size: 1 } }),
    );
    expect(problems).toMatchObject([
      {
        code: "raters-differ",
        message: "The reasons are not the same: reach here, reach and save in 1:1:1.",
        place: { path: "2", lineText: "key reasons" },
        also: { path: "1", lineText: "key reasons" },
      },
      {
        code: "raters-differ",
        message: "The importance of Trust is not the same: not stated here, 2 in 1:1:1.",
        place: { path: "2", lineText: "value importance.trust" },
        also: { path: "1", lineText: "value importance.trust" },
      },
    ]);
  });

  it("that leave the reasons out do not share them", () => {
    expect(problemsOf(file("1", { A: 1 }, { reasons: ["reach"] }), file("2", { A: 2 }))).toMatchObject([
      { code: "raters-differ" },
    ]);
  });

  it("may be tables, which have no room for reasons and titles", () => {
    const table: RaterFile = {
      path: "t.csv",
      columns: [],
      says: { candidates: [{ name: "A", answers: { size: 5 } }] },
    };
    const decision = decisionOf(table, file("2", { A: 1 }, { decision: "T", reasons: ["reach"] }));
    expect(decision).toMatchObject({ title: "T", reasons: ["reach"], ballots: [{ rater: "t.csv" }, { rater: "2" }] });
  });

  it("that call one candidate a different kind, or hold it at another level, are refused", () => {
    const says = (kind: string, held: string) => ({ candidates: [{ name: "A", kind, held }] });
    const problems = problemsOf(
      { path: "1", says: says("museum", "date") },
      { path: "2", says: says("shop", "glance") },
    );
    expect(problems).toMatchObject([
      {
        code: "candidate-differs",
        message: "The kind of “A” is “shop” here and “museum” in 1:1:1.",
        place: { path: "2", lineText: "value candidates.0.kind" },
        also: { path: "1", lineText: "value candidates.0.kind" },
      },
      { code: "candidate-differs", message: "The level held with “A” is “glance” here and “date” in 1:1:1." },
    ]);
  });

  it("that write a name with another letter are refused, with both places", () => {
    const problems = problemsOf(file("1", { "Radio Este": 1, B: 1 }), file("2", { "Radio Estee": 2, B: 2 }));
    expect(problems).toMatchObject([
      {
        code: "names-nearly-alike",
        message: "“Radio Estee” differs by one letter from “Radio Este” in 1:1:1.",
        didYouMean: "Radio Este",
        place: { path: "2", lineText: "value candidates.0.name" },
        also: { path: "1", lineText: "value candidates.0.name" },
      },
    ]);
  });

  it("may have names that differ by a letter where one rater has both, or they have ids", () => {
    expect(problemsOf(file("1", { "Radio Este": 1, "Radio Estee": 1 }), file("2", { "Radio Estee": 1 }))).toEqual([]);
    const stated = (path: string, id: string, name: string) => ({ path, says: { candidates: [{ id, name }] } });
    expect(problemsOf(stated("1", "x", "Radio Este"), stated("2", "y", "Radio Estee"))).toEqual([]);
  });

  it("that write a name in another form, or where only one states an id, are refused as well", () => {
    const named = (path: string, name: string, id?: string) => ({
      path,
      says: { candidates: [id === undefined ? { name } : { id, name }] },
    });
    for (const [one, other] of [
      [named("1", "Caf\u00e9 Nord"), named("2", "Cafe\u0301 Nord")],
      [named("1", "City Zoo"), named("2", "CITY  ZOO")],
      [named("1", "Radio Este", "x"), named("2", "Radio Estee")],
      [named("1", "Radio Este"), named("2", "Radio Estee", "x")],
    ]) {
      expect(problemsOf(one, other)).toMatchObject([{ code: "names-nearly-alike", also: { path: "1" } }]);
    }
  });

  it("that state almost the same id for almost the same name are refused", () => {
    const stated = (path: string, id: string, name: string) => ({ path, says: { candidates: [{ id, name }] } });
    expect(problemsOf(stated("1", "harbor", "Zoo"), stated("2", "harbour", "Zoo"))).toMatchObject([
      {
        code: "ids-nearly-alike",
        didYouMean: "harbor",
        place: { path: "2", lineText: "value candidates.0.id" },
        also: { path: "1", lineText: "value candidates.0.id" },
      },
    ]);
    expect(problemsOf(stated("1", "harbor", "Zoo"), stated("2", "harbour", "Aquarium"))).toEqual([]);
  });

  it("find a slip among many candidates that everybody has", () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, number) => [`Museum ${number}`, 1]));
    const problems = problemsOf(file("1", { ...many, "Radio Este": 1 }), file("2", { ...many, "Radio Estee": 1 }));
    expect(problems).toMatchObject([{ code: "names-nearly-alike" }]);
  });

  it("may have names that differ only in a number or a letter of their own", () => {
    for (const [one, other] of [
      ["A", "B"],
      ["Branch A", "Branch B"],
      ["Post 7", "Post 8"],
      ["Radio 1", "Radio 10"],
    ]) {
      expect(problemsOf(file("1", { [one]: 1 }), file("2", { [other]: 1 }))).toEqual([]);
    }
  });

  it("with one rater's name twice are refused", () => {
    const problems = problemsOf(file("1", { A: 1 }, { rater: "Ann" }), file("2", { A: 2 }, { rater: " Ann " }));
    expect(problems).toMatchObject([{ code: "repeated-rater", place: { path: "2", lineText: "value rater" } }]);
    expect(problemsOf(file("a/x.yaml", { A: 1 }), file("b/x.yaml", { A: 2 }))).toMatchObject([
      {
        code: "repeated-rater",
        message: "Neither this file nor a/x.yaml names its rater, and both are called “x.yaml”.",
        place: { path: "b/x.yaml" },
        also: { path: "a/x.yaml" },
      },
    ]);
    const twice = file("x.yaml", { A: 1 });
    expect(problemsOf(twice, twice)).toMatchObject([
      { code: "repeated-rater", message: "“x.yaml” is named twice on the command line." },
    ]);
  });

  it("are all checked, not only the first", () => {
    const problems = problemsOf(file("1", { A: 9 }), file("2", { A: 8 }, { reasons: ["x"], readiness: { y: "no" } }));
    expect(problems.map(({ code, place }) => `${place?.path} ${code}`)).toEqual(
      expect.arrayContaining(["1 off-scale", "2 off-scale", "2 unknown-reason", "2 unknown-statement"]),
    );
  });
});

describe("a table", () => {
  const table = (...rows: readonly object[]): RaterFile => ({
    path: "t.csv",
    columns: [],
    says: { candidates: rows },
  });
  const row = (name: string, rater: string | undefined, size: number, more: object = {}) => ({
    name,
    ...(rater !== undefined && { rater }),
    answers: { size },
    ...more,
  });

  it("without raters is one ballot without a name", () => {
    expect(decisionOf(table(row("A", undefined, 1), row("B", undefined, 2))).ballots).toEqual([
      { answers: { a: score(1), b: score(2) } },
    ]);
  });

  it("with one rater is one ballot of that name", () => {
    expect(decisionOf(table(row("A", "Ann", 1))).ballots).toEqual([{ rater: "Ann", answers: { a: score(1) } }]);
  });

  it("with several raters is a ballot for each, and a row without a rater is the file's", () => {
    const { ballots, candidates } = decisionOf(
      table(row("A", "Ann", 1), row("A", "Ben", 2), row("B", "Ben", 3), row("A", undefined, 4)),
    );
    expect(candidates.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(ballots).toEqual([
      { rater: "Ann", answers: { a: score(1), b: ABSTAINS } },
      { rater: "Ben", answers: { a: score(2), b: score(3) } },
      { rater: "t.csv", answers: { a: score(4), b: ABSTAINS } },
    ]);
  });

  it("with two rows of one candidate by one rater is refused", () => {
    expect(problemsOf(table(row("A", "Ann", 1), row("A", "Ann", 2)))).toMatchObject([
      { code: "repeated-candidate-name", message: "“A” is given twice by “Ann”: it also stands in line 1." },
    ]);
    expect(problemsOf(table(row("A", "Ann", 1, { id: "x" }), row("B", "Ann", 2, { id: "x" })))).toMatchObject([
      { code: "repeated-candidate-id" },
    ]);
    expect(problemsOf(table(row("A", undefined, 1), row("A", undefined, 2)))).toMatchObject([
      { code: "repeated-candidate-name" },
    ]);
  });

  it("with more raters and candidates than a committee has is refused, not worked through", () => {
    const tooLarge = [{ code: "committee-too-large", path: "t.csv" }];
    const raters = Array.from({ length: 1_001 }, (_, number) => row("A", `Rater ${number}`, 1));
    expect(problemsOf(table(...raters))).toMatchObject(tooLarge);
    const pairs = Array.from({ length: 2_000 }, (_, number) => row(`Name ${number}`, `Rater ${number % 501}`, 1));
    expect(problemsOf(table(...pairs))).toMatchObject(tooLarge);
  });

  it("finds a letter added, dropped, changed or swapped in a name, and leaves other names alone", () => {
    const isTold = (one: string, other: string) =>
      problemsOf(table(row(one, "Ann", 1), row(other, "Ben", 1))).length > 0;
    for (const other of ["Radio Estee", "Radi Este", "Radio Esta", "Radio Etse", "RadioEste", "radio Este"]) {
      expect([other, isTold("Radio Este", other)]).toEqual([other, true]);
    }
    for (const other of ["Radio Oeste Norte", "Radio Eest!", "Radio tsEe", "Radio"]) {
      expect([other, isTold("Radio Este", other)]).toEqual([other, false]);
    }
  });

  it("is the only kind of file in which a candidate names a rater", () => {
    expect(problemsOf({ path: "1", says: { candidates: [{ name: "A", rater: "Ann" }] } })).toMatchObject([
      { code: "unknown-key" },
    ]);
  });
});

describe("where a candidate stands", () => {
  it("is kept for each rater who has it", () => {
    const trees = ["candidates: [{name: A}, {name: B}]", "candidates: [{name: B}]"].map((text, index) =>
      yamlTree(text, `${index}.yaml`),
    );
    const result = checked((problems) =>
      decisionFrom(
        trees.map((tree) => ({ tree, written: readDecision(tree, problems) })),
        PACK,
        problems,
      ),
    );
    const origins = result.ok ? result.value.origins : [];
    expect(origins.map(({ entries }) => [...entries])).toEqual([
      [0, 1],
      [-1, 0],
    ]);
    expect(origins[1].placeOf(["candidates", 0, "name"], "value")).toMatchObject({ path: "1.yaml", column: 21 });
  });
});
