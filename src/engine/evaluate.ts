import { type MergedBallots, mergeBallots } from "./ballots.ts";
import { isCloseCall } from "./close-call.ts";
import { contributions } from "./contributions.ts";
import type { Decision, Id } from "./decision.ts";
import type { Evaluation, KnockedOut, Lead, Ranked, Standing } from "./evaluation.ts";
import { levelWarnings } from "./level-warnings.ts";
import { type SupportedLevel, supportedLevel } from "./levels.ts";
import { buildMatrix, type Matrix } from "./matrix.ts";
import { type MinimumCheck, minimumCheck } from "./minimums.ts";
import { listOrder, rankOrder } from "./ranks.ts";
import { type Scores, scores } from "./scores.ts";
import { atLeast } from "./thresholds.ts";
import { weighCriteria } from "./weights.ts";

/**
 * What the answers of a decision come to: every candidate either ranked, or too little known (coverage below the pack's
 * floor: scored and shown apart), or knocked out (an answer beyond a minimum, however little else is known). Scores run
 * from 0 to 100 plus priority points, unrounded. Depends on the decision alone: no clock, no chance, no language, and
 * not on the order in which candidates are listed.
 *
 * Throws a RangeError where the decision cannot be weighed or measured: no importance above 0, an answer off its scale.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1, words: [], rules: [] };
 * const about = { question: "?", direction: "higher-is-better", scale, anchors: [], probes: [], evidence: [] };
 * const fit = { ...about, id: "fit", label: "Fit", importance: 3 };
 * const time = { ...about, id: "time", label: "Time", importance: 1 };
 * const rules = { unknown: "neutral", coverageFloor: 0.6, reasons: [], levels: [], readiness: [] };
 * const pack = { ...rules, id: "two-questions", title: "Two questions", scale, criteria: [fit, time] };
 * const answers = { zoo: { fit: { kind: "score", score: 5 }, time: { kind: "unknown" } } };
 * const candidates = [{ id: "zoo", name: "Zoo" }];
 * const decision = { reasons: [], readiness: {}, importance: {}, pack, candidates, ballots: [{ answers }] };
 * evaluate(decision).ranking.map(({ rank, score, low, high }) => [rank, score, low, high]) // → [[1, 87.5, 75, 100]]
 * evaluate(decision).lead // → {"leaders":["zoo"],"margin":null,"closeCall":false}
 */
export function evaluate(decision: Decision): Evaluation {
  const { pack, candidates } = decision;
  const criteria = weighCriteria(decision);
  const merged = mergeBallots(decision);
  const matrix = buildMatrix(decision, merged.answers);
  const points = scores(matrix);
  const minimums = checkMinimums(decision, merged);
  const { ranked, tooLittleKnown, knockedOut } = sortOut(decision, points, minimums);
  const place = placeCandidates({ decision, merged, matrix, points, minimums });

  const order = rankOrder(candidates, points.score, points.low, ranked);
  const ranking = Array.from(order.listed, (candidate, at): Ranked => ({ ...place(candidate), rank: order.ranks[at] }));
  return {
    criteria,
    ranking,
    tooLittleKnown: Array.from(listOrder(candidates, points.score, tooLittleKnown), (candidate) => place(candidate)),
    knockedOut: Array.from(
      listOrder(candidates, points.score, knockedOut),
      (candidate): KnockedOut => ({ ...place(candidate), reasons: minimums[candidate].knockOuts }),
    ),
    lead: { ...leadOf(ranking), closeCall: isCloseCall(ranking, pack.criteria, matrix.weights) },
    // What is too little known gets no advice yet, so there is nothing to warn of.
    warnings: [...merged.warnings, ...levelWarnings(decision, ranking)],
  };
}

function checkMinimums({ pack }: Decision, { answers, unanswered }: MergedBallots): readonly MinimumCheck[] {
  const check = minimumCheck(pack.criteria);
  const nothingKnown = check(unanswered);
  return answers.map((row) => (row === unanswered ? nothingKnown : check(row)));
}

function sortOut({ pack, candidates }: Decision, { coverage }: Scores, minimums: readonly MinimumCheck[]) {
  const ranked: number[] = [];
  const tooLittleKnown: number[] = [];
  const knockedOut: number[] = [];
  for (const candidate of candidates.keys()) {
    if (minimums[candidate].knockOuts.length > 0) knockedOut.push(candidate);
    else if (atLeast(coverage[candidate], pack.coverageFloor)) ranked.push(candidate);
    else tooLittleKnown.push(candidate);
  }
  return { ranked, tooLittleKnown, knockedOut };
}

interface Findings {
  readonly decision: Decision;
  readonly merged: MergedBallots;
  readonly matrix: Matrix;
  readonly points: Scores;
  readonly minimums: readonly MinimumCheck[];
}

/** The standing of the candidate at a position in the decision. */
function placeCandidates({ decision, merged, matrix, points, minimums }: Findings): (candidate: number) => Standing {
  const contributionsOf = contributions(matrix, merged);
  const levelOf = supportedLevel(decision.pack);
  const nothingKnown = new Map<Id | undefined, SupportedLevel>();
  return (position) => {
    const candidate = decision.candidates[position];
    const { knockOuts, provisional } = minimums[position];
    const answers = contributionsOf(position);
    const facts = { candidate, base: points.base[position], coverage: points.coverage[position], answers };
    let supported: SupportedLevel | undefined;
    if (knockOuts.length > 0) {
      supported = NO_LEVEL;
    } else if (merged.answers[position] !== merged.unanswered) {
      supported = levelOf(facts);
    } else {
      supported = nothingKnown.get(candidate.held) ?? levelOf(facts);
      nothingKnown.set(candidate.held, supported);
    }
    const { level, blocked } = supported;
    const standing = {
      candidate,
      score: points.score[position],
      base: facts.base,
      priority: matrix.priorities[position],
      low: points.low[position],
      high: points.high[position],
      coverage: facts.coverage,
      provisional,
      blocked,
      answers,
    };
    return level === undefined ? standing : { ...standing, level };
  };
}

const NO_LEVEL: SupportedLevel = { blocked: [] };

function leadOf(ranking: readonly Ranked[]): Omit<Lead, "closeCall"> {
  const leaders = ranking.filter(({ rank }) => rank === 1).map(({ candidate }) => candidate.id);
  if (ranking.length < 2) return { leaders, margin: null };
  return { leaders, margin: leaders.length > 1 ? 0 : ranking[0].score - ranking[1].score };
}
