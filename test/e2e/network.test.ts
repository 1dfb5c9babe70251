/** The promise of the README: nothing is ever sent over a network. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/all.ts";
import { start } from "../pseudo-terminal.ts";
import { type Ended, examples, folderWith, installed, node, program, run, runNode } from "./program.ts";

const PRELOAD = resolve("test/e2e/no-network.cjs");
const tour = join(examples, "family-learning.yaml");
const raters = [1, 2, 3].map((number) => join(examples, `committee/rater-${number}.yaml`));
const LEADER = "Harbor Science Museum";
const SECOND = "Riverbend Community College";

function watched(folder: string) {
  const log = join(folder, "network.log");
  const tried = () => (existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : []);
  return { tried, environment: { NODE_OPTIONS: `--require=${PRELOAD}`, NETWORK_LOG: log } };
}

describe("the watch", () => {
  it.each([
    ["net.Socket.connect", `require("net").connect(9)`],
    ["net.Socket.connect", `new (require("net").Socket)().connect(9, "127.0.0.1")`],
    ["net.createConnection", `import("node:net").then(({ createConnection }) => createConnection(9))`],
    ["net.Server.listen", `require("net").createServer().listen(0)`],
    ["tls.connect", `require("tls").connect(9)`],
    ["dgram.createSocket", `require("dgram").createSocket("udp4")`],
    ["dns.lookup", `require("dns").lookup("localhost", () => {})`],
    ["dns.promises.resolve4", `require("dns").promises.resolve4("localhost")`],
    ["dns.Resolver.resolve", `new (require("dns").Resolver)().resolve("localhost", () => {})`],
    ["http.get", `require("http").get("http://127.0.0.1:9")`],
    ["https.request", `import("node:https").then(({ request }) => request("https://127.0.0.1:9"))`],
    ["http2.connect", `require("http2").connect("http://127.0.0.1:9")`],
    ["globalThis.fetch", `fetch("http://127.0.0.1:9")`],
    ["child_process.spawn", `require("child_process").spawn("curl", ["http://127.0.0.1:9"])`],
  ])("catches %s, even where the throw is passed over: %s", async (name, planted) => {
    const { tried, environment } = watched(folderWith({}));
    const ended = await runNode(["-e", planted], { environment });
    expect(ended.status).not.toBe(0);
    expect(ended.err).toContain("nothing is ever sent over a network");
    await runNode(["-e", `try { ${planted} } catch {}`], { environment });
    const last = name.split(".").at(-1);
    expect(new Set(tried().map((attempt) => attempt.split(".").at(-1)))).toContain(last);
  });

  it("catches a line planted in the program itself", async () => {
    const main = join(dirname(examples), "bin/partner-score.js");
    const folder = folderWith({});
    const { tried, environment } = watched(folder);
    const planted = `require("http").get("http://127.0.0.1:9/" + process.argv.length); require(${JSON.stringify(main)});`;
    const ended = await runNode(["-e", planted, "--", "evaluate", tour], { environment });
    expect(ended.status).not.toBe(0);
    expect(tried()).toEqual(["http.get"]);
  });
});

/** By command, at least one line with what it does at its fullest; `-` is standard input. */
const LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  evaluate: [
    [tour],
    ...["json", "csv", "markdown"].map((format) => [tour, "--format", format]),
    raters,
    ["-", "--input", "yaml", "-o", "result.json", "--json"],
    [join(examples, "branch-library.csv")],
    ["missing.yaml"],
    [tour, "--interview"],
  ],
  analyze: [[tour], raters, [tour, "--json"]],
  interview: [["partners.yaml"], ["partners.yaml", "--plain"]],
  init: [["new.yaml"], ["new-2.yaml", "--editor"], []],
  explain: [[tour, LEADER]],
  compare: [[tour, LEADER, SECOND]],
  validate: [[tour], [...raters, tour, join(examples, "own-criteria/criteria.yaml")], ["partners.yaml", "--json"]],
  report: [[tour], [...raters, "-o", "report.html"], [tour, "--format", "markdown"]],
  criteria: [[], ["better-together"], ["--schema", "decision"]],
  completion: ["bash", "zsh", "fish", "powershell"].map((shell) => [shell]),
  help: [[], ["files"], ["method"], ["evaluate"]],
};

const known = new Set([...commands.map(({ name }) => name), "help"]);
const lines = Object.entries(LINES).flatMap(([command, all]) =>
  known.has(command) ? all.map((parameters) => [command, ...parameters]) : [],
);

