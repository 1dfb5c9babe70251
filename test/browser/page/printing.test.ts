import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examples } from "../../e2e/program.ts";
import { inBrowser, isSkipped, reportOf, useBrowser, visit } from "./page.ts";
import { pagesOfPdf } from "./pdf.ts";

useBrowser();

const tour = readFileSync(join(examples, "family-learning.yaml"), "utf8");
/** In CSS pixels, 96 an inch; the page's own margins are 16 mm. */
const PAPERS = { A4: (210 - 32) * (96 / 25.4), Letter: 8.5 * 96 - 32 * (96 / 25.4) } as const;

describe.each(["A4", "Letter"] as const)("on %s", (format) => {
  it.skipIf(isSkipped)(inBrowser("the first sheet stands alone, and everything follows"), async () => {
    const { page } = await visit(await reportOf({ "tour.yaml": tour }), { colorScheme: "dark" });
    const sheets = pagesOfPdf(await page.pdf({ format }));
    expect(sheets.length).toBeGreaterThan(4);
    expect(sheets.length).toBeLessThan(25);
    expect(sheets.map((text) => text.length).filter((length) => length < 40)).toEqual([]);
    for (const text of [
      "Family learning partners 2027",
      "In short",
      "Ranking",
      "6 ranked, 1 too little known, 1 set aside.",
    ]) {
      expect(sheets[0]).toContain(text);
    }
    for (const name of await page.locator("#ranking tbody th").allTextContents()) {
      expect(sheets[0]).toContain(lettersThatAnyFontHas(name));
    }
    expect(sheets[1]).toMatch(/^What to agree on with each/);
    const titles = await page.locator("main > section > h2, .live > section > h2").allTextContents();
    const all = sheets.join(" ");
    for (const title of titles) expect(all).toContain(title);
  });

  it.skipIf(isSkipped)(inBrowser("there is nothing to press, and nothing is cut"), async () => {
    const { page } = await visit(await reportOf({ "tour.yaml": tour }));
    const all = pagesOfPdf(await page.pdf({ format })).join(" ");
    for (const text of ["What if", "Undo", "Back to what was agreed", "Skip to the result"])
      expect(all).not.toContain(text);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: Math.floor(PAPERS[format]), height: 1000 });
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  });

  it.skipIf(isSkipped)(inBrowser("what is tried is said on the first sheet"), async () => {
    const { page } = await visit(`${await reportOf({ "tour.yaml": tour })}#what-if=1&i:timing=12`);
    const [first, ...others] = pagesOfPdf(await page.pdf({ format }));
    expect(first).toContain("What if: Timing counts 12 points instead of 4. This is not the agreed decision.");
    expect(`${first} ${others.join(" ")}`).not.toContain("Back to what was agreed");
  });
});

it.skipIf(isSkipped)(inBrowser("a dark screen prints as a light one does"), async () => {
  const address = await reportOf({ "tour.yaml": tour });
  const inks = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await visit(address, { colorScheme });
    await page.emulateMedia({ media: "print", colorScheme });
    inks.push(
      await page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"),
    );
  }
  expect(inks[0]).toEqual(inks[1]);
});

/** A machine may have no font for the others, and then the paper has none of their letters. */
function lettersThatAnyFontHas(name: string): string {
  return (/[ -~]+$/.exec(name)?.[0] ?? "").trim();
}
