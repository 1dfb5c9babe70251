// Rank acceptability of 100,000 runs, one thread, beside numpy's on the same values in the same run (Debian: apt-get
// install python3-numpy); without numpy, beside a plain loop, whose ratio to numpy was recorded. Then the hard cases. Each
// measurement is a process of its own, with two runs to warm up; PYTHON names another Python.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";
import { inTurns, median, runNode } from "./measure.js";
import { plainAcceptability } from "./plain-acceptability.js";

const DRAWS = 100_000;
const RUNS = 5;
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";

/** Of a plain loop to numpy, at so many candidates. */
const RECORDED = { 10: 0.9, 50: 1.6, 200: 2.1 };

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {number} candidates
 * @property {number} questions
 * @property {"around" | "any" | "ranked"} model
 * @property {"continuous" | "five levels" | "identical"} values
 * @property {boolean} [priority] three points for every third
 * @property {boolean} [open] one answer in five unknown
 */

/** @type {Omit<Case, "name">} */
const USUAL = { candidates: 10, questions: 10, model: "any", values: "continuous" };
const COMPARED = /** @type {const} */ ([10, 50, 200]);
/** @type {readonly Case[]} */
const CASES = [
  ...COMPARED.map((candidates) => ({ ...USUAL, candidates, name: `${candidates} candidates` })),
  { ...USUAL, name: "around the weights", model: "around" },
  { ...USUAL, name: "in the order of importance", model: "ranked" },
  { ...USUAL, name: "3 questions", questions: 3 },
  { ...USUAL, name: "30 questions", questions: 30 },
  { ...USUAL, name: "an answer in five unknown", open: true },
  { ...USUAL, name: "50, on five levels", candidates: 50, values: "five levels" },
  { ...USUAL, name: "50, on five levels, 2 questions", candidates: 50, values: "five levels", questions: 2 },
  { ...USUAL, name: "50, identical", candidates: 50, values: "identical" },
  { ...USUAL, name: "50, a third with priority", candidates: 50, priority: true },
];

const [, script = "", engine, name = "", way = ""] = process.argv;
const chosen = CASES.find((each) => each.name === name);
if (engine === undefined || chosen === undefined) await measure();
else console.log(way === "plain" ? plain(chosen) : await ours(engine, chosen));

async function measure() {
  const clone = fileURLToPath(new URL("..", import.meta.url));
  mkdirSync(join(clone, "reports"), { recursive: true });
  const folder = mkdtempSync(join(clone, "reports/bench-"));
  const file = join(folder, "acceptability.js");
  await build({ input: join(clone, "src/analysis/acceptability.ts"), output: { file } });
  const hasNumpy = spawnSync(PYTHON, ["-c", "import numpy"]).status === 0;
  const time = (/** @type {Case} */ each, way = "") => Number(runNode([script, file, each.name, way]).output);

  console.log(`Acceptability, ${DRAWS} runs, ten questions, Node ${process.versions.node},`);
  console.log(`median of ${ROUNDS} processes each in turns, each the median of ${RUNS}:`);
  if (!hasNumpy) console.log(`(${PYTHON} has no numpy: its ratio to a plain loop is the recorded one)`);
  for (const candidates of COMPARED) {
    const each = CASES.filter((one) => one.name === `${candidates} candidates`)[0] ?? { ...USUAL, name: "" };
    if (!hasNumpy) {
      const found = inTurns(ROUNDS, { ours: () => time(each), plain: () => time(each, "plain") });
      const numpys = found.plain / RECORDED[candidates];
      say(each.name, found.ours, `plain loop ${found.plain.toFixed(0)} ms, so ${ratio(found.ours, numpys)} to numpy`);
      continue;
    }
    const found = inTurns(ROUNDS, {
      ours: () => time(each),
      whole: () => numpy(each, folder, DRAWS),
      tenths: () => numpy(each, folder, DRAWS / 10),
    });
    const whole = `numpy ${found.whole.toFixed(0)} ms, ${ratio(found.ours, found.whole)}  (at most 0.4)`;
    say(
      each.name,
      found.ours,
      `${whole}; a tenth at a time ${found.tenths.toFixed(0)} ms, ${ratio(found.ours, found.tenths)}`,
    );
  }
  console.log("The hard cases, ten candidates where nothing else is said:");
  const ways = Object.fromEntries(CASES.slice(3).map((each) => [each.name, () => time(each)]));
  for (const [what, milliseconds] of Object.entries(inTurns(ROUNDS, ways))) say(what, milliseconds);
  rmSync(folder, { recursive: true });
}

