/**
 * What must never happen, and what stops it: violations of each kind are planted in a copy of the sources, and the check
 * that has to refuse each does so, with its reason.
 */
import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the check answers, where it happens, and ways to do it. */
type Never = readonly [refusal: string, path: string, ...codes: readonly string[]];

const arrows: readonly Never[] = [
  [
    "The engine imports nothing",
    "src/engine",
    `import { parse } from "yaml"; parse("");`,
    `await import("yaml");`,
    `import { sep } from "node:path"; sep.at(0);`,
    `import "../analysis/analyze.ts";`,
    `export type { Tree } from "../documents/tree.ts";`,
  ],
  ["Write an import at the top", "src/engine", `export type Hidden = import("yaml").Document;`],
  ["Write an import at the top", "src/render", `export type Hidden = typeof import("../documents/tree.ts");`],
  ["Analysis asks how sure", "src/analysis", `import "valibot";`, `import "yalps";`, `import "../documents/tree.ts";`],
  ["Documents do not know how", "src/documents", `export type { Page } from "../render/page.ts";`],
  ["Documents turn text into data", "src/documents", `import "cli-table3";`, `import "../commands/command.ts";`],
  ["Only machine/ knows Node", "src/documents", `import "node:path";`, `await import("node:fs");`],
  ["Render does not know files", "src/render", `export type { Tree } from "../documents/tree.ts";`],
  ["Render does not know files", "src/render/pages", `export type { Tree } from "../../documents/tree.ts";`],
  ["Interview and render never meet", "src/render", `import "../interview/ask.ts";`],
  ["Interview and render never meet", "src/render/pages", `import "../../interview/ask.ts";`],
  ["Interview and render never meet", "src/interview", `import "../render/page.ts";`],
  ["Render turns results into text", "src/render", `import "yaml";`, `import "valibot";`],
  ["Only machine/ knows Node, colour", "src/render", `import "chalk";`, `import "node:util";`],
  ["Only machine/ knows Node, colour", "src/commands", `import "inquirer";`, `import "node:timers/promises";`],
  ["Only machine/ knows Node, colour", "src/interview", `import "@inquirer/core";`],
  ["A command is given its Machine", "src/commands", `import "../machine/main.ts";`],
  ["A command opens, calls and shows", "src/commands", `import "yaml";`],
  ["The machine computes nothing", "src/machine", `import "../engine/decision.ts";`],
  ["The machine gives commands the world", "src/machine", `import "yaml";`],
  ["A page has no files", "src/browser", `import "../documents/tree.ts";`, `import "../commands/command.ts";`],
  ["A page evaluates and writes itself again", "src/browser", `import "valibot";`, `await import("yaml");`],
  [
    "A page is made of a result and words",
    "src/render/html",
    `import "string-width";`,
    `import "../../machine/main.ts";`,
  ],
  ["Render does not know files", "src/render/pictures", `export type { Tree } from "../../documents/tree.ts";`],
  ["part of a cycle", "src/engine/there.ts", `import { back } from "./back.ts"; export const there = () => back;`],
  ["part of a cycle", "src/engine/back.ts", `import { there } from "./there.ts"; export const back = () => there;`],
  ["Do not use export all", "src/engine", `export * from "./decision.ts";`],
];

const purity: readonly Never[] = [
  ["global variable Date", "src/engine", `new Date();`, `export const at = Date;`],
  ["global variable Date", "src/analysis", `Date.now();`],
  ["global variable Date", "src/documents", `Date.now();`],
  ["global variable Date", "src/render", `Date.now();`],
  ["global variable Date", "src/interview", `Date.now();`],
  ["global variable Date", "src/commands", `Date.now();`],
  ["global variable performance", "src/analysis", `performance.now();`],
  ["global variable setTimeout", "src/interview", `setTimeout(() => {}, 1);`],
  ["global variable globalThis", "src/engine", `globalThis.Date.now();`],
  ["Chance comes from a seed", "src/engine", `Math.random();`],
  [
    "Name the function of Math",
    "src/engine",
    `const { random } = Math; random();`,
    `export const at = Math["random"];`,
  ],
  ["global variable crypto", "src/engine", `crypto.randomUUID();`],
  ["powers and logarithms differ", "src/analysis", `Math.exp(1);`, `Math.log(2);`, `Math.pow(2, 2);`],
  ["Powers differ", "src/engine", `export const at = (side: number) => side ** 2;`, `export let at = 2; at **= 2;`],
  [
    "compare by code point",
    "src/engine",
    `"a".localeCompare("b");`,
    `(undefined as string | undefined)?.localeCompare("b");`,
    `const { localeCompare } = "a"; localeCompare("b");`,
    `export const order = "a"["localeCompare"];`,
  ],
  ["compare by code point", "src/render", `(1).toLocaleString();`, `"i".toLocaleUpperCase("tr");`],
  ["global variable Intl", "src/documents", `new Intl.Collator();`],
  ["only render/ rounds", "src/documents", `(1.5).toFixed(0);`, `(1.5)?.toPrecision(1);`],
  ["only render/ rounds", "src/commands", `Math.round(1.5);`],
  ["only render/ rounds", "src/machine", `(1.5).toFixed(0);`],
  ["global variable process", "src/commands", `process.exit();`],
  ["global variable console", "src/documents", `console.log("");`],
  ["global variable fetch", "src/commands", `await fetch("");`],
  ["global variable fetch", "src/browser", `await fetch("");`],
  ["global variable localStorage", "src/browser", `localStorage.clear();`],
  ["global variable Date", "src/browser", `new Date();`],
];

