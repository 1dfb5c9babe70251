import type { Decision } from "../engine/decision.ts";
import type { Evaluation, Ranked } from "../engine/evaluation.ts";
import { isOpen, valueRange } from "./open-answers.ts";

/** One ranked candidate, or several that no weighting can tell apart. */
export interface Contender {
  /** Their places in the ranking. */
  readonly members: readonly number[];
  /** Points. */
  readonly priority: number;
  /** The values of the questions that have weight, as the score uses them. */
  readonly values: readonly number[];
  readonly open: readonly OpenAnswer[];
}

/** An answer that may turn out to be worth anything from `worst` to `best`. */
export interface OpenAnswer {
  /** The place among the questions that have weight; absent where only the minimum counts. */
  readonly place?: number;
  readonly worst: number;
  readonly best: number;
  /** Below it the candidate is out. */
  readonly acceptable: number;
}

/**
 * The ranked candidates in their order, those with the same values and the same priority taken together: they are level
 * under every weighting. One with an open answer stands alone. `positions`: the questions that have weight.
 *
 * @example
 * const fit = { id: "fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const answers = [{ answer: { kind: "score", score: 5 }, value: 1 }];
 * const ranking = ["a", "b"].map((id) => ({ candidate: { id }, priority: 0, answers }));
 * contenders({ pack: { criteria: [fit] } }, { ranking }, [0]).map(({ members }) => members) // → [[0, 1]]
 */
export function contenders(
  { pack }: Decision,
  { ranking }: Pick<Evaluation, "ranking">,
  positions: readonly number[],
): readonly Contender[] {
  const openOf = openAnswersIn(pack.criteria, positions);
  const alike = new Map<string, { readonly members: number[]; readonly contender: Omit<Contender, "members"> }>();
  for (const [place, ranked] of ranking.entries()) {
    const contender = { priority: ranked.priority, values: valuesOf(ranked, positions), open: openOf(ranked) };
    const key = contender.open.length > 0 ? `alone ${place}` : [contender.priority, ...contender.values].join();
    const same = alike.get(key);
    if (same === undefined) alike.set(key, { members: [place], contender });
    else same.members.push(place);
  }
  return Array.from(alike.values(), ({ members, contender }) => ({ members, ...contender }));
}

function valuesOf({ answers }: Ranked, positions: readonly number[]): readonly number[] {
  return positions.map((position) => answers[position].value);
}

/** Those that can move the score or break a minimum. */
function openAnswersIn(
  criteria: Decision["pack"]["criteria"],
  positions: readonly number[],
): (ranked: Ranked) => readonly OpenAnswer[] {
  return ({ answers }) =>
    criteria.flatMap((criterion, position): readonly OpenAnswer[] => {
      const { answer } = answers[position];
      if (!isOpen(answer)) return [];
      const place = positions.indexOf(position);
      const range = valueRange(criterion, answer);
      if (place >= 0) return [{ place, ...range }];
      return range.acceptable > range.worst ? [range] : [];
    });
}
