import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const recorder = fileURLToPath(new URL("compile-recorder.cjs", import.meta.url));

/**
 * Runs the program once and keeps, beside each file of the bundle that it loads, what V8 has compiled of it by then, for
 * bin/partner-score.js; what an earlier run has kept stays. Another version of Node compiles anew. V8 compares the length of a file, not what it says: whoever
 * edits the bundle by hand deletes these.
 * @param {readonly string[]} parameters
 */
export function keepCompiled(parameters) {
  const run = ["--require", recorder, "bin/partner-score.js", ...parameters];
  const { status, stderr } = spawnSync(process.execPath, run, { encoding: "utf8" });
  if (status !== 0) throw new Error(`partner-score ${parameters.join(" ")} ended with ${status}: ${stderr}`);
}
