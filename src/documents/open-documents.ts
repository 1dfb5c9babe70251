import { isCriteriaPack } from "./document-kind.ts";
import { type OpenedDecision, type OpenOptions, openTrees, type Reader, readTree } from "./open-decision.ts";
import { type OpenedPack, openPackTree } from "./open-pack.ts";
import { type Checked, gatherProblems } from "./problems.ts";
import { raterGroups } from "./rater-groups.ts";
import type { Tree } from "./tree.ts";

export type OpenedDocument =
  | ({ readonly kind: "decision" } & OpenedDecision)
  | ({ readonly kind: "criteria" } & OpenedPack);

/** One document: a pack, or a decision with the files of all its raters. */
export interface OpenedTogether {
  readonly paths: readonly string[];
  readonly opened: Checked<OpenedDocument>;
}

/** How several decisions belong together: all are raters of one, each is one by itself, or as the files look. */
export type Together = "raters" | "decisions" | "as-they-look";

/**
 * Files that may be decisions or criteria packs: a pack has its questions under `criteria`, or extends another. Each comes
 * back opened or with its problems, in the order of the paths. Decisions that read as the files of raters of one decision
 * are opened as one, so that what is wrong between them is found as well.
 */
export async function openDocuments(
  paths: readonly string[],
  options: OpenOptions,
  reader: Reader,
  together: Together = "as-they-look",
): Promise<readonly OpenedTogether[]> {
  const files: ReadFile[] = [];
  for (const path of paths) {
    const problems = gatherProblems();
    const tree = await readTree(path, options, reader, problems);
    files.push({ path, tree: problems.settle(tree) });
  }
  const opened: OpenedTogether[] = [];
  for (const group of grouped(files, together)) opened.push(await openGroup(group, options, reader));
  return opened;
}

interface ReadFile {
  readonly path: string;
  readonly tree: Checked<Tree>;
}

/** What is no decision, or could not be read, is alone. */
function grouped(files: readonly ReadFile[], together: Together): readonly (readonly ReadFile[])[] {
  const decisions = files.flatMap((file, number) =>
    file.tree.ok && !isCriteriaPack(file.tree.value) ? [{ number, tree: file.tree.value }] : [],
  );
  const groups = raterNumbers(decisions, together);
  const first = new Map(groups.map((group) => [group[0], group]));
  const joined = new Set(groups.flatMap((group) => group.slice(1)));
  return files.flatMap((_, number) =>
    joined.has(number) ? [] : [(first.get(number) ?? [number]).map((member) => files[member])],
  );
}

function raterNumbers(
  decisions: readonly { readonly number: number; readonly tree: Tree }[],
  together: Together,
): readonly (readonly number[])[] {
  if (together === "decisions") return [];
  if (together === "raters") return decisions.length === 0 ? [] : [decisions.map(({ number }) => number)];
  const groups = raterGroups(decisions.map(({ tree }) => tree));
  return groups.map((members) => members.map((member) => decisions[member].number));
}

async function openGroup(group: readonly ReadFile[], options: OpenOptions, reader: Reader): Promise<OpenedTogether> {
  const problems = gatherProblems();
  const trees = group.flatMap(({ tree }) => problems.take(tree) ?? []);
  const paths = group.map(({ path }) => path);
  return { paths, opened: problems.settle(await openAll(paths, trees)) };

  async function openAll([path]: readonly string[], [tree]: readonly Tree[]): Promise<OpenedDocument | undefined> {
    if (tree === undefined) return undefined;
    if (isCriteriaPack(tree)) {
      const pack = await openPackTree(tree, { written: path, key: path, isPath: true }, reader, problems);
      return pack && { kind: "criteria", ...pack };
    }
    const decision = await openTrees(trees, options, reader, problems);
    return decision && { kind: "decision", ...decision };
  }
}
