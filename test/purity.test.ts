/**
 * Engine and analysis, as they would be bundled for a page, run in a realm that has neither clock nor chance nor language,
 * and say the same there as here: the simulation, and the solver of linear programmes, included.
 */

import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { build } from "rolldown";
import { beforeAll, expect, it } from "vitest";
import { type Analysis, analyze } from "../src/analysis/analyze.ts";
import { WEIGHT_MODELS } from "../src/analysis/weightings.ts";
import type { Decision } from "../src/engine/decision.ts";
import { evaluate } from "../src/engine/evaluate.ts";
import { anyDecision } from "./any.ts";

/** Everything that could tell one machine, country, moment or version of Node from another. */
const forbidden = `
  const refuse = (name) => function () { throw new Error(name + " is not for the engine"); };
  const take = (owner, name) => Object.defineProperty(owner, name, { get: refuse(name) });
  for (const name of ["Date", "Intl", "console", "performance", "crypto", "WeakRef", "FinalizationRegistry", "Atomics"]) take(globalThis, name);
  for (const name of Object.getOwnPropertyNames(Math)) {
    if (typeof Math[name] === "function" && !["abs", "ceil", "floor", "imul", "max", "min", "round", "sign", "sqrt", "trunc"].includes(name)) {
      Object.defineProperty(Math, name, { get: refuse("Math." + name), configurable: true });
    }
  }
  for (const owner of [String, Number, Array, Object, BigInt, Float64Array.__proto__]) {
    for (const name of Object.getOwnPropertyNames(owner.prototype)) {
      if (/^(?:toLocale|localeCompare|toFixed|toPrecision|toExponential)/.test(name)) take(owner.prototype, name);
    }
  }
`;

let inEmptyRealm: (code: string) => string;

beforeAll(async () => {
  const realm = createContext(Object.create(null));
  runInContext(forbidden, realm);
  for (const [name, path] of Object.entries({ engine: "engine/evaluate.ts", analysis: "analysis/analyze.ts" })) {
    const { output } = await build({
      input: fileURLToPath(new URL(`../src/${path}`, import.meta.url)),
      output: { format: "iife", name },
      write: false,
    });
    runInContext(`${output[0].code}\nglobalThis.${name} = ${name};`, realm);
  }
  // A block, so that a name may be declared again.
  inEmptyRealm = (code) => runInContext(`{ ${code} }`, realm);
});

/** Every bit of every number, -0 included. */
const exactly = (result: unknown): string =>
  JSON.stringify(result, (_, value) => (Object.is(value, -0) ? "-0" : Number.isNaN(value) ? "NaN" : value));

it("the engine says the same without clock, chance and language", () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      // Across the border goes text: an object of ours would bring our clock along.
      const plain: Decision = JSON.parse(JSON.stringify(decision));
      const there = inEmptyRealm(`(${exactly})(engine.evaluate(JSON.parse(${JSON.stringify(JSON.stringify(plain))})))`);
      expect(there).toBe(exactly(evaluate(plain)));
    }),
  );
});

/** With the list of what to ask as a list. */
const analyzed = (found: Analysis) =>
  exactly({ ...found, settled: { ...found.settled, askNext: [...(found.settled?.askNext ?? [])] } });

it.each(WEIGHT_MODELS)("the analysis says the same there, under %s weightings", (model) => {
  fc.assert(
    fc.property(anyDecision, fc.nat(), (decision, seed) => {
      const plain: Decision = JSON.parse(JSON.stringify(decision));
      const options = { model, seed, runs: 50 };
      const there = inEmptyRealm(`
        const exactly = ${exactly};
        const decision = JSON.parse(${JSON.stringify(JSON.stringify(plain))});
        (${analyzed})(analysis.analyze(decision, engine.evaluate(decision), ${JSON.stringify(options)}));
      `);
      expect(there).toBe(analyzed(analyze(plain, evaluate(plain), options)));
    }),
    { numRuns: 50 },
  );
});

it.each([
  "Math.random()",
  "Math.pow(2, 3)",
  "new Date()",
  "'a'.localeCompare('b')",
  "(1).toLocaleString()",
  "Intl.Collator",
  "console.log(1)",
])("that realm refuses %s", (code) => {
  expect(() => inEmptyRealm(code)).toThrow("is not for the engine");
});

it.each(["process", "setTimeout", "fetch", "require"])("that realm has no %s", (name) => {
  expect(inEmptyRealm(`typeof ${name}`)).toBe("undefined");
});
