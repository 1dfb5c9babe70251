// Loaded before a program with `--import`: as the process ends, writes how long each flush to disk took, in milliseconds, into
// the file that the environment names.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { fsyncSync, writeFileSync } = fs;
/** @type {number[]} */
const flushes = [];
fs.fsyncSync = (file) => {
  const start = performance.now();
  fsyncSync(file);
  flushes.push(performance.now() - start);
};
// Modules that import it by name now get this one.
syncBuiltinESMExports();
process.on("exit", () => writeFileSync(process.env.FLUSHES ?? "", JSON.stringify(flushes)));
