import type { Answer, Candidate, Criterion, Id, Pack } from "../engine/decision.ts";
import { readAnswer } from "./answers.ts";
import { DETAIL_COLUMNS } from "./decision-schema.ts";
import type { Problems } from "./problems.ts";
import {
  misreadAnswer,
  unfitId,
  unknownColumn,
  unknownCriterion,
  unknownKind,
  unknownLevel,
} from "./problems-in-decisions.ts";
import { type RecordOf, recordMaker } from "./record-maker.ts";
import type { PathKey } from "./tree.ts";
import type { WrittenAnswer } from "./written-answer.ts";
import { isTable, type WrittenCandidate, type WrittenFile } from "./written-file.ts";

/**
 * What one rater says about each candidate of a file: entries of a list, or rows of a table. There may be a million, so
 * there is no object for a row, only its number in the file and its answers.
 */
export interface FileRows {
  readonly file: WrittenFile;
  /** Which of the file's candidates can be told apart: those with a name. */
  readonly entries: readonly number[];
  /** By number in the file. */
  readonly answers: readonly Answers[];
}

export type Answers = Readonly<Record<Id, Answer>>;

/** One of them, to point at it. */
export interface Row {
  readonly file: WrittenFile;
  /** Which of the file's candidates. */
  readonly entry: number;
}

export type NamedCandidate = WrittenCandidate & { readonly name: string };

/** What stands in a row. Its name is there: rows without one are not among the entries. */
export function candidateIn({ file, entry }: Row): NamedCandidate {
  return file.written.candidates?.[entry] as NamedCandidate;
}

/** Who gave the answers in a row, where anyone says so. */
export function raterOf(row: Row): string | undefined {
  return candidateIn(row).rater ?? row.file.written.rater;
}

/** The rows of a file whose candidates have a name; everything wrong in any of them is reported. */
export function candidateRows(file: WrittenFile, pack: Pack, problems: Problems): FileRows {
  const reading: Reading = {
    file,
    pack,
    problems,
    criteria: new Map(pack.criteria.map((criterion) => [criterion.id, criterion])),
    kinds: pack.kinds === undefined ? undefined : new Set(pack.kinds.map(({ id }) => id)),
    levels: pack.levels.length === 0 ? undefined : new Set(pack.levels.map(({ id }) => id)),
    recordOf: recordMaker(),
  };
  reportUnknownColumns(reading);
  const written = file.written.candidates ?? [];
  const entries: number[] = [];
  const answers: Answers[] = [];
  for (let entry = 0; entry < written.length; entry += 1) {
    const candidate = written[entry];
    answers.push(candidate === undefined ? NO_ANSWERS : answersIn(candidate, entry, reading));
    if (candidate?.name !== undefined) entries.push(entry);
  }
  return { file, entries, answers };
}

/** Shared by everybody about whom nothing is written. */
const NO_ANSWERS: Answers = {};

interface Reading {
  readonly file: WrittenFile;
  readonly pack: Pack;
  readonly problems: Problems;
  readonly criteria: ReadonlyMap<Id, Criterion>;
  /** Undefined: any text will do. */
  readonly kinds: ReadonlySet<Id> | undefined;
  readonly levels: ReadonlySet<Id> | undefined;
  readonly recordOf: RecordOf<Answer>;
}

function answersIn(candidate: WrittenCandidate, entry: number, reading: Reading): Answers {
  const { file, pack, problems, kinds, levels } = reading;
  const { id, kind, held } = candidate;
  if (id !== undefined && /\p{Cc}/u.test(id)) problems.error(() => unfitId(placeIn(file, entry, "id")));
  if (kind !== undefined && kinds?.has(kind) === false) {
    problems.error(() => unknownKind(placeIn(file, entry, "kind"), kind, pack.kinds ?? []));
  }
  if (held !== undefined && levels?.has(held) === false) {
    problems.error(() => unknownLevel(placeIn(file, entry, "held"), held, pack.levels));
  }
  const written = candidate.answers ?? {};
  const ids: Id[] = [];
  const answers: Answer[] = [];
  for (const criterion of Object.keys(written)) {
    const answer = answerIn(written[criterion], criterion, entry, reading);
    if (answer === undefined) continue;
    ids.push(criterion);
    answers.push(answer);
  }
  return ids.length === 0 ? NO_ANSWERS : reading.recordOf(ids, answers);
}

function answerIn(
  written: NonNullable<WrittenCandidate["answers"]>[Id],
  id: Id,
  entry: number,
  reading: Reading,
): Answer | undefined {
  const criterion = reading.criteria.get(id);
  if (criterion === undefined) {
    reportUnknown(id, entry, reading);
    return undefined;
  }
  if (written === null) return undefined;
  const answer = readAnswer(written, criterion.scale);
  if (answer.kind !== "misread") return answerGiven(answer);
  const key = answer.key === undefined ? [id] : [id, answer.key];
  reading.problems.error(() => misreadAnswer(placeIn(reading.file, entry, "answers", ...key), answer, criterion));
  return undefined;
}

/** A note that waits for an answer stands beside an unknown; with nothing written the question is left out. */
function answerGiven(written: WrittenAnswer): Answer | undefined {
  if (written.kind !== "unanswered") return written;
  const { kind: _, ...ground } = written;
  return Object.keys(ground).length === 0 ? undefined : { kind: "unknown", ...ground };
}

/** A column of a table has been reported once, and not again in every row. */
function reportUnknown(id: Id, entry: number, { file, pack, problems }: Reading): void {
  if (isTable(file)) return;
  problems.error(() =>
    unknownCriterion(file.tree.placeOf(["candidates", entry, "answers", id], "key"), id, pack.criteria),
  );
}

function reportUnknownColumns({ file, pack, problems, criteria }: Reading): void {
  for (const column of file.tree.columns ?? []) {
    if (DETAIL_COLUMNS.includes(column) || criteria.has(column)) continue;
    const place = () => file.tree.placeOf(["candidates", 0, "answers", column], "key");
    problems.error(() => unknownColumn(place(), column, DETAIL_COLUMNS, pack.criteria));
  }
}

function placeIn(file: WrittenFile, entry: number, ...path: readonly PathKey[]) {
  return file.tree.placeOf(["candidates", entry, ...path], "value");
}

/** Where a row's name stands. */
export function namePlace({ file, entry }: Row) {
  return placeIn(file, entry, "name");
}

/** Where a row's kind, id or the like stands. */
export function detailPlace({ file, entry }: Row, key: keyof WrittenCandidate) {
  return placeIn(file, entry, key);
}

const DETAILS = ["website", "contact", "city", "scope", "notes"] as const;

/** A candidate with its details as they are written in a row. */
export function candidateFrom(
  candidate: NamedCandidate,
  id: Id,
  kind: string | undefined,
  held: string | undefined,
): Candidate {
  // Built key by key: a spread for each of nine keys takes half a second of a million candidates.
  const built: { -readonly [Key in keyof Candidate]: Candidate[Key] } = { id, name: candidate.name };
  if (kind !== undefined) built.kind = kind;
  if (held !== undefined) built.held = held;
  for (const key of DETAILS) {
    const detail = candidate[key];
    if (detail !== undefined) built[key] = detail;
  }
  const { register, id: number } = candidate.source ?? {};
  if (register !== undefined && number !== undefined) built.source = { register, id: number };
  return built;
}
