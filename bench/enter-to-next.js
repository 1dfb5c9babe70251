// What a person waits for: from Enter to the next question on the screen, in a real terminal, in a file of 30 candidates under
// the ten questions. Between the two the answer is saved and flushed to disk; what the flush takes is told apart.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "@lydell/node-pty";
import { decisionText } from "./candidates.js";
import { median } from "./measure.js";

const CANDIDATES = 30;
const ANSWERS = 60;
const MOST = 50;

const program = fileURLToPath(new URL("../bin/partner-score.js", import.meta.url));
const reportFlush = new URL("report-flush.js", import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), "partner-score-bench-"));
const environment = { ...process.env, TERM: "xterm-256color", LANG: "C.UTF-8", FLUSHES: join(folder, "flushes.json") };

console.log(
  `From Enter to the next question in a terminal, ${CANDIDATES} candidates, median of ${ANSWERS} answers, Node ${process.versions.node}:`,
);
const whole = decisionText(CANDIDATES);
await report("partner", whole, ["--all"], "1");
await report("shortest", whole.replaceAll(/, strategy: .*?}/g, "}"), [], "3");
rmSync(folder, { recursive: true });

/**
 * @param {string} order
 * @param {string} text the decision
 * @param {readonly string[]} more options
 * @param {string} key of an answer that is not there yet
 */
async function report(order, text, more, key) {
  const file = join(folder, `${order}.yaml`);
  writeFileSync(file, text);
  const waits = await interview([file, "--order", order, ...more], key);
  /** @type {readonly number[]} */
  const flushes = JSON.parse(readFileSync(environment.FLUSHES, "utf8"));
  // The new text, and then the folder.
  const flushed = waits.map(
    (_, answer) => (flushes[2 * answer] ?? Number.NaN) + (flushes[2 * answer + 1] ?? Number.NaN),
  );
  if (flushes.length !== 2 * waits.length) throw new Error(`${flushes.length} flushes in ${waits.length} answers.`);
  console.log(
    `  --order ${order.padEnd(8)}  ${median(waits).toFixed(1)} ms (at most ${MOST}), of which ${median(flushed).toFixed(1)} to flush; the slowest ${Math.max(...waits).toFixed(0)}`,
  );
}

/**
 * @param {readonly string[]} parameters
 * @param {string} key
 * @returns {Promise<readonly number[]>} milliseconds
 */
async function interview(parameters, key) {
  const command = ["--import", reportFlush, program, "interview", ...parameters];
  const terminal = spawn(process.execPath, command, { cols: 80, rows: 24, env: environment });
  let written = "";
  let look = () => {};
  terminal.onData((data) => {
    written += data;
    look();
  });
  const ended = new Promise((resolve) => terminal.onExit(resolve));
  /** @param {readonly string[]} texts in this order, among what is written from now on */
  const shows = (...texts) =>
    new Promise((resolve) => {
      written = "";
      look = () => {
        let at = 0;
        for (const text of texts) {
          at = written.indexOf(text, at);
          if (at === -1) return;
        }
        look = () => {};
        resolve(undefined);
      };
    });

  await shows("? help");
  const waits = [];
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const chosen = shows(`❯ ${key}`, "? help");
    terminal.write(key);
    await chosen;
    const next = shows("✔", "Question ", "? help");
    const start = performance.now();
    terminal.write("\r");
    await next;
    waits.push(performance.now() - start);
  }
  terminal.write("q");
  await ended;
  return waits;
}