const style: readonly Never[] = [
  ["too many lines", "src/render", "export {};\n".repeat(301)],
  ["Unexpected any", "src/machine", `export const at = (value: any) => value;`],
  ["non-null assertion", "src/machine", `export const at = (value?: string) => value!.length;`],
  ["default export", "src/machine", `export default 1;`],
  ["Promise", "src/machine", `const later = async () => 1; later();`],
  ["Don't disable tests", "test", `import { it } from "vitest"; it.skip("works", () => {});`],
];

const types: readonly Never[] = [
  ["Cannot find name 'process'", "src/engine", `process.exitCode = 1;`],
  ["Cannot find name 'console'", "src/documents", `console.log("");`],
  ["Cannot find name 'setTimeout'", "src/render", `setTimeout(() => {}, 1);`],
  ["Cannot find name 'URL'", "src/engine", `new URL("");`],
  ["'node:fs'", "src/commands", `import "node:fs";`],
  ["Cannot find name 'document'", "src/engine", `document.title;`],
  ["Cannot find name 'document'", "src/machine", `document.title;`],
  ["Cannot find name 'document'", "src/render", `document.title;`],
  ["Cannot find name 'process'", "src/browser", `process.exitCode = 1;`],
  ["TS6307", "src/engine", `import "../documents/problems.ts";`],
  ["TS6307", "src/render", `import type { Tree } from "../documents/tree.ts"; export type At = Tree;`],
  ["TS6307", "src/documents", `import type { Page } from "../render/page.ts"; export type At = Page;`],
  ["TS6307", "src/commands", `import "../machine/main.ts";`],
  ["TS6307", "src/browser", `import type { Tree } from "../documents/tree.ts"; export type At = Tree;`],
];

interface Plant {
  readonly refusal: string;
  readonly code: string;
  readonly path: string;
  readonly file: string;
}

let planted = 0;
const plants = (nevers: readonly Never[]): readonly Plant[] =>
  nevers.flatMap(([refusal, path, ...codes]) =>
    codes.map((code) => {
      planted += 1;
      return { refusal, code, path, file: path.endsWith(".ts") ? path : `${path}/planted-${planted}.ts` };
    }),
  );
const linted = plants([...arrows, ...purity, ...style]);
const typed = plants(types);

let copy: string;
let found: { readonly lint: string; readonly types: string; readonly knip: string };

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "partner-score-planted-"));
  const settings = readdirSync(root).filter((name) => /\.(?:json|grit)$/.test(name));
  for (const name of [...settings, "src", "bin"]) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const { file, code } of [...linted, ...typed]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${code}\nexport {};\n`);
  }
  writeFileSync(join(copy, "src/engine/half-used.ts"), "export const used = 1;\nexport const unused = 2;\n");
  appendFileSync(join(copy, "src/index.ts"), `export { used } from "./engine/half-used.ts";\n`);
  const [lint, types, knip] = await Promise.all([
    output("biome", "lint", "--reporter=github", "--max-diagnostics=none"),
    output("tsc", "-b", "src", "src/machine", "src/browser", "--pretty", "false"),
    output("knip", "--include", "exports,files", "--reporter", "json"),
  ]);
  found = { lint, types, knip };
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What a tool writes, whether it is content or not. */
async function output(tool: string, ...options: readonly string[]): Promise<string> {
  const maxBuffer = 64 * 1024 * 1024;
  const run = promisify(execFile)(join(root, "node_modules/.bin", tool), options, { cwd: copy, maxBuffer });
  const { stdout } = await run.catch((failure: { readonly stdout: string }) => failure);
  return stdout;
}

/** Each thing that was said of one file; what belongs to it is indented. */
function saidOf(file: string, said: string): string {
  const things = said.split(/\n(?! )/).filter((thing) => thing.includes(file));
  return things.map((thing) => thing.replace(/^::.*::/, "")).join("\n");
}

describe("lint refuses", () => {
  it.each(linted)("in $path: $code", ({ refusal, file }) => {
    expect(saidOf(file, found.lint)).toContain(refusal);
  });
});

describe("the compiler refuses", () => {
  it.each(typed)("in $path: $code", ({ refusal, file }) => {
    expect(saidOf(file, found.types)).toContain(refusal);
  });
});

describe("knip refuses", () => {
  interface Report {
    readonly issues: readonly {
      readonly file: string;
      readonly files: readonly unknown[];
      readonly exports: readonly { readonly name: string }[];
    }[];
  }
  const issuesOf = (file: string) => (JSON.parse(found.knip) as Report).issues.find((issue) => issue.file === file); // knip's own shape

  it("an export that nobody uses", () => {
    expect(issuesOf("src/engine/half-used.ts")?.exports.map(({ name }) => name)).toEqual(["unused"]);
  });

  it("a file that nobody imports", () => {
    expect(issuesOf(linted[0].file)?.files).toHaveLength(1);
  });
});
