import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

/**
 * Writes each pack that ships as the program has it after reading, checking and resolving: doing that at every start
 * took longer than all else together. The texts it was made from go with it, so that an edited pack is read anew.
 * @param {typeof import("partner-score").openPack} openPack
 * @param {string} folder
 */
export async function preparePacks(openPack, folder) {
  await mkdir(folder, { recursive: true });
  const names = (await readdir("criteria")).filter((name) => name.endsWith(".yaml"));
  const shippedPackIds = names.map((name) => name.slice(0, -".yaml".length));
  for (const id of shippedPackIds) {
    /** @type {Record<string, string>} */
    const madeFrom = {};
    /** @param {string} asked */
    const shippedPack = async (asked) => {
      const text = await readFile(`criteria/${asked}.yaml`, "utf8");
      madeFrom[asked] = text;
      return { path: `${asked}.yaml`, text, sha256: "" };
    };
    /** @returns {never} */
    const none = () => {
      throw new Error(`${id} names a file, and a pack that ships cannot.`);
    };
    const opened = await openPack(id, { shippedPack, shippedPackIds, read: none, resolve: none });
    if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join("\n"));
    await writeFile(`${folder}/${id}.json`, `${JSON.stringify({ madeFrom, pack: opened.value.pack })}\n`);
  }
}
