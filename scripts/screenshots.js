// Pictures of the board's page, to look at: the tour at three widths in both schemes, as it arrives and with something tried,
// and the printed sheets. They go to reports/screenshots/, which git ignores. `-- --readme` also makes docs/report.png anew.
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { runNode } from "../bench/measure.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const folder = "reports/screenshots";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const file = `${folder}/report.html`;
process.env.SOURCE_DATE_EPOCH ??= "1800000000";
runNode(["bin/partner-score.js", "report", "examples/family-learning.yaml", "-o", file]);
const address = pathToFileURL(file).href;
/** What somebody might try. */
const TRIED = "#what-if=1&i:budget=15&u=worst";

/** A browser draws what is out of sight when it comes into sight, and a picture of the whole page has all of it in sight. */
const ALL_DRAWN = "* { content-visibility: visible !important }";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // Chromium refuses its sandbox to root.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 800, 1280]) {
    for (const [name, fragment] of /** @type {const} */ ([
      ["agreed", ""],
      ["tried", TRIED],
    ])) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await page.goto(`${address}${fragment}`);
      await page.addStyleTag({ content: ALL_DRAWN });
      await page.screenshot({ path: `${folder}/${width}-${colorScheme}-${name}.png`, fullPage: true });
      await page.close();
    }
  }
}

// On paper 96 CSS pixels are an inch; the margins are those of the page's own style.
for (const [paper, width, height] of /** @type {const} */ ([
  ["a4", 210 / 25.4, 297 / 25.4],
  ["letter", 8.5, 11],
])) {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(address);
  await page.pdf({
    path: `${folder}/${paper}.pdf`,
    width: `${width}in`,
    height: `${height}in`,
    printBackground: false,
  });
  await page.close();
}

if (process.argv.includes("--readme")) {
  // Small, as it is a part of every clone: the ranking beside the controls, after one slider has moved.
  const page = await browser.newPage({
    ...{ viewport: { width: 1280, height: 410 }, deviceScaleFactor: 0.75, reducedMotion: "reduce" },
  });
  await page.goto(`${address}#what-if=1&i:mission=4&i:budget=15`);
  await page.locator("#ranking").evaluate((ranking) => ranking.scrollIntoView());
  await page.screenshot({ path: "docs/report.png" });
}
await browser.close();
console.log(`Look at ${folder}/.`);
