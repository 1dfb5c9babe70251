// The whole process of ranking ten candidates, beside an empty script: what a user waits for.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decisionText } from "./candidates.js";
import { inTurns, peakMegabytes, runNode } from "./measure.js";

const folder = mkdtempSync(join(tmpdir(), "partner-score-bench-"));
const file = join(folder, "ten.yaml");
writeFileSync(file, decisionText(10));
const evaluate = [fileURLToPath(new URL("../bin/partner-score.js", import.meta.url)), "evaluate", file];
const empty = ["-e", "0"];

const time = inTurns(40, {
  evaluate: () => runNode(evaluate).milliseconds,
  empty: () => runNode(empty).milliseconds,
});
console.log(`Start-up, Node ${process.versions.node}, median of 40 runs each in turns:`);
console.log(`  evaluate, ten candidates  ${time.evaluate.toFixed(0)} ms, ${peakMegabytes(evaluate).toFixed(0)} MB`);
console.log(`  node -e 0                 ${time.empty.toFixed(0)} ms, ${peakMegabytes(empty).toFixed(0)} MB`);
console.log(`  ratio                     ${(time.evaluate / time.empty).toFixed(2)}  (at most 2.0)`);
rmSync(folder, { recursive: true });
