import { describe, expect, it } from "vitest";
import { type OpenOptions, openDecision } from "../../src/documents/open-decision.ts";
import { openDocuments } from "../../src/documents/open-documents.ts";
import { openPack } from "../../src/documents/open-pack.ts";
import type { Checked, Diagnostic } from "../../src/documents/problems.ts";
import { memoryReader } from "./memory-reader.ts";

const PACK = (id: string, more = "") =>
  `id: ${id}\ntitle: Pack ${id}\ncriteria:\n  - {id: size, label: Size, question: How big?}\n${more}`;
const SHIPPED = { "partnering-with-purpose": PACK("partnering-with-purpose"), other: PACK("other") };
const MUSEUM = "candidates: [{name: Museum, answers: {size: 4}}]\n";

type Files = Readonly<Record<string, string>>;

function open(paths: string | readonly string[], files: Files, options: OpenOptions = {}) {
  return openDecision([paths].flat(), options, memoryReader(files, SHIPPED));
}

async function opened(paths: string | readonly string[], files: Files, options?: OpenOptions) {
  const result = await open(paths, files, options);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return { ...result.value, warnings: result.warnings };
}

function problemsIn(result: Checked<unknown>): readonly Diagnostic[] {
  return result.ok ? [] : result.problems;
}

function told(result: Checked<unknown>): readonly string[] {
  return problemsIn(result).map(({ code, place, path }) => {
    const where = place === undefined ? (path ?? "nowhere") : `${place.path}:${place.line}:${place.column}`;
    return `${where} ${code}`;
  });
}

describe("the pack of a decision", () => {
  it("is the ten questions where the file names none", async () => {
    const { decision, inputs } = await opened("d.yaml", { "d.yaml": MUSEUM });
    expect(decision.pack.id).toBe("partnering-with-purpose");
    expect(inputs.map(({ path }) => path)).toEqual(["d.yaml"]);
  });

  it("may be named by its id", async () => {
    expect((await opened("d.yaml", { "d.yaml": `criteria: other\n${MUSEUM}` })).decision.pack.id).toBe("other");
  });

  it("may be a file, seen from the decision, and is one of the inputs then", async () => {
    const files = { "a/d.yaml": `criteria: ../b/own.yaml\n${MUSEUM}`, "b/own.yaml": PACK("own") };
    const { decision, inputs } = await opened("a/d.yaml", files);
    expect(decision.pack.id).toBe("own");
    expect(inputs.map(({ path }) => path)).toEqual(["a/d.yaml", "b/own.yaml"]);
  });

  it("is a path by a slash, a backslash or an ending, and else an id", async () => {
    for (const [written, asked] of [
      ["./own", "own"],
      ["x\\own", "x\\own"],
      ["own.yaml", "own.yaml"],
      ["own.YML", "own.YML"],
      ["own.json", "own.json"],
    ]) {
      const reader = memoryReader({ "d.yaml": `criteria: ${written}\n${MUSEUM}` }, SHIPPED);
      await openDecision(["d.yaml"], {}, reader);
      expect(reader.asked).toEqual(["d.yaml", asked]);
    }
    expect(told(await open("d.yaml", { "d.yaml": `criteria: own.csv\n${MUSEUM}` }))).toEqual([
      "d.yaml:1:11 unknown-pack",
    ]);
  });

  it("of standard input is seen from the working folder", async () => {
    const reader = memoryReader({ "-": `criteria: ./own.yaml\n${MUSEUM}`, "own.yaml": PACK("own") });
    const result = await openDecision(["-"], {}, reader);
    expect(result).toMatchObject({ ok: true, value: { decision: { pack: { id: "own" } } } });
  });

  it("that the command line names wins, with a warning where the file names another", async () => {
    const files = { "a/d.yaml": `criteria: other\n${MUSEUM}`, "own.yaml": PACK("own"), "a/silent.yaml": MUSEUM };
    const { decision, warnings } = await opened("a/d.yaml", files, { criteria: "own.yaml" });
    expect(decision.pack.id).toBe("own");
    expect(warnings).toMatchObject([{ code: "option-wins", place: { path: "a/d.yaml", line: 1, column: 11 } }]);
    expect((await opened("a/silent.yaml", files, { criteria: "own.yaml" })).warnings).toEqual([]);
    expect((await opened("a/d.yaml", files, { criteria: "other" })).warnings).toEqual([]);
  });

  it("that nobody knows is reported where it is named, with the nearest", async () => {
    const result = await open("d.yaml", { "d.yaml": `criteria: othr\n${MUSEUM}` });
    expect(problemsIn(result)).toMatchObject([
      { code: "unknown-pack", didYouMean: "other", place: { path: "d.yaml", line: 1, column: 11 } },
    ]);
    const [option] = problemsIn(await open("d.yaml", { "d.yaml": MUSEUM }, { criteria: "mine" }));
    expect(option.hint).toBe(
      "The packs are partnering-with-purpose and other. For a file of your own write its path, as in ./my-criteria.yaml.",
    );
    expect(option.place).toBeUndefined();
  });

  it("whose file is missing is reported where it is named", async () => {
    const result = await open("d.yaml", { "d.yaml": `criteria: own.yaml\n${MUSEUM}` });
    expect(told(result)).toEqual(["d.yaml:1:11 missing-file"]);
  });

  it("reports its problems under its own path, beside those of the decision's form", async () => {
    const files = {
      "d.yaml": `criteria: own.yaml\npurpos: x\n${MUSEUM}`,
      "own.yaml": PACK("own", "coverageFloor: 2\nlevels: [{id: a, conditions: {held: b}}, {id: c}]\n"),
    };
    expect(told(await open("d.yaml", files))).toEqual([
      "d.yaml:2:1 unknown-key",
      "own.yaml:5:16 out-of-bounds",
      "own.yaml:6:37 unknown-level",
    ]);
  });

  it("cannot be a table, or a decision", async () => {
    const files = {
      "d.yaml": `criteria: ./t.csv\n${MUSEUM}`,
      "t.csv": "name\nA\n",
      "e.yaml": `criteria: ./d.yaml\n${MUSEUM}`,
    };
    expect(told(await open("d.yaml", files))).toEqual(["d.yaml:1:11 pack-is-table"]);
    expect(told(await open("e.yaml", files))).toEqual(["e.yaml:1:11 decision-for-pack"]);
  });
});

