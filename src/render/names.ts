import type { Decision } from "../engine/decision.ts";

/**
 * What people called something and a sentence may name: candidates and their kinds, questions, groups, reasons, levels, raters.
 * A format that has to keep such a name together finds it by these.
 *
 * @example
 * const pack = { criteria: [{ label: "Fit", group: "worth" }], kinds: [], reasons: [], levels: [{ label: "Date" }] };
 * namesIn({ pack, candidates: [{ name: "Zoo", kind: "park" }], ballots: [{ rater: "Ann" }] }) // → ["Zoo","park","Fit","worth","Date","Ann"]
 */
export function namesIn({ pack, candidates, ballots }: Decision): readonly string[] {
  const named = [
    ...candidates.flatMap(({ name, kind }) => [name, kind]),
    ...pack.criteria.flatMap(({ label, group }) => [label, group]),
    ...[pack.kinds, pack.reasons, pack.levels].flatMap((list) => (list ?? []).map(({ label }) => label)),
    ...ballots.map(({ rater }) => rater),
  ];
  return [...new Set(named.filter((name) => name !== undefined))];
}
