import { describe, expect, it } from "vitest";
import { formOf, nearness } from "../../src/documents/near-names.ts";

function near(one: string, other: string) {
  return nearness(formOf(one), formOf(other));
}

describe("a name is a slip of another", () => {
  it("by one letter more in a word that was short without it", () => {
    expect(near("City Zoo", "City Zoos")).toBe("letter");
  });

  it.each(["Radio Estee", "Radi Este", "Radio Esta", "Radio Etse", "RadioEste"])("by one letter: %s", (slip) => {
    expect(near(slip, "Radio Este")).toBe("letter");
    expect(near("Radio Este", slip)).toBe("letter");
  });

  it.each([
    ["RADIO ESTE", "Radio Este"],
    ["Radio  Este", "Radio Este"],
    ["Radio\u00a0Este", "Radio Este"],
    ["Cafe\u0301", "Caf\u00e9"],
    ["O\u2019Hare Museum", "O'Hare Museum"],
    ["North\u2013South", "North-South"],
    ["City\u200b Zoo", "City Zoo"],
  ])("by its form alone: %s", (one, other) => {
    expect(near(one, other)).toBe("form");
    expect(near(other, one)).toBe("form");
  });

  it.each([
    ["A", "B"],
    ["B", "b"],
    ["Branch A", "Branch B"],
    ["Post 7", "Post 8"],
    ["Bar 1a", "Bar 1b"],
    ["Zoo", "Zoe"],
    ["Radio 1", "Radio 10"],
    ["Radio Este", "Radio Oeste Norte"],
    ["北区公共図書館", "南区公共図書館"],
    ["Zoo", "Zoo"],
    ["", "Zoo"],
  ])("but not %s of %s", (one, other) => {
    expect(near(one, other)).toBeUndefined();
  });
});
