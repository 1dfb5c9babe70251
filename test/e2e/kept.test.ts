import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examples, node, run, runNode } from "./program.ts";

// The clone as the build leaves it, with what V8 compiled kept beside the files of the bundle.
const clone = mkdtempSync(join(tmpdir(), "partner-score-kept-"));
const parameters = ["evaluate", join(examples, "family-learning.yaml")];

// Says of each file of the bundle whether something kept was handed to V8, and whether V8 refused it.
const probe = join(clone, "probe.cjs");
const PROBE = `
  const vm = require("node:vm");
  const { basename } = require("node:path");
  vm.Script = class extends vm.Script {
    constructor(code, options) {
      super(code, options);
      console.error(options.cachedData !== undefined, this.cachedDataRejected, basename(options.filename));
    }
  };`;

beforeAll(() => {
  for (const name of ["package.json", "bin", "dist", "criteria"]) cpSync(name, join(clone, name), { recursive: true });
  writeFileSync(probe, PROBE);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

const dist = join(clone, "dist");
const keptFiles = () =>
  readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".kept"));
const inClone = (...options: readonly string[]) =>
  runNode([...options, join(clone, "bin/partner-score.js"), ...parameters]);
const page = ["report", join(examples, "family-learning.yaml"), "--runs", "1"];

describe("what the build keeps compiled", () => {
  it.each([
    ["a table", parameters, "terminal"],
    ["a page", page, "reporting"],
  ])(
    "is there for the program and what %s needs, and the Node that built it takes it, another does not",
    async (_, args, chunk) => {
      const { err } = await runNode(["--require", probe, join(clone, "bin/partner-score.js"), ...args]);
      const told = err.trimEnd().split("\n");
      const answer = node === process.execPath ? "true false" : "true true";
      expect(told.filter((line) => !line.startsWith(`${answer} `))).toEqual([]);
      expect(told).toContain(`${answer} program.cjs`);
      expect(told.some((line) => line.includes(chunk))).toBe(true);
    },
  );

  it("changes nothing that is written", async () => {
    expect(await inClone()).toEqual(await run(parameters));
  });

  it.each([
    ["empty", () => new Uint8Array()],
    ["cut off", (kept: Uint8Array) => kept.subarray(0, kept.length / 2)],
    ["damaged", (kept: Uint8Array) => kept.map((byte, place) => (place % 1000 === 500 ? byte ^ 1 : byte))],
    ["of another V8", (kept: Uint8Array) => kept.map((byte, place) => (place === 4 ? byte ^ 1 : byte))],
  ])("is not taken where it is %s, and what is written is the same", async (_what, damaged) => {
    const whole = keptFiles().map((name) => [join(dist, name), readFileSync(join(dist, name))] as const);
    for (const [path, kept] of whole) writeFileSync(path, damaged(kept));
    const [ended, { err }] = [await inClone(), await inClone("--require", probe)];
    for (const [path, kept] of whole) writeFileSync(path, kept);
    expect(ended).toEqual(await run(parameters));
    expect(err).toContain("program.cjs");
    expect(err.split("\n").filter((line) => line.startsWith("true false"))).toEqual([]);
  });

  it("does not ship: it is of one Node", async () => {
    const shipped = readdirSync(join(examples, "../dist"), { recursive: true, encoding: "utf8" });
    expect(keptFiles()).not.toEqual([]);
    expect(shipped.filter((name) => name.endsWith(".kept"))).toEqual([]);
  });
});
