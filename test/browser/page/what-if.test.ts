import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { resultDocument } from "../../../src/render/result-document.ts";
import { examples, folderWith, run } from "../../e2e/program.ts";
import { evaluatedIn, inBrowser, isSkipped, pointsOf, reportOf, useBrowser, visit } from "./page.ts";

useBrowser();

// A file that a test changes, as it would be read from YAML.
type Loose = Record<string, unknown>;
interface LooseCandidate extends Loose {
  readonly name: string;
  answers?: Loose;
}
interface LooseDecision extends Loose {
  importance?: Loose;
  candidates: LooseCandidate[];
}

const example = (name: string): LooseDecision => parse(readFileSync(join(examples, name), "utf8")) as LooseDecision;
const tour = (): LooseDecision => example("family-learning.yaml");
const raters = [1, 2, 3].map((number) => `committee/rater-${number}.yaml`);
const json = JSON.stringify;

const LABELS = [
  ...["Mission", "Position", "Audience", "Resources", "Strategy"],
  ...["Leaders", "Timing", "Culture", "Budget", "Opportunity"],
];
const IDS = [
  ...["mission", "position", "audience", "resources", "strategy"],
  ...["leadership", "timing", "culture", "budget", "opportunity"],
];

describe.skipIf(isSkipped)(inBrowser("what a page evaluates is what evaluate says of the equally changed file"), () => {
  it("with every slider moved, one after another, by every kind of key and by hand", { timeout: 180_000 }, async () => {
    const { page, complaints, requests } = await visit(await reportOf({ "tour.json": json(tour()) }));
    const changed = { ...tour(), importance: {} as Loose };
    const moves = [
      "End",
      "Home",
      "ArrowRight",
      "ArrowLeft",
      "PageUp",
      "PageDown",
      "hand",
      "ArrowUp",
      "ArrowDown",
      "hand",
    ];
    for (const [place, label] of LABELS.entries()) {
      const slider = page.getByRole("slider", { name: label });
      const before = await pointsOf(page, label);
      if (moves[place] === "hand") await slider.fill(String(2 + place));
      else await slider.press(moves[place]);
      const points = await pointsOf(page, label);
      expect(points).not.toBe(before);
      changed.importance[IDS[place]] = points;
      await expectSame(page, { "tour.json": json(changed) });
    }
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it("with other reasons, the other rule for what nobody knows, and no priority", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    await page.getByRole("checkbox", { name: "Tap into community assets" }).uncheck();
    await page.getByRole("checkbox", { name: "Gain valuable feedback" }).check();
    await expectSame(page, { "tour.json": json({ ...tour(), reasons: ["reach-new-users", "gain-feedback"] }) });
    await page.getByRole("radio", { name: "As the worst" }).check();
    await page.getByRole("checkbox", { name: "3 points more" }).uncheck();
    const pack = { id: "changed", title: "Changed", extends: "better-together", unknown: "worst", priority: null };
    const changed = { ...tour(), reasons: ["reach-new-users", "gain-feedback"], criteria: "./changed.json" };
    await expectSame(page, { "tour.json": json(changed), "changed.json": json(pack) });
  });

  it("with every open answer of one who may lead tried", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    const changed = tour();
    const radio = changed.candidates.find(({ name }) => name === "Radio Encuentro 91.7");
    if (radio === undefined) throw new Error("The tour has no radio.");
    await page.getByText("Radio Encuentro 91.7 (5 open)").click();
    const part = page.locator("details", { hasText: "Radio Encuentro 91.7" });
    // `all` takes what is there by now, and the page's script adds the choices a moment after the page.
    await part.getByRole("combobox").nth(4).waitFor({ state: "attached" });
    const choices = await part.getByRole("combobox").all();
    expect(choices).toHaveLength(5);
    for (const [at, choice] of choices.entries()) {
      const label = await part.locator("label").nth(at).textContent();
      const id = IDS[LABELS.indexOf(label ?? "")];
      await choice.selectOption(String(1 + at));
      const before = radio.answers?.[id];
      radio.answers = { ...radio.answers, [id]: { ...ground(before), score: 1 + at } };
      await expectSame(page, { "tour.json": json(changed) });
    }
  });

  it("in a committee, with an answer that was open tried for all and a question counting more", async () => {
    const texts = raters.map((name) => example(name));
    const [first] = texts;
    const named = (decisions: readonly LooseDecision[]) =>
      Object.fromEntries(decisions.map((decision, at) => [`rater-${at + 1}.json`, json(decision)]));
    const files = named(texts);
    const { page } = await visit(await reportOf(files, Object.keys(files)));
    const summary = page.locator("aside summary").first();
    const name = (await summary.locator("bdi").textContent()) ?? "";
    await summary.click();
    const part = page.locator("aside details").first();
    const label = (await part.locator("label").first().textContent()) ?? "";
    await part.getByRole("combobox").first().selectOption("2");
    await page.getByRole("slider", { name: "Timing" }).press("End");
    const id = IDS[LABELS.indexOf(label)];
    const importance = { timing: await pointsOf(page, "Timing") };
    const changed = texts.map((decision) => ({
      ...decision,
      importance,
      candidates: decision.candidates.map((candidate) =>
        candidate.name === name
          ? { ...candidate, answers: { ...candidate.answers, [id]: { ...ground(candidate.answers?.[id]), score: 2 } } }
          : candidate,
      ),
    }));
    expect(first.candidates.map((candidate) => candidate.name)).toContain(name);
    await expectSame(page, named(changed), 3);
  });
});

