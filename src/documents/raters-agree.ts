import { type Decision, entryOf, type Id, type Pack } from "../engine/decision.ts";
import { detailPlace } from "./candidate-rows.ts";
import type { BallotRows } from "./match-candidates.ts";
import type { Problems } from "./problems.ts";
import {
  importanceDiffers,
  namelessRaters,
  readinessDiffers,
  reasonsDiffer,
  repeatedRater,
  titlesDiffer,
} from "./problems-in-committees.ts";
import { isTable, type WrittenFile } from "./written-file.ts";

/** What a file says, besides answers, that raters of one decision share. */
export type Shared = Pick<Decision, "reasons" | "readiness" | "importance">;

export interface SharingFile extends WrittenFile {
  readonly shared: Shared;
}

/** Reasons and importance have to be the same; a title or a readiness answer that differs is told, and the first counts. */
export function reportDifferences(file: SharingFile, first: SharingFile, pack: Pack, problems: Problems): void {
  const [place, firstPlace] = [file.tree.placeOf, first.tree.placeOf];
  const [title, firstTitle] = [file.written.decision, first.written.decision];
  if (title !== undefined && firstTitle !== undefined && title !== firstTitle) {
    const at = ["decision"];
    problems.warn(() => titlesDiffer(place(at, "value"), title, firstPlace(at, "value"), firstTitle));
  }
  const [reasons, firstReasons] = [file.shared.reasons, first.shared.reasons];
  if (reasons.toSorted().join() !== firstReasons.toSorted().join()) {
    const at = ["reasons"];
    problems.error(() => reasonsDiffer(place(at, "key"), reasons, firstPlace(at, "key"), firstReasons));
  }
  reportImportance(file, first, pack, problems);
  reportReadiness(file, first, pack, problems);
}

function reportImportance(file: SharingFile, first: SharingFile, pack: Pack, problems: Problems): void {
  const points = ({ shared }: SharingFile, id: Id) => entryOf(shared.importance, id);
  const [differing, ...more] = pack.criteria.filter(({ id }) => points(file, id) !== points(first, id));
  if (differing === undefined) return;
  const { id, label } = differing;
  const place = ({ tree }: SharingFile) => tree.placeOf(["importance", id], "value");
  problems.error(() =>
    importanceDiffers(place(file), label, points(file, id), place(first), points(first, id), more.length),
  );
}

function reportReadiness(file: SharingFile, first: SharingFile, pack: Pack, problems: Problems): void {
  for (const { id, statement } of pack.readiness) {
    const [answer, counting] = [file, first].map(({ shared }) => entryOf(shared.readiness, id));
    if (answer === undefined || answer === counting) continue;
    const place = ({ tree }: SharingFile) => tree.placeOf(["readiness", id], "value");
    problems.warn(() => readinessDiffers(place(file), statement, answer, place(first), counting));
  }
}

/** One name twice: nobody could tell who said what. */
export function reportRepeatedRaters(ballots: readonly BallotRows[], problems: Problems): void {
  const first = new Map<string, BallotRows>();
  for (const ballot of ballots) {
    const { rater } = ballot;
    if (rater === undefined) continue;
    const earlier = first.get(rater);
    if (earlier === undefined) first.set(rater, ballot);
    else problems.error(() => repeatedBy(rater, ballot, earlier));
  }
}

function repeatedBy(rater: string, ballot: BallotRows, earlier: BallotRows) {
  const places = [raterPlace(ballot), raterPlace(earlier)] as const;
  const isSameFile = ballot.file.tree.source.path === earlier.file.tree.source.path;
  const isNameless = [ballot, earlier].every(({ file }) => !isTable(file) && file.written.rater === undefined);
  if (isNameless && !isSameFile) return namelessRaters(places[0], rater, places[1]);
  return repeatedRater(places[0], rater, places[1]);
}

function raterPlace({ file, entries }: BallotRows) {
  const isRow = isTable(file) && entries.length > 0;
  return isRow ? detailPlace({ file, entry: entries[0] }, "rater") : file.tree.placeOf(["rater"], "value");
}
