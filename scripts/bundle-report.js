import { mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "rolldown";
import { inAscii } from "./bundle.js";

/** In the order in which later ones speak over earlier ones. */
const STYLE = ["base", "page", "tables", "pictures", "what-if", "print"];

/**
 * Writes what every report holds into a folder: `what-if.js`, one script with the engine in it, and `report.css`. Both stand
 * inside a page, so neither may hold what would end it there.
 * @param {string} folder
 */
export async function bundleReport(folder) {
  await mkdir(folder, { recursive: true });
  const { output } = await build({
    input: "src/browser/what-if.ts",
    write: false,
    platform: "browser",
    output: {
      format: "iife",
      minify: { compress: { target: "es2022" }, mangle: true, codegen: true },
      comments: false,
    },
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const script = inAscii(output[0].code).trim();
  const sheets = await Promise.all(STYLE.map((name) => readFile(`src/browser/style/${name}.css`, "utf8")));
  const style = smaller(sheets.join("\n"));
  if (/<\/script|<!--/i.test(script)) throw new Error("The script of the report holds what would end it in a page.");
  if (/<\/style|[^\0-\x7f]/i.test(style))
    throw new Error("The style of the report holds what would end it, or is not ASCII.");
  await writeFile(`${folder}/what-if.js`, script);
  await writeFile(`${folder}/report.css`, style);
}

/**
 * Without comments and without the space that only a writer needs.
 * @param {string} css
 */
function smaller(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;\}/g, "}")
    .trim();
}
