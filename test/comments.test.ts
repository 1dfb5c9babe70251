import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/**
 * An example is lines of setup, if any, and lines `expression // → JSON of its result`, with the exports of its module
 * in scope. Typed arrays are written as lists; `undefined` as itself.
 */
interface Example {
  readonly setup: string;
  readonly expression: string;
  readonly expected: string;
}

const ARROW = " // → ";
const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const commentsByFile = new Map(SOURCES.map((path) => [path, commentsOf(readFileSync(`src/${path}`, "utf8"))]));
const filesWithExamples = SOURCES.filter((path) =>
  commentsByFile.get(path)?.some((comment) => comment.examples.length),
);

describe("every example in a comment gives what it says", () => {
  test.each(filesWithExamples)("%s", async (path) => {
    const scope = await exportsOf(path);
    for (const { examples } of commentsByFile.get(path) ?? []) {
      for (const example of examples) {
        expect(await run(example, scope), example.expression).toEqual(parsed(example.expected));
      }
    }
  });
});

test.each(SOURCES.filter((path) => path.startsWith("engine/")))(
  "every function that %s offers is shown in an example of its own comment",
  async (path) => {
    const offered = Object.entries(await exportsOf(path)).filter(([, value]) => typeof value === "function");
    const unshown = offered
      .map(([name]) => name)
      .filter((name) => {
        const own = commentsByFile.get(path)?.find((comment) => comment.describes === name);
        return !own?.examples.some(({ setup, expression }) => `${setup}${expression}`.includes(`${name}(`));
      });
    expect(unshown).toEqual([]);
  },
);

test("an example without its result is refused", () => {
  expect(() => commentsOf("/**\n * @example\n * double(1) -> 2\n */")).toThrow("double(1)");
});

test("a wrong example is noticed", async () => {
  const [{ examples }] = commentsOf("/**\n * @example\n * double(2) // → 5\n */\nexport function double() {}");
  const double = (number: number) => 2 * number;
  expect(await run(examples[0], { double })).toEqual(4);
  expect(await run(examples[0], { double })).not.toEqual(parsed(examples[0].expected));
});

interface Comment {
  /** The name that is exported right below. */
  readonly describes: string | undefined;
  readonly examples: readonly Example[];
}

function commentsOf(source: string): readonly Comment[] {
  const found = source.matchAll(
    /\/\*\*(?<text>[\s\S]*?)\*\/\s*(?:export (?:async )?(?:function\*?|const) (?<name>\w+))?/g,
  );
  return [...found].map(({ groups }) => ({
    describes: groups?.name,
    examples: (groups?.text ?? "").split("@example").slice(1).flatMap(examplesOf),
  }));
}

/** Lines up to an empty one or another tag. */
function examplesOf(block: string): readonly Example[] {
  const lines = block.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const end = lines.findIndex((line, place) => place > 0 && (line === "" || line.startsWith("@")));
  const examples: Example[] = [];
  let setup = "";
  let pending = "";
  for (const line of lines.slice(1, end === -1 ? undefined : end)) {
    const [code, expected] = line.split(ARROW);
    if (expected === undefined) {
      setup += `${code}\n`;
      pending += code;
    } else {
      examples.push({ setup, expression: code, expected });
      pending = "";
    }
  }
  if (pending !== "" || examples.length === 0) throw new Error(`An example does not say what it gives: ${block}`);
  return examples;
}

async function exportsOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  return await import(/* @vite-ignore */ `../src/${path}`);
}

async function run({ setup, expression }: Example, scope: Readonly<Record<string, unknown>>): Promise<unknown> {
  const body = `return (async () => { ${setup}; return (${expression}); })();`;
  const result: unknown = await new Function(...Object.keys(scope), body)(...Object.values(scope));
  return result === undefined ? undefined : JSON.parse(JSON.stringify(result, listed));
}

function listed(_key: string, value: unknown): unknown {
  return value instanceof Float64Array || value instanceof Uint32Array || value instanceof Uint8Array
    ? Array.from(value)
    : value;
}

function parsed(expected: string): unknown {
  return expected === "undefined" ? undefined : JSON.parse(expected);
}
