import { TOLERANCE } from "../engine/thresholds.ts";
import type { Contender } from "./contenders.ts";
import type { UniformNumbers } from "./random.ts";
import { cellOf, NO_CELL, type ScoreTable } from "./score-table.ts";

/** The open answers of all contenders, one after the other, and room to draw them again and again. */
export interface DrawnAnswers {
  readonly uniform: UniformNumbers;
  readonly drawn: Float64Array;
  readonly worst: Float64Array;
  readonly span: Float64Array;
  /** The cell of the table that each answer moves, if any, and the points there. */
  readonly cells: Int32Array;
  readonly points: Float64Array;
  /** Answers with a minimum at stake: where they stand, whose they are, and the least that keeps the candidate in. */
  readonly guarded: Int32Array;
  readonly rows: Int32Array;
  readonly acceptable: Float64Array;
  /** By row: 1 where the last draw put it out. */
  readonly out: Uint8Array;
}

/** The open answers of these contenders, drawn into their table. */
export function drawnAnswers(
  contenders: readonly Pick<Contender, "open">[],
  table: ScoreTable,
  uniform: UniformNumbers,
): DrawnAnswers {
  const open = contenders.flatMap((contender, row) => contender.open.map((answer) => ({ ...answer, row })));
  const guarded = [...open.keys()].filter((place) => open[place].acceptable > open[place].worst);
  return {
    uniform,
    drawn: new Float64Array(open.length),
    worst: Float64Array.from(open, ({ worst }) => worst),
    span: Float64Array.from(open, ({ worst, best }) => best - worst),
    cells: Int32Array.from(open, ({ place, row }) => (place === undefined ? NO_CELL : cellOf(table, row, place))),
    points: table.points,
    guarded: Int32Array.from(guarded),
    rows: Int32Array.from(guarded, (place) => open[place].row),
    acceptable: Float64Array.from(guarded, (place) => open[place].acceptable),
    out: new Uint8Array(contenders.length),
  };
}

/**
 * Draws each open answer again, uniform in value between its worst and its best: an answer below a minimum that is at stake
 * puts the candidate out.
 */
export function drawAnswers(answers: DrawnAnswers): void {
  const { uniform, drawn, guarded, rows, acceptable, out } = answers;
  if (drawn.length === 0) return;
  uniform(drawn, drawn.length);
  writePoints(answers);
  if (guarded.length === 0) return;
  out.fill(0);
  for (let place = 0; place < guarded.length; place++) {
    if (acceptable[place] - drawn[guarded[place]] > TOLERANCE) out[rows[place]] = 1;
  }
}

function writePoints({ drawn, worst, span, cells, points }: DrawnAnswers): void {
  for (let place = 0; place < drawn.length; place++) {
    const value = worst[place] + span[place] * drawn[place];
    drawn[place] = value;
    if (cells[place] !== NO_CELL) points[cells[place]] = 100 * value;
  }
}
