import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { typeDeclarations } from "./json-schema-types.js";

/** Types that the code infers from a schema, which only its package can do: they ship as the JSON Schema says them. */
const FROM_SCHEMAS = [{ file: "render/result-schema.d.ts", name: "ResultDocument", schema: "result" }];

/**
 * Copies the declarations that `entry` reaches, and only those: no layer behind the public API ships its types.
 * A package among their imports is refused, since none is installed beside ours.
 * @param {string} from
 * @param {string} to
 * @param {string} entry
 */
export async function copyPublicTypes(from, to, entry) {
  const reached = new Set([entry]);
  for (const file of reached) {
    const declarations = await declarationsOf(from, file);
    for (const [, specifier] of declarations.matchAll(/(?:from |import\(|import )"([^"]+)"/g)) {
      if (specifier === undefined || !specifier.startsWith(".")) {
        throw new Error(`The public types need the package ${specifier}, in ${file}: write out the type instead.`);
      }
      reached.add(normalize(join(dirname(file), specifier.replace(/\.ts$/, ".d.ts"))));
    }
    await mkdir(dirname(join(to, file)), { recursive: true });
    // A compiler before 5.0 does not look for `evaluation.ts` in `evaluation.d.ts`; all look there for `evaluation.js`.
    await writeFile(join(to, file), declarations.replace(/(?<=")(\.[^"]+)\.ts(?=")/g, "$1.js"));
  }
}

/**
 * @param {string} from
 * @param {string} file
 * @returns {Promise<string>}
 */
async function declarationsOf(from, file) {
  const inferred = FROM_SCHEMAS.find((each) => each.file === file.replaceAll("\\", "/"));
  if (inferred === undefined) return withoutExamples(await readFile(join(from, file), "utf8"));
  const { name, schema } = inferred;
  return typeDeclarations(name, JSON.parse(await readFile(`schemas/${schema}.schema.json`, "utf8")));
}

/**
 * The examples in comments are for whoever reads the code, and run as tests there; users have those of docs/api.md.
 * @param {string} declarations
 */
function withoutExamples(declarations) {
  return declarations.replace(/(?:\n *\*)?\n *\* @example\n(?:(?! *\*\/).*\n)*/g, "\n");
}
