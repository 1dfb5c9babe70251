import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder in which the packed program is installed, as a user would. */
    readonly installed: string;
  }
}

const run = promisify(execFile);

/** Builds, packs and installs once, without a network: the program has no dependency that would need one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "partner-score-installed-"));
  // Some tests run the program as a user with no rights.
  await chmod(folder, 0o755);
  const { stdout } = await run("npm", ["pack", "--json", "--foreground-scripts=false", "--pack-destination", folder]);
  const [packed] = JSON.parse(stdout) as [{ readonly filename: string }]; // npm describes each tarball so
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", packed.filename], {
    cwd: folder,
  });
  project.provide("installed", folder);
  return () => rm(folder, { recursive: true, force: true });
}