describe("a decision", () => {
  it("that is really a pack is explained", async () => {
    for (const text of [PACK("own"), "extends: other\nid: x\ntitle: X\n"]) {
      const result = await open("own.yaml", { "own.yaml": text });
      expect(problemsIn(result)).toMatchObject([{ code: "pack-for-decision" }]);
    }
  });

  it("written for a later program is refused for that alone", async () => {
    const result = await open("d.yaml", { "d.yaml": `format: 2\nnew: thing\n${MUSEUM}` });
    expect(told(result)).toEqual(["d.yaml:1:9 newer-format"]);
    expect(problemsIn(result)[0].message).toBe(
      "This file is written in format 2, and this program knows formats up to 1.",
    );
  });

  it("may be JSON or a table, by its name, by what it looks like, or by what the person says", async () => {
    const json = '{"candidates": [{"name": "Museum", "answers": {"size": "2-4"}}]}';
    const csv = "name,size\nMuseum,2-4\n";
    for (const [path, text, options] of [
      ["d.json", json, {}],
      ["-", json, {}],
      ["d.txt", json, { input: "json" }],
      ["d.csv", csv, {}],
      ["-", csv, {}],
      ["d.txt", csv, { input: "csv" }],
    ] as const) {
      const { decision } = await opened(path, { [path]: text }, options);
      expect(decision.ballots).toEqual([{ answers: { museum: { size: { kind: "range", low: 2, high: 4 } } } }]);
    }
  });

  it("that is a table reports a wrong column once, and cells where they are", async () => {
    const result = await open("d.csv", { "d.csv": "name,sise,size\nA,1,7\nB,2,3\n" });
    expect(told(result)).toEqual(["d.csv:1:6 unknown-column", "d.csv:2:5 off-scale"]);
  });

  it("that is a table with raters is a committee", async () => {
    const { decision } = await opened("d.csv", { "d.csv": "name,rater,size\nA,Ann,1\nA,Ben,3\n" });
    expect(decision.ballots.map(({ rater }) => rater)).toEqual(["Ann", "Ben"]);
  });

  it("that cannot be read or parsed is told as its reader tells it", async () => {
    expect(told(await open("x.yaml", {}))).toEqual(["x.yaml missing-file"]);
    const [problem] = problemsIn(await open("x.yaml", { "x.yaml": "candidates: [{name: A}" }));
    expect(problem.place?.path).toBe("x.yaml");
  });

  it("is found again, candidate by candidate and answer by answer", async () => {
    const text = "candidates:\n  - {name: A, answers: {size: 4}}\n  - {name: B}\n";
    const { placeOf } = await opened("d.yaml", { "d.yaml": text });
    const at = (candidate: string, criterion?: string) => {
      const place = placeOf(candidate, criterion);
      return place && `${place.path}:${place.line}:${place.column}`;
    };
    expect(at("a", "size")).toBe("d.yaml:2:31");
    expect(at("a")).toBe("d.yaml:2:12");
    expect(at("b", "size")).toBe("d.yaml:3:12");
    expect(at("c")).toBeUndefined();
    expect(at("constructor")).toBeUndefined();
  });
});

