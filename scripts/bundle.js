import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { lighterStart } from "./lighter-start.js";

/** @typedef {import("rolldown").OutputChunk} Chunk */

/** For Node, yaml ships CommonJS, from which nothing can be left out. */
const alias = { yaml: fileURLToPath(new URL("../node_modules/yaml/browser/index.js", import.meta.url)) };

/**
 * Writes the program and the library into dist/: one bundle, so that what both need ships once. What is imported with
 * `import()` becomes a chunk of its own, loaded on first use; all that every run needs is in two files, since opening files
 * is much of what a start costs.
 *
 * CommonJS, because Node starts it sooner, and because only scripts can be kept compiled (`keep-compiled.js`). Who imports
 * the library gets a module all the same, `dist/index.js`.
 * @param {{ readonly program: string, readonly library: string }} entries
 * @returns {Promise<readonly Chunk[]>}
 */
export async function bundle(entries) {
  const groups = [{ name: groupNames(await chunksOf(entries, [])), debugName: "always" }];
  const chunks = await chunksOf(entries, groups);
  for (const { fileName, code } of chunks) {
    if (/\bimport\(/.test(code))
      throw new Error(`${fileName} has an import(), which bin/partner-score.js does not know.`);
    await mkdir(dirname(`dist/${fileName}`), { recursive: true });
    await writeFile(`dist/${fileName}`, inAscii(withShortExports(code)));
  }
  const { exports: names = [] } = chunks.find(({ name }) => name === "library") ?? {};
  const module = `import library from "./library.cjs";\nexport const { ${names.join(", ")} } = library;\n`;
  await writeFile("dist/index.js", module);
  return chunks;
}

/**
 * @param {Readonly<Record<string, string>>} input
 * @param {readonly import("rolldown").CodeSplittingGroup[]} groups
 * @returns {Promise<readonly Chunk[]>}
 */
async function chunksOf(input, groups) {
  const { output } = await build({
    input,
    write: false,
    platform: "node",
    resolve: { alias },
    plugins: [lighterStart],
    output: {
      format: "cjs",
      entryFileNames: "[name].cjs",
      chunkFileNames: "chunks/[name]-[hash].cjs",
      codeSplitting: { groups: [...groups] },
      minify: { compress: { target: "es2023" }, mangle: true, codegen: true },
      comments: false,
    },
    checks: { ineffectiveDynamicImport: true },
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  return output.filter((each) => each.type === "chunk");
}

/**
 * Which file a module goes into that an entry always needs, given chunks made without any such wish.
 * @param {readonly Chunk[]} chunks
 * @returns {(id: string) => string | null}
 */
function groupNames(chunks) {
  const program = neededAlways(chunks, "program");
  const library = neededAlways(chunks, "library");
  return (id) => {
    if (program.has(id)) return library.has(id) ? "both" : "program";
    return library.has(id) ? "library" : null;
  };
}

/**
 * The modules in an entry's chunk and in all that it imports at once.
 * @param {readonly Chunk[]} chunks
 * @param {string} entry
 */
function neededAlways(chunks, entry) {
  const waiting = chunks.filter(({ isEntry, name }) => isEntry && name === entry);
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

/**
 * One dash in a text makes V8 read the whole file as characters of two bytes, which takes it twice as long. What is not
 * ASCII stands in texts and regular expressions only, and there its code means the same.
 * @param {string} code
 */
export function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The bundler writes a line of its own for each name that a file exports, which is much of a small file.
 * @param {string} code
 */
function withShortExports(code) {
  const long = /Object\.defineProperty\(exports,("[\w$]+"),\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;
  if (!long.test(code)) return code;
  const handOn = "const $export=(name,get)=>Object.defineProperty(exports,name,{enumerable:!0,get});";
  return handOn + code.replace(long, (_, name, value) => `$export(${name},()=>${value})`);
}
