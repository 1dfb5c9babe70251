import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import type { AnswerChange } from "./answer-steps.ts";
import { nearestAnswer } from "./nearest-answer.ts";
import { weightedPositions } from "./value-differences.ts";

/** The smallest single changes after which somebody else leads; absent where no such change does it. */
export interface LeadFlip {
  readonly answer?: AnswerChange;
  readonly importance?: ImportanceChange;
}

/** An importance times a factor. */
export interface ImportanceChange {
  readonly criterion: Id;
  readonly factor: number;
}

/**
 * What would change the leader.
 *
 * `answer`: the fewest steps on one scored answer after which the leader is no longer first: one of its own gets worse,
 * until somebody is ahead by more than 1e-9 or a minimum is broken; or one of another's gets better, of a knocked-out
 * candidate too, if that one answer also meets its minimum. With as few steps the leader's own answers come first, then the
 * others as listed, questions in pack order.
 *
 * `importance`: what the importance of one question would have to be multiplied by for a ranked rival to be level, all other
 * importances as they are; any more of the change puts the rival ahead. Of all questions and rivals the factor nearest to 1
 * by ratio, so that twice and half are as near. With a lead of D points, a difference d of the values on a question of
 * weight w (priority included), it is 1 − D / (100 w d).
 *
 * Nothing where nobody leads or several do: a tie has no one lead to lose. Cost: candidates × questions at most; of a
 * candidate too far behind for anything nearer than what has been found, only the score is read.
 *
 * Source: as for {@link answerFlips} and {@link weightStability}, of which these are the nearest ends.
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const criterion = (id) => ({ id, label: id, scale, direction: "higher-is-better" });
 * const decision = { pack: { coverageFloor: 0, criteria: [criterion("fit"), criterion("time")] } };
 * const scored = (score) => ({ answer: { kind: "score", score }, value: (score - 1) / 4, contribution: 12.5 * (score - 1) });
 * const ranked = (id, fit, time) => (
 *   { candidate: { id }, score: 12.5 * (fit + time - 2), priority: 0, coverage: 1, answers: [scored(fit), scored(time)] });
 * const ranking = [ranked("a", 5, 3), ranked("b", 1, 5)];
 * const criteria = [{ id: "fit", weight: 0.5 }, { id: "time", weight: 0.5 }];
 * const flip = leadFlip(decision, { criteria, ranking, knockedOut: [], lead: { leaders: ["a"] } });
 * flip.answer // → {"candidate":"a","criterion":"fit","from":5,"to":2}
 * flip.importance // → {"criterion":"fit","factor":0.5}
 */
export function leadFlip(decision: Decision, evaluation: Evaluation): LeadFlip {
  if (evaluation.lead.leaders.length !== 1) return {};
  const answer = nearestAnswer(decision, evaluation);
  const importance = nearestImportance(evaluation);
  return { ...(answer && { answer }), ...(importance && { importance }) };
}

function nearestImportance(evaluation: Evaluation): ImportanceChange | undefined {
  const { criteria, ranking } = evaluation;
  const [leader] = ranking;
  const positions = weightedPositions(evaluation);
  const weights = positions.map((position) => criteria[position].weight);
  const { answers } = leader;
  const values = positions.map((position) => answers[position].value);
  const nearestAt = nearestPossible(values, weights);
  const differences = new Float64Array(positions.length);
  let least = Number.POSITIVE_INFINITY;
  let nearest: ImportanceChange | undefined;
  for (let place = 1; place < ranking.length; place++) {
    const rival = ranking[place];
    const ahead = leader.score - rival.score;
    const priority = (leader.priority - rival.priority) / 100;
    if (nearestAt(ahead, priority) > least) continue;
    // Looked up once: of very many candidates, answers are made when they are asked for.
    const { answers: others } = rival;
    for (let at = 0; at < positions.length; at++) differences[at] = values[at] - others[positions[at]].value + priority;
    for (let at = 0; at < positions.length; at++) {
      const difference = differences[at];
      // Without the question the rival has to be ahead, or with nothing but the question.
      const isReversed =
        difference > 0 ? !atLeast(ahead, 100 * weights[at] * difference) : !atLeast(100 * difference, 0);
      if (!isReversed) continue;
      const factor = levelAt(at, weights, differences);
      const ratio = Math.max(factor, 1 / factor);
      // As near but for rounding is as near: the first of them stays.
      if (ratio >= least * (1 - ROUNDING)) continue;
      least = ratio;
      nearest = { criterion: criteria[positions[at]].id, factor };
    }
  }
  return nearest;
}

/**
 * 1 − D / (100 w d), as what the other questions come to over what this one does: so a factor of nearly 0 is not what is left
 * of two numbers that are nearly alike.
 */
function levelAt(at: number, weights: readonly number[], differences: ArrayLike<number>): number {
  let others = 0;
  for (let other = 0; other < weights.length; other++) if (other !== at) others += weights[other] * differences[other];
  return -others / (weights[at] * differences[at]);
}

/**
 * No factor is nearer to 1, by ratio, than this for a rival so many points behind: it can be better than the leader on a
 * question by no more than the leader is short of the best, and worse by no more than the leader has.
 */
function nearestPossible(
  values: readonly number[],
  weights: readonly number[],
): (ahead: number, priority: number) => number {
  const widest = (gapOf: (value: number) => number) =>
    100 * values.reduce((most, value, at) => Math.max(most, weights[at] * gapOf(value)), 0);
  let last: { readonly priority: number; readonly above: number; readonly below: number } | undefined;
  return (ahead, priority) => {
    if (last?.priority !== priority) {
      last = { priority, above: widest((value) => 1 - value - priority), below: widest((value) => value + priority) };
    }
    const raised = last.above > 0 ? 1 + ahead / last.above : Number.POSITIVE_INFINITY;
    const lowered = ahead < last.below ? 1 / (1 - ahead / last.below) : Number.POSITIVE_INFINITY;
    return Math.min(raised, lowered) * (1 - ROUNDING);
  };
}

/** So that a bound is one, whatever its last digits. */
const ROUNDING = 1e-12;
