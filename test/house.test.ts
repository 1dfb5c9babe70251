/** What holds of the tree as it stands, where neither the compiler nor lint can say it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(root, entry.parentPath), entry.name));
}

describe("no source knows a criterion", () => {
  const ids = filesUnder("criteria").flatMap(criterionIds);

  it.each(filesUnder("src").filter((file) => file.endsWith(".ts")))("%s", (file) => {
    expect(spokenIn(read(file), ids)).toEqual([]);
  });

  it.each([
    `export const first = "mission";`,
    "export const first = `mission`;",
    `export const first = (answers) => answers.mission;`,
    `export const first = { mission: 9 };`,
    `export interface First { mission: number }`,
  ])("%s would be found", (code) => {
    expect(spokenIn(code, ids)).toEqual(["mission"]);
  });

  it("a variable may have the name of one", () => {
    expect(spokenIn("export const at = (rows, position) => ({ position, row: rows[position] });", ids)).toEqual([]);
  });
});

function criterionIds(file: string): readonly string[] {
  const pack = parse(read(file)) as { readonly criteria?: readonly { readonly id: string }[] }; // a pack that ships
  return (pack.criteria ?? []).map(({ id }) => id);
}

/** The ids that are a whole text or a key in the code; a comment may name them. */
function spokenIn(code: string, ids: readonly string[]): readonly string[] {
  const spoken: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, value, key, property, computed, shorthand } = node as Readonly<Record<string, unknown>>; // a syntax node
    const text =
      type === "TemplateElement" ? (value as { readonly cooked: string }).cooked : type === "Literal" && value;
    const name = !computed && !shorthand && ((key ?? property) as { readonly name?: string } | undefined)?.name;
    spoken.push(...ids.filter((id) => id === text || id === name));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code, { lang: "ts" }));
  return spoken;
}

describe("what is committed is plain text", () => {
  const folders = ["src", "bin", "scripts", "bench", "criteria", "docs", "examples", "test"];
  const texts = folders.flatMap(filesUnder).filter((file) => !/^test\/(?:broken|golden)\/|\.png$/.test(file));

  it("no file holds a control character, or one that turns the direction of reading", () => {
    const hidden = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;
    expect(texts.filter((file) => hidden.test(read(file).replaceAll("\n", "")))).toEqual([]);
  });
});

describe("the package", () => {
  const manifest = JSON.parse(read("package.json"));

  it("needs no other package at run time", () => {
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(["devDependencies"]);
  });

  it("runs nothing where it is installed", () => {
    expect(Object.keys(manifest.scripts).filter((name) => name.endsWith("install"))).toEqual([]);
  });

  it("is locked without the address of a registry", () => {
    expect(read("package-lock.json")).not.toContain('"resolved"');
  });
});
