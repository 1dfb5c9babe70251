/** What every run of the program loads before it knows what is asked of it: a start costs what stands in its way. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Files of ours and packages that are imported from a file on, but for types and for what `import()` loads later. */
function loadedFrom(entry: string): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    if (!file.startsWith("src/")) continue;
    for (const specifier of importedBy(readFileSync(join(root, file), "utf8"))) {
      loaded.add(specifier.startsWith(".") ? relative(root, join(root, dirname(file), specifier)) : specifier);
    }
  }
  return loaded;
}

function importedBy(code: string): readonly string[] {
  return parseAst(code, { lang: "ts" }).body.flatMap((statement) => {
    if (statement.type === "ImportDeclaration") {
      const names = statement.specifiers;
      const isType = names.length > 0 && names.every((name) => "importKind" in name && name.importKind === "type");
      return statement.importKind === "type" || isType ? [] : [statement.source.value];
    }
    if (statement.type !== "ExportNamedDeclaration" || statement.source === null) return [];
    return statement.exportKind === "type" ? [] : [statement.source.value];
  });
}

const always = loadedFrom("src/machine/main.ts");

it.each(["yalps", "src/analysis/analyze.ts", "src/analysis/acceptability.ts", "src/analysis/potential-winners.ts"])(
  "%s is loaded only where something is analyzed",
  (module) => {
    expect(always).not.toContain(module);
    expect(loadedFrom("src/commands/analyzing.ts")).toContain(module);
  },
);

it.each(["csv-parse/sync", "inquirer", "@inquirer/core"])("%s is loaded only where it is used", (module) => {
  expect(always).not.toContain(module);
});

it("what is found is what is imported", () => {
  expect([...always]).toEqual(expect.arrayContaining(["src/commands/all.ts", "src/engine/evaluate.ts", "commander"]));
  const code = `import { type A } from "a"; import type B from "b"; import C, { type D } from "c"; import "d"; export { e } from "e"; import("f");`;
  expect(importedBy(code)).toEqual(["c", "d", "e"]);
});
