import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, upperEnvelope } from "../../src/analysis/upper-envelope.ts";

const anyHeight = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 8, noNaN: true }));
const anyLines = fc.array(fc.record({ start: anyHeight, end: anyHeight }), { minLength: 1, maxLength: 12 });

function heightAt({ start, end }: Line, place: number): number {
  return start + (end - start) * place;
}

describe("the upper envelope of straight lines", () => {
  it("has no gap from 0 to 1, and no two stretches with the same lines side by side", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const stretches = upperEnvelope(lines);
        expect(stretches[0].from).toBe(0);
        expect(stretches.at(-1)?.to).toBe(1);
        for (const [place, stretch] of stretches.entries()) {
          expect(stretch.to).toBeGreaterThanOrEqual(stretch.from);
          if (place === 0) continue;
          expect(stretch.from).toBe(stretches[place - 1].to);
          expect(stretch.lines).not.toEqual(stretches[place - 1].lines);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("shows at 201 places the lines that are highest there, and no others", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const stretches = upperEnvelope(lines);
        for (let step = 0; step <= 200; step += 1) {
          const place = step / 200;
          const heights = lines.map((line) => heightAt(line, place));
          const highest = Math.max(...heights);
          const near = heights.flatMap((height, line) => (height > highest - 1e-6 ? [line] : []));
          const shown = stretches.filter(({ from, to }) => from <= place && place <= to).flatMap((each) => each.lines);
          expect(near).toEqual(expect.arrayContaining(shown));
          if (near.length === 1) expect(shown).toContain(near[0]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("takes crossings that differ only by rounding for one place", () => {
    const through = (slope: number): Line => ({ start: 0.3 - slope / 3, end: 0.3 + (slope * 2) / 3 });
    const stretches = upperEnvelope([through(-1), through(-0.1), through(0.7), through(1)]);
    expect(stretches).toEqual([
      { from: 0, to: expect.closeTo(1 / 3, 12), lines: [0] },
      { from: expect.closeTo(1 / 3, 12), to: expect.closeTo(1 / 3, 12), lines: [0, 1, 2, 3] },
      { from: expect.closeTo(1 / 3, 12), to: 1, lines: [3] },
    ]);
  });

  it("shows lines that are level all along together, and one that is level at an end only there", () => {
    expect(
      upperEnvelope([
        { start: 1, end: 1 },
        { start: 1, end: 1 + 1e-10 },
        { start: 1, end: 0 },
      ]),
    ).toEqual([
      { from: 0, to: 0, lines: [0, 1, 2] },
      { from: 0, to: 1, lines: [0, 1] },
    ]);
  });

  it("is nothing without lines", () => {
    expect(upperEnvelope([])).toEqual([]);
  });

  it("goes through a hundred thousand lines", () => {
    const lines = Array.from({ length: 100_000 }, (_, place) => ({ start: place, end: 100_000 - place }));
    expect(upperEnvelope(lines)).toEqual([
      { from: 0, to: 0.5, lines: [99_999] },
      { from: 0.5, to: 0.5, lines: Array.from(lines.keys()) },
      { from: 0.5, to: 1, lines: [0] },
    ]);
  });
});
