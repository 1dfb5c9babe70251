#!/usr/bin/env node
// Runs the bundled program, dist/program.cjs. Where the build has kept beside a file what V8 compiled it to, and this is the
// same V8, it is not compiled again: that takes a quarter of the time of ranking ten candidates. Else nothing is different.
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");
const { keptOf } = require("./kept.js");

/** @type {Map<string, { exports: unknown }>} */
const loaded = new Map();

/**
 * What a file of the bundle exports.
 * @param {string} file
 * @returns {unknown}
 */
function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const folder = dirname(file);
  const find = (/** @type {string} */ name) => (name.startsWith(".") ? load(join(folder, name)) : require(name));
  compiled(file).runInThisContext()(module.exports, find, module, file, folder);
  return module.exports;
}

/**
 * As a function of what Node gives every CommonJS file. The bundle is in ASCII, which Latin-1 reads fastest.
 * @param {string} filename
 */
function compiled(filename) {
  const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "latin1")}\n})`;
  const cachedData = keptOf(filename);
  return new Script(code, cachedData === undefined ? { filename } : { filename, cachedData });
}

load(join(__dirname, "..", "dist", "program.cjs"));
