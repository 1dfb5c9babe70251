import { posix } from "node:path";
import type { Reader } from "../../src/documents/open-decision.ts";
import { missingFile } from "../../src/documents/problems-in-files.ts";

/** Files and shipped packs by name, as a machine would read them. */
export function memoryReader(
  files: Readonly<Record<string, string>>,
  shipped: Readonly<Record<string, string>> = {},
): Reader & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    async read(path) {
      asked.push(path);
      const name = posix.normalize(path);
      if (!Object.hasOwn(files, name)) return { ok: false, problems: [missingFile(path, path, Object.keys(files))] };
      return { ok: true, value: { path, text: files[name], sha256: `sha of ${name}` }, warnings: [] };
    },
    resolve: (from, path) => posix.join(posix.dirname(from), path),
    async shippedPack(id) {
      return Object.hasOwn(shipped, id) ? { path: `${id}.yaml`, text: shipped[id], sha256: `sha of ${id}` } : undefined;
    },
    shippedPackIds: Object.keys(shipped),
  };
}