describe("raters' files", () => {
  it("make one decision, whose inputs are all of them", async () => {
    const { decision, inputs, placeOf } = await opened(["1.yaml", "2.yaml"], {
      "1.yaml": "candidates: [{name: Museum}]\n",
      "2.yaml": MUSEUM,
    });
    expect(decision.ballots.map(({ rater }) => rater)).toEqual(["1.yaml", "2.yaml"]);
    expect(inputs.map(({ path }) => path)).toEqual(["1.yaml", "2.yaml"]);
    expect(placeOf("museum", "size")).toMatchObject({ path: "2.yaml" });
  });

  it("agree on the pack, however each of them names it", async () => {
    const files = {
      "a/1.yaml": `criteria: ../own.yaml\n${MUSEUM}`,
      "2.yaml": `criteria: own.yaml\n${MUSEUM}`,
      "own.yaml": PACK("own"),
      "3.yaml": `criteria: other\n${MUSEUM}`,
    };
    expect(told(await open(["a/1.yaml", "2.yaml"], files))).toEqual([]);
    expect(told(await open(["2.yaml", "3.yaml"], files))).toEqual(["3.yaml:1:11 raters-differ"]);
  });

  it("that are broken are all told", async () => {
    const files = { "1.yaml": "candidates: [{nam: A}]\n", "2.yaml": "candidates: 3\n" };
    expect(told(await open(["1.yaml", "2.yaml", "3.yaml"], files))).toEqual([
      "3.yaml missing-file",
      "1.yaml:1:15 unknown-key",
      "2.yaml:1:13 wrong-type",
    ]);
  });
});

