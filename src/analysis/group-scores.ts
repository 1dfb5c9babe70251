import type { Decision } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";

/**
 * What each ranked candidate scores on each group of questions by itself, 0 to 100: the mean value of the group's questions,
 * by weight, times 100. Groups in the order in which the pack first names them; priority is in none. Undefined where a group
 * has no weight, since it then has no score. The scores of all groups, each times the weight of its group, add up to the base
 * score, if each question is in one.
 *
 * Source: partial values of a value tree, Keeney and Raiffa (1976).
 *
 * @example
 * const pack = { criteria: [{ group: "worth" }, { group: "worth" }, { group: "workable" }] };
 * const criteria = [{ weight: 0.5 }, { weight: 0.25 }, { weight: 0.25 }];
 * const ranking = [{ answers: [{ value: 1 }, { value: 0.25 }, { value: 0.5 }] }];
 * groupScores({ pack }, { criteria, ranking }) // → [[75,50]]
 * groupScores({ pack }, { criteria: [{ weight: 1 }, { weight: 0 }, { weight: 0 }], ranking }) === undefined // → true
 */
export function groupScores(
  { pack }: Pick<Decision, "pack">,
  { criteria, ranking }: Pick<Evaluation, "criteria" | "ranking">,
): readonly (readonly number[])[] | undefined {
  const groups = [...new Set(pack.criteria.flatMap(({ group }) => group ?? []))];
  const places = groups.map((name) => [...pack.criteria.keys()].filter((place) => pack.criteria[place].group === name));
  const weights = places.map((group) => group.reduce((sum, place) => sum + criteria[place].weight, 0));
  if (weights.some((weight) => weight === 0)) return undefined;
  return ranking.map(({ answers }) =>
    places.map(
      (group, at) =>
        (100 * group.reduce((sum, place) => sum + criteria[place].weight * answers[place].value, 0)) / weights[at],
    ),
  );
}
