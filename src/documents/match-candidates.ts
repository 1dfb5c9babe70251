import type { Answer, Ballot, Candidate, Id, Pack } from "../engine/decision.ts";
import { candidateIds } from "./candidate-ids.ts";
import { candidateFrom, detailPlace, namePlace, type Row } from "./candidate-rows.ts";
import { slips } from "./did-you-mean.ts";
import type { Problems } from "./problems.ts";
import {
  candidateDiffers,
  namesNearlyAlike,
  repeatedCandidateId,
  repeatedCandidateName,
} from "./problems-in-committees.ts";
import { manyRows } from "./problems-in-decisions.ts";
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
  /** Where each candidate stands, in the order of the ballots. */
  readonly rows: readonly (readonly Row[])[];
}

/**
 * Which rows speak of one candidate: those of one stated id, else of one exact name. A candidate is what its first row says,
 * and what a rater's ballot does not have, that rater abstains from.
 */
export function matchCandidates(ballots: readonly BallotRows[], pack: Pack, problems: Problems): Matched {
  const found = findCandidates(ballots, problems);
  if (ballots.length > 1) reportNearNames(found, problems);
  const ids = candidateIds(found.map(({ id, rows }) => ({ ...(id !== undefined && { id }), name: rows[0].name })));
  const most = MOST_BALLOT_ENTRIES;
  if (ballots.length > 1 && found.length * ballots.length > most) {
    problems.error(() => manyRows(found[0].rows[0].file.tree.source.path, found.length, ballots.length, most));
    return { candidates: [], ballots: [], rows: [] };
  }
  return {
    candidates: found.map(({ rows, kind, held }, index) =>
      candidateFrom(rows[0], ids[index], kind?.candidate.kind, held?.candidate.held),
    ),
    ballots: ballotsOf(ballots, found, ids, pack),
    rows: found.map(({ rows }) => rows),
  };
}

/** Who is absent from a ballot is written into it: a table of names that are all different would grow without bound. */
const MOST_BALLOT_ENTRIES = 1_000_000;

/** A candidate as its rows come together. */
interface Found {
  id: Id | undefined;
  readonly rows: Row[];
  /** The first row that states it. */
  kind: Row | undefined;
  held: Row | undefined;
}

function findCandidates(ballots: readonly BallotRows[], problems: Problems): readonly Found[] {
  const found: Found[] = [];
  const byId = new Map<Id, Found>();
  const byName = new Map<string, Found>();
  for (const { rater, rows } of ballots) {
    const inThisBallot = new Set<Found>();
    for (const row of rows) {
      const known = match(row, byId, byName);
      if (known !== undefined && inThisBallot.has(known)) {
        problems.error(() => repeated(row, known.rows[known.rows.length - 1], rater));
        continue;
      }
      const candidate = known ?? { id: undefined, rows: [], kind: undefined, held: undefined };
      if (known === undefined) found.push(candidate);
      inThisBallot.add(candidate);
      add(row, candidate, problems);
      if (candidate.id !== undefined) byId.set(candidate.id, candidate);
      if (!byName.has(row.name)) byName.set(row.name, candidate);
    }
  }
  return found;
}

/** Two stated ids are two candidates, whatever their names; without one the name decides. */
function match(row: Row, byId: ReadonlyMap<Id, Found>, byName: ReadonlyMap<string, Found>): Found | undefined {
  const sameName = byName.get(row.name);
  if (row.id === undefined) return sameName;
  return byId.get(row.id) ?? (sameName?.id === undefined ? sameName : undefined);
}

function repeated(row: Row, first: Row, rater: string | undefined) {
  return row.id !== undefined && row.id === first.id
    ? repeatedCandidateId(detailPlace(row, "id"), row.id, detailPlace(first, "id"), rater)
    : repeatedCandidateName(namePlace(row), row.name, namePlace(first), rater);
}

function add(row: Row, candidate: Found, problems: Problems): void {
  candidate.rows.push(row);
  candidate.id ??= row.id;
  for (const key of ["kind", "held"] as const) {
    const written = row.candidate[key];
    if (written === undefined) continue;
    const first = candidate[key];
    const earlier = first?.candidate[key];
    if (first === undefined || earlier === undefined) candidate[key] = row;
    else if (written !== earlier) {
      problems.error(() =>
        candidateDiffers(detailPlace(row, key), row.name, key, written, earlier, detailPlace(first, key)),
      );
    }
  }
}

/** Names are compared with each other: beyond this many it would take too long, and a slip would be lost in the crowd. */
const MOST_COMPARED = 300;

/** A name that one rater has and another does not, but for a letter, is most likely one candidate. */
function reportNearNames(found: readonly Found[], problems: Problems): void {
  const nameless = found.filter(({ id }) => id === undefined);
  if (nameless.length > MOST_COMPARED) return;
  for (const [later, candidate] of nameless.entries()) {
    const row = candidate.rows[0];
    const earlier = nameless
      .slice(0, later)
      .find((other) => isSlipOf(row.name, other.rows[0].name) && !shareBallot(candidate, other));
    if (earlier === undefined) continue;
    const first = earlier.rows[0];
    problems.error(() => namesNearlyAlike(namePlace(row), row.name, first.name, namePlace(first)));
  }
}

/** One slip, in a word long enough to be misspelt: `Branch A` and `Branch B`, or `Post 7` and `Post 8`, are two names. */
function isSlipOf(name: string, other: string): boolean {
  if (Math.abs(name.length - other.length) > 2 || name.length > LONGEST_NAME_COMPARED) return false;
  if (slips([...name], [...other]) !== 1) return false;
  const [words, otherWords] = [name.split(" "), other.split(" ")];
  return (
    words.length !== otherWords.length ||
    words.every((word, index) => word === otherWords[index] || (isLong(word) && isLong(otherWords[index])))
  );
}

const LONGEST_NAME_COMPARED = 200;

function isLong(word: string): boolean {
  return /^\p{L}{4,}$/u.test(word);
}

function shareBallot(one: Found, other: Found): boolean {
  return one.rows.some((row) => other.rows.some(({ file, rater }) => file === row.file && rater === row.rater));
}

function ballotsOf(
  ballots: readonly BallotRows[],
  found: readonly Found[],
  ids: readonly Id[],
  pack: Pack,
): readonly Ballot[] {
  const idOf = new Map<Row, Id>();
  for (const [index, { rows }] of found.entries()) for (const row of rows) idOf.set(row, ids[index]);
  const abstention: Readonly<Record<Id, Answer>> = Object.fromEntries(
    pack.criteria.map(({ id }) => [id, { kind: "abstain" }]),
  );
  return ballots.map(({ rater, rows }) => {
    const given = new Map<Id, Readonly<Record<Id, Answer>>>();
    for (const row of rows) {
      const id = idOf.get(row);
      if (id !== undefined) given.set(id, row.answers);
    }
    const entries = ballots.length === 1 ? given : ids.map((id) => [id, given.get(id) ?? abstention] as const);
    return { ...(rater !== undefined && { rater }), answers: Object.fromEntries(entries) };
  });
}
