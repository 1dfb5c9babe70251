// 1,000,000 candidates under ten questions, from the matrix to ranks by score, beside numpy's matrix product and argsort
// on the same numbers: values that are all different, and answers on five levels, which tie in long runs. Needs numpy
// (Debian: apt-get install python3-numpy). Each measurement is a process of its own, with two runs to warm up.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";
import { inTurns, median, peakMegabytes, runNode } from "./measure.js";

const CANDIDATES = 1_000_000;
const IMPORTANCES = [9, 6, 7, 6, 5, 5, 4, 8, 4, 6];
const RUNS = 5;
const ROUNDS = 7;
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";

const [, script = "", engine, table = "", order = ""] = process.argv;
if (engine === undefined) await measure();
else console.log(await rank(engine, table, order));

async function measure() {
  const clone = fileURLToPath(new URL("..", import.meta.url));
  mkdirSync(join(clone, "reports"), { recursive: true });
  const folder = mkdtempSync(join(clone, "reports/bench-"));
  const input = { scores: join(clone, "src/engine/scores.ts"), ranks: join(clone, "src/engine/ranks.ts") };
  await build({ input, output: { dir: folder, entryFileNames: "[name].js" } });

  console.log(`From the matrix to ranks, ${CANDIDATES} × ${IMPORTANCES.length}, Node ${process.versions.node},`);
  console.log(`median of ${ROUNDS} processes each in turns, each the median of ${RUNS} runs:`);
  for (const kind of /** @type {const} */ (["continuous", "five levels"])) {
    const table = join(folder, "values");
    writeFileSync(table, tableOf(kind));
    const ours = ["--expose-gc", script, folder, table];
    const time = inTurns(ROUNDS, {
      listed: () => Number(runNode([...ours, "listed"]).output),
      mixed: () => Number(runNode([...ours, "mixed"]).output),
      numpy: () => numpy(table),
    });
    const say = (/** @type {string} */ what, /** @type {number} */ milliseconds, note = "") =>
      console.log(`  ${what.padEnd(58)} ${milliseconds.toFixed(0).padStart(5)} ms${note}`);
    const ratio = (/** @type {number} */ milliseconds) => `, ratio ${(milliseconds / time.numpy).toFixed(2)}`;
    say(`${kind}: numpy`, time.numpy);
    say(`${kind}: scores and ranks`, time.listed, `${ratio(time.listed)}  (at most 1.2)`);
    say(`${kind}: the same, names out of order`, time.mixed, ratio(time.mixed));
    console.log(`  memory of the process, candidates included: ${peakMegabytes([...ours, "listed"]).toFixed(0)} MB`);
  }
  rmSync(folder, { recursive: true });
}

/** @param {"continuous" | "five levels"} kind */
function tableOf(kind) {
  let state = 42;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const values = new Float64Array(CANDIDATES * IMPORTANCES.length);
  for (const cell of values.keys()) values[cell] = kind === "continuous" ? chance() : Math.floor(5 * chance()) / 4;
  return values;
}

/** @param {string} table */
function numpy(table) {
  const arguments_ = [fileURLToPath(new URL("engine.py", import.meta.url)), table, shares().join(","), String(RUNS)];
  const { status, stdout, stderr } = spawnSync(PYTHON, arguments_, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${PYTHON} ended with ${status}: ${stderr}`);
  return Number(stdout);
}

function shares() {
  const total = IMPORTANCES.reduce((sum, importance) => sum + importance, 0);
  return IMPORTANCES.map((importance) => importance / total);
}

/**
 * @param {string} engine
 * @param {string} table
 * @param {string} order
 */
async function rank(engine, table, order) {
  const { scores } = await import(pathToFileURL(join(engine, "scores.js")).href);
  const { rankOrder } = await import(pathToFileURL(join(engine, "ranks.js")).href);
  const { buffer, byteOffset, byteLength } = readFileSync(table);
  const values = new Float64Array(buffer, byteOffset, byteLength / 8);
  const names = Array.from({ length: CANDIDATES }, (_, candidate) => {
    const number = order === "listed" ? candidate : (candidate * 7919) % CANDIDATES;
    return `c${String(number).padStart(6, "0")}`;
  });
  const candidates = names.map((name) => ({ id: name, name }));
  const matrix = {
    candidates: names,
    criteria: IMPORTANCES.map(String),
    importances: Float64Array.from(IMPORTANCES),
    weights: Float64Array.from(shares()),
    priorities: new Float64Array(CANDIDATES),
    // As buildMatrix has them where nothing is open.
    ...{ values, lows: values, highs: values },
    known: new Uint8Array(values.length).fill(1),
  };
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < RUNS + 2; run += 1) {
    // What the run before left behind is not this run's to clear.
    globalThis.gc?.();
    const start = performance.now();
    const { score, low } = scores(matrix);
    rankOrder(candidates, score, low);
    if (run > 1) times.push(performance.now() - start);
  }
  return median(times);
}