describe("a pack that extends another", () => {
  const openOwn = (files: Files) => openPack("own.yaml", memoryReader(files, SHIPPED));

  it("with nothing of its own but id and title is the other", async () => {
    const files = { "own.yaml": "extends: other\nid: own\ntitle: Own\n" };
    const [own, other] = [await openOwn(files), await openPack("other", memoryReader({}, SHIPPED))];
    if (!own.ok || !other.ok) throw new Error("both are right");
    expect(own.value.pack).toEqual({ ...other.value.pack, id: "own", title: "Own" });
    expect(own.warnings).toEqual([]);
    expect(own.value.inputs.map(({ path }) => path)).toEqual(["own.yaml"]);
    expect(other.value.inputs).toEqual([]);
  });

  it("may take over id and title as well, with a warning", async () => {
    const result = await openOwn({ "own.yaml": "extends: other\n" });
    expect(result).toMatchObject({
      ok: true,
      value: { pack: { id: "other", title: "Pack other" } },
      warnings: [{ code: "borrowed-id", place: { path: "own.yaml", line: 1, column: 1 } }],
    });
  });

  it("may lie elsewhere, and lead on", async () => {
    const files = {
      "own.yaml": "extends: a/middle.yaml\nid: own\n",
      "a/middle.yaml": "extends: ./base.yaml\nid: middle\ncriteria: [{id: size, importance: 3}]\n",
      "a/base.yaml": PACK("base"),
    };
    const result = await openOwn(files);
    expect(result).toMatchObject({
      ok: true,
      value: { pack: { id: "own", title: "Pack base", criteria: [{ importance: 3 }] } },
    });
    expect(result.ok && result.value.inputs.map(({ path }) => path)).toEqual([
      "own.yaml",
      "a/middle.yaml",
      "a/base.yaml",
    ]);
  });

  it("in a circle is refused, with the way round", async () => {
    const files = { "own.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "extends: a.yaml\n" };
    expect(problemsIn(await openOwn(files))).toMatchObject([
      {
        code: "extends-in-circle",
        message: "These packs extend each other in a circle: a.yaml → b.yaml → a.yaml.",
        place: { path: "b.yaml", line: 1, column: 10 },
      },
    ]);
    expect(told(await openOwn({ "own.yaml": "extends: ./own.yaml\n" }))).toEqual(["own.yaml:1:10 extends-in-circle"]);
  });

  it("on and on is refused", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, number) => [
        number === 0 ? "own.yaml" : `${number}.yaml`,
        `extends: ${number + 1}.yaml\n`,
      ]),
    );
    expect(told(await openOwn(files))).toEqual(["20.yaml:1:10 extends-too-deep"]);
  });

  it("reports what is wrong with the two together in the file that says it", async () => {
    const files = {
      "own.yaml": "extends: base.yaml\nscale: {max: 3}\n",
      "base.yaml": "id: base\ntitle: B\ncriteria: [{id: a, label: A, question: Q, minimum: 4}]\n",
    };
    expect(told(await openOwn(files))).toEqual(["base.yaml:3:52 off-scale"]);
  });

  it("that is not there is reported where it is named", async () => {
    expect(told(await openOwn({ "own.yaml": "extends: base.yaml\n" }))).toEqual(["own.yaml:1:10 missing-file"]);
    expect(told(await openOwn({ "own.yaml": "extends: base\n" }))).toEqual(["own.yaml:1:10 unknown-pack"]);
  });

  it("written for a later program is refused, wherever it stands in the chain", async () => {
    const files = { "own.yaml": "extends: base.yaml\n", "base.yaml": "format: 3\n" };
    expect(told(await openOwn(files))).toEqual(["base.yaml:1:9 newer-format"]);
  });
});

describe("a document", () => {
  const openOne = async (path: string, files: Files, reader = memoryReader(files, SHIPPED)) => {
    const [{ opened }] = await openDocuments([path], {}, reader);
    return opened;
  };

  it("is a pack by its list of criteria or by what it extends, and else a decision", async () => {
    const files = { "own.yaml": PACK("own"), "e.yaml": "extends: other\nid: e\n", "d.yaml": MUSEUM };
    expect(await openOne("own.yaml", files)).toMatchObject({
      ok: true,
      value: { kind: "criteria", pack: { id: "own" } },
    });
    expect(await openOne("e.yaml", files)).toMatchObject({ ok: true, value: { kind: "criteria", pack: { id: "e" } } });
    expect(await openOne("d.yaml", files)).toMatchObject({ ok: true, value: { kind: "decision" } });
  });

  it("is read once, so that it may be standard input", async () => {
    const reader = memoryReader({ "-": PACK("own") });
    expect(await openOne("-", {}, reader)).toMatchObject({ ok: true, value: { kind: "criteria" } });
    expect(reader.asked).toEqual(["-"]);
  });

  it("that is neither is told as a decision", async () => {
    expect(told(await openOne("x.yaml", { "x.yaml": "titel: x\n" }))).toEqual([
      "x.yaml:1:1 unknown-key",
      "x.yaml:1:1 missing-key",
    ]);
  });
});