/**
 * @param {number} one
 * @param {number} other
 */
function ratio(one, other) {
  return `ratio ${(one / other).toFixed(2)}`;
}

/**
 * @param {string} what
 * @param {number} milliseconds
 */
function say(what, milliseconds, note = "") {
  console.log(`  ${what.padEnd(34)} ${milliseconds.toFixed(0).padStart(5)} ms  ${note}`.trimEnd());
}

/**
 * @param {Case} each
 * @param {string} folder
 * @param {number} atOnce
 */
function numpy(each, folder, atOnce) {
  const table = join(folder, "values");
  writeFileSync(table, Float64Array.from(valuesOf(each).flat()));
  const program = fileURLToPath(new URL("acceptability.py", import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    PYTHON,
    [program, table, ...[each.questions, DRAWS, atOnce, RUNS].map(String)],
    { encoding: "utf8", env: { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" } },
  );
  if (status !== 0) throw new Error(`${PYTHON} ended with ${status}: ${stderr}`);
  return Number(stdout);
}

/** @param {Case} each */
function plain(each) {
  const values = Float64Array.from(valuesOf(each).flat());
  return medianTime(() => plainAcceptability(values, each.questions, DRAWS));
}

/**
 * @param {string} engine
 * @param {Case} each
 */
async function ours(engine, each) {
  const { acceptability } = await import(pathToFileURL(engine).href);
  const { decision, evaluation } = evaluated(each);
  return medianTime(() =>
    acceptability(decision, evaluation, { model: each.model, spread: 0.5, runs: DRAWS, seed: 1 }),
  );
}

/** @param {() => unknown} run */
function medianTime(run) {
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < RUNS + 2; round += 1) {
    const start = performance.now();
    run();
    if (round > 1) times.push(performance.now() - start);
  }
  return median(times);
}

/**
 * What the simulation reads of a decision and its evaluation.
 * @param {Case} each
 */
function evaluated(each) {
  const points = Array.from({ length: each.questions }, (_, question) => 1 + (question % 5));
  const total = points.reduce((sum, importance) => sum + importance, 0);
  const criteria = points.map((importance, question) => ({
    ...{ id: `q${question}`, importance, emphasis: 1, weight: importance / total },
    ...{ label: `Question ${question}`, scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" },
  }));
  const ranking = valuesOf(each).map((values, candidate) => ({
    candidate: { id: `c${candidate}` },
    priority: each.priority && candidate % 3 === 0 ? 3 : 0,
    answers: values.map((value, question) => ({
      value,
      answer:
        each.open && (candidate + question) % 5 === 0 ? { kind: "unknown" } : { kind: "score", score: 1 + 4 * value },
    })),
  }));
  const scoreOf = (/** @type {typeof ranking[number]} */ { priority, answers }) =>
    answers.reduce((score, { value }, question) => score + 100 * value * (criteria[question]?.weight ?? 0), priority);
  ranking.sort((one, other) => scoreOf(other) - scoreOf(one));
  return { decision: { pack: { criteria } }, evaluation: { criteria, ranking } };
}

/**
 * The same values each time, a row a candidate.
 * @param {Case} each
 * @returns {number[][]}
 */
function valuesOf({ candidates, questions, values }) {
  let state = 42;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const row = () =>
    Array.from({ length: questions }, () => (values === "five levels" ? Math.floor(5 * chance()) / 4 : chance()));
  const first = row();
  return Array.from({ length: candidates }, () => (values === "identical" ? first : row()));
}
