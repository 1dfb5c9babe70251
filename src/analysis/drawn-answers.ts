import { TOLERANCE } from "../engine/thresholds.ts";
import type { Contender } from "./contenders.ts";
import type { UniformNumbers } from "./random.ts";
import { cellOf, type ScoreTable } from "./score-table.ts";

/** The open answers of all contenders as numbers, one after the other. */
export interface DrawnAnswers {
  /** Whether a draw can put anybody out. */
  readonly canBeOut: boolean;
  /** By row: 1 where the last draw put it out. */
  readonly out: Uint8Array;
  /** Draws every open answer again, into the table. */
  readonly draw: () => void;
}

/**
 * Draws open answers, uniform in value between worst and best: an answer below a minimum that is at stake puts the
 * candidate out of that run.
 */
export function drawnAnswers(
  contenders: readonly Pick<Contender, "open">[],
  table: ScoreTable,
  uniform: UniformNumbers,
): DrawnAnswers {
  const open = contenders.flatMap((contender, row) => contender.open.map((answer) => ({ ...answer, row })));
  const guarded = Int32Array.from([...open.keys()].filter((place) => open[place].acceptable > open[place].worst));
  const cells = Int32Array.from(open, ({ place, row }) => (place === undefined ? -1 : cellOf(table, row, place)));
  const worst = Float64Array.from(open, (answer) => answer.worst);
  const span = Float64Array.from(open, (answer) => answer.best - answer.worst);
  const out = new Uint8Array(contenders.length);
  const drawn = new Float64Array(open.length);
  const draw = () => {
    if (drawn.length === 0) return;
    uniform(drawn, drawn.length);
    for (let place = 0; place < drawn.length; place++) drawn[place] = worst[place] + span[place] * drawn[place];
    for (let place = 0; place < drawn.length; place++) {
      if (cells[place] >= 0) table.points[cells[place]] = 100 * drawn[place];
    }
    out.fill(0);
    for (const place of guarded) if (open[place].acceptable - drawn[place] > TOLERANCE) out[open[place].row] = 1;
  };
  return { canBeOut: guarded.length > 0, out, draw };
}