describe("the program opens no socket, asks for no address and starts no other program", () => {
  it("in any command, as all of them are run here", () => {
    expect([...known].filter((name) => LINES[name] === undefined)).toEqual([]);
  });

  it.each([...lines, ["--version"], ["--help"], ["evalute"]].map((line) => [line.map(shortened).join(" "), line]))(
    "partner-score %s",
    async (_, line) => {
      const folder = folderWith({ "partners.yaml": "candidates: [{name: Zoo}, {name: Radio Este}]\n" });
      const { tried, environment } = watched(folder);
      const circumstances = { folder, input: line.includes("-") ? readFileSync(tour) : "" };
      const ended = await run(line, { ...circumstances, environment });
      expect(tried()).toEqual([]);
      expect([0, 1, 2]).toContain(ended.status);
      expect(ended.err).not.toContain("network");
      // Nor does the watch change anything: it was there, and nobody met it.
      const unwatched = {
        ...circumstances,
        folder: folderWith({ "partners.yaml": "candidates: [{name: Zoo}, {name: Radio Este}]\n" }),
      };
      const without = await run(line, unwatched);
      expect({ ...ended, err: ended.err.replaceAll(folder, "") }).toEqual({
        ...without,
        err: without.err.replaceAll(unwatched.folder, ""),
      });
    },
  );

  it("at the press of the tab key", async () => {
    const { tried, environment } = watched(folderWith({}));
    const ended = await run(["complete", "fish", "=Rive", "interview", tour, "--candidate"], { environment });
    expect(ended.out).toContain(SECOND);
    expect(tried()).toEqual([]);
  });

  it("while a person answers in a terminal", async () => {
    const folder = folderWith({ "partners.yaml": "candidates: [{name: Zoo}, {name: Radio Este}]\n" });
    const { tried, environment } = watched(folder);
    const parameters = ["interview", "partners.yaml", "--order", "partner"];
    const PATH = `${dirname(node)}:${process.env.PATH}`;
    const terminal = start(
      program,
      parameters,
      { columns: 80, rows: 40 },
      { folder, environment: { ...environment, PATH } },
    );
    await terminal.shows("Question 1 of 10");
    terminal.type("4\r");
    await terminal.shows("Question 2 of 10");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(join(folder, "partners.yaml"), "utf8")).toContain("mission: 4");
    expect(tried()).toEqual([]);
  });
});

function shortened(parameter: string): string {
  return parameter.startsWith(examples) ? parameter.slice(examples.length + 1) : parameter;
}

describe("with leave to read and nothing else, as Node's permission model gives it,", () => {
  const main = join(dirname(examples), "bin/partner-score.js");

  async function permitted(parameters: readonly string[], folder?: string): Promise<Ended> {
    const { out } = await runNode(["--version"]);
    const flag = out.startsWith("v20.") ? "--experimental-permission" : "--permission";
    const leave = [installed, ...(folder === undefined ? [] : [folder])].map((where) => `--allow-fs-read=${where}/*`);
    return runNode([flag, "--no-warnings", ...leave, main, ...parameters], { ...(folder && { folder }) });
  }

  it.each(["table", "json", "csv", "markdown"])("evaluate writes the same bytes: %s", async (format) => {
    for (const files of [[tour], raters, [join(examples, "own-criteria/decision.yaml")]]) {
      const parameters = ["evaluate", ...files, "--format", format];
      const ended = await permitted(parameters);
      expect(ended.status).toBe(0);
      expect(ended).toEqual(await run(parameters));
    }
  });

  it("it can write no file, and says so in a sentence", async () => {
    const folder = folderWith({ "zoo.yaml": "candidates: [{name: Zoo, answers: {mission: 4}}]\n" });
    const ended = await permitted(["evaluate", join(folder, "zoo.yaml"), "-o", join(folder, "result.csv")], folder);
    expect(ended).toMatchObject({ status: 1, out: "" });
    expect(ended.err).toMatch(/^“.*result\.csv” cannot be written: Node was started without leave for that\.\n/);
    expect(readdirSync(folder)).toEqual(["zoo.yaml"]);
  });

  it("it can read nothing else", async () => {
    const folder = folderWith({ "zoo.yaml": "candidates: [{name: Zoo}]\n" });
    const ended = await permitted(["evaluate", join(folder, "zoo.yaml")]);
    expect(ended).toMatchObject({ status: 1, out: "" });
    expect(ended.err).toMatch(/^“.*zoo\.yaml” cannot be read: Node was started without leave for that\.\n/);
  });

  it("the model is there at all", async () => {
    const { out } = await runNode(["-p", "process.version"]);
    const flag = out.startsWith("v20.") ? "--experimental-permission" : "--permission";
    const denied = await runNode([flag, "-e", `require("fs").readFileSync(${JSON.stringify(tour)})`]);
    expect(denied.err).toContain("ERR_ACCESS_DENIED");
  });
});
