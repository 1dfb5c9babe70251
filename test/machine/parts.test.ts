import fc from "fast-check";
import { expect, it } from "vitest";
import { inParts } from "../../src/machine/parts.ts";

/** Each part is copied at once, as its room is used again. */
const partsOf = (pieces: readonly string[]) => Array.from(inParts(pieces), (part) => Buffer.from(part));

it("many small pieces become few large parts that say the same", () => {
  const many = Array.from({ length: 50_000 }, (_, row) => `row ${row}\n`);
  const parts = partsOf(many);
  expect(Buffer.concat(parts).toString()).toBe(many.join(""));
  expect(parts.length).toBeLessThan(5);
});

it("a part stays as it is while the next is made", () => {
  const pieces = Array.from({ length: 1000 }, (_, row) => String(row % 10).repeat(2000));
  const read: string[] = [];
  let before: Uint8Array | undefined;
  for (const part of inParts(pieces)) {
    if (before !== undefined) read.push(Buffer.from(before).toString());
    before = part;
  }
  read.push(Buffer.from(before ?? []).toString());
  expect(read.length).toBeGreaterThan(3);
  expect(read.join("")).toBe(pieces.join(""));
});

it("nothing is lost or added, whatever the pieces, and none is too long", () => {
  const piece = fc
    .record({ text: fc.string({ unit: "binary", maxLength: 400 }), times: fc.constantFrom(1, 1, 30, 1000) })
    .map(({ text, times }) => text.repeat(times));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(Buffer.concat(partsOf(pieces)).toString()).toBe(pieces.join(""));
    }),
    { numRuns: 60 },
  );
});
