import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { decisionOf, examples } from "../../e2e/program.ts";
import { inBrowser, isSkipped, reportOf, useBrowser, visit } from "./page.ts";

useBrowser();

const tour = readFileSync(join(examples, "family-learning.yaml"), "utf8");
const TRIED = "#what-if=1&i:culture=12&r=tap-assets&u=worst&p=0&a:harbor-science-museum:opportunity=4";

describe.skipIf(isSkipped)(inBrowser("a page opened from disk"), () => {
  it("asks for nothing, and has nothing to complain of", async () => {
    const address = await reportOf({ "tour.yaml": tour });
    const { page, complaints, requests } = await visit(address);
    await page.getByRole("slider", { name: "Culture" }).press("End");
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
  });

  it("without script is complete, and shows nothing that would need one", async () => {
    const { page, complaints } = await visit(await reportOf({ "tour.yaml": tour }), { javaScriptEnabled: false });
    expect(await page.getByRole("slider").count()).toBe(0);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.locator("aside").isVisible()).toBe(false);
    for (const name of ["In short", "Ranking", "How sure this is", "How this was made"]) {
      const heading = page.getByRole("heading", { name });
      await heading.scrollIntoViewIfNeeded();
      expect(await heading.isVisible()).toBe(true);
    }
    expect(await page.locator("#ranking tbody tr").count()).toBe(6);
    expect(complaints).toEqual([]);
  });

  it("is complete too where nobody is ranked, or there is one candidate, or none of the answers is open", async () => {
    const one = decisionOf(["Only one"]);
    const unknown = JSON.stringify({ candidates: [{ name: "Nobody knows" }, { name: "Nobody asked" }] });
    for (const text of [one, unknown]) {
      const { page, complaints } = await visit(await reportOf({ "decision.json": text }));
      await page.getByRole("slider").first().press("End");
      expect(await page.locator("#in-short p").count()).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    }
  });
});

describe.skipIf(isSkipped)(inBrowser("the policy of a page"), () => {
  it("lets no other script run, and nothing be fetched", async () => {
    const address = await reportOf({ "tour.yaml": tour });
    const { page } = await visit(address);
    // A request that the policy stops is one that nobody else ever sees.
    const reached: string[] = [];
    await page.route(/^(?!file:)/, (route) => {
      reached.push(route.request().url());
      return route.abort();
    });
    const tried = await page.evaluate(`(async () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="x:" onerror="window.ran = true"><a id="go" href="javascript:window.ran = true">go</a>');
      document.getElementById("go").click();
      document.body.insertAdjacentHTML("beforeend", '<img src="https://example.org/a.png"><iframe src="https://example.org"></iframe>');
      const fetched = await fetch("https://example.org").then(() => true, () => false);
      await new Promise((done) => setTimeout(done, 300));
      return [window.ran ?? false, fetched];
    })()`);
    expect(tried).toEqual([false, false]);
    expect(reached).toEqual([]);
  });
});

describe.skipIf(isSkipped)(inBrowser("names that attack a page"), () => {
  const names = [
    "</script><script>window.ran = true</script>",
    `<img src=x onerror="window.ran = true">`,
    `"><svg onload=window.ran=true>`,
    "<!--<script>",
    "&lt;b&gt; &amp;",
    "javascript:window.ran=true",
    "line\u2028separator\u2029and\u0085more",
    "bell\u0007 and null-like \u0001",
    "Museum \u202egnp.exe\u202c and \u2066isolate\u2069",
    "x".repeat(10_000),
    "متحف العلوم מוזיאון",
    "国立科学博物館・北分館",
    "__proto__",
    "constructor",
    "half \ud800 a character",
    "`; window.ran = true; `",
  ];

  it("stand there as text, as what they are, before and after something is tried", { timeout: 120_000 }, async () => {
    const { page, complaints, requests } = await visit(await reportOf({ "names.json": decisionOf(names) }));
    for (const key of ["", "End", "Home"]) {
      if (key !== "") await page.getByRole("slider", { name: "Culture" }).press(key);
      const shown = await page.locator("#ranking tbody th").allTextContents();
      expect(shown).toHaveLength(names.length);
      expect(shown.toSorted()).toEqual(names.map(asShown).toSorted());
      expect(await page.evaluate("window.ran ?? false")).toBe(false);
      expect(await page.locator("main img, main iframe, main script").count()).toBe(0);
      expect(await sideways(page)).toBe(0);
    }
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it("stand in the controls as text too", async () => {
    const answers = { mission: 3, culture: 3, position: 3, audience: 3, resources: 3, strategy: 3 };
    const candidates = names.map((name) => ({ name, answers }));
    const { page, complaints } = await visit(await reportOf({ "open.json": JSON.stringify({ candidates }) }));
    await page.evaluate(`for (const part of document.querySelectorAll("aside details")) part.open = true`);
    await page
      .locator("aside select")
      .nth(4 * names.length - 1)
      .waitFor();
    for (const choice of await page.locator("aside select").all()) await choice.selectOption("4");
    expect(await page.evaluate("window.ran ?? false")).toBe(false);
    const tried = (await page.locator("#tried").textContent()) ?? "";
    for (const name of names) expect(tried).toContain(` of ${asShown(name)} is 4 instead of unknown`);
    expect(complaints).toEqual([]);
  });

  function asShown(name: string): string {
    return name.replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu, (sign) => {
      return `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
    });
  }
});

describe.each(["light", "dark"] as const)("in a %s scheme", (colorScheme) => {
  it.skipIf(isSkipped).each([320, 800, 1280])(inBrowser("at %i pixels axe-core finds nothing"), async (width) => {
    const address = await reportOf({ "tour.yaml": tour });
    for (const fragment of ["", TRIED]) {
      const { page } = await visit(`${address}${fragment}`, { colorScheme, viewport: { width, height: 900 } });
      expect(await foundByAxe(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    }
  });
});

describe("a table on a narrow screen, where each row is a card", () => {
  it.skipIf(isSkipped)(inBrowser("is a table with rows, headings and cells to whoever hears it"), async () => {
    const { page } = await visit(await reportOf({ "tour.yaml": tour }), { viewport: { width: 320, height: 900 } });
    await page.evaluate(LAID_OUT);
    const client = await page.context().newCDPSession(page);
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const heard = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    const written = (selector: string) => page.locator(selector).count();
    expect(heard("table")).toBeGreaterThan(10);
    expect(heard("table")).toBe(await written("table"));
    expect(heard("row")).toBe(await written("tr"));
    expect(heard("rowheader")).toBe(await written("tbody th"));
    expect(heard("columnheader")).toBe(await written("thead th"));
    // A cell with nothing in it has no place in a card.
    expect(heard("cell")).toBe(await written("td[data-label]"));
  });
});

/** What is out of sight is not laid out, and would not be looked at. */
const LAID_OUT = `for (const each of document.querySelectorAll("section, svg")) each.style.contentVisibility = "visible"`;

/** What is wrong, and where. */
async function foundByAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(LAID_OUT);
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ": " + html.slice(0, 200) + " " + failureSummary)))`);
}

/** How many pixels one has to scroll sideways. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
