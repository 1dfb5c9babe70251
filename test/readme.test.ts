import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../src/commands/all.ts";
import { openDecision } from "../src/documents/open-decision.ts";
import { openPack } from "../src/documents/open-pack.ts";
import { questionView } from "../src/interview/question-view.ts";
import { readingOf } from "../src/interview/reading.ts";
import { topicsInOrder } from "../src/interview/topics.ts";
import { nodeMachine } from "../src/machine/node-machine.ts";
import { scaleScreen } from "../src/machine/prompts/scale-screen.ts";
import { initialState } from "../src/machine/prompts/scale-state.ts";
import { formats } from "../src/render/formats.ts";
import { root, runInClone } from "./in-clone.ts";

const path = join(root, "README.md");
const readme = readFileSync(path, "utf8");

/** The file to begin with, and the same with the mistake that the README speaks of. */
const partners = { "partners.yaml": fences("yaml")[0] ?? "" };
const mistaken = { "partners.yaml": partners["partners.yaml"].replace("audience: 3-4", "audeince: 3-4") };

const recipes = fences("bash").map((fence) => fence.split("\n")[0] ?? "");
const hasJq = spawnSync("jq", ["--version"]).status === 0;

describe("the screens", () => {
  beforeAll(async () => {
    if (process.env.GOLDEN === "write") writeFileSync(path, await renewed());
  });

  it("the first command runs the tour in a fresh clone, and prints what is shown", async () => {
    const { status, out, err } = await tour();
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(screens()[0]).toBe(out);
  });

  it("the second command installs and passes the tests", () => {
    expect(fences("sh").slice(1)).toEqual(["npm ci && npm test\n"]);
  });

  it("the file to begin with gives a ranking", async () => {
    const { status, out, err } = await runInClone(["evaluate", "partners.yaml"], { files: partners });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("leads by");
  });

  it("a mistake in it looks as shown", async () => {
    const { status, out, err } = await mistake();
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(screens()[1]).toBe(err);
  });

  it("a question of the interview looks as shown", async () => {
    expect(screens()[2]).toBe(await interviewScreen());
  });

  it("an explanation looks as shown, as far as it is shown", async () => {
    const { status, out, err } = await explanation();
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(screens()[3]).toBe(excerptOf(out));
  });

  it("how far each weight can move looks as shown", async () => {
    const { status, out, err } = await stability();
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(screens()[4]).toBe(out);
  });
});

describe("the tables", () => {
  it("the ten questions are those of the pack", async () => {
    const opened = await openPack("partnering-with-purpose", nodeMachine());
    if (!opened.ok) throw new Error("The pack that ships is not valid.");
    const expected = opened.value.pack.criteria.map(({ id, question, importance, minimum }) => [
      `\`${id}\``,
      question,
      `${importance}`,
      `${minimum ?? ""}`,
    ]);
    expect(rowsUnder("id")).toEqual(expected);
  });

  it("the commands are those of the program", () => {
    const named = rowsUnder("command").map(([command]) => /^`partner-score (\S+)/.exec(command ?? "")?.[1]);
    expect(named.sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it("the formats are those of the program", () => {
    expect(rowsUnder("`--format`").map(([format]) => format)).toEqual(formats.map(({ name }) => `\`${name}\``));
  });
});

describe("the recipes for jq", () => {
  it("are there, and so is jq where the project is checked", () => {
    expect(recipes.length).toBeGreaterThan(4);
    expect(hasJq || process.env.CI === undefined).toBe(true);
  });

  it.runIf(hasJq).each(recipes)("%s", async (recipe) => {
    const shown = fences("bash", readFileSync(path, "utf8")).find((fence) => fence.startsWith(`${recipe}\n`));
    expect(shown).toBe(await fenceOf(recipe));
  });
});

it.each(["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/decisions.md", "docs/api.md"])(
  "every file that %s links to is there",
  (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target ?? "");
    expect(targets.filter((target) => !existsSync(join(root, page, "..", target)))).toEqual([]);
  },
);

