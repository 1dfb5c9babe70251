import {
  type Answer,
  BASES,
  type Ballot,
  type Basis,
  type Criterion,
  type Decision,
  entryOf,
  type Id,
} from "./decision.ts";
import type { Warning } from "./evaluation.ts";
import { bestEnd, isAnswered, isBeyond } from "./values.ts";

/** One answer a question, whoever gave it, and what came to light on the way. */
export interface MergedBallots {
  /** By candidate in the order of the decision, then by criterion in pack order. */
  readonly answers: readonly (readonly Answer[])[];
  /** The row of every candidate about whom nobody wrote anything: one and the same, however many they are. */
  readonly unanswered: readonly Answer[];
  /** By candidate, then criterion, then rater. */
  readonly warnings: readonly Warning[];
}

/**
 * The raters' ballots as one answer a question. One ballot is taken as it is; several are merged question by question.
 * A range over the whole scale says nothing and is unknown, with a warning for the rater who gave it. Where there are
 * several raters, one whose own answer is beyond the minimum is named, whatever the others say.
 *
 * @example
 * const fit = { id: "fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better", minimum: 2 };
 * const decision = { pack: { criteria: [fit] }, candidates: [{ id: "a", name: "A" }], ballots: [] };
 * const ballot = (rater, answer) => ({ rater, answers: { a: { fit: answer } } });
 * const ballots = [ballot("Ann", { kind: "score", score: 5 }), ballot("Bo", { kind: "score", score: 1 })];
 * mergeBallots({ ...decision, ballots }).answers // → [[{"kind":"score","score":3}]]
 * mergeBallots({ ...decision, ballots }).warnings.map((warning) => warning.rater) // → ["Bo"]
 * mergeBallots({ ...decision, ballots: [ballot("Ann", { kind: "abstain" })] }).answers // → [[{"kind":"abstain"}]]
 */
export function mergeBallots(decision: Decision): MergedBallots {
  const { rowAt, unanswered } = answerRows(decision);
  const warnings: Warning[] = [];
  const answers = decision.candidates.map((_, position) => rowAt(position, warnings));
  return { answers, unanswered, warnings };
}

/** Where the merged answers about one candidate come from, when they are wanted. */
export interface AnswerRows {
  /** As in `MergedBallots`: the row of every candidate about whom nobody wrote anything. */
  readonly unanswered: readonly Answer[];
  /** By position in the decision: the answers in pack order. What comes to light is added to the warnings. */
  rowAt(position: number, warnings?: Warning[]): readonly Answer[];
}

/**
 * As `mergeBallots`, one candidate at a time: of a million candidates not all rows need to be in memory at once.
 *
 * @example
 * const fit = { id: "fit", scale: { min: 1, max: 5, step: 1 }, direction: "higher-is-better" };
 * const ballots = [{ answers: { a: { fit: { kind: "score", score: 4 } } } }];
 * const rows = answerRows({ pack: { criteria: [fit] }, candidates: [{ id: "a" }, { id: "b" }], ballots });
 * rows.rowAt(0) // → [{"kind":"score","score":4}]
 * rows.rowAt(1) // → [{"kind":"unknown"}]
 */
export function answerRows({
  pack,
  candidates,
  ballots,
}: Pick<Decision, "pack" | "candidates" | "ballots">): AnswerRows {
  const unanswered = pack.criteria.map(() => NOTHING_WRITTEN);
  // Each is looked for by its id once.
  const written = ballots.map((ballot) => candidates.map(({ id }) => entryOf(ballot.answers, id) ?? NO_ANSWERS));
  return {
    unanswered,
    rowAt(position, warnings = []) {
      const rows = written.map((ballot) => ballot[position]);
      if (rows.every(isEmpty)) return unanswered;
      const { id } = candidates[position];
      if (rows.length === 1)
        return pack.criteria.map((criterion) => understood(rows[0], criterion, id, undefined, warnings));
      return pack.criteria.map((criterion) =>
        mergeAnswers(rows.map((row, rater) => understood(row, criterion, id, raterNamed(ballots, rater), warnings))),
      );
    },
  };
}

