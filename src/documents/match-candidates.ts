import type { Answer, Ballot, Candidate, Id, Pack } from "../engine/decision.ts";
import { candidateIds } from "./candidate-ids.ts";
import {
  candidateFrom,
  candidateIn,
  detailPlace,
  type FileRows,
  type NamedCandidate,
  namePlace,
  type Row,
} from "./candidate-rows.ts";
import { callOf, MOST_COMPARED, reportNearCandidates } from "./near-candidates.ts";
import type { Diagnostic, Problems } from "./problems.ts";
import {
  candidateDiffers,
  committeeTooLarge,
  repeatedCandidateId,
  repeatedCandidateName,
} from "./problems-in-committees.ts";
import { recordOfMany } from "./record-maker.ts";

/** What one rater gave: a file, or the rows of a table that name the rater. */
export interface BallotRows extends FileRows {
  readonly rater?: string;
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
  const found = findCandidates(ballots, problems);
  const entries = ballots.map((_, ballot) => entriesOf(ballot, found));
  if (ballots.length > 1) {
    reportNear(found, entries, problems);
    if (found.count * ballots.length > MOST_BALLOT_ENTRIES) return tooLarge(ballots, problems);
  }
  if (problems.errors > 0) return NOTHING;

  const ids = idsOf(found);
  const abstention = Object.fromEntries(pack.criteria.map(({ id }): [Id, Answer] => [id, { kind: "abstain" }]));
  return {
    candidates: ids.map((id, candidate) => candidateOf(id, candidate, found)),
    ballots: ballots.map(({ rater, answers }, ballot) => ({
      ...(rater !== undefined && { rater }),
      answers: recordOfMany(ids, (candidate) => {
        const entry = entries[ballot][candidate];
        return entry === -1 ? abstention : answers[entry];
      }),
    })),
    entries,
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

/**
 * The rows of all ballots, one after another, and the candidates as their rows come together, each a number. There may be a
 * million of both, so all that is known of them stands in columns of row numbers, -1 for none.
 */
interface Finds {
  readonly ballots: readonly BallotRows[];
  /** For each ballot the number of its first row, and after the last the number of all. */
  readonly starts: readonly number[];
  /** By row: its candidate. */
  readonly candidates: Int32Array;
  count: number;
  /** By candidate: its first row, its last so far, and the first that states its id, its kind, its level held. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly id: Int32Array;
  readonly kind: Int32Array;
  readonly held: Int32Array;
}

function emptyFinds(ballots: readonly BallotRows[]): Finds {
  const starts = [0];
  for (const { entries } of ballots) starts.push(starts[starts.length - 1] + entries.length);
  const column = () => new Int32Array(starts[ballots.length]).fill(-1);
  const columns = { first: column(), last: column(), id: column(), kind: column(), held: column() };
  return { ballots, starts, candidates: column(), count: 0, ...columns };
}

function findCandidates(ballots: readonly BallotRows[], problems: Problems): Finds {
  const found = emptyFinds(ballots);
  const index: Index = { byId: new Map(), byName: new Map() };
  for (const ballot of ballots.keys()) matchRows(ballot, found, index, problems);
  return found;
}

function rowAt(row: number, { ballots, starts }: Finds): Row {
  let ballot = 0;
  for (let last = ballots.length - 1; ballot < last; ) {
    const middle = (ballot + last + 1) >> 1;
    if (starts[middle] <= row) ballot = middle;
    else last = middle - 1;
  }
  const { file, entries } = ballots[ballot];
  return { file, entry: entries[row - starts[ballot]] };
}

interface Index {
  readonly byId: Map<Id, number>;
  readonly byName: Map<string, number>;
}

/** Finds the candidate of each row of a ballot; a row about one that the ballot has already is reported and has none. */
function matchRows(ballot: number, found: Finds, { byId, byName }: Index, problems: Problems): void {
  const { starts, first, last, id: stated } = found;
  const { file, entries, rater } = found.ballots[ballot];
  for (let row = starts[ballot]; row < starts[ballot + 1]; row += 1) {
    const written = candidateIn({ file, entry: entries[row - starts[ballot]] });
    const { id, name } = written;
    let candidate = match(written, found, byId, byName);
    if (candidate === undefined) {
      candidate = found.count;
      found.count += 1;
      first[candidate] = row;
    } else if (last[candidate] >= starts[ballot]) {
      const earlier = last[candidate];
      problems.error(() => repeated(rowAt(row, found), rowAt(earlier, found), rater));
      continue;
    }
    last[candidate] = row;
    if (id !== undefined && stated[candidate] === -1) {
      stated[candidate] = row;
      byId.set(id, candidate);
    }
    noteDetail(row, written, candidate, "kind", found, problems);
    noteDetail(row, written, candidate, "held", found, problems);
    if (!byName.has(name)) byName.set(name, candidate);
    found.candidates[row] = candidate;
  }
}

function statedId(candidate: number, found: Finds): Id | undefined {
  const row = found.id[candidate];
  return row === -1 ? undefined : candidateIn(rowAt(row, found)).id;
}

/** Two stated ids are two candidates, whatever their names; without one the name decides. */
function match(
  { id, name }: NamedCandidate,
  found: Finds,
  byId: Index["byId"],
  byName: Index["byName"],
): number | undefined {
  const sameName = byName.get(name);
  if (id === undefined) return sameName;
  return byId.get(id) ?? (sameName !== undefined && found.id[sameName] === -1 ? sameName : undefined);
}

function repeated(row: Row, first: Row, rater: string | undefined): Diagnostic {
  const { id, name } = candidateIn(row);
  return id !== undefined && id === candidateIn(first).id
    ? repeatedCandidateId(detailPlace(row, "id"), id, detailPlace(first, "id"), rater)
    : repeatedCandidateName(namePlace(row), name, namePlace(first), rater);
}

function noteDetail(
  row: number,
  rowSays: NamedCandidate,
  candidate: number,
  key: "kind" | "held",
  found: Finds,
  problems: Problems,
): void {
  const written = rowSays[key];
  if (written === undefined) return;
  const first = found[key][candidate];
  if (first === -1) {
    found[key][candidate] = row;
    return;
  }
  const earlierRow = rowAt(first, found);
  const earlier = candidateIn(earlierRow)[key];
  if (earlier === undefined || written === earlier) return;
  problems.error(() =>
    candidateDiffers(
      detailPlace(rowAt(row, found), key),
      rowSays.name,
      key,
      written,
      earlier,
      detailPlace(earlierRow, key),
    ),
  );
}

/** For each candidate the entry of a ballot's file that speaks of it; -1 for none. */
function entriesOf(ballot: number, { ballots, starts, candidates, count }: Finds): Int32Array {
  const entries = new Int32Array(count).fill(-1);
  for (let row = starts[ballot]; row < starts[ballot + 1]; row += 1) {
    if (candidates[row] !== -1) entries[candidates[row]] = ballots[ballot].entries[row - starts[ballot]];
  }
  return entries;
}

function idsOf(found: Finds): readonly Id[] {
  const named = Array.from({ length: found.count }, (_, candidate) => {
    const { first, id } = found;
    const written = candidateIn(rowAt(first[candidate], found));
    // Most often the first row says all.
    if (id[candidate] === first[candidate] || id[candidate] === -1) return written;
    return { name: written.name, id: statedId(candidate, found) };
  });
  return candidateIds(named);
}

function candidateOf(id: Id, candidate: number, found: Finds): Candidate {
  const stated = (key: "kind" | "held") => {
    const row = found[key][candidate];
    return row === -1 ? undefined : candidateIn(rowAt(row, found))[key];
  };
  return candidateFrom(candidateIn(rowAt(found.first[candidate], found)), id, stated("kind"), stated("held"));
}

/** Only of candidates that some rater does not have: of these, two may be one. */
function reportNear(found: Finds, entries: readonly Int32Array[], problems: Problems): void {
  const missing: number[] = [];
  for (let candidate = 0; candidate < found.count; candidate += 1) {
    if (entries.some((ballot) => ballot[candidate] === -1)) missing.push(candidate);
  }
  if (missing.length > MOST_COMPARED) return;
  const calls = missing.map((candidate) => {
    const { first, id } = found;
    return callOf(rowAt(first[candidate], found), id[candidate] === -1 ? undefined : rowAt(id[candidate], found));
  });
  const haveOneRater = (one: number, other: number) =>
    entries.some((ballot) => ballot[missing[one]] !== -1 && ballot[missing[other]] !== -1);
  reportNearCandidates(calls, haveOneRater, problems);
}
