import { raterNamed } from "../engine/ballots.ts";
import { type Decision, entryOf, type Id, type Pack } from "../engine/decision.ts";
import { readDecision } from "./check.ts";
import { candidateCount, mayBeDecision, textAt } from "./document-kind.ts";
import { type OpenedPack, openNamedPack, type PackName, packName } from "./open-pack.ts";
import { parseDocument } from "./parse-document.ts";
import { type Checked, gatherProblems, type Problems } from "./problems.ts";
import { packsDiffer } from "./problems-in-committees.ts";
import { optionWins } from "./problems-in-packs.ts";
import { type BallotOrigin, decisionFrom } from "./resolve-decision.ts";
import type { Place, Source } from "./source.ts";
import type { Tree } from "./tree.ts";
import { isTable, type WrittenFile } from "./written-file.ts";

/** How a document asks for the texts it names. A failure (missing, unreadable, binary, a folder) is a problem, not a throw. */
export interface Reader {
  /** A path as a person wrote it, relative to the working folder; `-` is standard input. */
  read(path: string): Promise<Checked<Source>>;
  /** `path` seen from the folder of the file `from`; paths keep the form the person wrote where they can. */
  resolve(from: string, path: string): string;
  /** The text of a pack that ships, or undefined. */
  shippedPack(id: Id): Promise<Source | undefined>;
  readonly shippedPackIds: readonly Id[];
  /** The same pack as it was resolved when the program was built; undefined where its text has changed since. */
  preparedPack?(id: Id): Promise<Pack | undefined>;
}

export type InputKind = "yaml" | "json" | "csv";

export interface OpenOptions {
  /** A pack's id or path; wins over the file's own, with a warning. */
  readonly criteria?: string;
  readonly input?: InputKind;
  /** Told how many candidates a text has, before they are looked at one by one: there may be a million. */
  readonly onCandidates?: (count: number) => void;
}

export interface OpenedDecision {
  readonly decision: Decision;
  /** The decision's files and, by path only, the pack's: what `provenance.inputs` lists. */
  readonly inputs: readonly Source[];
  /** Where an answer, or else its candidate, was written: by the rater of that name, or else by the first who answered. */
  placeOf(candidate: Id, criterion?: Id, rater?: string): Place | undefined;
}

/** The pack of a decision that names none. */
export const DEFAULT_PACK = "partnering-with-purpose";

/**
 * The whole road from paths to a decision, resolved against its criteria pack, or every problem that was found. Several
 * files are several raters of one decision. The reader gives the texts; nothing is thrown for what they say.
 *
 * @example
 * const texts = { "zoo.yaml": "criteria: small.yaml\ncandidates: [{name: City Zoo}]" };
 * texts["small.yaml"] = "{id: small, title: Small, criteria: [{id: fit, label: Fit, question: Do we fit?}]}";
 * const read = async (path) => ({ ok: true, value: { path, text: texts[path], sha256: "" }, warnings: [] });
 * const reader = { read, resolve: (from, path) => path, shippedPack: async () => undefined, shippedPackIds: [] };
 * const opened = await openDecision(["zoo.yaml"], {}, reader);
 * opened.value.decision.candidates // → [{"id":"city-zoo","name":"City Zoo"}]
 * opened.value.inputs.map(({ path }) => path) // → ["zoo.yaml","small.yaml"]
 */
export async function openDecision(
  paths: readonly string[],
  options: OpenOptions,
  reader: Reader,
): Promise<Checked<OpenedDecision>> {
  const problems = gatherProblems();
  const trees: Tree[] = [];
  for (const path of paths) {
    const tree = await readTree(path, options, reader, problems);
    if (tree !== undefined) trees.push(tree);
  }
  return problems.settle(await openTrees(trees, options, reader, problems));
}

export async function readTree(
  path: string,
  { input }: OpenOptions,
  reader: Reader,
  problems: Problems,
): Promise<Tree | undefined> {
  const source = problems.take(await reader.read(path));
  return source && problems.take((await parseDocument(source, input)).tree);
}

/** The decision of trees that were read; undefined when problems were found. */
export async function openTrees(
  trees: readonly Tree[],
  options: OpenOptions,
  reader: Reader,
  problems: Problems,
): Promise<OpenedDecision | undefined> {
  const files = trees
    .filter((tree) => mayBeDecision(tree, problems))
    .map((tree): WrittenFile => {
      options.onCandidates?.(candidateCount(tree));
      return { tree, written: readDecision(tree, problems) };
    });
  if (files.length === 0) return undefined;
  const opened = await openSharedPack(files, options, reader, problems);
  if (opened === undefined) return undefined;
  const { decision, origins } = decisionFrom(files, opened.pack, problems);
  return {
    decision,
    inputs: [...files.map(({ tree }) => tree.source), ...opened.inputs],
    placeOf: placesOf(decision, origins),
  };
}

/** The pack that the option names, else the one that every file names. */
async function openSharedPack(
  files: readonly WrittenFile[],
  { criteria }: OpenOptions,
  reader: Reader,
  problems: Problems,
): Promise<OpenedPack | undefined> {
  const stated = files.filter((file) => !isTable(file));
  if (criteria !== undefined) {
    for (const { tree } of stated) {
      const written = textAt(tree, "criteria");
      if (written === undefined || written === criteria) continue;
      problems.warn(() => optionWins(tree.placeOf(["criteria"], "value"), criteria, written));
    }
    return openNamedPack(packName(criteria), reader, problems);
  }
  if (stated.length === 0) return openNamedPack(packName(DEFAULT_PACK), reader, problems);
  const [leading, ...others] = stated;
  const name = packOf(leading, reader);
  const opened = await openNamedPack(name, reader, problems);
  for (const other of others) {
    const otherName = packOf(other, reader);
    if (otherName.key === name.key) continue;
    const otherOpened = await openNamedPack(otherName, reader, problems);
    if (!opened || !otherOpened || JSON.stringify(opened.pack) === JSON.stringify(otherOpened.pack)) continue;
    const place = ({ tree }: WrittenFile) => tree.placeOf(["criteria"], "value");
    problems.error(() =>
      packsDiffer(place(other), other.written.criteria, place(leading), leading.written.criteria, DEFAULT_PACK),
    );
  }
  return opened;
}

function packOf({ tree, written }: WrittenFile, reader: Reader): PackName {
  return packName(written.criteria ?? DEFAULT_PACK, { tree, key: "criteria", reader });
}

/** Keeps nothing of the files but how to find a place in them: there may be a million candidates. */
function placesOf({ candidates, ballots }: Decision, origins: readonly BallotOrigin[]): OpenedDecision["placeOf"] {
  let numbers: ReadonlyMap<Id, number> | undefined;
  return (candidate, criterion, rater) => {
    numbers ??= new Map(candidates.map(({ id }, number) => [id, number]));
    const number = numbers.get(candidate);
    if (number === undefined) return undefined;
    const having = [...origins.keys()].filter((ballot) => origins[ballot].entries[number] !== -1);
    const answers = (ballot: number) => entryOf(ballots[ballot].answers, candidate) ?? {};
    const answering = having.filter((ballot) => criterion !== undefined && Object.hasOwn(answers(ballot), criterion));
    const answered = answering.find((ballot) => raterNamed(ballots, ballot) === rater) ?? answering.at(0);
    const { placeOf, entries } = origins[answered ?? having[0]];
    const within = criterion === undefined || answered === undefined ? ["name"] : ["answers", criterion];
    return placeOf(["candidates", entries[number], ...within], "value");
  };
}
