import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { build } from "rolldown";

/**
 * Writes each pack that ships as the program has it after reading, checking and resolving: doing that at every start
 * took longer than all else together. Checksums of the texts it was made from go with it, so that an edited pack is read
 * anew; of a pack that extends another only what differs.
 * @param {typeof import("partner-score").openPack} openPack
 * @param {string} folder
 */
export async function preparePacks(openPack, folder) {
  const checksum = await checksumOfTheProgram();
  await mkdir(folder, { recursive: true });
  const names = (await readdir("criteria")).filter((name) => name.endsWith(".yaml"));
  const shippedPackIds = names.map((name) => name.slice(0, -".yaml".length));
  /** @type {(id: string) => Promise<{ madeFrom: Record<string, number>, pack: import("partner-score").Pack }>} */
  const resolved = async (id) => {
    /** @type {Record<string, number>} */
    const madeFrom = {};
    /** @param {string} asked */
    const shippedPack = async (asked) => {
      const text = await readFile(`criteria/${asked}.yaml`, "utf8");
      madeFrom[asked] = checksum(text);
      return { path: `${asked}.yaml`, text, sha256: "" };
    };
    /** @returns {never} */
    const none = () => {
      throw new Error(`${id} names a file, and a pack that ships cannot.`);
    };
    const opened = await openPack(id, { shippedPack, shippedPackIds, read: none, resolve: none });
    if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join("\n"));
    return { madeFrom, pack: opened.value.pack };
  };
  for (const id of shippedPackIds) {
    const { madeFrom, pack } = await resolved(id);
    const base = Object.keys(madeFrom).find((other) => other !== id);
    const prepared = base === undefined ? { pack } : { base, pack: beside((await resolved(base)).pack, pack) };
    await writeFile(`${folder}/${id}.json`, `${JSON.stringify({ madeFrom, ...prepared })}\n`);
  }
}

/**
 * What one pack has that another has not, or otherwise.
 * @param {object} base
 * @param {object} pack
 */
function beside(base, pack) {
  const ofBase = new Map(Object.entries(base).map(([key, value]) => [key, JSON.stringify(value)]));
  for (const key of ofBase.keys()) if (!Object.hasOwn(pack, key)) throw new Error(`A pack takes ${key} away.`);
  return Object.fromEntries(Object.entries(pack).filter(([key, value]) => ofBase.get(key) !== JSON.stringify(value)));
}

/** @returns {Promise<(text: string) => number>} */
async function checksumOfTheProgram() {
  const { output } = await build({ input: "src/machine/checksum.ts", write: false });
  return (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)).checksum;
}
