import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { build } from "rolldown";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as library from "../src/index.ts";

// A compiler and a bundler, once; whole processes after that.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const run = promisify(execFile);
const compiler = [
  createRequire(import.meta.url)
    .resolve("typescript/package.json")
    .replace("package.json", "bin/tsc"),
  ...["--ignoreConfig", "--strict", "--exactOptionalPropertyTypes", "--rewriteRelativeImportExtensions"],
  ...["--module", "nodenext", "--target", "es2023", "--lib", "es2023", "--types", ""],
];

/** A project in which the library is installed as it ships: one module, its chunks, its types, the packs. */
const project = mkdtempSync(join(tmpdir(), "partner-score-library-"));
const installed = join(project, "node_modules/partner-score");

beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(project, "package.json"), `{"type": "module"}\n`);
  for (const name of ["package.json", "criteria"]) cpSync(name, join(installed, name), { recursive: true });
  await build({ input: "src/index.ts", platform: "node", output: { dir: join(installed, "dist") } });

  const declarations = join(project, "declarations");
  const emitting = ["--declaration", "--emitDeclarationOnly", "--outDir", declarations, "--rootDir", "src"];
  await run(process.execPath, [...compiler, ...emitting, "--skipLibCheck", "src/index.ts"]);
  const copying = `import { copyPublicTypes } from "./scripts/public-types.js"; await copyPublicTypes(...process.argv.slice(1))`;
  await run(process.execPath, [
    ...["--input-type=module", "--eval", copying, "--"],
    ...[declarations, join(installed, "dist/types"), "index.d.ts"],
  ]);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const page = "docs/api.md";
const examples = [...readFileSync(page, "utf8").matchAll(/^```js\n([\s\S]*?)^```\n\n(?:```text\n([\s\S]*?)^```\n)?/gm)];

describe("the page about the library", () => {
  const outputs = new Map<number, string>();

  beforeAll(async () => {
    for (const [place, [, code]] of examples.entries()) outputs.set(place, await printed(code));
    if (process.env.GOLDEN === "write") writeFileSync(page, renewed(outputs));
  });

  it.each(examples.map(([, code = "", shown], place) => ({ place, firstLine: titleOf(code), shown })))(
    "prints what it shows under: $firstLine",
    ({ place, shown }) => {
      expect(process.env.GOLDEN === "write" ? outputs.get(place) : shown).toBe(outputs.get(place));
    },
  );

  it("shows every function and list that the library offers", () => {
    const text = readFileSync(page, "utf8");
    expect(Object.keys(library).filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe("the types", () => {
  it("are enough for a program that checks them, with neither Node's types nor those of a package", async () => {
    writeFileSync(join(project, "consumer.ts"), CONSUMER);
    expect(await checked("consumer.ts")).toBe("");
  });

  it("say which uses are wrong", async () => {
    writeFileSync(
      join(project, "mistaken.ts"),
      `import { evaluate, loadDecision } from "partner-score";
       const loaded = await loadDecision("", { packs: {} });
       evaluate(loaded.value);
       export const wrong: string = loaded.ok ? evaluate(loaded.value.decision).ranking[0].score : "";\n`,
    );
    const said = await checked("mistaken.ts");
    expect(said).toMatch(/mistaken\.ts\(3,\d+\).*'value' does not exist/);
    expect(said).toMatch(/mistaken\.ts\(4,\d+\).*is not assignable to type 'string'/);
  });

  it("of the result are those of its schema in the code, both ways", async () => {
    const ours = `import type { ResultDocument as InCode } from "${relative(project, "src/render/result-schema.ts")}";`;
    const shipped = `import type { ResultDocument as Shipped } from "partner-score";`;
    const same = "export const one = (it: InCode): Shipped => it; export const other = (it: Shipped): InCode => it;\n";
    writeFileSync(join(project, "same.ts"), `${ours}\n${shipped}\n${same}`);
    // In the code, a field that is left out may also be undefined.
    expect(await checked("same.ts", "--exactOptionalPropertyTypes", "false", "--skipLibCheck", "true")).toBe("");
  });
});

const CONSUMER = `
import {
  askNext, criteriaPage, DEFAULT_PACK, evaluate, evaluationPage, formats, loadDecision, openDecision, openPack,
  renderText, resultDocument, settled, shownEvaluation, warningMessage,
} from "partner-score";
import type {
  AskNext, Block, Checked, Decision, Diagnostic, Evaluation, OpenedDecision, Pack, Page, Place, Reader, ResultDocument,
  Setting, Settled, Shown, Source,
} from "partner-score";

export async function table(text: string, packs: Readonly<Record<string, string>>): Promise<string> {
  const loaded: Checked<OpenedDecision> = await loadDecision(text, { packs, criteria: DEFAULT_PACK, input: "yaml" });
  if (!loaded.ok) return loaded.problems.map(told).join("");
  const decision: Decision = loaded.value.decision;
  const evaluation: Evaluation = evaluate(decision);
  const shown: Shown = shownEvaluation(decision, evaluation, { heading: "Partners", top: 3 });
  const setting: Partial<Setting> = { width: 80, paint: (tone, piece) => tone + piece };
  return renderText(shown, "table", setting);
}

function told({ message, place }: Diagnostic): string {
  const where: Place | undefined = place;
  return where === undefined ? message : \`\${where.path}:\${where.line}: \${message}\`;
}

export async function open(reader: Reader, source: Source): Promise<Pack | undefined> {
  const opened = await openDecision([source.path], {}, reader);
  const pack = await openPack("better-together", reader);
  return opened.ok ? opened.value.decision.pack : pack.ok ? pack.value.pack : undefined;
}

export function sure(decision: Decision, evaluation: Evaluation): readonly [Settled, readonly AskNext[]] {
  return [settled(decision, evaluation), askNext(decision, evaluation)];
}

export async function other(decision: Decision, evaluation: Evaluation): Promise<readonly unknown[]> {
  const page: Page = evaluationPage(decision, evaluation, { heading: "" });
  const blocks: readonly Block[] = [...page.blocks, ...criteriaPage(decision.pack).blocks];
  const provenance: ResultDocument["provenance"] = { tool: "mine", criteria: { id: "own" }, inputs: [] };
  const result = resultDocument(decision, evaluation, provenance, []);
  const [first] = [...result.ranking];
  const level: string | undefined = first.level;
  const sentences = evaluation.warnings.map((warning) => warningMessage(warning, decision));
  return [blocks, level, sentences, await formats[0].load()];
}
`;

// ---- running and checking ----

async function printed(code: string): Promise<string> {
  writeFileSync(join(project, "example.mjs"), code);
  const { stdout } = await run(process.execPath, ["example.mjs"], { cwd: project });
  return stdout;
}

/** What the strictest compiler says about a file of the project: nothing, if it is good. */
async function checked(file: string, ...more: readonly string[]): Promise<string> {
  const args = [...compiler, "--noEmit", "--skipLibCheck", "false", ...more, file];
  return run(process.execPath, args, { cwd: project }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { readonly stdout: string }) => stdout,
  );
}

function titleOf(code: string): string {
  return /^import \{ (.*) \} from "partner-score";$/m.exec(code)?.[1] ?? code;
}

/** The page with what its examples print as it is now. */
function renewed(outputs: ReadonlyMap<number, string>): string {
  let place = 0;
  return readFileSync(page, "utf8").replace(
    /^(```js\n[\s\S]*?^```\n\n)(?:```text\n[\s\S]*?^```\n\n?)?/gm,
    (_whole, example: string) => `${example}\`\`\`text\n${outputs.get(place++) ?? ""}\`\`\`\n\n`,
  );
}