it.each(
  [...readme.matchAll(/`(bin\/partner-score\.js (?:explain|compare|analyze) [^`]+)`/g)].map(([, line]) => line ?? ""),
)("%s runs", async (line) => {
  expect(await runInClone(argumentsOf(line))).toMatchObject({ status: 0, err: "" });
});

// ---- what the program says ----

function tour() {
  const line = /^npm ci && (bin\/partner-score\.js evaluate \S+)\n$/.exec(fences("sh")[0] ?? "")?.[1];
  return runInClone(argumentsOf(line ?? ""), { width: 80 });
}

function mistake() {
  return runInClone(["validate", "partners.yaml"], { width: 80, files: mistaken });
}

function explanation() {
  const line = /`(bin\/partner-score\.js explain [^`]+)`/.exec(readme)?.[1];
  return runInClone(argumentsOf(line ?? ""), { width: 80 });
}

function stability() {
  const line = /`(bin\/partner-score\.js analyze [^`]+ --only stability)`/.exec(readme)?.[1];
  return runInClone(argumentsOf(line ?? ""), { width: 80 });
}

/** Whose explanation it is, and the sections from the level on. */
function excerptOf(text: string): string {
  return `${text.slice(0, text.indexOf("\n"))}\n…\n${text.slice(text.indexOf("\nLevel\n"))}`;
}

/** A question of the tour in a window of 80 by 24, its answer chosen and not yet saved. */
async function interviewScreen(): Promise<string> {
  const tourPath = "examples/family-learning.yaml";
  const machine = { ...nodeMachine(), read: async () => ({ ok: true as const, value: source, warnings: [] }) };
  const source = { path: tourPath, text: readFileSync(join(root, tourPath), "utf8"), sha256: "" };
  const opened = await openDecision([tourPath], {}, machine);
  if (!opened.ok) throw new Error("The tour is not valid.");
  const reading = await readingOf(source, "yaml", opened.value);
  const topic = { candidate: "radio-encuentro-91-7", criterion: "timing" };
  const topics = topicsInOrder(reading.decision, { all: true }, "partner", (list) => list);
  const view = questionView(reading, topic, { topics, canGoBack: true });
  const state = { ...initialState(view), chosen: { kind: "score", score: 4 } } as const;
  const surface = { columns: 80, rows: 24, unicode: true, paint: (_tone: string, text: string) => text };
  return `${scaleScreen(view, state, surface).join("\n")}\n`;
}

/** A recipe and what it prints, a comment a line. */
async function fenceOf(recipe: string): Promise<string> {
  const bar = recipe.indexOf(" | jq ");
  const { out } = await runInClone(argumentsOf(recipe.slice(0, bar)), { files: mistaken });
  const jq = spawnSync("bash", ["-c", recipe.slice(bar + 3)], { input: out, encoding: "utf8" });
  expect({ status: jq.status, stderr: jq.stderr }).toEqual({ status: 0, stderr: "" });
  return `${recipe}\n${jq.stdout.replaceAll(/^/gm, "# ").replace(/# $/, "")}`;
}

/** The arguments of a command line without quotes. */
function argumentsOf(line: string): readonly string[] {
  const [program, ...args] = line.split(" ");
  expect(program).toBe("bin/partner-score.js");
  return args;
}

/** The README with its screens and the answers to its recipes as they are now. */
async function renewed(): Promise<string> {
  const replacements = [
    ["text", (await tour()).out],
    ["text", (await mistake()).err],
    ["text", await interviewScreen()],
    ["text", excerptOf((await explanation()).out)],
    ["text", (await stability()).out],
    ...(hasJq ? await Promise.all(recipes.map(async (recipe) => ["bash", await fenceOf(recipe)] as const)) : []),
  ] as const;
  const old = { text: [...screens()], bash: [...fences("bash")] };
  return replacements.reduce(
    (text, [language, content]) =>
      text.replace(fenced(language, old[language].shift()), () => fenced(language, content)),
    readme,
  );
}

// ---- what the README says ----

function screens(): readonly string[] {
  return fences("text", readFileSync(path, "utf8"));
}

/** What stands in the fences of a language, in order. */
function fences(language: string, text = readme): readonly string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...text.matchAll(fence)].map(([, content]) => content ?? "");
}

function fenced(language: string, content = ""): string {
  return `\`\`\`${language}\n${content}\`\`\``;
}

/** The rows of the table whose heading begins so, cell by cell. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const lines = readme.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  expect(start, `a table that begins with ${heading}`).toBeGreaterThan(-1);
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map((row) =>
      row
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}