describe.skipIf(isSkipped)(inBrowser("what a page writes anew"), () => {
  it("is what the report of the equally changed file says, but for the marks of what moved", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    await page.getByRole("slider", { name: "Timing" }).press("End");
    await page.getByRole("checkbox", { name: "Tap into community assets" }).uncheck();
    const importance = { timing: await pointsOf(page, "Timing") };
    const changed = { ...tour(), importance, reasons: ["reach-new-users"] };
    const other = await visit(await reportOf({ "tour.json": json(changed) }));
    const [live, static_] = [await sectionsOf(page), await sectionsOf(other.page)];
    expect(Object.keys(live)).toContain("ranking");
    expect(live).toEqual(static_);
  });
});

describe.skipIf(isSkipped)(inBrowser("what is tried"), () => {
  it("is said above the result, at its control and in each row that moved", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    expect(await page.locator("#tried").isVisible()).toBe(false);
    await page.getByRole("slider", { name: "Timing" }).press("End");
    await page.getByRole("slider", { name: "Mission" }).press("Home");
    expect(await noticeIn(page)).toContain(
      "What if: Mission counts 0 points instead of 9; Timing counts 24 points instead of 4.",
    );
    expect(await page.locator("aside .changed").allTextContents()).toEqual([
      expect.stringMatching(/^Mission 0 · 0\.0%agreed: 9$/),
      expect.stringMatching(/^Timing 24 · \d+\.\d%agreed: 4$/),
    ]);
    const moves = await page.locator('#ranking td[data-label="Moved"]').allTextContents();
    expect(moves).toHaveLength(await page.locator("#ranking tbody tr").count());
    expect(moves.filter((text) => /^▲ \d up$/.test(text))).not.toEqual([]);
    expect(moves.filter((text) => /^▼ \d down$/.test(text))).not.toEqual([]);
  });

  it("is undone step by step, or at once, and then the page is as it came", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    const before = await sectionsOf(page);
    const undo = page.getByRole("button", { name: "Undo" });
    const aside = page.getByRole("complementary");
    await page.getByRole("slider", { name: "Timing" }).press("End");
    await page.getByRole("radio", { name: "As the worst" }).check();
    await undo.click();
    expect(await page.getByRole("radio", { name: "Half way" }).isChecked()).toBe(true);
    expect(await noticeIn(page)).toContain("What if: Timing counts 24 points instead of 4.");
    await undo.press("Enter");
    expect(await pointsOf(page, "Timing")).toBe(4);
    expect(await undo.getAttribute("aria-disabled")).toBe("true");
    expect(await focused(page)).toBe("Undo");
    await page.getByRole("slider", { name: "Culture" }).press("Home");
    await aside.getByRole("button", { name: "Back to what was agreed" }).click();
    expect(await page.locator("#tried").isVisible()).toBe(false);
    expect(await sectionsOf(page)).toEqual(before);
    await undo.click();
    expect(await pointsOf(page, "Culture")).toBe(0);
  });

  it("never takes the focus away", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    const slider = page.getByRole("slider", { name: "Timing" });
    for (const key of ["End", "ArrowLeft", "Home"]) {
      await slider.press(key);
      expect(await page.evaluate("document.activeElement.id")).toBe(await slider.getAttribute("id"));
    }
    await page.locator("#tried").getByRole("button").press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("tried");
  });

  it("is told to whoever hears the page, once it rests", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    const status = page.getByRole("status");
    await page.getByRole("slider", { name: "Timing" }).press("End");
    await page.getByRole("slider", { name: "Mission" }).press("Home");
    await status.filter({ hasText: /: now rank \d\./ }).waitFor({ state: "attached" });
    const leader = await page.locator("#ranking tbody th").first().textContent();
    if (leader !== "Harbor Science Museum") expect(await status.textContent()).toContain(`${leader} now leads.`);
  });

  it("may leave nothing to weigh, which is said, and the result stays", async () => {
    const { page, complaints } = await visit(await reportOf({ "tour.json": json(tour()) }));
    for (const label of LABELS.slice(0, -1)) await page.getByRole("slider", { name: label }).press("Home");
    const before = await page.locator("#ranking").textContent();
    await page.getByRole("slider", { name: "Opportunity" }).press("Home");
    expect(await noticeIn(page)).toContain("Every question has importance 0");
    expect(await page.locator("#ranking").textContent()).toBe(before);
    await page.getByRole("slider", { name: "Culture" }).press("End");
    expect(await noticeIn(page)).not.toContain("Every question has importance 0");
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(isSkipped)(inBrowser("a link"), () => {
  it("made by one reader shows another the same", async () => {
    const address = await reportOf({ "tour.json": json(tour()) });
    const { page } = await visit(address);
    await page.getByRole("slider", { name: "Timing" }).press("End");
    await page.getByRole("slider", { name: "Leaders" }).press("ArrowRight");
    await page.getByRole("checkbox", { name: "Create new library" }).check();
    await page.getByRole("radio", { name: "As the worst" }).check();
    await page.getByRole("checkbox", { name: "3 points more" }).uncheck();
    await page.getByText("Harbor Science Museum (1 open)").click();
    await page.getByRole("combobox", { name: "Opportunity" }).selectOption("5");
    expect(await page.locator("aside .answer.changed .quiet").textContent()).toMatch(/^[A-Z][^.]+\.$/);
    await page.waitForURL(/a:harbor-science-museum:opportunity=5/);
    const other = await visit(page.url());
    expect(await sectionsOf(other.page)).toEqual(await sectionsOf(page));
    expect(await other.page.locator("aside .changed").allTextContents()).toEqual(
      await page.locator("aside .changed").allTextContents(),
    );
    expect(await other.page.getByRole("combobox", { name: "Opportunity" }).inputValue()).toBe("5");
    expect(other.requests).toHaveLength(1);
  });

  it("inside the page leads there, and what is tried stays", async () => {
    const { page } = await visit(await reportOf({ "tour.json": json(tour()) }));
    await page.getByRole("slider", { name: "Timing" }).press("End");
    await page.waitForURL(/i:timing=24$/);
    await page.getByRole("link", { name: "How this was made" }).click();
    await page.waitForURL(/i:timing=24$/);
    expect(await page.locator("#method").isVisible()).toBe(true);
    expect(await pointsOf(page, "Timing")).toBe(24);
  });

  it("that is opened goes back by the browser's own button", async () => {
    const address = await reportOf({ "tour.json": json(tour()) });
    const { page } = await visit(address);
    await page.evaluate(`location.hash = "what-if=1&i:timing=9"`);
    await page.locator("#tried", { hasText: "Timing counts 9 points instead of 4" }).waitFor();
    await page.goBack();
    await page.locator("#tried").waitFor({ state: "hidden" });
    expect(await pointsOf(page, "Timing")).toBe(4);
  });

  it.each([
    "what-if=1&i:timing=1e999&i:%00=1&i:<img src=x onerror=alert(1)>=3&a:harbor-science-museum:opportunity=99",
    `what-if=1&r=${"x,".repeat(20_000)}`,
    "what-if=1&i:__proto__=5&u=__proto__&a:constructor:prototype=1&%%%",
  ])("that makes no sense changes nothing, and the page says so (%#)", async (fragment) => {
    const { page, complaints } = await visit(`${await reportOf({ "tour.json": json(tour()) })}#${fragment}`);
    expect(await noticeIn(page)).toBe("Part of the link does not fit this report, and is left out.");
    expect(await page.locator("aside .changed").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

/** Everything that follows from a decision, in the page and on the command line, to the last digit. */
async function expectSame(page: Page, files: Readonly<Record<string, string>>, raterCount = 1): Promise<void> {
  const folder = folderWith(files);
  const { status, out, err } = await run(["evaluate", ...Object.keys(files).slice(0, raterCount), "--json"], {
    folder,
  });
  expect([status, err]).toEqual([0, expect.any(String)]);
  const { decision, evaluation } = await evaluatedIn(page);
  const provenance = { tool: "", criteria: { id: "" }, inputs: [] };
  const inPage = JSON.parse(json(resultDocument(decision, evaluation, provenance, [])));
  expect(resultIn(inPage)).toEqual(resultIn(JSON.parse(out)));
}

/** Notes and evidence stand elsewhere in the page, and no evaluation looks at them. */
function resultIn({ criteria, ranking, tooLittleKnown, knockedOut, summary }: Loose): unknown {
  return JSON.parse(
    json({ criteria, ranking, tooLittleKnown, knockedOut, summary }, (key, value) =>
      ["note", "evidence"].includes(key) ? undefined : value,
    ),
  );
}

/** What of an answer stands beside it. */
function ground(answer: unknown): Loose {
  if (typeof answer !== "object" || answer === null) return {};
  const { basis, note, evidence } = answer as Loose; // not null
  return {
    ...(basis !== undefined && { basis }),
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** The text and pictures of the live sections by id, without the marks of what moved; attributes in no order of their own. */
async function sectionsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(`Object.fromEntries(Array.from(document.querySelectorAll("section[data-live]"), (section) => {
    const copy = section.cloneNode(true);
    for (const moved of copy.querySelectorAll('[data-label="Moved"]')) moved.remove();
    for (const title of copy.querySelectorAll("th")) if (title.textContent === "Moved") title.remove();
    for (const was of copy.querySelectorAll("strong")) if (was.textContent.startsWith(" Agreed: ")) was.remove();
    for (const element of copy.querySelectorAll("*")) {
      const attributes = Array.from(element.attributes, ({ name, value }) => [name, value]).sort();
      for (const [name] of attributes) element.removeAttribute(name);
      for (const [name, value] of attributes) element.setAttribute(name, value);
    }
    return [section.id, copy.innerHTML];
  }))`);
}

/** What stands above the result, as far as it is seen. */
async function noticeIn(page: Page): Promise<string> {
  return (await page.locator("#tried p:visible").allTextContents()).join(" ");
}

async function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.textContent");
}
