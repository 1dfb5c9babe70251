import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { openDecision, type Reader } from "../../src/documents/open-decision.ts";
import { openDocuments } from "../../src/documents/open-documents.ts";
import type { Diagnostic } from "../../src/documents/problems.ts";
import { missingFile } from "../../src/documents/problems-in-files.ts";
import type { Place, Source } from "../../src/documents/source.ts";

/**
 * A file that says something impossible, and beside it what is found. `# with: FILE` in its first lines adds another
 * rater's file, `# evaluate` opens it as a decision whatever it looks like.
 */
const FOLDER = join(import.meta.dirname, "../broken/meaning");
const PACKS = join(import.meta.dirname, "../../criteria");
const FILES = readdirSync(FOLDER).filter((name) => /\.(yaml|json|csv)$/.test(name));

describe("a file that says something impossible is told so:", () => {
  for (const name of FILES) {
    it(name, async () => {
      const found = await problemsOf(name);
      const expected = expectedOf(name);
      if (process.env.GOLDEN === "write") writeFileSync(expected, found);
      expect(found).toBe(readFileSync(expected, "utf8"));
    });
  }
});

function expectedOf(name: string): string {
  return join(FOLDER, name.replace(/\.\w+$/, ".expected.txt"));
}

async function problemsOf(name: string): Promise<string> {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const others = [...text.matchAll(/^# with: (.+)$/gm)].map(([, path]) => path);
  const asDecision = others.length > 0 || text.startsWith("# evaluate");
  const result = asDecision
    ? await openDecision([name, ...others], {}, READER)
    : (await openDocuments([name], {}, READER))[0].opened;
  if (result.ok) throw new Error(`Nothing is wrong with ${name}.`);
  return result.problems.map(shown).join("\n");
}

function shown({ code, severity, message, hint, place, also, path }: Diagnostic): string {
  const where = place === undefined ? `${path ?? ""}: ` : `${place.path}:${place.line}:${place.column}: `;
  const lines = [
    `${where}${message}`,
    ...(place === undefined ? [] : excerpt(place)),
    ...(also === undefined ? [] : [`  ${also.path}:${also.line}:${also.column}:`, ...excerpt(also)]),
    ...(hint === undefined ? [] : [`  ${hint}`]),
    `  ${severity} ${code}`,
  ];
  return `${lines.join("\n")}\n`;
}

function excerpt({ lineText, column, length }: Place): readonly string[] {
  return [`  | ${lineText}`, `  | ${" ".repeat(column - 1)}${"^".repeat(length)}`];
}

const READER: Reader = {
  async read(path) {
    const file = join(FOLDER, path);
    if (existsSync(file)) return { ok: true, value: sourceOf(path, file), warnings: [] };
    return { ok: false, problems: [missingFile(path, posix.basename(path), [])] };
  },
  resolve: (from, path) => posix.join(posix.dirname(from), path),
  async shippedPack(id) {
    const file = join(PACKS, `${id}.yaml`);
    return existsSync(file) ? sourceOf(`${id}.yaml`, file) : undefined;
  },
  shippedPackIds: ["partnering-with-purpose", "better-together"],
};

function sourceOf(path: string, file: string): Source {
  return { path, text: readFileSync(file, "utf8"), sha256: "" };
}
