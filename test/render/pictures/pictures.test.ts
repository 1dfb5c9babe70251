import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowToHighPicture } from "../../../src/render/pictures/low-to-high.ts";
import { planePicture } from "../../../src/render/pictures/plane.ts";
import { stretchesPicture } from "../../../src/render/pictures/stretches.ts";

const points = fc.double({ min: -20, max: 130, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The value of an attribute wherever it stands, in per cent or in units of the picture. */
const all = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}="(-?[\\d.]+)%?"`, "g"))].map(([, value]) => Number(value));
const titleOf = (svg: string) => /<title>([^<]*)<\/title>/.exec(svg)?.[1];

describe("from low to high", () => {
  it("says in words what it shows", () => {
    expect(titleOf(lowToHighPicture({ low: 76.25, high: 86.25, score: 81.25 }))).toBe(
      "Score 81.3 of 100, from 76 to 86",
    );
    expect(titleOf(lowToHighPicture({ low: 76.1, high: 76.1, score: 76.1 }))).toBe("Score 76.1 of 100, certain");
  });

  it("fills what is certain, hatches what is open, and draws the score", () => {
    const svg = lowToHighPicture({ low: 76.25, high: 86.25, score: 81.25 });
    expect(svg).toContain('<rect class="certain" y="3" width="76.25%"');
    expect(svg).toContain('<rect class="open" x="76.25%" y="3" width="10%"');
    expect(svg).toContain('<line class="score" x1="81.25%" x2="81.25%"');
  });

  it("whatever the points, stays in its box", () => {
    fc.assert(
      fc.property(points, points, points, (one, other, score) => {
        const svg = lowToHighPicture({ low: Math.min(one, other), high: Math.max(one, other), score });
        const [open] = all(svg, "x");
        const widths = all(svg, "width");
        for (const number of [...widths, open, ...all(svg, "x1")]) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(100);
        }
        expect(open + widths[3]).toBeLessThanOrEqual(100.001);
      }),
    );
  });
});

describe("stretches", () => {
  const picture = {
    upTo: [
      { sign: "▇", end: 0.5 },
      { sign: "B", end: 0.55 },
      { sign: "=", end: 1 },
    ],
    mark: 0.15,
  };

  it("say in words what they show", () => {
    expect(titleOf(stretchesPicture(picture))).toBe(
      "▇ from 0% to 50%, B from 50% to 55%, = from 55% to 100%; now at 15%",
    );
    expect(titleOf(stretchesPicture({ upTo: [{ sign: "1", end: 1 }] }))).toBe("1 from 0% to 100%");
  });

  it("have a pattern for each sign, the same in every row", () => {
    const patternOf = (sign: string, upTo: readonly { readonly sign: string; readonly end: number }[]) => {
      const svg = stretchesPicture({ upTo });
      const classes = [...svg.matchAll(/<rect class="([^"]*)"/g)].map(([, name]) => name);
      return classes[upTo.findIndex((each) => each.sign === sign)];
    };
    expect(patternOf("C", [{ sign: "C", end: 1 }])).toBe(
      patternOf("C", [
        { sign: "▇", end: 0.5 },
        { sign: "C", end: 1 },
      ]),
    );
    const signs = ["▇", "B", "C", "D", "="];
    const upTo = signs.map((sign, at) => ({ sign, end: (at + 1) / signs.length }));
    expect(new Set(signs.map((sign) => patternOf(sign, upTo))).size).toBe(signs.length);
  });

  it("name a sign where there is room for it", () => {
    const svg = stretchesPicture(picture);
    expect(svg).toMatch(/<text [^>]*>=<\/text>/);
    expect(svg).not.toMatch(/<text [^>]*>B<\/text>/);
  });

  it("whatever the shares, follow each other without a gap, and stay in their box", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), share, (ends, mark) => {
        const sorted = ends.toSorted((one, other) => one - other);
        const svg = stretchesPicture({ upTo: sorted.map((end, at) => ({ sign: String(at + 1), end })), mark });
        const starts = [...svg.matchAll(/<rect [^>]*x="([\d.]+)%" width="([\d.]+)%"/g)];
        let reached = 0;
        for (const [, x, width] of starts) {
          expect(Number(x)).toBeCloseTo(reached, 6);
          reached = Number(x) + Number(width);
        }
        expect(reached).toBeLessThanOrEqual(100.000001);
        for (const at of all(svg, "x1")) expect(at >= 0 && at <= 100).toBe(true);
      }),
    );
  });
});

describe("a plane", () => {
  const plane = { title: "Worth and workable of each", across: "Worth", up: "Workable" };
  const at = (sign: string, across: number, up: number) => ({ sign, name: `Zoo ${sign}`, across, up });

  it("says in words what it shows", () => {
    const svg = planePicture({ ...plane, points: [at("1", 86, 65), at("2", 77, 75)] });
    expect(titleOf(svg)).toBe("Worth and workable of each");
    expect(svg).toContain("<desc>Zoo 1: 86 and 65; Zoo 2: 77 and 75</desc>");
  });

  it("names that are markup are text", () => {
    const svg = planePicture({ ...plane, across: "<b>", points: [{ ...at("1", 1, 1), name: "</svg><script>" }] });
    expect(svg).not.toMatch(/<b>|<script/);
  });

  it("nobody covers another, where a few stand in the same place", () => {
    const svg = planePicture({ ...plane, points: ["1", "2", "3", "4"].map((sign) => at(sign, 50, 50)) });
    const places = all(svg, "cx").map((x, place) => `${x} ${all(svg, "cy")[place]}`);
    expect(new Set(places).size).toBe(4);
  });

  it("whatever the scores, stays in its box", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(points, points), { maxLength: 40 }), (scores) => {
        const svg = planePicture({ ...plane, points: scores.map(([across, up], place) => at(`${place}`, across, up)) });
        const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
        for (const x of all(svg, "cx")) expect(x >= 10 && x <= Number(width) - 10).toBe(true);
        for (const y of all(svg, "cy")) expect(y >= 10 && y <= Number(height) - 10).toBe(true);
      }),
    );
  });
});
