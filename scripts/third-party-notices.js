import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The licences of the packages whose code is in the chunks, as each package states them.
 * @param {readonly import("rolldown").OutputChunk[]} chunks
 * @returns {Promise<string>}
 */
export async function thirdPartyNotices(chunks) {
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  const notices = await Promise.all([...folders].map(noticeOf));
  return `This package contains code of the following packages.\n\n${notices.sort().join("\n")}`;
}

/**
 * Modules that start with NUL are the bundler's own helpers.
 * @param {string} module
 * @returns {string | undefined}
 */
function packageFolder(module) {
  if (module.startsWith("\0rolldown/")) return "node_modules/rolldown";
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0];
}

/**
 * @param {string} folder
 * @returns {Promise<string>}
 */
async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(?:[.-]|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} ships no licence text: its licence cannot be passed on.`);
  const text = await readFile(join(folder, file), "utf8");
  return `${"-".repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}
