import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Decision } from "../../../src/engine/decision.ts";
import type { Evaluation } from "../../../src/engine/evaluation.ts";
import { folderWith, run } from "../../e2e/program.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** In CI a missing browser is a failure. */
export const isSkipped = !existsSync(executablePath) && process.env.CI === undefined;
const reason = isSkipped ? ` (skipped: there is no ${executablePath} here)` : "";
export const inBrowser = (claim: string): string => `${claim}${reason}`;

let browser: Browser | undefined;

/** One browser for all tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    if (isSkipped) return;
    // Chromium refuses its sandbox to root.
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(() => browser?.close());
}

/** A page that somebody has open, and what went on behind it. */
export interface Visit {
  readonly page: Page;
  /** What the console said, and what was thrown. */
  readonly complaints: readonly string[];
  /** What the browser asked for. */
  readonly requests: readonly string[];
}

/** An empty page. */
export async function visitNothing(): Promise<Page> {
  if (browser === undefined) throw new Error("No browser is open: call useBrowser().");
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  return page;
}

/** Opens a page from disk, the first time and in a browser that knows nothing of others. */
export async function visit(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  if (browser === undefined) throw new Error("No browser is open: call useBrowser().");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(
    `document.addEventListener("evaluated", (event) => { window.evaluated = JSON.stringify(event.detail); });`,
  );
  await page.goto(address);
  return { page, complaints, requests };
}

/** Writes the report of files, the first of them a decision and the others raters' or a pack, and says where it is. */
export async function reportOf(
  files: Readonly<Record<string, string>>,
  decisions: readonly string[] = Object.keys(files).slice(0, 1),
): Promise<string> {
  const folder = folderWith(files);
  const environment = { SOURCE_DATE_EPOCH: "1800000000" };
  const { status, err } = await run(["report", ...decisions, "-o", "report.html"], { folder, environment });
  if (status !== 0) throw new Error(err);
  return pathToFileURL(join(folder, "report.html")).href;
}

/** What a page has evaluated last, each number as it came. */
export async function evaluatedIn(
  page: Page,
): Promise<{ readonly decision: Decision; readonly evaluation: Evaluation }> {
  return JSON.parse(await page.evaluate("window.evaluated"));
}

/** The position of a slider's stop is not its points: those are what it says. */
export async function pointsOf(page: Page, label: string): Promise<number> {
  const said = await page.getByRole("slider", { name: label }).getAttribute("aria-valuetext");
  return Number(/^[\d.]+/.exec(said ?? "")?.[0]);
}
