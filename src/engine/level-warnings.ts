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
  return standings.flatMap(({ candidate, level: id }) => {
    const level = decision.pack.levels.find((each) => each.id === id);
    if (level === undefined) return [];
    return [...notAdvised(decision, candidate, level), ...notReady(decision, candidate, level)];
  });
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
