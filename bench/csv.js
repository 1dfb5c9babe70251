// A table of 100,000 candidates under ten questions, from text to decision, beside csv-parse alone, which only takes the
// text apart; and the whole program on 1,000,000 candidates, as CSV and as JSON. Each measurement is a process of its own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { openDecision } from "partner-score";
import { inTurns, peakMegabytes, runNode } from "./measure.js";

const QUESTIONS = [
  ...["mission", "position", "audience", "resources", "strategy"],
  ...["leadership", "timing", "culture", "budget", "opportunity"],
];

const PROGRAM = fileURLToPath(new URL("../bin/partner-score.js", import.meta.url));

const PREPARED = "../dist/packs/partnering-with-purpose.json";

/** @type {Map<number, string>} */
const made = new Map();

/** @type {Readonly<Record<string, () => unknown>>} */
const ways = {
  async decision() {
    const opened = await openDecision(["bench.csv"], {}, reader());
    if (!opened.ok) throw new Error(opened.problems[0]?.message);
  },
  parse() {
    if (parse(table(100_000)).length !== 100_001) throw new Error("csv-parse lost a row.");
  },
};

const [, script = "", way] = process.argv;
if (way !== undefined) await once(way);
else measure();

function measure() {
  const run = (/** @type {string} */ name) => Number(runNode([script, name]).output);
  const time = inTurns(9, { decision: () => run("decision"), parse: () => run("parse") });
  const megabytes = (/** @type {string} */ name) => peakMegabytes([script, name]).toFixed(0);
  console.log(`100,000 rows of CSV, Node ${process.versions.node}, median of 9 processes each in turns:`);
  console.log(`  text to decision  ${time.decision.toFixed(0)} ms, ${megabytes("decision")} MB`);
  console.log(`  csv-parse alone   ${time.parse.toFixed(0)} ms, ${megabytes("parse")} MB`);
  console.log(`  ratio             ${(time.decision / time.parse).toFixed(2)}  (at most 3)`);

  const folder = mkdtempSync(join(tmpdir(), "partner-score-bench-"));
  const files = { csv: join(folder, "million.csv"), json: join(folder, "million.json") };
  writeFileSync(files.csv, table(1_000_000));
  writeFileSync(files.json, jsonOf(table(1_000_000)));
  console.log("1,000,000 candidates, the whole program, one run after one to warm up (at most 30 s and 2000 MB):");
  for (const [from, to] of /** @type {const} */ ([
    ["csv", "table"],
    ["csv", "csv"],
    ["csv", "json"],
    ["json", "table"],
  ])) {
    const result = join(folder, "result");
    const evaluate = [PROGRAM, "evaluate", files[from], "--quiet", "--format", to, "-o", result];
    const { evaluated } = inTurns(1, { evaluated: () => runNode(evaluate).milliseconds });
    const seconds = (evaluated / 1000).toFixed(1);
    console.log(`  ${`from ${from} to ${to}`.padEnd(20)} ${seconds} s, ${peakMegabytes(evaluate).toFixed(0)} MB`);
  }
  rmSync(folder, { recursive: true });
}

/** @param {string} name */
async function once(name) {
  // The text is made before the clock starts; what was made is asked for again and is there.
  table(100_000);
  const start = performance.now();
  await ways[name]?.();
  console.log(performance.now() - start);
}

/**
 * Answers from 1 to 5 by a generator that is the same everywhere.
 * @param {number} rows
 */
function table(rows) {
  const known = made.get(rows);
  if (known !== undefined) return known;
  let state = 42;
  const answer = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + Math.floor((5 * state) / 2 ** 32);
  };
  const lines = Array.from(
    { length: rows },
    (_, row) => `Organization ${row + 1},${QUESTIONS.map(answer).join(",")}\n`,
  );
  const text = `name,${QUESTIONS.join(",")}\n${lines.join("")}`;
  made.set(rows, text);
  return text;
}

/**
 * The same in JSON, which is written here without escapes because no name needs one.
 * @param {string} text
 */
function jsonOf(text) {
  const candidates = text
    .split("\n")
    .slice(1, -1)
    .map((line) => {
      const [name, ...answers] = line.split(",");
      const written = QUESTIONS.map((question, place) => `"${question}": ${answers[place]}`);
      return `{"name": "${name}", "answers": {${written.join(", ")}}}`;
    });
  return `{"candidates": [\n${candidates.join(",\n")}\n]}\n`;
}

/** @returns {import("partner-score").Reader} */
function reader() {
  return {
    read: async (path) => ({ ok: true, value: { path, text: table(100_000), sha256: "" }, warnings: [] }),
    resolve: (_from, path) => path,
    // As the program has it: the pack is a file of its own, and the build has made it ready.
    preparedPack: async () => JSON.parse(readFileSync(new URL(PREPARED, import.meta.url), "utf8")).pack,
    shippedPack: async () => undefined,
    shippedPackIds: ["partnering-with-purpose"],
  };
}
