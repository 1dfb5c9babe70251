// All that CI runs, every check even after one has failed. The last line counts the tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("reports", { recursive: true, force: true });
mkdirSync("reports");

/** @type {readonly (readonly [what: string, command: string])[]} */
const checks = [
  ["build", "npm run --silent build"],
  ["format, lint, arrows", "biome ci --error-on-warnings"],
  ["types", "tsc -b"],
  ["dead code, unused dependencies", "knip --treat-config-hints-as-errors"],
  ["package", "npm pack --silent --ignore-scripts --pack-destination reports"],
  ["package for publishing", "publint run --strict reports/*.tgz"],
  ["types of the package", "attw --profile esm-only --no-emoji reports/*.tgz"],
  ["tests", "vitest run --reporter=default --reporter=json --outputFile.json=reports/tests.json"],
];

const failed = [];
for (const [what, command] of checks) {
  console.log(`\n> ${what}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) failed.push(what);
}

const tests = countTests();
for (const what of failed) console.log(`Failed: ${what}.`);
// A file that does not load, or a check that is no test, counts as one.
const failures =
  Math.max(tests.failed, failed.includes("tests") ? 1 : 0) + failed.filter((what) => what !== "tests").length;
console.log(`${tests.passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

/** @returns {{ passed: number, failed: number }} */
function countTests() {
  try {
    const report = JSON.parse(readFileSync("reports/tests.json", "utf8"));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
