import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engine/evaluate.ts";
import type { Assets } from "../../../src/render/formats.ts";
import { html } from "../../../src/render/html/page.ts";
import type { Block } from "../../../src/render/page.ts";
import { shownReport } from "../../../src/render/shown-report.ts";
import { HOSTILE_NAMES, PLAIN } from "../show.ts";
import { decisionOn, PACK, type Row, TOUR } from "../tour.ts";

const assets: Assets = { style: "p{margin:0}", script: "void 0", styleHash: "c3R5bGU=", scriptHash: "c2NyaXB0" };
const provenance = {
  tool: "partner-score 1.2.3",
  criteria: { id: "small" },
  inputs: [{ path: "a.yaml", sha256: "f00" }],
};

function reportOn(rows: readonly Row[], more: Partial<Parameters<typeof decisionOn>[2]> = {}): string {
  const decision = decisionOn(PACK, rows, more);
  const shown = shownReport(decision, evaluate(decision), {
    heading: decision.title ?? "Partners",
    date: "2027-01-31",
    provenance,
  });
  return [...html(shown, { ...PLAIN, assets })].join("");
}

function pageOf(blocks: readonly Block[]): string {
  return [...html({ page: { title: "Zoo", blocks }, document: undefined }, PLAIN)].join("");
}

/** What a tag may end without an end tag, by the HTML standard, section 13.1.2.4. */
const CELL = ["td", "th"];
const MAY_END: Readonly<Record<string, readonly string[]>> = {
  td: CELL,
  th: CELL,
  tr: [...CELL, "tr"],
  tbody: [...CELL, "tr", "thead"],
  table: [...CELL, "tr", "tbody"],
};

/** The tags of a page in order, without the texts between them. */
const tagsOf = (page: string) => page.match(/<[^>]*>/g) ?? [];