function isEmpty(row: Readonly<Record<Id, Answer>>): boolean {
  for (const id in row) if (Object.hasOwn(row, id)) return false;
  return true;
}

/**
 * One answer out of several raters': the mean of their scores; where any gave a range, the mean of the lows and of the
 * highs (a score is both its ends). `unknown` and `abstain` are left out, and unknown is what remains without the rest.
 * The basis is the best that a rater who answered states; notes and evidence stay with each rater's ballot.
 *
 * @example
 * mergeAnswers([{ kind: "score", score: 5 }, { kind: "score", score: 2 }]) // → {"kind":"score","score":3.5}
 * mergeAnswers([{ kind: "unknown" }, { kind: "range", low: 2, high: 4 }]) // → {"kind":"range","low":2,"high":4}
 * mergeAnswers([{ kind: "score", score: 5 }, { kind: "range", low: 2, high: 4 }]) // → {"kind":"range","low":3.5,"high":4.5}
 * mergeAnswers([{ kind: "abstain" }, { kind: "unknown" }]) // → {"kind":"unknown"}
 */
export function mergeAnswers(answers: readonly Answer[]): Answer {
  const lows: number[] = [];
  const highs: number[] = [];
  for (const answer of answers) {
    if (answer.kind === "score") {
      lows.push(answer.score);
      highs.push(answer.score);
    } else if (answer.kind === "range") {
      lows.push(answer.low);
      highs.push(answer.high);
    }
  }
  if (lows.length === 0) return NOTHING_WRITTEN;
  const basis = bestBasis(answers);
  const ground = basis === undefined ? {} : { basis };
  return answers.some((answer) => answer.kind === "range")
    ? { kind: "range", low: mean(lows), high: mean(highs), ...ground }
    : { kind: "score", score: mean(lows), ...ground };
}

const NOTHING_WRITTEN: Answer = { kind: "unknown" };

const NO_ANSWERS: Readonly<Record<Id, Answer>> = {};

/**
 * Who gave a ballot: by name, or else by number.
 *
 * @example
 * raterNamed([{ rater: "Ann" }, {}], 0) // → "Ann"
 * raterNamed([{ rater: "Ann" }, {}], 1) // → "2"
 */
export function raterNamed(ballots: readonly Pick<Ballot, "rater">[], rater: number): string {
  return ballots[rater].rater ?? String(rater + 1);
}

/** What one rater's answer means, and a warning where it says nothing or goes beyond the minimum alone. */
function understood(
  row: Readonly<Record<Id, Answer>>,
  criterion: Criterion,
  candidate: Id,
  rater: string | undefined,
  warnings: Warning[],
): Answer {
  const answer = entryOf(row, criterion.id) ?? NOTHING_WRITTEN;
  if (!isAnswered(answer)) return answer;
  const { id, scale, direction, minimum } = criterion;
  if (answer.kind === "range" && answer.low <= scale.min && answer.high >= scale.max) {
    const named = rater === undefined ? {} : { rater };
    warnings.push({ code: "range-says-nothing", candidate, criterion: id, ...named });
    const { kind: _kind, low: _low, high: _high, ...ground } = answer;
    return { kind: "unknown", ...ground };
  }
  if (rater !== undefined && minimum !== undefined) {
    const best = bestEnd(criterion, answer);
    if (isBeyond(direction, best, minimum)) {
      warnings.push({ code: "rater-beyond-minimum", candidate, criterion: id, rater, answer: best, minimum });
    }
  }
  return answer;
}

function bestBasis(answers: readonly Answer[]): Basis | undefined {
  return BASES.find((basis) => answers.some((answer) => isAnswered(answer) && answer.basis === basis));
}

/** Held between the smallest and the largest, so that rounding never carries a mean off the scale. */
function mean(numbers: readonly number[]): number {
  const average = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.min(Math.max(average, Math.min(...numbers)), Math.max(...numbers));
}
