// The board's page: in Chromium, from a slider's input to the painted ranking; and how long the page takes to write, beside
// evaluate --json, with the simulation and without. Needs what `npm run build` makes, and a Chromium (`CHROMIUM` names another).
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { decisionText } from "./candidates.js";
import { inTurns, median, runNode } from "./measure.js";

const MOVES = 60;
/** What is compiled on its way is no measure. */
const WARMING = 10;
const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "bin/partner-score.js");
const folder = mkdtempSync(join(tmpdir(), "partner-score-bench-"));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // Chromium refuses its sandbox to root.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
console.log(`From a slider's input to the end of the frame, Chromium ${browser.version()}, median of ${MOVES} moves:`);
for (const [count, most] of /** @type {const} */ ([
  [10, 16],
  [30, 16],
  [200, 50],
])) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(pageOf(count)).href);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await movesIn(page, WARMING);
  const before = await workIn(session);
  const times = await movesIn(page, MOVES);
  const work = ((await workIn(session)) - before) / MOVES;
  const inMilliseconds = (/** @type {"script" | "frame"} */ what) => median(times.map((time) => time[what])).toFixed(1);
  console.log(
    `  ${count} candidates  ${inMilliseconds("frame")} ms, at most ${most}; of which script ${inMilliseconds("script")}; ` +
      `processor time of the page ${work.toFixed(1)}`,
  );
  await page.close();
}
await browser.close();

const ten = file(10, 11);
const to = join(folder, "page.html");
const report = [program, "report", ten, "-o", to];
const time = inTurns(25, {
  evaluate: () => runNode([program, "evaluate", ten, "--json"]).milliseconds,
  one: () => runNode([...report, "--runs", "1"]).milliseconds,
  all: () => runNode(report).milliseconds,
});
const line = (/** @type {keyof typeof time} */ way) =>
  `${time[way].toFixed(0)} ms, ${(time[way] / time.evaluate).toFixed(2)} of evaluate --json (${time.evaluate.toFixed(0)} ms)`;
console.log("The whole process of report, ten candidates, median of 25 runs each in turns:");
console.log(`  one run simulated (at most 1.5)  ${line("one")}`);
console.log(`  100,000 runs simulated           ${line("all")}`);
console.log(`The page of ten candidates: ${(statSync(to).size / 1000).toFixed(0)} kB, at most 200`);
rmSync(folder, { recursive: true });

/**
 * A decision in which one answer in so many is unknown; none for 0.
 * @param {number} count
 * @param {number} unknown
 */
function file(count, unknown) {
  let answers = 0;
  const text = decisionText(count).replace(/: \d(?=[,}])/g, (answer) => {
    answers += 1;
    return unknown > 0 && answers % unknown === 0 ? ": unknown" : answer;
  });
  const path = join(folder, `${count}-${unknown}.yaml`);
  writeFileSync(path, text);
  return path;
}

/** @param {number} count */
function pageOf(count) {
  const path = join(folder, `${count}.html`);
  runNode([program, "report", file(count, 11), "-o", path]);
  return path;
}

/**
 * Moves one slider after another, each as the browser would tell of it: at the beginning of a frame. `script` ends when the
 * page has heard it, `frame` when style, layout and painting of that frame are done too.
 * @param {import("playwright-core").Page} page
 * @param {number} moves
 * @returns {Promise<readonly { readonly script: number, readonly frame: number }[]>}
 */
function movesIn(page, moves) {
  return page.evaluate(`(async () => {
    const sliders = Array.from(document.querySelectorAll("input[type=range]"));
    const times = [];
    for (let move = 0; move < ${moves}; move++) {
      const slider = sliders[move % sliders.length];
      const value = String((Number(slider.value) + 3) % (Number(slider.max) + 1));
      times.push(await new Promise((done) => requestAnimationFrame(() => {
        const start = performance.now();
        slider.value = value;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const script = performance.now() - start;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done({ script, frame: performance.now() - start });
        port2.postMessage("");
      })));
    }
    return times;
  })()`);
}

/**
 * Milliseconds that the processor has spent on the page's own thread, which others on the machine lengthen less.
 * @param {import("playwright-core").CDPSession} session
 */
async function workIn(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}
