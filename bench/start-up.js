// The whole process of ranking ten candidates, beside an empty script: what a user waits for.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decisionText } from "./candidates.js";
import { inTurns, peakMegabytes, runNode } from "./measure.js";

const folder = mkdtempSync(join(tmpdir(), "partner-score-bench-"));
const file = join(folder, "ten.yaml");
writeFileSync(file, decisionText(10));
const root = fileURLToPath(new URL("..", import.meta.url));
for (const name of ["package.json", "bin", "dist", "criteria"]) {
  cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.endsWith(".kept") });
}
const evaluate = [join(root, "bin/partner-score.js"), "evaluate", file];
const installed = [join(folder, "bin/partner-score.js"), "evaluate", file];
const empty = ["-e", "0"];

const time = inTurns(40, {
  evaluate: () => runNode(evaluate).milliseconds,
  json: () => runNode([...evaluate, "--json"]).milliseconds,
  installed: () => runNode(installed).milliseconds,
  empty: () => runNode(empty).milliseconds,
});
const line = (/** @type {string} */ what, /** @type {keyof typeof time} */ way) =>
  console.log(`  ${what.padEnd(42)} ${time[way].toFixed(0)} ms, ${(time[way] / time.empty).toFixed(2)} of node -e 0`);
console.log(`Start-up, Node ${process.versions.node}, median of 40 runs each in turns:`);
line("evaluate, ten candidates  (at most 2.0)", "evaluate");
line("the same as JSON", "json");
line("without what the build keeps compiled", "installed");
line("node -e 0", "empty");
console.log(`Memory: ${peakMegabytes(evaluate).toFixed(0)} MB beside ${peakMegabytes(empty).toFixed(0)}`);
rmSync(folder, { recursive: true });
