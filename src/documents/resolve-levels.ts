import type { Conditions, Criterion, Id, Level } from "../engine/decision.ts";
import { isOnScale } from "./answers.ts";
import type { Draft, WrittenCriteria } from "./check.ts";
import { byCriterion, inside, placeOf, present, type Reading, reportUnknownLevel, thingsById } from "./pack-reading.ts";
import { labelFrom } from "./phrases.ts";
import type { Named } from "./problems-in-decisions.ts";
import { lastLevelHasConditions, offTheScale } from "./problems-in-packs.ts";

type WrittenLevel = NonNullable<NonNullable<Draft<WrittenCriteria>["levels"]>[number]>;
type WrittenConditions = NonNullable<WrittenLevel["conditions"]>;

/** The levels of a pack, whose conditions name criteria and levels that it has. */
export function resolveLevels(
  written: readonly (WrittenLevel | undefined)[] | undefined,
  criteria: ReadonlyMap<Id, Criterion>,
  reading: Reading,
): readonly Level[] {
  const entries = present(written);
  const named = entries.map(([, { id = "", label = labelFrom(id) }]) => ({ id, label }));
  const known = thingsById(named);
  const levels = entries.map(([index, level], place) => {
    const here = inside(reading, "levels", index);
    const conditions = resolveConditions(level.conditions ?? {}, criteria, known, inside(here, "conditions"));
    const { meaning, why, decidedBy, writeDown } = level;
    const advised = level.advised?.held;
    reportUnknownLevel(advised, "held", known, inside(here, "advised"));
    return {
      ...named[place],
      ...(meaning !== undefined && { meaning }),
      conditions,
      ...(advised !== undefined && { advised: { held: advised } }),
      ...(why !== undefined && { why }),
      ...(decidedBy !== undefined && { decidedBy }),
      ...(writeDown !== undefined && { writeDown }),
    };
  });
  const last = levels.at(-1);
  const lastEntry = entries.at(-1);
  if (last !== undefined && lastEntry !== undefined && hasConditions(last.conditions)) {
    const place = () => placeOf(inside(reading, "levels", lastEntry[0]), "conditions", "key");
    reading.problems.error(() => lastLevelHasConditions(place(), last.label));
  }
  return levels;
}

function resolveConditions(
  written: WrittenConditions,
  criteria: ReadonlyMap<Id, Criterion>,
  levels: ReadonlyMap<Id, Named>,
  reading: Reading,
): Conditions {
  const { score, coverage, held } = written;
  const answers = byCriterion(written.answers, criteria, inside(reading, "answers"));
  for (const [id, answer] of Object.entries(answers)) {
    const criterion = criteria.get(id);
    if (criterion === undefined || isOnScale(answer, criterion.scale)) continue;
    const { label, scale } = criterion;
    reading.problems.error(() => offTheScale(placeOf(inside(reading, "answers"), id), answer, label, scale));
  }
  reportUnknownLevel(held, "held", levels, reading);
  return {
    ...(score !== undefined && { score }),
    ...(coverage !== undefined && { coverage }),
    answers,
    ...(held !== undefined && { held }),
    basis: byCriterion(written.basis, criteria, inside(reading, "basis")),
  };
}

function hasConditions({ score, coverage, answers, held, basis }: Conditions): boolean {
  const named = Object.keys(answers).length + Object.keys(basis).length;
  return score !== undefined || coverage !== undefined || held !== undefined || named > 0;
}
