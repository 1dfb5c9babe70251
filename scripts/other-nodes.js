// npm run nodes: puts other versions of Node into .nodes/, without touching the one that is installed. The end-to-end tests
// then run on them as well (vitest.config.ts); CI does this first.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const VERSIONS = ["22.23.3", "24.21.0"];

const builtFor = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const wanted = VERSIONS.map((version) => `node-${version.split(".")[0]}@npm:${builtFor}@${version}`);
const folder = fileURLToPath(new URL("../.nodes", import.meta.url));
const install = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", ...wanted];
const { status } = spawnSync("npm", install, { stdio: "inherit", shell: process.platform === "win32" });
process.exitCode = status ?? 1;
