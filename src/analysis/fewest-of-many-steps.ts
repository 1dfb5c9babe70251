import { fewestFrom, type Ladder } from "./answer-steps.ts";

type Climb = Pick<Ladder, "steps" | "gainAfter" | "bends">;

/**
 * The same as `fewestSteps`, for scales with so many steps that a table of them is no use: a count of visitors, or money.
 * Gives the steps on each ladder, or nothing where no steps are enough, or where the ladders bend upwards in too many ways.
 *
 * Where no step of a ladder gains more than the step before it, the best next step, taken again and again, is exact. Steps
 * that gain alike are taken in one go: between two bends of a ladder all do. A ladder that bends upwards is cut there into
 * pieces that do not, and each piece is tried as the one in which the ladder ends, with all the steps below it taken. Cost:
 * combinations of pieces, 1,000 at most, × bends of all ladders × ladders.
 *
 * Source: marginal allocation is exact for concave returns, Gross (1956), Fox (1966).
 *
 * @example
 * const visitors = { steps: 50000, gainAfter: (steps) => steps / 1000, bends: () => [0, 50000] };
 * const rooms = { steps: 3, gainAfter: (steps) => 5 * steps, bends: () => [0, 3] };
 * fewestOfManySteps([visitors, rooms], [0, 0], (gain) => gain >= 20) // → [5000,3]
 * fewestOfManySteps([visitors, rooms], [0, 0], (gain) => gain > 65) // → undefined
 */
export function fewestOfManySteps(
  ladders: readonly Climb[],
  least: readonly number[],
  isEnough: (gain: number) => boolean,
): readonly number[] | undefined {
  const gainOf = (steps: readonly number[]) =>
    ladders.reduce((gain, ladder, place) => gain + ladder.gainAfter(steps[place]), 0);
  const pieces = ladders.map((ladder, place) => piecesOf(ladder, place, least[place]));
  if (pieces.reduce((product, { length }) => product * length, 1) > MOST_COMBINATIONS) return undefined;
  let best: { readonly steps: readonly number[]; readonly total: number; readonly gain: number } | undefined;
  for (const combination of combinations(pieces)) {
    const steps = bestNextSteps(combination, gainOf, isEnough);
    if (steps === undefined) continue;
    const total = steps.reduce((sum, count) => sum + count, 0);
    const gain = gainOf(steps);
    if (best === undefined || total < best.total || (total === best.total && gain > best.gain))
      best = { steps, total, gain };
  }
  return best?.steps;
}

const MOST_COMBINATIONS = 1000;

/** A part of a ladder on which no step gains more than the step before it. */
interface Piece {
  readonly start: number;
  readonly runs: readonly Run[];
}

/** Steps of one ladder that gain alike, each as much as `slope`. */
interface Run {
  readonly place: number;
  readonly to: number;
  readonly slope: number;
}

function piecesOf({ gainAfter, bends }: Climb, place: number, least: number): readonly Piece[] {
  const pieces: { start: number; runs: Run[] }[] = [{ start: least, runs: [] }];
  let from = least;
  for (const to of bends()) {
    if (to <= from) continue;
    const piece = pieces[pieces.length - 1];
    const before = piece.runs.at(-1)?.slope ?? Number.POSITIVE_INFINITY;
    const slope = (gainAfter(to) - gainAfter(from)) / (to - from);
    if (slope > before + ROUNDING) pieces.push({ start: from, runs: [{ place, to, slope }] });
    // Never steeper than the run before it, so that sorting by slope keeps their order.
    else piece.runs.push({ place, to, slope: Math.min(slope, before) });
    from = to;
  }
  return pieces;
}

/** In points a step: differences of slopes that are only rounding. */
const ROUNDING = 1e-12;

function* combinations([first, ...others]: readonly (readonly Piece[])[]): Generator<readonly Piece[]> {
  if (first === undefined) {
    yield [];
    return;
  }
  for (const rest of combinations(others)) for (const piece of first) yield [piece, ...rest];
}

function bestNextSteps(
  pieces: readonly Piece[],
  gainOf: (steps: readonly number[]) => number,
  isEnough: (gain: number) => boolean,
): readonly number[] | undefined {
  let taken: readonly number[] = pieces.map(({ start }) => start);
  if (isEnough(gainOf(taken))) return taken;
  const steepestFirst = pieces.flatMap(({ runs }) => runs).sort((one, other) => other.slope - one.slope);
  for (const { place, to } of steepestFirst) {
    const before = taken;
    const after = (count: number) => before.with(place, count);
    const count = fewestFrom(before[place] + 1, to, (steps) => isEnough(gainOf(after(steps))));
    if (count !== undefined) return after(count);
    taken = after(to);
  }
  return undefined;
}
