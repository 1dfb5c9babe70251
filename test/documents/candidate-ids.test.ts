import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidateIds, idFromName } from "../../src/documents/candidate-ids.ts";
import { KEBAB } from "../../src/documents/schema-parts.ts";

describe("idFromName", () => {
  it("keeps letters, digits and marks of any script, in lower case", () => {
    expect(idFromName("Musée d’Histoire No. 7")).toBe("musée-d-histoire-no-7");
    expect(idFromName("국립중앙박물관 2관")).toBe("국립중앙박물관-2관");
    expect(idFromName("मुंबई संग्रहालय")).toBe("मुंबई-संग्रहालय");
  });

  it("is “candidate” when nothing is left", () => {
    expect(idFromName("— ! —")).toBe("candidate");
    expect(idFromName("🎷")).toBe("candidate");
  });

  it("is an id for any name", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => KEBAB.test(idFromName(name))));
  });

  it("survives a name as long as a file may be", () => {
    expect(idFromName(`${"a".repeat(1_000_000)} b`)).toHaveLength(1_000_002);
  });
});

describe("candidateIds", () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name }));

  it("numbers the second and third of the same id", () => {
    expect(candidateIds(named("A & B", "A B", "a-b", "C"))).toEqual(["a-b", "a-b-2", "a-b-3", "c"]);
  });

  it("leaves alone what is stated, even further down", () => {
    expect(
      candidateIds([{ name: "A B" }, { name: "A  B" }, { name: "x", id: "a-b" }, { name: "y", id: "a-b-2" }]),
    ).toEqual(["a-b-3", "a-b-4", "a-b", "a-b-2"]);
  });

  it("does not number into a name that makes such an id itself", () => {
    const ids = candidateIds(named("A B 2", "A B", "A/B"));
    expect(ids).toEqual(["a-b-2", "a-b", "a-b-3"]);
  });

  it("are never the same twice, for any names and any stated ids that differ", () => {
    const name = fc.stringMatching(/^[ab\-2 ]{1,4}$/);
    const candidate = fc.record({ name, id: fc.option(name, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (drawn) => {
        const stated = new Set<string>();
        const candidates = drawn.map(({ name, id }) => {
          if (id === undefined || stated.has(id)) return { name };
          stated.add(id);
          return { name, id };
        });
        const ids = candidateIds(candidates);
        expect(new Set(ids).size).toBe(candidates.length);
        for (const [index, { id }] of candidates.entries()) if (id !== undefined) expect(ids[index]).toBe(id);
      }),
    );
  });

  it("of two hundred thousand candidates without a letter in their name do not take the square of it", () => {
    const ids = candidateIds(Array.from({ length: 200_000 }, (_, index) => ({ name: "!".repeat(1 + (index % 3)) })));
    expect(ids.at(-1)).toBe("candidate-200000");
  });
});
