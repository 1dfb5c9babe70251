import { spawnSync } from "node:child_process";

/**
 * The middle of the measurements; of an even number, the lower of the two.
 * @param {readonly number[]} measurements
 * @returns {number}
 */
export function median(measurements) {
  return [...measurements].sort((a, b) => a - b)[Math.floor((measurements.length - 1) / 2)] ?? Number.NaN;
}

/**
 * Runs Node on its own, and says how long that took from start to end.
 * @param {readonly string[]} options
 * @returns {{ milliseconds: number, output: string }}
 */
export function runNode(options) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8", maxBuffer: 2 ** 30 });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`node ${options.join(" ")} ended with ${status}: ${stderr}`);
  return { milliseconds, output: stdout };
}

/**
 * The most memory that Node held while it ran, in megabytes. Never measured together with time: asking costs some.
 * @param {readonly string[]} options
 * @returns {number}
 */
export function peakMegabytes(options) {
  const command = ["--import", new URL("report-peak.js", import.meta.url).href, ...options];
  const { stderr } = spawnSync(process.execPath, command, { encoding: "utf8", maxBuffer: 2 ** 30 });
  const peak = /\npeak (\d+)\n/.exec(stderr)?.[1];
  if (peak === undefined) throw new Error(`node ${command.join(" ")} did not say its peak: ${stderr}`);
  return Number(peak) / 1024;
}

/**
 * Ways to do a thing, each as often as the other and in turns, so that a noisy moment falls on all of them.
 * @template {string} Way
 * @param {number} rounds
 * @param {Readonly<Record<Way, () => number>>} ways
 * @returns {Record<Way, number>} the median of each
 */
export function inTurns(rounds, ways) {
  const names = /** @type {Way[]} */ (Object.keys(ways)); // its keys are what it was made of
  const measured = names.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [way, name] of names.entries()) {
      const measurement = ways[name]();
      // The first round warms the disk's cache.
      if (round > 0) measured[way]?.push(measurement);
    }
  }
  return /** @type {Record<Way, number>} */ (
    Object.fromEntries(names.map((name, way) => [name, median(measured[way] ?? [])]))
  );
}
