import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { lighterStart } from "./lighter-start.js";

/** For Node, yaml ships CommonJS, from which nothing can be left out. */
const alias = { yaml: fileURLToPath(new URL("../node_modules/yaml/browser/index.js", import.meta.url)) };

/**
 * What is imported with `import()` becomes a chunk of its own, loaded on first use; all that every run needs is one file,
 * since opening files is much of what a start costs. Names are kept, so that the stack of a bug can be read.
 * @param {string} input
 * @param {string} fileName
 */
export async function bundle(input, fileName) {
  const always = neededAlways(await build({ ...optionsFor(input, fileName), write: false }));
  const options = optionsFor(input, fileName);
  /** @param {string} id */
  const name = (id) => (always.has(id) ? fileName.replace(".js", "-always") : null);
  const groups = [{ name, debugName: "always" }];
  const bundled = await build({ ...options, output: { ...options.output, codeSplitting: { groups } } });
  for (const chunk of bundled.output) {
    if (chunk.type === "chunk") await writeFile(`dist/${chunk.fileName}`, inAscii(chunk.code));
  }
  return bundled;
}

/**
 * One dash in a text makes V8 read the whole file as characters of two bytes, which takes it twice as long. What is not
 * ASCII stands in texts and regular expressions only, and there its code means the same.
 * @param {string} code
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * @param {string} input
 * @param {string} fileName
 * @returns {import("rolldown").BuildOptions & { output: import("rolldown").OutputOptions }}
 */
function optionsFor(input, fileName) {
  return {
    input,
    platform: "node",
    resolve: { alias },
    plugins: [lighterStart],
    output: {
      dir: "dist",
      entryFileNames: fileName,
      chunkFileNames: "chunks/[name]-[hash].js",
      minify: { compress: { target: "es2023" }, mangle: false, codegen: true },
      comments: false,
    },
    checks: { ineffectiveDynamicImport: true },
    onLog(level, log) {
      if (level === "warn") throw new Error(`${input}: ${log.message}`);
    },
  };
}

/**
 * The modules in the entry's chunk and in all that it imports at once.
 * @param {import("rolldown").RolldownOutput} output
 */
function neededAlways({ output }) {
  const chunks = output.filter((each) => each.type === "chunk");
  const waiting = chunks.filter(({ isEntry }) => isEntry);
  const found = new Set(waiting);
  for (const chunk of waiting) {
    for (const imported of chunks.filter(({ fileName }) => chunk.imports.includes(fileName))) {
      if (found.has(imported)) continue;
      found.add(imported);
      waiting.push(imported);
    }
  }
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds));
}
