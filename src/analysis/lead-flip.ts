import type { Decision, Id } from "../engine/decision.ts";
import type { Evaluation } from "../engine/evaluation.ts";
import { atLeast } from "../engine/thresholds.ts";
import { isBeyond } from "../engine/values.ts";
import { pathsIn } from "./answer-flips.ts";
import { type AnswerChange, fewestFrom, type Ladder, laddersIn } from "./answer-steps.ts";
import { MOST_STEPS } from "./fewest-steps.ts";
import { valueDifferences, weightedPositions } from "./value-differences.ts";

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
 * others as listed, questions in pack order. At most 1,000 steps.
 *
 * `importance`: what the importance of one question would have to be multiplied by for a ranked rival to be level, all other
 * importances as they are; any more of the change puts the rival ahead. Of all questions and rivals the factor nearest to 1
 * by ratio, so that twice and half are as near. With a lead of D points, a difference d of the values on a question of
 * weight w (priority included), it is 1 − D / (100 w d).
 *
 * Nothing where nobody leads or several do: a tie has no one lead to lose. Cost: candidates × questions.
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

function nearestAnswer(decision: Decision, evaluation: Evaluation): AnswerChange | undefined {
  const { ranking, knockedOut } = evaluation;
  const [leader, ...others] = ranking;
  const runnerUp = others.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const mostOfOne = 100 * evaluation.criteria.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 0);
  let fewest = MOST_STEPS + 1;
  let nearest: AnswerChange | undefined;
  /** Only fewer steps than found so far are looked for, so a candidate out of reach costs one look a question. */
  const consider = (candidate: Id, ladder: Ladder, least: number, changesLeader: (steps: number) => boolean) => {
    const steps = fewestFrom(least, Math.min(ladder.steps, fewest - 1), changesLeader);
    if (steps === undefined) return;
    fewest = steps;
    nearest = { candidate, criterion: ladder.criterion.id, from: ladder.from, to: ladder.answerAfter(steps) };
  };

  const ladderOf = laddersIn(decision, evaluation);
  for (const position of decision.pack.criteria.keys()) {
    const ladder = ladderOf(leader, position, "worse");
    if (ladder === undefined) continue;
    const { direction, minimum } = ladder.criterion;
    consider(leader.candidate.id, ladder, 1, (steps) => {
      const isOut = minimum !== undefined && isBeyond(direction, ladder.answerAfter(steps), minimum);
      return isOut || !atLeast(leader.score + ladder.gainAfter(steps), runnerUp);
    });
  }
  const pathOf = pathsIn(decision, evaluation);
  for (const challenger of [...others, ...knockedOut]) {
    if (fewest === 1) break;
    if (atLeast(leader.score, challenger.score + mostOfOne)) continue;
    const { ladders, least } = pathOf(challenger) ?? NO_PATH;
    const required = least.filter((steps) => steps > 0).length;
    for (const [place, ladder] of ladders.entries()) {
      if (required > 1 || (required === 1 && least[place] === 0)) continue;
      consider(
        challenger.candidate.id,
        ladder,
        Math.max(least[place], 1),
        (steps) => !atLeast(leader.score, challenger.score + ladder.gainAfter(steps)),
      );
    }
  }
  return nearest;
}

const NO_PATH = { ladders: [], least: [] };

function nearestImportance(evaluation: Evaluation): ImportanceChange | undefined {
  const { criteria, ranking } = evaluation;
  const [leader, ...rivals] = ranking;
  const positions = weightedPositions(evaluation);
  let least = Number.POSITIVE_INFINITY;
  let nearest: ImportanceChange | undefined;
  const heaviest = positions.reduce((weight, position) => Math.max(weight, criteria[position].weight), 0);
  for (const rival of rivals) {
    const ahead = leader.score - rival.score;
    // No difference of values exceeds 1 and the priority, so no factor is nearer than this: most need no closer look.
    const mostApart = 100 * heaviest * (1 + Math.abs(leader.priority - rival.priority) / 100);
    if (1 + ahead / mostApart > least) continue;
    for (const [place, difference] of valueDifferences(positions, leader, rival).entries()) {
      const { id, weight } = criteria[positions[place]];
      // Without the question the rival has to be ahead, or with nothing but the question.
      const isReversed = difference > 0 ? !atLeast(ahead, 100 * weight * difference) : !atLeast(100 * difference, 0);
      if (!isReversed) continue;
      const factor = 1 - ahead / (100 * weight * difference);
      const ratio = Math.max(factor, 1 / factor);
      if (ratio >= least) continue;
      least = ratio;
      nearest = { criterion: id, factor };
    }
  }
  return nearest;
}
