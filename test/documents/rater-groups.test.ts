import { describe, expect, it } from "vitest";
import { raterGroups } from "../../src/documents/rater-groups.ts";
import { plainTree } from "./plain-tree.ts";

interface Looks {
  readonly rater?: string;
  readonly title?: string;
  readonly names: readonly (string | { readonly id: string; readonly name: string })[];
}

function tree({ rater, title, names }: Looks) {
  const candidates = names.map((name) => (typeof name === "string" ? { name } : name));
  return plainTree({ ...(rater && { rater }), ...(title && { decision: title }), candidates });
}

function grouped(...files: readonly Looks[]) {
  return raterGroups(files.map(tree));
}

describe("decisions read as the files of raters of one", () => {
  it("where they name their raters and have one title", () => {
    const [ann, ben] = ["Ann", "Ben"].map((rater) => ({ rater, title: "T", names: [rater] }));
    expect(grouped(ann, ben)).toEqual([[0, 1]]);
  });

  it("where a title is missing and they have a candidate in common, even a misspelt one", () => {
    const ann = { rater: "Ann", title: "T", names: ["Radio Este", "Zoo"] };
    expect(grouped(ann, { rater: "Ben", names: ["Zoo"] })).toEqual([[0, 1]]);
    expect(grouped(ann, { rater: "Ben", names: ["Radio Esta"] })).toEqual([[0, 1]]);
    expect(grouped(ann, { rater: "Ben", names: ["Aquarium"] })).toEqual([[0], [1]]);
    const byId = (rater: string, name: string) => ({ rater, names: [{ id: "x", name }] });
    expect(grouped(byId("Ann", "Old name"), byId("Ben", "New name"))).toEqual([[0, 1]]);
  });

  it("where a slip is in the title", () => {
    const titled = (rater: string, title: string) => ({ rater, title, names: [rater] });
    expect(grouped(titled("Ann", "Story time partners"), titled("Ben", "Story time partner"))).toEqual([[0, 1]]);
    expect(grouped(titled("Ann", "Partners 2026"), titled("Ben", "Partners 2027"))).toEqual([[0], [1]]);
  });

  it("in several groups, each in the order of its files", () => {
    const file = (rater: string, title: string | undefined, name: string) => ({
      rater,
      names: [name],
      ...(title !== undefined && { title }),
    });
    expect(
      grouped(file("Ann", undefined, "Zoo"), file("Ben", "U", "Bar"), file("Cay", "T", "Zoo"), file("Dee", "U", "Zoo")),
    ).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});

describe("decisions stand alone", () => {
  it("where they name no rater", () => {
    const file = { title: "T", names: ["Zoo"] };
    expect(grouped(file, file, { ...file, rater: "Ann" })).toEqual([[0], [1], [2]]);
  });

  it("where there is nothing in them that could be compared", () => {
    const trees = [
      {},
      { rater: "Ann" },
      { rater: "Ben", candidates: 7 },
      { rater: 1, candidates: [null, { name: {} }] },
    ];
    expect(raterGroups(trees.map((value) => plainTree(value)))).toEqual([[0], [1], [2], [3]]);
  });
});

describe("a table", () => {
  it("names its raters by a column", () => {
    const rows = { candidates: [{ name: "Zoo", rater: "Ann" }] };
    const yaml = tree({ rater: "Ben", names: ["Zoo"] });
    expect(raterGroups([yaml, plainTree(rows, "t.csv", ["name", "rater"])])).toEqual([[0, 1]]);
    expect(raterGroups([yaml, plainTree(rows, "t.csv", ["name"])])).toEqual([[0], [1]]);
  });
});
