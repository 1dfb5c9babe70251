import { execFileSync, type StdioOptions, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

// Whole processes, several to a test.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

// The program as Node runs it, beside the packs and schemas of the package.
const folder = mkdtempSync(join(tmpdir(), "partner-score-main-"));
const at = (name: string): string => join(folder, name);
const program = at("dist/main.js");

beforeAll(async () => {
  for (const name of ["package.json", "criteria", "schemas"]) symlinkSync(resolve(name), at(name));
  await build({ input: "src/machine/main.ts", platform: "node", output: { dir: at("dist") } });
  writeFileSync(at("zoo.yaml"), "candidates:\n  - {name: Zoo, answers: {mission: 5}}\n");
  const many = Array.from({ length: 4000 }, (_, place) => `Candidate ${place},5,4`);
  writeFileSync(at("many.csv"), ["name,mission,position", ...many, ""].join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `during` may do something to the program while it runs. */
function run(
  command: string,
  args: readonly string[],
  options: { readonly stdio?: StdioOptions; readonly env?: Readonly<Record<string, string>> } = {},
  during: (child: ReturnType<typeof spawn>) => void = () => {},
): Promise<Ended> {
  return new Promise((settle, reject) => {
    const env = { PATH: process.env.PATH, LANG: "C.UTF-8", ...options.env };
    const child = spawn(command, args, { cwd: folder, stdio: options.stdio ?? ["ignore", "pipe", "pipe"], env });
    const said = { out: "", err: "" };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (said.out += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (said.err += text));
    child.on("error", reject);
    child.on("close", (status) => settle({ status, ...said }));
    during(child);
  });
}

const node = (...args: string[]) => run(process.execPath, [program, ...args]);
const shell = (line: string, env?: Readonly<Record<string, string>>) =>
  run("bash", ["-c", `set -o pipefail; p() { "${process.execPath}" "${program}" "$@"; }; ${line}`], env && { env });

describe("an interrupted run", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("ends at once on %s, with %i and nothing said", async (signal, status) => {
    const pipe = at(`pipe-${signal}`);
    execFileSync("mkfifo", [pipe]);
    // The other end can be opened only once the program is there, waiting.
    const ended = await run(process.execPath, [program, "evaluate", pipe, "-o", "result.txt"], {}, (child) => {
      const writer = spawn("bash", ["-c", `exec 3> "$0"; echo open; read -r`, pipe], {
        stdio: ["pipe", "pipe", "ignore"],
      });
      writer.stdout.once("data", () => child.kill(signal));
      child.once("close", () => writer.kill());
    });
    expect(ended).toEqual({ status, out: "", err: "" });
    expect(readdirSync(folder)).not.toContain("result.txt");
  });
});

describe("standard output", () => {
  it.each(["table", "json", "csv"])("that is closed early ends a long %s quietly, with 0", async (format) => {
    const ended = await shell(`p evaluate many.csv --coverage-floor 0 --format ${format} | head -1`);
    expect(ended).toMatchObject({ status: 0, err: "" });
    expect(ended.out).toMatch(/^.+\n$/);
  });

  it("that is slow gets everything", async () => {
    const json = "p evaluate many.csv --coverage-floor 0 --json";
    const { out } = await shell(`${json} | (sleep 0.3; wc -c)`);
    await shell(`${json} > whole.json`);
    expect(Number(out)).toBe(readFileSync(at("whole.json")).length);
  });

  it("that is full is told in a sentence, in every format", async () => {
    for (const format of ["table", "json", "csv"]) {
      const ended = await shell(`p evaluate zoo.yaml --format ${format} > /dev/full`);
      expect(ended).toMatchObject({ status: 1, out: "" });
      expect(ended.err).toContain("Nothing can be written to standard output: the disk is full.");
    }
  });

  it("is meant by -o - and by -o /dev/stdout", async () => {
    const { out } = await node("evaluate", "zoo.yaml");
    for (const name of ["-", "/dev/stdout"]) {
      expect(await node("evaluate", "zoo.yaml", "-o", name)).toEqual({ status: 0, out, err: "" });
    }
    await shell("echo before > log; p evaluate zoo.yaml -o /dev/stdout >> log");
    expect(readFileSync(at("log"), "utf8")).toBe(`before\n${out}`);
  });
});

it("standard error that is full or closed changes nothing", async () => {
  expect(await shell("p evaluate gone.yaml 2> /dev/full")).toEqual({ status: 1, out: "", err: "" });
  expect(await shell("p evaluate gone.yaml 2>&-")).toEqual({ status: 1, out: "", err: "" });
});

describe("standard input", () => {
  it.each(["zoo.yaml", "/dev/null"])("may come from %s", async (path) => {
    const { status, err } = await shell(`p validate - < ${path}`);
    expect({ status, bad: err !== "" }).toEqual(
      path === "/dev/null" ? { status: 1, bad: true } : { status: 0, bad: false },
    );
  });

  it("is read once, however often it is named", async () => {
    const { status, out } = await shell("cat zoo.yaml | p validate - -");
    expect({ status, lines: out.split("\n").length - 1 }).toEqual({ status: 0, lines: 2 });
  });

  it.each([
    ["from /dev/zero", "p evaluate - < /dev/zero", "not a text"],
    ["from /dev/urandom", "p evaluate - < /dev/urandom", "Standard input is not a text."],
    ["from a program without end", "cat /dev/zero 2> /dev/null | p evaluate -", "Standard input is not a text."],
    ["from a folder", "p evaluate - < .", "Standard input is a folder."],
    ["that is no UTF-8", "printf 'name\\nMus\\351e\\n' | p evaluate -", "standard input:2:4: The byte E9 is not UTF-8"],
  ])("%s is refused in words", async (_what, line, sentence) => {
    const { status, out, err } = await shell(`set +o pipefail; ${line}`);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(sentence);
  });

  it("that is a keyboard is not waited for", async () => {
    const line = `import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)`;
    const ended = await run("python3", ["-c", line, process.execPath, program, "evaluate", "-"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(ended.status).toBe(1);
    expect(ended.out).toContain("Standard input is the keyboard");
  });
});

describe("a file that is read and would be written over", () => {
  it("stays as it is, under every name it has", async () => {
    const before = readFileSync(at("zoo.yaml"), "utf8");
    symlinkSync("zoo.yaml", at("link.yaml"));
    for (const name of ["zoo.yaml", "./zoo.yaml", "link.yaml", at("zoo.yaml")]) {
      const { status, out, err } = await node("evaluate", "zoo.yaml", "-o", name);
      expect({ status, out }).toEqual({ status: 1, out: "" });
      expect(err).toContain("is one of the files that were read");
    }
    expect(readFileSync(at("zoo.yaml"), "utf8")).toBe(before);
  });
});
