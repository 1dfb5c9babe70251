import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { build } from "rolldown";
import { describe, expect, it } from "vitest";
import { installed, node } from "./program.ts";

const execute = promisify(execFile);

const home = join(installed, "node_modules/partner-score");
const shipped = readdirSync(home, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1));

describe("the package", () => {
  it("installs nothing but itself", () => {
    expect(readdirSync(join(installed, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "partner-score",
    ]);
  });

  it("holds the program, the library, its packs, schemas and examples, and nothing of the workshop", () => {
    expect([...new Set(shipped.map((file) => file.replace(/\/.*/, "/")))].sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "THIRD-PARTY.txt",
      "bin/",
      "criteria/",
      "dist/",
      "examples/",
      "package.json",
      "schemas/",
    ]);
    expect(
      shipped.filter((file) => /tsbuildinfo|\.map$|layers|^dist\/types\/(?:commands|machine|interview)/.test(file)),
    ).toEqual([]);
  });

  it("is smaller than a megabyte, the licences of others aside", () => {
    const bytes = shipped
      .filter((file) => file !== "THIRD-PARTY.txt")
      .reduce((sum, file) => sum + statSync(join(home, file)).size, 0);
    expect(bytes).toBeLessThan(1_000_000);
  });

  it("passes on the licence of each package that is bundled", () => {
    const notices = readFileSync(join(home, "THIRD-PARTY.txt"), "utf8");
    for (const name of ["yaml", "valibot", "commander"]) expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(notices).not.toMatch(/^(?:vitest|knip|typescript) \d/m);
  });

  it("imports nothing but itself and Node", () => {
    const imported = shipped
      .filter((file) => /^(?:bin|dist)\/.*\.c?js$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(home, file), "utf8").matchAll(
          /(?:from|import\(?|require(?:\$\d+)?\()\s*(["'`])([\w@./:-]+)\1/g,
        ),
      ])
      .map(([, , specifier = ""]) => specifier);
    expect(imported).toContain("node:fs");
    expect(imported.filter((specifier) => !isBuiltin(specifier) && !/^\.{1,2}\//.test(specifier))).toEqual([]);
  });
});

describe("a project that uses the library", () => {
  const source = `
    import { readFileSync } from "node:fs";
    import { type Decision, type Evaluation, evaluate, loadDecision } from "partner-score";

    const id = "partnering-with-purpose";
    const pack = readFileSync(new URL(import.meta.resolve("partner-score/criteria/" + id + ".yaml")), "utf8");
    const loaded = await loadDecision("candidates: [{name: Zoo, answers: {mission: 5}}]", { packs: { [id]: pack } });
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const rank = (decision: Decision): Evaluation => evaluate(decision);
    console.log(rank(loaded.value.decision).tooLittleKnown[0]?.candidate.name);
  `;
  const inProject = { cwd: installed };

  it("type-checks, the declarations of the library included", async () => {
    // Of Node's own types only what is used here, so that nothing but the library's declarations is checked.
    const node = `
      declare module "node:fs" { export function readFileSync(path: URL, encoding: "utf8"): string }
      interface ImportMeta { resolve(specifier: string): string }
    `;
    writeFileSync(join(installed, "node.d.ts"), node);
    writeFileSync(join(installed, "consumer.ts"), source);
    const strict = ["--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--types", ""];
    const modern = ["--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom", "--noEmit"];
    const tsc = createRequire(import.meta.url)
      .resolve("typescript/package.json")
      .replace("package.json", "bin/tsc");
    const check = execute(process.execPath, [tsc, ...strict, ...modern, "consumer.ts", "node.d.ts"], inProject);
    const { stdout } = await check.catch((failure: { readonly stdout: string }) => failure);
    expect(stdout).toBe("");
  });

  it("ranks with it", async () => {
    const script = source.replaceAll(/type \w+, |: Decision|: Evaluation/g, "");
    const { stdout } = await execute(node, ["--input-type=module", "-e", script], inProject);
    expect(stdout).toBe("Zoo\n");
  });

  it("ranks with it in a page, once bundled for one", async () => {
    const input = join(installed, "page.js");
    writeFileSync(
      input,
      `import { evaluate, loadDecision } from "partner-score";
       globalThis.rank = async (text, packs) => {
         const loaded = await loadDecision(text, { packs });
         return loaded.ok ? evaluate(loaded.value.decision).ranking.map(({ candidate }) => candidate.name) : loaded.problems;
       };`,
    );
    const bundled = {
      input,
      write: false,
      platform: "browser",
      logLevel: "silent",
      output: { format: "iife" },
    } as const;
    const { output } = await build(bundled);
    // Nothing of Node, and of a browser only what every one has.
    const page = createContext({ TextDecoder, TextEncoder });
    runInContext(output[0].code, page);
    const pack = "id: tiny\ntitle: Tiny\ncriteria: [{id: fit, label: Fit, question: Does it fit?}]\n";
    const text = "criteria: tiny\ncandidates: [{name: Zoo, answers: {fit: 2}}, {name: Park, answers: {fit: 5}}]\n";
    expect(await page.rank(text, { tiny: pack })).toEqual(["Park", "Zoo"]);
  });

  it("finds the schemas and the packs", async () => {
    const require = createRequire(join(installed, "consumer.js"));
    expect(require("partner-score/schemas/decision.schema.json")).toHaveProperty("$schema");
    expect(readFileSync(require.resolve("partner-score/criteria/partnering-with-purpose.yaml"), "utf8")).toContain(
      "id:",
    );
  });
});