describe("a page", () => {
  const page = reportOn(TOUR);

  it("allows nothing but its own style and script", () => {
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-c3R5bGU='; script-src 'sha256-c2NyaXB0'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.match(/<script(?![^>]*application\/json)[^>]*>/g)).toEqual(["<script>"]);
    expect(page.match(/<style>/g)).toEqual(["<style>"]);
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  it("asks for nothing: no image, no font, no frame, no address but those to follow", () => {
    expect(page).not.toMatch(
      /<(?:img|link|iframe|object|embed|video|audio|form|base|use|image)\b|\bsrc=|@import|https?:\/\/(?!www\.w3\.org)/,
    );
  });

  it("closes what it opens, in order", () => {
    const open: string[] = [];
    for (const tag of tagsOf(page.replace(/<(script|style)\b.*?<\/\1>/gs, ""))) {
      const [, closing, name] = /^<(\/?)([a-z0-9]+)/i.exec(tag) ?? [];
      if (name === undefined || /^(?:meta|br|input)$/.test(name) || tag.endsWith("/>")) continue;
      while (MAY_END[name]?.includes(open.at(-1) ?? "")) open.pop();
      if (closing === "/") expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it("has every id once, and every link inside leads to one", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]*)"/g)) {
      if (id !== "what-if-title") expect(ids).toContain(id);
    }
  });

  it("has headings that skip no step", () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) if (at > 0) expect(level - levels[at - 1]).toBeLessThanOrEqual(1);
  });

  it("holds a decision that evaluates to the same", () => {
    const decision = decisionOn(PACK, TOUR);
    const held = JSON.parse(/id="decision">(.*?)<\/script>/s.exec(page)?.[1] ?? "");
    expect(evaluate(held)).toEqual(evaluate(decision));
  });

  it("holds the anchors of the pack for whoever tries answers, and no other prose of the questions", () => {
    const open = reportOn([
      { name: "Zoo", given: [4, 4, 4, 4, 4, 4, 4] },
      { name: "Park", given: ["?", "?", "?"] },
    ]);
    const held = /id="decision">(.*?)<\/script>/s.exec(open)?.[1] ?? "";
    for (const { trap, why, anchors } of PACK.criteria) {
      for (const prose of [trap, why]) if (prose !== undefined) expect(held).not.toContain(JSON.stringify(prose));
      for (const { text } of anchors) expect(held).toContain(JSON.stringify(text));
    }
  });

  it("offers what to change right after the ranking, before all that follows from it", () => {
    const places = ['id="in-short"', 'id="ranking"', 'id="what-if"', 'id="too-little-known"', 'id="find-out"'].map(
      (found) => page.indexOf(found),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it("each picture has a title", () => {
    const pictures = page.match(/<svg class="(?!patterns)[^>]*>.{0,7}/g) ?? [];
    expect(pictures.length).toBeGreaterThan(10);
    for (const picture of pictures) expect(picture).toMatch(/role="img"[^>]*><title>$/);
  });
});

describe("names that attack", () => {
  it.each(Object.entries({ ...HOSTILE_NAMES, "a comment": "<!-- Zoo", "10,000 characters": "x".repeat(10_000) }))(
    "%s is text wherever it stands",
    (_, name) => {
      const rows = TOUR.map((row, at) => (at === 0 ? { ...row, name, kind: name, contact: name } : row));
      const page = reportOn(rows, { title: name, purpose: name });
      expect(page.match(/<script/g)).toHaveLength(2);
      expect(page.match(/<\/script/g)).toHaveLength(2);
      expect(page).not.toContain("<!--");
      expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
      const held = JSON.parse(/id="decision">(.*?)<\/script>/s.exec(page)?.[1] ?? "");
      expect(held.candidates[0].name).toBe(name);
      expect(tagsOf(page).filter((tag) => /^<[^>]* on\w+=/.test(tag))).toEqual([]);
    },
  );

  it("ids that are words of the language change nothing", () => {
    const rows = TOUR.map((row, at) => ({ ...row, id: ["__proto__", "constructor", "toString"][at] ?? row.name }));
    expect(reportOn(rows)).toContain("Natural History Museum");
  });
});

describe("what is read from right to left", () => {
  it.each(["בית (שלום)", "תרבות 2", "גן!"])(
    "%s is set apart wherever it stands, whoever or whatever is called so",
    (name) => {
      const criteria = PACK.criteria.map((criterion, at) => (at === 0 ? { ...criterion, label: name } : criterion));
      for (const [pack, row] of [
        [PACK, { name }],
        [PACK, { kind: name }],
        [{ ...PACK, criteria }, {}],
      ] as const) {
        const rows = TOUR.map((each, at) => (at === 0 ? { ...each, ...row } : each));
        const decision = decisionOn(pack, rows);
        const shown = shownReport(decision, evaluate(decision), { heading: "Zoo", date: "2027-01-31", provenance });
        const main = /<main.*<\/main>/s.exec([...html(shown, { ...PLAIN, assets })].join(""))?.[0] ?? "";
        // What stands for a picture is heard, not seen, and cannot hold a tag.
        const seen = main.replace(/<(title|desc)>.*?<\/\1>|="[^"]*"/g, "");
        const whole = seen.split(name).length - 1;
        expect(whole).toBeGreaterThan(0);
        expect(seen.split(`<bdi>${name}</bdi>`).length - 1).toBe(whole);
      }
    },
  );
});

describe("blocks", () => {
  it("a section without anything to say is not there, unless it may fill later", () => {
    const empty = { kind: "section", id: "zoo", title: "Zoo", blocks: [] } as const;
    expect(pageOf([empty])).not.toContain("<section");
    expect(pageOf([{ ...empty, live: true }])).toContain(
      '<section id="zoo" aria-labelledby="zoo-title" data-live="zoo"></section>',
    );
  });

  it("an excerpt marks what is meant", () => {
    const excerpt = { kind: "excerpt", line: 4, column: 3, length: 2, lineText: "a <𝒃c> d" } as const;
    expect(pageOf([excerpt])).toContain("<pre>4 | a <mark>&lt;𝒃</mark>c&gt; d</pre>");
  });

  it("without style and script it allows neither, and is complete", () => {
    const page = pageOf([{ kind: "text", text: "Open on Sundays." }]);
    expect(page).toContain(`content="default-src 'none'; base-uri 'none'; form-action 'none'"`);
    expect(page).toContain("<p>Open on Sundays.</p>");
    expect(page).not.toMatch(/<script|<style/);
  });
});
