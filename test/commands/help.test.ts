import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/all.ts";
import { topics } from "../../src/commands/topics.ts";
import { formats } from "../../src/render/formats.ts";
import { displayWidth } from "../../src/render/width.ts";
import { quitter } from "../interview/quitter.ts";
import { parsed, run } from "./run.ts";

const names = commands.map(({ name }) => name);

describe("help", () => {
  it("is what a bare partner-score gets, on standard error, as wrong usage", async () => {
    const asked = await run(["--help"]);
    expect(asked).toMatchObject({ status: 0, err: "" });
    expect(await run([])).toMatchObject({ status: 2, out: "", err: asked.out });
  });

  it("lists every command and every topic", async () => {
    const { out } = await run(["help"]);
    for (const { name, summary } of [...commands, ...topics]) {
      expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
      expect(out.replace(/\s+/g, " ")).toContain(summary);
    }
  });

  it.each(names)("of %s is the same by every road, names its options and shows examples", async (name) => {
    const { status, out, err } = await run(["help", name]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`Usage: partner-score ${name} `);
    expect(out).toContain("--quiet");
    expect(out).toMatch(new RegExp(`Examples:\n  partner-score ${name}`));
    const roads = [
      [name, "--help"],
      [name, "-h"],
      ["help", name],
      [name, "x", "--nope", "-h"],
    ];
    for (const road of roads) expect((await run(road)).out).toBe(out);
  });

  it.each(["--help", ...names])(
    "of %s fits 80 columns, and a narrower screen but for what there is to type",
    async (name) => {
      for (const width of [200, 80, 60, 40]) {
        const { out } = await run(name === "--help" ? [name] : [name, "--help"], { screen: { width } });
        for (const line of out.split("\n")) {
          const most = line.includes("partner-score ") ? 80 : Math.min(width, 80);
          expect(displayWidth(line), line).toBeLessThanOrEqual(most);
        }
      }
    },
  );
});

describe("a topic", () => {
  it.each(topics.map(({ name }) => name))(
    "%s fits any screen from 40 columns, and is never wider than 80",
    async (name) => {
      for (const width of [200, 80, 60, 40]) {
        const { status, out, err } = await run(["help", name], { screen: { width } });
        expect({ status, err }).toEqual({ status: 0, err: "" });
        for (const line of out.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(Math.min(width, 80));
      }
      expect((await run(["help", name])).out).toBe((await run(["help", name], { screen: { width: 80 } })).out);
    },
  );

  it.each(topics.map(({ name }) => name))("%s speaks of options and commands that exist", async (name) => {
    const [page, ...helps] = await Promise.all([name, ...names].map((asked) => text(["help", asked])));
    const options = [...page.matchAll(/(?<=\s)--?[a-z][a-z-]*/g)].map(([flag]) => flag);
    for (const flag of options) expect(helps.join("\n"), flag).toMatch(new RegExp(`${flag}\\b`));
    for (const [, command] of page.matchAll(/partner-score (\S+)/g)) expect(names).toContain(command);
  });

  it("that does not exist is wrong usage, and all that do are named", async () => {
    const { status, out, err } = await run(["help", "zzz"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    for (const name of ["help", ...names, ...topics.map((topic) => topic.name)]) expect(err).toContain(name);
  });

  it("environment has every variable that the program reads", async () => {
    const page = await text(["help", "environment"]);
    const read = variablesRead();
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((name) => !page.includes(name))).toEqual([]);
    const named = page.match(/^ {2}[A-Z_]+(?:, [A-Z_]+)*$/gm)?.flatMap((line) => line.trim().split(", "));
    expect(named?.toSorted()).toEqual(read);
  });

  it("exit-codes has those of the README", async () => {
    const readme = readFileSync("README.md", "utf8");
    const table = /\| exit status \|.*\n\|.*\n((?:\|.*\n)+)/.exec(readme)?.[1] ?? "";
    const statuses = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, cell]) => cell.split(", "));
    const page = await text(["help", "exit-codes"]);
    expect([...page.matchAll(/^ {0,2}(\d+) /gm)].map(([, status]) => status)).toEqual(statuses);
  });

  it("formats has every format and how it is called", async () => {
    const page = await text(["help", "formats"]);
    for (const { name } of formats) expect(page).toMatch(new RegExp(`^ {2}${name}$`, "m"));
  });

  it.each([
    ["YAML", "help.yaml"],
    ["CSV", "help.csv"],
  ])("files shows a decision in %s that can be evaluated", async (heading, path) => {
    const page = await text(["help", "files"]);
    const sample = new RegExp(`^${heading}\\n(?:\\S.*\\n)*((?: {2}.*\\n)+)`, "m").exec(page)?.[1] ?? "";
    const decision = sample.replaceAll(/^ {2}/gm, "");
    const { status, out, err } = await run(["evaluate", path, "--json"], { files: { [path]: decision } });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(parsed(out)).toMatchObject({ tooLittleKnown: [{}, {}] });
  });

  it("files names every key of a decision and of a candidate", async () => {
    const { properties } = JSON.parse(readFileSync("schemas/decision.schema.json", "utf8"));
    const keys = [properties, properties.candidates.items.properties].flatMap(Object.keys);
    const words = new Set((await text(["help", "files"])).match(/\$?\w+/g));
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((key) => !words.has(key))).toEqual([]);
  });

  it("method says what the README says, step by step", async () => {
    const steps = (text: string) => [...text.matchAll(/^ ?(\d+)\. /gm)].length;
    const readme = /## How the score is made\n([\s\S]*?)\n## /.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
    expect(steps(await text(["help", "method"]))).toBe(steps(readme));
  });
});

