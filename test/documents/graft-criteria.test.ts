import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graftCriteria } from "../../src/documents/graft-criteria.ts";
import { checked } from "../../src/documents/problems.ts";
import { yamlTree } from "./yaml-text.ts";

const PARENT = `id: parent
title: Parent
format: 1
scale: {min: 1, max: 5, words: {1: low, 5: high}}
criteria:
  - {id: size, label: Size, question: How big?, values: {1: 0, 3: 0.8, 5: 1}}
  - {id: trust, label: Trust, question: Who vouches?, probes: [one, two]}
kinds: [museum, {id: shop, label: Shop}]
levels:
  - {id: date, conditions: {score: 50, answers: {size: 2, trust: 2}}}
  - {id: glance}
priority: {kinds: [museum], points: 3}
`;

function grafted(child: string, parent = PARENT) {
  const result = checked((problems) =>
    graftCriteria(yamlTree(parent, "parent.yaml"), yamlTree(child, "child.yaml"), problems),
  );
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

/** What stands under a path once the child is grafted. */
function graftedAt(child: string, ...path: readonly (string | number)[]): unknown {
  // Each step leads into a map or a list, or the test fails.
  return path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], grafted(child).value);
}

describe("a pack grafted onto another", () => {
  it("with nothing in it says what the other says, but for the format", () => {
    const { format: _, ...parent } = yamlTree(PARENT).value as Record<string, unknown>;
    expect(grafted("extends: parent.yaml").value).toEqual({ ...parent, extends: "parent.yaml" });
  });

  it("changes a key in a map and leaves its neighbours", () => {
    expect(graftedAt("scale: {max: 7, words: {5: best}}", "scale")).toEqual({
      min: 1,
      max: 7,
      words: { 1: "low", 5: "best" },
    });
    expect(graftedAt("priority: {points: 1}", "priority")).toEqual({ kinds: ["museum"], points: 1 });
    expect(graftedAt("levels: [{id: date, conditions: {answers: {size: 3}}}]", "levels", 0, "conditions")).toEqual({
      score: 50,
      answers: { size: 3, trust: 2 },
    });
  });

  it("changes a thing by its id, and puts new ones last", () => {
    expect(graftedAt("criteria: [{id: new, label: New}, {id: trust, importance: 3}]", "criteria")).toMatchObject([
      { id: "size" },
      { id: "trust", question: "Who vouches?", importance: 3, probes: ["one", "two"] },
      { id: "new", label: "New" },
    ]);
  });

  it("knows a kind by its id alone", () => {
    expect(graftedAt("kinds: [shop, farm, {id: museum, label: House of art}]", "kinds")).toEqual([
      { id: "museum", label: "House of art" },
      { id: "shop", label: "Shop" },
      "farm",
    ]);
  });

  it("replaces a list of texts as a whole", () => {
    expect(graftedAt("criteria: [{id: trust, probes: [three]}]", "criteria", 1, "probes")).toEqual(["three"]);
    expect(graftedAt("priority: {kinds: [shop]}", "priority", "kinds")).toEqual(["shop"]);
  });

  it("removes with nothing", () => {
    const child = "{priority: null, levels: , criteria: [{id: size, values: {3: null}}, {id: trust, probes: null}]}";
    expect(graftedAt(child)).not.toHaveProperty("priority");
    expect(graftedAt(child)).not.toHaveProperty("levels");
    expect(graftedAt(child, "criteria", 0, "values")).toEqual({ 1: 0, 5: 1 });
    expect(graftedAt(child, "criteria", 1)).not.toHaveProperty("probes");
  });

  it("keeps a nothing that removes nothing, so that a misspelt key is still found", () => {
    expect(graftedAt("criteria: [{id: size, minimun: null}]", "criteria", 0)).toHaveProperty("minimun", null);
  });

  it("removes a thing from a list that is written as a map by id", () => {
    const child = "{criteria: {size: null, trust: {importance: 2}, new: {label: New}}, kinds: {shop: }}";
    expect(graftedAt(child, "criteria")).toMatchObject([
      { id: "trust", importance: 2, label: "Trust" },
      { id: "new", label: "New" },
    ]);
    expect(graftedAt(child, "kinds")).toEqual(["museum"]);
  });

  it("cannot remove a thing that is not there", () => {
    const result = checked((problems) =>
      graftCriteria(yamlTree(PARENT), yamlTree("criteria:\n  sise: null\n", "child.yaml"), problems),
    );
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: "nothing-to-remove", didYouMean: "size", place: { path: "child.yaml", line: 2, column: 3 } }],
    });
  });

  it("keeps both of two things with one id, so that the second is found", () => {
    expect(graftedAt("criteria: [{id: size, importance: 1}, {id: size, importance: 2}]", "criteria")).toHaveLength(3);
  });

  it("says what holds where the two do not fit together", () => {
    expect(graftedAt("scale: 5", "scale")).toBe(5);
    expect(graftedAt("criteria: size", "criteria")).toBe("size");
  });

  it("does not mind keys that the language has for itself", () => {
    expect(graftedAt("scale: {words: {__proto__: x, constructor: y}}", "scale", "words")).toEqual(
      JSON.parse('{"1": "low", "5": "high", "__proto__": "x", "constructor": "y"}'),
    );
  });
});

