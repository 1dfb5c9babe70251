// What the exact analyses cost, all of them together, beside starting Node for nothing (`node -e 0`): in a process that has
// never made one, and in one that has made a few; and how that grows with candidates and questions. One answer in ten is
// unknown, the others are whole numbers from 1 to 5.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";
import { inTurns, median, runNode } from "./measure.js";

const ROUNDS = 9;
const WARM_RUNS = 7;
const SIZES = /** @type {const} */ ([
  [10, 10],
  [30, 10],
  [100, 10],
  [300, 10],
  [30, 3],
  [30, 30],
]);

const [, script = "", modules, candidates = "", questions = "", runs = ""] = process.argv;
if (modules === undefined) await measure();
else console.log(JSON.stringify(await times(modules, Number(candidates), Number(questions), Number(runs))));

async function measure() {
  const clone = fileURLToPath(new URL("..", import.meta.url));
  mkdirSync(join(clone, "reports"), { recursive: true });
  const folder = mkdtempSync(join(clone, "reports/bench-"));
  const sources = {
    evaluate: "engine/evaluate.ts",
    analyze: "analysis/analyze.ts",
    names: "analysis/analysis-names.ts",
  };
  const input = Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, join(clone, "src", path)]));
  await build({ input, platform: "node", output: { dir: folder, entryFileNames: "[name].js" } });
  const run = (/** @type {number} */ size, /** @type {number} */ width, /** @type {number} */ count) =>
    JSON.parse(runNode([script, folder, String(size), String(width), String(count)]).output);

  const { node, cold, warm } = inTurns(ROUNDS, {
    node: () => runNode(["-e", "0"]).milliseconds,
    cold: () => total(run(30, 10, 1)),
    warm: () => total(run(30, 10, WARM_RUNS)),
  });
  console.log(`The exact analyses together, 30 candidates × 10 questions, Node ${process.versions.node},`);
  console.log(`median of ${ROUNDS} processes each in turns:`);
  console.log(`  node -e 0                 ${node.toFixed(0).padStart(5)} ms`);
  for (const [how, time] of /** @type {const} */ ([
    ["in a fresh process", cold],
    ["once warm", warm],
  ])) {
    console.log(
      `  ${how.padEnd(25)} ${time.toFixed(0).padStart(5)} ms, ratio ${(time / node).toFixed(2)}  (at most 1)`,
    );
  }
  console.log("Each, once warm, in milliseconds:");
  for (const [size, width] of SIZES) {
    const each = run(size, width, WARM_RUNS);
    const parts = Object.entries(each).map(([name, time]) => `${name} ${Number(time).toFixed(1)}`);
    console.log(`  ${String(size).padStart(4)} × ${String(width).padEnd(3)} ${parts.join(", ")}`);
  }
  rmSync(folder, { recursive: true });
}

/** @param {Readonly<Record<string, number>>} each */
function total(each) {
  return Object.values(each).reduce((sum, time) => sum + time, 0);
}

/**
 * By analysis, the median of so many runs; of one run, that.
 * @param {string} folder
 * @param {number} size
 * @param {number} width
 * @param {number} count
 */
async function times(folder, size, width, count) {
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, `${name}.js`)).href);
  const [{ evaluate }, { analyze }, { ANALYSES }] = await Promise.all(["evaluate", "analyze", "names"].map(load));
  const decision = anyDecision(size, width);
  const evaluation = evaluate(decision);
  const exact = ANALYSES.filter((/** @type {string} */ name) => name !== "acceptability");
  /** @type {Record<string, number[]>} */
  const measured = Object.fromEntries(exact.map((/** @type {string} */ name) => [name, []]));
  for (let run = 0; run < count; run += 1) {
    for (const name of exact) {
      const start = performance.now();
      const { settled } = analyze(decision, evaluation, { only: [name] });
      // What to ask is made when it is taken.
      for (const _ of settled?.askNext ?? []);
      measured[name]?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, list]) => [name, median(list)]));
}

/**
 * @param {number} size
 * @param {number} width
 */
function anyDecision(size, width) {
  let state = 42;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const scale = { min: 1, max: 5, step: 1, words: [], rules: [] };
  const about = { question: "?", direction: "higher-is-better", scale, anchors: [], probes: [], evidence: [] };
  const criteria = Array.from({ length: width }, (_, place) => {
    return { ...about, id: `q${place}`, label: `Q${place}`, importance: 1 + Math.floor(9 * chance()) };
  });
  const rules = { unknown: "neutral", coverageFloor: 0, reasons: [], levels: [], readiness: [] };
  const candidates = Array.from({ length: size }, (_, place) => ({ id: `c${place}`, name: `C${place}` }));
  const answer = () => (chance() < 0.1 ? { kind: "unknown" } : { kind: "score", score: 1 + Math.floor(5 * chance()) });
  const answers = candidates.map(({ id: candidate }) => {
    return [candidate, Object.fromEntries(criteria.map(({ id: criterion }) => [criterion, answer()]))];
  });
  return {
    ...{ reasons: [], readiness: {}, importance: {}, candidates, ballots: [{ answers: Object.fromEntries(answers) }] },
    pack: { ...rules, id: "any", title: "Any", scale, criteria },
  };
}
