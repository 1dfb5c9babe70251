import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/all.ts";
import { runProgram } from "../../src/commands/program.ts";
import { memoryMachine } from "../memory-machine.ts";
import { parsed, run } from "./run.ts";

const file = { files: { "partners.yaml": "candidates:\n  - name: Zoo\n" } };

describe("a command line that makes no sense", () => {
  const evaluate = (...options: string[]) => ["evaluate", "partners.yaml", ...options];
  it.each<[args: string[], message: string, hint: string]>([
    [["evalute", "partners.yaml"], "There is no command “evalute”.", "Did you mean evaluate?"],
    [
      ["frobnicate"],
      "There is no command “frobnicate”.",
      `The commands are ${commands.map(({ name }) => name).join(", ")} and help.`,
    ],
    [
      ["partners.yaml"],
      "There is no command “partners.yaml”.",
      "To rank the candidates in a file: partner-score evaluate partners.yaml",
    ],
    [["help", "evalute"], "There is no command or topic “evalute”.", "Did you mean evaluate?"],
    [["help", "exit-code"], "There is no command or topic “exit-code”.", "Did you mean exit-codes?"],
    [["help", "a", "b"], "help takes one, so “b” is too many.", "See partner-score help --help."],
    [["--nope"], "partner-score has no option “--nope”.", "See partner-score --help."],
    [["--quite", "evaluate"], "partner-score has no option “--quite”.", "Did you mean --quiet?"],
    [
      ["--top", "3", "evaluate", "partners.yaml"],
      "partner-score has no option “--top”.",
      "It belongs after the command: partner-score evaluate --top",
    ],
    [evaluate("--fromat", "csv"), "evaluate has no option “--fromat”.", "Did you mean --format?"],
    [evaluate("--fromat=csv"), "evaluate has no option “--fromat”.", "Did you mean --format?"],
    [evaluate("-json"), "evaluate has no option “-json”.", "Did you mean --json?"],
    [evaluate("--no-colour"), "evaluate has no option “--no-colour”.", "Did you mean --no-color?"],
    [evaluate("-z"), "evaluate has no option “-z”.", "See partner-score evaluate --help."],
    [
      ["evaluate"],
      "evaluate needs <files>: the decision as YAML, JSON or CSV; - is standard input.",
      "See partner-score evaluate --help.",
    ],
    [
      ["validate"],
      "validate needs <files>: decisions or criteria packs as YAML, JSON or CSV; - is standard input.",
      "See partner-score validate --help.",
    ],
    [["criteria", "a", "b"], "criteria takes one, so “b” is too many.", "See partner-score criteria --help."],
    [["completion"], "completion needs <shell>: the shell you type in.", "See partner-score completion --help."],
    [["completion", "bsh"], "<shell> cannot be “bsh”.", "Did you mean bash?"],
    [["completion", "tcl"], "<shell> cannot be “tcl”.", "It is bash, zsh, fish or powershell."],
    [evaluate("--top"), "After --top, <count> is missing.", "See partner-score evaluate --help."],
    [evaluate("-o"), "After --output, <file> is missing.", "See partner-score evaluate --help."],
    [evaluate("-o", ""), "--output cannot be “”.", "It is a file’s name."],
    [evaluate("--criteria", " "), "--criteria cannot be “ ”.", "It is a pack’s id or path."],
    [evaluate("--format", "jsn"), "--format cannot be “jsn”.", "Did you mean json?"],
    [evaluate("--format", "xlsx"), "--format cannot be “xlsx”.", "It is table, json, csv or markdown."],
    [["validate", "partners.yaml", "--format", "csv"], "--format cannot be “csv”.", "It is table or json."],
    [evaluate("--input", "yml"), "--input cannot be “yml”.", "Did you mean yaml?"],
    [["criteria", "--schema", "desision"], "--schema cannot be “desision”.", "Did you mean decision?"],
    [
      ["criteria", "better-together", "--schema", "decision"],
      "A schema belongs to no pack, so better-together has no place here.",
      "Leave it or --schema out.",
    ],
    [["criteria", "better-togehter"], "There is no criteria pack “better-togehter”.", "Did you mean better-together?"],
    [
      evaluate("--criteria", "better-togehter"),
      "There is no criteria pack “better-togehter”.",
      "Did you mean better-together?",
    ],
    [
      ["validate", "partners.yaml", "--criteria", "better-togehter"],
      "There is no criteria pack “better-togehter”.",
      "Did you mean better-together?",
    ],
    [evaluate("--bom"), "--bom is for CSV, and no CSV is asked for.", "Add --format csv, or leave --bom out."],
  ])("%j is told: %s", async (args, message, hint) => {
    expect(await run(args, file)).toMatchObject({ status: 2, out: "", err: `${message}\n  ${hint}\n` });
  });

  it.each(["0", "-1", "1.5", "1e3", "0x10", "3 ", "many", "", "99999999999"])(
    "--top %j is out of range",
    async (value) => {
      const { status, out, err } = await run(["evaluate", "partners.yaml", "--top", value], file);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).toBe(`--top cannot be “${value}”.\n  It is a whole number from 1 to 999999999.\n`);
    },
  );

  it.each(["-0.1", "1.1", "60%", "60", "NaN", "Infinity", ".", "1e-1", "0,6", ""])(
    "--coverage-floor %j is out of range",
    async (value) => {
      const { status, out, err } = await run(["evaluate", "partners.yaml", "--coverage-floor", value], file);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).toBe(`--coverage-floor cannot be “${value}”.\n  It is a number from 0 to 1, such as 0.6.\n`);
    },
  );

  it.each([
    [["evaluate", "partners.yaml", "--json", "--nope"]],
    [["evaluate", "partners.yaml", "--nope", "--format", "json"]],
    [["evaluate", "partners.yaml", "--nope", "--format=json"]],
  ])("%j is told as a document, because one is asked for", async (args) => {
    const { status, out, err } = await run(args, file);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(parsed(err)).toEqual({
      schemaVersion: 1,
      errors: [
        {
          code: "unknown-option",
          severity: "error",
          message: "evaluate has no option “--nope”.",
          hint: "See partner-score evaluate --help.",
        },
      ],
      warnings: [],
    });
  });

  it("--json after -- is a file’s name", async () => {
    const { status, err } = await run(["validate", "--", "--json"], {
      files: { "--json": "candidates: [{name: Zoo}]\n" },
    });
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("--json and another format contradict each other, the same one does not", async () => {
    const asked = ["evaluate", "partners.yaml", "--json", "--format"];
    expect(parsed((await run([...asked, "csv"], file)).err)).toMatchObject({
      errors: [{ code: "contradicting-options", message: "--json and --format csv ask for two formats." }],
    });
    expect(await run([...asked, "json"], file)).toMatchObject({ status: 0, err: "" });
  });

  it("a word with control characters reaches the terminal as what it is", async () => {
    expect((await run(["\u001b[2J\u202Eevaluate"])).err).toMatch(
      /^There is no command “<U\+001B>\[2J<U\+202E>evaluate”\.\n/,
    );
  });
});

it.each([[["--version"]], [["-V"]], [["evaluate", "--version"]]])("%j prints the version", async (args) => {
  expect(await run(args)).toMatchObject({ status: 0, out: "1.2.3\n", err: "" });
});

describe("a mistake of ours", () => {
  async function crash(args: readonly string[], debug: boolean) {
    const machine = memoryMachine({ debug });
    const broken = Object.defineProperty(machine, "shippedPackIds", {
      get() {
        throw new TypeError("no packs");
      },
    });
    return { status: await runProgram(args, broken), out: machine.stdout, err: machine.stderr };
  }

  const message = "This is a mistake in partner-score, not in your files (TypeError: no packs).";

  it("is called one, with how to report it, without a stack trace", async () => {
    const { status, out, err } = await crash(["criteria"], false);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err.split("\n")).toEqual([
      message,
      expect.stringMatching(/^ {2}Please report it: .*DEBUG=partner-score/),
      "",
    ]);
  });

  it("is told as a document where one is asked for", async () => {
    const { err } = await crash(["criteria", "--json"], false);
    expect(parsed(err)).toMatchObject({ errors: [{ code: "bug", message }] });
  });

  it("shows where it happened to whoever asks with DEBUG=partner-score", async () => {
    expect((await crash(["criteria"], true)).err).toMatch(/^\s+at .*program\.test\.ts/m);
  });
});