describe("the places of a grafted pack", () => {
  const tree = grafted(
    "extends: parent.yaml\nscale:\n  max: 7\ncriteria:\n  - id: trust\n    minimum: 9\n  - id: new\n",
  );

  const places: readonly [readonly (string | number)[], "key" | "value", string][] = [
    [["scale", "max"], "value", "child.yaml:3:8"],
    [["scale", "max"], "key", "child.yaml:3:3"],
    [["scale", "min"], "value", "parent.yaml:4:14"],
    [["scale", "words", "1"], "value", "parent.yaml:4:36"],
    [["criteria", 0, "label"], "value", "parent.yaml:6:23"],
    [["criteria", 1, "minimum"], "value", "child.yaml:6:14"],
    [["criteria", 1, "probes", 1], "value", "parent.yaml:7:69"],
    [["criteria", 2, "id"], "value", "child.yaml:7:9"],
    [["levels", 0, "conditions", "score"], "key", "parent.yaml:10:29"],
    [["title"], "value", "parent.yaml:2:8"],
  ];
  for (const [path, part, place] of places) {
    it(`are where they were written: the ${part} of ${path.join(".")} in ${place}`, () => {
      const { path: file, line, column } = tree.placeOf(path, part);
      expect(`${file}:${line}:${column}`).toBe(place);
    });
  }

  it("of something that is missing are those of the thing that should have it", () => {
    expect(tree.placeOf(["criteria", 2, "question"], "value")).toMatchObject({ path: "child.yaml", line: 7 });
    expect(tree.placeOf(["criteria", 1, "heading"], "value")).toMatchObject({ path: "child.yaml", line: 5 });
  });

  it("keep the characters that stand there", () => {
    const versions = grafted(
      "version: 1.0\ncriteria: [{id: trust, label: 2.0}]",
      "version: 3.0\nid: 4.0\ncriteria: [{id: trust, label: x}]",
    );
    expect(versions.textOf(["version"])).toBe("1.0");
    expect(versions.textOf(["id"])).toBe("4.0");
    expect(versions.textOf(["criteria", 0, "label"])).toBe("2.0");
  });

  it("lead through a pack that extends a pack", () => {
    const middle = grafted("title: Middle\ncriteria: [{id: size, label: Bulk}]");
    const result = checked((problems) =>
      graftCriteria(middle, yamlTree("criteria: [{id: size, importance: 2}]", "leaf.yaml"), problems),
    );
    const leaf = result.ok ? result.value : undefined;
    const pathOf = (path: readonly (string | number)[]) => leaf?.placeOf(path, "value").path;
    expect(pathOf(["criteria", 0, "importance"])).toBe("leaf.yaml");
    expect(pathOf(["criteria", 0, "label"])).toBe("child.yaml");
    expect(pathOf(["criteria", 0, "question"])).toBe("parent.yaml");
    expect(pathOf(["title"])).toBe("child.yaml");
  });

  it("lead to what the value says, for any two packs", () => {
    const text = fc.constantFrom("a", "b", "c");
    const map = fc.dictionary(text, fc.nat(9), { maxKeys: 3 });
    const things = fc.uniqueArray(fc.record({ id: text, label: fc.nat(9), scale: map }), {
      selector: ({ id }) => id,
      maxLength: 3,
    });
    const pack = fc.record({ scale: map, criteria: things, title: fc.nat(9) }, { requiredKeys: [] });
    fc.assert(
      fc.property(pack, pack, (parent, child) => {
        const trees = {
          "parent.yaml": yamlTree(JSON.stringify(parent), "parent.yaml"),
          "child.yaml": yamlTree(JSON.stringify(child), "child.yaml"),
        };
        const result = checked((problems) => graftCriteria(trees["parent.yaml"], trees["child.yaml"], problems));
        if (!result.ok) throw new Error("nothing can be wrong here");
        for (const [path, value] of leaves(result.value.value)) {
          const { lineText, column, length } = result.value.placeOf(path, "value");
          expect(lineText.slice(column - 1, column - 1 + length)).toBe(JSON.stringify(value));
        }
      }),
    );
  });
});

function leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly [readonly (string | number)[], unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}
