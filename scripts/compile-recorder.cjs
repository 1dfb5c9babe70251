// Loaded before bin/partner-score.js by keep-compiled.js: remembers the scripts that it makes, and at the end writes what
// they were compiled to, where nothing is kept yet.
const { existsSync } = require("node:fs");
const vm = require("node:vm");
const { keep } = require("../bin/kept.js");

/** @type {[file: string, script: import("node:vm").Script][]} */
const scripts = [];

vm.Script = class extends vm.Script {
  /**
   * @param {string} code
   * @param {{ readonly filename: string }} options
   */
  constructor(code, { filename }) {
    // Not with what was kept before.
    super(code, { filename });
    scripts.push([filename, this]);
  }
};

process.once("exit", () => {
  for (const [file, script] of scripts) {
    if (!existsSync(`${file}.kept`)) keep(file, script.createCachedData());
  }
});
