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
import type { PathKey } from "./tree.ts";
import type { WrittenAnswer } from "./written-answer.ts";
import { isTable, type WrittenCandidate, type WrittenFile } from "./written-file.ts";

/**
 * What one rater says about one candidate: an entry of a file, or a row of a table. There may be a million, so a row keeps
 * only what it needs to find the rest again.
 */
export interface Row {
  readonly file: WrittenFile;
  /** Which of the file's candidates. */
  readonly index: number;
  readonly candidate: NamedCandidate;
  readonly answers: Readonly<Record<Id, Answer>>;
}

export type NamedCandidate = WrittenCandidate & { readonly name: string };

/** Who gave the answers in a row, where anyone says so. */
export function raterOf({ file, candidate }: Row): string | undefined {
  return candidate.rater ?? file.written.rater;
}

/** The rows of a file whose candidates have a name; everything wrong in any of them is reported. */
export function candidateRows(file: WrittenFile, pack: Pack, problems: Problems): readonly Row[] {
  const reading: Reading = {
    file,
    pack,
    problems,
    criteria: new Map(pack.criteria.map((criterion) => [criterion.id, criterion])),
    kinds: pack.kinds === undefined ? undefined : new Set(pack.kinds.map(({ id }) => id)),
    levels: pack.levels.length === 0 ? undefined : new Set(pack.levels.map(({ id }) => id)),
  };
  reportUnknownColumns(reading);
  const rows: Row[] = [];
  for (const [index, candidate] of (file.written.candidates ?? []).entries()) {
    if (candidate === undefined) continue;
    const row = rowFrom(candidate, index, reading);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

interface Reading {
  readonly file: WrittenFile;
  readonly pack: Pack;
  readonly problems: Problems;
  readonly criteria: ReadonlyMap<Id, Criterion>;
  /** Undefined: any text will do. */
  readonly kinds: ReadonlySet<Id> | undefined;
  readonly levels: ReadonlySet<Id> | undefined;
}

function rowFrom(candidate: WrittenCandidate, index: number, reading: Reading): Row | undefined {
  const { file, pack, problems, kinds, levels } = reading;
  const { id, kind, held } = candidate;
  if (id !== undefined && /\p{Cc}/u.test(id)) problems.error(() => unfitId(placeIn(file, index, "id")));
  if (kind !== undefined && kinds?.has(kind) === false) {
    problems.error(() => unknownKind(placeIn(file, index, "kind"), kind, pack.kinds ?? []));
  }
  if (held !== undefined && levels?.has(held) === false) {
    problems.error(() => unknownLevel(placeIn(file, index, "held"), held, pack.levels));
  }
  const answers = answersFrom(candidate, index, reading);
  return isNamed(candidate) ? { file, index, candidate, answers } : undefined;
}

function isNamed(candidate: WrittenCandidate): candidate is NamedCandidate {
  return candidate.name !== undefined;
}

function answersFrom(candidate: WrittenCandidate, index: number, reading: Reading): Readonly<Record<Id, Answer>> {
  const written = candidate.answers ?? {};
  const answers: [Id, Answer][] = [];
  for (const id of Object.keys(written)) {
    const criterion = reading.criteria.get(id);
    if (criterion === undefined) {
      reportUnknown(id, index, reading);
      continue;
    }
    const value = written[id];
    if (value === null) continue;
    const answer = readAnswer(value, criterion.scale);
    if (answer.kind === "misread") {
      const key = answer.key === undefined ? [id] : [id, answer.key];
      reading.problems.error(() => misreadAnswer(placeIn(reading.file, index, "answers", ...key), answer, criterion));
      continue;
    }
    const given = answerGiven(answer);
    if (given !== undefined) answers.push([id, given]);
  }
  return Object.fromEntries(answers);
}

/** A note that waits for an answer stands beside an unknown; with nothing written the question is left out. */
export function answerGiven(written: WrittenAnswer): Answer | undefined {
  if (written.kind !== "unanswered") return written;
  const { kind: _, ...ground } = written;
  return Object.keys(ground).length === 0 ? undefined : { kind: "unknown", ...ground };
}

/** A column of a table has been reported once, and not again in every row. */
function reportUnknown(id: Id, index: number, { file, pack, problems }: Reading): void {
  if (isTable(file)) return;
  problems.error(() =>
    unknownCriterion(file.tree.placeOf(["candidates", index, "answers", id], "key"), id, pack.criteria),
  );
}

function reportUnknownColumns({ file, pack, problems, criteria }: Reading): void {
  for (const column of file.tree.columns ?? []) {
    if (DETAIL_COLUMNS.includes(column) || criteria.has(column)) continue;
    const place = () => file.tree.placeOf(["candidates", 0, "answers", column], "key");
    problems.error(() => unknownColumn(place(), column, DETAIL_COLUMNS, pack.criteria));
  }
}

function placeIn(file: WrittenFile, index: number, ...path: readonly PathKey[]) {
  return file.tree.placeOf(["candidates", index, ...path], "value");
}

/** Where a row's name stands. */
export function namePlace({ file, index }: Row) {
  return placeIn(file, index, "name");
}

/** Where a row's kind, id or the like stands. */
export function detailPlace({ file, index }: Row, key: keyof WrittenCandidate) {
  return placeIn(file, index, key);
}

const DETAILS = ["website", "contact", "city", "scope", "notes"] as const;

/** The candidate of a row, with its details as they are written there. */
export function candidateFrom(
  { candidate }: Row,
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