/** What comes out at the end of a pipe, where that is not who leads. */
const PIPED: Readonly<Record<string, RegExp>> = { explain: /"level": "\w+"/, compare: /^\d+(?:\.\d+)?\n$/ };

describe("the examples of", () => {
  const folder = mkdtempSync(join(tmpdir(), "partner-score-examples-"));
  beforeAll(() => {
    for (const name of Object.keys(FILES)) writeFileSync(join(folder, name), "");
    mkdirSync(join(folder, ".config/fish/completions"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lines = [
    ...commands.flatMap(({ name, examples }) => examples.map(({ line }) => ({ name, line }))),
    { name: "help", line: "partner-score help evaluate" },
    { name: "help", line: "partner-score help files" },
  ];

  it.each(lines)("$name run: $line", async ({ name, line }) => {
    const args = wordsOf(line, folder);
    expect(args[0]).toBe(name);
    const files = name === "init" ? {} : FILES;
    const { status, out, err, files: after } = await run(args, { files, ask: quitter });
    expect({ status, err: err.replace(/^.* is written\..*$/gm, "").trim() }).toEqual({ status: 0, err: "" });
    expect(out !== "" || after.size > Object.keys(files).length || args[0] === "init" || args[0] === "interview").toBe(
      true,
    );
    const pipe = /\| (jq .*)$/.exec(line)?.[1];
    const piped = pipe === undefined ? undefined : filtered(pipe, out);
    if (piped !== undefined) expect(piped).toMatch(PIPED[name] ?? /^"City Zoo"\n$/);
  });

  it("each command are two at least", () => {
    for (const { examples } of commands) expect(examples.length).toBeGreaterThan(1);
  });
});

const FILES = {
  "partners.yaml": `candidates:
  - name: City Zoo
    answers: {mission: 5, position: 4, audience: 4, resources: 4, strategy: 4, leadership: 4, timing: 4, culture: 4}
  - name: Radio Este
`,
  "partners.csv": "name,kind,mission\nCity Zoo,museum,5\n",
  "rater-1.yaml": "candidates: [{name: City Zoo, answers: {mission: 5}}]\n",
  "rater-2.yaml": "candidates: [{name: City Zoo, answers: {mission: 3}}]\n",
  "my-criteria.yaml": "extends: partnering-with-purpose\nid: mine\ncoverageFloor: 0\n",
};

async function text(args: readonly string[]): Promise<string> {
  return (await run(args, { screen: { width: 80 } })).out;
}

/** Every name that the code takes out of the environment. */
function variablesRead(): readonly string[] {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const found = sources.flatMap((path) => {
    const code = readFileSync(join("src", path), "utf8");
    const dotted = [...code.matchAll(/\benv(?:ironment)?\.([A-Z_]+)/g)].map(([, name]) => name);
    const taken = [...code.matchAll(/\{([^{}]*)\}: Environment\b/g)].flatMap(
      ([, list]) => list.match(/[A-Z_]{2,}/g) ?? [],
    );
    return [...dotted, ...taken];
  });
  return [...new Set(found)].sort();
}

/** The words of a line as a shell gives them to the program. */
function wordsOf(line: string, folder: string): readonly string[] {
  const script = `partner-score() { printf '%s\\0' "$@" >&3; }; jq() { cat; }; ${line}`;
  const { output } = spawnSync("bash", ["--norc", "-c", script], {
    cwd: folder,
    // An example may write into the settings of a shell.
    env: { PATH: process.env.PATH, HOME: folder, PROFILE: join(folder, "profile.ps1") },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  return (output[3] ?? "").split("\0").slice(0, -1);
}

/** What jq makes of it, where the project is checked or jq is there. */
function filtered(command: string, input: string): string | undefined {
  const { status, stdout } = spawnSync("bash", ["--norc", "-c", command], { input, encoding: "utf8" });
  return status === 127 && process.env.CI === undefined ? undefined : stdout;
}
