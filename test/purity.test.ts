/**
 * The engine, as it would be bundled for a page, runs in a realm that has neither clock nor chance nor language, and says
 * the same there as here.
 */

import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "rolldown";
import { beforeAll, expect, it } from "vitest";
import type { Answer, Criterion, Decision } from "../src/engine/decision.ts";
import { evaluate } from "../src/engine/evaluate.ts";

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
  const { output } = await build({
    input: fileURLToPath(new URL("../src/engine/evaluate.ts", import.meta.url)),
    output: { format: "iife", name: "engine" },
    write: false,
  });
  const realm = createContext(Object.create(null));
  runInContext(forbidden, realm);
  runInContext(`${output[0].code}\nglobalThis.engine = engine;`, realm);
  inEmptyRealm = (code) => runInContext(code, realm);
});

/** Every bit of every number, -0 included. */
const exactly = (result: unknown): string =>
  JSON.stringify(result, (_, value) => (Object.is(value, -0) ? "-0" : Number.isNaN(value) ? "NaN" : value));

it("the engine says the same without clock, chance and language", () => {
  const there = inEmptyRealm(`(${exactly})(engine.evaluate(${JSON.stringify(decision())}))`);
  expect(there).toBe(exactly(evaluate(decision())));
  expect(JSON.parse(there).ranking).not.toHaveLength(0);
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

const scored = (score: number): Answer => ({ kind: "score", score });
const unknown: Answer = { kind: "unknown" };

/** Names in several scripts and cases, ties, a range, open answers, a minimum, levels, reasons, priority, two raters. */
function decision(): Decision {
  const scale = { min: 1, max: 5, step: 1 };
  const about = { direction: "higher-is-better", scale, anchors: [], probes: [], evidence: [], question: "?" } as const;
  const criteria: readonly Criterion[] = [
    { ...about, id: "one", label: "One", importance: 9, minimum: 2 },
    { ...about, id: "two", label: "Two", importance: 7, direction: "lower-is-better" },
    {
      ...about,
      id: "three",
      label: "Three",
      importance: 1.1,
      values: [
        { answer: 1, value: 0 },
        { answer: 5, value: 1 },
      ],
    },
  ];
  const names = ["École", "Zoo", "zoo", "国立科学博物館", "Ärzte", "Ecole", "İzmir", "ijssel", "مكتبة", "Zoo 2"];
  const open: readonly Answer[] = [unknown, { kind: "range", low: 2, high: 4 }, { kind: "abstain" }];
  const ballot = (shift: number) => ({
    rater: `Rater ${shift}`,
    answers: Object.fromEntries(
      names.map((name, row) => [
        name,
        Object.fromEntries(
          criteria.map(({ id }, column) => {
            const turn = row * 3 + column + shift;
            return [id, turn % 7 === 0 ? open[turn % 3] : scored(1 + (turn % 5))];
          }),
        ),
      ]),
    ),
  });
  const none = { answers: {}, basis: {} };
  return {
    reasons: ["reason"],
    readiness: { formal: "no" },
    importance: { two: 6.3 },
    candidates: names.map((name, row) => ({ id: name, name, kind: row % 2 === 0 ? "museum" : "school", held: "date" })),
    ballots: [ballot(0), ballot(1)],
    pack: {
      id: "pack",
      title: "Pack",
      scale: { ...scale, words: [], rules: [] },
      unknown: "neutral",
      coverageFloor: 0.6,
      criteria,
      reasons: [{ id: "reason", label: "Reason", emphasis: { one: 1.7 }, readings: {} }],
      priority: { kinds: ["museum"], points: 3 },
      levels: [
        { id: "marriage", label: "Marriage", conditions: { ...none, score: 60, answers: { one: 4 }, held: "date" } },
        { id: "date", label: "Date", conditions: { ...none, score: 40, coverage: 0.9 } },
        { id: "glance", label: "Glance", conditions: none },
      ],
      readiness: [{ id: "formal", statement: "Formal", whenNo: "glance" }],
    },
  };
}
