import type { Id, Kind, Pack, Priority, ReadinessStatement, Reason, ScoringRule } from "../engine/decision.ts";
import type { Draft, WrittenCriteria } from "./check.ts";
import { byCriterion, inside, present, type Reading, reportUnknownLevel, thingsById } from "./pack-reading.ts";
import { labelFrom } from "./phrases.ts";
import { type Checked, checked, type Problems } from "./problems.ts";
import { type Named, unknownKind } from "./problems-in-decisions.ts";
import { repeatedId, repeatedKind } from "./problems-in-packs.ts";
import { resolveAnchors, resolveCriterion, resolveScale } from "./resolve-criterion.ts";
import { resolveLevels } from "./resolve-levels.ts";
import type { Tree } from "./tree.ts";

/**
 * A written pack with its defaults filled in, or everything in it that contradicts itself. One that extends another has been
 * grafted onto it before.
 */
export function resolveCriteria(written: Draft<WrittenCriteria>, tree: Tree): Checked<Pack> {
  return checked((problems) => packFrom(written, tree, problems));
}

const DEFAULT_SCALE = { min: 1, max: 5 } as const;

/** As `resolveCriteria`, for a road on which other steps find more. */
export function packFrom(written: Draft<WrittenCriteria>, tree: Tree, problems: Problems): Pack {
  const reading: Reading = { tree, problems, path: [] };
  const scale = resolveScale(written.scale ?? {}, DEFAULT_SCALE, inside(reading, "scale"));
  const criteria = present(written.criteria).map(([index, criterion]) =>
    resolveCriterion(criterion, scale, inside(reading, "criteria", index)),
  );
  const criteriaById = thingsById(criteria);
  const levels = resolveLevels(written.levels, criteriaById, reading);
  const levelsById = thingsById(levels);
  const reasons = present(written.reasons).map(([index, reason]) =>
    resolveReason(reason, criteriaById, inside(reading, "reasons", index)),
  );
  const kinds = written.kinds === undefined ? undefined : present(written.kinds).map(([, kind]) => resolveKind(kind));
  const priority =
    written.priority === undefined ? undefined : resolvePriority(written.priority, kinds, inside(reading, "priority"));
  const readiness = present(written.readiness).map(([index, statement]) =>
    resolveStatement(statement, levelsById, inside(reading, "readiness", index)),
  );
  for (const list of ["criteria", "reasons", "kinds", "levels", "readiness"] as const)
    reportRepeatedIds(written[list], list, reading);
  const { id = "", title = id, version, source, unknown = "neutral", coverageFloor = 0 } = written;
  return {
    id,
    title,
    ...(version !== undefined && { version }),
    ...(source !== undefined && { source }),
    scale: {
      ...scale,
      words: resolveAnchors(written.scale?.words, "this pack", scale, inside(reading, "scale", "words")),
      rules: present(written.scale?.rules).map(([, rule]) => resolveRule(rule)),
    },
    unknown,
    coverageFloor,
    criteria,
    reasons,
    ...(kinds !== undefined && { kinds }),
    ...(priority !== undefined && { priority }),
    levels,
    readiness,
  };
}

type Written<List extends "reasons" | "kinds" | "readiness"> = NonNullable<
  NonNullable<Draft<WrittenCriteria>[List]>[number]
>;

function resolveReason(written: Written<"reasons">, criteria: ReadonlyMap<Id, Named>, reading: Reading): Reason {
  const { id = "", label = labelFrom(id), why } = written;
  return {
    id,
    label,
    emphasis: byCriterion(written.emphasis, criteria, inside(reading, "emphasis")),
    ...(why !== undefined && { why }),
    readings: byCriterion(written.readings, criteria, inside(reading, "readings")),
  };
}

type WrittenRule = NonNullable<NonNullable<NonNullable<Draft<WrittenCriteria>["scale"]>["rules"]>[number]>;

function resolveRule(written: WrittenRule): ScoringRule {
  if (typeof written === "string") return { rule: written, comparing: false };
  const { rule = "", comparing = false } = written;
  return { rule, comparing };
}

function resolveKind(written: Written<"kinds">): Kind {
  if (typeof written === "string") return { id: written, label: labelFrom(written) };
  const { id = "", label = labelFrom(id) } = written;
  return { id, label };
}

function resolvePriority(
  written: NonNullable<Draft<WrittenCriteria>["priority"]>,
  kinds: readonly Kind[] | undefined,
  reading: Reading,
): Priority {
  const { points = 0, why } = written;
  const known = kinds === undefined ? undefined : new Set(kinds.map(({ id }) => id));
  const chosen = new Set<Id>();
  for (const [index, kind] of present(written.kinds)) {
    const place = () => reading.tree.placeOf([...reading.path, "kinds", index], "value");
    if (known?.has(kind) === false) reading.problems.error(() => unknownKind(place(), kind, kinds ?? []));
    else if (chosen.has(kind)) reading.problems.error(() => repeatedKind(place(), kind));
    else chosen.add(kind);
  }
  return { kinds: [...chosen], points, ...(why !== undefined && { why }) };
}

function resolveStatement(
  written: Written<"readiness">,
  levels: ReadonlyMap<Id, Named>,
  reading: Reading,
): ReadinessStatement {
  const { id = "", statement = labelFrom(id), whenNo } = written;
  reportUnknownLevel(whenNo, "whenNo", levels, reading);
  const { ask, yes, partly, no, remedy } = written;
  return {
    id,
    statement,
    ...(ask !== undefined && { ask }),
    ...(yes !== undefined && { yes }),
    ...(partly !== undefined && { partly }),
    ...(no !== undefined && { no }),
    ...(remedy !== undefined && { remedy }),
    ...(whenNo !== undefined && { whenNo }),
  };
}

const THINGS = {
  criteria: "criteria",
  reasons: "reasons",
  kinds: "kinds",
  levels: "levels",
  readiness: "readiness statements",
} as const;

function reportRepeatedIds(
  written: readonly (string | { readonly id?: string } | undefined)[] | undefined,
  list: keyof typeof THINGS,
  { tree, problems }: Reading,
): void {
  const seen = new Set<Id>();
  for (const [index, thing] of present(written)) {
    const id = typeof thing === "string" ? thing : thing.id;
    if (id === undefined) continue;
    const path = typeof thing === "string" ? [list, index] : [list, index, "id"];
    if (seen.has(id)) problems.error(() => repeatedId(tree.placeOf(path, "value"), THINGS[list], id));
    seen.add(id);
  }
}
