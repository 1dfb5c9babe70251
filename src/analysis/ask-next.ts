import type { Criterion, Decision, Id } from "../engine/decision.ts";
import type { Evaluation, Standing } from "../engine/evaluation.ts";
import { sortInChains } from "../engine/ranks.ts";
import { atLeast, TOLERANCE } from "../engine/thresholds.ts";
import { isOpen, valueRange } from "./open-answers.ts";
import { lowestIn, settled, stillRunning, topTwo } from "./settled.ts";

/** An open question whose answer can matter to first place. */
export interface AskNext {
  readonly candidate: Id;
  readonly criterion: Id;
  /** How likely its answer is to change the leader, 0 to 1, when every value from worst to best is as likely. */
  readonly chance: number;
  /** What knowing it is worth, in points of the leader's score; absent where the answer may knock the candidate out. */
  readonly gain?: number;
}

/**
 * The open questions that can still change first place, the most useful to ask first.
 *
 * A question about a candidate matters when that candidate may lead and either a minimum is at stake in it, or it has
 * weight and some rival can reach the candidate. Everything else stays at the value the score uses while the one answer
 * runs evenly from its worst, score A, to its best, A + B; the best rival stands at M. The candidate is behind for the
 * share t = (M − A) / B of the way, held between 0 and 1, and at least until the minimum where one is at stake. The
 * chance is t for who leads now and 1 − t for anybody else; the gain is the mean of the higher of the two scores, minus
 * the higher of their means: tM + (1 − t)A + B(1 − t²)/2 − max(A + B/2, M). Order: chance, then gain, then as ranked and
 * in pack order; where no single answer has a chance, the heaviest question comes first. Too little known counts as if
 * ranked. Cost: candidates that may lead × criteria.
 *
 * Source: expected value of perfect information on one input, Raiffa and Schlaifer (1961).
 *
 * @example
 * const scale = { min: 1, max: 5, step: 1 };
 * const decision = { pack: { criteria: [{ id: "fit", label: "Fit", scale, direction: "higher-is-better" }] } };
 * const scored = { criterion: "fit", answer: { kind: "score", score: 4 }, value: 0.75, contribution: 75 };
 * const unknown = { criterion: "fit", answer: { kind: "unknown" }, value: 0.5, contribution: 50 };
 * const a = { candidate: { id: "a" }, score: 75, low: 75, high: 75, provisional: [], answers: [scored] };
 * const b = { candidate: { id: "b" }, score: 50, low: 0, high: 100, provisional: [], answers: [unknown] };
 * const evaluation = { criteria: [{ id: "fit", weight: 1 }], ranking: [a], tooLittleKnown: [b] };
 * askNext(decision, evaluation) // → [{"candidate":"b","criterion":"fit","chance":0.25,"gain":3.125}]
 */
export function askNext(decision: Decision, evaluation: Evaluation): readonly AskNext[] {
  const running = stillRunning(evaluation);
  const mayLead = new Set(settled(decision, evaluation).mayLead);
  const lowest = lowestIn(decision, evaluation);
  const bestRival = topTwo(running, ({ score }) => score);
  const highestRival = topTwo(running, ({ high }) => high);

  const found = running.flatMap((standing) => {
    if (!mayLead.has(standing.candidate.id)) return [];
    const reachable = atLeast(highestRival.besides(standing), lowest(standing));
    return standing.answers.flatMap(({ answer }, position) => {
      const weight = evaluation.criteria[position].weight;
      const criterion = decision.pack.criteria[position];
      const atStake = standing.provisional.includes(criterion.id);
      if (!isOpen(answer) || !(atStake || (reachable && weight > 0))) return [];
      return [{ weight, asked: worthAsking(standing, position, criterion, weight, bestRival.besides(standing)) }];
    });
  });

  const order = Uint32Array.from(found.keys());
  const chances = found.map(({ asked }) => asked.chance);
  const keys = chances.every((chance) => chance <= TOLERANCE)
    ? [found.map(({ weight }) => weight)]
    : [chances, found.map(({ asked }) => asked.gain ?? 0)];
  sortInChains(order, keys, (one, other) => one - other);
  return Array.from(order, (position) => found[position].asked);
}

function worthAsking(
  standing: Standing,
  position: number,
  criterion: Criterion,
  weight: number,
  rival: number,
): AskNext {
  const { answer, value } = standing.answers[position];
  const { worst, best, acceptable } = valueRange(criterion, answer);
  const atWorst = standing.score + 100 * weight * (worst - value);
  const rise = 100 * weight * (best - worst);
  const atStake = standing.provisional.includes(criterion.id);
  const overtakes = rise > TOLERANCE ? clamp((rival - atWorst) / rise) : atLeast(atWorst, rival) ? 0 : 1;
  const behind = atStake && best > worst ? Math.max(overtakes, (acceptable - worst) / (best - worst)) : overtakes;
  const leads = atLeast(standing.score, rival);
  return {
    candidate: standing.candidate.id,
    criterion: criterion.id,
    chance: leads ? behind : 1 - behind,
    ...(!atStake && { gain: gainOf(atWorst, rise, behind, rival) }),
  };
}

function gainOf(atWorst: number, rise: number, behind: number, rival: number): number {
  const informed = behind * rival + (1 - behind) * atWorst + (rise * (1 - behind * behind)) / 2;
  return informed - Math.max(atWorst + rise / 2, rival);
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
