// From Enter to the next question, without the terminal: an interview in a process of its own, in a file of 30 candidates
// under the ten questions, each answer saved. What the disk takes to flush is told apart.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";
import { decisionText } from "./candidates.js";
import { median, runNode } from "./measure.js";

const CANDIDATES = 30;
const ANSWERS = 60;

/** @typedef {{ readonly rest: number, readonly flush: number }} Wait milliseconds from an answer to the next question */

const [, script = "", bundle, order] = process.argv;
if (bundle !== undefined) console.log(JSON.stringify(await interview(bundle, order)));
else await measure();

async function measure() {
  const clone = fileURLToPath(new URL("..", import.meta.url));
  // Within the clone, where the program finds the packs that ship.
  fs.mkdirSync(join(clone, "reports"), { recursive: true });
  const folder = fs.mkdtempSync(join(clone, "reports/bench-"));
  await build({
    input: {
      open: join(clone, "src/documents/open-decision.ts"),
      reading: join(clone, "src/interview/reading.ts"),
      notebook: join(clone, "src/interview/notebook.ts"),
      interview: join(clone, "src/interview/interview.ts"),
      machine: join(clone, "src/machine/node-machine.ts"),
      shelf: join(clone, "src/machine/shelf.ts"),
    },
    platform: "node",
    output: { dir: folder, entryFileNames: "[name].js" },
  });
  console.log(
    `From Enter to the next question, ${CANDIDATES} candidates, median of ${ANSWERS} answers, Node ${process.versions.node}:`,
  );
  for (const order of ["partner", "shortest"]) {
    /** @type {readonly Wait[]} */
    const waits = JSON.parse(runNode([script, folder, order]).output);
    const rest = waits.map((wait) => wait.rest);
    const flush = waits.map((wait) => wait.flush);
    console.log(
      `  --order ${order.padEnd(8)}  ${median(rest).toFixed(1)} ms (the first ${rest[0]?.toFixed(0)}), and ${median(flush).toFixed(1)} to flush`,
    );
  }
  fs.rmSync(folder, { recursive: true });
}

/**
 * @param {string} bundle
 * @param {string | undefined} order
 * @returns {Promise<readonly Wait[]>}
 */
async function interview(bundle, order) {
  let flush = 0;
  const { fsyncSync } = fs;
  fs.fsyncSync = (file) => {
    const start = performance.now();
    fsyncSync(file);
    flush += performance.now() - start;
  };
  // Modules that import it by name now get this one.
  syncBuiltinESMExports();
  const module = (/** @type {string} */ name) => import(pathToFileURL(join(bundle, `${name}.js`)).href);
  const { openDecision } = await module("open");
  const { readingOf } = await module("reading");
  const { openNotebook } = await module("notebook");
  const { runInterview } = await module("interview");
  const { nodeMachine } = await module("machine");
  const { shelfFor } = await module("shelf");

  const path = join(bundle, `${order}.yaml`);
  fs.writeFileSync(path, order === "shortest" ? halfOpen(decisionText(CANDIDATES)) : decisionText(CANDIDATES));
  const opened = await openDecision([path], {}, nodeMachine());
  const [source] = opened.value.inputs;
  const reading = await readingOf(source, "yaml", opened.value);
  const notebook = openNotebook({ source, input: "yaml", reading }, shelfFor(path));

  /** @type {Wait[]} */
  const waits = [];
  let answered = performance.now();
  const ask = {
    async question(/** @type {{ existing: { kind: string, score?: number } }} */ { existing }) {
      waits.push({ rest: performance.now() - answered - flush, flush });
      flush = 0;
      answered = performance.now();
      if (waits.length > ANSWERS) return { go: "quit" };
      return { write: { kind: "score", score: existing.score === 3 ? 4 : 3 }, go: "on" };
    },
    say() {},
  };
  const scope = { all: order !== "shortest" };
  await runInterview({ order, scope, ask, notebook, shuffle: (/** @type {unknown} */ list) => list });
  // Nobody waited for the first question.
  return waits.slice(1);
}

/** @param {string} text */
function halfOpen(text) {
  return text.replaceAll(/, strategy: .*?}/g, "}");
}
