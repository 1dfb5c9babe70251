import type { Standing } from "../../engine/evaluation.ts";
import { listed } from "../words.ts";

/** So many are named one by one in a sentence; the others are counted. */
export const NAMED_AT_MOST = 3;

/** `Zoo, Park and Pool`, or `Zoo, Park, Pool and 4 others`. */
export function namesOf(standings: readonly Standing[]): string {
  return listed(
    standings.map(({ candidate }) => candidate.name),
    NAMED_AT_MOST,
  );
}
