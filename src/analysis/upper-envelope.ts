import { atLeast } from "../engine/thresholds.ts";

/** A score that runs straight from `start`, at 0, to `end`, at 1. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines that are highest from one place to another, by their positions; a single place where `from` is `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly number[];
}

/**
 * Which of several lines is highest, from 0 to 1: the stretches in order, each with every line that is within 1e-9 of the
 * highest all along it. Two stretches that meet share that place. Where a line is highest at a single place and in neither
 * stretch beside it, that place is a stretch of its own. Crossings within 1e-9 of each other count as one.
 *
 * Cost: lines × stretches.
 *
 * Source: the kinetic walk along an upper envelope, Sharir and Agarwal (1995).
 *
 * @example
 * const up = { start: 0, end: 100 };
 * const down = { start: 100, end: 0 };
 * upperEnvelope([up, down]) // → [{"from":0,"to":0.5,"lines":[1]},{"from":0.5,"to":1,"lines":[0]}]
 * upperEnvelope([up, down, { start: 50, end: 50 }])[1] // → {"from":0.5,"to":0.5,"lines":[0,1,2]}
 */
export function upperEnvelope(lines: readonly Line[]): readonly Stretch[] {
  if (lines.length === 0) return [];
  const atStart = highestAt(lines, 0).start;
  let highest = steepest(lines.filter(({ start }) => atLeast(start, atStart)));
  let from = 0;
  const stretches: Stretch[] = [];
  for (;;) {
    const overtaking = nextToOvertake(lines, highest);
    const to = overtaking === undefined ? 1 : Math.max(from, overtaking.at);
    if (to > from) append(stretches, { from, to, lines: levelAlong(lines, highest, from, to) });
    if (overtaking === undefined) return withSinglePlaces(stretches, lines);
    highest = overtaking.line;
    from = to;
  }
}

/** The first to rise above a line; of several at one place the one that is highest from there on. */
function nextToOvertake(
  lines: readonly Line[],
  highest: Line,
): { readonly line: Line; readonly at: number } | undefined {
  const overtaking = lines
    .filter((line) => !atLeast(highest.end, line.end))
    .map((line) => ({ line, at: crossing(highest, line) }));
  if (overtaking.length === 0) return undefined;
  const first = overtaking.reduce((earliest, { at }) => Math.min(earliest, at), 1);
  const line = steepest(overtaking.filter(({ at }) => atLeast(first, at)).map((each) => each.line));
  return { line, at: crossing(highest, line) };
}

/** Where two lines meet, of which the second is below at the start and above at the end. */
function crossing(above: Line, below: Line): number {
  const behind = above.start - below.start;
  return behind / (behind + (below.end - above.end));
}

function steepest(lines: readonly Line[]): Line {
  return lines.reduce((best, line) => (line.end > best.end ? line : best));
}

function highestAt(lines: readonly Line[], place: number): Line {
  return lines.reduce((best, line) => (heightAt(line, place) > heightAt(best, place) ? line : best));
}

function heightAt({ start, end }: Line, place: number): number {
  return start * (1 - place) + end * place;
}

/** Straight lines that are level at both ends of a stretch are level all along it. */
function levelAlong(lines: readonly Line[], highest: Line, from: number, to: number): readonly number[] {
  const isLevel = (line: Line, place: number) => atLeast(heightAt(line, place), heightAt(highest, place));
  return [...lines.keys()].filter((position) => isLevel(lines[position], from) && isLevel(lines[position], to));
}

function append(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.length - 1;
  if (last >= 0 && sameLines(stretches[last].lines, stretch.lines)) {
    stretches[last] = { ...stretches[last], to: stretch.to };
  } else {
    stretches.push(stretch);
  }
}

function sameLines(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((line, place) => line === other[place]);
}

function withSinglePlaces(stretches: readonly Stretch[], lines: readonly Line[]): readonly Stretch[] {
  const singlePlace = (at: number, ...beside: readonly Stretch[]): readonly Stretch[] => {
    const level = levelAlong(lines, highestAt(lines, at), at, at);
    const isNew = level.some((line) => !beside.some((stretch) => stretch.lines.includes(line)));
    return isNew ? [{ from: at, to: at, lines: level }] : [];
  };
  return [
    ...singlePlace(0, stretches[0]),
    ...stretches.flatMap((stretch, place) => [
      stretch,
      ...singlePlace(stretch.to, stretch, ...stretches.slice(place + 1, place + 2)),
    ]),
  ];
}
