import type { WeighedCriterion } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { type Shares, uniformShares } from "./gaps.ts";
import type { RandomSource, UniformNumbers } from "./random.ts";

/** How weightings are drawn: around the weights as they are, any at all, or any that keep the order of importance. */
export const WEIGHT_MODELS = ["around", "any", "ranked"] as const;
export type WeightModel = (typeof WEIGHT_MODELS)[number];

/**
 * Draws weightings of these questions, each of which has weight.
 *
 * - `around`: each weight times a factor of its own, uniform from above 1 − spread to 1 + spread, divided by their sum.
 *   Spread: from 0, nothing moves, to 1.
 * - `any`: uniform over all weightings. The gaps that uniform numbers, sorted, leave between 0 and 1.
 * - `ranked`: uniform over the weightings that keep the questions in their order of importance; equal importance, within
 *   1e-9, stays equal. The gaps of `any`, one a group of equal importance, are each shared equally among all questions of
 *   that group and of the groups before it. (Those equal shares are the corners of the weightings that keep the order.
 *   As every such weighting is a mixture of the corners in one way only, uniform mixtures are uniform weightings.)
 *
 * Source: spacings of uniform numbers, Devroye (1986); SMAA with ordinal criteria, Lahdelma, Miettinen and Salminen (2003).
 *
 * @example
 * const half = { numbers: (into) => into.fill(0.5), integers: (into) => into.fill(2 ** 30) };
 * const criteria = [{ importance: 3, emphasis: 1, weight: 0.75 }, { importance: 1, emphasis: 1, weight: 0.25 }];
 * const drawn = new Float64Array(2);
 * weightings(criteria, { model: "around", spread: 0.5 }, half)(drawn, 2, 1);
 * Array.from(drawn) // → [0.75, 0.25]
 * weightings(criteria, { model: "ranked", spread: 0.5 }, half)(drawn, 2, 1);
 * Array.from(drawn) // → [0.75, 0.25]
 * weightings(criteria, { model: "any", spread: 0.5 }, half)(drawn, 2, 1);
 * Array.from(drawn) // → [0.5, 0.5]
 */
export function weightings(
  criteria: readonly Pick<WeighedCriterion, "importance" | "emphasis" | "weight">[],
  { model, spread }: { readonly model: WeightModel; readonly spread: number },
  uniform: RandomSource,
): Shares {
  if (model === "around")
    return around(
      criteria.map(({ weight }) => weight),
      spread,
      uniform.numbers,
    );
  if (model === "any") return uniformShares(criteria.length, uniform.integers);
  return inOrder(criteria, uniform);
}

function around(weights: readonly number[], spread: number, uniform: UniformNumbers): Shares {
  const width = weights.length;
  const kept = Float64Array.from(weights);
  let drawn = new Float64Array(0);
  return (into, stride, runs) => {
    if (drawn.length < runs * width) drawn = new Float64Array(runs * width);
    uniform(drawn, runs * width);
    for (let run = 0; run < runs; run++) {
      moveEach(kept, spread, drawn, run * width);
      writeShares(drawn, run * width, width, into, run * stride);
    }
  };
}

/** Never to 0, since a uniform number is below 1. */
function moveEach(weights: Float64Array, spread: number, drawn: Float64Array, at: number): void {
  for (let question = 0; question < weights.length; question++) {
    drawn[at + question] = weights[question] * (1 + spread - 2 * spread * drawn[at + question]);
  }
}

function writeShares(points: Float64Array, from: number, width: number, into: Float64Array, at: number): void {
  let sum = 0;
  for (let question = 0; question < width; question++) sum += points[from + question];
  for (let question = 0; question < width; question++) into[at + question] = points[from + question] / sum;
}

function inOrder(
  criteria: readonly Pick<WeighedCriterion, "importance" | "emphasis">[],
  uniform: RandomSource,
): Shares {
  const groups = importanceGroups(criteria);
  const gapsOfGroups = uniformShares(groups.length, uniform.integers);
  let gaps = new Float64Array(0);
  return (into, stride, runs) => {
    if (gaps.length < runs * groups.length) gaps = new Float64Array(runs * groups.length);
    gapsOfGroups(gaps, groups.length, runs);
    for (let run = 0; run < runs; run++)
      mixCorners(groups, criteria.length, gaps, run * groups.length, into, run * stride);
  };
}

/** From the least important group on: its questions have a part of the last gap alone, those before it of more and more. */
function mixCorners(
  groups: readonly (readonly number[])[],
  width: number,
  gaps: Float64Array,
  from: number,
  into: Float64Array,
  at: number,
): void {
  let weight = 0;
  let sharing = width;
  for (let group = groups.length - 1; group >= 0; group--) {
    weight += gaps[from + group] / sharing;
    for (const question of groups[group]) into[at + question] = weight;
    sharing -= groups[group].length;
  }
}

/**
 * The places of questions of equal importance, the most important first: a chain, as with ties.
 *
 * @example
 * importanceGroups([2, 9, 2, 4].map((importance) => ({ importance, emphasis: 1 }))) // → [[1], [3], [0, 2]]
 */
export function importanceGroups(
  criteria: readonly Pick<WeighedCriterion, "importance" | "emphasis">[],
): readonly (readonly number[])[] {
  const points = criteria.map(({ importance, emphasis }) => importance * emphasis);
  const order = [...points.keys()].sort((one, other) => points[other] - points[one]);
  const starts = [...order.keys()].filter(
    (place) => place === 0 || !atLeast(points[order[place]], points[order[place - 1]]),
  );
  return starts.map((start, group) => order.slice(start, starts[group + 1]));
}
