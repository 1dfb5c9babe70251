import type { Id } from "../engine/decision.ts";
import { candidateIn, detailPlace, namePlace, type Row } from "./candidate-rows.ts";
import { formOf, type NameForm, nearness } from "./near-names.ts";
import type { Problems } from "./problems.ts";
import { idsNearlyAlike, namesNearlyAlike, sameNameOtherId } from "./problems-in-committees.ts";

/** What a candidate is called, and where. */
export interface Call {
  readonly name: NameForm;
  readonly nameRow: Row;
  /** Where an id is stated, and the name beside it. */
  readonly stated?: { readonly id: NameForm; readonly name: NameForm; readonly row: Row };
}

/** By the row that names a candidate first, and the first that states its id. */
export function callOf(nameRow: Row, idRow: Row | undefined): Call {
  const name = formOf(candidateIn(nameRow).name);
  if (idRow === undefined) return { name, nameRow };
  const beside = candidateIn(idRow);
  return { name, nameRow, stated: { id: idForm(beside.id ?? ""), name: formOf(beside.name), row: idRow } };
}

/** The parts of an id are words. */
function idForm(id: Id): NameForm {
  return { ...formOf(id.replaceAll("-", " ")), text: id };
}

/** Each is compared with each: beyond this many it would take too long, and a slip would be lost in the crowd. */
export const MOST_COMPARED = 300;

/** Two candidates that no rater has both of, and that are called almost alike, are most likely one. */
export function reportNearCandidates(
  calls: readonly Call[],
  haveOneRater: (one: number, other: number) => boolean,
  problems: Problems,
): void {
  for (const later of calls.keys()) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      if (haveOneRater(earlier, later)) continue;
      const report = reportOf(calls[later], calls[earlier]);
      if (report === undefined) continue;
      report(problems);
      break;
    }
  }
}

type Report = (problems: Problems) => void;

/** Two stated ids are two candidates, unless ids and names are both as good as the same. */
function reportOf(call: Call, other: Call): Report | undefined {
  const { stated } = call;
  const { stated: otherStated } = other;
  if (stated === undefined || otherStated === undefined) return nearNames(call, other);
  const isOneName = stated.name.text === otherStated.name.text;
  if (!isOneName && nearness(stated.name, otherStated.name) === undefined) return undefined;
  const [name, id, otherId] = [stated.name.text, stated.id.text, otherStated.id.text];
  const place = () => detailPlace(stated.row, "id");
  const otherPlace = () => detailPlace(otherStated.row, "id");
  if (nearness(stated.id, otherStated.id) !== undefined) {
    return (problems) => problems.error(() => idsNearlyAlike(place(), id, otherId, name, otherPlace()));
  }
  if (!isOneName) return undefined;
  return (problems) => problems.warn(() => sameNameOtherId(place(), name, id, otherId, otherPlace()));
}

function nearNames(call: Call, other: Call): Report | undefined {
  const how = nearness(call.name, other.name);
  if (how === undefined) return undefined;
  const place = () => namePlace(call.nameRow);
  return (problems) =>
    problems.error(() => namesNearlyAlike(place(), call.name.text, other.name.text, how, namePlace(other.nameRow)));
}
