import { type AnswerRows, answerRows } from "./ballots.ts";
import type { Answer, Decision } from "./decision.ts";
import type { Warning } from "./evaluation.ts";
import { reachedLevel } from "./levels.ts";
import { buildMatrix } from "./matrix.ts";
import { type MinimumCheck, minimumCheck } from "./minimums.ts";
import { type Scores, scores } from "./scores.ts";
import { atLeast } from "./thresholds.ts";

/** What a ranking needs to know of each candidate, by its position in the decision: a few numbers each, in columns. */
export interface Findings {
  readonly points: Scores;
  /** Priority points. */
  readonly priorities: Float64Array;
  /** Positions in the decision, each in one of the three. */
  readonly ranked: readonly number[];
  readonly tooLittleKnown: readonly number[];
  readonly knockedOut: readonly number[];
  /** 1 where an open answer may still break a minimum. */
  readonly provisional: Uint8Array;
  /** Positions in the pack's levels; their number where there is none. */
  readonly levels: Uint32Array;
  /** About answers, by candidate. */
  readonly warnings: readonly Warning[];
}

/**
 * Goes through the candidates of a decision, a few thousand at a time: only so many rows of answers and tables of values
 * are in memory at once. Throws as `buildMatrix` does.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const fit = { id: "fit", label: "Fit", importance: 1, scale, direction: "higher-is-better", minimum: 2 };
 * const pack = { criteria: [fit], reasons: [], levels: [], unknown: "neutral", coverageFloor: 0.6 };
 * const candidates = [{ id: "a", name: "A" }, { id: "b", name: "B" }, { id: "c", name: "C" }];
 * const answers = { a: { fit: { kind: "score", score: 4 } }, c: { fit: { kind: "score", score: 1 } } };
 * const found = findings({ pack, candidates, reasons: [], importance: {}, ballots: [{ answers }] });
 * found.points.score // → [75, 50, 0]
 * [found.ranked, found.tooLittleKnown, found.knockedOut] // → [[0], [1], [2]]
 */
export function findings(decision: Decision, rows: AnswerRows = answerRows(decision)): Findings {
  const { pack, candidates } = decision;
  const columns = emptyColumns(candidates.length);
  const { points, priorities, provisional, levels } = columns;
  const lists: Record<Outcome, number[]> = { ranked: [], tooLittleKnown: [], knockedOut: [] };
  const warnings: Warning[] = [];
  const check = checkOnce(minimumCheck(pack.criteria), rows.unanswered);
  const levelOf = reachedLevel(pack);
  let isOpen = false;

  // Nobody at all is one block too: what is wrong with the pack is found all the same.
  for (let start = 0; start === 0 || start < candidates.length; start += TOGETHER) {
    const together = candidates.slice(start, start + TOGETHER);
    const answers = together.map((_, place) => rows.rowAt(start + place, warnings));
    const matrix = buildMatrix({ ...decision, candidates: together }, answers);
    const some = scores(matrix);
    for (const key of SCORE_KEYS) points[key].set(some[key], start);
    priorities.set(matrix.priorities, start);
    if (matrix.lows !== matrix.values) isOpen = true;

    for (let place = 0, position = start; place < together.length; place++, position++) {
      const { knockOuts, provisional: atStake } = check(answers[place]);
      const coverage = some.coverage[place];
      const outcome = outcomeOf(knockOuts.length > 0, coverage, pack.coverageFloor);
      lists[outcome].push(position);
      if (atStake.length > 0) provisional[position] = 1;
      levels[position] =
        outcome === "knockedOut"
          ? pack.levels.length
          : levelOf({ candidate: together[place], base: some.base[place], coverage, answers: answers[place] });
    }
  }
  // One column for both spares the ranking a look at the other.
  return { ...columns, ...lists, points: isOpen ? points : { ...points, low: points.score }, warnings };
}

/** Enough to be quick, few enough for a small table. */
const TOGETHER = 4096;

const SCORE_KEYS = ["base", "score", "low", "high", "coverage"] as const;

function emptyColumns(count: number) {
  const points: Scores = {
    base: new Float64Array(count),
    score: new Float64Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
    coverage: new Float64Array(count),
  };
  const priorities = new Float64Array(count);
  return { points, priorities, provisional: new Uint8Array(count), levels: new Uint32Array(count) };
}

type Outcome = "ranked" | "tooLittleKnown" | "knockedOut";

/** A candidate that is knocked out is so however little else is known. */
function outcomeOf(isOut: boolean, coverage: number, floor: number): Outcome {
  if (isOut) return "knockedOut";
  return atLeast(coverage, floor) ? "ranked" : "tooLittleKnown";
}

/** Those about whom nothing was written share what is found. */
function checkOnce(
  check: (answers: readonly Answer[]) => MinimumCheck,
  unanswered: readonly Answer[],
): (answers: readonly Answer[]) => MinimumCheck {
  const nothingKnown = check(unanswered);
  return (answers) => (answers === unanswered ? nothingKnown : check(answers));
}
