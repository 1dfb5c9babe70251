import type { Answer, Ballot, Candidate, Id, Pack } from "../engine/decision.ts";
import { candidateIds } from "./candidate-ids.ts";
import { candidateFrom, detailPlace, namePlace, type Row } from "./candidate-rows.ts";
import type { Diagnostic, Problems } from "./problems.ts";
import {
  candidateDiffers,
  committeeTooLarge,
  namesNearlyAlike,
  repeatedCandidateId,
  repeatedCandidateName,
} from "./problems-in-committees.ts";
import type { WrittenFile } from "./written-file.ts";

/** What one rater gave: a file, or the rows of a table that name the rater. */
export interface BallotRows {
  readonly file: WrittenFile;
  readonly rater?: string;
  readonly rows: readonly Row[];
}

export interface Matched {
  readonly candidates: readonly Candidate[];
  readonly ballots: readonly Ballot[];
  /** For each ballot, which entry of its file each candidate is, or -1. */
  readonly entries: readonly Int32Array[];
}

/**
 * Which rows speak of one candidate: those of one stated id, else of one exact name. A candidate is what its first row says,
 * and what a rater's ballot does not have, that rater abstains from. With problems found, nothing is built.
 */
export function matchCandidates(ballots: readonly BallotRows[], pack: Pack, problems: Problems): Matched {
  if (ballots.length > MOST_RATERS) return tooLarge(ballots, problems);
  const found: Found[] = [];
  const index: Index = { byId: new Map(), byName: new Map() };
  const matches = ballots.map((ballot, number) => matchRows(ballot, number, found, index, problems));
  const rowNumbers = matches.map((candidates) => invert(candidates, found.length));
  if (ballots.length > 1) {
    reportNearNames(found, rowNumbers, problems);
    if (found.length * ballots.length > MOST_BALLOT_ENTRIES) return tooLarge(ballots, problems);
  }
  if (problems.errors > 0) return NOTHING;

  const ids = candidateIds(found);
  const abstention = Object.fromEntries(pack.criteria.map(({ id }): [Id, Answer] => [id, { kind: "abstain" }]));
  return {
    candidates: found.map(({ first, kind, held }, number) =>
      candidateFrom(first, ids[number], kind?.candidate.kind, held?.candidate.held),
    ),
    ballots: ballots.map(({ rater, rows }, ballot) => ({
      ...(rater !== undefined && { rater }),
      answers: Object.fromEntries(answersById(ids, rows, rowNumbers[ballot], abstention)),
    })),
    entries: ballots.map(({ rows }, ballot) => rowNumbers[ballot].map((row) => (row === -1 ? -1 : rows[row].index))),
  };
}

const NOTHING: Matched = { candidates: [], ballots: [], entries: [] };

/** Who is absent from a ballot is written into it: a table of names that are all different would grow without bound. */
const MOST_BALLOT_ENTRIES = 1_000_000;
const MOST_RATERS = 1_000;

function tooLarge(ballots: readonly BallotRows[], problems: Problems): Matched {
  const { path } = ballots[0].file.tree.source;
  problems.error(() => committeeTooLarge(path, ballots.length, MOST_RATERS, MOST_BALLOT_ENTRIES));
  return NOTHING;
}

/** A candidate as its rows come together. There may be a million: it holds no list. */
interface Found {
  readonly number: number;
  id: Id | undefined;
  readonly name: string;
  readonly first: Row;
  last: Row;
  /** The ballot of the last row. */
  ballot: number;
  /** The first row that states it. */
  kind: Row | undefined;
  held: Row | undefined;
}

interface Index {
  readonly byId: Map<Id, Found>;
  readonly byName: Map<string, Found>;
}

/** For each row of a ballot the number of its candidate, or -1 for one that the ballot has already. */
function matchRows(
  { rater, rows }: BallotRows,
  ballot: number,
  found: Found[],
  { byId, byName }: Index,
  problems: Problems,
): Int32Array {
  const numbers = new Int32Array(rows.length).fill(-1);
  for (const [index, row] of rows.entries()) {
    const { id, name } = row.candidate;
    let candidate = match(row, byId, byName);
    if (candidate === undefined) {
      candidate = { number: found.length, id, name, first: row, last: row, ballot, kind: undefined, held: undefined };
      found.push(candidate);
    } else if (candidate.ballot === ballot) {
      const { last } = candidate;
      problems.error(() => repeated(row, last, rater));
      continue;
    }
    candidate.id ??= id;
    candidate.last = row;
    candidate.ballot = ballot;
    noteDetail(row, candidate, "kind", problems);
    noteDetail(row, candidate, "held", problems);
    if (candidate.id !== undefined) byId.set(candidate.id, candidate);
    if (!byName.has(name)) byName.set(name, candidate);
    numbers[index] = candidate.number;
  }
  return numbers;
}

