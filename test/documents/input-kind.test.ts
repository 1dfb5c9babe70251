import { describe, expect, test } from "vitest";
import { inputKind } from "../../src/documents/input-kind.ts";
import { sourceOf } from "./places-of-tree.ts";

describe("which kind of text it is", () => {
  test("is what the person says, whatever the name or the text", () => {
    expect(inputKind(sourceOf("{}", "a.json"), "yaml")).toBe("yaml");
    expect(inputKind(sourceOf("a: b", "-"), "csv")).toBe("csv");
  });

  test("is else what the name ends with, in any case", () => {
    const kinds = ["a.yaml", "b.YML", "c.json", "D.CSV", "folder.csv/e.yaml"].map((path) =>
      inputKind(sourceOf("{}", path)),
    );
    expect(kinds).toEqual(["yaml", "yaml", "json", "csv", "yaml"]);
  });

  test.each([
    ['{"candidates": []}', "json"],
    ["\uFEFF \n[1]", "json"],
    ["{candidates: []}", "yaml"],
    ['{"candidates": [],}', "yaml"],
    ["name,mission\nA,4", "csv"],
    ['\uFEFFid,"name"\r\n1,A', "csv"],
    ["id, name ,mission", "csv"],
    ["name", "csv"],
    ["name;mission\nA;4", "csv"],
    ["id\tname\n1\tA", "csv"],
    ["name: A\n", "yaml"],
    ["title: name, kind\n", "yaml"],
    ["names,mission\n", "yaml"],
    ["", "yaml"],
  ] as const)("of %j is, without a name, %s", (text, kind) => {
    expect(inputKind(sourceOf(text, "-"))).toBe(kind);
    expect(inputKind(sourceOf(text, "decision.txt"))).toBe(kind);
  });
});
