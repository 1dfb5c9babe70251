// Makes what ships: dist/program.cjs (the program), dist/index.js and dist/library.cjs (the library), the chunks of both,
// dist/types (what the library's types reach) and THIRD-PARTY.txt (the licence of each package that was bundled); and, for
// this clone and this Node, what V8 compiles the program to.
import { spawnSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";
import { bundleReport } from "./bundle-report.js";
import { keepCompiled } from "./keep-compiled.js";
import { preparePacks } from "./prepare-packs.js";
import { copyPublicTypes } from "./public-types.js";
import { thirdPartyNotices } from "./third-party-notices.js";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

// `tsc -b` leaves the declarations of deleted sources behind.
await rm("dist", { recursive: true, force: true });
const tsc = createRequire(import.meta.url)
  .resolve("typescript/package.json")
  .replace("package.json", "bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "-b", "src", "src/machine", "src/browser"], { stdio: "inherit" });
if (status !== 0) process.exit(1);
await copyPublicTypes("dist/layers", "dist/types", "index.d.ts");

const chunks = await bundle({ program: "src/machine/main.ts", library: "src/index.ts" });
await bundleReport("dist/report");
const { openPack } = await import("partner-score");
await preparePacks(openPack, "dist/packs");
await writeFile("THIRD-PARTY.txt", await thirdPartyNotices(chunks));
// What both load is kept as the first needs it: nobody waits for more than that.
keepCompiled(["evaluate", "examples/family-learning.yaml"]);
keepCompiled(["report", "examples/family-learning.yaml"]);
