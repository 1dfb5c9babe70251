// What V8 compiled a file of the bundle to stands beside it, and behind that a checksum: V8 itself runs damaged code.
const { readFileSync, writeFileSync } = require("node:fs");

const SUM_BYTES = 4;

/**
 * Nothing where there is none, or a damaged one.
 * @param {string} file
 * @returns {Buffer | undefined}
 */
function keptOf(file) {
  try {
    const kept = readFileSync(`${file}.kept`);
    const end = kept.length - SUM_BYTES;
    return sumOf(kept, end) === kept.readUInt32LE(end) ? kept.subarray(0, end) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {Buffer} compiled
 */
function keep(file, compiled) {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(sumOf(compiled, compiled.length));
  writeFileSync(`${file}.kept`, Buffer.concat([compiled, sum]));
}

/**
 * @param {Buffer} bytes
 * @param {number} end
 */
function sumOf(bytes, end) {
  let sum = end;
  for (let at = 0; at < end; at++) sum = (Math.imul(sum, 31) + bytes[at]) | 0;
  return sum >>> 0;
}

module.exports = { keep, keptOf };
