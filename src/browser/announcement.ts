import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { listed, nameOf } from "../render/words.ts";
import { placesIn } from "./moves.ts";

/**
 * What has changed between two evaluations, for somebody who hears the page: who leads now, and who else has another place.
 *
 * @example
 * const decision = { candidates: [{ id: "zoo", name: "Zoo" }, { id: "park", name: "Park" }] };
 * const of = (...ids) => ({
 *   ranking: ids.map((id, at) => ({ candidate: { id }, rank: at + 1 })), tooLittleKnown: [], knockedOut: [],
 *   lead: { leaders: ids.slice(0, 1) } });
 * announcement(decision, of("zoo", "park"), of("park", "zoo")) // → "Park now leads. Zoo: now rank 2."
 * announcement(decision, of("zoo", "park"), of("zoo", "park")) // → "No candidate changes place."
 */
export function announcement(decision: Decision, before: Evaluation, now: Evaluation): string {
  const was = placesIn(before);
  const leaders = now.lead.leaders;
  const hasOtherLead = leaders.join("\n") !== before.lead.leaders.join("\n");
  const moved = [...placesIn(now)].filter(
    ([id, place]) => place !== was.get(id) && !(hasOtherLead && leaders.includes(id)),
  );
  const said = moved
    .slice(0, SAID_AT_MOST)
    .map(([id, place]) => `${nameOf(decision, id)}: now ${typeof place === "number" ? `rank ${place}` : place}.`);
  const more = moved.length - said.length;
  const sentences = [
    ...(hasOtherLead ? [leadWords(leaders.map((id) => nameOf(decision, id)))] : []),
    ...said,
    ...(more > 0 ? [`${more} more change place.`] : []),
  ];
  return sentences.length === 0 ? "No candidate changes place." : sentences.join(" ");
}

/** Who listens cannot skip. */
const SAID_AT_MOST = 3;

function leadWords(names: readonly string[]): string {
  if (names.length === 0) return "Nobody is ranked now.";
  return names.length === 1 ? `${names[0]} now leads.` : `${listed(names, SAID_AT_MOST)} now share first place.`;
}
