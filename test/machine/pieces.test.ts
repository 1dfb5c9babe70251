import fc from "fast-check";
import { expect, it } from "vitest";
import { inPieces } from "../../src/machine/pieces.ts";

it("many small pieces become few large ones that say the same", () => {
  const many = Array.from({ length: 50_000 }, (_, row) => `row ${row}\n`);
  const few = [...inPieces(many)];
  expect(few.join("")).toBe(many.join(""));
  expect(few.length).toBeLessThan(20);
});

it("nothing is lost or added, whatever the pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40_000 }), { maxLength: 8 }), (pieces) => {
      expect([...inPieces(pieces)].join("")).toBe(pieces.join(""));
    }),
    { numRuns: 30 },
  );
});
