import { isCriteriaPack } from "./document-kind.ts";
import { type OpenedDecision, type OpenOptions, openTrees, type Reader, readTree } from "./open-decision.ts";
import { type OpenedPack, openPackTree } from "./open-pack.ts";
import { type Checked, gatherProblems } from "./problems.ts";

export type OpenedDocument =
  | ({ readonly kind: "decision" } & OpenedDecision)
  | ({ readonly kind: "criteria" } & OpenedPack);

/** A file that may be a decision or a criteria pack: a pack has its questions under `criteria`, or extends another. */
export async function openDocument(
  path: string,
  options: OpenOptions,
  reader: Reader,
): Promise<Checked<OpenedDocument>> {
  const problems = gatherProblems();
  const read = await readTree(path, options, reader, problems);
  const open = async (): Promise<OpenedDocument | undefined> => {
    if (read === undefined) return undefined;
    if (isCriteriaPack(read)) {
      const name = { written: path, key: path, isPath: true };
      const pack = await openPackTree(read, name, reader, problems);
      return pack && { kind: "criteria", ...pack };
    }
    const decision = await openTrees([read], options, reader, problems);
    return decision && { kind: "decision", ...decision };
  };
  return problems.settle(await open());
}
