import type { Pack } from "../engine/decision.ts";
import { readCriteria } from "./check.ts";
import { mayBePack, textAt } from "./document-kind.ts";
import { graftCriteria } from "./graft-criteria.ts";
import type { Reader } from "./open-decision.ts";
import { parseDocument } from "./parse-document.ts";
import { type Checked, type Diagnostic, gatherProblems, type Problems } from "./problems.ts";
import { borrowedId, extendsInCircle, extendsTooDeep, packIsTable, unknownPack } from "./problems-in-packs.ts";
import { packFrom } from "./resolve-criteria.ts";
import type { Place, Source } from "./source.ts";
import type { Tree } from "./tree.ts";

export interface OpenedPack {
  readonly pack: Pack;
  /** The files it was read from, itself first; packs that ship are none. */
  readonly inputs: readonly Source[];
}

/**
 * The pack that an id or a path names, with all that it extends, or every problem that was found. Paths are seen from the
 * working folder. The reader gives the texts; nothing is thrown for what they say.
 *
 * @example
 * const text = "{id: small, title: Small, criteria: [{id: fit, label: Fit, question: Do we fit?}]}";
 * const shippedPack = async (id) => (id === "small" ? { path: "small.yaml", text, sha256: "" } : undefined);
 * const reader = { shippedPack, shippedPackIds: ["small"] };
 * (await openPack("small", reader)).value.pack.criteria.map(({ id, importance }) => [id, importance]) // → [["fit",1]]
 * (await openPack("smal", reader)).problems[0].hint // → "Did you mean small?"
 */
export async function openPack(idOrPath: string, reader: Reader): Promise<Checked<OpenedPack>> {
  const problems = gatherProblems();
  return problems.settle(await openNamedPack(packName(idOrPath), reader, problems));
}

/** A pack as something names it. */
export interface PackName {
  readonly written: string;
  /** Where to find it: an id, or a path that the reader understands. */
  readonly key: string;
  readonly isPath: boolean;
  /** What names it; absent for the command line. */
  readonly place?: () => Place;
}

/** A text with a slash or an ending of a pack's file is a path, seen from the file that names it; anything else is an id. */
export function packName(
  written: string,
  from?: { readonly tree: Tree; readonly key: string; readonly reader: Reader },
): PackName {
  const isPath = /[/\\]|\.(?:yaml|yml|json)$/i.test(written);
  if (from === undefined) return { written, key: written, isPath };
  const { tree, key, reader } = from;
  const { path } = tree.source;
  return {
    written,
    key: isPath && path !== "-" ? reader.resolve(path, written) : written,
    isPath,
    place: () => tree.placeOf([key], "value"),
  };
}

/** The pack with all that it inherits; undefined when problems were found. */
export async function openNamedPack(
  name: PackName,
  reader: Reader,
  problems: Problems,
): Promise<OpenedPack | undefined> {
  const prepared = name.isPath ? undefined : await reader.preparedPack?.(name.key);
  if (prepared !== undefined) return { pack: prepared, inputs: [] };
  const tree = await readPackText(name, reader, problems);
  return tree && openPackTree(tree, name, reader, problems);
}

/** As `openNamedPack`, of a pack whose own text has been read. */
export async function openPackTree(
  tree: Tree,
  name: PackName,
  reader: Reader,
  problems: Problems,
): Promise<OpenedPack | undefined> {
  const before = problems.errors;
  const whole = await withInherited(tree, name, reader, problems, []);
  if (whole === undefined) return undefined;
  const pack = packFrom(readCriteria(whole.tree, problems), whole.tree, problems);
  if (problems.errors > before) return undefined;
  if (textAt(tree, "extends") !== undefined && textAt(tree, "id") === undefined) {
    problems.warn(() => borrowedId(tree.placeOf(["extends"], "key"), pack.id));
  }
  return { pack, inputs: whole.inputs };
}

interface ReadPack {
  readonly tree: Tree;
  readonly inputs: readonly Source[];
}

/** Nobody extends so many on purpose, and a path may grow for ever (`a/../a/../…`). */
const MOST_EXTENDED = 20;

async function withInherited(
  tree: Tree,
  name: PackName,
  reader: Reader,
  problems: Problems,
  chain: readonly PackName[],
): Promise<ReadPack | undefined> {
  if (!mayBePack(tree, name.place, problems)) return undefined;
  const own = { tree, inputs: name.isPath ? [tree.source] : [] };
  const written = textAt(tree, "extends");
  if (written === undefined) return own;

  const parent = packName(written, { tree, key: "extends", reader });
  const place = tree.placeOf(["extends"], "value");
  const packs = [...chain, name];
  const repeated = packs.findIndex(({ key }) => key === parent.key);
  if (repeated !== -1) {
    problems.error(() =>
      extendsInCircle(
        place,
        [...packs.slice(repeated), parent].map(({ key }) => key),
      ),
    );
    return undefined;
  }
  if (packs.length > MOST_EXTENDED) {
    problems.error(() => extendsTooDeep(place, MOST_EXTENDED));
    return undefined;
  }
  const read = await readPackText(parent, reader, problems);
  const inherited = read && (await withInherited(read, parent, reader, problems, packs));
  if (inherited === undefined) return undefined;
  return { tree: graftCriteria(inherited.tree, tree, problems), inputs: [...own.inputs, ...inherited.inputs] };
}

async function readPackText(name: PackName, reader: Reader, problems: Problems): Promise<Tree | undefined> {
  const source = name.isPath
    ? problems.take(pointingAt(name, await reader.read(name.key)))
    : await reader.shippedPack(name.key);
  if (source === undefined) {
    if (!name.isPath) problems.error(() => unknownPack(name.place?.(), name.written, reader.shippedPackIds));
    return undefined;
  }
  return readPackTree(source, name, problems);
}

async function readPackTree(source: Source, { place }: PackName, problems: Problems): Promise<Tree | undefined> {
  const { kind, tree } = await parseDocument(source);
  if (kind !== "csv") return problems.take(tree);
  problems.error(() => packIsTable(source.path, place?.()));
  return undefined;
}

/** A file that cannot be read is a problem of the line that names it. */
function pointingAt({ place }: PackName, read: Checked<Source>): Checked<Source> {
  if (read.ok || place === undefined) return read;
  const pointed = (found: Diagnostic) => (found.place === undefined ? { ...found, place: place() } : found);
  return { ok: false, problems: read.problems.map(pointed) };
}
