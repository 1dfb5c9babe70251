// 10,000 candidates in YAML, from text to decision, beside the YAML library's own parse with places. Each measurement is
// a process of its own, which times only what is compared.
import { readFile } from "node:fs/promises";
import { loadDecision } from "partner-score";
import { LineCounter, parseDocument } from "yaml";
import { decisionText } from "./candidates.js";
import { inTurns, peakMegabytes, runNode } from "./measure.js";

const text = decisionText(10_000);
const pack = "partnering-with-purpose";
const packText = await readFile(new URL(`../criteria/${pack}.yaml`, import.meta.url), "utf8");

/** @type {Readonly<Record<string, () => unknown>>} */
const ways = {
  async decision() {
    const opened = await loadDecision(text, { packs: { [pack]: packText } });
    if (!opened.ok) throw new Error(opened.problems[0]?.message);
  },
  parse() {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, { version: "1.2", schema: "core", prettyErrors: false, lineCounter });
    if (document.errors.length > 0) throw document.errors[0];
  },
};

const [, script = "", way] = process.argv;
if (way !== undefined) {
  const start = performance.now();
  await ways[way]?.();
  console.log(performance.now() - start);
} else {
  const run = (/** @type {string} */ name) => Number(runNode([script, name]).output);
  const time = inTurns(9, { decision: () => run("decision"), parse: () => run("parse") });
  console.log(`10,000 candidates in YAML (${(text.length / 1e6).toFixed(1)} MB), median of 9 processes each in turns:`);
  console.log(
    `  text to decision           ${time.decision.toFixed(0)} ms, ${peakMegabytes([script, "decision"]).toFixed(0)} MB`,
  );
  console.log(
    `  yaml's parse with places   ${time.parse.toFixed(0)} ms, ${peakMegabytes([script, "parse"]).toFixed(0)} MB`,
  );
  console.log(`  ratio                      ${(time.decision / time.parse).toFixed(2)}  (at most 1.3)`);
}
