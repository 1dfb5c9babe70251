import { answerRows } from "./ballots.ts";
import { isCloseCall } from "./close-call.ts";
import type { Decision } from "./decision.ts";
import type { Evaluation, Lead, Ranked } from "./evaluation.ts";
import { findings } from "./findings.ts";
import { levelWarnings } from "./level-warnings.ts";
import { listOrder, rankOrder } from "./ranks.ts";
import { standings } from "./standings.ts";
import { weighCriteria } from "./weights.ts";

/**
 * What the answers of a decision come to: every candidate either ranked, or too little known (coverage below the pack's
 * floor: scored and shown apart), or knocked out (an answer beyond a minimum, however little else is known). Scores run
 * from 0 to 100 plus priority points, unrounded. Depends on the decision alone: no clock, no chance, no language, and
 * not on the order in which candidates are listed.
 *
 * Of more than 10,000 candidates the standings look their parts up when they are read, as `standings` says.
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
  const weights = criteria.map(({ weight }) => weight);
  const rows = answerRows(decision);
  const found = findings(decision, rows);
  const { score, low } = found.points;
  const standing = standings(decision, weights, found, rows);

  const order = rankOrder(candidates, score, low, found.ranked);
  const ranking = Array.from(order.listed, (position, at) => standing.ranked(position, order.ranks[at]));
  return {
    criteria,
    ranking,
    tooLittleKnown: Array.from(listOrder(candidates, score, found.tooLittleKnown), (position) =>
      standing.tooLittleKnown(position),
    ),
    knockedOut: Array.from(listOrder(candidates, score, found.knockedOut), (position) => standing.knockedOut(position)),
    lead: { ...leadOf(ranking), closeCall: isCloseCall(ranking, pack.criteria, weights) },
    // What is too little known gets no advice yet, so there is nothing to warn of.
    warnings: found.warnings.concat(levelWarnings(decision, ranking)),
  };
}

function leadOf(ranking: readonly Ranked[]): Omit<Lead, "closeCall"> {
  const tied = ranking.findIndex(({ rank }) => rank > 1);
  const leaders = ranking.slice(0, tied === -1 ? ranking.length : tied).map(({ candidate }) => candidate.id);
  if (ranking.length < 2) return { leaders, margin: null };
  return { leaders, margin: leaders.length > 1 ? 0 : ranking[0].score - ranking[1].score };
}
