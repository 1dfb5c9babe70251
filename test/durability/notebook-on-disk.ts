import { dirname, join } from "node:path";
import { inputKind } from "../../src/documents/input-kind.ts";
import { openDecision, type Reader } from "../../src/documents/open-decision.ts";
import type { Checked } from "../../src/documents/problems.ts";
import type { Source } from "../../src/documents/source.ts";
import type { Id } from "../../src/engine/decision.ts";
import { type Notebook, openNotebook, type Saved, type Shelf } from "../../src/interview/notebook.ts";
import { readingOf } from "../../src/interview/reading.ts";
import { type Reading, writtenUnder } from "../../src/interview/topics.ts";
import { shelfFor } from "../../src/machine/shelf.ts";

/** A notebook on a real file, with the reading and the replacing that the program does. */
export async function openOnDisk(path: string): Promise<Notebook> {
  const shelf: Shelf = { ...shelfFor(path), open: (source) => readingFrom(source) };
  const source = found(await shelf.read());
  return openNotebook({ source, input: inputKind(source, undefined), reading: found(await shelf.open(source)) }, shelf);
}

/** What a file says now. Throws where it is not a decision. */
export async function readingAt(path: string): Promise<Reading> {
  return found(await readingFrom(found(await shelfFor(path).read())));
}

/** An answer to save. */
export interface Asked {
  readonly candidate: Id;
  readonly criterion: Id;
  readonly score: number;
}

/** Saves an answer of somebody who has seen what the notebook says. */
export function save(notebook: Notebook, { candidate, criterion, score }: Asked): Promise<Saved> {
  const topic = { candidate, criterion };
  const from = writtenUnder(notebook.reading(), topic);
  return notebook.save({ topic, from, to: { kind: "score", score } });
}

async function readingFrom(source: Source): Promise<Checked<Reading>> {
  const opened = await openDecision([source.path], {}, { ...DISK, read: (path) => readAs(source, path) });
  if (!opened.ok) return opened;
  return { ok: true, value: await readingOf(source, inputKind(source, undefined), opened.value), warnings: [] };
}

/** The decision as it was read, and from disk what it refers to. */
async function readAs(source: Source, path: string): Promise<Checked<Source>> {
  return path === source.path ? { ok: true, value: source, warnings: [] } : DISK.read(path);
}

const DISK: Reader = {
  read: (path) => shelfFor(path).read(),
  resolve: (from, path) => join(dirname(from), path),
  shippedPack: async () => undefined,
  shippedPackIds: [],
};

function found<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.problems.map(({ message }) => message).join("\n"));
}