/** Two stated ids are two candidates, whatever their names; without one the name decides. */
function match({ candidate }: Row, byId: Index["byId"], byName: Index["byName"]): Found | undefined {
  const sameName = byName.get(candidate.name);
  if (candidate.id === undefined) return sameName;
  return byId.get(candidate.id) ?? (sameName?.id === undefined ? sameName : undefined);
}

function repeated(row: Row, first: Row, rater: string | undefined): Diagnostic {
  const { id, name } = row.candidate;
  return id !== undefined && id === first.candidate.id
    ? repeatedCandidateId(detailPlace(row, "id"), id, detailPlace(first, "id"), rater)
    : repeatedCandidateName(namePlace(row), name, namePlace(first), rater);
}

function noteDetail(row: Row, candidate: Found, key: "kind" | "held", problems: Problems): void {
  const written = row.candidate[key];
  if (written === undefined) return;
  const first = candidate[key];
  const earlier = first?.candidate[key];
  if (first === undefined || earlier === undefined) candidate[key] = row;
  else if (written !== earlier) {
    problems.error(() =>
      candidateDiffers(detailPlace(row, key), row.candidate.name, key, written, earlier, detailPlace(first, key)),
    );
  }
}

/** From the candidate of each row to the row of each candidate; -1 for none. */
function invert(candidates: Int32Array, count: number): Int32Array {
  const rows = new Int32Array(count).fill(-1);
  for (const [row, candidate] of candidates.entries()) if (candidate !== -1) rows[candidate] = row;
  return rows;
}

function* answersById(
  ids: readonly Id[],
  rows: readonly Row[],
  rowNumbers: Int32Array,
  abstention: Row["answers"],
): Generator<readonly [Id, Row["answers"]]> {
  for (const [number, id] of ids.entries()) {
    const row = rowNumbers[number];
    yield [id, row === -1 ? abstention : rows[row].answers];
  }
}

/** Names are compared with each other: beyond this many it would take too long, and a slip would be lost in the crowd. */
const MOST_COMPARED = 300;

/** A name that one rater has and another does not, but for a letter, is most likely one candidate. */
function reportNearNames(found: readonly Found[], rowNumbers: readonly Int32Array[], problems: Problems): void {
  const nameless = found.filter(({ id }) => id === undefined);
  if (nameless.length > MOST_COMPARED) return;
  const shareBallot = (one: Found, other: Found) =>
    rowNumbers.some((rows) => rows[one.number] !== -1 && rows[other.number] !== -1);
  for (const [later, candidate] of nameless.entries()) {
    const { name } = candidate;
    const earlier = nameless
      .slice(0, later)
      .find((other) => isSlipOf(name, other.name) && !shareBallot(candidate, other));
    if (earlier === undefined) continue;
    problems.error(() => namesNearlyAlike(namePlace(candidate.first), name, earlier.name, namePlace(earlier.first)));
  }
}

/** One slip, in a word long enough to be misspelt: `Branch A` and `Branch B`, or `Post 7` and `Post 8`, are two names. */
function isSlipOf(name: string, other: string): boolean {
  if (!differByOneSlip(name, other)) return false;
  const [words, otherWords] = [name.split(" "), other.split(" ")];
  return (
    words.length !== otherWords.length ||
    words.every((word, index) => word === otherWords[index] || (isLong(word) && isLong(otherWords[index])))
  );
}

/** One letter added, dropped or changed, or two neighbours swapped: what is left between the same start and the same end. */
function differByOneSlip(name: string, other: string): boolean {
  const shorter = Math.min(name.length, other.length);
  if (Math.max(name.length, other.length) > shorter + 1) return false;
  let start = 0;
  while (start < shorter && name[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && name.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, otherLeft] = [name.slice(start, name.length - end), other.slice(start, other.length - end)];
  return (
    Math.max(left.length, otherLeft.length) === 1 ||
    (left.length === 2 && left[0] + left[1] === otherLeft[1] + otherLeft[0])
  );
}

function isLong(word: string): boolean {
  return /^\p{L}{4,}$/u.test(word);
}
