import {
  type Criterion,
  type Decision,
  entryOf,
  type Id,
  type Pack,
  type ReadinessAnswer,
} from "../engine/decision.ts";
import { candidateRows, type FileRows, raterOf } from "./candidate-rows.ts";
import { type BallotRows, matchCandidates } from "./match-candidates.ts";
import type { Problems } from "./problems.ts";
import {
  manyReasons,
  nothingCounts,
  repeatedReason,
  unknownCriterion,
  unknownReason,
  unknownStatement,
} from "./problems-in-decisions.ts";
import { reportDifferences, reportRepeatedRaters, type Shared } from "./raters-agree.ts";
import type { Tree } from "./tree.ts";
import { isTable, type WrittenFile } from "./written-file.ts";

/** A decision, and where in its files each candidate stands. */
export interface ResolvedDecision {
  readonly decision: Decision;
  /** For each ballot in order. */
  readonly origins: readonly BallotOrigin[];
}

export interface BallotOrigin {
  readonly placeOf: Tree["placeOf"];
  /** Which entry of the file each candidate is, or -1 where the ballot does not have it. */
  readonly entries: Int32Array;
}

/**
 * What raters' files say about a pack's questions, as one decision; everything in them that the pack does not know goes to
 * `problems`. Of the files there is at least one.
 */
export function decisionFrom(files: readonly WrittenFile[], pack: Pack, problems: Problems): ResolvedDecision {
  // A table has no room for what the raters share.
  const leading = files.find((file) => !isTable(file)) ?? files[0];
  const shared = sharedBy(leading, pack, problems);
  for (const file of files) {
    if (file === leading || isTable(file)) continue;
    const sharing = { ...file, shared: sharedBy(file, pack, problems) };
    reportDifferences(sharing, { ...leading, shared }, pack, problems);
  }
  const ballots = files.flatMap((file) => ballotsIn(candidateRows(file, pack, problems), files.length > 1));
  reportRepeatedRaters(ballots, problems);
  const matched = matchCandidates(ballots, pack, problems);
  const { decision: title, purpose } = leading.written;
  return {
    decision: {
      ...(title !== undefined && { title }),
      ...(purpose !== undefined && { purpose }),
      ...shared,
      pack,
      candidates: matched.candidates,
      ballots: matched.ballots,
    },
    origins: matched.entries.map((entries, ballot) => ({ placeOf: ballots[ballot].file.tree.placeOf, entries })),
  };
}

function sharedBy(file: WrittenFile, pack: Pack, problems: Problems): Shared {
  const importance = knownImportance(file, pack, problems);
  reportNothingCounts(file, importance, pack, problems);
  return {
    reasons: knownReasons(file, pack, problems),
    readiness: knownReadiness(file, pack, problems),
    importance,
  };
}

const MOST_REASONS_ADVISED = 2;

function knownReasons({ tree, written }: WrittenFile, pack: Pack, problems: Problems): readonly Id[] {
  const known = new Set(pack.reasons.map(({ id }) => id));
  const reasons = new Set<Id>();
  for (const [index, reason] of (written.reasons ?? []).entries()) {
    if (reason === undefined) continue;
    const place = () => tree.placeOf(["reasons", index], "value");
    if (!known.has(reason)) problems.error(() => unknownReason(place(), reason, pack.reasons));
    else if (reasons.has(reason)) problems.error(() => repeatedReason(place(), reason));
    else reasons.add(reason);
  }
  if (reasons.size > MOST_REASONS_ADVISED) {
    problems.warn(() => manyReasons(tree.placeOf(["reasons"], "value"), reasons.size));
  }
  return [...reasons];
}

function knownReadiness({ tree, written }: WrittenFile, pack: Pack, problems: Problems): Shared["readiness"] {
  const statements = pack.readiness.map(({ id, statement }) => ({ id, label: statement }));
  const known = new Set(statements.map(({ id }) => id));
  const answers: [Id, ReadinessAnswer][] = [];
  for (const [id, answer] of Object.entries(written.readiness ?? {})) {
    if (!known.has(id)) problems.error(() => unknownStatement(tree.placeOf(["readiness", id], "key"), id, statements));
    else if (answer !== null) answers.push([id, answer]);
  }
  return Object.fromEntries(answers);
}

function knownImportance({ tree, written }: WrittenFile, pack: Pack, problems: Problems): Shared["importance"] {
  const known = new Set(pack.criteria.map(({ id }) => id));
  const importance: [Id, number][] = [];
  for (const [id, points] of Object.entries(written.importance ?? {})) {
    const place = () => tree.placeOf(["importance", id], "key");
    if (!known.has(id)) problems.error(() => unknownCriterion(place(), id, pack.criteria));
    else if (points !== null) importance.push([id, points]);
  }
  return Object.fromEntries(importance);
}

/** Emphasis is above 0, so the total is 0 exactly when every importance is. */
function reportNothingCounts(
  { tree }: WrittenFile,
  importance: Shared["importance"],
  pack: Pack,
  problems: Problems,
): void {
  const counts = ({ id, importance: inPack }: Criterion) => (entryOf(importance, id) ?? inPack) > 0;
  if (!pack.criteria.some(counts)) problems.error(() => nothingCounts(tree.placeOf(["importance"], "key")));
}

/** A file is one ballot; a table one for each rater it names. Among several, nobody is without a name. */
function ballotsIn({ file, entries, answers }: FileRows, several: boolean): readonly BallotRows[] {
  const byRater = new Map<string | undefined, number[]>();
  let last: string | undefined;
  let ofLast: number[] | undefined;
  for (const entry of entries) {
    const rater = raterOf({ file, entry });
    if (ofLast === undefined || rater !== last) {
      ofLast = byRater.get(rater) ?? [];
      byRater.set(rater, ofLast);
      last = rater;
    }
    ofLast.push(entry);
  }
  if (byRater.size === 0) return [{ file, entries, answers }];
  const named = several || byRater.size > 1;
  return [...byRater].map(([rater, entries]) => {
    const name = rater ?? (named ? fileName(file) : undefined);
    return { file, entries, answers, ...(name !== undefined && { rater: name }) };
  });
}

function fileName({ tree }: WrittenFile): string {
  const { path } = tree.source;
  return path === "-" ? "standard input" : (path.split(/[/\\]/).findLast((part) => part !== "") ?? path);
}
