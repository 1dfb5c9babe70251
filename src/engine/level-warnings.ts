import { type Decision, entryOf, type Level } from "./decision.ts";
import type { Standing, Warning } from "./evaluation.ts";
import { isAbove, isHeld } from "./levels.ts";

/**
 * Warnings about levels that standings reach, by standing: a level that is advised only where another is held today
 * (never a block), and a level above what the library is ready for, because it answered no to a readiness statement.
 *
 * @example
 * const levels = [{ id: "engagement", advised: { held: "date" } }, { id: "date" }, { id: "glance" }];
 * const readiness = [{ id: "formal-process", whenNo: "date" }];
 * const decision = { pack: { levels, readiness }, readiness: { "formal-process": "no" } };
 * const reached = [{ candidate: { id: "a", name: "A", held: "glance" }, level: "engagement" }];
 * levelWarnings(decision, reached).map((warning) => warning.code) // → ["level-not-advised", "not-ready"]
 */
export function levelWarnings(
  decision: Decision,
  standings: readonly Pick<Standing, "candidate" | "level">[],
): Warning[] {
  const { levels } = decision.pack;
  const byId = new Map(levels.filter((level) => mayWarn(decision, level)).map((level) => [level.id, level]));
  if (byId.size === 0) return [];
  const warnings: Warning[] = [];
  for (const { candidate, level: id } of standings) {
    const level = id === undefined ? undefined : byId.get(id);
    if (level === undefined) continue;
    warnings.push(...notAdvised(decision, candidate, level), ...notReady(decision, candidate, level));
  }
  return warnings;
}

/** Whether somebody who reaches the level may get a warning: of a million candidates each is looked at only then. */
function mayWarn(decision: Decision, level: Level): boolean {
  const somebody = { id: "", name: "" };
  return notAdvised(decision, somebody, level).length > 0 || notReady(decision, somebody, level).length > 0;
}

function notAdvised({ pack }: Decision, { id, held }: Standing["candidate"], level: Level): Warning[] {
  const needed = level.advised?.held;
  if (needed === undefined || isHeld(pack.levels, held, needed)) return [];
  return [{ code: "level-not-advised", candidate: id, level: level.id, needed, found: held ?? null }];
}

function notReady({ pack, readiness }: Decision, { id }: Standing["candidate"], level: Level): Warning[] {
  return pack.readiness.flatMap(({ id: statement, whenNo: highest }) => {
    if (highest === undefined || entryOf(readiness, statement) !== "no") return [];
    if (!isAbove(pack.levels, level.id, highest)) return [];
    return [{ code: "not-ready", candidate: id, statement, level: level.id, highest }];
  });
}
