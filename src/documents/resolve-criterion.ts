import type { Anchor, Criterion, Direction, Scale, ValuePoint } from "../engine/decision.ts";
import { isOnScale, numberFrom } from "./answers.ts";
import type { Draft, WrittenCriteria } from "./check.ts";
import { inside, placeOf, type Reading, textsOf } from "./pack-reading.ts";
import {
  keyIsNoAnswer,
  offTheScale,
  repeatedAnswer,
  scaleBackwards,
  valuesAgainstDirection,
  valuesNotMonotone,
  valuesWithGaps,
} from "./problems-in-packs.ts";

export type WrittenCriterion = NonNullable<NonNullable<Draft<WrittenCriteria>["criteria"]>[number]>;

/** One question with its defaults; what a broken part leaves open is filled with something harmless. */
export function resolveCriterion(written: WrittenCriterion, packScale: Scale, reading: Reading): Criterion {
  const { id = "", label = id, question = "", importance = 1, minimum } = written;
  const own = written.scale;
  const scale = own === undefined ? packScale : resolveScale(own, packScale, inside(reading, "scale"));
  if (minimum !== undefined && !isOnScale(minimum, scale)) {
    reading.problems.error(() => offTheScale(placeOf(reading, "minimum"), minimum, label, scale));
  }
  const anchors = resolveAnchors(written.anchors, label, scale, inside(reading, "anchors"));
  const values = resolveValues(written, label, scale, reading);
  const { heading, group, why, notThis, probes, evidence, trap } = written;
  return {
    id,
    label,
    ...(heading !== undefined && { heading }),
    ...(group !== undefined && { group }),
    question,
    ...(why !== undefined && { why }),
    ...(notThis !== undefined && { notThis }),
    importance,
    ...(minimum !== undefined && { minimum }),
    direction: directionOf(written.direction, values),
    scale: { min: scale.min, max: scale.max, step: scale.step },
    ...(values !== undefined && { values }),
    anchors,
    probes: textsOf(probes),
    evidence: textsOf(evidence),
    ...(trap !== undefined && { trap }),
  };
}

/** A question's own scale takes what it does not say from the pack's, but for the step, which is 1. */
export function resolveScale(
  written: { readonly min?: number; readonly max?: number; readonly step?: number },
  base: Pick<Scale, "min" | "max">,
  { tree, problems, path }: Reading,
): Scale {
  const { min = base.min, max = base.max, step = 1 } = written;
  if (min >= max) {
    problems.error(() => scaleBackwards(tree.placeOf(path, "value"), min, max));
    // No second problem from the same cause: every answer is on this one.
    return { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, step };
  }
  return { min, max, step };
}

/** Sentences or words by answer, from the lowest up. */
export function resolveAnchors(
  written: Readonly<Record<string, string | null>> | undefined,
  label: string,
  scale: Scale,
  reading: Reading,
): readonly Anchor[] {
  return byAnswer(written, label, scale, reading).map(([answer, text]) => ({ answer, text }));
}

/** Keys as numbers on the scale, in rising order; each number once. */
function byAnswer<T>(
  written: Readonly<Record<string, T | null>> | undefined,
  label: string,
  scale: Scale,
  { tree, problems, path }: Reading,
): readonly (readonly [number, T])[] {
  const list = String(path.at(-1));
  const found = new Map<number, T>();
  for (const [key, value] of Object.entries(written ?? {})) {
    const place = () => tree.placeOf([...path, key], "key");
    const answer = numberFrom(key);
    if (answer === undefined) problems.error(() => keyIsNoAnswer(place(), key, list));
    else if (!isOnScale(answer, scale)) problems.error(() => offTheScale(place(), answer, label, scale));
    else if (found.has(answer)) problems.error(() => repeatedAnswer(place(), key, list));
    else if (value !== null) found.set(answer, value);
  }
  return [...found].toSorted(([one], [other]) => one - other);
}

function resolveValues(
  written: WrittenCriterion,
  label: string,
  scale: Scale,
  reading: Reading,
): readonly ValuePoint[] | undefined {
  if (written.values === undefined) return undefined;
  const { problems } = reading;
  const before = problems.errors;
  const points = byAnswer(written.values, label, scale, inside(reading, "values")).map(([answer, value]) => ({
    answer,
    value,
  }));
  // A value that could not be read has been reported, and would look like a gap.
  const unreadable = problems.errors > 0 && Object.values(written.values).includes(null);
  if (problems.errors > before || unreadable || !Number.isFinite(scale.max)) return points;
  const missing = [scale.min, scale.max].filter((end) => !points.some(({ answer }) => answer === end));
  if (missing.length > 0) {
    problems.error(() => valuesWithGaps(placeOf(reading, "values"), label, missing));
  } else if (!isRising(points) && !isFalling(points)) {
    problems.error(() => valuesNotMonotone(placeOf(reading, "values"), label));
  } else if (written.direction !== undefined && (isFalling(points) || written.direction === "lower-is-better")) {
    problems.error(() => valuesAgainstDirection(placeOf(reading, "direction"), label, isFalling(points)));
  }
  return points;
}

function isRising(points: readonly ValuePoint[]): boolean {
  return points.every(({ value }, index) => index === 0 || points[index - 1].value < value);
}

function isFalling(points: readonly ValuePoint[]): boolean {
  return points.every(({ value }, index) => index === 0 || points[index - 1].value > value);
}

function directionOf(written: Direction | undefined, values: readonly ValuePoint[] | undefined): Direction {
  if (values !== undefined && values.length > 1 && isFalling(values)) return "lower-is-better";
  return written ?? "higher-is-better";
}
